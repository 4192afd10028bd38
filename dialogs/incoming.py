"""What a person's message contains, read once, the same way everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aiogram.enums import MessageEntityType
from aiogram.types import Message, MessageEntity

from core.petitions.draft import DraftFile
from core.petitions.model import FileKind

MAP = "🗺 "
"""Begins the line of a position."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """`text` includes a file's caption. `unreadable` marks what we cannot pass on; the person is told."""

    text: str = ""
    files: tuple[DraftFile, ...] = field(default=())
    latitude: float | None = None
    longitude: float | None = None
    unreadable: bool = False
    message_id: int = 0

    @property
    def is_plain(self) -> bool:
        return bool(self.text) and not self.files and self.latitude is None

    @property
    def words(self) -> str:
        """The text, and a position as a line of it: for where there is no other room for one."""
        if self.latitude is None or self.longitude is None:
            return self.text
        return f"{self.text}\n{position_line(self.latitude, self.longitude)}".strip()


def position_line(latitude: float, longitude: float) -> str:
    """Write a position down in degrees, as map programs understand it."""
    return f"{MAP}{latitude}, {longitude}"


def has_position(words: str) -> bool:
    """Tell whether a position is written down in these words."""
    return any(line.startswith(MAP) for line in words.splitlines())


def read_message(message: Message) -> Incoming:
    said_in = message.message_id
    if message.location:
        title = f"{message.venue.title} {message.venue.address}" if message.venue else ""
        where = message.location
        return Incoming(title, latitude=where.latitude, longitude=where.longitude, message_id=said_in)
    if message.text:
        return Incoming(_with_addresses(message.text, message.entities or ()), message_id=said_in)
    file = _file(message)
    if file is None:
        return Incoming(unreadable=True, message_id=said_in)
    caption = _with_addresses(message.caption or "", message.caption_entities or ())
    file = replace(file, said_in=said_in, album=message.media_group_id or "")
    return Incoming(caption, (file,), message_id=said_in)


def _with_addresses(text: str, entities: Sequence[MessageEntity]) -> str:
    """Write out the addresses that lie behind linked words: what we pass on is text, and they would be lost."""
    units = text.encode("utf-16-le", "surrogatepass")  # offsets count UTF-16 units, two bytes each
    links = [e for e in entities if e.type == MessageEntityType.TEXT_LINK and e.url]
    for link in sorted(links, key=lambda e: e.offset + e.length, reverse=True):
        end = 2 * (link.offset + link.length)
        words = units[2 * link.offset : end].decode("utf-16-le", "surrogatepass")
        if words.strip() != link.url:
            units = units[:end] + f" ({link.url})".encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le", "surrogatepass")


def _file(message: Message) -> DraftFile | None:  # noqa: PLR0911 - one return per kind of file
    if message.photo:
        best = message.photo[-1]
        return DraftFile(kind=FileKind.PHOTO, file_id=best.file_id, size=best.file_size or 0)
    if message.voice:
        return DraftFile(kind=FileKind.VOICE, file_id=message.voice.file_id, size=message.voice.file_size or 0)
    if message.video:
        video = message.video
        return DraftFile(
            kind=FileKind.VIDEO, file_id=video.file_id, name=video.file_name or "", size=video.file_size or 0
        )
    if message.video_note:
        note = message.video_note
        return DraftFile(kind=FileKind.VIDEO_NOTE, file_id=note.file_id, size=note.file_size or 0)
    if message.audio:
        audio = message.audio
        return DraftFile(
            kind=FileKind.AUDIO, file_id=audio.file_id, name=audio.file_name or "", size=audio.file_size or 0
        )
    if message.document:
        paper = message.document
        return DraftFile(
            kind=FileKind.DOCUMENT, file_id=paper.file_id, name=paper.file_name or "", size=paper.file_size or 0
        )
    return None
