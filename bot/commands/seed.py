from pathlib import Path

from bot.commands.database import require_schema
from bot.config import Settings
from bot.demo.community import read_chats, read_community
from bot.demo.seed import SeedCommunity
from bot.demo.seed_ballots import seed_ballots
from bot.demo.seed_days import seed_days
from bot.demo.seed_news import seed_news
from bot.foundation import open_foundation
from bot.terminal import say
from core.shared.errors import DomainError


async def seed_database(settings: Settings, file: Path | None, chats: Path | None) -> None:
    """Raises DomainError("seed-demo-only"): the invented people of the example stay out of real databases."""
    if file is None and not settings.demo:
        raise DomainError("seed-demo-only")
    community = read_community(file) if file else read_community()
    known = read_chats(chats) if chats else {}
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        seed = SeedCommunity(uow=ground.uow, clock=ground.clock, ids=ground.ids, secrets=ground.secrets)
        seeded = await seed(community, known)
        if file is None:
            await seed_days(ground, community.residents)
            await seed_ballots(ground)
            await seed_news(ground)
    say("cli-seed-done", units=seeded.units, chats=seeded.chats, people=seeded.people)
