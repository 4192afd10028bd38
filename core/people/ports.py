"""What the people area needs from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from core.people.model import BindCode, Newcomer, PaperCode, Purpose, Resident, RosterEntry, StaffChat, Unit
from core.shared.ids import ChatId, ResidentId, RosterId, TelegramUserId, UnitId


class UnitRepository(Protocol):
    async def get(self, unit_id: UnitId) -> Unit:
        """Return the unit; raises NotFoundError("unit-unknown")."""
        ...

    async def by_invite(self, invite: str) -> Unit | None:
        """Return the unit; codes are typed off posters, so small and capital letters are the same."""
        ...

    async def by_name(self, name: str) -> Unit | None: ...

    async def all(self) -> Sequence[Unit]:
        """Return every unit, parents before children, then by name."""
        ...

    def add(self, unit: Unit) -> None: ...


class StaffChatRepository(Protocol):
    async def get(self, chat_id: ChatId) -> StaffChat | None: ...

    async def serving(self, unit_id: UnitId, purpose: Purpose) -> StaffChat | None:
        """Return the chat of the unit or of its nearest ancestor that has one for `purpose`."""
        ...

    async def all(self) -> Sequence[StaffChat]: ...

    async def hold(self) -> None:
        """Let nobody else change a staff chat until this unit of work ends; what is read after it is how it is now."""
        ...

    async def save(self, chat: StaffChat) -> None:
        """Insert or replace by chat id."""
        ...

    async def remove(self, chat_id: ChatId) -> None: ...

    async def move(self, old: ChatId, new: ChatId) -> None:
        """Follow a group that became a supergroup: the chat, its cards and undelivered messages.

        Message ids start anew in a supergroup: links stay behind with the old chat, else a reply to a new message
        would reach the case of an old one. Cards and topics are forgotten, and open cases get a new card.
        """
        ...


class BindCodeRepository(Protocol):
    def add(self, code: BindCode) -> None: ...

    async def by_hash(self, code_hash: str) -> BindCode | None: ...

    async def use(self, code_hash: str, chat_id: ChatId) -> bool:
        """Mark used if it was not; False if another chat was first (one conditional update)."""
        ...


class ResidentRepository(Protocol):
    async def by_telegram(self, telegram_id: TelegramUserId) -> Resident | None: ...

    async def get(self, resident_id: ResidentId) -> Resident:
        """Return the resident; raises NotFoundError("resident-unknown")."""
        ...

    async def save(self, resident: Resident) -> None:
        """Insert or update by id; of one read in this unit of work only what was changed is written.

        Raises ConflictError("resident-exists") for a second resident with one Telegram id, and
        NotFoundError("resident-unknown") if somebody else has deleted the one that was read.
        """
        ...

    async def ever_agreed(self, telegram_ids: Collection[TelegramUserId]) -> Collection[TelegramUserId]:
        """Return those of them who have ever agreed to anything."""
        ...

    async def forget(self, resident_id: ResidentId) -> bool:
        """Delete the resident unless a petition or a booking is theirs; tell whether they are gone.

        A line of the roster that was bound to them is free again.
        """
        ...


class NewcomerStore(Protocol):
    """Beside the dialogs: what has been chosen before consent."""

    async def get(self, telegram_id: TelegramUserId) -> Newcomer | None: ...

    async def put(self, telegram_id: TelegramUserId, newcomer: Newcomer) -> None: ...

    async def delete(self, telegram_id: TelegramUserId) -> None: ...


class RosterRepository(Protocol):
    """Who has left is found where it is said so, and nowhere else."""

    def add(self, entry: RosterEntry) -> None: ...

    async def save(self, entry: RosterEntry) -> None:
        """Write what a file says of a line that is there; never to which accounts it is bound."""
        ...

    async def get(self, entry_id: RosterId) -> RosterEntry:
        """Return the line, also of somebody who has left; raises NotFoundError("person-unknown")."""
        ...

    async def everybody(self) -> Sequence[RosterEntry]:
        """Return the whole roster with those who have left, by id."""
        ...

    async def by_phone_hash(self, phone_hash: str) -> Sequence[RosterEntry]: ...

    async def count(self) -> int: ...

    async def of_resident(self, resident_id: ResidentId) -> RosterEntry | None:
        """Return the line that is bound to a resident's account, also of somebody who has left."""
        ...

    async def helped_by(self, resident_id: ResidentId) -> Sequence[RosterEntry]:
        """Return the lines of people for whom this account speaks, by id."""
        ...

    async def of_units(self, units: Collection[UnitId]) -> Sequence[RosterEntry]:
        """Return everybody on the roster of the units, by id."""
        ...

    async def of_household(self, entry: RosterEntry) -> Sequence[RosterEntry]:
        """Return the others of the same unit and household, by id; nobody where no household is known."""
        ...

    async def bind(self, entry_id: RosterId, resident_id: ResidentId) -> bool:
        """Bind a line to an account; False if it is bound to one (one conditional update).

        Raises ConflictError("person-bound") if the account is bound to another line.
        """
        ...

    async def help(self, entry_id: RosterId, helper_id: ResidentId) -> bool:
        """Let an account speak for a line; False if another one does, or the line has its own."""
        ...


class PaperCodeRepository(Protocol):
    def add(self, code: PaperCode) -> None:
        """Insert; the resident's earlier codes are void."""
        ...

    async def by_hash(self, code_hash: str) -> PaperCode | None: ...

    async def use(self, code_hash: str, at: datetime) -> bool:
        """Mark used if it was not; False if somebody was first (one conditional update)."""
        ...


class Secrets(Protocol):
    """Keys live outside the database."""

    def seal(self, text: str) -> bytes:
        """Encrypt; two seals of one text differ."""
        ...

    def open(self, sealed: bytes) -> str: ...

    def keyed_hash(self, purpose: str, text: str) -> str:
        """Return a hex digest that cannot be computed or enumerated without the key."""
        ...
