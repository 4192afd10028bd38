from sqlalchemy import literal, select, union_all

from core.shared.ids import ChatId
from core.shared.language import Language
from storage.engine import Database
from storage.tables import residents, staff_chats


class SqlLanguageReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def language_of(self, chat_id: ChatId, otherwise: Language = Language.ZH_CN) -> Language:
        of_chat = select(literal(0).label("rank"), staff_chats.c.language).where(staff_chats.c.chat_id == chat_id)
        of_person = select(literal(1), residents.c.language).where(residents.c.telegram_id == chat_id)
        wanted = union_all(of_chat, of_person).order_by("rank").limit(1)
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted)).one_or_none()
        return otherwise if row is None else Language(row.language)
