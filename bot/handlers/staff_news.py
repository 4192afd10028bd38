"""Disclosure in the desk's group: what is to be posted, section and time, a look at it, and off to the reviewers.

One message shows the draft and is edited as it changes; whoever answers it adds to the draft.
"""

import re
from dataclasses import dataclass

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_marks import LooksLikeCommand
from bot.handlers.staff_sheets import print_board, print_item
from core.app import UseCases
from core.disclosure.model import REVIEWS, Category, Span, State, span_args, spans_near
from core.disclosure.ports import Offered, Post, PostRole
from core.disclosure.privacy import personal
from core.disclosure.reading import hides, searchable
from core.disclosure.usecases.drafting import Material, Seen
from core.people.model import Purpose
from core.petitions.model import FileKind
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import NotFoundError
from core.shared.ids import ChatId, ItemId, MessageId, VersionId
from core.shared.marks import Marked, without_people
from core.shared.messages import MessageSpec
from core.shared.text import strip_invisible_end
from dialogs.incoming import read_message
from dialogs.speech import Speech

ACTIONS = {Action.DISCLOSE, Action.PANEL, Action.SEND_TO_REVIEW, Action.DROP_DRAFT, Action.SHEET}
READABLE = set(FileKind) - {FileKind.STICKER, FileKind.VIDEO_NOTE}
PAPERS = ("pdf", "xlsx", "xls", "csv", "docx", "doc")
"""Ends of names of files that may be meant for the board."""


class NewsCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in ACTIONS else False


class AnswersDraft(Filter):
    """An answer to a message that shows a draft; found by the message's id, never by its text."""

    async def __call__(self, message: Message, use_cases: UseCases) -> bool | dict[str, Post]:
        answered = message.reply_to_message
        if answered is None or answered.forum_topic_created is not None:
            return False
        post = await use_cases.disclosure.see.linked(ChatId(message.chat.id), MessageId(answered.message_id))
        return {"post": post} if post is not None and post.role is PostRole.PANEL else False


class MayBePaper(Filter):
    """A file that looks like one for the board, or something forwarded, in the chat of a desk, about no case."""

    async def __call__(self, message: Message, use_cases: UseCases) -> bool:
        name = (message.document.file_name or "") if message.document else ""
        is_paper = name.rpartition(".")[2].lower() in PAPERS
        passed_on = message.forward_origin is not None and bool(message.text or message.caption)
        if message.reply_to_message is not None or not (is_paper or passed_on):
            return False
        chat = await use_cases.staff_chat(ChatId(message.chat.id))
        return chat is not None and Purpose.DESK in chat.purposes


