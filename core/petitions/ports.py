"""What the petitions area needs from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.petitions.draft import Draft
from core.petitions.intent import Intent
from core.petitions.model import Attachment, CaseMessage, FileKind, HistoryRow, Kind, Petition
from core.petitions.places import CardPlace, Seat, Standing
from core.petitions.queries import DueCase
from core.petitions.tally import Tally
from core.shared.ids import (
    BlobId,
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


class PetitionRepository(Protocol):
    async def next_number(self, year: int) -> str:
        """Return the next `XF-<year>-<six digits>`; never given twice, gaps only after a rollback."""
        ...

    def add(self, petition: Petition) -> None: ...

    async def by_draft(self, draft_id: DraftId) -> Petition | None: ...

    async def by_access_hash(self, access_hash: str) -> Petition | None: ...

    async def by_number(self, number: str) -> Petition | None: ...

    async def get(self, petition_id: PetitionId) -> Petition:
        """Load for looking; raises NotFoundError("case-unknown")."""
        ...

    async def lock(self, petition_id: PetitionId) -> Petition:
        """Load for changing: no other unit of work changes it until this one ends.

        Raises NotFoundError("case-unknown"), and StorageError in a unit of work that only reads.
        """
        ...

    async def save(self, petition: Petition) -> None:
        """Write back; raises ConflictError("case-changed") unless the stored version is one less."""
        ...

    async def open_texts(self, resident_id: ResidentId) -> Sequence[tuple[PetitionId, str, str, DraftId]]:
        """Return id, number, text and draft of the resident's open cases, newest first."""
        ...

    async def open_count(self, resident_id: ResidentId) -> int: ...

    async def open_of(self, resident_id: ResidentId) -> Sequence[Petition]:
        """Return the resident's open petitions, by number."""
        ...

    async def walked_in(self, phone_hash: str) -> Sequence[Petition]:
        """Return what was filed at the counter for somebody with this phone and is nobody's account's, by number."""
        ...

    async def falling_due(self, before: datetime) -> Sequence[DueCase]:
        """Return what is promised before that moment (aware) and not done, once for each staff chat with its card.

        What is due first comes first.
        """
        ...

    async def tallies(self, since: datetime, until: datetime) -> Mapping[ChatId, Tally]:
        """Count the cases of each staff chat that works on any; new and answered ones from `since` to `until` (aware).

        `until` is the first moment of the day for which what is due today is counted.
        """
        ...

    async def urgent_waiting(self, since: datetime, until: datetime) -> Sequence[Petition]:
        """Return what is urgent, and should have been taken from `since` to `until`, by number; files are left out."""
        ...

    async def unanswered(self, kind: Kind, chat_id: ChatId) -> Sequence[str]:
        """Return the numbers of what of this kind is worked on in a chat and was never answered, in their order."""
        ...

    async def dated_before(self, stamp: str, limit: int) -> Sequence[PetitionId]:
        """Return open petitions still to be answered whose dates were computed by an earlier calendar than `stamp`."""
        ...


class HistoryRepository(Protocol):
    def append(self, row: HistoryRow) -> None: ...

    async def of(self, petition_id: PetitionId) -> Sequence[HistoryRow]: ...

    async def recused(self, petition_id: PetitionId, user_id: TelegramUserId) -> bool:
        """Tell whether this staff member has said that they have an interest in the case."""
        ...


class CaseMessageRepository(Protocol):
    def add(self, message: CaseMessage) -> None: ...

    async def amend(self, message: CaseMessage) -> None:
        """Put author, text and files in place of what the message of this id says; nobody has been given it yet."""
        ...

    async def by_source(self, source: str) -> CaseMessage | None: ...

    async def latest_edition(self, source: str) -> CaseMessage | None:
        """Return the last of a message and its edits, whose sources are "source:number"."""
        ...

    async def editions(self, source: str) -> Sequence[CaseMessage]:
        """Return a message and its edits, whose sources are "source:number", oldest first."""
        ...

    async def of(self, petition_id: PetitionId) -> Sequence[CaseMessage]: ...


class LinkRepository(Protocol):
    """(chat, message) → case. Looked up, never parsed out of text: texts change and can be forged."""

    async def find(self, chat_id: ChatId, message_id: MessageId) -> tuple[PetitionId, LinkRole] | None: ...

    async def carries(self, chat_id: ChatId, message_id: MessageId) -> CaseMessageId | None:
        """Return which message of a case stands in this one; None of whatever is no such message."""
        ...

    async def by_topic(self, chat_id: ChatId, thread_id: ThreadId) -> PetitionId | None: ...

    async def add(
        self,
        chat_id: ChatId,
        message_id: MessageId,
        petition_id: PetitionId,
        role: LinkRole,
        case_message_id: CaseMessageId | None = None,
    ) -> None:
        """Remember; a second time for the same message changes nothing."""
        ...

    async def cards(self, petition_id: PetitionId) -> Sequence[CardPlace]:
        """Return the places where the case is worked on now."""
        ...

    async def stood_in(self, petition_id: PetitionId, chat_id: ChatId) -> bool:
        """Tell whether the case has a card in this chat, worked on there or not any more."""
        ...

    async def add_card(self, petition_id: PetitionId, chat_id: ChatId, standing: Standing = Standing.HERE) -> None:
        """Say that the case has a card in this chat (not sent yet); a second time changes nothing."""
        ...


