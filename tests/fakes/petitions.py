from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from core.petitions.clocks import due
from core.petitions.intent import ALBUMS_KEPT, Intent
from core.petitions.masking import masks
from core.petitions.model import (
    OUTSIDE_STAGES,
    WAITING_STAGES,
    CaseMessage,
    Event,
    HistoryRow,
    Petition,
)
from core.petitions.places import WORKED_ON, CardPlace, Standing
from core.petitions.queries import DueCase, excerpt_of
from core.petitions.stages import DUE_STAGES
from core.petitions.tally import Tally
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import (
    CaseMessageId,
    ChatId,
    DraftId,
    MessageId,
    PetitionId,
    ResidentId,
    TelegramUserId,
    ThreadId,
)
from core.shared.link_roles import LinkRole
from tests.fakes.case_kinds import KindLists
from tests.fakes.database import AuditRow, FakeWork, Link, Tables, require, unique


def _due_case(petition: Petition, chat_id: ChatId, tables: Tables) -> DueCase:
    until, promises = due(petition), petition.promises
    assert until is not None
    waits = petition.stage in WAITING_STAGES and petition.accepted_at is None
    law = promises.accept_by if waits else promises.answer_by
    handler = petition.taken_in(tables.staff_chats[chat_id].unit_id)
    return DueCase(
        id=petition.id,
        anonymous=petition.anonymous,
        chat_id=chat_id,
        number=petition.number,
        kind=petition.kind,
        stage=petition.stage,
        excerpt=excerpt_of(petition.words, hidden=masks(tables.units[tables.staff_chats[chat_id].unit_id].level)),
        unit_name=tables.units[petition.unit_id].name,
        handler_name=handler.name if handler else None,
        handler_id=handler.user_id if handler else None,
        message_id=tables.cards[petition.id, chat_id].message_id,
        pledged=promises.pledges_claim if waits else promises.pledges_reply,
        due=until,
        law=petition.review_by if petition.stage in OUTSIDE_STAGES and petition.review_by else law,
    )


