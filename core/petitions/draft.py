"""What a resident has written so far. Plain JSON, so that it survives restarts and `/start`."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from core.petitions.model import KINDS, MAX_COPIED, Attachment, FileKind, Kind, Place
from core.petitions.party import Party, PartyRole
from core.shared.ids import AttachmentId
from core.shared.marks import Mark, Marked, joined, pack, unpack
from core.shared.text import is_blank, utf16_len

MAX_TEXT = 20_000
"""UTF-16 units; five full Telegram messages."""
MAX_FILES = 20
"""Two full albums, or one and what is said about it."""
MAX_UNNAMED_FILE = MAX_COPIED
"""An anonymous case keeps only what we fetched and cleaned."""


@dataclass(slots=True, kw_only=True)
class DraftFile:
    kind: FileKind
    file_id: str
    name: str = ""
    size: int = 0
    said_in: int = 0
    """Telegram's id of the message it came in; 0 where nobody knows."""
    album: str = ""
    """What Telegram calls the album it came in; "" for a file sent alone."""
    unique_id: str = ""
    """See `Attachment.unique_id`."""

    def kept_as(self, new: AttachmentId) -> Attachment:
        """Return what a case with a name keeps of it."""
        return Attachment(
            id=new,
            kind=self.kind,
            file_id=self.file_id,
            name=self.name,
            size=self.size,
            unique_id=self.unique_id,
        )

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "DraftFile":
        """Read what `asdict` made; what an older or newer version wrote besides is passed over."""
        known = {each.name for each in fields(cls)}
        return cls(**{**{name: data[name] for name in data if name in known}, "kind": FileKind(data["kind"])})