class SeatRepository(Protocol):
    """Which chat works on whose cases, while we are out of some."""

    async def of(self, home: ChatId, *, lent: bool) -> Sequence[Seat]:
        """Return where the cases of a chat are worked on, by number: those lent, or all that need a chat.

        A case needs one while it is open, and while something about it waits to be sent to `home`.
        """
        ...

    async def move(self, seat: Seat, to: ChatId, home: ChatId) -> None:
        """Let chat `to` work on the case; what waits for the old chat follows.

        Words of ours that only make sense in the old chat (prompts, signs, answers to a command) are dropped there.
        """
        ...

    async def to_team(self, petition_id: PetitionId, desk: ChatId, team: ChatId) -> None:
        """Let a team's chat work on a case of the desk that works on it; what waits for the desk follows.

        From then on the desk sees it in its lists. `settle` brings it back.
        """
        ...

    async def with_team(self, team: ChatId) -> Sequence[PetitionId]:
        """Return the open cases that a team's chat works on, by number."""
        ...

    async def lends_to(self, petition_id: PetitionId) -> ChatId | None:
        """Return the desk whose case a team's chat works on; None where none does."""
        ...

    async def settle(self, petition_id: PetitionId, home: ChatId, works: ChatId) -> None:
        """Let the case belong to chat `home` and be worked on in `works`, the same one or its stand-in.

        Every other chat is left: what waits for the one that worked on it follows, as by `move`.
        """
        ...


class IntentRepository(Protocol):
    """What staff members' next words are meant to be: one for each person, chat, case and album."""

    async def of(
        self, chat_id: ChatId, user_id: TelegramUserId, petition_id: PetitionId, album: str = ""
    ) -> Intent | None:
        """Return what a button asked for, or with `album` what the album was begun as."""
        ...

    async def of_album(self, chat_id: ChatId, user_id: TelegramUserId, album: str) -> Intent | None:
        """Return what an album of this person was begun as, in whichever case."""
        ...

    async def asked_last(self, chat_id: ChatId, user_id: TelegramUserId) -> Intent | None:
        """Return what a button of any case in this chat asked this person for last; albums are none."""
        ...

    async def put(self, intent: Intent) -> None:
        """Remember, in place of what was meant for the same; the person's albums of more than a day before go."""
        ...

    async def drop(self, chat_id: ChatId, user_id: TelegramUserId, petition_id: PetitionId) -> None:
        """Forget what a button asked for; nothing if there is none."""
        ...


class AuditLog(Protocol):
    def record(self, action: str, actor: str, subject: str, *, at: datetime, detail: str = "") -> None:
        """Append who did what to which subject, in the transaction of the deed. No personal data, no content.

        `at` is aware. Of anonymous acts nothing is recorded: the order of the rows would date them.
        """
        ...


class FileIntake(Protocol):
    """Files on their way from Telegram into our blobs. Network: never inside a unit of work."""

    async def anonymise(self, kind: FileKind, file_id: str) -> BlobId:
        """Fetch, strip (photos are re-encoded without EXIF) and store.

        Raises StorageError("file-unavailable"), or DomainError("file-too-large") where no later try will succeed.
        """
        ...


class DraftStore(Protocol):
    """One half-written petition a person, kept until sent or discarded."""

    async def get(self, telegram_id: TelegramUserId) -> Draft | None: ...

    async def put(self, telegram_id: TelegramUserId, draft: Draft) -> None: ...

    async def delete(self, telegram_id: TelegramUserId) -> None: ...


class CodeKeeper(Protocol):
    """Remembers for some minutes, in memory only, which code a person has typed: it never rests on a disk."""

    def remember(self, telegram_id: TelegramUserId, code: str) -> None: ...

    def code_of(self, telegram_id: TelegramUserId) -> str | None: ...

    def forget(self, telegram_id: TelegramUserId) -> None: ...


class AttachmentRepository(Protocol):
    async def without_blob(self, limit: int) -> Sequence[Attachment]:
        """Return attachments whose file still lies only with Telegram, newest first, up to what a bot may download."""
        ...

    async def stored(self, unique_id: str) -> BlobId | None:
        """Return the copy we have of the file with this lasting name of Telegram's; None for "" and without one."""
        ...

    async def set_blob(self, attachment: Attachment, blob_id: BlobId) -> None: ...
