"""`/intake` in a desk's group: filing for somebody who came or called.

Every question is a message of ours, and only what answers it is an answer: talk in the group is none. An answer to an
earlier question corrects that one.
"""

from functools import cache

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode
from bot.handlers.staff_marks import LooksLikeCommand
from bot.handlers.staff_slips import phone_pressed, print_slip, slip_pressed
from core.app import UseCases
from core.people.intake import Intake, IntakeField, labelled
from core.people.model import Purpose
from core.petitions.model import KINDS, Kind
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.language import Language
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, fold, one_line
from dialogs.incoming import read_message
from dialogs.speech import Speech
from dialogs.stray import words_of
from locales.catalogue import default_catalogue

FILE, CANCEL, CHOOSE = "f", "x", "k"
"""Behind the form's id in a code."""
SHOWN = 600
"""UTF-16 units of the text that are shown before it is filed."""


class Answered(Filter):
    """What answers a question of this person's own form."""

    async def __call__(
        self, message: Message, use_cases: UseCases, actor: StaffActor | None = None
    ) -> bool | dict[str, object]:
        answered = message.reply_to_message
        if actor is None or answered is None or answered.from_user is None or not answered.from_user.is_bot:
            return False
        intake = await use_cases.people.intakes.get(actor.user_id)
        if intake is None or intake.chat_id != actor.chat_id:
            return False
        what = intake.asked.get(str(answered.message_id))
        return {"intake": intake, "what": IntakeField(what)} if what else False


