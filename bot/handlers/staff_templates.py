"""`/tpl`: canned answers of a desk, kept in its group and used in its cases."""

import json
from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_aim import aim
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.answers import template_pages as pages
from core.answers.templates import TemplateId
from core.app import UseCases
from core.petitions.words import StaffWords
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import AppError, DomainError, StorageError
from core.shared.ids import MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.text import fold
from dialogs.speech import Speech
from dialogs.stray import words_of


async def tpl(message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    """Aimed at a case it offers what can be said there, elsewhere what can be changed."""
    use = use_cases.answers.templates
    try:
        aimed = await aim(message, command, actor, use_cases)
    except DomainError:
        spec = pages.shelf(await use.see(actor))
    else:
        petition = (await use_cases.flow.menu.see(actor, aimed.petition_id)).petition
        spec = pages.for_case(await use.see(actor), petition)
    await _reply(message, speech, spec)


async def _reply(message: Message, speech: Speech, spec: MessageSpec) -> None:
    rows = speech.renderer.buttons(spec.buttons, speech.language)
    keys = [[InlineKeyboardButton(text=b.text, callback_data=b.action) for b in row] for row in rows]
    await message.reply(speech.spec(spec), reply_markup=InlineKeyboardMarkup(inline_keyboard=keys) if keys else None)


async def listed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """The list again, for the case behind the code or to be changed; or the question for a new one's name."""
    shelf = await use_cases.answers.templates.see(actor)
    if code.subject == pages.NEW:
        await _ask(callback, actor, speech, use_cases, {}, "tpl-ask-name")
    elif code.subject:
        petition = (await use_cases.flow.menu.see(actor, PetitionId(code.subject))).petition
        await turn(callback, speech, pages.for_case(shelf, petition))
    else:
        await turn(callback, speech, pages.shelf(shelf))
    await callback.answer()


async def one(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Look at one, change it, or throw it away after a further look."""
    use = use_cases.answers.templates
    named, _, step = code.subject.partition(".")
    shelf, template = await use.one(actor, TemplateId(named))
    if step == pages.CHANGE:
        asked = {"id": template.id, "version": template.version, "name": template.name}
        await _ask(callback, actor, speech, use_cases, asked, "tpl-ask-text")
    elif step == pages.DROP:
        await turn(callback, speech, pages.sure(template))
    elif step == pages.DROP_SURE:
        await use.drop(actor, template.id, code.version)
        await turn(callback, speech, pages.dropped(template))
    else:
        await turn(callback, speech, pages.one(shelf, template))
    await callback.answer()


async def used(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Show one filled in for a case; send it by the way of any reply or answer, or ask for it changed."""
    case, _, rest = code.subject.partition(".")
    petition_id, step = PetitionId(case), rest[:1]
    fill = use_cases.answers.use_template
    template, text = await fill(actor, petition_id, TemplateId(rest[1:]), code.version)
    petition = (await use_cases.flow.menu.see(actor, petition_id)).petition
    words = StaffWords(text, MessageId(callback.message.message_id if callback.message else 0))
    if step == pages.SEND_REPLY:
        await use_cases.reply(actor, petition_id, words)
    elif step == pages.SEND_ANSWER:
        await use_cases.answer(actor, petition_id, words)
    if step in {pages.SEND_REPLY, pages.SEND_ANSWER}:
        sent = await use_cases.find.said(actor.chat_id, words.message_id) is not None
        key = "tpl-sent" if sent else "tpl-drafted"
        await turn(callback, speech, MessageSpec(key, {"number": petition.number, "name": template.name}))
    elif step in {pages.EDIT_REPLY, pages.EDIT_ANSWER}:
        role = LinkRole.PROMPT_REPLY if step == pages.EDIT_REPLY else LinkRole.PROMPT_ANSWER
        await use_cases.prompt(actor, petition_id, role, press=f"{actor.chat_id}:{callback.id}")
        await turn(callback, speech, MessageSpec("tpl-copy", {"text": text}))
    else:
        await turn(callback, speech, pages.filled(petition, template, text))
    await callback.answer()


async def _ask(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, asked: dict[str, Any], key: str
) -> None:
    if isinstance(callback.message, Message):
        await _prompt(callback.message, actor, speech, use_cases, asked, key)


async def _prompt(
    message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, asked: dict[str, Any], key: str
) -> None:
    """Ask for words in answer to a message; which one that is, is remembered in this process."""
    known = use_cases.answers.templates.names.listed(actor.language)
    args = {"user": str(actor.user_id), "who": actor.name, "name": str(asked.get("name", "")), "known": known}
    wanted = ("user", "who") if key == "tpl-ask-name" else ("user", "who", "name", "known")
    sent = await message.answer(
        speech.html(key, **{name: args[name] for name in wanted}), reply_markup=ForceReply(selective=True)
    )
    kept = {**asked, "chat": actor.chat_id, "message": sent.message_id}
    await use_cases.templating.put(actor.user_id, json.dumps(kept, ensure_ascii=False))


class AnswersTemplatePrompt(Filter):
    """An answer to what `/tpl` asked this person, found by the message's id."""

    async def __call__(
        self, message: Message, actor: StaffActor, use_cases: UseCases
    ) -> bool | dict[str, dict[str, Any]]:
        kept = await use_cases.templating.get(actor.user_id) if message.reply_to_message else None
        asked = json.loads(kept) if kept else None
        if asked is None or message.reply_to_message is None:
            return False
        here = (asked["chat"], asked["message"]) == (actor.chat_id, message.reply_to_message.message_id)
        return {"asked": asked} if here else False


async def written(
    message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, asked: dict[str, Any]
) -> None:
    """First the name, then the text. What cannot be taken is asked for again, and nothing else of it is lost."""
    use, text = use_cases.answers.templates, message.text or message.caption or ""
    if fold(text) in words_of(("names-cancel",), speech):
        await use_cases.templating.put(actor.user_id, None)
        await message.reply(speech.html("tpl-cancelled"))
        return
    try:
        if "name" not in asked:
            name = await use.check_name(actor, text)
            await _prompt(message, actor, speech, use_cases, {"name": name}, "tpl-ask-text")
            return
        if "id" in asked:
            template = await use.change(actor, TemplateId(asked["id"]), asked["version"], text)
        else:
            template = await use.add(actor, asked["name"], text)
    except StorageError:
        raise
    except AppError as error:  # the prompt stays: it can be answered once more
        await message.reply(speech.html(f"error-{error.code}", **error.args_for_text))
        return
    await use_cases.templating.put(actor.user_id, None)
    await _reply(message, speech, pages.saved(template))


def build_staff_templates_router() -> Router:
    router = Router(name="staff-templates")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(tpl, Command("tpl", ignore_case=True), IsStaff())
    router.message.register(written, IsStaff(), AnswersTemplatePrompt())
    for action, handler in ((Action.TEMPLATES, listed), (Action.TEMPLATE, one), (Action.USE_TEMPLATE, used)):
        router.callback_query.register(handler, DeedCode(action), IsStaff())
    return router
