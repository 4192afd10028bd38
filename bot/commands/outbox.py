from collections.abc import Sequence

from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.terminal import complain, listed, say, words
from core.shared.outbox import RowState
from storage.queries.depth import SqlDepths


async def show_outbox(settings: Settings) -> None:
    """Counts by state, then what will not be tried again by itself. Never what a message says."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        depth = await ground.outbox.depth()
        dead = await ground.outbox.dead()
        since = (await SqlDepths(ground.database)()).outbox_since
        age = None if since is None else max(0.0, ground.elapsed.seconds() - since)
    counts = listed(words(f"cli-outbox-{state}", count=depth[state]) for state in RowState if depth.get(state))
    say("cli-outbox-depth" if counts else "cli-outbox-empty", counts=counts)
    if age is not None:
        say("cli-outbox-oldest", minutes=int(age // 60))
    for letter in dead:
        say(
            "cli-outbox-dead-row",
            id=str(letter.id),
            chat=str(letter.chat_id),
            attempts=str(letter.attempts),
            error=letter.error,
        )
    if dead:
        say("cli-outbox-hint")


async def revive(settings: Settings, rows: Sequence[int]) -> int:
    """Make dead letters due again; 1 if one of them was none."""
    await require_schema(settings.database_url)
    missing = 0
    async with open_foundation(settings) as ground:
        for row in rows:
            if await ground.outbox.revive(row):
                say("cli-outbox-revived", id=str(row))
            else:
                complain("cli-outbox-not-dead", id=str(row))
                missing += 1
    return 1 if missing else 0
