"""What is to be said, before it has a language: a key, arguments, buttons, files. Plain JSON on disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

from core.shared.appointments import Appointment
from core.shared.language import Language
from core.shared.marks import Marked, pack, unpack


@dataclass(frozen=True, slots=True)
class Term:
    """An argument that is itself a catalogue key, such as a stage's name."""

    key: str


Arg: TypeAlias = str | int | date | datetime | Term | Marked


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: an action code (see `core.shared.actions`) or an address, never both."""

    label: str
    action: str = ""
    url: str = ""
    args: Mapping[str, Arg] = field(default_factory=dict)
    """What its label says; a unit's name, say."""

    def to_json(self) -> list[Any]:
        args = {name: _pack(value) for name, value in self.args.items()}
        return [self.label, self.action, self.url, *([args] if args else [])]

    @classmethod
    def from_json(cls, label: str, action: str, url: str, args: Mapping[str, Any] | None = None) -> "Button":
        return cls(label, action, url, {name: _unpack(value) for name, value in (args or {}).items()})


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A file to send: what is written in it, else our own blob if there is one, else by Telegram's file id."""

    kind: str
    blob: str = ""
    file_id: str = ""
    name: str = ""
    text: str = ""
    """The whole file, where it is made of words at the moment of sending; never stored."""


@dataclass(frozen=True, slots=True)
class MessageSpec:
    """A text by key with typed arguments; rendered in the reader's language at the moment of sending."""

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    buttons: Sequence[Sequence[Button]] = ()
    media: MediaRef | None = None
    force_reply: bool = False
    more: Sequence["MessageSpec"] = ()
    """Further lines, each with its own key; their buttons and media are ignored."""
    otherwise: Language | None = None
    """The language for whoever has chosen none."""
    quiet: bool = False
    """Without a sound: nobody is to do anything."""
    appointment: Appointment | None = None
    """Goes along as a calendar file, in the reader's language; not together with `media`."""

    def to_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "args": {name: _pack(value) for name, value in self.args.items()},
            "buttons": [[button.to_json() for button in row] for row in self.buttons],
            "media": [self.media.kind, self.media.blob, self.media.file_id, self.media.name] if self.media else None,
            "force_reply": self.force_reply,
            "more": [line.to_json() for line in self.more],
            **({"otherwise": self.otherwise} if self.otherwise else {}),
            **({"quiet": True} if self.quiet else {}),
            **({"appointment": self.appointment.to_json()} if self.appointment else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "MessageSpec":
        media, appointment = data.get("media"), data.get("appointment")
        return cls(
            key=data["key"],
            args={name: _unpack(value) for name, value in data["args"].items()},
            buttons=[[Button.from_json(*parts) for parts in row] for row in data["buttons"]],
            media=MediaRef(*media) if media else None,
            force_reply=data["force_reply"],
            more=[cls.from_json(line) for line in data["more"]],
            otherwise=Language(data["otherwise"]) if "otherwise" in data else None,
            quiet=data.get("quiet", False),
            appointment=Appointment.from_json(appointment) if appointment else None,
        )


def _pack(value: Arg) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, Term):
        return {"term": value.key}
    if isinstance(value, Marked):
        return {"words": value.text, "marks": pack(value.marks)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value


def _unpack(value: Any) -> Arg:  # noqa: ANN401 - JSON
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return] # only str and int are packed as themselves
    if "term" in value:
        return Term(value["term"])
    if "words" in value:
        return Marked(value["words"], unpack(value["marks"]))
    if "moment" in value:
        return datetime.fromisoformat(value["moment"])
    return date.fromisoformat(value["day"])