def material_of(message: Message) -> Material:
    """Read what a message offers for disclosure; from whom it was forwarded is left out."""
    incoming = read_message(message)
    file = next((file for file in incoming.files if file.kind in READABLE), None)
    return Material(
        MessageId(message.message_id),
        Marked(incoming.text, without_people(incoming.marks)) if incoming.latitude is None else Marked(""),
        None if file is None else Offered(file.kind, file.file_id, file.name, file.size),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    html: str
    markup: InlineKeyboardMarkup | None


def shown(seen: Seen, speech: Speech, use_cases: UseCases, asked: str = "") -> Shown:
    """Return the draft's message: as residents will see it, and what can be done or is still to be chosen."""
    version, state = seen.version.id, seen.version.state
    if state not in {State.DRAFT, *REVIEWS}:
        return Shown(speech.spec(seen.spec), None)

    def button(text: str, action: Action, more: str = "") -> list[InlineKeyboardButton]:
        return [InlineKeyboardButton(text=text, callback_data=ActionCode(action, f"{version}{more}").pack())]

    lines: list[MessageSpec] = []
    if state in REVIEWS:
        rows = [button(speech.plain("button-news-take-back"), Action.PANEL, ".b")]
        return Shown(speech.spec(seen.spec), InlineKeyboardMarkup(inline_keyboard=rows))
    if not seen.item.current and (asked == "c" or seen.item.category is None):
        lines = [MessageSpec("news-choose-category")]
        rows = [button(speech.plain(f"news-category-{each}"), Action.PANEL, f".c.{each}") for each in Category]
    elif not seen.item.current and (asked == "t" or not seen.item.span_chosen):
        lines = [MessageSpec("news-choose-span")]
        today = local_day(use_cases.clock.now(), use_cases.clock.zone)
        rows = [
            button(speech.plain("news-span", **span_args(span)), Action.PANEL, f".t.{span.code}")
            for span in spans_near(today)
        ]
        rows.append(button(speech.plain("button-news-no-span"), Action.PANEL, ".t.none"))
    elif seen.private:
        found = ", ".join(personal(searchable(seen.version))[:3])
        lines = [MessageSpec("news-private", {"found": found})] if found else []
        lines += [MessageSpec("news-hides")] if hides(seen.version) else []
        rows = [
            button(speech.plain("button-news-submit-all-the-same"), Action.SEND_TO_REVIEW, ".sure"),
            button(speech.plain("button-news-go-on"), Action.PANEL),
        ]
    else:
        rows = [button(speech.plain("button-news-submit"), Action.SEND_TO_REVIEW)]
        if not seen.item.current:
            category = button(speech.plain("button-news-category"), Action.PANEL, ".c")
            rows.append([*category, *button(speech.plain("button-news-when"), Action.PANEL, ".t")])
    rows.append(button(speech.plain("button-news-drop"), Action.DROP_DRAFT))
    html = "\n\n".join([speech.spec(seen.spec), *map(speech.spec, lines)])
    return Shown(html, InlineKeyboardMarkup(inline_keyboard=rows))


async def publish(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/publish` in answer to what is to be posted, with a title or with the number of what it corrects."""
    answered = message.reply_to_message
    if answered is not None and answered.forum_topic_created is not None:
        answered = None
    if answered is None and not command.args:
        await message.reply(speech.html("news-usage"))
        return
    source = f"tg:{message.chat.id}:{message.message_id}"
    material = None if answered is None else material_of(answered)
    seen = await use_cases.disclosure.begin(actor, source, title=command.args or "", material=material)
    await show_below(message, actor, seen, speech, use_cases)
    if answered is not None and answered.media_group_id:
        await message.reply(speech.html("news-album"))


async def show_below(message: Message, actor: StaffActor, seen: Seen, speech: Speech, use_cases: UseCases) -> None:
    """Show a new draft in answer to the message it was made of."""
    panel = shown(seen, speech, use_cases)
    sent = await message.reply(panel.html, reply_markup=panel.markup)
    await use_cases.disclosure.see(actor, seen.version.id, MessageId(sent.message_id))


async def board(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    """`/board`: a sheet with the code that opens the board."""
    await print_board(message, actor, speech, use_cases)


async def offer(message: Message, speech: Speech) -> None:
    """Ask in one line whether it is meant for the board; the button reads what it answers."""
    label = speech.plain("button-news-disclose")
    press = InlineKeyboardButton(text=label, callback_data=ActionCode(Action.DISCLOSE).pack())
    markup = InlineKeyboardMarkup(inline_keyboard=[[press]])
    await message.reply(speech.html("news-offer"), reply_markup=markup, disable_notification=True)


async def news_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Do what the button says, and let the message show how it is now."""
    message, use = callback.message, use_cases.disclosure
    if not isinstance(message, Message):
        await callback.answer(speech.plain("window-gone"))
        return
    subject, *more = code.subject.split(".")
    asked = ""
    match code.action:
        case Action.SHEET:
            await print_item(callback, message, actor, speech, use_cases, ItemId(subject))
            return
        case Action.DISCLOSE:
            seen = await _begun(message, actor, use_cases)
        case Action.SEND_TO_REVIEW:
            seen = await use.send(actor, VersionId(subject), sure=more == ["sure"])
        case Action.DROP_DRAFT:
            seen = await use.drop(actor, VersionId(subject))
        case _:
            seen = await _chosen(actor, use_cases, VersionId(subject), more)
            asked = more[0] if len(more) == 1 else ""
    await use.see(actor, seen.version.id, MessageId(message.message_id))
    await callback.answer()
    panel = shown(seen, speech, use_cases, asked)
    await message.edit_text(panel.html, reply_markup=panel.markup)


async def _begun(offered: Message, actor: StaffActor, use_cases: UseCases) -> Seen:
    """Begin with what the pressed message answers; Telegram sends it along."""
    meant = offered.reply_to_message
    if meant is None:
        raise NotFoundError("news-unknown")
    source = f"tg:{offered.chat.id}:{offered.message_id}"
    return await use_cases.disclosure.begin(actor, source, material=material_of(meant))


async def _chosen(actor: StaffActor, use_cases: UseCases, version_id: VersionId, more: list[str]) -> Seen:
    use = use_cases.disclosure
    match more:
        case ["c", category] if category in set(Category):
            return await use.choose(actor, version_id, category=Category(category))
        case ["b"]:
            return await use.take_back(actor, version_id)
        case ["t", "none"]:
            return await use.choose(actor, version_id, no_span=True)
        case ["t", span] if (known := Span.parse(span)) is not None:
            return await use.choose(actor, version_id, span=known)
        case [] | ["c"] | ["t"]:
            return await use.see(actor, version_id)
    raise NotFoundError("news-unknown")  # forged


async def answer_to_draft(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, post: Post) -> None:
    """Add to the draft, or give it another title; its message, which was answered, shows it."""
    title = _title_in(message.text or "", speech)
    if title is not None:
        seen = await use_cases.disclosure.choose.call(actor, post.version_id, title)
    else:
        seen = await use_cases.disclosure.add(actor, post.version_id, material_of(message))
    panel, answered = shown(seen, speech, use_cases), message.reply_to_message
    if answered is not None:
        await answered.edit_text(panel.html, reply_markup=panel.markup)


def _title_in(text: str, speech: Speech) -> str | None:
    """Return the title a text gives: "Title: …" in any language; None if it gives none."""
    words = "|".join(re.escape(word) for names in speech.names("names-news-title") for word in names.split("|"))
    found = re.fullmatch(rf"\s*(?:{words})\s*[^\w\s]\s*(.*)", strip_invisible_end(text), re.IGNORECASE)
    return found[1] if found else None


async def amended(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> bool:
    """Take an edit of something that was put into a draft; False if the message was not.

    Raises DomainError where it is out of the desk's hands: then it stays as it is, and the writer is told so.
    """
    chat, use = ChatId(message.chat.id), use_cases.disclosure
    post = await use.see.linked(chat, MessageId(message.message_id))
    if post is None or post.role is not PostRole.SOURCE:
        return False
    seen = await use.amend(actor, post.version_id, material_of(message))
    await show_below(message, actor, seen, speech, use_cases)
    return True


def build_staff_news_router() -> Router:
    """Before the messages of cases, which take an answer to a message of ours for one that went astray."""
    router = Router(name="staff-news")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(publish, Command("publish"), IsStaff())
    router.message.register(board, Command("board"), IsStaff())
    router.message.register(answer_to_draft, ~LooksLikeCommand(), IsStaff(), AnswersDraft())
    router.callback_query.register(news_pressed, NewsCode(), IsStaff())
    return router


def build_staff_offers_router() -> Router:
    """After the messages of cases: what is about none of them may be meant for the board."""
    router = Router(name="staff-offers")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(offer, ~LooksLikeCommand(), IsStaff(), MayBePaper())
    return router
