"""Items and versions into rows and back."""

from sqlalchemy import RowMapping

from core.disclosure.model import Category, Item, Part, Span, State, Version
from storage.work import Values

_ITEM = ("id", "unit_id", "made_at", "span_chosen", "number", "current", "published_at", "board_until")
_VERSION = (
    "id",
    "item_id",
    "source",
    "title",
    "author_id",
    "author_name",
    "made_at",
    "round",
    "n",
    "published_at",
    "passed_by",
)


def item_of(row: RowMapping) -> Item:
    return Item(
        **{name: row[name] for name in _ITEM},
        category=None if row["category"] is None else Category(row["category"]),
        span=Span.parse(row["span"]),
    )


def item_values(item: Item) -> Values:
    return {
        **{name: getattr(item, name) for name in _ITEM},
        "category": item.category,
        "span": item.span.code if item.span else "",
    }


def version_of(row: RowMapping) -> Version:
    return Version(
        **{name: row[name] for name in _VERSION},
        state=State(row["state"]),
        parts=tuple(map(Part.from_json, row["parts"])),
    )


def version_values(version: Version) -> Values:
    return {
        **{name: getattr(version, name) for name in _VERSION},
        "state": version.state,
        "parts": [part.to_json() for part in version.parts],
    }
