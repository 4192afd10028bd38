from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.config import GivenSettings, Settings
from bot.demo.children import database_in
from bot.demo.community import chats_of, read_community
from bot.demo.seed import SeedCommunity
from bot.demo.seed_ballots import seed_ballots
from bot.demo.seed_days import seed_days
from bot.demo.seed_duty import seed_directory, seed_duty, seed_volunteers
from bot.demo.seed_mediation import seed_mediation
from bot.demo.seed_news import seed_news
from bot.demo.seed_readers import seed_readers
from bot.foundation import open_foundation
from storage import migrate


def demo_settings(folder: Path, url: str, token: str) -> Settings:
    return GivenSettings(
        bot_token=SecretStr(token),
        api_url=url,
        database_url=database_in(folder),
        data_dir=folder,
        demo=True,
    )


def environment_of(settings: Settings) -> dict[str, str]:
    """Return the settings of a demo as the environment of the process that plays it."""
    return {
        "LINLI_BOT_TOKEN": settings.token(),
        "LINLI_API_URL": settings.api_url,
        "LINLI_DATABASE_URL": settings.database_url,
        "LINLI_DATA_DIR": str(settings.data_dir),
        "LINLI_DEMO": "1",
    }


async def prepare(settings: Settings, world: Mapping[str, Any]) -> None:
    """Make the database and put the example community into the groups of `world`."""
    await migrate.upgrade(settings.database_url)
    async with open_foundation(settings) as ground:
        seed = SeedCommunity(uow=ground.uow, clock=ground.clock, ids=ground.ids, secrets=ground.secrets)
        community = read_community()
        await seed(community, chats_of(world))
        await seed_days(ground, community.residents)
        await seed_ballots(ground)
        await seed_news(ground)
        await seed_readers(ground, world)
        await seed_duty(ground, world)
        await seed_directory(ground)
        await seed_volunteers(ground, world)
        await seed_mediation(ground, world, settings.pledges)
