"""What a resident has written so far. Plain JSON, so that it survives restarts and `/start`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from core.petitions.model import KINDS, FileKind, Kind, Place
from core.shared.text import is_blank, utf16_len

MAX_TEXT = 20_000
"""UTF-16 units; five full Telegram messages."""
MAX_FILES = 10


@dataclass(slots=True, kw_only=True)
class DraftFile:
    kind: FileKind
    file_id: str
    name: str = ""
    size: int = 0


@dataclass(slots=True, kw_only=True)
class Draft:
    """A half-written petition. `id` makes confirming twice give one case."""

    id: str
    kind: Kind | None = None
    parts: list[str] = field(default_factory=list)
    files: list[DraftFile] = field(default_factory=list)
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    anonymous: bool = False
    code: str = ""
    """The code an anonymous author comes back with; shown before confirming, kept only as a hash afterwards."""

    @property
    def text(self) -> str:
        return "\n".join(self.parts)

    @property
    def empty(self) -> bool:
        return is_blank(self.text) and not self.files

    @property
    def may_be_anonymous(self) -> bool:
        return self.kind is not None and KINDS[self.kind].anonymous_allowed

    @property
    def where(self) -> Place:
        return Place(self.place, self.latitude, self.longitude)

    def add_text(self, text: str) -> bool:
        """Join a further message; False (and nothing added) if the whole would grow too long."""
        if utf16_len(self.text) + utf16_len(text) + 1 > MAX_TEXT:
            return False
        self.parts.append(text)
        return True

    def add_file(self, file: DraftFile) -> bool:
        """Add a file; False if there are ten already."""
        if len(self.files) >= MAX_FILES:
            return False
        self.files.append(file)
        return True

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Draft":
        files = [DraftFile(**{**f, "kind": FileKind(f["kind"])}) for f in data["files"]]
        kind = Kind(data["kind"]) if data["kind"] else None
        known = {each.name for each in fields(cls)}  # what an older or newer version wrote besides must poison nobody
        return cls(**{**{name: data[name] for name in data if name in known}, "files": files, "kind": kind})
