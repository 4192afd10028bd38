import json

from core.people.model import Newcomer
from core.shared.ids import TelegramUserId, UnitId
from core.shared.language import Language
from core.shared.state import StateStore


class StateNewcomerStore:
    """What is chosen before consent, beside the dialog state: it is gone as soon as somebody agrees or refuses."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    async def get(self, telegram_id: TelegramUserId) -> Newcomer | None:
        raw = await self._state.get(self._key(telegram_id))
        if raw is None:
            return None
        data = json.loads(raw)
        language = Language(data["language"]) if data["language"] else None
        poster = UnitId(data["poster"]) if data["poster"] else None
        return Newcomer(language=language, poster=poster, served=data["served"], wants=data.get("wants", ""))

    async def put(self, telegram_id: TelegramUserId, newcomer: Newcomer) -> None:
        data = {
            "language": newcomer.language,
            "poster": newcomer.poster,
            "served": newcomer.served,
            "wants": newcomer.wants,
        }
        await self._state.put({self._key(telegram_id): json.dumps(data)})

    async def delete(self, telegram_id: TelegramUserId) -> None:
        await self._state.put({self._key(telegram_id): None})

    def _key(self, telegram_id: TelegramUserId) -> str:
        return f"newcomer:{telegram_id}"
