"""What a person's message contains, read once, the same way everywhere."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram.types import (
    Animation,
    Audio,
    Contact,
    Document,
    ExternalReplyInfo,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    PhotoSize,
    Sticker,
    Video,
    VideoNote,
    Voice,
)

from core.petitions.draft import DraftFile
from core.petitions.model import FileKind
from core.shared.marks import CONTACT, POSITION, Mark, Marked, joined
from core.shared.text import utf16_len
from dialogs.code_shapes import DASHED
from dialogs.entities import with_marks
from dialogs.file_names import safe_name

MAP = "🗺 "
"""Begins the line of a position."""
CARD = "👤 "
"""Begins the line of a contact."""
FORWARDED = "↪️"
"""Begins the line that says from whom a forwarded message is, or a message of elsewhere that is answered."""
_LINKS = re.compile(r"\s*(?:(?:https?://|www\.|t\.me/)\S+\s*)+", re.IGNORECASE)
_CODE = re.compile(DASHED, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Incoming:
    """`text` includes a file's caption. `unreadable` marks what we cannot pass on; the person is told."""

    text: str = ""
    files: tuple[DraftFile, ...] = field(default=())
    latitude: float | None = None
    longitude: float | None = None
    unreadable: bool = False
    message_id: int = 0
    marks: tuple[Mark, ...] = ()
    """What the person made of the text."""
    origin: str = ""
    """From whom it was forwarded, or whose message of elsewhere it answers."""
    of_person: bool = False
    """Whether that is a person, and no group and no channel."""
    quoted: str = ""
    """What of the answered message was picked out."""
    post: bool = False
    """Whether it was forwarded from a channel, a group or a bot, or sent by way of one: nobody's own words."""
    elsewhere: bool = False
    """Whether the answered message stands in another chat."""

    @property
    def album(self) -> str:
        """What Telegram calls the album it came in; "" for what was sent alone."""
        return next((file.album for file in self.files), "")

    @property
    def is_plain(self) -> bool:
        return bool(self.text) and not self.files and self.latitude is None

    @property
    def mere_link(self) -> bool:
        """Whether it is nothing but addresses."""
        return not self.files and _LINKS.fullmatch(self.text) is not None

    @property
    def told(self) -> Marked:
        """The text below what it needs to be understood: from whom it is, and what of another chat it answers."""
        said = Marked(self.text, self.marks)
        if self.elsewhere and self.quoted:
            said = said.with_quote(self.quoted)
        if self.origin:
            said = said.behind(f"{FORWARDED} {self.origin}\n")
        return said

    @property
    def words(self) -> Marked:
        """All of it for a case: with what of our own messages it answers, and a position as a line of it."""
        said = self.told
        if self.quoted and not self.elsewhere:
            said = said.with_quote(self.quoted)
        if self.latitude is None or self.longitude is None:
            return said
        line = position_line(self.latitude, self.longitude)
        there = Marked(line, (Mark(POSITION, 0, utf16_len(line), f"{self.latitude},{self.longitude}"),))
        return joined([said, there]) if said.text else there


def position_line(latitude: float, longitude: float) -> str:
    """Write a position down in degrees, as map programs understand it."""
    return f"{MAP}{latitude}, {longitude}"


def has_position(words: str) -> bool:
    """Tell whether a position is written down in these words."""
    return any(line.startswith(MAP) for line in words.splitlines())


def without_person(incoming: Incoming) -> Incoming:
    """Leave out the name of the person a message was forwarded from: it is for the staff, not for other residents."""
    return replace(incoming, origin="…") if incoming.of_person else incoming


def read_message(message: Message) -> Incoming:
    return replace(_content(message), message_id=message.message_id, **_context(message))