class FakePetitionRepository(KindLists):
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def next_number(self, year: int) -> str:
        counters = self._work.now().counters
        counters[year] = counters.get(year, 0) + 1
        return f"XF-{year}-{counters[year]:06d}"

    def add(self, petition: Petition) -> None:
        def write(tables: Tables) -> None:
            require(petition.unit_id in tables.units)
            require(petition.resident_id is None or petition.resident_id in tables.residents)
            others = tables.petitions.values()
            unique(petition.id not in tables.petitions)
            unique(petition.number not in {p.number for p in others})
            unique(petition.draft_id not in {p.draft_id for p in others}, "case-exists")
            hashes = {p.access_hash for p in others if p.access_hash is not None}
            unique(petition.access_hash not in hashes, "code-exists")
            tables.petitions[petition.id] = petition

        self._work.later(write)

    async def by_draft(self, draft_id: DraftId) -> Petition | None:
        return next((p for p in self._work.now().petitions.values() if p.draft_id == draft_id), None)

    async def by_access_hash(self, access_hash: str) -> Petition | None:
        return next((p for p in self._work.now().petitions.values() if p.access_hash == access_hash), None)

    async def by_number(self, number: str) -> Petition | None:
        return next((p for p in self._work.now().petitions.values() if p.number == number), None)

    async def lock(self, petition_id: PetitionId) -> Petition:
        if self._work.reads_only:
            raise StorageError("storage-failed")  # as PostgreSQL does
        return await self.get(petition_id)

    async def get(self, petition_id: PetitionId) -> Petition:
        if petition := self._work.now().petitions.get(petition_id):
            return petition
        raise NotFoundError("case-unknown")

    async def save(self, petition: Petition) -> None:
        tables = self._work.now()
        stored = tables.petitions.get(petition.id)
        if stored is None or stored.version != petition.version - 1:
            raise ConflictError("case-changed")
        tables.petitions[petition.id] = replace(petition, attachments=stored.attachments)

    async def open_texts(self, resident_id: ResidentId) -> Sequence[tuple[PetitionId, str, str, DraftId]]:
        theirs = [p for p in self._work.now().petitions.values() if p.open and p.resident_id == resident_id]
        return [(p.id, p.number, p.text, p.draft_id) for p in sorted(theirs, key=lambda p: p.number, reverse=True)]

    async def open_count(self, resident_id: ResidentId) -> int:
        return sum(p.open and p.resident_id == resident_id for p in self._work.now().petitions.values())

    async def open_of(self, resident_id: ResidentId) -> Sequence[Petition]:
        mine = [p for p in self._work.now().petitions.values() if p.open and p.resident_id == resident_id]
        return sorted(mine, key=lambda p: p.number)

    async def walked_in(self, phone_hash: str) -> Sequence[Petition]:
        free = [p for p in self._work.now().petitions.values() if p.resident_id is None and p.party is not None]
        return sorted((p for p in free if p.party and p.party.phone_hash == phone_hash), key=lambda p: p.number)

    async def falling_due(self, before: datetime) -> Sequence[DueCase]:
        tables = self._work.now()
        here = [card for card in tables.cards.values() if card.standing in WORKED_ON]
        places = [(tables.petitions[c.petition_id], c.chat_id) for c in here if c.chat_id in tables.staff_chats]
        alone = [(p, chat) for p, chat in places if p.id not in tables.merges]
        found = [_due_case(p, chat, tables) for p, chat in alone if due(p) is not None]
        return sorted((case for case in found if case.due < before), key=lambda case: (case.due, case.number))

    async def tallies(self, since: datetime, until: datetime) -> Mapping[ChatId, Tally]:
        tables, counted = self._work.now(), dict[ChatId, list[Petition]]()
        for card in tables.cards.values():
            if card.standing in WORKED_ON:
                counted.setdefault(card.chat_id, []).append(tables.petitions[card.petition_id])
        told = [row for row in tables.history if since <= row.at < until]
        answered, closed = ({r.petition_id for r in told if r.event is e} for e in (Event.ANSWER, Event.CLOSE))

        def due(petition: Petition) -> datetime | None:
            if petition.stage in WAITING_STAGES:
                return petition.promises.claim_by
            return petition.promises.reply_by if petition.stage in DUE_STAGES else None

        def tally(theirs: list[Petition]) -> Tally:
            alone = [p for p in theirs if p.id not in tables.merges]
            days = [at for at in map(due, alone) if at is not None]
            return Tally(
                new=sum(since <= p.submitted_at < until for p in theirs),
                waiting=sum(p.stage in WAITING_STAGES for p in alone),
                due=sum(until <= at < until + timedelta(days=1) for at in days),
                overdue=sum(at < until for at in days),
                answered=sum(p.id in answered for p in theirs),
                closed=sum(p.id in closed for p in theirs),
                open=sum(p.open for p in theirs),
            )

        return {chat: tally(theirs) for chat, theirs in counted.items()}

    async def dated_before(self, stamp: str, limit: int) -> Sequence[PetitionId]:
        stages = (*WAITING_STAGES, *DUE_STAGES)
        found = [p.id for p in self._work.now().petitions.values() if p.promises.calendar_stamp < stamp]
        return sorted(found_id for found_id in found if self._work.now().petitions[found_id].stage in stages)[:limit]


class FakeHistoryRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def append(self, row: HistoryRow) -> None:
        def write(tables: Tables) -> None:
            require(row.petition_id in tables.petitions)
            tables.history.append(row)

        self._work.later(write)

    async def of(self, petition_id: PetitionId) -> Sequence[HistoryRow]:
        return [row for row in self._work.now().history if row.petition_id == petition_id]

    async def recused(self, petition_id: PetitionId, user_id: TelegramUserId) -> bool:
        said = {(row.event, row.actor_id) for row in await self.of(petition_id)}
        return (Event.RECUSE, str(user_id)) in said


class FakeCaseMessageRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, message: CaseMessage) -> None:
        def write(tables: Tables) -> None:
            require(message.petition_id in tables.petitions)
            unique(message.id not in tables.messages)
            unique(message.source not in {m.source for m in tables.messages.values()}, "message-exists")
            tables.messages[message.id] = message

        self._work.later(write)

    async def amend(self, message: CaseMessage) -> None:
        messages = self._work.now().messages
        kept = messages[message.id]
        said = {"text": message.text, "marks": message.marks, "attachments": message.attachments}
        messages[message.id] = replace(kept, author=message.author, **said)

    async def by_source(self, source: str) -> CaseMessage | None:
        return next((m for m in self._work.now().messages.values() if m.source == source), None)

    async def latest_edition(self, source: str) -> CaseMessage | None:
        said = await self.editions(source)
        return said[-1] if said else None

    async def editions(self, source: str) -> Sequence[CaseMessage]:
        everything = self._work.now().messages.values()
        return [m for m in everything if m.source == source or m.source.startswith(f"{source}:")]

    async def of(self, petition_id: PetitionId) -> Sequence[CaseMessage]:
        return [m for m in self._work.now().messages.values() if m.petition_id == petition_id]


class FakeLinkRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def find(self, chat_id: ChatId, message_id: MessageId) -> tuple[PetitionId, LinkRole] | None:
        link = self._work.now().links.get((chat_id, message_id))
        return None if link is None else (link.petition_id, link.role)

    async def carries(self, chat_id: ChatId, message_id: MessageId) -> CaseMessageId | None:
        link = self._work.now().links.get((chat_id, message_id))
        return link.case_message_id if link else None

    async def by_topic(self, chat_id: ChatId, thread_id: ThreadId) -> PetitionId | None:
        cards = self._work.now().cards.values()
        return next((c.petition_id for c in cards if (c.chat_id, c.thread_id) == (chat_id, thread_id)), None)

    async def add(
        self,
        chat_id: ChatId,
        message_id: MessageId,
        petition_id: PetitionId,
        role: LinkRole,
        case_message_id: CaseMessageId | None = None,
    ) -> None:
        tables = self._work.now()
        require(petition_id in tables.petitions)
        link = Link(petition_id=petition_id, role=role, case_message_id=case_message_id)
        tables.links.setdefault((chat_id, message_id), link)

    async def cards(self, petition_id: PetitionId) -> Sequence[CardPlace]:
        cards = (c for c in self._work.now().cards.values() if c.petition_id == petition_id)
        return sorted((c for c in cards if c.standing in WORKED_ON), key=lambda c: c.chat_id)

    async def stood_in(self, petition_id: PetitionId, chat_id: ChatId) -> bool:
        return (petition_id, chat_id) in self._work.now().cards

    async def add_card(self, petition_id: PetitionId, chat_id: ChatId, standing: Standing = Standing.HERE) -> None:
        tables = self._work.now()
        require(petition_id in tables.petitions)
        place = CardPlace(petition_id=petition_id, chat_id=chat_id, standing=standing)
        tables.cards.setdefault((petition_id, chat_id), place)


class FakeIntentRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(
        self, chat_id: ChatId, user_id: TelegramUserId, petition_id: PetitionId, album: str = ""
    ) -> Intent | None:
        return self._work.now().intents.get((chat_id, user_id, petition_id, album))

    async def of_album(self, chat_id: ChatId, user_id: TelegramUserId, album: str) -> Intent | None:
        everything = self._work.now().intents.values()
        theirs = [i for i in everything if (i.chat_id, i.user_id, i.album) == (chat_id, user_id, album)]
        return max(theirs, key=lambda intent: intent.at, default=None)

    async def asked_last(self, chat_id: ChatId, user_id: TelegramUserId) -> Intent | None:
        return await self.of_album(chat_id, user_id, "")

    async def put(self, intent: Intent) -> None:
        tables = self._work.now()
        require(intent.petition_id in tables.petitions)
        for key, kept in list(tables.intents.items()):
            if kept.user_id == intent.user_id and kept.album and kept.at < intent.at - ALBUMS_KEPT:
                del tables.intents[key]
        tables.intents[intent.chat_id, intent.user_id, intent.petition_id, intent.album] = intent

    async def drop(self, chat_id: ChatId, user_id: TelegramUserId, petition_id: PetitionId) -> None:
        self._work.now().intents.pop((chat_id, user_id, petition_id, ""), None)


class FakeAuditLog:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def record(self, action: str, actor: str, subject: str, *, at: datetime, detail: str = "") -> None:
        row = AuditRow(action=action, actor=actor, subject=subject, at=at, detail=detail)
        self._work.later(lambda tables: tables.audit.append(row))
