"""After every update of a private chat: remember which of our messages is a window now."""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.middlewares.context import Handler
from core.shared.actor import ResidentActor
from dialogs.visit import Visit
from dialogs.windows import remember_window


class WindowsMiddleware(BaseMiddleware):
    """Of messages and presses; stands inside aiogram-dialog's own, which make the manager."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 - aiogram
        result = await handler(event, data)
        if isinstance(data.get("actor"), ResidentActor):
            await remember_window(Visit.of(data["dialog_manager"]))
        return result
