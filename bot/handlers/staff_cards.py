"""Buttons under a card. What a press may do is decided by the use case, from the row, at this moment."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery

from core.app import UseCases
from core.petitions.asking import PROMPT_OF
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from dialogs.speech import Speech


class CardCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        known = code is not None and (code.action in PROMPT_OF or code.action in {Action.CLAIM, Action.CLOSE})
        return {"code": code} if code is not None and known else False


class _Is(Filter):
    def __init__(self, action: Action) -> None:
        self._action = action

    async def __call__(self, _callback: CallbackQuery, code: ActionCode) -> bool:
        return code.action is self._action


class IsStaff(Filter):
    """The guard has made an actor: bound chat, present member."""

    async def __call__(self, _event: object, actor: object) -> bool:
        return isinstance(actor, StaffActor)


async def claim(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    petition = await use_cases.claim(actor, PetitionId(code.subject))
    await callback.answer(speech.plain("staff-claimed", number=petition.number))


async def close(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    petition = await use_cases.close(actor, PetitionId(code.subject))
    await callback.answer(speech.plain("staff-closed", number=petition.number))


async def prompt(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Whatever asks for words, on the card or below it; what was chosen before stands behind the case's id."""
    press = f"{actor.chat_id}:{callback.id}"
    subject, _, chosen = code.subject.partition(".")
    await use_cases.prompt(actor, PetitionId(subject), PROMPT_OF[code.action], press=press, subject=chosen)
    await callback.answer(speech.plain("staff-prompted"))


async def gone(callback: CallbackQuery, speech: Speech) -> None:
    """A button that is none of ours, or from a group that is no staff chat any more."""
    await callback.answer(speech.plain("choice-gone"), show_alert=True)


def build_staff_cards_router() -> Router:
    router = Router(name="staff-cards")
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    for action, handler in ((Action.CLAIM, claim), (Action.CLOSE, close)):
        router.callback_query.register(handler, CardCode(), _Is(action), IsStaff())
    router.callback_query.register(prompt, CardCode(), IsStaff())
    router.callback_query.register(gone)
    return router
