from bot.state_scope import PASSING
from core.shared.ids import TelegramUserId
from core.shared.state import StateStore


class StatePassingStore:
    """Texts beside the dialog state that live in this process only; an update that fails leaves them as they were."""

    def __init__(self, state: StateStore, shelf: str) -> None:
        self._state = state
        self._shelf = shelf

    async def get(self, telegram_id: TelegramUserId) -> str | None:
        return await self._state.get(self._key(telegram_id))

    async def put(self, telegram_id: TelegramUserId, text: str | None) -> None:
        await self._state.put({self._key(telegram_id): text})

    def _key(self, telegram_id: TelegramUserId) -> str:
        return f"{PASSING}{self._shelf}:{telegram_id}"
