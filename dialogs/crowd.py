"""Somebody writes faster than windows can be read: all of it is taken in, in order, and one window stands for many.

Only a window that shows the same page again is left out; whatever asks something new, is to be read before it is
answered, or says what has been done, is shown.
"""

from contextvars import ContextVar
from dataclasses import dataclass

from aiogram import Bot
from aiogram.fsm.state import State
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.api.protocols import MessageNotModified
from aiogram_dialog.manager.message_manager import MessageManager

BEHIND: ContextVar[int] = ContextVar("behind", default=0)
"""How many more messages of the same conversation wait; the inbox says so."""


@dataclass(slots=True)
class Handling:
    """One update of somebody who hurries, or did until now."""

    before: State | None
    """The page that stood there."""
    page: State | None = None
    """The page that was rendered last, if it may be left out."""
    left_out: bool = False
    shown: bool = False
    """Whether a page has been rendered at all."""


HANDLING: ContextVar[Handling | None] = ContextVar("handling", default=None)


def rendered(page: State | None, *, unhurried: bool) -> None:
    """Note which page is about to be shown."""
    if (handling := HANDLING.get()) is not None:
        handling.page = None if unhurried else page
        handling.shown = True


class CalmMessageManager(MessageManager):
    async def show_message(self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None) -> OldMessage:
        handling = HANDLING.get()
        if handling is not None and handling.page is not None and handling.page == handling.before:
            handling.left_out = True
            raise MessageNotModified
        return await super().show_message(bot, new_message, old_message)
