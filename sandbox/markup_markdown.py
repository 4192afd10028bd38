from dataclasses import dataclass
from typing import Any

from sandbox import links
from sandbox.markup import MarkupError, Output, byte_offset, pre_block

_RESERVED = "_*[]()~`>#+-=|{}.!\n"
_SIMPLE = {
    "*": ("Bold", "bold", "*"),
    "_": ("Italic", "italic", "_"),
    "__": ("Underline", "underline", "__"),
    "~": ("Strikethrough", "strikethrough", "~"),
    "||": ("Spoiler", "spoiler", "||"),
    "[": ("TextUrl", "text_link", "]"),
    "`": ("Code", "code", "`"),
    "![": ("CustomEmoji", "custom_emoji", "]"),
}


@dataclass
class _Open:
    name: str  # as error texts call it
    type: str
    end: str
    at: int
    start: int
    size: int
    language: str = ""


def parse(text: str) -> tuple[str, list[dict[str, Any]]]:
    reader = _Reader(text)
    reader.read()
    return reader.out.text(), reader.out.entities


class _Reader:
    """Reads MarkdownV2, where each reserved character is either a mark or escaped."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out = Output()
        self.open: list[_Open] = []
        self.quoting = False
        self.line_start = True  # nothing but empty marks since the line began

    def read(self) -> None:
        while self.at < len(self.text):
            self._step(self.text[self.at])
        if self.quoting and self.open and self.open[-1].type == "blockquote":
            self._end_quote(self.open[-1])
        if self.open:
            raise self._unclosed(self.open[-1])

    def _step(self, char: str) -> None:
        following = self.text[self.at + 1 : self.at + 2]
        inside = self.open[-1] if self.open else None
        reserved = "`" if inside is not None and inside.type in {"code", "pre"} else _RESERVED
        if char == "\\" and following and "\0" < following < "\x7f":
            self._put(following, 2)
        elif char not in reserved:
            self._put(char, 1)
        elif self._ends_quote(char, following):
            self._close_quote()
        elif inside is not None and self._ends(inside):
            self.open.pop()
            self._close(inside)
        else:
            self._begin(char, following)

    def _put(self, text: str, step: int) -> None:
        self.out.add(text)
        self.at += step
        self.line_start = False

    def _unclosed(self, entity: _Open) -> MarkupError:
        where = byte_offset(self.text, entity.at)
        return MarkupError(f"Can't find end of {entity.name} entity at byte offset {where}")

    def _ends_quote(self, char: str, following: str) -> bool:
        return self.quoting and char == "\n" and following != ">"

    def _ends(self, inside: _Open) -> bool:
        if inside.end == "_":
            return self.text.startswith("_", self.at) and not self.text.startswith("__", self.at)
        return bool(inside.end) and self.text.startswith(inside.end, self.at)

    # ---- marks that open something

    def _begin(self, char: str, following: str) -> None:
        if char == "\n":
            self._put("\n", 1)
            self.line_start = True
            if self.quoting:  # the next line goes on with the quotation: its mark is not text
                self.at += 1
                self.line_start = False
        elif char == ">" and self.line_start and not self.quoting:
            self.quoting = True
            self._push("BlockQuote", "blockquote", "", 1)
            self.line_start = False
        elif self._expands(char):
            self.at += 2
            self.open[-1].type = "expandable_blockquote"
            self._end_quote(self.open[-1])
        elif self.text.startswith("```", self.at):
            self._begin_pre()
        else:
            self._begin_simple(char, char + following)

    def _begin_simple(self, char: str, pair: str) -> None:
        mark = pair if pair in _SIMPLE else char
        if mark not in _SIMPLE:
            raise MarkupError(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        name, kind, end = _SIMPLE[mark]
        self._push(name, kind, end, len(mark))

    def _begin_pre(self) -> None:
        begin = self.at
        language, body = pre_block(self.text, begin + 3)
        self._push("PreCode" if language else "Pre", "pre", "```", body - begin)
        self.open[-1].language = language

    def _push(self, name: str, kind: str, end: str, width: int) -> None:
        self.open.append(_Open(name, kind, end, self.at, self.out.units, self.out.size))
        self.at += width

    # ---- quotations end with their last line; two bars there fold them

    def _expands(self, char: str) -> bool:
        ends_line = self.text[self.at + 2 : self.at + 3] in {"", "\n"}
        in_quote = bool(self.open) and self.open[-1].type == "blockquote"
        return char == "|" and in_quote and self.text.startswith("||", self.at) and ends_line

    def _close_quote(self) -> None:
        if self.open[-1].type not in {"blockquote", "expandable_blockquote"}:
            raise self._unclosed(self.open[-1])
        self._put("\n", 1)
        self._end_quote(self.open[-1])
        self.line_start = True

    def _end_quote(self, quote: _Open) -> None:
        self.out.mark(quote.start, {"type": quote.type})
        self.open.pop()
        self.quoting = False

    # ---- marks that close something

    def _close(self, entity: _Open) -> None:
        self.at += len(entity.end)
        if entity.type == "text_link":
            url = self._url("URL") if self.text.startswith("(", self.at) else self.out.since(entity.size)
            if self.out.units > entity.start and (fields := links.link_entity(url)) is not None:
                self.out.mark(entity.start, fields)
        elif entity.type == "custom_emoji":
            self._close_special(entity)
        elif entity.language:
            self.out.mark(entity.start, {"type": "pre", "language": entity.language})
        else:
            self.out.mark(entity.start, {"type": entity.type})

    def _close_special(self, entity: _Open) -> None:
        if not self.text.startswith("(", self.at):
            raise MarkupError("Custom emoji entity must contain a tg://emoji URL")
        url = self._url("custom emoji URL")
        try:
            fields = links.date_time(url) or {
                "type": "custom_emoji",
                "custom_emoji_id": links.custom_emoji_id(url),
            }
        except ValueError as wrong:
            raise MarkupError(str(wrong)) from wrong
        self.out.mark(entity.start, fields)

    def _url(self, what: str) -> str:
        self.at += 1
        begin, url = self.at, list[str]()
        while self.at < len(self.text) and self.text[self.at] != ")":
            following = self.text[self.at + 1 : self.at + 2]
            escaped = self.text[self.at] == "\\" and following and "\0" < following < "\x7f"
            url.append(following if escaped else self.text[self.at])
            self.at += 2 if escaped else 1
        if self.at >= len(self.text):
            article = "an" if what[0] in "aeio" else "a"
            where = byte_offset(self.text, begin)
            raise MarkupError(f"Can't find end of {article} {what} at byte offset {where}")
        self.at += 1
        return "".join(url)
