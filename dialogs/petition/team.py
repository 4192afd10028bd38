"""For which team a request for help is: what its words say, unless its author says otherwise."""

from core.petitions.draft import Draft
from core.petitions.kinds import SERVICE_TEAMS
from core.petitions.model import KINDS
from core.routing.model import Team
from core.shared.messages import MessageSpec, Term
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.drafting import add_words, current_draft
from dialogs.states import PetitionSG


async def team_lines(visit: Visit, draft: Draft) -> list[MessageSpec]:
    """Say where a request for help goes; nothing of other kinds."""
    if draft.kind is None or not KINDS[draft.kind].teams:
        return []
    team = draft.team or await visit.use.kinds.team_of(draft.text)
    return [MessageSpec("preview-team", {"team": Term(f"team-{team}")})]


def team_choice(draft: Draft) -> list[Choice]:
    """Offer another team for a request for help."""
    has = draft.kind is not None and KINDS[draft.kind].teams
    return [Choice("team", "button-change-team", _ask)] if has else []


async def team_page(_visit: Visit) -> Page:
    choices = [Choice(each.value, f"button-team-{each}", _choose(each)) for each in SERVICE_TEAMS]
    return Page(MessageSpec("petition-team"), [*choices, _BACK], add_words, loose=True)


async def _ask(visit: Visit) -> None:
    await visit.goto(PetitionSG.team)


def _choose(team: Team) -> Go:
    async def go(visit: Visit) -> None:
        draft = await current_draft(visit)
        draft.team = team.value
        await visit.keep(draft)
        await _preview(visit)

    return go


async def _preview(visit: Visit) -> None:
    await visit.goto(PetitionSG.preview)


_BACK = Choice("back", "button-back", _preview, also="names-back")
