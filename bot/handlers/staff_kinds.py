"""What staff do with cases of some kinds only: give a request for help to another team."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.app import UseCases
from core.journeys.motions import MEETINGS
from core.petitions.kind_pages import which_team
from core.routing.model import Team
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from core.shared.messages import Arg, MessageSpec, Term
from dialogs.speech import Speech


async def team(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Ask for which team; behind the case's id stands the one that was chosen."""
    case, _, chosen = code.subject.partition(".")
    if chosen in set(Team):
        petition = await use_cases.kinds.change_team(actor, PetitionId(case), Team(chosen))
        said: dict[str, Arg] = {"number": petition.number, "team": Term(f"team-{petition.team}"), "name": actor.name}
        await turn(callback, speech, MessageSpec("team-done", said))
    else:
        await turn(callback, speech, which_team(await use_cases.kinds.change_team.see(actor, PetitionId(case))))
    await callback.answer()


async def fetch(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """The desk takes a case back that its team's chat works on."""
    petition = await use_cases.kinds.fetch(actor, PetitionId(code.subject))
    await turn(callback, speech, MessageSpec("fetch-done", {"number": petition.number, "name": actor.name}))
    await callback.answer()


async def missed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Nobody answered the telephone."""
    petition = await use_cases.kinds.missed(actor, PetitionId(code.subject), code.version)
    tries = petition.call.tries if petition.call else 0
    await callback.answer(speech.plain("staff-missed", number=petition.number, count=tries))


async def motion(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Ask who decides a motion; behind the case's id stands what was chosen, then what the party branch found."""
    case, _, chosen = code.subject.partition(".")
    if chosen in MEETINGS:
        press = f"{actor.chat_id}:{callback.id}"
        await use_cases.prompt(actor, PetitionId(case), LinkRole.PROMPT_MOTION, press=press, subject=chosen)
    else:
        await turn(callback, speech, await use_cases.make_motion.ask(use_cases.flow.menu, actor, PetitionId(case)))
    await callback.answer()


def build_staff_kinds_router() -> Router:
    router = Router(name="staff-kinds")
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.register(team, DeedCode(Action.TEAM), IsStaff())
    router.callback_query.register(motion, DeedCode(Action.MOTION), IsStaff())
    router.callback_query.register(fetch, DeedCode(Action.FETCH), IsStaff())
    router.callback_query.register(missed, DeedCode(Action.MISSED), IsStaff())
    return router
