import re
from collections.abc import Mapping
from typing import Any

from sandbox import wording
from sandbox.entities import is_blank, parse, utf16_len
from sandbox.schema import Field

_WORD = re.compile(r"[A-Za-z0-9_\-]*")
_VARIATION = "\ufe0f"  # tells how to draw the symbol before it; senders add or drop it freely


def check(owner: str, field: Field, value: Any, beside: Mapping[str, Any]) -> Any:
    """Hold a value of the right type against the stated limits; gives it in its usual spelling."""
    if field.enum:
        return _one_of(owner, field, value)
    if isinstance(value, str):
        _check_text(owner, field, value, beside)
    elif isinstance(value, list):
        _check_size(owner, field, len(value), field.items, "items")
    elif field.range is not None and isinstance(value, int | float):
        low, high = field.range
        if not low <= value <= high and value not in field.also:
            raise wording.wrong_value(owner, field, f"between {low} and {high}")
    return value


def _one_of(owner: str, field: Field, value: Any) -> Any:
    if value in field.enum:
        return value
    if isinstance(value, str):
        loose = field.name.endswith("parse_mode")
        for allowed in field.enum:
            same = value.replace(_VARIATION, "") == str(allowed).replace(_VARIATION, "")
            if same or (loose and value.lower() == str(allowed).lower()):
                return allowed
    allowed_list = ", ".join(str(allowed) for allowed in field.enum[:20])
    raise wording.wrong_value(owner, field, f"one of {allowed_list}")


def _check_text(owner: str, field: Field, value: str, beside: Mapping[str, Any]) -> None:
    if field.format is not None:
        mode, marks = (beside.get(name) for name in field.format)
        shown, _ = parse(value, mode, marks)
        _check_size(owner, field, utf16_len(shown), field.chars, "characters")
    elif field.chars is not None:
        size = 0 if is_blank(value) else utf16_len(value)
        _check_size(owner, field, size, field.chars, "characters")
    if field.bytes is not None:
        size = len(value.encode(errors="surrogatepass"))
        _check_size(owner, field, size, field.bytes, "bytes")
    if field.word and _WORD.fullmatch(value) is None:
        raise wording.wrong_value(owner, field, "made of A-Z, a-z, 0-9, _ and - only")


def _check_size(owner: str, field: Field, size: int, limit: tuple[int, int] | None, unit: str) -> None:
    if limit is not None and not limit[0] <= size <= limit[1]:
        raise wording.out_of_size(owner, field, size, *limit, unit)
