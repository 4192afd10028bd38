from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from core.disclosure.model import Item, Version
from core.disclosure.tables import Table
from core.shared.ids import ChatId, ItemId, MessageId, VersionId
from core.shared.messages import MediaRef


class PostRole(StrEnum):
    """What a message in a staff chat has to do with a version. Stored by value: never rename."""

    PANEL = "panel"
    """Ours: shows the draft. Whoever answers it adds to the draft."""
    SOURCE = "source"
    """A colleague's: its words are part of the version."""
    REASON = "reason"
    """Ours: asks for the reason why a version is sent back. `detail` is which review and round it is."""


@dataclass(frozen=True, slots=True)
class Post:
    version_id: VersionId
    role: PostRole
    detail: str = ""


class DisclosureRepository(Protocol):
    """Items with their versions. Writes in the open unit of work and never commits."""

    def add(self, item: Item) -> None: ...

    def add_version(self, version: Version) -> None:
        """Raises ConflictError("news-exists"), at once or at commit, for a second one with the same source."""
        ...

    async def item(self, item_id: ItemId) -> Item:
        """Return the item; raises NotFoundError("news-unknown")."""
        ...

    async def by_number(self, number: str) -> Item | None:
        """Return it locked: of two who begin to correct it at once the second sees what the first has begun."""
        ...

    async def version(self, version_id: VersionId) -> Version:
        """Return the version; raises NotFoundError("news-unknown")."""
        ...

    async def lock(self, version_id: VersionId) -> tuple[Item, Version]:
        """Return item and version as they are now, and let nobody else change them until this unit of work ends.

        Raises NotFoundError("news-unknown").
        """
        ...

    async def by_source(self, source: str) -> Version | None: ...

    async def unfinished(self, item_id: ItemId) -> Version | None:
        """Return the correction of an item that is being written or reviewed."""
        ...

    async def that_counts(self, item_id: ItemId) -> Version | None:
        """Return the latest version of an item that was published."""
        ...

    async def save(self, item: Item) -> None: ...

    async def save_version(self, version: Version) -> None: ...

    async def next_number(self, year: int) -> str:
        """Return the next number of a year, GK-2026-0012; one that is rolled back leaves no gap."""
        ...

    async def index(self, item_id: ItemId, words: Collection[str]) -> None:
        """Let the item be found by these words besides those of before."""
        ...

    async def link(self, chat_id: ChatId, message_id: MessageId, post: Post) -> None:
        """Remember what a message has to do with a version, in place of what was remembered of it."""
        ...

    async def linked(self, chat_id: ChatId, message_id: MessageId) -> Post | None: ...


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as Telegram offers it."""

    kind: str
    file_id: str
    name: str = ""
    size: int = 0


class PaperIntake(Protocol):
    """Files on their way from Telegram into our blobs. Network: never inside a unit of work."""

    async def take(self, file: Offered) -> tuple[MediaRef, Table | None]:
        """Return the file with our copy of it, and the table in it if there is one that can be read.

        What Telegram hands out to no bot keeps its file id alone. A picture sent as a file loses what it tells of place
        and device. Raises StorageError("file-unavailable"), DomainError("news-as-photo") for a picture that cannot.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page to be put up: what it says, and where its QR code leads."""

    title: str
    lines: Sequence[str] = ()
    table: Table | None = None
    foot: str = ""
    link: str = ""


class SheetMaker(Protocol):
    async def make(self, sheet: Sheet) -> bytes:
        """Return the sheet as a PDF of A4 pages."""
        ...
