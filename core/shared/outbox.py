"""Everything that must arrive is an outbox row, written in the transaction of what it tells about.

The Bot API has no key by which it would know a message again. So where an answer of Telegram's is lost, or the process
dies between sending and marking, something has to give, and what that is depends on the kind:

- cards and signs are done again: a second edit changes nothing, a second card is better than none;
- everything else that is sent, receipts, replies, notices, alerts, is sent at least once: a word that comes twice harms
  nobody, a lost one does;
- prompts are sent at most once: they ask somebody who has just pressed a button, and can press it again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol

from core.shared.ids import CampaignId, CaseMessageId, ChatId, MessageId, PetitionId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec

LONGEST_WAIT = 86_400.0
"""Elapsed seconds. What cannot be sent for so long is not tried again, so no row waits longer for its next try."""


GATHERED_WORDS = ":words"  # how the name of an "album" of words ends


class Priority(IntEnum):
    """Order within one chat, and of what is sent at all: human replies, new cards, card edits, briefs, broadcasts.

    Of one who writes and writes the first few words are replies; the others go by their age, among the edits.
    """

    REPLY = 0
    CARD = 1
    EDIT = 2
    BRIEF = 3
    BROADCAST = 4
    """What goes to many: whoever waits for an answer goes first, however many these are."""


class Operation(StrEnum):
    """What the delivery worker does with a row."""

    SEND = "send"
    """Send `spec` to `chat_id` (in the case's topic or under its card if `to_case`)."""
    CARD = "card"
    """Make the case's card in `chat_id` show what the database says now: create, edit or restore it."""
    LEAVE = "leave"
    """Say `spec` in a group that nobody has bound, and leave it."""
    PROGRESS = "progress"
    """Make the campaign's message in `chat_id` show how far it is now: create or edit it."""
    REACT = "react"
    """Put a reaction on the staff message `reply_to`: your words have arrived. `spec` says so where none may be put."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One thing to deliver. `dedupe` is unique for ever: adding the same item twice adds it once."""

    dedupe: str
    operation: Operation
    chat_id: ChatId
    priority: Priority
    spec: MessageSpec | None = None
    petition_id: PetitionId | None = None
    to_case: bool = False
    role: LinkRole | None = None
    case_message_id: CaseMessageId | None = None
    reply_to: MessageId | None = None
    thread_id: ThreadId | None = None
    origin_chat: ChatId | None = None
    """The staff chat whose message `reply_to` this item carries to a resident."""
    purge_at_once: bool = False
    """Erase payload and times as soon as it is sent (anonymous cases); others are purged after 7 days.

    In a private chat the chat id goes too and no link is written: nothing may join the person and the case.
    """
    not_before: float = 0.0
    """Elapsed seconds. Until then, and until it has been tried, the item is held: its writer may take it back.

    Meanwhile what belongs to other cases goes past it, also into the same private chat.
    """
    album: str = ""
    """What goes to one chat with the same name here goes as one album, or words as one message, as far as it is due."""
    campaign_id: CampaignId | None = None
    """The campaign a recipient's message belongs to, or whose progress this draws."""

    @property
    def all_words(self) -> bool:
        """Whether it is words that are gathered: what goes together is said in one message, and is no album."""
        return self.album.endswith(GATHERED_WORDS)

    @property
    def at_most_once(self) -> bool:
        """Whether it is rather lost than repeated: what asks somebody to answer it. All else goes at least once."""
        return self.spec is not None and self.spec.force_reply


class RowState(StrEnum):
    """Where a row of the outbox stands; a leased row is still pending."""

    PENDING = "pending"
    PAUSED = "paused"
    """Its campaign is held: it is pending again when that goes on."""
    SENT = "sent"
    SUPERSEDED = "superseded"
    DEAD = "dead"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedItem:
    """A row leased to this worker until `lease_until` (elapsed seconds); `attempts` counts this one too."""

    id: int
    item: OutboxItem
    attempts: int
    lease_until: float
    revived: int = 0
    """How often it was dead and an operator brought it back."""
    open_ended: bool = False
    """It was leased before and nobody knows how that ended: a kill, or a lease that ran out."""
    parts: tuple["ClaimedItem", ...] = ()
    """The further parts of its album, leased with it."""

    @property
    def whole(self) -> tuple["ClaimedItem", ...]:
        """The row and the further parts of its album."""
        return (self, *self.parts)

    @property
    def messages(self) -> int:
        """How many messages it makes, by Telegram's count."""
        return 1 if self.item.all_words else len(self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What Telegram answered: the ids under which the message can be found again."""

    chat_id: ChatId
    message_id: MessageId
    thread_id: ThreadId | None = None
    version: int = 0
    """The petition's version a card shows; 0 for anything else."""
    also: tuple[MessageId, ...] = ()
    """Earlier messages of the same row, where it took several; they are linked like the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """A row that will not be tried again by itself; `linli outbox` lists and revives it."""

    id: int
    dedupe: str
    chat_id: ChatId
    attempts: int
    error: str


class OutboxQueue(Protocol):
    """The delivery worker's side. Every method is its own short transaction."""

    async def claim(
        self, *, owner: str, now: float, lease: float, limit: int, broadcasts: int | None = None
    ) -> Sequence[ClaimedItem]:
        """Lease due rows, at most one per chat: the chat's first by (priority, age); of broadcasts only so many.

        A person's chat whose first row must wait, waits whole, so order is kept; in a group, and behind what is held
        for its writer, only the rows of the same case wait with it: one message Telegram refuses must not keep other
        people's cases back. Rows whose lease ran out count as due again, open-ended. `now` and `lease` are elapsed
        seconds. What is due of a row's album, ten at most, is leased with it, in order.
        """
        ...

    async def mark_sent(self, row: ClaimedItem, sent: Sent | None, *, now: float) -> None:
        """Finish the row and, in the same transaction, record where the message stands.

        With `sent`, the link (chat, message) → case is written for `role`; a CARD row stores the card's ids, a PROGRESS
        row those of its campaign's message.
        For a staff reply to a resident (RESIDENT_COPY with `origin_chat` and `reply_to`) a REACT row is added when
        all its parts have gone, in whichever order, so that the writer sees that it arrived.
        """
        ...

    async def mark_retry(self, row: ClaimedItem, *, not_before: float, error: str) -> None:
        """Give the row back; it is due again at `not_before` (elapsed seconds). Nothing if the lease was lost."""
        ...

    async def give_back(self, row: ClaimedItem) -> None:
        """Give back a row nothing of which was begun: it is due again when it was, and counts as not tried this time.

        Nothing if the lease was lost, or it has been given back already.
        """
        ...

    async def is_held(self, row: ClaimedItem) -> bool:
        """Tell whether the row's campaign has been paused or stopped since it was claimed."""
        ...

    async def disband(self, row: ClaimedItem, *, not_before: float, error: str) -> None:
        """Give back the row and the parts of its album, which go one by one from now on; else like `mark_retry`."""
        ...

    async def mark_dead(self, row: ClaimedItem, *, error: str) -> None:
        """Stop trying; the row stays for `linli outbox`, the operators' chats are told.

        Nothing if the lease was lost, or the row has been sent on to another chat since.
        The writer of a staff reply is told in `origin_chat`, in answer to `reply_to`.
        """
        ...

    async def mark_unreachable(self, row: ClaimedItem, *, error: str) -> None:
        """Stop trying because the recipient refused us; the person is marked and the cards of their cases say so.

        The writer of a staff reply is told in `origin_chat`, in answer to `reply_to`.
        """
        ...

    async def is_bound(self, row: ClaimedItem) -> bool:
        """Tell whether the row's chat is a staff chat now."""
        ...

    async def set_topic(self, row: ClaimedItem, thread_id: ThreadId) -> None:
        """Remember the forum topic of the row's case in the row's chat; committed at once."""
        ...

    async def forget_topic(self, row: ClaimedItem, thread_id: ThreadId, again: Sequence[OutboxItem]) -> None:
        """Forget a deleted topic and the card in it, and write `again` what went with it: all of that or nothing.

        Nothing if the case stands in another topic by now. Items whose dedupe key was ever added are left out.
        """
        ...

    async def waiting(self, row: ClaimedItem) -> Sequence[str]:
        """Return the dedupe keys of what is still to be sent about the row's case into its chat, the row's own too."""
        ...

    async def set_card(self, row: ClaimedItem, sent: Sent) -> None:
        """Remember where the card of the row's case stands in the row's chat, and its link; committed at once.

        For a card that had to be made before a message about its case could be sent; the row itself stays leased.
        """
        ...

    async def forget_card(self, row: ClaimedItem) -> None:
        """Forget the card's message id, because Telegram no longer has that message."""
        ...

    async def supersede_cards(self, row: ClaimedItem) -> int:
        """Finish the other pending CARD rows of the same case and chat; return how many.

        What they are about is committed: whoever reads the case after this call and draws `row` shows it.
        """
        ...

    async def release(self, has_died: Callable[[str], bool], *, now: float) -> int:
        """Make due again at once what is leased by owners that have died, and what waits longer than a day.

        Nothing is made to wait so long: it was written by a process whose machine's clock was ahead when it started.
        Returns how many leases were ended. `now` is elapsed seconds.
        """
        ...

    async def dead(self, limit: int = 100) -> Sequence[DeadLetter]:
        """List dead letters, oldest first."""
        ...

    async def revive(self, row_id: int) -> bool:
        """Make a dead letter due again; False if there is none with that id."""
        ...

    async def depth(self) -> Mapping[str, int]:
        """Count rows by `RowState`; states without rows are left out."""
        ...

    async def purge(self, before: float) -> int:
        """Erase what rows said that finished before `before` (elapsed seconds); return how many rows, each once.

        Dead letters wait to be revived: see `forget_dead`.
        """
        ...

    async def forget_dead(self, before: float) -> int:
        """Give up dead letters of before `before` (elapsed seconds): what they say is erased; return how many."""
        ...
