"""Ways in: what `IdentitySG` is started with stands here and nowhere else."""

from dialogs.states import IdentitySG
from dialogs.visit import Visit


async def open_identity(visit: Visit) -> None:
    await visit.begin(IdentitySG.main)


async def identity_is_offered(visit: Visit) -> bool:
    """Tell whether there is a roster to be found on: else the door is not offered."""
    return (await visit.use.people.identity(visit.actor)).rostered
