"""Three keys, and no more, for every handler: who acts, the language to speak, the use cases."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import Chat, TelegramObject, Update, User

from core.app import UseCases
from core.people.model import Resident
from core.shared.actor import ResidentActor
from core.shared.ids import TelegramUserId
from core.shared.language import Language
from dialogs.speech import Speech
from locales.render import Renderer

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


def actor_of(resident: Resident) -> ResidentActor:
    return ResidentActor(
        resident_id=resident.id,
        telegram_id=resident.telegram_id,
        name=resident.name,
        language=resident.language,
        language_chosen=resident.language_chosen,
        consented=resident.consented,
        known=resident.ever_agreed,
    )


def _leaves(event: TelegramObject) -> bool:
    """Tell whether Telegram says that the person has blocked us: that too comes from them, and is no word of theirs."""
    change = event.my_chat_member if isinstance(event, Update) else None
    return change is not None and change.new_chat_member.status in {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}


class ContextMiddleware(BaseMiddleware):
    """In private chats the actor is the resident; in groups it is None until the staff guard makes one."""

    def __init__(self, use_cases: UseCases, renderer: Renderer) -> None:
        self._use_cases = use_cases
        self._renderer = renderer

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 - aiogram
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        data["use_cases"] = self._use_cases
        data["actor"] = None
        language = Language.from_telegram(user.language_code if user else None)
        data["speech"] = Speech(self._renderer, language)  # even what goes wrong from here on is said in a language
        if user is not None and chat is not None and chat.type == ChatType.PRIVATE:
            resident = await self._use_cases.meet(
                TelegramUserId(user.id), user.full_name, user.language_code, reachable=not _leaves(event)
            )
            data["actor"] = actor_of(resident)
            language = resident.language
        data["speech"] = Speech(self._renderer, language)
        return await handler(event, data)
