"""What is kept of one person, wherever it lies. Bulk statements: nothing of it has to be loaded to be erased."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, Update, and_, cast, delete, exists, func, or_, select, update

from core.booking.model import Day, Slot
from core.booking.places import Booking
from core.petitions.authors import BY_PEOPLE
from core.petitions.model import Author
from core.petitions.passing_on import unnamed_spec, without_name
from core.privacy.model import Counts
from core.shared.ids import CaseMessageId, ChatId, PetitionId, ResidentId, TelegramUserId
from core.shared.marks import read_back, write_down
from core.shared.messages import MessageSpec
from core.shared.outbox import RowState
from storage.booking_rows import booking_of, day_of, slot_of
from storage.held import held_messages
from storage.tables import (
    attachments,
    ballot_drafts,
    ballot_register,
    ballot_roll,
    blocks,
    booking_days,
    booking_slots,
    bookings,
    campaign_later,
    case_messages,
    dialog_state,
    inbox,
    message_links,
    outbox,
    paces,
    petition_history,
    petitions,
    reminder_optouts,
    roster_entries,
    signatures,
    staff_cards,
    subscriptions,
    volunteer_answers,
    volunteers,
)
from storage.work import Values, Work

_GONE = "gone:"
"""Begins what takes the place of a unique key that was made of a person's number."""
_EMPTY: Values = {"spec": None, "petition_id": None, "case_message_id": None, "reply_to": None, "error": None}


class SqlPersonRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def cases(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        wanted = select(petitions.c.id).where(petitions.c.resident_id == resident_id).order_by(petitions.c.id)
        return [PetitionId(each) for each in (await self._work.run(wanted)).scalars()]

    async def closed_before(self, moment: datetime, limit: int) -> Sequence[PetitionId]:
        signed = select(signatures.c.petition_id).where(signatures.c.resident_id.is_not(None))
        filed = or_(petitions.c.resident_id.is_not(None), petitions.c.party_role.is_not(None))
        somebody = or_(filed, petitions.c.id.in_(signed))
        named = and_(somebody, petitions.c.closed_at < moment)
        wanted = select(petitions.c.id).where(named).order_by(petitions.c.id).limit(limit)
        return [PetitionId(each) for each in (await self._work.run(wanted)).scalars()]

    async def card_chats(self, petition_id: PetitionId) -> Sequence[ChatId]:
        wanted = select(staff_cards.c.chat_id).where(staff_cards.c.petition_id == petition_id)
        return [ChatId(each) for each in (await self._work.run(wanted.order_by(staff_cards.c.chat_id))).scalars()]

    async def unname(self, petition_id: PetitionId) -> None:
        theirs = and_(case_messages.c.petition_id == petition_id, case_messages.c.author == Author.RESIDENT)
        said = select(case_messages.c.id).where(theirs)
        own = or_(attachments.c.case_message_id.is_(None), attachments.c.case_message_id.in_(said))
        await self._unname_messages(theirs, and_(attachments.c.petition_id == petition_id, own))
        private = and_(message_links.c.petition_id == petition_id, message_links.c.chat_id > 0)
        await self._work.run(delete(message_links).where(private))
        await self._unname_rows(outbox.c.petition_id == petition_id)
        await self._work.run(_unnamed_history(petition_history.c.petition_id == petition_id))

    async def unname_said(self, resident_id: ResidentId, telegram_id: TelegramUserId) -> None:
        spoke = and_(
            petition_history.c.petition_id == case_messages.c.petition_id,
            petition_history.c.at == case_messages.c.at,
            petition_history.c.actor_kind == "resident",
            petition_history.c.actor_id == resident_id,
        )
        wanted = select(case_messages.c.id).where(case_messages.c.author.in_(BY_PEOPLE), exists().where(spoke))
        said = [*(await self._work.run(wanted)).scalars()]
        await self._unname_messages(case_messages.c.id.in_(said), attachments.c.case_message_id.in_(said))
        await self._unname_rows(outbox.c.case_message_id.in_(said))
        await self._work.run(delete(message_links).where(message_links.c.chat_id == telegram_id))
        await self._work.run(_unnamed_history(petition_history.c.actor_id == resident_id))

    async def unlink(self, petition_ids: Collection[PetitionId], telegram_id: TelegramUserId | None = None) -> None:
        def theirs(table: Table) -> ColumnElement[bool]:
            whose = table.c.chat_id > 0 if telegram_id is None else table.c.chat_id == telegram_id
            return and_(table.c.petition_id.in_([*petition_ids]), whose)

        await self._let_go(theirs(outbox))
        await self._work.run(delete(message_links).where(theirs(message_links)))

    async def _unname_messages(self, theirs: ColumnElement[bool], files: ColumnElement[bool]) -> None:
        named = {"author_name": "", "source": _GONE + case_messages.c.id}
        await self._work.run(update(case_messages).where(theirs).values(named))
        await self._work.run(update(attachments).where(files).values(name="", unique_id=""))
        kept = and_(files, attachments.c.blob_id.is_not(None))
        await self._work.run(update(attachments).where(kept).values(file_id=""))

    async def _let_go(self, rows: ColumnElement[bool]) -> None:
        """Take a person out of rows of the outbox; what waits is not sent any more."""
        bare = {**_EMPTY, "chat_id": 0, "dedupe": _GONE + func.cast(outbox.c.id, outbox.c.dedupe.type)}
        waits = and_(rows, outbox.c.state.in_((RowState.PENDING, RowState.PAUSED)))
        dropped = {"state": RowState.SUPERSEDED, "waits_since": None, "owner": None, "lease_until": 0.0}
        await self._work.run(update(outbox).where(waits).values(dropped))
        await self._work.run(update(outbox).where(rows).values(bare))

    async def _unname_rows(self, about: ColumnElement[bool]) -> None:
        """What was said is forgotten now; what waits for a staff chat goes without the name."""
        over = and_(about, outbox.c.state != RowState.PENDING)
        await self._work.run(update(outbox).where(over).values(spec=None))
        waiting = select(outbox.c.id, outbox.c.spec).where(about, outbox.c.chat_id < 0, outbox.c.spec.is_not(None))
        for row in (await self._work.run(waiting.order_by(outbox.c.id))).all():
            spec = unnamed_spec(MessageSpec.from_json(row.spec))
            await self._work.run(update(outbox).where(outbox.c.id == row.id).values(spec=spec.to_json()))

    async def forget_mentions(self, telegram_id: TelegramUserId) -> None:
        """Links to the person's account in anybody's words: the words stay."""
        for table in (petitions, case_messages):
            marked = select(table.c.id, table.c.marks).where(table.c.marks.contains(f'"{telegram_id}"'))
            for row in (await self._work.run(marked)).all():
                marks = [mark for mark in read_back(row.marks) if mark.value != str(telegram_id)]
                await self._work.run(update(table).where(table.c.id == row.id).values(marks=write_down(marks)))
        waiting = select(outbox.c.id, outbox.c.spec).where(outbox.c.chat_id < 0, outbox.c.state == RowState.PENDING)
        for row in (await self._work.run(waiting.where(outbox.c.spec.is_not(None)))).all():
            spec = _unlinked(row.spec, str(telegram_id))
            if spec != row.spec:
                await self._work.run(update(outbox).where(outbox.c.id == row.id).values(spec=spec))

    async def unname_told(self, name: str) -> None:
        told = cast(outbox.c.spec, Text).contains(json.dumps(name), autoescape=True)  # as JSON is written down here
        named = and_(outbox.c.chat_id < 0, outbox.c.spec.is_not(None), told)
        await self._work.run(update(outbox).where(named, outbox.c.state != RowState.PENDING).values(spec=None))
        waiting = select(outbox.c.id, outbox.c.spec).where(named).order_by(outbox.c.id)
        for row in (await self._work.run(waiting)).all():
            spec = without_name(MessageSpec.from_json(row.spec), name)
            await self._work.run(update(outbox).where(outbox.c.id == row.id).values(spec=spec.to_json()))

    async def held(self, petition_id: PetitionId) -> Collection[CaseMessageId]:
        wanted = held_messages().where(outbox.c.petition_id == petition_id)
        return {CaseMessageId(each) for each in (await self._work.run(wanted)).scalars()}

    async def bookings(self, resident_id: ResidentId) -> Sequence[tuple[Booking, Day, Slot | None]]:
        wanted = select(bookings).where(bookings.c.resident_id == resident_id).order_by(bookings.c.number)
        found = [booking_of(row) for row in (await self._work.run(wanted)).mappings()]
        days = select(booking_days).where(booking_days.c.id.in_({booking.day_id for booking in found}))
        by_day = {row["id"]: day_of(row) for row in (await self._work.run(days)).mappings()}
        slots = select(booking_slots).where(booking_slots.c.id.in_({b.slot_id for b in found if b.slot_id}))
        by_slot = {row["id"]: slot_of(row) for row in (await self._work.run(slots)).mappings()}
        return [(booking, by_day[booking.day_id], by_slot.get(booking.slot_id or "")) for booking in found]

    async def first_export(self, dedupe: str) -> bool:
        there = select(exists().where(outbox.c.dedupe == dedupe))
        return not (await self._work.run(there)).scalar_one()

    async def unname_bookings(self, resident_id: ResidentId) -> None:
        await self._unname_bookings(bookings.c.resident_id == resident_id)

    async def unname_old_bookings(self, before: date) -> None:
        days = select(booking_days.c.id).where(booking_days.c.held_on < before)
        await self._unname_bookings(and_(bookings.c.name != "", bookings.c.day_id.in_(days)))

    async def _unname_bookings(self, theirs: ColumnElement[bool]) -> None:
        bare = {"resident_id": None, "name": "", "topic": "", "shared": False, "request": _GONE + bookings.c.id}
        await self._work.run(update(bookings).where(theirs).values(bare))

    async def drop_choices(self, resident_id: ResidentId) -> None:
        for table in (subscriptions, campaign_later, reminder_optouts, volunteer_answers, volunteers, blocks):
            await self._work.run(delete(table).where(table.c.resident_id == resident_id))
        await self._work.run(delete(paces).where(paces.c.who == resident_id))

    async def free_roster(self, resident_id: ResidentId) -> None:
        lines = select(roster_entries.c.id).where(roster_entries.c.resident_id == resident_id)
        await self._work.run(delete(ballot_drafts).where(ballot_drafts.c.voter.in_(lines)))
        bound = roster_entries.c.resident_id == resident_id
        await self._work.run(update(roster_entries).where(bound).values(resident_id=None))
        helped = roster_entries.c.helper_id == resident_id
        await self._work.run(update(roster_entries).where(helped).values(helper_id=None))

    async def silence(self, telegram_id: TelegramUserId) -> None:
        await self._let_go(outbox.c.chat_id == telegram_id)
        parked = and_(inbox.c.order_key == f"c{telegram_id}", inbox.c.incident.is_not(None))
        await self._work.run(update(inbox).where(parked).values(payload=None, order_key=None, state="done"))
        await self._work.run(delete(dialog_state).where(_of(telegram_id)))

    async def counts(self, resident_id: ResidentId) -> Counts:
        cases = select(func.count()).select_from(petitions).where(petitions.c.resident_id == resident_id)
        booked = select(func.count()).select_from(bookings).where(bookings.c.resident_id == resident_id)
        voted = (
            select(func.count())
            .select_from(ballot_register)
            .where(
                exists().where(
                    ballot_roll.c.ballot_id == ballot_register.c.ballot_id,
                    ballot_roll.c.seat == ballot_register.c.seat,
                    ballot_roll.c.voter == roster_entries.c.id,
                    roster_entries.c.resident_id == resident_id,
                )
            )
        )
        numbers = [int((await self._work.run(each)).scalar_one()) for each in (cases, booked, voted)]
        return Counts(cases=numbers[0], bookings=numbers[1], votes=numbers[2])


def _unnamed_history(rows: ColumnElement[bool]) -> Update:
    """Empty a resident's id: nothing else of a row of the history can ever be changed."""
    theirs = and_(rows, petition_history.c.actor_kind == "resident", petition_history.c.actor_id != "")
    return update(petition_history).where(theirs).values(actor_id="")


def _unlinked(said: Any, account: str) -> Any:  # noqa: ANN401 - JSON
    """Leave marks that lead to an account out of what a row says, however deep they stand."""
    if isinstance(said, dict):
        return {name: _unlinked(value, account) for name, value in said.items()}
    if isinstance(said, list):
        return [_unlinked(each, account) for each in said if not (isinstance(each, list) and each[-1:] == [account])]
    return said


def _of(telegram_id: TelegramUserId) -> ColumnElement[bool]:
    """Select what the dialogs keep of a person: see bot/whose.py."""
    own = [f"{shelf}:{telegram_id}" for shelf in ("newcomer", "draft", "words")]
    return or_(dialog_state.c.key.in_(own), dialog_state.c.key.like(f"fsm:%:{telegram_id}:{telegram_id}:%"))
