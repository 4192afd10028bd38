import json

from core.petitions.draft import Draft
from core.shared.ids import TelegramUserId
from core.shared.state import StateStore


class StateDraftStore:
    """Drafts beside the dialog state, under a key of their own: closing a window does not lose them."""

    def __init__(self, state: StateStore, shelf: str = "draft") -> None:
        self._state = state
        self._shelf = shelf

    async def get(self, telegram_id: TelegramUserId) -> Draft | None:
        raw = await self._state.get(self._key(telegram_id))
        return Draft.from_json(json.loads(raw)) if raw else None

    async def put(self, telegram_id: TelegramUserId, draft: Draft) -> None:
        await self._state.put({self._key(telegram_id): json.dumps(draft.to_json(), ensure_ascii=False)})

    async def delete(self, telegram_id: TelegramUserId) -> None:
        await self._state.put({self._key(telegram_id): None})

    def _key(self, telegram_id: TelegramUserId) -> str:
        return f"{self._shelf}:{telegram_id}"
