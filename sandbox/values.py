import json
import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sandbox import lengths, wording
from sandbox.errors import ApiError, bad_request
from sandbox.schema import Field, Schema, Shape

_INTEGER = re.compile(r"[+-]?[0-9]{1,19}")
_FLOAT = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_TRUE = frozenset({"true", "1", "yes"})
_FALSE = frozenset({"false", "0", "no"})
_ATTACH = "attach://"
_ARRAY = "Array of "


class Reader:
    """Turns the values of one request into typed ones, depth first, and notes which files they use."""

    def __init__(self, schema: Schema, files: Collection[str]) -> None:
        self._schema = schema
        self._files = frozenset(files)
        self.used: set[str] = set()

    # ---- parameters: text from a form, or values of a JSON body

    def parameter(self, field: Field, raw: Any) -> Any:
        """A typed value, or None where Telegram takes an empty value for an absent one."""
        if field.types == ("String",) or "InputFile" in field.types:
            return self._text_parameter(field, raw)
        if raw is None or raw == "":
            return None
        if (scalar := _SCALARS.get(field.types)) is not None:
            return scalar(raw, lambda wanted: wording.wrong_type(field, wanted))
        value = _decoded(field, raw) if isinstance(raw, str) else raw
        if value == {} and field.name == "reply_markup":
            return None  # how PTB writes an inline keyboard without buttons
        return self._of_types(field.name, field, value)

    def _text_parameter(self, field: Field, raw: Any) -> str | None:
        if field.file and (raw is None or raw == "") and field.name in self._files:
            raw = _ATTACH + field.name
        if raw is None or (raw == "" and (field.file or field.enum)):
            return None
        if not isinstance(raw, str):
            raise wording.wrong_type(field, "String")
        _check_encoding(raw)
        if field.file:
            self._attached("", field, raw)
            if field.types == ("InputFile",) and not raw.startswith(_ATTACH):
                raise wording.not_uploaded(field)
        return raw

    def _attached(self, owner: str, field: Field, value: str) -> None:
        if value.startswith(_ATTACH):
            name = value.removeprefix(_ATTACH)
            if name not in self._files:
                raise wording.no_attachment(owner, field)
            self.used.add(name)

    # ---- values inside of JSON

    def _of_types(self, owner: str, field: Field, value: Any) -> Any:
        if (scalar := _SCALARS.get(field.types)) is not None:
            return scalar(value, lambda wanted: wording.wrong_field(owner, field.name, wanted), strict=True)
        if "InputFile" in field.types or field.types == ("String",):
            return self._text_field(owner, field, value)
        if all(kind.startswith(_ARRAY) for kind in field.types):
            inner = tuple(kind.removeprefix(_ARRAY) for kind in field.types)
            if not isinstance(value, list):
                raise wording.not_an_array(field.types[0], field)
            return [self._item(owner, field, inner, item) for item in value]
        return self._object(field, self._shapes(field.types), value)

    def _item(self, owner: str, field: Field, kinds: tuple[str, ...], value: Any) -> Any:
        return self._of_types(owner, Field(name=field.name, types=kinds), value)

    def _text_field(self, owner: str, field: Field, value: Any) -> str:
        if not isinstance(value, str):
            raise wording.wrong_field(owner, field.name, "String")
        _check_encoding(value)
        if field.file:
            self._attached(owner, field, value)
        return value

    def _shapes(self, kinds: Sequence[str]) -> list[Shape]:
        found: list[Shape] = []
        for kind in kinds:
            shape = self._schema.types[kind]
            found += self._shapes(shape.one_of) if shape.one_of and not shape.text else [shape]
        return found

    def _object(self, field: Field, shapes: list[Shape], value: Any) -> Any:
        if len(shapes) == 1 and shapes[0].text:
            return self._rich_text(field, shapes[0], value)
        kind = _family(field.types)
        if not isinstance(value, dict):
            raise wording.not_an_object(kind, field)
        fitting = _named(shapes, value)
        if not fitting:
            raise _unnamed(kind, shapes, value)
        first_error: ApiError | None = None
        for shape in sorted(fitting, key=lambda shape: _distance(shape, value)):
            used = set(self.used)
            try:
                return self._fields(shape, value)
            except ApiError as wrong:
                first_error = first_error or wrong
                self.used = used
        raise first_error or wording.not_an_object(kind, field)

    def _rich_text(self, field: Field, shape: Shape, value: Any) -> Any:
        if isinstance(value, str):
            return value
        if isinstance(value, list):
            return [self._rich_text(field, shape, item) for item in value]
        return self._object(field, self._shapes(shape.one_of), value)

    def _fields(self, shape: Shape, value: Mapping[str, Any]) -> dict[str, Any]:
        given = {name: item for name, item in value.items() if item is not None}
        for name in given:
            if name not in shape.fields:
                raise wording.unknown_field(shape.name, name)
        for name, field in shape.fields.items():
            if field.required and name not in given:
                raise wording.no_field(shape.name, name)
        typed = {name: self._of_types(shape.name, shape.fields[name], item) for name, item in given.items()}
        return {name: lengths.check(shape.name, shape.fields[name], item, typed) for name, item in typed.items()}


