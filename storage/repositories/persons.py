"""What is kept of one person, wherever it lies. Bulk statements: nothing of it has to be loaded to be erased."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update

from core.booking.model import Day, Slot
from core.booking.places import Booking
from core.petitions.model import Author
from core.privacy.model import Counts
from core.shared.ids import CaseMessageId, ChatId, PetitionId, ResidentId, TelegramUserId
from core.shared.marks import read_back, write_down
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
    petitions,
    roster_entries,
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
        somebody = or_(petitions.c.resident_id.is_not(None), petitions.c.party_role.is_not(None))
        named = and_(somebody, petitions.c.closed_at < moment)
        wanted = select(petitions.c.id).where(named).order_by(petitions.c.id).limit(limit)
        return [PetitionId(each) for each in (await self._work.run(wanted)).scalars()]

    async def card_chats(self, petition_id: PetitionId) -> Sequence[ChatId]:
        wanted = select(staff_cards.c.chat_id).where(staff_cards.c.petition_id == petition_id)
        return [ChatId(each) for each in (await self._work.run(wanted.order_by(staff_cards.c.chat_id))).scalars()]

    async def unname(self, petition_id: PetitionId) -> None:
        theirs = and_(case_messages.c.petition_id == petition_id, case_messages.c.author == Author.RESIDENT)
        named = {"author_name": "", "source": _GONE + case_messages.c.id}
        await self._work.run(update(case_messages).where(theirs).values(named))
        said = select(case_messages.c.id).where(theirs)
        own = or_(attachments.c.case_message_id.is_(None), attachments.c.case_message_id.in_(said))
        files = and_(attachments.c.petition_id == petition_id, own)
        await self._work.run(update(attachments).where(files).values(name="", unique_id=""))
        kept = and_(files, attachments.c.blob_id.is_not(None))
        await self._work.run(update(attachments).where(kept).values(file_id=""))
        private = and_(message_links.c.petition_id == petition_id, message_links.c.chat_id > 0)
        await self._work.run(delete(message_links).where(private))
        await self._unname_rows(petition_id)

    async def _unname_rows(self, petition_id: PetitionId) -> None:
        """What was said is forgotten now; what waits for a staff chat goes without the name."""
        about = outbox.c.petition_id == petition_id
        over = and_(about, outbox.c.state != RowState.PENDING)
        await self._work.run(update(outbox).where(over).values(spec=None))
        waiting = select(outbox.c.id, outbox.c.spec).where(about, outbox.c.chat_id < 0, outbox.c.spec.is_not(None))
        for row in (await self._work.run(waiting.order_by(outbox.c.id))).all():
            if row.spec["key"].startswith(("staff-resident-adds", "staff-afterword")):
                spec = {**row.spec, "args": {**row.spec["args"], "name": "—"}}
                await self._work.run(update(outbox).where(outbox.c.id == row.id).values(spec=spec))

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
        for table in (subscriptions, campaign_later, volunteer_answers, volunteers, blocks):
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
        theirs = outbox.c.chat_id == telegram_id
        bare = {**_EMPTY, "chat_id": 0, "dedupe": _GONE + func.cast(outbox.c.id, outbox.c.dedupe.type)}
        waits = and_(theirs, outbox.c.state.in_((RowState.PENDING, RowState.PAUSED)))
        dropped = {"state": RowState.SUPERSEDED, "waits_since": None, "owner": None, "lease_until": 0.0}
        await self._work.run(update(outbox).where(waits).values(dropped))
        await self._work.run(update(outbox).where(theirs).values(bare))
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
