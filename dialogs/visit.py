"""One person at one window: what every page is given."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.state import State
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram_dialog import DialogManager, ShowMode, StartMode

from core.app import UseCases
from core.petitions.draft import Draft
from core.petitions.model import CaseMessage
from core.petitions.parts import PIECE
from core.shared.actor import ResidentActor
from core.shared.ids import BlobId
from core.shared.marks import split_marked
from core.shared.messages import Arg, MediaRef, MessageSpec
from dialogs.speech import Speech
from dialogs.states import CODE_STATES, SECRET_STATES

CARRIED, LANDED = "carried", "landed"
"""Where a window's data has the words that led to it, and which window that was: see `dialogs.carried`."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One person at one window, now."""

    manager: DialogManager
    actor: ResidentActor
    speech: Speech
    use: UseCases

    @classmethod
    def of(cls, manager: DialogManager) -> "Visit":
        data = manager.middleware_data
        return cls(manager, data["actor"], data["speech"], data["use_cases"])

    @property
    def data(self) -> dict[str, Any]:
        """What this window remembers: ids, words and numbers only."""
        return self.manager.dialog_data

    @property
    def start_data(self) -> dict[str, Any]:
        data = self.manager.start_data
        return data if isinstance(data, dict) else {}

    async def goto(self, state: State) -> None:
        await self.manager.switch_to(state)

    async def begin(self, state: State, **data: str) -> None:
        """Leave whatever was open and start at `state`; drafts are kept elsewhere and survive.

        So are words that wait for a code; whoever leaves the place where it is asked for is told of them.
        """
        if carried := self.manager.middleware_data.pop(CARRIED, ""):
            data |= {CARRIED: carried, LANDED: str(state.state)}
        await self._clear_vote()
        leaves = self.manager.has_context() and self.manager.current_context().state in CODE_STATES
        if leaves and state not in CODE_STATES and (held := await self.use.held.get(self.actor.telegram_id)):
            self.flash("code-words-wait", count=len(json.loads(held)))
        await self.manager.start(state, dict(data), mode=StartMode.RESET_STACK)

    async def _clear_vote(self) -> None:
        """Take a window with votes out of the chat, unless it is the one that was pressed: that becomes another one."""
        event, shown = self.manager.event, self.manager.current_stack().last_message_id
        pressed = event.message if isinstance(event, CallbackQuery) else None
        if not self.manager.has_context() or self.manager.current_context().state not in SECRET_STATES or shown is None:
            return
        if pressed is None or pressed.message_id != shown:
            bot: Bot = self.manager.middleware_data["bot"]
            with suppress(TelegramBadRequest):  # gone already, or older than two days
                await bot.delete_message(self.actor.telegram_id, shown)
            self.manager.current_stack().last_message_id = None

    def flash(self, said: str | MessageSpec, **args: Arg) -> None:
        """Put a sentence, or that of a key, on top of the window that is shown next; so one press makes one message."""
        sentence = said if isinstance(said, MessageSpec) else MessageSpec(said, args)
        self.manager.middleware_data.setdefault("flash", []).append(sentence)

    async def draft(self) -> Draft | None:
        return await self.use.drafts.get(self.actor.telegram_id)

    async def keep(self, draft: Draft) -> None:
        await self.use.drafts.put(self.actor.telegram_id, draft)

    async def show_in_full(self, message: CaseMessage, signature: Mapping[str, Arg]) -> None:
        """Send a case message whole, signed, in as many pieces as it needs, then its files."""
        bot: Bot = self.manager.middleware_data["bot"]
        chat = self.actor.telegram_id
        for piece in split_marked(message.words, PIECE) if message.text else ():
            await bot.send_message(chat, self.speech.html("case-full", **signature, text=piece.simplest))
        for file in message.attachments:
            await self.send_file(MediaRef(file.kind, file.blob_id or "", file.file_id, file.name))
        self.manager.show_mode = ShowMode.SEND

    async def send_file(self, file: MediaRef) -> None:
        """Send by Telegram's file id; our own copy outlives it. The window is shown anew below."""
        bot: Bot = self.manager.middleware_data["bot"]
        self.manager.show_mode = ShowMode.SEND
        send = getattr(bot, f"send_{file.kind}")
        if file.file_id:
            try:
                await send(self.actor.telegram_id, file.file_id)
            except TelegramBadRequest:
                if not file.blob:
                    self.flash("case-file-gone")
                    return
            else:
                return
        if file.blob:
            kept = BufferedInputFile(await self.use.blobs.get(BlobId(file.blob)), file.name or file.kind)
            await send(self.actor.telegram_id, kept)
        elif not file.file_id:
            self.flash("case-file-gone")

    async def say(self, spec: MessageSpec) -> int | None:
        """Say something that belongs to no window, and leave: the pressed window becomes it, or it is sent.

        Return the id of the message that says it, if Telegram has told.
        """
        rendered = self.speech.renderer.render(spec, self.speech.language)
        rows = [[InlineKeyboardButton(text=b.text, callback_data=b.action) for b in row] for row in rendered.buttons]
        markup = InlineKeyboardMarkup(inline_keyboard=rows)
        became, message_id = await _put(self.manager.event, rendered.html, markup)
        if became:
            self.manager.current_stack().last_message_id = None  # a window no more: its buttons stay
        await self.manager.reset_stack(remove_keyboard=False)
        return message_id


async def _put(event: object, html: str, markup: InlineKeyboardMarkup) -> tuple[bool, int | None]:
    """Put words where the pressed window is, or below where that cannot be; tell whether it became them, and its id.

    The same words twice are no trouble.
    """
    message = event.message if isinstance(event, CallbackQuery) else event
    if isinstance(event, CallbackQuery) and isinstance(message, Message):
        try:
            await message.edit_text(html, reply_markup=markup)
        except TelegramBadRequest as error:
            if "message is not modified" not in error.message:
                return False, (await message.answer(html, reply_markup=markup)).message_id
        return True, message.message_id
    if isinstance(message, Message | InaccessibleMessage):
        return False, (await message.answer(html, reply_markup=markup)).message_id
    return False, None
