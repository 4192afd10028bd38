from collections.abc import Sequence
from datetime import datetime, timedelta

from core.people.model import Unit
from core.petitions.categories import Categorise, Category
from core.petitions.masking import masks
from core.petitions.model import Petition
from core.petitions.places import WORKED_ON, CardPlace
from core.petitions.queries import excerpt_of
from core.petitions.queue import LAST, Mark, QueueFilter, QueuePage, QueueRow, QueueView, Scope, queue_at
from core.petitions.queue_app import QueueUseCases, queue_use_cases
from core.petitions.usecases import ClaimCase, CloseCase
from core.shared.clock import Clock
from core.shared.ids import ChatId, UnitId
from tests.fakes.database import FakeDatabase
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory


class FakeCategories(dict[str, str]):
    """What texts are about, by a word in them: the taxonomy's names."""

    async def __call__(self, text: str) -> str:
        return next((name for word, name in self.items() if word in text), "")


def queue_of(
    database: FakeDatabase, clock: Clock, categorise: Categorise, claim: ClaimCase, close: CloseCase
) -> QueueUseCases:
    uow, reader = InMemoryUnitOfWorkFactory(database), FakeQueueReader(database)
    return queue_use_cases(uow, reader, clock, categorise, claim=claim, close=close)


class FakeQueueReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def page(self, chat_id: ChatId, user_id: int, view: QueueView, now: datetime, size: int) -> QueuePage:
        unit = self._database.committed.staff_chats[chat_id].unit_id
        queued = [
            (at, petition.number, petition, place)
            for petition, place in self._here(chat_id)
            if (at := queue_at(petition)) is not None and _fits(petition, view.wanted, unit, user_id, now)
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
        return [(tables.petitions[p.petition_id], p) for p in places if p.standing in WORKED_ON]


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
