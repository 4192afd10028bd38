import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from core.booking.model import Day, Slot
from core.booking.places import Booking
from core.petitions.authors import BY_PEOPLE
from core.petitions.model import Attachment, Author, CaseMessage, HistoryRow
from core.petitions.passing_on import unnamed_spec, without_name
from core.privacy.model import Counts
from core.shared.ids import CaseMessageId, ChatId, PetitionId, ResidentId, TelegramUserId
from core.shared.marks import Mark, Marked
from core.shared.outbox import RowState
from tests.fakes.database import FakeOutboxRow, FakeWork, Tables


class FakePersonRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def cases(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        return sorted(p.id for p in self._work.now().petitions.values() if p.resident_id == resident_id)

    async def closed_before(self, moment: datetime, limit: int) -> Sequence[PetitionId]:
        everything = self._work.now().petitions.values()
        signed = {each.petition_id for each in self._work.now().signatures.values() if each.resident_id is not None}
        named = [p for p in everything if (not p.anonymous or p.id in signed) and p.closed_at is not None]
        return sorted(p.id for p in named if p.closed_at is not None and p.closed_at < moment)[:limit]

    async def card_chats(self, petition_id: PetitionId) -> Sequence[ChatId]:
        return sorted(chat for case, chat in self._work.now().cards if case == petition_id)

    async def unname(self, petition_id: PetitionId) -> None:
        tables = self._work.now()
        petition = tables.petitions[petition_id]
        tables.petitions[petition_id] = replace(petition, attachments=_bare(petition.attachments))
        for message in list(tables.messages.values()):
            if message.petition_id == petition_id and message.author is Author.RESIDENT:
                _unname_message(tables, message)
        for chat, message_id in list(tables.links):
            if chat > 0 and tables.links[chat, message_id].petition_id == petition_id:
                del tables.links[chat, message_id]
        for row in list(tables.outbox.values()):
            if row.item.petition_id == petition_id:
                _unname_row(tables, row)
        tables.history[:] = [_unnamed(row) if row.petition_id == petition_id else row for row in tables.history]

    async def unname_said(self, resident_id: ResidentId, telegram_id: TelegramUserId) -> None:
        tables = self._work.now()
        spoke = {(row.petition_id, row.at) for row in tables.history if row.actor_id == resident_id}
        for message in list(tables.messages.values()):
            if message.author in BY_PEOPLE and (message.petition_id, message.at) in spoke:
                _unname_message(tables, message)
                for row in list(tables.outbox.values()):
                    if row.item.case_message_id == message.id:
                        _unname_row(tables, row)
        for key in [key for key in tables.links if key[0] == telegram_id]:
            del tables.links[key]
        tables.history[:] = [_unnamed(row) if row.actor_id == resident_id else row for row in tables.history]

    async def unlink(self, petition_ids: Collection[PetitionId], telegram_id: TelegramUserId | None = None) -> None:
        def theirs(chat_id: int) -> bool:
            return chat_id > 0 if telegram_id is None else chat_id == telegram_id

        tables = self._work.now()
        for row in list(tables.outbox.values()):
            if row.item.petition_id in petition_ids and theirs(row.item.chat_id):
                _let_go(tables, row)
        for chat, message_id in list(tables.links):
            if theirs(chat) and tables.links[chat, message_id].petition_id in petition_ids:
                del tables.links[chat, message_id]

    async def forget_mentions(self, telegram_id: TelegramUserId) -> None:
        tables = self._work.now()
        for petition in list(tables.petitions.values()):
            tables.petitions[petition.id] = replace(petition, marks=_without(petition.marks, telegram_id))
        for message in list(tables.messages.values()):
            tables.messages[message.id] = replace(message, marks=_without(message.marks, telegram_id))
        for row in list(tables.outbox.values()):
            if row.item.spec is not None and row.item.chat_id < 0:
                args = {
                    name: Marked(value.text, _without(value.marks, telegram_id)) if isinstance(value, Marked) else value
                    for name, value in row.item.spec.args.items()
                }
                item = replace(row.item, spec=replace(row.item.spec, args=args))
                tables.outbox[row.id] = replace(row, item=item)

    async def unname_told(self, name: str) -> None:
        tables = self._work.now()
        for row in list(tables.outbox.values()):
            spec = row.item.spec
            if spec is not None and row.item.chat_id < 0 and json.dumps(name) in json.dumps(spec.to_json()):
                kept = without_name(spec, name) if row.state is RowState.PENDING else None
                tables.outbox[row.id] = replace(row, item=replace(row.item, spec=kept))

    async def held(self, petition_id: PetitionId) -> Collection[CaseMessageId]:
        rows = self._work.now().held()
        return {row.item.case_message_id for row in rows if row.item.case_message_id is not None}

    async def bookings(self, resident_id: ResidentId) -> Sequence[tuple[Booking, Day, Slot | None]]:
        tables = self._work.now()
        theirs = [booking for booking in tables.bookings.values() if booking.resident_id == resident_id]
        theirs.sort(key=lambda booking: booking.number)
        return [(b, tables.days[b.day_id], tables.slots.get(b.slot_id) if b.slot_id else None) for b in theirs]

    async def first_export(self, dedupe: str) -> bool:
        return all(row.item.dedupe != dedupe for row in self._work.now().outbox.values())

    async def unname_bookings(self, resident_id: ResidentId) -> None:
        tables = self._work.now()
        for booking in list(tables.bookings.values()):
            if booking.resident_id == resident_id:
                bare = replace(booking, resident_id=None, name="", topic="", shared=False, request=f"gone:{booking.id}")
                tables.bookings[booking.id] = bare

    async def unname_old_bookings(self, before: date) -> None:
        tables = self._work.now()
        for booking in list(tables.bookings.values()):
            if tables.days[booking.day_id].held_on < before:
                bare = replace(booking, resident_id=None, name="", topic="", shared=False, request=f"gone:{booking.id}")
                tables.bookings[booking.id] = bare

    async def drop_choices(self, resident_id: ResidentId) -> None:
        tables = self._work.now()
        tables.subscriptions.pop(resident_id, None)
        for key in [key for key in tables.put_off if key[1] == resident_id]:
            del tables.put_off[key]
        tables.volunteers.pop(resident_id, None)
        tables.reminder_optouts.pop(resident_id, None)
        tables.replies = {key: reply for key, reply in tables.replies.items() if key[1] != resident_id}
        tables.blocks = {key: block for key, block in tables.blocks.items() if key[0] != resident_id}
        tables.paces = {key: pace for key, pace in tables.paces.items() if key[1] != resident_id}

    async def free_roster(self, resident_id: ResidentId) -> None:
        tables = self._work.now()
        for entry in list(tables.roster.values()):
            if entry.resident_id == resident_id:
                tables.roster[entry.id] = replace(entry, resident_id=None)
                for key in [key for key in tables.vote_drafts if key[1] == entry.id]:
                    del tables.vote_drafts[key]
            elif entry.helper_id == resident_id:
                tables.roster[entry.id] = replace(entry, helper_id=None)

    async def silence(self, telegram_id: TelegramUserId) -> None:
        tables = self._work.now()
        for row in list(tables.outbox.values()):
            if row.item.chat_id == telegram_id:
                _let_go(tables, row)
        for update_id in list(tables.parked):
            kept = tables.inbox.get(update_id)
            if kept is not None and kept.order_key == f"c{telegram_id}":
                tables.inbox[update_id] = None
                del tables.parked[update_id]
        for key in list(tables.state):
            if key.endswith(f":{telegram_id}") or f":{telegram_id}:{telegram_id}:" in key:
                del tables.state[key]

    async def counts(self, resident_id: ResidentId) -> Counts:
        tables = self._work.now()
        lines = {entry.id for entry in tables.roster.values() if entry.resident_id == resident_id}
        seats = [(ballot, voter.seat) for (ballot, entry), voter in tables.roll.items() if entry in lines]
        return Counts(
            cases=len(await self.cases(resident_id)),
            bookings=sum(booking.resident_id == resident_id for booking in tables.bookings.values()),
            votes=sum(seat in tables.register for seat in seats),
        )


def _unname_message(tables: Tables, message: CaseMessage) -> None:
    bare = {"author_name": "", "source": f"gone:{message.id}", "attachments": _bare(message.attachments)}
    tables.messages[message.id] = replace(message, **bare)  # type: ignore[arg-type] # by name


def _unname_row(tables: Tables, row: FakeOutboxRow) -> None:
    spec = row.item.spec
    if spec is None:
        return
    if row.state is not RowState.PENDING:
        spec = None
    elif row.item.chat_id < 0:
        spec = unnamed_spec(spec)
    tables.outbox[row.id] = replace(row, item=replace(row.item, spec=spec))


def _let_go(tables: Tables, row: FakeOutboxRow) -> None:
    bare = {"chat_id": ChatId(0), "spec": None, "petition_id": None, "case_message_id": None, "reply_to": None}
    item = replace(row.item, dedupe=f"gone:{row.id}", **bare)  # type: ignore[arg-type] # by name
    state = RowState.SUPERSEDED if row.state in {RowState.PENDING, RowState.PAUSED} else row.state
    tables.outbox[row.id] = replace(row, item=item, state=state)


def _unnamed(row: HistoryRow) -> HistoryRow:
    return replace(row, actor_id="") if row.actor_kind == "resident" else row


def _bare(files: Sequence[Attachment]) -> tuple[Attachment, ...]:
    return tuple(
        replace(file, name="", unique_id="", file_id="" if file.blob_id is not None else file.file_id) for file in files
    )


def _without(marks: Sequence[Mark], telegram_id: TelegramUserId) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.value != str(telegram_id))
