"""What a ballot is about, for everybody who is told of it: before it opens, and after they have voted."""

from aiogram.types import BufferedInputFile
from aiogram_dialog import ShowMode

from core.ballots.messages import report, reports
from core.ballots.paper import Paper, Subject
from dialogs.ballots.door import ballot_of, open_ballot
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Page, Visit
from dialogs.states import VoteSG

REPORT = "report"
"""What the window remembers: whose report is read."""


def read_choice(paper: Paper) -> list[Choice]:
    """Return the choice that leads here, where there is something to read."""
    return [Choice("read", "button-report", _first)] if reports(paper) else []


async def read_page(visit: Visit) -> Page:
    view = await visit.use.ballots.votes.one(visit.actor, ballot_of(visit))
    paper, number = view.ballot.paper, _number(visit, view.ballot.paper)
    choices = [
        *([Choice("file", "button-debrief-file", _file)] if paper.subjects[number].file else []),
        *([Choice("next", "button-report-next", _next)] if number < reports(paper)[-1] else []),
        Choice("back", "button-back", _back, also="names-back"),
    ]
    return Page(report(paper, number), choices, take_free_text, sorts=True)


def _number(visit: Visit, paper: Paper) -> int:
    there = reports(paper)
    return number if (number := int(visit.data.get(REPORT, -1))) in there else there[0]


async def _first(visit: Visit) -> None:
    visit.data.pop(REPORT, None)
    await visit.goto(VoteSG.read)


async def _next(visit: Visit) -> None:
    view = await visit.use.ballots.votes.one(visit.actor, ballot_of(visit))
    number = _number(visit, view.ballot.paper)
    visit.data[REPORT] = next((each for each in reports(view.ballot.paper) if each > number), number)
    await visit.goto(VoteSG.read)


async def _file(visit: Visit) -> None:
    view = await visit.use.ballots.votes.one(visit.actor, ballot_of(visit))
    await send_report_file(visit, view.ballot.paper.subjects[_number(visit, view.ballot.paper)])


async def send_report_file(visit: Visit, subject: Subject) -> None:
    if subject.file is not None:
        file = BufferedInputFile(await visit.use.blobs.get(subject.file), subject.file_name or "report")
        await visit.manager.middleware_data["bot"].send_document(visit.actor.telegram_id, file)
        visit.manager.show_mode = ShowMode.SEND


async def _back(visit: Visit) -> None:
    await open_ballot(visit, ballot_of(visit))
