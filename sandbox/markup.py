"""What the three markup readers share: the growing text and the place of an error in bytes."""

from typing import Any


class MarkupError(ValueError):
    """A markup mistake in Telegram's words, without the prefix every one of them gets."""


class Output:
    """Text without its marks, counted in UTF-16 units as Telegram counts."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.units = 0
        self.entities: list[dict[str, Any]] = []

    def add(self, text: str) -> None:
        self._parts.append(text)
        self.units += len(text) + sum(char > "\uffff" for char in text)

    @property
    def size(self) -> int:
        return len(self._parts)

    def since(self, size: int) -> str:
        return "".join(self._parts[size:])

    def text(self) -> str:
        return "".join(self._parts)

    def mark(self, start: int, fields: dict[str, Any]) -> None:
        if self.units > start:
            self.entities.append({**fields, "offset": start, "length": self.units - start})


def byte_offset(text: str, index: int) -> int:
    return len(text[:index].encode(errors="surrogatepass"))


def skip_newline(text: str, index: int) -> int:
    """A code block may begin with one line break that is not part of it."""
    if text[index : index + 2] in {"\r\n", "\n\r"}:
        return index + 2
    return index + 1 if text[index : index + 1] in {"\n", "\r"} else index


def pre_block(text: str, index: int) -> tuple[str, int]:
    """The language named right after three backticks, and where the code begins."""
    end = index
    while end < len(text) and not is_space(text[end]) and text[end] != "`":
        end += 1
    language = ""
    if end > index and end < len(text) and text[end] != "`":
        language, index = text[index:end], end
    return language, skip_newline(text, index)


def is_space(char: str) -> bool:
    """ASCII white space; the empty string stands for the end of the text, which counts too."""
    return char in {"", " ", "\t", "\n", "\r", "\v", "\f", "\0"}
