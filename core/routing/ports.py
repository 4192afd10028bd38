from collections.abc import Iterable
from typing import Protocol


class Tokenizer(Protocol):
    """Cuts Chinese text into words; also used where words are searched."""

    def words(self, text: str) -> Iterable[str]:
        """Return the words of a simplified text, short ones inside long ones too. Pure; the first call may be slow."""
        ...


class Simplifier(Protocol):
    """Writes traditional characters as simplified ones."""

    def simplified(self, text: str) -> str:
        """Return the text in simplified characters. Pure; the first call may be slow."""
        ...
