"""Private chats: commands, replies to our messages, and everything else before or outside a dialog."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject, CommandStart, Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.entities import Context
from aiogram_dialog.utils import CB_SEP

from core.app import UseCases
from core.people.model import POSTER, Unit
from core.shared.actions import Action, ActionCode
from core.shared.actor import ResidentActor
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.text import typed_number
from core.shared.tries import WRONG_POSTERS
from dialogs.albums import show_below
from dialogs.cases.coded import open_with_code
from dialogs.cases.guessed import opens_case
from dialogs.cases.pages import add_to_case, open_for_adding
from dialogs.held import held_back
from dialogs.incoming import Incoming, read_message
from dialogs.mediation.door import open_case
from dialogs.menu.pages import new_petition
from dialogs.offer.pages import take_free_text
from dialogs.onboarding.pages import keep_for_later
from dialogs.pages import Visit
from dialogs.speech import Speech
from dialogs.start import open_home, open_onboarding, open_poster, remember_poster
from dialogs.states import CODE_STATES, CasesSG, MenuSG, OnboardingSG
from dialogs.stray import is_stray

COMMAND = r"^/[A-Za-z_]"
"""What looks like a command; "/3号楼漏水" is something to say."""
CASE_ROLES = {LinkRole.RECEIPT, LinkRole.RESIDENT_COPY, LinkRole.RESIDENT_MESSAGE}


class NotConsented(Filter):
    """Before both consents there is only onboarding."""

    async def __call__(self, _event: Message | CallbackQuery, actor: ResidentActor | None) -> bool:
        return actor is not None and not actor.consented


class InOnboarding(Filter):
    """An onboarding window is open, so typed words belong to it."""

    async def __call__(self, _event: Message | CallbackQuery, aiogd_context: Context | None = None) -> bool:
        return aiogd_context is not None and aiogd_context.state.group is OnboardingSG


class IsCode(Filter):
    """The code of an anonymous case, typed anywhere but where it is asked for."""

    async def __call__(
        self,
        message: Message,
        use_cases: UseCases,
        actor: ResidentActor | None = None,
        aiogd_context: Context | None = None,
    ) -> bool:
        if actor is None or message.text is None or (aiogd_context and aiogd_context.state in CODE_STATES):
            return False
        return await opens_case(use_cases, message.text, actor.telegram_id)


class RepliesToCase(Filter):
    """A reply to a message about a case, ours or their own; found by the message's id, never by its text."""

    async def __call__(self, message: Message, use_cases: UseCases) -> bool | dict[str, PetitionId]:
        if message.reply_to_message is None:
            return False
        found = await use_cases.find.by_message(ChatId(message.chat.id), MessageId(message.reply_to_message.message_id))
        return {"petition_id": found[0]} if found and found[1] in CASE_ROLES else False


