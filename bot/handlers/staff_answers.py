"""Answers written part by part: the draft in the case, and what is pressed below it."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.answers.drafts import PREVIEW
from core.answers.parts import Part
from core.app import UseCases
from core.petitions.menu import YES
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import MessageId, PetitionId
from core.shared.messages import MessageSpec
from dialogs.speech import Speech


async def steps(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    case, _, rest = code.subject.partition(".")
    use = use_cases.answers.start
    if rest == PREVIEW:
        await turn(callback, speech, await use.see(actor, PetitionId(case)))
    else:
        await use(actor, PetitionId(case), press=f"{actor.chat_id}:{callback.id}")
    await callback.answer()


async def part(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    case, _, named = code.subject.partition(".")
    which = next((each for each in Part if each == named), Part.CLAIM)
    await use_cases.answers.start.part(actor, PetitionId(case), which, press=f"{actor.chat_id}:{callback.id}")
    await callback.answer(speech.plain("staff-prompted"))


async def send(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    said_in = MessageId(callback.message.message_id if callback.message else 0)
    petition = await use_cases.answers.send(actor, PetitionId(code.subject), code.version, said_in)
    await turn(callback, speech, MessageSpec("answer-draft-sent", {"number": petition.number, "name": actor.name}))
    await callback.answer()


async def drop(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    case, _, rest = code.subject.partition(".")
    if rest == YES:
        petition = await use_cases.answers.drop(actor, PetitionId(case), code.version)
        await turn(callback, speech, MessageSpec("answer-dropped", {"number": petition.number}))
    else:
        await turn(callback, speech, await use_cases.answers.start.see(actor, PetitionId(case), drop=True))
    await callback.answer()


def build_staff_answers_router() -> Router:
    router = Router(name="staff-answers")
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    deeds = ((Action.STEPS, steps), (Action.PART, part), (Action.SEND_ANSWER, send), (Action.DROP_ANSWER, drop))
    for action, handler in deeds:
        router.callback_query.register(handler, DeedCode(action), IsStaff())
    return router
