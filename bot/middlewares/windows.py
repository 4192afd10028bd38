"""After every update of a private chat: remember which of our messages is a window now."""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject
from aiogram_dialog import DialogManager

from bot.middlewares.context import Handler
from core.shared.actor import ResidentActor
from core.shared.trace import seen
from dialogs.visit import Visit
from dialogs.windows import remember_window


class WindowsMiddleware(BaseMiddleware):
    """Of messages and presses; stands inside aiogram-dialog's own, which make the manager."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 - aiogram
        result = await handler(event, data)
        if isinstance(data.get("actor"), ResidentActor):
            manager: DialogManager = data["dialog_manager"]
            if manager.has_context():
                seen("window", str(manager.current_context().state.state))
            await remember_window(Visit.of(manager))
        return result
