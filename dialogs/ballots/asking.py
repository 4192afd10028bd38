"""Which question comes next, and whether what its subject reports is read first."""

from core.ballots.paper import Paper
from dialogs.ballots.door import ballot_of
from dialogs.pages import Visit
from dialogs.states import VoteSG

AT, CHANGING = "at", "changing"
"""What the window remembers: which question is asked, and whether the paper has been looked over already."""


async def start_paper(visit: Visit) -> None:
    """Go to the first question that is open, by way of what its subject reports."""
    view = await visit.use.ballots.fill_in.look(visit.actor, ballot_of(visit))
    if not view.open_questions:
        await visit.goto(VoteSG.review)
        return
    visit.data[CHANGING] = False
    await ask(visit, view.ballot.paper, view.ballot.paper.questions.index(view.open_questions[0]))


async def ask(visit: Visit, paper: Paper, at: int) -> None:
    visit.data[AT] = at
    subject = paper.subject(paper.questions[at][0])
    begins = at == 0 or paper.questions[at - 1][0] != subject.key
    reports = bool(subject.debrief or subject.file) and begins
    await visit.goto(VoteSG.debrief if reports and not visit.data.get(CHANGING) else VoteSG.grade)
