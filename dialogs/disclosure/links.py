"""Links on sheets of paper: to an item, or to the board of a unit."""

from core.disclosure.model import number_of
from core.shared.ids import ItemId, UnitId
from dialogs.disclosure.door import open_board, open_item
from dialogs.visit import Visit

ITEM, BOARD = "d_", "b_"
"""What the payload of such a link begins with."""


async def item_behind(visit: Visit, link: str) -> ItemId | None:
    """Return the published item whose number the link has; people type links off paper."""
    year = visit.use.clock.now().astimezone(visit.use.clock.zone).year
    number = number_of(link.removeprefix(ITEM).replace("_", "-"), year) if link.startswith(ITEM) else None
    return None if number is None else await visit.use.disclosure.reader.by_number(number)


async def unit_behind(visit: Visit, link: str) -> UnitId | None:
    """Return whose paper it is; None if the link leads nowhere."""
    if link.startswith(BOARD):
        unit = await visit.use.communities.invited(link.removeprefix(BOARD))
        return None if unit is None else unit.id
    item = await item_behind(visit, link)
    return None if item is None else (await visit.use.disclosure.reader.view(item)).item.unit_id


async def open_link(visit: Visit, link: str) -> bool:
    """Open what a link leads to; False if that is nothing."""
    if item := await item_behind(visit, link):
        await open_item(visit, item)
        return True
    unit = await unit_behind(visit, link)
    if unit is not None:
        await open_board(visit, unit)
    return unit is not None
