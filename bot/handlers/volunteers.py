"""`/volunteer`, the buttons under an invitation, and `/call` in a desk's group."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_duty import markup, show
from bot.handlers.staff_flow import turn
from core.app import UseCases
from core.shared.actions import Action, ActionCode
from core.shared.actor import ResidentActor, StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import CallId, MessageId, PetitionId
from core.volunteers import for_cases, lists
from core.volunteers.model import Reply, Skill
from dialogs.albums import show_below
from dialogs.pages import Visit
from dialogs.speech import Speech
from dialogs.volunteers.pages import open_volunteers

REPLIES = {Action.VOLUNTEER_YES: Reply.YES, Action.VOLUNTEER_NO: Reply.NO}


class CallCode(Filter):
    def __init__(self, *actions: Action) -> None:
        self._actions = actions

    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in self._actions else False


async def volunteer(_message: Message, dialog_manager: DialogManager) -> None:
    show_below(dialog_manager)
    await open_volunteers(Visit.of(dialog_manager))


async def volunteer_answers(
    callback: CallbackQuery, actor: ResidentActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    told = await use_cases.volunteers.answer(actor, CallId(code.subject), REPLIES[code.action])
    await callback.answer(speech.plain(told), show_alert=True)


async def call(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/call` shows how many would help; `/call NUMBER WORDS` writes a call, to be looked at first."""
    use = use_cases.volunteers.call
    wanted, _, text = (command.args or "").strip().partition(" ")
    if not wanted:
        listed = lists.overview(await use.overview(actor))
    else:
        count = int(wanted) if wanted.isdecimal() and len(wanted) < 5 else 0  # noqa: PLR2004 - nobody wants more
        listed = lists.call(await use.draft(actor, count, text, MessageId(message.message_id)))
    await message.reply(speech.spec(listed.spec), reply_markup=markup(listed, speech))


async def call_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    use = use_cases.volunteers.call
    subject, _, step = code.subject.partition(".")
    call_id, what = CallId(subject), step[1:]
    deeds = {lists.SEND: use.send, lists.DROP: use.drop, lists.THANK: use.thank}
    if step[:1] == lists.SKILL:
        if what and what not in set(Skill):
            raise NotFoundError("call-unknown")
        sheet = await use.with_skill(actor, call_id, Skill(what) if what else None)
    else:
        sheet = await deeds.get(step, use.see)(actor, call_id)
    await callback.answer()
    await show(callback, lists.call(sheet), speech)


async def call_for_case(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """How many, when, and then the call as volunteers will read it; of a case with an open call who comes."""
    subject, _, rest = code.subject.partition(".")
    use, case = use_cases.volunteers.for_case, PetitionId(subject)
    petition, open_call = await use.see(actor, case)
    count, at = for_cases.chosen(rest)
    if open_call is None and at is not None:
        open_call = await use.draft(actor, case, count, at, f"{actor.chat_id}:{callback.id}")
    if open_call is not None:
        await show(callback, lists.call(await use_cases.volunteers.call.see(actor, open_call)), speech)
    else:
        await turn(callback, speech, for_cases.when(petition, count) if count else for_cases.how_many(petition))
    await callback.answer()


def build_volunteers_router() -> Router:
    router = Router(name="volunteers")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    in_group = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    private = F.chat.type == ChatType.PRIVATE
    router.message.register(call, groups, Command("call"), IsStaff())
    router.message.register(volunteer, private, ~NotConsented(), Command("volunteer"))
    router.callback_query.register(call_pressed, in_group, CallCode(Action.CALL), IsStaff())
    router.callback_query.register(call_for_case, in_group, CallCode(Action.VOLUNTEERS), IsStaff())
    answers = F.message.chat.type == ChatType.PRIVATE
    router.callback_query.register(volunteer_answers, answers, ~NotConsented(), CallCode(*REPLIES))
    return router