@dataclass(slots=True, kw_only=True)
class Draft:
    """A half-written petition. `id` makes confirming twice give one case."""

    id: str
    kind: Kind | None = None
    parts: list[str] = field(default_factory=list)
    said_in: list[int] = field(default_factory=list)
    """Of each part, Telegram's id of the message it came in, so that an edit finds it; 0 where nobody knows."""
    marks: dict[str, list[list[str | int]]] = field(default_factory=dict)
    """What the person made of their words, by the message they came in."""
    files: list[DraftFile] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    """The messages of files the person took out, so that an edit brings none back; 0 where nobody knows."""
    place: str = ""
    place_said_in: int = 0
    """Telegram's id of the message the place came in, so that an edit finds it; 0 where nobody knows."""
    latitude: float | None = None
    longitude: float | None = None
    located_in: int = 0
    """Telegram's id of the message the position came in, unless it came as the place; 0 where nobody knows."""
    anonymous: bool = False
    name_decided: bool = False
    """Whether the person has said if their name goes with it, where the kind leaves that to them."""
    code: str = ""
    """The code an anonymous author comes back with; shown before confirming, kept only as a hash afterwards."""
    about: str = ""
    """The id of the disclosed item that is asked about, if one is."""
    about_name: str = ""
    whose: str = ""
    """A `PartyRole`, where it is not for the person who writes."""
    whose_name: str = ""
    whose_phone: str = ""
    """Sealed, as hex digits."""
    team: str = ""
    """The team its author chose for a request for help; "" leaves that to its words."""
    call: dict[str, str] = field(default_factory=dict)
    """Of a call back: `phone` (sealed, as hex digits), the `end` of it, `when`, the `day`, the case `about`."""
    other: str = ""
    """Of a mediation: what its author calls the other party."""
    to_street: bool = False
    """It goes straight to the street above the author's unit."""

    def __post_init__(self) -> None:
        """Drafts written down by an earlier version do not know their messages, or that of a position long gone."""
        self.said_in = [*self.said_in, *[0] * len(self.parts)][: len(self.parts)]
        self.located_in = 0 if self.latitude is None else self.located_in

    @property
    def text(self) -> str:
        return "\n".join(self.parts)

    @property
    def words(self) -> Marked:
        """The text with what the person made of it."""
        told = zip(self.parts, self.said_in, strict=True)
        return joined(Marked(part, self.marks_of(said_in)) for part, said_in in told)

    @property
    def empty(self) -> bool:
        return is_blank(self.text) and not self.files

    @property
    def untouched(self) -> bool:
        """Whether nothing would be lost with it: neither words nor files, and no place."""
        return self.empty and not self.place and self.latitude is None

    @property
    def may_be_anonymous(self) -> bool:
        return self.kind is not None and KINDS[self.kind].anonymous_allowed

    @property
    def name_open(self) -> bool:
        """Whether it must still be asked with a name or without: nothing is handed in before."""
        return self.may_be_anonymous and not self.name_decided

    @property
    def unfetchable(self) -> list[DraftFile]:
        """The files that cannot be handed in without a name, by what Telegram says of their size."""
        return [file for file in self.files if self.anonymous and file.size > MAX_UNNAMED_FILE]

    @property
    def untaken(self) -> list[DraftFile]:
        """The files that are of no kind the petition's kind takes."""
        return [file for file in self.files if self.kind is not None and file.kind not in KINDS[self.kind].files]

    @property
    def uncopied(self) -> list[DraftFile]:
        """The files that go in with the name, but of which we can keep no copy."""
        return [file for file in self.files if not self.anonymous and file.size > MAX_COPIED]

    @property
    def where(self) -> Place:
        return Place(self.place, self.latitude, self.longitude)

    def add_text(self, text: str, said_in: int = 0, marks: Sequence[Mark] = ()) -> bool:
        """Join a further message; False (and nothing added) if the whole would grow too long."""
        if utf16_len(self.text) + utf16_len(text) + 1 > MAX_TEXT:
            return False
        self.parts.append(text)
        self.said_in.append(said_in)
        self._mark(said_in, marks)
        return True

    def marks_of(self, said_in: int) -> tuple[Mark, ...]:
        """Return what the person made of the words of this message."""
        return unpack(self.marks.get(str(said_in), ()))

    def _mark(self, said_in: int, marks: Sequence[Mark]) -> None:
        self.marks.pop(str(said_in), None)
        if said_in and marks:
            self.marks[str(said_in)] = pack(marks)

    def say_place(self, place: str, said_in: int = 0) -> None:
        """Say where it is in words, or nowhere: in the place of words and a position of before."""
        self.place, self.place_said_in = place, said_in
        self.latitude, self.longitude, self.located_in = None, None, 0

    def has_said(self, message_id: int) -> bool:
        """Tell whether a part of the text, or a file, came in this message, though it was taken out since."""
        return message_id in [*self.said_in, *(file.said_in for file in self.files), *self.dropped]

    def amend(self, message_id: int, text: str, marks: Sequence[Mark] = ()) -> bool:
        """Put other words in the place of those that came in this message; False (and nothing changed) if too long."""
        known = message_id in self.said_in
        at = self.said_in.index(message_id) if known else sum(said_in < message_id for said_in in self.said_in)
        if utf16_len(self.text) - utf16_len("\n".join(self.parts[at : at + known])) + utf16_len(text) > MAX_TEXT:
            return False
        self.parts[at : at + known] = [] if is_blank(text) else [text]
        self.said_in[at : at + known] = [] if is_blank(text) else [message_id]
        self._mark(message_id, marks)
        return True

    def drop_files(self, unwanted: Sequence[DraftFile]) -> None:
        """Take files out for good: no edit of their message brings them back."""
        self.dropped += [file.said_in for file in unwanted]
        self.files = [file for file in self.files if file not in unwanted]

    def stays_out(self, file: DraftFile) -> bool:
        """Tell whether this file of an edited message was taken out, or may have been where nobody knows which was."""
        known = self._place_of(file) is not None
        return file.said_in in self.dropped or (0 in self.dropped and not known)

    def _place_of(self, file: DraftFile) -> int | None:
        """Say which file came in the message of this one; where nobody knows that, which is the same one."""
        here = [n for n, old in enumerate(self.files) if old.said_in == file.said_in]
        same = [n for n, old in enumerate(self.files) if not old.said_in and old.file_id == file.file_id]
        return next(iter(here + same), None)

    def exchange(self, file: DraftFile) -> bool:
        """Put the file in the place of the one that came in the same message; False if that one is not known.

        Where no file came in it, the message had none, and it is added, if there is room.
        """
        at = self._place_of(file)
        if at is not None:
            self.files[at] = file
            return True
        return all(old.said_in for old in self.files) and self.add_file(file)

    def keep_parts(self, wanted: Callable[[str], bool]) -> None:
        """Leave only the parts of the text that are wanted."""
        kept = [pair for pair in zip(self.parts, self.said_in, strict=True) if wanted(pair[0])]
        self.parts, self.said_in = [part for part, _ in kept], [said_in for _, said_in in kept]

    def move_texts(self, other: "Draft") -> None:
        """Take over the other draft's parts, in order, as far as they fit; the rest stays there."""
        while other.parts and self.add_text(other.parts[0], other.said_in[0], other.marks_of(other.said_in[0])):
            del other.parts[0], other.said_in[0]

    def take_last(self) -> "Draft":
        """Move what was said last, a message or an album with all that came in it, into a draft of its own.

        What nobody knows the message of stays here; if that is everything, the last part of the text is taken.
        """
        latest = max([*self.said_in, *(file.said_in for file in self.files), self.located_in], default=0)
        if not latest:
            last = Draft(id=self.id, parts=self.parts[-1:])
            del self.parts[-1:], self.said_in[-1:]
            return last
        album = next((file.album for file in self.files if file.said_in == latest), "")
        taken = {latest} | {file.said_in for file in self.files if album and file.album == album}
        last = deepcopy(self)
        last.keep_messages(lambda message_id: message_id in taken)
        self.keep_messages(lambda message_id: message_id not in taken)
        return last

    def keep_messages(self, wanted: Callable[[int], bool]) -> None:
        """Leave only what came in wanted messages; a place that was typed when it was asked for is no message."""
        kept = [pair for pair in zip(self.parts, self.said_in, strict=True) if wanted(pair[1])]
        self.parts, self.said_in = [part for part, _ in kept], [said_in for _, said_in in kept]
        self.files = [file for file in self.files if wanted(file.said_in)]
        self.dropped = [message_id for message_id in self.dropped if wanted(message_id)]
        if not wanted(self.located_in):
            self.latitude, self.longitude, self.located_in = None, None, 0
            self.place = self.place if self.place_said_in else ""

    def empty_out(self, parts: int, files: int) -> None:
        """Throw the first `parts` of the text and the first `files` away; what came later stays."""
        self.parts, self.said_in, self.files = self.parts[parts:], self.said_in[parts:], self.files[files:]
        self.dropped = [message_id for message_id in self.dropped if message_id in self.said_in]

    def decide_name(self, code: str) -> None:
        """Take the person's answer: a code to come back with means without a name, none with it."""
        self.anonymous, self.code, self.name_decided = bool(code), code, True
        if self.anonymous:
            self.file_for()  # who it is for would tell who wrote it

    def file_for(self, role: PartyRole | None = None, name: str = "", phone: str = "") -> None:
        """Say whom it is for; nobody but oneself without a role."""
        self.whose, self.whose_name, self.whose_phone = role or "", name, phone

    @property
    def party(self) -> Party | None:
        if self.kind is Kind.CALLBACK:
            return Party(role=PartyRole.CALL, phone=bytes.fromhex(self.call.get("phone", "")))
        if self.anonymous or not (self.whose and self.whose_name):
            return None
        phone = bytes.fromhex(self.whose_phone) if self.whose_phone else None
        return Party(role=PartyRole(self.whose), name=self.whose_name, phone=phone)

    def choose(self, kind: Kind) -> bool:
        """Set the kind; False if it takes a name that was not to be given: the code then opens nothing."""
        self.kind = kind
        loses = self.anonymous and not self.may_be_anonymous
        if not self.may_be_anonymous:
            self.anonymous, self.code, self.name_decided = False, "", False
        return not loses

    def add_file(self, file: DraftFile) -> bool:
        """Add a file; False if there are too many already."""
        if len(self.files) >= MAX_FILES:
            return False
        self.files.append(file)
        return True

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Draft":
        files = [DraftFile.from_json(file) for file in data["files"]]
        kind = Kind(data["kind"]) if data["kind"] else None
        known = {each.name for each in fields(cls)}  # what an older or newer version wrote besides must poison nobody
        return cls(**{**{name: data[name] for name in data if name in known}, "files": files, "kind": kind})
