"""aiogram's storage over our key-value port, so that a restart loses nobody's half-finished conversation."""

import json
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from core.shared.state import StateStore


class StateFSMStorage(BaseStorage):
    """Values are JSON: what is not plain JSON fails here, at once, and not after a restart."""

    def __init__(self, store: StateStore) -> None:
        self._store = store
        self._keys = DefaultKeyBuilder(with_bot_id=True, with_destiny=True)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._store.put({self._keys.build(key, "state"): name})

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._store.get(self._keys.build(key, "state"))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        text = json.dumps(dict(data), ensure_ascii=False) if data else None
        await self._store.put({self._keys.build(key, "data"): text})

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        text = await self._store.get(self._keys.build(key, "data"))
        return dict(json.loads(text)) if text else {}

    async def close(self) -> None:
        """Nothing to close: the store belongs to whoever made it."""
