from sqlalchemy import select

from core.petitions.asking import takes
from core.petitions.intent import asked_of
from core.petitions.model import Stage
from core.shared.outbox import OutboxItem
from storage.engine import Database
from storage.tables import petitions, staff_intents


class SqlPromptReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def awaits(self, prompt: OutboxItem) -> bool:
        wanted = (
            select(petitions.c.stage)
            .join(staff_intents, staff_intents.c.petition_id == petitions.c.id)
            .where(
                staff_intents.c.chat_id == prompt.chat_id,
                staff_intents.c.user_id == asked_of(prompt),
                staff_intents.c.petition_id == prompt.petition_id,
                staff_intents.c.album == "",
                staff_intents.c.role == prompt.role,
            )
        )
        async with self._database.reading() as connection:
            stage = (await connection.execute(wanted)).scalar_one_or_none()
        return stage is not None and prompt.role is not None and takes(Stage(stage), prompt.role)
