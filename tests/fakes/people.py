from collections.abc import Collection, Sequence
from dataclasses import replace

from core.people.model import BindCode, Purpose, Resident, StaffChat, Unit
from core.petitions.places import CardPlace
from core.shared.errors import NotFoundError
from core.shared.followups import card_after_move
from core.shared.ids import ChatId, ResidentId, TelegramUserId, UnitId
from core.shared.outbox import RowState
from tests.fakes.database import FakeWork, Tables, require, unique


class FakeUnitRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def get(self, unit_id: UnitId) -> Unit:
        if unit := self._work.now().units.get(unit_id):
            return unit
        raise NotFoundError("unit-unknown")

    async def by_invite(self, invite: str) -> Unit | None:
        return next((u for u in self._work.now().units.values() if u.invite.lower() == invite.lower()), None)

    async def by_name(self, name: str) -> Unit | None:
        found = sorted((u for u in self._work.now().units.values() if u.name == name), key=lambda u: u.id)
        return found[0] if found else None

    async def all(self) -> Sequence[Unit]:
        units = self._work.now().units
        return sorted(units.values(), key=lambda u: (len(way_up(units, u.id)), u.name, u.id))

    def add(self, unit: Unit) -> None:
        def write(tables: Tables) -> None:
            require(unit.parent_id is None or unit.parent_id in tables.units)
            unique(unit.id not in tables.units)
            unique(unit.invite not in {u.invite for u in tables.units.values()}, "unit-exists")
            tables.units[unit.id] = unit

        self._work.later(write)


def way_up(units: dict[UnitId, Unit], unit_id: UnitId | None) -> list[UnitId]:
    """Return the unit and its ancestors, nearest first."""
    way: list[UnitId] = []
    while unit_id in units:
        way.append(unit_id)
        unit_id = units[unit_id].parent_id
    return way


class FakeStaffChatRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def get(self, chat_id: ChatId) -> StaffChat | None:
        return self._work.now().staff_chats.get(chat_id)

    async def serving(self, unit_id: UnitId, purpose: Purpose) -> StaffChat | None:
        tables = self._work.now()
        chats = sorted((c for c in tables.staff_chats.values() if purpose in c.purposes), key=lambda c: c.chat_id)
        for unit in way_up(tables.units, unit_id):
            if chat := next((c for c in chats if c.unit_id == unit), None):
                return chat
        return None

    async def all(self) -> Sequence[StaffChat]:
        return sorted(self._work.now().staff_chats.values(), key=lambda c: c.chat_id)

    async def hold(self) -> None:
        """One writes at a time here."""

    async def save(self, chat: StaffChat) -> None:
        tables = self._work.now()
        require(chat.unit_id in tables.units)
        tables.staff_chats[chat.chat_id] = chat

    async def remove(self, chat_id: ChatId) -> None:
        self._work.now().staff_chats.pop(chat_id, None)

    async def move(self, old: ChatId, new: ChatId) -> None:
        tables = self._work.now()
        chat = tables.staff_chats.pop(old, None)
        if chat is None:
            return
        there = tables.staff_chats.get(new)
        purposes = chat.purposes | (there.purposes if there else frozenset())
        teams = chat.teams | (there.teams if there else frozenset())
        tables.staff_chats[new] = replace(chat, chat_id=new, purposes=purposes, teams=teams)
        for code in list(tables.bind_codes.values()):
            if code.used_by == old:
                tables.bind_codes[code.code_hash] = replace(code, used_by=new)
        tables.intents = {key: intent for key, intent in tables.intents.items() if intent.chat_id != old}
        _move_undelivered(tables, old, new)
        _move_cards(tables, old, new)


def _move_undelivered(tables: Tables, old: ChatId, new: ChatId) -> None:
    for row in list(tables.outbox.values()):
        item, state = row.item, row.state
        if row.state is not RowState.PENDING:
            continue
        if item.chat_id == old and item.to_case:
            renamed = item.dedupe.replace(f":{old}", f":{new}")
            has_it = any(other.item.dedupe == renamed for other in tables.outbox.values() if other.id != row.id)
            state = RowState.SUPERSEDED if has_it else state
            item = replace(item, dedupe=f"{item.dedupe}:{row.id}" if has_it else renamed)
        if item.chat_id == old:
            item = replace(item, chat_id=new, reply_to=None, thread_id=None)
        if item.origin_chat == old:
            item = replace(item, origin_chat=new, reply_to=None)
        tables.outbox[row.id] = replace(row, item=item, state=state)


def _move_cards(tables: Tables, old: ChatId, new: ChatId) -> None:
    moved = [petition_id for petition_id, chat_id in tables.cards if chat_id == old]
    for petition_id in sorted(moved, key=lambda p: tables.petitions[p].number):
        standing = tables.cards.pop((petition_id, old)).standing
        if (petition_id, new) in tables.cards:
            continue
        tables.cards[petition_id, new] = CardPlace(petition_id=petition_id, chat_id=new, standing=standing)
        if tables.petitions[petition_id].open:
            tables.enqueue(card_after_move(petition_id, new))


class FakeBindCodeRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, code: BindCode) -> None:
        def write(tables: Tables) -> None:
            require(code.unit_id in tables.units)
            unique(code.code_hash not in tables.bind_codes, "code-exists")
            tables.bind_codes[code.code_hash] = code

        self._work.later(write)

    async def by_hash(self, code_hash: str) -> BindCode | None:
        return self._work.now().bind_codes.get(code_hash)

    async def use(self, code_hash: str, chat_id: ChatId) -> bool:
        codes = self._work.now().bind_codes
        if code_hash not in codes or codes[code_hash].used_by is not None:
            return False
        codes[code_hash] = replace(codes[code_hash], used_by=chat_id)
        return True


class FakeResidentRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def by_telegram(self, telegram_id: TelegramUserId) -> Resident | None:
        return self._work.now().resident_of(telegram_id)

    async def get(self, resident_id: ResidentId) -> Resident:
        if resident := self._work.now().residents.get(resident_id):
            return resident
        raise NotFoundError("resident-unknown")

    async def save(self, resident: Resident) -> None:
        tables = self._work.now()
        require(resident.unit_id in tables.units)
        same = tables.resident_of(resident.telegram_id)
        unique(same is None or same.id == resident.id, "resident-exists")
        tables.residents[resident.id] = resident

    async def ever_agreed(self, telegram_ids: Collection[TelegramUserId]) -> Collection[TelegramUserId]:
        everybody = self._work.now().residents.values()
        return {one.telegram_id for one in everybody if one.telegram_id in telegram_ids and one.ever_agreed}

    async def forget(self, resident_id: ResidentId) -> bool:
        tables = self._work.now()
        if any(one.resident_id == resident_id for one in (*tables.petitions.values(), *tables.bookings.values())):
            return False
        for entry in list(tables.roster.values()):
            if entry.resident_id == resident_id:
                tables.roster[entry.id] = replace(entry, resident_id=None)
            elif entry.helper_id == resident_id:
                tables.roster[entry.id] = replace(entry, helper_id=None)
        tables.paper_codes = {k: code for k, code in tables.paper_codes.items() if code.resident_id != resident_id}
        tables.subscriptions.pop(resident_id, None)
        tables.put_off = {key: due for key, due in tables.put_off.items() if key[1] != resident_id}
        return tables.residents.pop(resident_id, None) is not None
