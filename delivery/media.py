"""Files on their way out: by Telegram's file id where there is one, else from our own store."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeAlias

from telegram import InputFile, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo, Message
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from core.privacy.export import EXPORT
from core.shared.blobs import BlobStore
from core.shared.errors import NotFoundError
from core.shared.ids import BlobId, ResidentId
from core.shared.messages import MediaRef
from delivery.lease import Lease
from delivery.limiter import Allowance
from delivery.pieces import CAPTION_LIMIT, visible_len

_NAMES = {
    "photo": "photo.jpg",
    "voice": "voice.ogg",
    "video": "video.mp4",
    "video_note": "video.mp4",
    "audio": "audio.mp3",
    "animation": "animation.mp4",
    "sticker": "sticker.webp",
}


ExportMaker: TypeAlias = Callable[[ResidentId, int], Awaitable[bytes]]
"""Makes a part of somebody's export; raises NotFoundError if they are erased by then."""
_NO_FILES = {"location", "contact"}
AlbumPart: TypeAlias = InputMediaAudio | InputMediaDocument | InputMediaPhoto | InputMediaVideo
_UPLOAD = 45 * 1024 * 1024
"""Bytes an album may bring along: Telegram takes requests of 50 MB at most, and a lease lasts a minute."""


class UnfitError(ValueError):
    """These parts make no album: each has to go alone."""


_STICKERS = (("tgs", b"\x1f\x8b"), ("webm", b"\x1aE\xdf\xa3"))


async def send_file(
    bot: ExtBot[Allowance],
    blobs: BlobStore,
    media: MediaRef,
    how: dict[str, Any],
    lease: Lease,
    *,
    as_document: bool = False,
    exports: ExportMaker | None = None,
) -> Message:
    """Send `media` as what it is, or anew `as_document` where Telegram has refused that: a GIF is no document to it.

    Raises NotFoundError("file-unknown") if nobody has it any more.
    """
    kind = "document" if as_document and media.kind not in _NO_FILES else media.kind
    if kind == "contact":
        number, first, last = media.name.split("\t")
        how = {**how, "last_name": last or None, "rate_limit_args": lease.allowance()}
        return await bot.send_contact(phone_number=number, first_name=first or number, **how)
    if kind == "location":
        latitude, longitude = (float(part) for part in media.name.split(","))
        return await bot.send_location(latitude=latitude, longitude=longitude, rate_limit_args=lease.allowance(), **how)
    content = await _content(bot, blobs, media, anew=as_document, exports=exports)
    allowed = lease.allowance()  # only now: reading the file took time
    how = {**how, "rate_limit_args": allowed}
    match kind:
        case "photo":
            sending = bot.send_photo(photo=content, **how)
        case "voice":
            sending = bot.send_voice(voice=content, **how)
        case "video":
            sending = bot.send_video(video=content, **how)
        case "video_note":
            sending = bot.send_video_note(video_note=content, **how)
        case "audio":
            sending = bot.send_audio(audio=content, **how)
        case "animation":
            sending = bot.send_animation(animation=content, **how)
        case "sticker":
            sending = bot.send_sticker(sticker=content, **how)
        case _:  # else Telegram makes an animation of a silent film, a voice message of a sound
            sending = bot.send_document(document=content, disable_content_type_detection=True, **how)
    return await sending


async def album_parts(
    bot: ExtBot[Allowance], blobs: BlobStore, parts: Sequence[tuple[str, MediaRef | None]]
) -> list[AlbumPart]:
    """Return captions (HTML) and files as the parts of an album.

    Raises UnfitError if they make none, NotFoundError("file-unknown") if nobody has one of the files any more.
    """
    made: list[AlbumPart] = []
    uploaded = 0
    for html, media in parts:
        if media is None or visible_len(html) > CAPTION_LIMIT:
            raise UnfitError
        content = await _content(bot, blobs, media, anew=False, attached=True)
        data = content.input_file_content if isinstance(content, InputFile) else b""
        uploaded += len(data) if isinstance(data, bytes) else 0
        if uploaded > _UPLOAD:
            raise UnfitError
        made.append(_album_part(media.kind, content, {"caption": html, "parse_mode": ParseMode.HTML} if html else {}))
    return made


def _album_part(kind: str, content: InputFile | str, words: dict[str, Any]) -> AlbumPart:
    match kind:
        case "photo":
            return InputMediaPhoto(content, **words)
        case "video":
            return InputMediaVideo(content, **words)
        case "audio":
            return InputMediaAudio(content, **words)
        case "document":
            return InputMediaDocument(content, disable_content_type_detection=True, **words)
        case _:
            raise UnfitError


async def _content(
    bot: ExtBot[Allowance],
    blobs: BlobStore,
    media: MediaRef,
    *,
    anew: bool,
    attached: bool = False,
    exports: ExportMaker | None = None,
) -> InputFile | str:
    if media.kind == EXPORT:
        return await _export(exports, media)
    if media.text:
        return InputFile(media.text.encode(), filename=media.name)
    if media.file_id and not anew:
        return media.file_id
    if media.blob:
        try:
            data = await blobs.get(BlobId(media.blob))
        except NotFoundError:
            if not media.file_id:
                raise
        else:
            return InputFile(data, filename=media.name or _name_by_form(media.kind, data), attach=attached)
    if not media.file_id:
        raise NotFoundError("file-unknown")
    # Telegram does not turn one kind into another: fetched and sent anew.
    file = await bot.get_file(media.file_id)
    data = bytes(await file.download_as_bytearray())
    return InputFile(data, filename=media.name or _name_by_form(media.kind, data))


async def _export(exports: ExportMaker | None, media: MediaRef) -> InputFile:
    """Make a part of what somebody takes along now: before and after this it lies nowhere."""
    if exports is None:
        raise NotFoundError("file-unknown")
    part, _, parts = media.name.partition("/")
    name = "linli.zip" if parts == "1" else f"linli-{part}-{parts}.zip"
    return InputFile(await exports(ResidentId(media.blob), int(part)), filename=name)


def _name_by_form(kind: str, data: bytes) -> str:
    """Name a file of which nobody knows a name; a sticker Telegram tells by nothing else."""
    if kind == "sticker":
        return next((f"sticker.{form}" for form, begins in _STICKERS if data.startswith(begins)), _NAMES[kind])
    return _NAMES.get(kind, "file.bin")
