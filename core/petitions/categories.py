"""What a petition is about: the first level of the petition offices' taxonomy, as the router predicts it."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from core.routing.knowledge import category_words

Categorise: TypeAlias = Callable[[str], Awaitable[str]]
"""Return the taxonomy's name for a text, "" where none is likely. Slow; never inside a unit of work."""


class Category(StrEnum):
    """Stored by value: never rename. In button codes by place: new ones are added at the end."""

    TRANSPORT = "transport"
    LABOUR = "labour"
    HEALTH = "health"
    TRADE = "trade"
    BUILDING = "building"
    CULTURE = "culture"
    ENVIRONMENT = "environment"


CATEGORIES = tuple(Category)


@cache
def _by_name() -> dict[str, Category]:
    return {name: Category(word) for word, name in category_words().items()}


def category_of(name: str) -> Category | None:
    """Return the category the router calls by this name; None for "" and for what it did not know before."""
    return _by_name().get(name)
