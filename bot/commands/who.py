from pathlib import Path

from bot.commands.database import require_schema
from bot.config import Settings
from bot.directory_file import read_directory
from bot.foundation import open_foundation
from bot.terminal import say
from core.directory.usecases import ImportOffices


async def import_who(settings: Settings, file: Path, *, preview: bool) -> None:
    """Take the file in whole, or say what is wrong with it; raises DomainError("who-file"), NotFoundError."""
    offices = read_directory(file)
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        imports = ImportOffices(uow=ground.uow, clock=ground.clock, ids=ground.ids)
        new, changed = await imports(offices, preview=preview)
    say("cli-who-preview" if preview else "cli-who-done", new=new, changed=changed)
