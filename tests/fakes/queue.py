from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from core.people.model import Unit
from core.petitions.categories import Categorise, Category
from core.petitions.masking import masks
from core.petitions.model import Petition
from core.petitions.places import LISTED, CardPlace
from core.petitions.queries import excerpt_of
from core.petitions.queue import LAST, Mark, QueueFilter, QueuePage, QueueRow, QueueView, Scope, queue_at
from core.petitions.queue_app import QueueReaders, QueueUseCases, queue_use_cases
from core.petitions.search import LIKE, Cut, Found, Hit, Way, cut_into_characters
from core.shared.ids import ChatId, UnitId
from core.shared.masking import masked
from tests.fakes.database import FakeDatabase
from tests.fakes.shifts import FakeDeskStatsReader, FakeShiftReader


class FakeCategories(dict[str, str]):
    """What texts are about, by a word in them: the taxonomy's names."""

    async def __call__(self, text: str) -> str:
        return next((name for word, name in self.items() if word in text), "")


class FakeQueueReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def page(self, chat_id: ChatId, user_id: int, view: QueueView, now: datetime, size: int) -> QueuePage:
        unit = self._database.committed.staff_chats[chat_id].unit_id
        queued = [
            (at, petition.number, petition, place)
            for petition, place in self._here(chat_id)
            if petition.id not in self._database.committed.merges
            and (at := queue_at(petition)) is not None
            and _fits(petition, view.wanted, unit, user_id, now)
        ]
        queued.sort(key=lambda each: each[:2])
        mark = view.mark
        begin = 0
        if mark is not None:
            places = [each[:2] for each in queued]
            begin = sum(each < (mark.at, mark.number) for each in places) - size
            if not mark.back:
                begin = sum(each <= (mark.at, mark.number) for each in places)
            if (mark.back and begin <= 0) or begin >= len(queued):
                begin, view = 0, QueueView(wanted=view.wanted)
        shown = queued[begin : begin + size]
        last = begin + size >= len(queued)
        return QueuePage(
            view=view,
            rows=[row_of(petition, place, self._database.committed.units[unit]) for _, _, petition, place in shown],
            total=len(queued),
            before=Mark(*shown[0][:2], back=True) if view.mark else None,
            after=None if last else Mark(*shown[-1][:2]),
        )

    async def by_numbers(self, chat_id: ChatId, numbers: Sequence[str]) -> Sequence[QueueRow]:
        unit = self._database.committed.staff_chats[chat_id].unit_id
        rows = [
            row_of(p, place, self._database.committed.units[unit])
            for p, place in self._here(chat_id)
            if p.number in numbers
        ]
        return sorted(rows, key=lambda row: row.number)

    def _here(self, chat_id: ChatId) -> list[tuple[Petition, CardPlace]]:
        tables = self._database.committed
        places = (place for place in tables.cards.values() if place.chat_id == chat_id)
        return [(tables.petitions[p.petition_id], p) for p in places if p.standing in LISTED]


def _fits(petition: Petition, wanted: QueueFilter, unit: UnitId, user_id: int, now: datetime) -> bool:
    handler = petition.taken_in(unit)
    at = queue_at(petition)
    whose = {
        Scope.ALL: True,
        Scope.MINE: handler is not None and handler.user_id == user_id,
        Scope.UNCLAIMED: handler is None,
        Scope.OVERDUE: at is not None and at < now,
    }
    return (
        whose[wanted.scope]
        and wanted.kind in {None, petition.kind}
        and (wanted.category is None or wanted.category == petition.category)
        and petition.submitted_at <= now - timedelta(days=wanted.age)
    )


def row_of(petition: Petition, place: CardPlace, unit: Unit) -> QueueRow:
    handler, at = petition.taken_in(unit.id), queue_at(petition)
    return QueueRow(
        id=petition.id,
        number=petition.number,
        kind=petition.kind,
        stage=petition.stage,
        category=Category(petition.category) if petition.category else None,
        excerpt=excerpt_of(petition.words, hidden=masks(unit.level)),
        handler_name=handler.name if handler else None,
        handler_id=handler.user_id if handler else None,
        due=None if at == LAST else at,
        message_id=place.message_id,
    )


class FakeCaseSearch:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def find(self, chat_id: ChatId, wanted: Cut, *, offset: int, limit: int) -> Found:
        for way in Way:
            hits = [hit for petition, place in self._here(chat_id) if (hit := self._hit(petition, place, wanted, way))]
            if hits:
                hits.sort(key=lambda hit: (hit[0], hit[1].submitted_at, hit[1].number), reverse=True)
                return Found([hit for _, _, hit in hits[offset : offset + limit]], len(hits), way)
        return Found([], 0, Way.WORDS)

    def _here(self, chat_id: ChatId) -> list[tuple[Petition, CardPlace]]:
        return FakeQueueReader(self._database)._here(chat_id)

    def _hit(self, petition: Petition, place: CardPlace, wanted: Cut, way: Way) -> tuple[int, Petition, Hit] | None:
        tables = self._database.committed
        unit = tables.units[tables.staff_chats[place.chat_id].unit_id]
        hide = masked if masks(unit.level) else lambda text, **_: text
        own = f"{hide(petition.words.title)}\n{hide(petition.place.text, place=True)}"
        said = [m for m in tables.messages.values() if m.petition_id == petition.id]
        docs = [("petition", own), *((m.author.value, hide(m.words.title)) for m in said)]
        cuts = [(where, text, cut_into_characters(text)) for where, text in docs]
        near = 1
        if way is Way.WORDS:
            fits = bool(wanted.words) and all(any(word in doc.words for *_, doc in cuts) for word in wanted.words)
        elif way is Way.PART:
            runs = wanted.plain.split()
            fits = bool(runs) and all(any(run in doc.plain for *_, doc in cuts) for run in runs)
        else:
            near = max(sum(pair in doc.plain for pair in wanted.pairs) for *_, doc in cuts)
            fits = len(wanted.pairs) > 1 and near >= LIKE * len(wanted.pairs)
        if not fits:
            return None
        parts = wanted.pairs if way is Way.LIKE else [*wanted.words, *wanted.plain.split()]
        where, text, _ = max(cuts, key=lambda each: sum(part in each[2].plain for part in parts))
        return near, petition, Hit(row_of(petition, place, unit), text, where)


def queue_of(database: FakeDatabase, categorise: Categorise, desk: dict[str, Any]) -> QueueUseCases:
    readers = QueueReaders(
        queue=FakeQueueReader(database),
        search=FakeCaseSearch(database),
        shifts=FakeShiftReader(database),
        stats=FakeDeskStatsReader(database),
    )
    return queue_use_cases(readers, categorise, cut_into_characters, **desk)