async def begin(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/intake` asks step by step; with lines like "phone: 138…" it asks only for what is missing."""
    chat = await use_cases.staff_chat(actor.chat_id)
    if chat is None or Purpose.DESK not in chat.purposes:
        raise DomainError("person-at-desk")
    intake = await use_cases.people.intakes.get(actor.user_id)
    if intake is not None and intake.chat_id != actor.chat_id:
        await message.reply(speech.html("intake-elsewhere"))
        return
    if intake is not None and not command.args:
        await message.reply(speech.html("intake-goes-on"))
    if intake is None:
        intake = Intake(id=use_cases.ids.new(), chat_id=actor.chat_id, code=use_cases.ids.code())
    for what, text in labelled(command.args or "", field_named).items():
        await _take(message, speech, intake, what, text)
    await _ask(message, actor, speech, use_cases, intake)


async def answer(
    message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, intake: Intake, what: IntakeField
) -> None:
    incoming = read_message(message)
    if incoming.is_plain and fold(incoming.text) in words_of(("names-cancel",), speech):
        await _cancel(message, actor, speech, use_cases)
        return
    if incoming.files or not incoming.is_plain:
        await message.reply(speech.html("intake-words-only"))
        return
    none = fold(incoming.text) in words_of(("names-none",), speech)
    if not await _take(message, speech, intake, what, "" if none and intake.may_skip(what) else incoming.text):
        return
    await _ask(message, actor, speech, use_cases, intake)


async def _take(message: Message, speech: Speech, intake: Intake, what: IntakeField, text: str) -> bool:
    """Write an answer down; say what is wrong with it, and let the question stand."""
    try:
        if what is not IntakeField.KIND:
            intake.take(what, text)
        elif kind := kind_named(text):
            intake.kind = kind
    except DomainError as error:
        await message.reply(speech.html(f"error-{error.code}", **error.args_for_text))
        return False
    return True


async def pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """The kind, filing, and cancelling: for whoever's form it is."""
    form, _, deed = code.subject.partition(".")
    intake = await use_cases.people.intakes.get(actor.user_id)
    message = callback.message
    if intake is None or intake.id != form or not isinstance(message, Message):
        await callback.answer(speech.plain("intake-not-yours"), show_alert=True)
        return
    if deed == CANCEL:
        await _cancel(message, actor, speech, use_cases)
    elif deed == FILE:
        await _file(message, actor, speech, use_cases, intake)
    elif kind := next((kind for kind in KINDS if KINDS[kind].walk_in and deed == f"{CHOOSE}{kind}"), None):
        intake.kind = kind
        await message.edit_reply_markup(reply_markup=None)
        await _ask(message, actor, speech, use_cases, intake)
    await callback.answer()


async def _file(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, intake: Intake) -> None:
    """File, print, and only then forget the form: pressed again after a failure it is the same case and code word."""
    petition = await use_cases.people.file_walk_in(actor, intake)
    await print_slip(message, speech, use_cases, petition, intake.code)
    await use_cases.people.intakes.put(actor.user_id, None)
    await message.edit_text(speech.html("intake-filed", number=petition.number))


async def _cancel(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    await use_cases.people.intakes.put(actor.user_id, None)
    await message.reply(speech.html("intake-cancelled"))


async def _ask(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, intake: Intake) -> None:
    """Ask for what is missing, or show all there is; whatever is asked can be answered again later."""
    what = intake.next
    who: dict[str, Arg] = {"name": actor.name, "user": str(actor.user_id)}
    if what is IntakeField.KIND:
        rows = [[_button(speech, f"kind-{kind}", intake, f"{CHOOSE}{kind}")] for kind in KINDS if KINDS[kind].walk_in]
        rows.append([_button(speech, "button-intake-cancel", intake, CANCEL)])
        html = speech.html("intake-kind", **who)
        await message.reply(html, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    elif what is not None:
        key = f"intake-{what}-or-none" if intake.may_skip(what) else f"intake-{what}"
        sent = await message.reply(speech.html(key, **who), reply_markup=ForceReply(selective=True))
        intake.asked[str(sent.message_id)] = what
    else:
        rows = [
            [_button(speech, "button-intake-file", intake, FILE)],
            [_button(speech, "button-intake-cancel", intake, CANCEL)],
        ]
        await message.reply(speech.spec(_all_of(intake)), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    await use_cases.people.intakes.put(actor.user_id, intake)


def _all_of(intake: Intake) -> MessageSpec:
    args: dict[str, Arg] = {
        "kind": Term(f"kind-{intake.kind}"),
        "name": one_line(intake.get(IntakeField.NAME)) or "—",
        "phone": one_line(intake.get(IntakeField.PHONE)) or "—",
        "room": one_line(intake.get(IntakeField.ROOM)) or "—",
        "text": excerpt(intake.get(IntakeField.TEXT), SHOWN),
    }
    return MessageSpec("intake-look", args)


def _button(speech: Speech, label: str, intake: Intake, deed: str) -> InlineKeyboardButton:
    code = ActionCode(Action.INTAKE, f"{intake.id}.{deed}").pack()
    return InlineKeyboardButton(text=speech.plain(label), callback_data=code)


def field_named(label: str) -> IntakeField | None:
    """Return what a folded label asks for, in any language."""
    return _labels().get(label)


def kind_named(text: str) -> Kind | None:
    wanted = fold(text)
    for kind in (kind for kind in KINDS if KINDS[kind].walk_in):
        if wanted and wanted in {fold(word) for word in _words(f"names-kind-{kind}") + _words(f"kind-{kind}")}:
            return kind
    return None


@cache
def _labels() -> dict[str, IntakeField]:
    return {fold(word): what for what in IntakeField for word in _words(f"intake-label-{what}")}


def _words(key: str) -> list[str]:
    return [word for language in Language for word in default_catalogue().format(key, {}, language).split("|") if word]


def build_staff_intake_router() -> Router:
    """Before the messages of cases: an answer to a question of a form is none of a case's topic."""
    router = Router(name="staff-intake")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(begin, Command("intake"), IsStaff())
    router.message.register(answer, ~LooksLikeCommand(), Answered())
    router.callback_query.register(pressed, DeedCode(Action.INTAKE), IsStaff())
    router.callback_query.register(slip_pressed, DeedCode(Action.SLIP), IsStaff())
    router.callback_query.register(phone_pressed, DeedCode(Action.PHONE), IsStaff())
    return router
