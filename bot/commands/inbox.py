from collections.abc import Sequence

from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.terminal import complain, say
from storage.inbox import SqlInbox


async def show_parked(settings: Settings) -> None:
    """Name what could not be handled, by the number the person was given. Never what a message says."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        parked = await SqlInbox(ground.database).parked()
    for incident in parked:
        say("cli-inbox-parked", incident=incident)
    say("cli-inbox-hint" if parked else "cli-inbox-none")


async def retry(settings: Settings, incidents: Sequence[str]) -> int:
    """Let messages that were set aside be handled again; 1 if one of the numbers is unknown."""
    await require_schema(settings.database_url)
    missing = 0
    async with open_foundation(settings) as ground:
        inbox = SqlInbox(ground.database)
        for typed in incidents:
            incident = typed.strip().upper()
            if await inbox.unpark(incident):
                say("cli-inbox-retried", incident=incident)
            else:
                complain("cli-inbox-unknown", incident=incident)
                missing += 1
    return 1 if missing else 0
