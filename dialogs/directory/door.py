"""Ways in: what `WhoSG` is started with stands here and nowhere else."""

from dialogs.states import WhoSG
from dialogs.visit import Visit


async def open_who(visit: Visit, words: str = "") -> None:
    """Show the directory, or what is found in it; one office that is found alone is shown at once."""
    found = await visit.use.directory.find(visit.actor, words)
    if words and len(found) == 1:
        await visit.begin(WhoSG.office, office=found[0].id)
    else:
        await visit.begin(WhoSG.list, words=words if found else "")


async def who_is_there(visit: Visit) -> bool:
    """Tell whether there is anything to look up: else the door is not offered."""
    return bool(await visit.use.directory.find(visit.actor))
