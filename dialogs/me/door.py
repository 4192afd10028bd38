"""The way in: what `MeSG` is started with stands here and nowhere else."""

from dialogs.states import MeSG
from dialogs.visit import Visit


async def open_me(visit: Visit) -> None:
    await visit.begin(MeSG.main)
