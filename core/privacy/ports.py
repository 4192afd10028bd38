"""What the privacy area needs from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from core.booking.model import Day, Slot
from core.booking.places import Booking
from core.privacy.model import AuditRow, Counts, Looked, LookFilter, Seal
from core.shared.ids import CaseMessageId, ChatId, PetitionId, ResidentId, TelegramUserId


class AuditTrail(Protocol):
    """The audit, for reading, and the seals over it."""

    async def hold(self) -> None:
        """Wait for whoever is writing to the audit, and keep others waiting until this unit of work ends."""
        ...

    async def rows(self, first: int, last: int | None, limit: int) -> Sequence[AuditRow]:
        """Return rows by id from `first` to `last`, both included."""
        ...

    async def last_seal(self) -> Seal | None: ...

    async def seals(self, after: int, limit: int) -> Sequence[Seal]:
        """Return seals by id, those after `after`."""
        ...

    async def add_seal(self, seal: Seal) -> None: ...

    async def looks(self, wanted: LookFilter, offset: int, limit: int) -> Sequence[Looked]:
        """Return looks at identities, newest first."""
        ...

    async def count_looks(self, wanted: LookFilter) -> int: ...


class PersonRepository(Protocol):
    """What is kept of one person, and how it is taken away."""

    async def cases(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        """Return the ids of their cases, sorted."""
        ...

    async def closed_before(self, moment: datetime, limit: int) -> Sequence[PetitionId]:
        """Return cases closed before a moment (aware) that bear the name of their author or a signer, by id."""
        ...

    async def card_chats(self, petition_id: PetitionId) -> Sequence[ChatId]:
        """Return every staff chat in which the case has a card, worked on there or not any more."""
        ...

    async def unname(self, petition_id: PetitionId) -> None:
        """Take whoever filed or spoke out of a case: names, names of files, links, words on their way, and history."""
        ...

    async def unname_said(self, resident_id: ResidentId, telegram_id: TelegramUserId) -> None:
        """Take a person out of all they have said and done in anybody's case, and their links."""
        ...

    async def unlink(self, petition_ids: Collection[PetitionId], telegram_id: TelegramUserId | None = None) -> None:
        """Take a person who is in these cases no more, or everybody, out of what was sent to people about them."""
        ...

    async def forget_mentions(self, telegram_id: TelegramUserId) -> None:
        """Take links to the person's account out of the words of all cases."""
        ...

    async def unname_told(self, name: str) -> None:
        """Forget what staff chats were told of somebody by name; what waits for them goes without it."""
        ...

    async def held(self, petition_id: PetitionId) -> Collection[CaseMessageId]:
        """Return what staff have written in a case and may still take back."""
        ...

    async def bookings(self, resident_id: ResidentId) -> Sequence[tuple[Booking, Day, Slot | None]]:
        """Return all bookings of a person with day and slot, by number."""
        ...

    async def first_export(self, dedupe: str) -> bool:
        """Tell whether nothing with this key was ever put into the outbox."""
        ...

    async def unname_bookings(self, resident_id: ResidentId) -> None: ...

    async def unname_old_bookings(self, before: date) -> None:
        """Take names out of bookings for days held before a day."""
        ...

    async def drop_choices(self, resident_id: ResidentId) -> None:
        """Delete what they have chosen and offered, how much they have written lately, and blocks, which name them."""
        ...

    async def free_roster(self, resident_id: ResidentId) -> None:
        """Unbind their line of the roster, and drop a vote half given under it."""
        ...

    async def silence(self, telegram_id: TelegramUserId) -> None:
        """Take the person out of what waits, was sent or could not be handled, and out of the dialogs' memory."""
        ...

    async def counts(self, resident_id: ResidentId) -> Counts: ...
