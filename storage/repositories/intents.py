from dataclasses import asdict

from sqlalchemy import ColumnElement, and_, delete, select

from core.petitions.intent import ALBUMS_KEPT, Intent
from core.shared.ids import ChatId, PetitionId, TelegramUserId
from core.shared.link_roles import LinkRole
from storage.tables import staff_intents
from storage.work import Work


class SqlIntentRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(
        self, chat_id: ChatId, user_id: TelegramUserId, petition_id: PetitionId, album: str = ""
    ) -> Intent | None:
        return await self._latest(_theirs(chat_id, user_id, album) & (staff_intents.c.petition_id == petition_id))

    async def of_album(self, chat_id: ChatId, user_id: TelegramUserId, album: str) -> Intent | None:
        return await self._latest(_theirs(chat_id, user_id, album))

    async def asked_last(self, chat_id: ChatId, user_id: TelegramUserId) -> Intent | None:
        return await self._latest(_theirs(chat_id, user_id))

    async def put(self, intent: Intent) -> None:
        albums = (staff_intents.c.user_id == intent.user_id) & (staff_intents.c.album != "")
        old = albums & (staff_intents.c.at < intent.at - ALBUMS_KEPT)
        await self._work.run(delete(staff_intents).where(old))
        await self._work.run(self._work.upsert(staff_intents, asdict(intent)))

    async def drop(self, chat_id: ChatId, user_id: TelegramUserId, petition_id: PetitionId) -> None:
        gone = _theirs(chat_id, user_id) & (staff_intents.c.petition_id == petition_id)
        await self._work.run(delete(staff_intents).where(gone))

    async def _latest(self, condition: ColumnElement[bool]) -> Intent | None:
        wanted = select(staff_intents).where(condition).order_by(staff_intents.c.at.desc()).limit(1)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else Intent(**{**row, "role": LinkRole(row["role"])})


def _theirs(chat_id: ChatId, user_id: TelegramUserId, album: str = "") -> ColumnElement[bool]:
    return and_(staff_intents.c.chat_id == chat_id, staff_intents.c.user_id == user_id, staff_intents.c.album == album)
