from dataclasses import dataclass, replace

from core.duty.model import Colleague
from core.people.model import Purpose
from core.shared.ids import ChatId, TelegramUserId
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowColleague:
    """Remember who works in a desk's chat, as Telegram names them; nothing is written where nothing is new."""

    uow: UnitOfWorkFactory

    async def __call__(
        self, chat_id: ChatId, user_id: TelegramUserId, name: str, username: str = "", *, inside: bool = True
    ) -> None:
        """`inside`: whether they are in the chat now. Nothing happens in a chat that is no desk."""
        async with self.uow.reading() as uow:
            chat = await uow.staff_chats.get(chat_id)
            if chat is None or Purpose.DESK not in chat.purposes:
                return
            known = {each.user_id: each for each in await uow.duty.people(chat.unit_id)}
        was = known.get(user_id)
        if was is None and not inside:
            return
        now = Colleague(unit_id=chat.unit_id, user_id=user_id, name=name, username=username, gone=not inside)
        if was is not None and not inside:
            now = replace(was, gone=True)
        if now != was:
            async with self.uow() as uow:
                await uow.duty.know(now)
                await uow.commit()