async def start(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """`/start`, from a poster too: its code says to which unit the reader belongs."""
    payload = command.args or ""
    visit = _fresh(dialog_manager)
    invited = await _invited(visit, payload.removeprefix(POSTER)) if payload.startswith(POSTER) else None
    if not visit.actor.consented:
        if invited is not None:
            await remember_poster(visit, invited.id)
        await open_onboarding(visit)
    elif invited is not None:
        await open_poster(visit, invited)
    else:
        await open_home(visit)


async def _invited(visit: Visit, invite: str) -> Unit | None:
    """Return the poster's unit; whoever tries link after link is told to wait, and nothing is looked up."""
    tries, who = visit.use.tries, visit.actor.telegram_id
    if tries.used_up(WRONG_POSTERS, who):
        visit.flash("too-many-tries")
        return None
    found = await visit.use.communities.invited(invite)
    if found is None:
        tries.count(WRONG_POSTERS, who)
        visit.flash("poster-unknown")
    return found


def _fresh(manager: DialogManager) -> Visit:
    show_below(manager)
    return Visit.of(manager)


async def onboard_first(message: Message, dialog_manager: DialogManager) -> None:
    """Words before consent are kept; the privacy screen comes first."""
    visit = _fresh(dialog_manager)
    incoming = read_message(message)
    if incoming.unreadable:
        visit.flash("message-unreadable")
    else:
        await keep_for_later(visit, incoming)
    await open_onboarding(visit)


async def language_first(_message: Message, dialog_manager: DialogManager) -> None:
    await _fresh(dialog_manager).begin(OnboardingSG.language)


async def office_first(_message: Message, dialog_manager: DialogManager) -> None:
    """Help without consent: where the counter is and who answers the phone."""
    await _fresh(dialog_manager).begin(OnboardingSG.office)


async def command_first(_message: Message, dialog_manager: DialogManager) -> None:
    """Every other command has to wait."""
    visit = _fresh(dialog_manager)
    if visit.actor.language_chosen:
        visit.flash("onboarding-first")
    await open_onboarding(visit)


async def code_first(_message: Message, dialog_manager: DialogManager) -> None:
    """A code before consent is not kept; it has to be typed again."""
    visit = _fresh(dialog_manager)
    visit.flash("code-after-consent")
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await open_onboarding(visit)


async def code_typed(message: Message, dialog_manager: DialogManager) -> None:
    await open_with_code(_fresh(dialog_manager), message.text or "")


async def petition(_message: Message, dialog_manager: DialogManager) -> None:
    await new_petition(_fresh(dialog_manager))


async def cases(_message: Message, dialog_manager: DialogManager) -> None:
    await _fresh(dialog_manager).begin(CasesSG.mine)


async def own_case(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """`/case`, the staff's command: with a number of theirs it opens that case, else it shows which there are."""
    visit, typed = _fresh(dialog_manager), command.args or ""
    found = await visit.use.find.own(visit.actor, typed)
    if found is not None:
        await visit.begin(CasesSG.view, case=found)
        return
    if typed:
        visit.flash("case-number-unknown")
    await visit.begin(CasesSG.mine)


async def menu(_message: Message, dialog_manager: DialogManager) -> None:
    """What other bots call `/start` a second time; words that wait stay where they are."""
    await _fresh(dialog_manager).begin(MenuSG.main)


async def help_(_message: Message, dialog_manager: DialogManager) -> None:
    await _fresh(dialog_manager).begin(MenuSG.help)


async def language(_message: Message, dialog_manager: DialogManager) -> None:
    await _fresh(dialog_manager).begin(MenuSG.language)


async def unknown_command(_message: Message, dialog_manager: DialogManager) -> None:
    visit = _fresh(dialog_manager)
    visit.flash("command-unknown")
    await open_home(visit)


async def reply_to_case(message: Message, dialog_manager: DialogManager, petition_id: PetitionId) -> None:
    visit = _fresh(dialog_manager)
    incoming = read_message(message)
    if incoming.unreadable:
        await message.answer(visit.speech.html("message-unreadable"))
        return
    await add_to_case(visit, petition_id, incoming, answers=True)


async def free_words(message: Message, dialog_manager: DialogManager) -> None:
    """Nothing else wanted it: keep the words and offer to make a petition of them."""
    visit = _fresh(dialog_manager)
    incoming = read_message(message)
    if incoming.unreadable:
        visit.flash("message-unreadable")
        await open_home(visit)
    elif is_stray(incoming, visit.speech, numbered=False) or await is_stray_number(visit, incoming):
        await open_home(visit)  # a choice in a window nobody remembers
    elif not await held_back(visit, incoming):
        await take_free_text(visit, incoming)


async def is_stray_number(visit: Visit, incoming: Incoming) -> bool:
    """Tell whether a text is a number that answers no question of the staff and names no case of theirs."""
    typed = incoming.text if incoming.is_plain else ""
    if typed_number(typed) is None or await visit.use.cases.waits_for(visit.actor.resident_id):
        return False
    return await visit.use.find.own(visit.actor, typed) is None


async def pressed(
    callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode, pressed_again: bool = False
) -> None:
    """Buttons under receipts and replies; they work for ever, each press reads the case anew."""
    if pressed_again:
        await callback.answer()
        return
    visit = _fresh(dialog_manager)
    if code.action is Action.SHOW_CASE:
        await open_case(visit, PetitionId(code.subject))
    elif code.action is Action.ADD_TO_CASE:
        await open_for_adding(visit, PetitionId(code.subject))
    else:
        await open_home(visit)
    await callback.answer()


async def pressed_stale(callback: CallbackQuery, dialog_manager: DialogManager, speech: Speech) -> None:
    """A button nobody knows any more."""
    visit = _fresh(dialog_manager)
    with suppress(TelegramBadRequest):  # too old to be answered: the way is shown all the same
        await callback.answer(speech.plain("window-gone"))
    await (open_home(visit) if visit.actor.consented else open_onboarding(visit))


OF_NO_WINDOW = ~F.data.contains(CB_SEP)
"""A press that names no window; aiogram-dialog would take it for one on the window shown last."""
RESIDENT_ACTIONS = {Action.SHOW_CASE, Action.ADD_TO_CASE, Action.MENU}


class ResidentCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in RESIDENT_ACTIONS else False


def build_private_router() -> Router:
    """Handlers that come before the dialogs."""
    router = Router(name="private")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(start, CommandStart())
    router.message.register(language_first, NotConsented(), Command("language"))
    router.message.register(office_first, NotConsented(), Command("help"))
    router.message.register(command_first, NotConsented(), F.text.regexp(COMMAND))
    router.message.register(code_first, NotConsented(), IsCode())
    router.message.register(onboard_first, NotConsented(), ~InOnboarding())
    router.message.register(petition, Command("petition"))
    router.message.register(cases, Command("cases"))
    router.message.register(own_case, Command("case"))
    router.message.register(menu, Command("menu"))
    router.message.register(help_, Command("help"))
    router.message.register(language, Command("language"))
    router.message.register(unknown_command, ~NotConsented(), F.text.regexp(COMMAND))
    router.message.register(code_typed, ~NotConsented(), IsCode())
    router.message.register(reply_to_case, ~NotConsented(), RepliesToCase())
    router.callback_query.register(pressed_stale, NotConsented(), ~InOnboarding())
    router.callback_query.register(pressed, ~NotConsented(), ResidentCode())
    router.callback_query.register(pressed_stale, OF_NO_WINDOW)
    return router


def build_fallback_router() -> Router:
    """Handlers that come after the dialogs."""
    router = Router(name="private-fallback")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(free_words)
    router.callback_query.register(pressed_stale)
    return router
