import re
from dataclasses import dataclass, field
from typing import Any

from sandbox import links
from sandbox.markup import MarkupError, Output, byte_offset, is_space

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset(_SIMPLE) | {"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9A-Fa-f]+)|#(?P<dec>[0-9]+)|(?P<name>[A-Za-z]+));?")
_NAMES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")


@dataclass
class _Tag:
    name: str
    at: int
    start: int = 0
    size: int = 0
    attributes: dict[str, str] = field(default_factory=dict)


def parse(text: str) -> tuple[str, list[dict[str, Any]]]:
    reader = _Reader(text)
    reader.read()
    for entity in reader.out.entities:
        if entity["type"] == "code":
            entity.pop("language", None)  # a language means something only inside a block
    plain = reader.out.text()
    if any("\ud800" <= char <= "\udfff" for char in plain):
        raise MarkupError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return plain, reader.out.entities


def _decode(found: re.Match[str]) -> str:
    if (name := found["name"]) is not None:
        return _NAMES.get(name, "")
    if len(found[0].rstrip(";")) >= 10:
        return ""
    code = int(found["hex"], 16) if found["hex"] is not None else int(found["dec"])
    return chr(code) if 0 < code < 0x10FFFF else ""


class _Reader:
    """Reads Telegram's HTML one character at a time; every complaint names a byte."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out = Output()
        self.open: list[_Tag] = []

    def read(self) -> None:
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == "<":
                self._tag()
            else:
                self.out.add(self._character())
        if self.open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')

    def _character(self) -> str:
        if self.text[self.at] == "&" and (found := _REFERENCE.match(self.text, self.at)) is not None:
            char = _decode(found)
            if char:
                self.at = found.end()
                return char
        self.at += 1
        return self.text[self.at - 1]

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _spaces(self) -> None:
        while self._peek() and is_space(self._peek()):
            self.at += 1

    def _until(self, stops: str) -> str:
        begin = self.at
        while not is_space(self._peek()) and self._peek() not in stops:
            self.at += 1
        return self.text[begin : self.at]

    def _where(self, index: int) -> str:
        return f"at byte offset {byte_offset(self.text, index)}"

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self._peek() == "/":
            self.at += 1
            self._close(begin)
        else:
            self._start(begin)

    def _start(self, begin: int) -> None:
        name = self._until(">").lower()
        if not self._peek():
            raise MarkupError(f"Unclosed start tag {self._where(begin)}")
        if name not in _TAGS:
            raise MarkupError(f'Unsupported start tag "{name}" {self._where(begin)}')
        tag = _Tag(name, begin)
        while True:
            self._spaces()
            if self._peek() == ">":
                break
            self._attribute(tag)
        self.at += 1
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" {self._where(begin)}')
        tag.start, tag.size = self.out.units, self.out.size
        self.open.append(tag)

    def _attribute(self, tag: _Tag) -> None:
        name = self._until("=>")
        if not name:
            if not self._peek():
                raise MarkupError(f"Unclosed start tag {self._where(tag.at)}")
            raise MarkupError(f'Empty attribute name in the tag "{tag.name}" {self._where(tag.at)}')
        self._spaces()
        if self._peek() != "=":
            if not self._peek():
                raise MarkupError(f'Unclosed start tag "{tag.name}" {self._where(tag.at)}')
            if (tag.name, name.lower()) != ("blockquote", "expandable"):
                raise MarkupError(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag.name}" {self._where(tag.at)}'
                )
            tag.attributes["expandable"] = ""
            return
        self.at += 1
        self._spaces()
        if not self._peek():
            raise MarkupError(f'Unclosed start tag "{tag.name}" {self._where(tag.at)}')
        value = self._quoted() if self._peek() in {"'", '"'} else self._token()
        if not self._peek():
            raise MarkupError(f"Unclosed start tag {self._where(tag.at)}")
        tag.attributes[name.lower()] = value

    def _token(self) -> str:
        found = _TOKEN.match(self.text, self.at)
        value = found[0] if found is not None else ""
        begin, self.at = self.at, self.at + len(value)
        if not is_space(self._peek()) and self._peek() != ">":
            raise MarkupError(f"Unexpected end of name token {self._where(begin)}")
        return value.lower()

    def _quoted(self) -> str:
        quote = self._peek()
        self.at += 1
        value: list[str] = []
        while self._peek() and self._peek() != quote:
            value.append(self._character())
        self.at += 1
        return "".join(value)

    def _close(self, begin: int) -> None:
        if not self.open:
            raise MarkupError(f"Unexpected end tag {self._where(begin)}")
        name = self._until(">").lower()
        self._spaces()
        if self._peek() != ">":
            raise MarkupError(f"Unclosed end tag {self._where(begin)}")
        self.at += 1
        tag = self.open.pop()
        if name and name != tag.name:
            raise MarkupError(f'Unmatched end tag {self._where(begin)}, expected "</{tag.name}>", found "</{name}>"')
        self._mark(tag)

    def _mark(self, tag: _Tag) -> None:
        if tag.name in _SIMPLE:
            self.out.mark(tag.start, {"type": _SIMPLE[tag.name]})
        elif tag.name == "blockquote":
            expandable = "expandable" in tag.attributes
            self.out.mark(tag.start, {"type": "expandable_blockquote" if expandable else "blockquote"})
        elif tag.name in {"code", "pre"}:
            self._code(tag)
        elif self.out.units > tag.start and (fields := self._special(tag)) is not None:
            self.out.mark(tag.start, fields)

    def _special(self, tag: _Tag) -> dict[str, object] | None:
        if tag.name == "a":
            return links.link_entity(tag.attributes.get("href") or self.out.since(tag.size))
        try:
            if tag.name == "tg-time":
                return links.date_time_entity(tag.attributes.get("unix", ""), tag.attributes.get("format", ""))
            number = links.emoji_number(tag.attributes.get("emoji-id", ""))
        except ValueError as wrong:
            raise MarkupError(str(wrong)) from wrong
        return {"type": "custom_emoji", "custom_emoji_id": number}

    def _code(self, tag: _Tag) -> None:
        """A `code` that fills a `pre` (or the reverse) is one block, perhaps with a language."""
        css = tag.attributes.get("class", "")
        language = css.removeprefix("language-") if css.startswith("language-") and tag.name == "code" else ""
        last = self.out.entities[-1] if self.out.entities else {}
        same = (last.get("offset"), last.get("length")) == (tag.start, self.out.units - tag.start)
        if same and tag.name == "pre" and last.get("type") == "code" and "language" in last:
            last["type"] = "pre"
        elif same and tag.name == "code" and last.get("type") == "pre" and language:
            last["language"] = language
        else:
            self.out.mark(tag.start, {"type": tag.name, "language": language} if language else {"type": tag.name})
