from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from core.petitions.asking import takes
from core.petitions.authors import BY_STAFF, READ_BY_AUTHOR
from core.petitions.clocks import due
from core.petitions.intent import asked_of
from core.petitions.masking import masked_petition, masks
from core.petitions.model import (
    INSIDE,
    SPEAKING,
    Event,
    Petition,
    Stage,
    told_to_author,
)
from core.petitions.places import WORKED_ON, Standing
from core.petitions.queries import CardView, CaseSummary, CaseView, MediationLine, excerpt_of
from core.shared.ids import BlobId, ChatId, PetitionId, ResidentId, UnitId
from core.shared.language import Language
from core.shared.outbox import OutboxItem
from tests.fakes.database import FakeDatabase, Tables


class FakeCaseReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def of_resident(self, resident_id: ResidentId, limit: int = 20) -> Sequence[CaseSummary]:
        theirs = [p for p in self._database.committed.petitions.values() if p.resident_id == resident_id]
        theirs.sort(key=lambda p: (p.open, p.submitted_at, p.number), reverse=True)
        return [_summary(p) for p in theirs[:limit]]

    async def waits_for(self, resident_id: ResidentId) -> bool:
        everything = self._database.committed.petitions.values()
        return any(p.resident_id == resident_id and p.stage is Stage.MORE_INFO for p in everything)

    async def done_between(
        self, units: Collection[UnitId], since: datetime, until: datetime
    ) -> Sequence[tuple[UnitId, str, int, int]]:
        tables = self._database.committed
        done: dict[UnitId, tuple[set[PetitionId], set[PetitionId]]] = {}
        for number, row in enumerate(tables.history):
            before = tables.history[:number]
            been = [each.unit_id for each in before if each.petition_id == row.petition_id and each.unit_id]
            unit = been[-1] if been else tables.petitions[row.petition_id].unit_id
            if unit in units and since <= row.at < until and row.event in {Event.ANSWER, Event.CLOSE}:
                done.setdefault(unit, (set(), set()))[row.event is Event.CLOSE].add(row.petition_id)
        named = [(unit, tables.units[unit].name, len(a), len(c)) for unit, (a, c) in done.items()]
        return sorted(named, key=lambda each: each[1])

    async def view(self, petition_id: PetitionId) -> CaseView | None:
        tables = self._database.committed
        petition = tables.petitions.get(petition_id)
        if petition is None:
            return None
        handler = petition.handler and replace(petition.handler, user_id=0)
        said = [message for message in tables.messages.values() if message.petition_id == petition_id]
        held = {row.item.case_message_id for row in tables.held()}
        inside = [m for m in said if m.author not in READ_BY_AUTHOR or (m.author in BY_STAFF and m.id in held)]
        writers = {message.unit_id for message in said if message not in inside}
        writers |= {handler.unit_id} if handler else set()
        writers |= {row.unit_id for row in tables.history if row.petition_id == petition_id}
        return CaseView(
            petition=replace(petition, handler=handler),
            unit_name=tables.units[petition.unit_id].name,
            units={unit: tables.units[unit].name for unit in writers if unit},
            history=[
                told_to_author(row)
                for row in tables.history
                if row.petition_id == petition_id
                and row.event not in INSIDE
                and not (row.event in SPEAKING and row.at in {message.at for message in inside})
            ],
            messages=[replace(message, source="") for message in said if message not in inside],
        )

    async def queue(self, chat_id: ChatId, *, handler: int | None = None, limit: int = 20) -> Sequence[CaseSummary]:
        unit = self._database.committed.staff_chats[chat_id].unit_id
        hidden = await FakeCardReader(self._database).masks(chat_id)
        queued = [_summary(p, None if handler else unit, hidden=hidden) for p in self._queued(chat_id, handler)]
        queued.sort(key=lambda s: (s.due is None, s.due or s.submitted_at, s.number))
        return queued[:limit]

    async def queue_size(self, chat_id: ChatId, *, handler: int | None = None) -> int:
        return len(self._queued(chat_id, handler))

    def _queued(self, chat_id: ChatId, handler: int | None) -> list[Petition]:
        tables = self._database.committed
        here = [
            tables.petitions[place.petition_id]
            for place in tables.cards.values()
            if place.chat_id == chat_id and place.standing in WORKED_ON
        ]
        return [
            p for p in here if p.open and (handler is None or (p.handler is not None and p.handler.user_id == handler))
        ]


class FakeCardReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def masks(self, chat_id: ChatId) -> bool:
        tables = self._database.committed
        chat = tables.staff_chats.get(chat_id)
        unit = tables.units.get(chat.unit_id) if chat else None
        return unit is not None and masks(unit.level)

    async def kept_copy(self, file_id: str) -> BlobId | None:
        tables = self._database.committed
        holders = [*tables.petitions.values(), *tables.messages.values()]
        files = [file for holder in holders for file in holder.attachments if file.file_id == file_id]
        return next((file.blob_id for file in files if file.blob_id), None)

    async def card(self, petition_id: PetitionId, chat_id: ChatId) -> CardView | None:
        tables = self._database.committed
        petition, chat = tables.petitions.get(petition_id), tables.staff_chats.get(chat_id)
        if petition is None or chat is None:
            return None
        resident = None if petition.resident_id is None else tables.residents[petition.resident_id]
        place = tables.cards.get((petition_id, chat_id))
        messages = [m for m in tables.messages.values() if m.petition_id == petition_id]
        taken = petition.handler.unit_id if petition.handler else None
        under = {each.petition_id for each in tables.merges.values() if each.main_id == petition_id}
        return CardView(
            petition=masked_petition(petition) if await self.masks(chat_id) else petition,
            unit_name=tables.units[petition.unit_id].name,
            resident_name=resident.name if resident else None,
            unreachable=resident is not None and resident.unreachable_since is not None,
            language=chat.language,
            is_forum=chat.is_forum,
            message_id=place.message_id if place else None,
            thread_id=place.thread_id if place else None,
            counts=dict(Counter(m.author for m in messages)),
            lead=major.lead.name if (major := tables.majors.get(petition_id)) and major.lead else "",
            major=major is not None,
            team=tuple(each.name for each in major.team) if major else (),
            signers=len({s.person for s in tables.signatures.values() if s.petition_id in {petition_id, *under}}),
            merged=tables.petitions[merge.main_id].number if (merge := tables.merges.get(petition_id)) else "",
            mediation=line_of(tables, petition_id),
            taken_in=tables.units[taken].name if taken and taken != chat.unit_id else "",
            left=place is not None and place.standing is Standing.RETURNED,
            elsewhere=place is not None and place.standing not in WORKED_ON,
        )


def line_of(tables: Tables, petition_id: PetitionId) -> MediationLine | None:
    at = tables.mediations.get(petition_id)
    if at is None:
        return None
    other = tables.residents[at.other_id].name if at.other_id else at.other_name
    return MediationLine(
        state=at.state,
        other_name=other,
        mediator_name=at.mediator_name,
        session_at=at.session.at if at.session else None,
    )


class FakePromptReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def awaits(self, prompt: OutboxItem) -> bool:
        tables = self._database.committed
        intent = tables.intents.get((prompt.chat_id, asked_of(prompt), prompt.petition_id, ""))
        if intent is None or intent.role is not prompt.role:
            return False
        return takes(tables.petitions[intent.petition_id].stage, intent.role)


class FakeLanguageReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def language_of(self, chat_id: ChatId, otherwise: Language = Language.ZH_CN) -> Language:
        tables = self._database.committed
        known = tables.staff_chats.get(chat_id) or tables.resident_of(chat_id)
        return known.language if known else otherwise


def _due(petition: Petition) -> datetime | None:
    return due(petition)


def _summary(petition: Petition, unit: UnitId | None = None, *, hidden: bool = False) -> CaseSummary:
    handler = petition.handler if unit is None else petition.taken_in(unit)
    return CaseSummary(
        id=petition.id,
        number=petition.number,
        kind=petition.kind,
        stage=petition.stage,
        excerpt=excerpt_of(petition.words, hidden=hidden),
        submitted_at=petition.submitted_at,
        handler_name=handler.name if handler else None,
        due=_due(petition),
    )
