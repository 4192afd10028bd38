import re
from collections.abc import Callable, Collection, Mapping
from itertools import pairwise
from typing import Any

from sandbox import lengths, wording
from sandbox.errors import ApiError, bad_request
from sandbox.schema import Field, load
from sandbox.values import Reader

NO_METHOD = "Not Found: method not found"
_OLD_PREVIEW = "disable_web_page_preview"
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_ALONE = ("audio", "document")  # these share an album with nothing but their own kind


def validate(method: str, params: Mapping[str, Any], files: Collection[str]) -> dict[str, Any]:
    """Give typed parameters of a call, or refuse it the way Telegram does.

    Stricter than Telegram on purpose in one point: what the documentation does not name is refused,
    not skipped. An uploaded file is always given as "attach://" and the name of its part.
    """
    fields = _method(method)
    given = _renamed(fields, params)
    for name in given:
        if name not in fields:
            raise wording.unknown_parameter(name)
    try:
        return _checked(method, fields, given, files)
    except RecursionError as wrong:
        raise bad_request("the request is nested too deep") from wrong


def canonical_name(method: str) -> str | None:
    """The documented spelling of a method's name; Telegram takes any case."""
    schema = load()
    if method in schema.methods:
        return method
    return next((name for name in schema.methods if name.lower() == method.lower()), None)


def _method(method: str) -> Mapping[str, Field]:
    name = canonical_name(method)
    if name is None:
        raise ApiError(404, NO_METHOD)
    return load().methods[name]


def _renamed(fields: Mapping[str, Field], params: Mapping[str, Any]) -> dict[str, Any]:
    """One old name is still on the wire: aiogram sends it beside the new one by `link_preview_is_disabled`."""
    given = dict(params)
    if _OLD_PREVIEW in given and "link_preview_options" in fields:
        off = Reader(load(), ()).parameter(Field(name=_OLD_PREVIEW, types=("Boolean",)), given.pop(_OLD_PREVIEW))
        if off:
            given.setdefault("link_preview_options", {"is_disabled": True})
    return given


def _checked(
    method: str, fields: Mapping[str, Field], given: Mapping[str, Any], files: Collection[str]
) -> dict[str, Any]:
    reader = Reader(load(), files)
    typed: dict[str, Any] = {}
    for name, field in fields.items():
        value = reader.parameter(field, given.get(name))
        if value is None or (value == "" and field.required and not _may_be_empty(field)):
            if field.required and not _may_be_empty(field):
                raise wording.missing(field)
        else:
            typed[name] = value
    for name in files:
        if name not in reader.used:
            raise wording.unknown_parameter(name)
    checked = {name: lengths.check(method, fields[name], value, typed) for name, value in typed.items()}
    for rule in (_target, _content, *_RULES.get(method, ())):
        rule(fields, checked)
    return checked


def _may_be_empty(field: Field) -> bool:
    limit = field.chars or field.bytes
    return field.blank or (field.types == ("String",) and limit is not None and limit[0] == 0)


# ---- rules that join several parameters

Rule = Callable[[Mapping[str, Field], Mapping[str, Any]], None]


def _target(fields: Mapping[str, Field], values: Mapping[str, Any]) -> None:
    """A message to edit is named either by its chat and number or by its inline identifier."""
    if "inline_message_id" not in fields or values.get("inline_message_id"):
        return
    for name in ("chat_id", "message_id"):
        if name in fields and not values.get(name):
            raise wording.missing(fields[name])


def _content(fields: Mapping[str, Field], values: Mapping[str, Any]) -> None:
    if "text" in fields and "rich_message" in fields and "text" not in values and "rich_message" not in values:
        raise wording.missing(fields["text"])


def _album(_: Mapping[str, Field], values: Mapping[str, Any]) -> None:
    kinds = {item["type"] for item in values["media"]}
    for kind in _ALONE:
        if kind in kinds and len(kinds) > 1:
            raise bad_request(f"{kind} can't be mixed with other media types")


def _commands(_: Mapping[str, Field], values: Mapping[str, Any]) -> None:
    for command in values["commands"]:
        if _COMMAND.fullmatch(command["command"].removeprefix("/")) is None:
            raise bad_request("BOT_COMMAND_INVALID")


def _increasing(_: Mapping[str, Field], values: Mapping[str, Any]) -> None:
    numbers = values["message_ids"]
    if any(one >= other for one, other in pairwise(numbers)):
        raise bad_request("message identifiers must be in a strictly increasing order")


_RULES: Mapping[str, tuple[Rule, ...]] = {
    "sendMediaGroup": (_album,),
    "setMyCommands": (_commands,),
    "copyMessages": (_increasing,),
    "forwardMessages": (_increasing,),
}
