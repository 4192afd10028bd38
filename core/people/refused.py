"""Groups that were sent a bind code before they gave the rights it needs: whoever helps to install can see which."""

import json
from dataclasses import dataclass

from core.people.binding import bind_hash
from core.people.ports import Secrets
from core.shared.ids import ChatId, TelegramUserId
from core.shared.state import StateStore
from core.uow import UnitOfWorkFactory

KEY = "bind-refused:"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedBind:
    """The group a code was sent in, and who sent it."""

    chat_id: ChatId
    by: TelegramUserId


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedBinds:
    """The latest refusal of each unused code. Codes nobody issued leave no trace."""

    uow: UnitOfWorkFactory
    secrets: Secrets
    state: StateStore

    async def note(self, code: str, chat_id: ChatId, by: TelegramUserId) -> None:
        hashed = bind_hash(self.secrets, code)
        async with self.uow() as uow:
            found = await uow.bind_codes.by_hash(hashed)
        if found is not None and found.used_by is None:
            await self.state.put({KEY + hashed: json.dumps([chat_id, by])})

    async def latest(self, code: str) -> RefusedBind | None:
        said = await self.state.get(KEY + bind_hash(self.secrets, code))
        if said is None:
            return None
        chat_id, by = json.loads(said)
        return RefusedBind(chat_id=ChatId(chat_id), by=TelegramUserId(by))

    async def forget(self, code: str) -> None:
        await self.state.put({KEY + bind_hash(self.secrets, code): None})
