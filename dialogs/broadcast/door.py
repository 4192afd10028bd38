"""The way in: what `SubscribeSG` is started with stands here and nowhere else."""

from dialogs.states import SubscribeSG
from dialogs.visit import Visit


async def open_subscription(visit: Visit) -> None:
    await visit.begin(SubscribeSG.main)
