from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Executable, and_, case, distinct, exists, func, not_, or_, select

from core.petitions.authors import BY_STAFF, READ_BY_AUTHOR
from core.petitions.masking import ABOVE
from core.petitions.model import (
    INSIDE,
    OPEN_STAGES,
    SPEAKING,
    Author,
    CaseMessage,
    Event,
    HistoryRow,
    Kind,
    Stage,
    told_to_author,
)
from core.petitions.places import WORKED_ON
from core.petitions.queries import CaseSummary, CaseView, excerpt_of
from core.shared.ids import ChatId, PetitionId, ResidentId, UnitId
from core.shared.marks import Marked, read_back
from storage.engine import Database
from storage.held import held_messages
from storage.queries.answered import acting
from storage.rows import DUE, HANDLER_HERE, Run, history_of, messages_where, petition_files, petition_of
from storage.tables import case_messages, petition_history, petitions, staff_cards, staff_chats, units
from storage.tables import units as all_units

_IS_OPEN = petitions.c.stage.in_(OPEN_STAGES)
_SUMMARY = (
    petitions.c.id,
    petitions.c.number,
    petitions.c.kind,
    petitions.c.stage,
    petitions.c.text,
    petitions.c.marks,
    petitions.c.submitted_at,
    DUE.label("due"),
)


class SqlCaseReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_resident(self, resident_id: ResidentId, limit: int = 20) -> Sequence[CaseSummary]:
        wanted = select(*_SUMMARY, petitions.c.handler_name).where(petitions.c.resident_id == resident_id)
        open_first = case((_IS_OPEN, 0), else_=1)
        newest = (petitions.c.submitted_at.desc(), petitions.c.number.desc())
        return await self._summaries(wanted.order_by(open_first, *newest).limit(limit))

    async def waits_for(self, resident_id: ResidentId) -> bool:
        asked = exists().where(petitions.c.resident_id == resident_id, petitions.c.stage == Stage.MORE_INFO)
        async with self._database.reading() as connection:
            return bool((await connection.execute(select(asked))).scalar_one())

    async def done_between(
        self, units: Collection[UnitId], since: datetime, until: datetime
    ) -> Sequence[tuple[UnitId, str, int, int]]:
        row, whose = petition_history.c, acting(petition_history).label("unit_id")
        done_then = select(row.petition_id, row.event, whose).join(petitions, petitions.c.id == row.petition_id)
        done_then = done_then.where(row.event.in_((Event.ANSWER, Event.CLOSE)), row.at >= since, row.at < until)
        deeds = done_then.subquery()
        counted = func.count(distinct(deeds.c.petition_id))
        answered = counted.filter(deeds.c.event == Event.ANSWER)
        closed = counted.filter(deeds.c.event == Event.CLOSE)
        wanted = select(all_units.c.id, all_units.c.name, answered, closed)
        wanted = wanted.join(deeds, deeds.c.unit_id == all_units.c.id).where(all_units.c.id.in_(units))
        wanted = wanted.group_by(all_units.c.id, all_units.c.name)
        async with self._database.reading() as connection:
            rows = await connection.execute(wanted.order_by(all_units.c.name))
            return [(UnitId(unit), name, done, ended) for unit, name, done, ended in rows]

    async def view(self, petition_id: PetitionId) -> CaseView | None:
        wanted = select(petitions, units.c.name.label("unit_name")).join(units, units.c.id == petitions.c.unit_id)
        async with self._database.reading() as connection:
            run = connection.execute
            row = (await run(wanted.where(petitions.c.id == petition_id))).mappings().one_or_none()
            if row is None:
                return None
            petition = petition_of(row, await petition_files(run, petition_id))
            handler = petition.handler and replace(petition.handler, user_id=0)
            messages = await _public_messages(run, petition_id)
            history = await _public_history(run, petition_id)
            writers = {message.unit_id for message in messages} | ({handler.unit_id} if handler else set())
            writers |= {row.unit_id for row in history}
            named = await run(select(units.c.id, units.c.name).where(units.c.id.in_(writers)))
            return CaseView(
                petition=replace(petition, handler=handler),
                unit_name=row["unit_name"],
                units={unit.id: unit.name for unit in named},
                history=history,
                messages=messages,
            )

    async def queue(self, chat_id: ChatId, *, handler: int | None = None, limit: int = 20) -> Sequence[CaseSummary]:
        name = HANDLER_HERE.label("handler_name") if handler is None else petitions.c.handler_name
        above = units.c.level.in_(ABOVE).label("above")
        wanted = select(*_SUMMARY, name, above).join(staff_cards, staff_cards.c.petition_id == petitions.c.id)
        wanted = wanted.join(staff_chats, staff_chats.c.chat_id == staff_cards.c.chat_id)
        wanted = wanted.join(units, units.c.id == staff_chats.c.unit_id)
        wanted = wanted.where(_queued(chat_id, handler))
        return await self._summaries(wanted.order_by(DUE.is_(None), DUE, petitions.c.number).limit(limit))

    async def queue_size(self, chat_id: ChatId, *, handler: int | None = None) -> int:
        wanted = select(func.count()).select_from(petitions)
        wanted = wanted.join(staff_cards, staff_cards.c.petition_id == petitions.c.id)
        async with self._database.reading() as connection:
            return int((await connection.execute(wanted.where(_queued(chat_id, handler)))).scalar_one())

    async def _summaries(self, wanted: Executable) -> list[CaseSummary]:
        async with self._database.reading() as connection:
            rows = (await connection.execute(wanted)).mappings().all()
        names = ("id", "number", "submitted_at", "handler_name", "due")
        return [
            CaseSummary(
                **{name: row[name] for name in names},
                kind=Kind(row["kind"]),
                stage=Stage(row["stage"]),
                excerpt=excerpt_of(Marked(row["text"], read_back(row["marks"])), hidden=bool(row.get("above", False))),
            )
            for row in rows
        ]


def _queued(chat_id: ChatId, handler: int | None) -> ColumnElement[bool]:
    here = and_(staff_cards.c.chat_id == chat_id, staff_cards.c.standing.in_(WORKED_ON), _IS_OPEN)
    return here if handler is None else and_(here, petitions.c.handler_id == handler)


async def _public_history(run: Run, petition_id: PetitionId) -> list[HistoryRow]:
    """Leave out that notes were made, what was not said after all, or not yet, and who is behind a name."""
    held = and_(case_messages.c.author.in_(BY_STAFF), case_messages.c.id.in_(held_messages()))
    inside = or_(case_messages.c.author.not_in(READ_BY_AUTHOR), held)
    unsaid = select(case_messages.c.at).where(case_messages.c.petition_id == petition_id, inside)
    public = and_(
        petition_history.c.petition_id == petition_id,
        petition_history.c.event.not_in(INSIDE),
        not_(and_(petition_history.c.event.in_(SPEAKING), petition_history.c.at.in_(unsaid))),
    )
    rows = await run(select(petition_history).where(public).order_by(petition_history.c.id))
    return [told_to_author(history_of(row)) for row in rows.mappings()]


async def _public_messages(run: Run, petition_id: PetitionId) -> list[CaseMessage]:
    """Leave out what its author may not read, what its writer may still take back, and the Telegram ids in `source`."""
    public = and_(
        case_messages.c.petition_id == petition_id,
        case_messages.c.author.in_(READ_BY_AUTHOR),
        or_(case_messages.c.author == Author.RESIDENT, case_messages.c.id.not_in(held_messages())),
    )
    return [replace(message, source="") for message in await messages_where(run, public)]
