"""Which messages of ours are windows: whoever answers one of them just writes to us.

Receipts of anonymous cases are linked to no case, and neither are windows. So that an answer to the one is not taken
for an answer to the other, the ids of windows are remembered, for each person, in this process only. Never among them
are windows of an anonymous case, nor what was there before something was handed in without a name: its preview shows
it, and may have turned into its receipt. So nothing that is remembered leads to an anonymous case. What is not
remembered, after a restart everything but the window that is still open, may be about one.
"""

import json

from aiogram.types import Message

from core.shared.ids import ChatId, MessageId
from dialogs.states import CODE_STATES
from dialogs.visit import Visit

REMEMBERED = 100
"""Windows of one person, the latest."""


async def remember_window(visit: Visit) -> None:
    """Remember the window that an update has left open."""
    manager = visit.manager
    if not manager.has_context():
        return  # it has become a receipt
    shown = manager.current_stack().last_message_id
    plain = manager.current_context().state not in CODE_STATES
    known = await _known(visit)
    if shown is not None and (shown in known) is not plain:
        left = [*(each for each in known if each != shown), *([shown] if plain else [])]
        await visit.use.windows.put(visit.actor.telegram_id, json.dumps(left[-REMEMBERED:]))


async def forget_windows(visit: Visit) -> None:
    """Forget which messages are windows: something has been handed in without a name, and some of them show it."""
    await visit.use.windows.put(visit.actor.telegram_id, None)


async def answers_unknown(visit: Visit) -> bool:
    """Tell whether the words answer a message of ours that is no window and of which no case is known.

    It may be the receipt of an anonymous case, and the words for that case.
    """
    manager = visit.manager
    answered = manager.event.reply_to_message if isinstance(manager.event, Message) else None
    if answered is None or answered.from_user is None or not answered.from_user.is_bot:
        return False
    message_id = answered.message_id
    open_now = manager.has_context() and manager.current_stack().last_message_id == message_id
    if open_now or message_id in await _known(visit):
        return False
    return await visit.use.find.by_message(ChatId(visit.actor.telegram_id), MessageId(message_id)) is None


async def _known(visit: Visit) -> list[int]:
    kept = await visit.use.windows.get(visit.actor.telegram_id)
    return list(json.loads(kept)) if kept else []
