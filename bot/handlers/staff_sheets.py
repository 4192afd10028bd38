"""Sheets of paper for the board on the wall, in the language of the staff chat."""

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from core.app import UseCases
from core.disclosure.model import span_args
from core.disclosure.ports import Sheet
from core.disclosure.queries import ItemView
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.ids import ItemId
from core.shared.text import excerpt
from dialogs.disclosure.links import BOARD, ITEM
from dialogs.speech import Speech

PRINTED = 900
"""UTF-16 units of an item that are printed; the code leads to all of it."""
PRINTED_ROWS = 24


async def print_board(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    unit = await use_cases.disclosure.print_sheet.unit(actor)
    sheet = Sheet(
        title=speech.plain("sheet-board", unit=unit.name),
        foot=speech.plain("sheet-board-foot"),
        link=await deep_link(message.bot, f"{BOARD}{unit.invite}"),
    )
    press = f"{message.chat.id}:{message.message_id}"
    await use_cases.disclosure.print_sheet(actor, sheet, unit.invite, press)


async def print_item(
    callback: CallbackQuery, message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, item_id: ItemId
) -> None:
    view = await use_cases.disclosure.print_sheet.item(actor, item_id)
    await callback.answer()
    sheet = _sheet(view, speech, use_cases, await deep_link(message.bot, f"{ITEM}{view.item.number}"))
    await use_cases.disclosure.print_sheet(actor, sheet, view.item.number or "", f"{message.chat.id}:{callback.id}")


def _sheet(view: ItemView, speech: Speech, use_cases: UseCases, link: str) -> Sheet:
    item, version = view.item, view.versions[-1]
    day = local_day(version.published_at or version.made_at, use_cases.clock.zone)
    category = speech.plain(f"news-category-{item.category}")
    table = next(iter(version.tables), None)
    printed = table if table is not None and len(table.rows) <= PRINTED_ROWS else None
    return Sheet(
        title=version.title,
        lines=[
            speech.plain("sheet-item-head", category=category, **span_args(item.span)),
            speech.plain("sheet-item-date", unit=view.unit_name, day=day),
            "",
            excerpt(version.words.text, PRINTED),
            speech.plain("sheet-item-more"),
        ],
        table=printed,
        foot=speech.plain("sheet-item-foot", number=item.number or ""),
        link=link,
    )


async def deep_link(bot: Bot | None, payload: str) -> str:
    """Return the address that opens the private chat with a payload."""
    username = (await bot.me()).username if bot is not None else ""
    return f"https://t.me/{username}?start={payload}"
