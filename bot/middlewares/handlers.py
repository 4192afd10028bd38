"""Which handler had an update, and how long it took."""

import functools
from time import perf_counter
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import CommandObject
from aiogram.types import TelegramObject

from bot.metrics import Metrics
from bot.middlewares.context import Handler
from core.shared.actions import ActionCode
from core.shared.trace import seen

CONFIDENTIAL = ("dialog.ReportSG", "dialog.ReviewSG", "reports.")
"""Names that would tell whoever watches that somebody is reporting; they are counted among those who petition."""
AMONG = "dialog.PetitionSG"


class HandlersMiddleware(BaseMiddleware):
    """Inner, of every kind of event. Its names are the functions', and of dialogs their groups of states."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 - aiogram
        found: HandlerObject = data["handler"]
        name = handler_name(found)
        _trace(name, data)
        since = perf_counter()
        try:
            return await handler(event, data)
        finally:
            self._metrics.handled(AMONG if name.startswith(CONFIDENTIAL) else name, since)


def handler_name(found: HandlerObject) -> str:
    """Return module and function, or `dialog.` and the group of states where a dialog handles."""
    callback: Any = found.callback
    while isinstance(callback, functools.partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, Router):
        return f"dialog.{owner.name}"
    return f"{callback.__module__.rpartition('.')[2]}.{callback.__name__}"


def _trace(name: str, data: dict[str, Any]) -> None:
    seen("handler", name)
    command, code = data.get("command"), data.get("code")
    if isinstance(command, CommandObject):
        seen("command", f"{name}:/{command.command}")
    if isinstance(code, ActionCode):
        seen("action", code.action)
