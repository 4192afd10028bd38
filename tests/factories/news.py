"""Items and versions, published or not."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from core.disclosure.model import Category, Event, Item, Part, Version
from core.people.model import Unit
from core.shared.clock import local_day
from core.shared.ids import ItemId, VersionId
from core.shared.marks import Marked
from core.uow import UnitOfWorkFactory
from tests.fakes.world import SHANGHAI, START

_numbers = count(1)


def an_item(unit: Unit, **given: Any) -> Item:
    values: dict[str, Any] = {
        "id": ItemId(f"item{next(_numbers)}"),
        "unit_id": unit.id,
        "made_at": START,
        "category": Category.AFFAIRS,
        "span_chosen": True,
    }
    return Item(**{**values, **given})


def a_version(item: Item, text: str = "电梯大修", **given: Any) -> Version:
    n = next(_numbers)
    values: dict[str, Any] = {
        "id": VersionId(f"version{n}"),
        "item_id": item.id,
        "source": f"tg:-100:{n}",
        "title": "通知",
        "author_id": 7001,
        "author_name": "刘敏",
        "made_at": START,
        "parts": (Part(said_in=n, words=Marked(text)),),
    }
    return Version(**{**values, **given})


async def publish(
    uow: UnitOfWorkFactory, unit: Unit, *words: str, at: datetime = START, item: Item | None = None, **given: Any
) -> Item:
    """Write down an item as published, found by these words; or a further version of one."""
    item, new = item or an_item(unit, **given), item is None
    async with uow() as work:
        if new:
            work.disclosure.add(item)
        today = local_day(at, SHANGHAI)
        item = item.published(item.number or await work.disclosure.next_number(today.year), at, today)
        version = a_version(item, " ".join(words)).apply(Event.SUBMIT).apply(Event.PUBLISH)
        work.disclosure.add_version(replace(version, n=item.current, published_at=at))
        await work.disclosure.save(item)
        await work.disclosure.index(item.id, words)
        await work.commit()
    return item


def later(days: float) -> datetime:
    return START + timedelta(days=days)
