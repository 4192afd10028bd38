from collections.abc import Iterable
from datetime import date
from typing import Protocol

from core.routing.model import Route


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


class TextRouter(Protocol):
    """The router as dialogs ask it: without holding up anybody else."""

    async def __call__(self, text: str, today: date) -> Route:
        """Return the door for a text; `today` is the community's civil day."""
        ...
