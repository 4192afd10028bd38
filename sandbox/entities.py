import re
from typing import Any

from sandbox import links, markup_html, markup_legacy, markup_markdown
from sandbox.entity_detect import detect
from sandbox.entity_shape import settle
from sandbox.errors import ApiError, bad_request
from sandbox.markup import MarkupError
from sandbox.utf16 import Units, utf16_len

__all__ = ["is_blank", "parse", "utf16_len"]

_MODES = {
    "html": markup_html.parse,
    "markdown": markup_legacy.parse,
    "markdownv2": markup_markdown.parse,
}
_MOST_BYTES = 1 << 15
_DROPPED = re.compile("[\r\u0333\u033f\u030a\u2028-\u202e]")
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
# characters that leave no mark: a text of nothing else counts as empty
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u206f\u2800\u3164\ufeff\uffa0"
_BLANK = re.compile(rf"[\s{_INVISIBLE}]*")
_FOUND_ANEW = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})


def parse(text: str, parse_mode: str | None, entities: list[dict[str, Any]] | None) -> tuple[str, list[dict[str, Any]]]:
    """Give the text as it will be shown and its entities, as Telegram would store them."""
    _check_encoding(text)
    plain, marks = _marked(text, parse_mode, entities)
    plain, marks = _clean(plain, marks)
    plain, marks = _trim(plain, marks)
    if not plain:
        return "", []
    return plain, settle(plain, marks, detect(plain))


def is_blank(text: str) -> bool:
    return _BLANK.fullmatch(text) is not None


def _check_encoding(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as wrong:
        raise bad_request("strings must be encoded in UTF-8") from wrong
    if size > _MOST_BYTES:
        raise bad_request("text is too long")


def _marked(
    text: str, parse_mode: str | None, entities: list[dict[str, Any]] | None
) -> tuple[str, list[dict[str, Any]]]:
    mode = (parse_mode or "").lower()
    if mode in {"", "none"}:
        given = [_given(entity) for entity in _objects(entities)]
        return text, [entity for entity in given if entity is not None]
    if mode not in _MODES:
        raise bad_request("unsupported parse_mode")
    try:
        return _MODES[mode](text)
    except MarkupError as wrong:
        raise bad_request(f"can't parse entities: {wrong}") from wrong


def _objects(entities: Any) -> list[dict[str, Any]]:
    if not isinstance(entities or [], list) or not all(isinstance(entity, dict) for entity in entities or []):
        raise _entity_error("expected an Object")
    return [entity for entity in entities or [] if entity.get("type") not in _FOUND_ANEW]


def _given(entity: dict[str, Any]) -> dict[str, Any] | None:
    """None for a link Telegram silently drops."""
    if not isinstance(entity.get("type"), str):
        raise _entity_error('Can\'t find field "type"')
    for name in ("offset", "length"):
        if type(entity.get(name)) is not int:
            raise _entity_error(f'Can\'t find field "{name}"')
    needed = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
    field = needed.get(str(entity.get("type")))
    if field is not None and not entity.get(field):
        raise _entity_error(f'Can\'t find field "{field}"')
    return _linked(entity) if field in {"url", "user"} else dict(entity)


def _linked(entity: dict[str, Any]) -> dict[str, Any] | None:
    """A link given by hand is read as one in markup: a person's address names the person."""
    if entity["type"] == "text_link":
        link = links.link_entity(str(entity["url"]))
    elif isinstance(entity["user"], dict) and type(entity["user"].get("id")) is int:
        link = {"type": "text_mention", "user": {"id": entity["user"]["id"]}}
    else:
        raise _entity_error('Field "user" must be an Object with an "id"')
    return None if link is None else {**link, "offset": entity["offset"], "length": entity["length"]}


def _entity_error(reason: str) -> ApiError:
    return bad_request(f"can't parse MessageEntity: {reason}")


def _within(entity: dict[str, Any], total: int) -> tuple[int, int]:
    """Bounds inside the text; Telegram cuts what hangs over and refuses what never touched it."""
    begin, length = entity["offset"], entity["length"]
    if begin < 0 or length < 0 or begin > total:
        where = f"offset {begin} and length {length}"
        raise bad_request(f"entity beginning at UTF-16 {where} is outside of the text")
    return begin, min(begin + length, total)


def _clean(text: str, marks: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    units = Units(text)
    bounds = [_within(mark, units.total) for mark in marks]
    if _DROPPED.search(text) is not None:
        kept = Units("".join("" if _DROPPED.match(char) else char for char in text))
        before = [0]
        for char in text:
            before.append(before[-1] + (_DROPPED.match(char) is None))
        bounds = [(kept.unit(before[units.index(begin)]), kept.unit(before[units.index(end)])) for begin, end in bounds]
        text = _DROPPED.sub("", text)
    else:
        bounds = [(units.unit(units.index(begin)), units.unit(units.index(end))) for begin, end in bounds]
    return _CONTROL.sub(" ", text), [
        {**mark, "offset": begin, "length": end - begin}
        for mark, (begin, end) in zip(marks, bounds, strict=True)
        if end > begin
    ]


def _trim(text: str, marks: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """White space goes from the end always, from the beginning up to the first entity."""
    if is_blank(text):
        return "", []
    text = text.rstrip()
    first = min((mark["offset"] for mark in marks), default=len(text))
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    text, total = text[lead:], utf16_len(text) - lead
    shifted = [{**mark, "offset": mark["offset"] - lead} for mark in marks]
    return text, [
        {**mark, "length": min(mark["length"], total - mark["offset"])} for mark in shifted if mark["offset"] < total
    ]
