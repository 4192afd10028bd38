"""aiogram's storage over our key-value port, so that a restart loses nobody's half-finished conversation.

Only that is written down. Where somebody stands in the menu or among their cases, and which message they saw last,
stays in memory: it would tell, to the second, who had just sent an anonymous suggestion or looked one up.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from bot.state_scope import PASSING
from core.shared.state import StateStore

LASTING = {"OnboardingSG", "PetitionSG", "OfferSG", "BookingSG"}
"""Dialogs in which something is half done: their windows are taken up again after a restart."""
CONTEXT, STACK = "aiogd:context:", "aiogd:stack:"


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
        name = self._keys.build(key, "data")
        lasting = await self._lasts(key, data)
        await self._store.put({name: text if lasting else None, PASSING + name: None if lasting else text})

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        name = self._keys.build(key, "data")
        text = await self._store.get(PASSING + name) or await self._store.get(name)
        return dict(json.loads(text)) if text else {}

    async def _lasts(self, key: StorageKey, data: Mapping[str, Any]) -> bool:
        if key.destiny.startswith(CONTEXT):
            return str(data.get("state", "")).partition(":")[0] in LASTING
        if key.destiny.startswith(STACK):  # aiogram-dialog writes the window down first, then the stack
            above = [*data.get("intents", ())][-1:]
            return bool(above) and await self._is_written(replace(key, destiny=f"{CONTEXT}{above[0]}"))
        return True

    async def _is_written(self, key: StorageKey) -> bool:
        return await self._store.get(self._keys.build(key, "data")) is not None

    async def close(self) -> None:
        """Nothing to close: the store belongs to whoever made it."""
