import hashlib
import itertools
import re
from dataclasses import dataclass
from typing import Any

from sandbox.errors import ApiError
from sandbox.world.images import SMALL_JPEG, picture_size, scaled, smaller_sizes

DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
FOLDERS = {
    "photo": ("photos", ".jpg", "image/jpeg"),
    "document": ("documents", "", "application/octet-stream"),
    "voice": ("voice", ".oga", "audio/ogg"),
    "video": ("videos", ".mp4", "video/mp4"),
    "video_note": ("video_notes", ".mp4", "video/mp4"),
    "audio": ("music", ".mp3", "audio/mpeg"),
    "animation": ("animations", ".mp4", "video/mp4"),
    "sticker": ("stickers", ".webp", "image/webp"),
    "thumbnail": ("thumbnails", ".jpg", "image/jpeg"),
}
_ODD = re.compile(r"[^A-Za-z0-9_\-]")
_TYPE = re.compile(r"[\w.+\-]+/[\w.+\-]+(?:; ?[\w\-]+=[\w.\-]+)*", re.ASCII)
MAGIC = {
    "voice": b"OggS",
    "video": b"\0\0\0\x18ftypmp42",
    "video_note": b"\0\0\0\x18ftypmp42",
    "audio": b"ID3\x03",
    "animation": b"\0\0\0\x18ftypmp42",
    "sticker": b"RIFF\0\0\0\0WEBPVP8X",
    "document": b"",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """Bytes as they were handed in, with what is known of them."""

    content: bytes
    file_name: str | None = None
    mime_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file of one kind: its number serves again for that kind only."""

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    path: str
    file_name: str | None
    mime_type: str
    facts: dict[str, Any]
    smaller: tuple["StoredFile", ...] = ()

    def json(self) -> Any:
        """The Bot API object of the file's kind (for a photo: its list of sizes)."""
        known = {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            **self.facts,
            "file_size": len(self.content),
        }
        if self.kind == "photo":
            return [*(each.json()[0] for each in self.smaller), known]
        if self.kind not in {"video_note", "sticker", "thumbnail"}:
            known["mime_type"] = self.mime_type
        if self.file_name and self.kind in {"document", "video", "audio", "animation"}:
            known["file_name"] = self.file_name
        return known


def made_content(kind: str, size: int) -> bytes:
    """Bytes of the wanted size that begin as a file of that kind does."""
    head = SMALL_JPEG if kind == "photo" else MAGIC[kind]
    return head + b"\0" * max(0, size - len(head))


class FileStore:
    """Keeps every file of the world; the same bytes of the same kind have the same unique number."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._whole: dict[str, StoredFile] = {}
        self._uploads: dict[str, Blob] = {}
        self._numbers = itertools.count(1)

    def keep(self, kind: str, blob: Blob, facts: dict[str, Any] | None = None) -> StoredFile:
        """A photo has several sizes, each a file of its own; any of them sends the whole photo again."""
        if kind != "photo":
            return self._keep(kind, blob, facts or {})
        sizes = smaller_sizes(picture_size(blob.content) or (8, 8))
        small = tuple(self._keep(kind, Blob(content=scaled(blob.content, size)), {}) for size in sizes)
        whole = self._keep(kind, blob, {}, small)
        self._whole |= {each.file_id: whole for each in small}
        return whole

    def _keep(self, kind: str, blob: Blob, facts: dict[str, Any], smaller: tuple[StoredFile, ...] = ()) -> StoredFile:
        number = next(self._numbers)
        folder, suffix, usual_type = FOLDERS[kind]
        name, told = blob.file_name, blob.mime_type or ""
        if kind == "document" and name and "." in name:
            suffix = "." + _ODD.sub("", name.rsplit(".", 1)[1])
        digest = hashlib.sha256(kind.encode() + blob.content).hexdigest()
        stored = StoredFile(
            file_id=f"SBX{kind}-{number:06d}-{digest[:24]}",
            unique_id=f"U{digest[:14]}",
            kind=kind,
            content=blob.content,
            path=f"{folder}/file_{number}{suffix}",
            file_name=name or (f"file{suffix}" if kind == "document" else None),
            mime_type=told if _TYPE.fullmatch(told) and kind != "photo" else usual_type,
            facts={**_facts(kind, blob.content), **facts},
            smaller=smaller,
        )
        self._files[stored.file_id] = self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def forget(self, file_id: str) -> bool:
        """Forget a file; of a photo all its sizes."""
        stored = self._files.get(file_id)
        whole = self._whole.get(file_id, stored)
        for each in (stored, whole, *(whole.smaller if whole else ())):
            if each is not None and self._files.pop(each.file_id, None) is not None:
                del self._by_path[each.path]
        return stored is not None

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def again(self, file_id: str, kind: str) -> StoredFile:
        """The file to send once more; Telegram does not turn one kind into another."""
        stored = self._files.get(file_id)
        if stored is None:
            raise ApiError(400, "Bad Request: wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            was, now = (name.replace("_", " ").title().replace(" ", "") for name in (stored.kind, kind))
            raise ApiError(400, f"Bad Request: can't use file of type {was} as {now}")
        return self._whole.get(file_id, stored)

    def upload(self, blob: Blob) -> str:
        data_id = f"data-{next(self._numbers)}"
        self._uploads[data_id] = blob
        return data_id

    def uploaded(self, data_id: str) -> Blob | None:
        return self._uploads.get(data_id)


def is_sound(content: bytes) -> bool:
    """Whether a file begins as OGG, MP3 or M4A do."""
    frame = content[:1] == b"\xff" and content[1:2] >= b"\xe0"
    return content.startswith((b"OggS", b"ID3")) or frame or content[4:8] == b"ftyp"


def check_photo(content: bytes) -> None:
    """Telegram's limits for what may go as a photo."""
    if len(content) > PHOTO_LIMIT:
        told = f"file of size {len(content)} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        raise ApiError(400, f"Bad Request: {told}")
    size = picture_size(content)
    if size is None:
        raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
    width, height = size
    if min(size) < 1 or width + height > 10000 or max(size) > 20 * min(size):
        raise ApiError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")


def _facts(kind: str, content: bytes) -> dict[str, Any]:
    match kind:
        case "photo" | "thumbnail":
            width, height = picture_size(content) or (8, 8)
            return {"width": width, "height": height}
        case "voice" | "audio":
            return {"duration": 3}
        case "video" | "animation":
            return {"width": 640, "height": 360, "duration": 3}
        case "video_note":
            return {"length": 240, "duration": 3}
        case "sticker":
            return {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        case _:
            return {}