def _content(message: Message) -> Incoming:
    if message.location:
        title = f"{message.venue.title} {message.venue.address}" if message.venue else ""
        return Incoming(title, latitude=message.location.latitude, longitude=message.location.longitude)
    if message.contact:
        return _card(message.contact)
    file = _file(message)
    if file is None and message.text is not None and message.external_reply is not None:
        file = _file(message.external_reply)  # what is talked about
    if file is None and message.text is None:
        return Incoming(unreadable=True)
    said = with_marks(message.text or message.caption or "", message.entities or message.caption_entities or ())
    files = () if file is None else (replace(file, said_in=message.message_id, album=message.media_group_id or ""),)
    return Incoming(said.text, files, marks=said.marks)


def _card(contact: Contact) -> Incoming:
    """Write down name and number; neither the account behind them nor what else such a card may hold."""
    number, first, last = (
        " ".join((part or "").split()) for part in (contact.phone_number, contact.first_name, contact.last_name)
    )
    line = f"{CARD}{' '.join(filter(None, [first, last, number]))}"
    return Incoming(line, marks=(Mark(CONTACT, 0, utf16_len(line), f"{number}\t{first}\t{last}"),))


def _context(message: Message) -> dict[str, Any]:
    """Say from whom a message is and what it answers, as far as nothing of it opens an anonymous case."""
    other, quote = message.external_reply, message.quote
    origin = message.forward_origin or (other.origin if other is not None else None)
    name, of_person = "", False
    match origin:
        case MessageOriginUser(sender_user=user):
            himself = message.from_user is not None and user.id == message.from_user.id
            name, of_person = "" if himself else user.full_name, not himself
        case MessageOriginHiddenUser(sender_user_name=user_name):
            himself = message.from_user is not None and user_name == message.from_user.full_name
            name, of_person = "" if himself else user_name, not himself
        case MessageOriginChat(sender_chat=chat) | MessageOriginChannel(chat=chat):
            name = chat.title or chat.full_name
    picked = quote is not None and (bool(quote.is_manual) or other is not None)
    quoted = quote.text if quote is not None and picked and not _CODE.search(quote.text) else ""
    post = bool(message.forward_origin and name and not of_person) or message.via_bot is not None
    if isinstance(message.forward_origin, MessageOriginUser):
        post = post or message.forward_origin.sender_user.is_bot
    return {"origin": name, "of_person": of_person, "post": post, "quoted": quoted, "elsewhere": other is not None}


def _file(message: Message | ExternalReplyInfo) -> DraftFile | None:  # noqa: PLR0911 - one return per kind of file
    if message.animation:  # before the document, which Telegram adds to it for old programs
        return _named(FileKind.ANIMATION, message.animation)
    if message.photo:
        return _unnamed(FileKind.PHOTO, message.photo[-1])
    if message.live_photo and message.live_photo.photo:
        return _unnamed(FileKind.PHOTO, message.live_photo.photo[-1])
    if message.voice:
        return _unnamed(FileKind.VOICE, message.voice)
    if message.video:
        return _named(FileKind.VIDEO, message.video)
    if message.video_note:
        return _unnamed(FileKind.VIDEO_NOTE, message.video_note)
    if message.audio:
        return _named(FileKind.AUDIO, message.audio)
    if message.sticker:
        return replace(_unnamed(FileKind.STICKER, message.sticker), name=_sticker_name(message.sticker))
    if message.document:
        return _named(FileKind.DOCUMENT, message.document)
    return None


def _unnamed(
    kind: FileKind, file: PhotoSize | Voice | VideoNote | Sticker | Animation | Video | Audio | Document
) -> DraftFile:
    return DraftFile(kind=kind, file_id=file.file_id, size=file.file_size or 0, unique_id=file.file_unique_id)


def _named(kind: FileKind, file: Animation | Video | Audio | Document) -> DraftFile:
    return replace(_unnamed(kind, file), name=safe_name(file.file_name or ""))


def _sticker_name(sticker: Sticker) -> str:
    """Name it by its form: sent anew it is told by nothing else."""
    return "sticker.tgs" if sticker.is_animated else "sticker.webm" if sticker.is_video else "sticker.webp"
