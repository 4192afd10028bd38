"""The ballots there are, one of them, who somebody is, and what came of it. Choosing is in `paper`."""

from aiogram.types import BufferedInputFile
from aiogram_dialog import ShowMode

from core.ballots.counting import Result
from core.ballots.messages import ballot_args, result_lines, rule_lines, subject_lines, turnout
from core.ballots.model import BallotState
from core.ballots.published import published_file, seal_of
from core.ballots.usecases import BallotView, Standing
from core.shared.ids import BallotId
from core.shared.messages import MessageSpec, Term
from dialogs.ballots.asking import start_paper
from dialogs.ballots.door import ballot_of, open_ballot, open_votes
from dialogs.ballots.reading import read_choice
from dialogs.identity.contact import ask_phone, take_card
from dialogs.incoming import Incoming
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.states import MenuSG, VoteSG

SUBJECT = "subject"
"""What the window remembers: whose result is looked at."""


async def list_page(visit: Visit) -> Page:
    views = await visit.use.ballots.votes(visit.actor)
    rows = [
        Choice(
            view.ballot.id,
            "vote-row",
            _to_ballot(view.ballot.id),
            {"title": view.ballot.paper.title, "standing": Term(f"vote-is-{view.standing}")},
        )
        for view in views
    ]
    unknown = any(view.standing is Standing.UNVERIFIED for view in views)
    verify = [Choice("verify", "button-verify", _verify)] if unknown else []
    body = MessageSpec("votes" if views else "votes-none", {"count": len(views)})
    return Page(body, [*rows, *verify, MENU], take_free_text, sorts=True)


async def ballot_page(visit: Visit) -> Page:
    """What it is about, until when, how many have voted; and what can be done about it now."""
    view = await visit.use.ballots.votes.one(visit.actor, ballot_of(visit))
    if view.standing is Standing.OVER:
        return await result_page(visit)
    ballot, unit = view.ballot, await visit.use.office(visit.actor.resident_id)
    lines = [MessageSpec("vote-branch", {"study": ballot.paper.branch_study})] if ballot.paper.branch_study else []
    lines += rule_lines(ballot.paper)
    if ballot.state is BallotState.OPEN:
        lines.append(MessageSpec("ballot-turnout", turnout(view.marks, ballot.seats)))
    lines.append(MessageSpec(f"vote-stand-{view.standing}", {**ballot_args(ballot), "phone": unit.phone or "—"}))
    read = [] if view.standing is Standing.MAY_VOTE else read_choice(ballot.paper)
    body = MessageSpec("vote-ballot", {**ballot_args(ballot), "intro": ballot.paper.intro}, more=lines)
    return Page(body, [*_deeds(view), *read, BACK_TO_LIST, MENU], take_free_text, sorts=True)


def _deeds(view: BallotView) -> list[Choice]:
    match view.standing:
        case Standing.MAY_VOTE:
            return [Choice("start", "button-vote", start_paper, also="names-yes")]
        case Standing.UNVERIFIED:
            return [Choice("verify", "button-verify", _verify)]
        case _:
            return []


async def verify_page(_visit: Visit) -> Page:
    """Who somebody is, is told by Telegram alone, and only of the account's own number."""
    choices = [Choice("share", "button-share-phone", ask_phone), BACK_TO_LIST, MENU]
    return Page(MessageSpec("vote-verify"), choices, _shared, sorts=True)


async def _shared(visit: Visit, incoming: Incoming) -> None:
    if not await take_card(visit, incoming, open_votes):
        await take_free_text(visit, incoming)


async def result_page(visit: Visit) -> Page:
    """What came of it. Where too little was cast to be shown, or it does not add up, that is said and nothing else."""
    view = await visit.use.ballots.votes.one(visit.actor, ballot_of(visit))
    ballot, paper = view.ballot, view.ballot.paper
    if ballot.result is None:
        lines = [MessageSpec("ballot-turnout", turnout(view.marks, ballot.seats))]
        if ballot.withheld is not None:
            lines.append(MessageSpec(f"ballot-withheld-{ballot.withheld}"))
        body = MessageSpec("vote-result", ballot_args(ballot), more=lines)
        return Page(body, [BACK_TO_LIST, MENU], take_free_text, sorts=True)
    result, key = Result.from_json(ballot.result), visit.data.get(SUBJECT, "")
    if key in {subject.key for subject in paper.subjects}:
        body = MessageSpec("vote-result", ballot_args(ballot), more=subject_lines(paper, result, key))
        return Page(body, [_WHOLE, BACK_TO_LIST, MENU], take_free_text, sorts=True)
    rows = [
        Choice(f"of-{number}", "button-result-of", _to_subject(subject.key), {"name": subject.name})
        for number, subject in enumerate(paper.subjects)
        if result.motion is None
    ]
    files = [Choice("chart", "button-chart", _chart), Choice("lists", "button-lists", _lists)]
    body = MessageSpec("vote-result", ballot_args(ballot), more=result_lines(paper, result))
    return Page(body, [*rows, *files, *read_choice(paper), BACK_TO_LIST, MENU], take_free_text, sorts=True)


def _to_subject(key: str) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[SUBJECT] = key
        await visit.goto(VoteSG.result)

    return go


async def _whole(visit: Visit) -> None:
    visit.data.pop(SUBJECT, None)
    await visit.goto(VoteSG.result)


async def _chart(visit: Visit) -> None:
    view = await visit.use.ballots.votes.one(visit.actor, ballot_of(visit))
    if view.ballot.result is None:
        return
    blob = await visit.use.ballots.charts.draw(view.ballot.paper, view.ballot.result, visit.speech.language)
    picture = BufferedInputFile(await visit.use.blobs.get(blob), "result.png")
    bot = visit.manager.middleware_data["bot"]
    await bot.send_photo(visit.actor.telegram_id, picture, caption=visit.speech.html("vote-chart"))
    visit.manager.show_mode = ShowMode.SEND


async def _lists(visit: Visit) -> None:
    ballot, lists = await visit.use.ballots.votes.lists(visit.actor, ballot_of(visit))
    file = BufferedInputFile(published_file(ballot, lists).encode(), f"{ballot.slug}.json")
    bot = visit.manager.middleware_data["bot"]
    await bot.send_document(
        visit.actor.telegram_id, file, caption=visit.speech.html("vote-lists", seal=seal_of(ballot, lists))
    )
    visit.manager.show_mode = ShowMode.SEND


def _to_ballot(ballot_id: BallotId) -> Go:
    async def go(visit: Visit) -> None:
        await open_ballot(visit, ballot_id)

    return go


async def _verify(visit: Visit) -> None:
    await visit.goto(VoteSG.verify)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-leave"))
BACK_TO_LIST = Choice("back", "button-all-votes", open_votes, also="names-back")
_WHOLE = Choice("whole", "button-result-whole", _whole)
