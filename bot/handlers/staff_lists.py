"""Lists of a staff group: one message with buttons, edited in place and not repeated."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from core.shared.listed import Listed
from core.shared.messages import MessageSpec
from dialogs.speech import Speech


def markup_of(listed: Listed, speech: Speech) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=speech.plain(p.key, **p.args), callback_data=p.action) for p in row]
            for row in listed.rows
        ]
    )


async def reply_with(message: Message, listed: Listed, speech: Speech) -> None:
    await message.reply(speech.spec(listed.spec), reply_markup=markup_of(listed, speech))


async def show_again(callback: CallbackQuery, listed: Listed, speech: Speech, said: MessageSpec | None = None) -> None:
    """Let the message show the list; `said` stands above it. Of a message too old to be had nothing is changed."""
    if isinstance(callback.message, Message):
        words = [speech.spec(said)] if said is not None else []
        html = "\n\n".join([*words, speech.spec(listed.spec)])
        await callback.message.edit_text(html, reply_markup=markup_of(listed, speech))
