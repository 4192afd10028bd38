import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One parameter or nested field as documented: its types and every limit stated in words."""

    name: str
    types: tuple[str, ...]
    required: bool = False
    enum: tuple[str | int, ...] = ()
    chars: Range | None = None  # UTF-16 units, after entities parsing where `format` is set
    bytes: Range | None = None
    items: Range | None = None
    range: Range | None = None
    also: tuple[int, ...] = ()  # numbers allowed outside of the range
    format: tuple[str, str] | None = None
    word: bool = False
    blank: bool = False
    file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A JSON object type: either its fields or the types it stands for."""

    name: str
    fields: Mapping[str, Field]
    one_of: tuple[str, ...] = ()
    text: bool = False  # a plain string or a list of itself will do as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The whole Bot API as far as requests go; answers are none of its business."""

    version: str
    methods: Mapping[str, Mapping[str, Field]]
    types: Mapping[str, Shape]


def _field(name: str, spec: Mapping[str, Any]) -> Field:
    frozen: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in spec.items()}
    return Field(name=name, **frozen)


@cache
def load() -> Schema:
    table = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    specs = table["specs"]

    def fields(entry: Mapping[str, int]) -> Mapping[str, Field]:
        return MappingProxyType({name: _field(name, specs[index]) for name, index in entry.items()})

    shapes = {
        name: Shape(
            name=name,
            fields=fields(entry.get("fields", {})),
            one_of=tuple(entry.get("one_of", ())),
            text=entry.get("text", False),
        )
        for name, entry in table["types"].items()
    }
    return Schema(
        version=table["version"],
        methods=MappingProxyType({name: fields(entry) for name, entry in table["methods"].items()}),
        types=MappingProxyType(shapes),
    )
