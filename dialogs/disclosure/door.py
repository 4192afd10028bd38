"""Ways in: what `DisclosureSG` is started with stands here and nowhere else."""

from core.people.model import Unit
from core.shared.ids import ItemId, UnitId
from dialogs.states import DisclosureSG
from dialogs.visit import Visit


async def open_board(visit: Visit, unit: str = "") -> None:
    """Show the board: one's own, or that of the unit whose poster was followed."""
    await visit.begin(DisclosureSG.board, unit=unit)


async def open_item(visit: Visit, item_id: ItemId) -> None:
    await visit.begin(DisclosureSG.item, item=item_id)


async def search_board(visit: Visit, words: str) -> None:
    """Show what is found on one's own board by these words."""
    await visit.begin(DisclosureSG.found, words=words)


async def news_is_there(visit: Visit) -> bool:
    """Tell whether anything has ever been disclosed to this person: else the door is not offered.

    Looks at no window: the menu is asked where none is open.
    """
    reader, own = visit.use.disclosure.reader, await visit.use.office(visit.actor.resident_id)
    return bool(await reader.counts(await reader.units_of(own.id)))


async def board_of(visit: Visit) -> Unit:
    """Return whose board is looked at."""
    unit = visit.start_data.get("unit", "")
    if unit:
        return await visit.use.office.of_unit(UnitId(unit))
    return await visit.use.office(visit.actor.resident_id)


async def units_of(visit: Visit) -> list[UnitId]:
    """Return the unit whose board it is and those above it."""
    return [*await visit.use.disclosure.reader.units_of((await board_of(visit)).id)]
