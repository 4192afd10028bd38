"""One error router. Rules that say no become a friendly sentence; pages out of date lead home; the rest is an incident.

What nobody foresaw is raised again: the inbox parks the update and tells the person an incident number.
Never is an update, a text or a token logged or sent.
"""

import logging
from contextlib import suppress

from aiogram import Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, Chat, ErrorEvent, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from core.app import UseCases
from core.shared.actor import ResidentActor
from core.shared.errors import AppError, ConflictError, DomainError, StorageError
from core.shared.ids import ChatId
from dialogs.cases.pages import mine_page
from dialogs.menu.pages import main_page
from dialogs.pages import PageOf, Visit
from dialogs.speech import Speech
from dialogs.start import open_home, open_onboarding

_log = logging.getLogger(__name__)

ALERT = 200
"""Characters Telegram allows in the answer to a press."""

HARMLESS = (
    "message is not modified",
    "query is too old",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
)

FORGETFUL: dict[str, PageOf] = {"main": main_page, "mine": mine_page}
"""Pages whose choices say all by themselves, by the name their buttons bear."""

FOR_STAFF = {
    "case-stage-closed": "error-case-stage-closed-staff",
    "case-stage-withdrawn": "error-case-stage-withdrawn-staff",
}
"""What the desk is told where the resident is told what they can do instead."""

TOLD = {"file-unavailable"}
"""Failures of infrastructure that the person can do something about: try later, or send another file."""


async def on_app_error(event: ErrorEvent, speech: Speech, use_cases: UseCases, dialog_manager: DialogManager) -> object:
    error = event.exception
    if isinstance(error, StorageError) and error.code not in TOLD and event.update.callback_query is not None:
        with suppress(TelegramBadRequest):  # answered at the first try; the error of the database must stand
            await event.update.callback_query.answer(speech.plain("error-storage-failed")[:ALERT])
    if not isinstance(error, AppError) or (isinstance(error, StorageError) and error.code not in TOLD):
        return UNHANDLED  # infrastructure: the inbox tries the update again
    callback, message = event.update.callback_query, event.update.message
    chat = callback.message.chat if callback and callback.message else message.chat if message else None
    if chat is not None and chat.type != ChatType.PRIVATE:
        bound = await use_cases.staff_chat(ChatId(chat.id))
        speech = Speech(speech.renderer, bound.language) if bound else speech
        await _tell(callback, message, speech, error, FOR_STAFF.get(error.code) if callback is None else None)
        return None
    if callback is not None and isinstance(error, DomainError | ConflictError | StorageError):
        await _tell(callback, None, speech, error)
    elif isinstance(error, DomainError | StorageError):
        await _tell(None, message, speech, error)
    else:
        visit = Visit.of(dialog_manager)
        visit.flash(f"error-{error.code}", **error.args_for_text)
        await _home(visit)
        if callback is not None:
            with suppress(TelegramBadRequest):
                await callback.answer()
    return None


async def _tell(
    callback: CallbackQuery | None, message: Message | None, speech: Speech, error: AppError, key: str | None = None
) -> None:
    key = key or f"error-{error.code}"
    if callback is not None:
        with suppress(TelegramBadRequest):  # too old to be answered: the rule has refused it all the same
            await callback.answer(speech.plain(key, **error.args_for_text)[:ALERT], show_alert=True)
    elif message is not None:
        await message.reply(speech.html(key, **error.args_for_text))


async def on_outdated(event: ErrorEvent, dialog_manager: DialogManager) -> None:
    """A window of another time: say so and show the way; drafts are kept elsewhere and are still there."""
    if not isinstance(dialog_manager.middleware_data.get("actor"), ResidentActor):
        return
    visit = Visit.of(dialog_manager)
    if event.update.callback_query is not None and dialog_manager.middleware_data.get("pressed_again"):
        with suppress(TelegramBadRequest):
            await event.update.callback_query.answer()  # the first press has done it, and what it led to stands below
        return
    callback = event.update.callback_query
    still_meant = await _still_meant(visit, callback)
    if callback is not None:
        with suppress(TelegramBadRequest):
            await callback.answer(None if still_meant else visit.speech.plain("window-gone"))
    if still_meant:
        return
    visit.flash("window-gone-new")
    await _home(visit)


async def _still_meant(visit: Visit, callback: CallbackQuery | None) -> bool:
    """Do what a button of the menu or of the list of cases says: these windows rest nowhere, and need no memory.

    So a menu of before a restart works, and a press that a kill interrupted is done after all.
    """
    if callback is None or not visit.actor.consented:
        return False
    where, _, wanted = (callback.data or "").rpartition(":")[2].partition(".")
    page_of = FORGETFUL.get(where)
    page = None if page_of is None else await page_of(visit)
    chosen = next((choice for choice in page.choices if choice.id == wanted), None) if page else None
    if chosen is None:
        return False
    visit.manager.show_mode = ShowMode.SEND
    await chosen.go(visit)
    return True


async def _home(visit: Visit) -> None:
    visit.manager.show_mode = ShowMode.SEND
    await (open_home(visit) if visit.actor.consented else open_onboarding(visit))


async def on_refused(event: ErrorEvent, use_cases: UseCases, event_chat: Chat | None = None) -> object:
    """Edits of what is already so, presses too old to answer, people who blocked us: nothing is lost by going on.

    Nor is anything by what cannot be said in a group of strangers; and none of them may make incidents at will.
    """
    error = event.exception
    if isinstance(error, TelegramForbiddenError) or any(text in str(error) for text in HARMLESS):
        return None
    group = event_chat if event_chat is not None and event_chat.type != ChatType.PRIVATE else None
    if group is not None and await use_cases.staff_chat(ChatId(group.id)) is None:
        _log.info("a group that is not bound refused us: %s", type(error).__name__)
        return None
    return UNHANDLED


def register_errors(dispatcher: Dispatcher) -> None:
    dispatcher.errors.register(on_outdated, ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState))
    dispatcher.errors.register(on_app_error, ExceptionTypeFilter(AppError))
    dispatcher.errors.register(on_refused, ExceptionTypeFilter(TelegramBadRequest, TelegramForbiddenError))
