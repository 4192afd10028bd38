"""A burst of one person's messages is answered with a friendly sentence and one window, instead of a window each."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject
from aiogram_dialog import DialogManager, ShowMode

from bot.middlewares.context import Handler
from core.app import UseCases
from core.shared.actor import ResidentActor
from core.shared.ids import TelegramUserId
from core.shared.messages import MessageSpec
from core.shared.tries import HURRIED
from dialogs.crowd import BEHIND, HANDLING, Handling

MANY = 5
"""So many waiting make a burst; it lasts until nothing waits any more."""
KEPT = 5
"""Sentences of windows left out that stand on the one that is shown at last."""

UNSAID = "unsaid"
"""Where a window remembers them, below a name that tells those taken up already."""


class CrowdMiddleware(BaseMiddleware):
    """Of messages and presses; stands inside aiogram-dialog's own, which make the manager.

    What is unsaid is kept in memory, and with the window that is open: where that lasts, a restart loses no warning.
    """

    def __init__(self) -> None:
        self._hurrying: set[TelegramUserId] = set()
        self._unsaid: dict[TelegramUserId, list[MessageSpec]] = {}
        self._taken: dict[TelegramUserId, str] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 - aiogram
        actor = data.get("actor")
        if not isinstance(actor, ResidentActor):
            return await handler(event, data)
        manager: DialogManager = data["dialog_manager"]
        hurries = self._hurries(actor.telegram_id)
        unsaid = None if hurries else self._take(actor.telegram_id, manager)
        if not hurries and unsaid is None:
            return await handler(event, data)
        page = manager.current_context().state if hurries and manager.has_context() else None
        handling = Handling(page)
        token = HANDLING.set(handling)
        said = False
        try:
            if unsaid is not None:
                manager.middleware_data.setdefault("flash", []).extend(unsaid)
            result = await handler(event, data)
            if unsaid is not None and not handling.shown and manager.has_context():
                await manager.show(ShowMode.SEND)  # a position that moves ends a burst too, and nobody answers it
            said = handling.shown
        finally:
            HANDLING.reset(token)
            if unsaid is not None and not said:
                self._keep(actor.telegram_id, unsaid, manager)
        if handling.left_out:
            self._keep(actor.telegram_id, manager.middleware_data.get("flash", ()), manager)
            if not (isinstance(event, Message) and event.media_group_id):  # ten parts, but sent with one press
                await self._calm_down(actor, data)
        return result

    def _hurries(self, who: TelegramUserId) -> bool:
        behind = BEHIND.get()
        if behind >= MANY:
            self._hurrying.add(who)
        elif behind == 0:
            self._hurrying.discard(who)
        return who in self._hurrying

    def _take(self, who: TelegramUserId, manager: DialogManager) -> list[MessageSpec] | None:
        name, written = (manager.dialog_data.pop(UNSAID, None) if manager.has_context() else None) or ("", ())
        taken = name == self._taken.get(who)  # by what is being said at this moment, beside this
        if name:
            self._taken[who] = name
        kept = self._unsaid.pop(who, None)
        return kept or (None if taken else [MessageSpec.from_json(spec) for spec in written] or None)

    def _keep(self, who: TelegramUserId, flashes: Sequence[MessageSpec], manager: DialogManager) -> None:
        """What a window left out would have said on top must not vanish with it."""
        kept = self._take(who, manager) or []
        kept += [spec for spec in flashes if spec not in kept]
        self._unsaid[who] = kept[-KEPT:]
        if manager.has_context():
            manager.dialog_data[UNSAID] = [uuid4().hex, [spec.to_json() for spec in self._unsaid[who]]]

    async def _calm_down(self, actor: ResidentActor, data: dict[str, Any]) -> None:
        use: UseCases = data["use_cases"]
        if not use.tries.used_up(HURRIED, actor.telegram_id):
            use.tries.count(HURRIED, actor.telegram_id)
            await data["bot"].send_message(actor.telegram_id, data["speech"].html("message-hurry"))