def _decoded(field: Field, raw: str) -> Any:
    if "String" in field.types:
        return raw
    try:
        return json.loads(raw, parse_constant=_no_constant)
    except (ValueError, RecursionError) as wrong:
        raise wording.bad_json(field) from wrong


def _check_encoding(value: str) -> None:
    """JSON can carry half of a surrogate pair, which is no text."""
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise bad_request("strings must be encoded in UTF-8")


def _no_constant(name: str) -> None:
    raise ValueError(name)


# ---- scalars; `strict` is how they are inside of JSON

Complain = Callable[[str], ApiError]


def _integer(value: Any, complain: Complain, *, strict: bool = False) -> int:  # noqa: ARG001 - one signature for all scalars
    if isinstance(value, int) and not isinstance(value, bool):
        number = value
    elif isinstance(value, str) and _INTEGER.fullmatch(value.strip()) is not None:
        number = int(value)
    else:
        raise complain("Integer")
    if not -(2**63) <= number < 2**63:
        raise complain("Integer")
    return number


def _float(value: Any, complain: Complain, *, strict: bool = False) -> float:  # noqa: ARG001 - one signature for all scalars
    if isinstance(value, str) and _FLOAT.fullmatch(value.strip()) is not None:
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise complain("Float")
    try:
        number = float(value)
    except OverflowError as wrong:
        raise complain("Float") from wrong
    if not math.isfinite(number):
        raise complain("Float")
    return number


def _boolean(value: Any, complain: Complain, *, strict: bool = False) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower() if isinstance(value, str | int) and not strict else ""
    if word not in _TRUE | _FALSE:
        raise complain("Boolean")
    return word in _TRUE


def _integer_or_text(value: Any, complain: Complain, *, strict: bool = False) -> int | str:
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()) is None:
        _check_encoding(value)
        return value.strip()
    return _integer(value, complain, strict=strict)


_SCALARS: Mapping[tuple[str, ...], Callable[..., Any]] = {
    ("Integer",): _integer,
    ("Float",): _float,
    ("Boolean",): _boolean,
    ("Integer", "String"): _integer_or_text,
}


# ---- which of several types an object is meant to be


def _names(shape: Shape) -> dict[str, object]:
    """Fields that tell this type from its relatives: those with a single possible value."""
    return {name: field.enum[0] for name, field in shape.fields.items() if len(field.enum) == 1}


def _named(shapes: list[Shape], value: Mapping[str, Any]) -> list[Shape]:
    if len(shapes) == 1:
        return shapes
    return [shape for shape in shapes if all(value.get(name) == wanted for name, wanted in _names(shape).items())]


def _unnamed(kind: str, shapes: list[Shape], value: Mapping[str, Any]) -> ApiError:
    name = next(iter(_names(shapes[0])), "type")
    kind = kind.removeprefix(_ARRAY)
    if value.get(name) is None:
        return wording.no_field(kind, name)
    return wording.nested(kind, f'Unsupported {name} "{value[name]}" specified')


def _family(kinds: Sequence[str]) -> str:
    """What the names of related types begin with: InputMediaAudio and InputMediaPhoto are InputMedia."""
    low, high = min(kinds), max(kinds)
    same = next((at for at, char in enumerate(low) if high[at : at + 1] != char), len(low))
    return low[:same] or kinds[0]


def _distance(shape: Shape, value: Mapping[str, Any]) -> int:
    unknown = sum(name not in shape.fields for name, item in value.items() if item is not None)
    absent = sum(field.required and value.get(name) is None for name, field in shape.fields.items())
    return unknown + absent
