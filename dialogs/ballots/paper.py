"""Filling in a ballot: what somebody reports, then one press a grade, a last look with the receipt, and the cast.

Nothing chosen is remembered by the window: it rests sealed (see `core.ballots.usecases.voting`). Grades are chosen by
press alone, and their buttons carry words that say nothing without the voter's own key.
"""

from core.ballots.messages import ballot_args, turnout
from core.ballots.paper import Paper, Question
from core.ballots.usecases import PaperView
from core.shared.actions import Action, ActionCode
from core.shared.errors import DomainError
from core.shared.messages import Arg, Button, MessageSpec, Term
from dialogs.ballots.asking import AT, CHANGING, ask, start_paper
from dialogs.ballots.door import ballot_of, open_ballot
from dialogs.ballots.listing import ballot_page
from dialogs.ballots.reading import send_report_file
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.states import MenuSG, VoteSG


async def debrief_page(visit: Visit) -> Page:
    view, question = await _asked(visit)
    if view is None or question is None:
        return await _ended(visit)
    subject = view.ballot.paper.subject(question[0])
    choices = [
        Choice("go", "button-grade", _to_grade, {"name": subject.name}),
        *([Choice("file", "button-debrief-file", _send_file)] if subject.file else []),
        _LATER,
    ]
    args: dict[str, Arg] = {"name": subject.name, "text": subject.debrief or "—"}
    args |= _position(view.ballot.paper, question)
    return Page(MessageSpec("vote-debrief", args), choices, _press_please, sorts=True)


async def grade_page(visit: Visit) -> Page:
    """One question; the grades given to the same subject so far stand above it."""
    view, question = await _asked(visit)
    if view is None or question is None:
        return await _ended(visit)
    paper = view.ballot.paper
    subject = paper.subject(question[0])
    given = [
        MessageSpec("vote-given", {"dimension": Term(f"dimension-{d}"), "grade": Term(f"grade-{view.choices[key, d]}")})
        for key, d in paper.questions
        if key == subject.key and (key, d) in view.choices
    ]
    grades = [Choice(token, f"button-grade-{grade}", _give(token)) for token, grade in view.tokens.items()]
    key = "vote-motion" if paper.meeting is not None else "vote-grade"
    args: dict[str, Arg] = {"name": subject.name, "dimension": Term(f"dimension-{question[1]}")}
    args |= _position(paper, question)
    around = [Choice("before", "button-vote-before", _before), _LATER]
    return Page(
        MessageSpec(key, args, more=given), [*grades, *around], _press_please, by_press=True, numbered=False, sorts=True
    )


async def review_page(visit: Visit) -> Page:
    """All of it once more, and the receipt: before the last press, for afterwards nobody knows it."""
    view, _ = await _asked(visit, whole=True)
    if view is None:
        return await _ended(visit)
    paper = view.ballot.paper
    lines = [
        MessageSpec("vote-review-row", {"name": paper.subject(key).name, "grades": _grades(visit, paper, key, view)})
        for key in dict.fromkeys(key for key, _ in paper.questions)
    ]
    if view.open_questions:
        lines.append(MessageSpec("vote-review-open", {"count": len(view.open_questions)}))
        deeds = [Choice("rest", "button-vote-rest", start_paper)]
    else:
        lines.append(MessageSpec("vote-review-receipt", {"code": view.receipt}))
        deeds = [Choice(token, "button-cast", _cast(token)) for token in view.tokens]
    choices = [*deeds, Choice("change", "button-vote-change", _change), _LATER]
    body = MessageSpec("vote-review", ballot_args(view.ballot), more=lines)
    return Page(body, choices, _press_please, by_press=True, numbered=False, sorts=True)


def _grades(visit: Visit, paper: Paper, key: str, view: PaperView) -> str:
    asked = [(d, view.choices.get((key, d), "")) for k, d in paper.questions if k == key]
    names = [visit.speech.plain(f"grade-{grade}") if grade else "—" for _, grade in asked]
    if len(asked) == 1:
        return names[0]
    short = [visit.speech.plain(f"dimension-short-{dimension}") for dimension, _ in asked]
    return " · ".join(f"{dimension} {name}" for dimension, name in zip(short, names, strict=True))


async def change_page(visit: Visit) -> Page:
    view, _ = await _asked(visit, whole=True)
    if view is None:
        return await _ended(visit)
    paper = view.ballot.paper
    rows = [
        Choice(f"of-{number}", "button-change-of", _change_of(paper, subject.key), {"name": subject.name})
        for number, subject in enumerate(paper.subjects)
    ]
    back = Choice("back", "button-back", _to_review, also="names-back")
    return Page(MessageSpec("vote-change"), [*rows, back, _LATER], _press_please, sorts=True)


async def _asked(visit: Visit, *, whole: bool = False) -> tuple[PaperView | None, Question | None]:
    """Return the paper, and the question the window is at; nothing where there is no paper to fill in any more."""
    ballot_id, fill_in = ballot_of(visit), visit.use.ballots.fill_in
    try:
        view = await fill_in.look(visit.actor, ballot_id)
        if whole:
            return view, None
        questions = view.ballot.paper.questions
        question = questions[min(max(int(visit.data.get(AT, 0)), 0), len(questions) - 1)]
        return await fill_in.look(visit.actor, ballot_id, question), question
    except DomainError:
        return None, None


async def _ended(visit: Visit) -> Page:
    """Cast elsewhere, or closed meanwhile: the ballot's own page says which."""
    return await ballot_page(visit)


def _position(paper: Paper, question: Question) -> dict[str, Arg]:
    keys = [subject.key for subject in paper.subjects]
    return {"number": keys.index(question[0]) + 1, "count": len(keys)}


def _give(token: str) -> Go:
    """Keep the grade and ask the next question; whoever changes one subject returns to the last look after it."""

    async def go(visit: Visit) -> None:
        view, question = await _asked(visit)
        if view is None or question is None:
            return
        await visit.use.ballots.fill_in.choose(visit.actor, ballot_of(visit), question, token)
        questions = view.ballot.paper.questions
        at = questions.index(question) + 1
        ends = at == len(questions) or (visit.data.get(CHANGING) and questions[at][0] != question[0])
        if ends:
            visit.data[CHANGING] = False
            await visit.goto(VoteSG.review)
        else:
            await ask(visit, view.ballot.paper, at)

    return go


async def _before(visit: Visit) -> None:
    view, question = await _asked(visit)
    if view is None or question is None:
        return
    at = view.ballot.paper.questions.index(question)
    if at == 0:
        await open_ballot(visit, ballot_of(visit))
        return
    visit.data[AT] = at - 1
    await visit.goto(VoteSG.grade)


def _cast(token: str) -> Go:
    async def go(visit: Visit) -> None:
        ballot_id = ballot_of(visit)
        try:
            marks = await visit.use.ballots.cast(visit.actor, ballot_id, token)
        except DomainError as error:
            visit.flash(f"error-{error.code}", **error.args_for_text)
            await visit.goto(VoteSG.ballot)
            return
        view = await visit.use.ballots.votes.one(visit.actor, ballot_id)
        show = [Button("button-show-ballot", ActionCode(Action.SHOW_BALLOT, ballot_id).pack())]
        menu = [Button("button-menu", ActionCode(Action.MENU).pack())]
        args = {**ballot_args(view.ballot), **turnout(marks, view.ballot.seats)}
        await visit.say(MessageSpec("vote-cast-done", args, [show, menu]))

    return go


async def _change(visit: Visit) -> None:
    await visit.goto(VoteSG.change)


async def _to_review(visit: Visit) -> None:
    await visit.goto(VoteSG.review)


async def _to_grade(visit: Visit) -> None:
    await visit.goto(VoteSG.grade)


def _change_of(paper: Paper, key: str) -> Go:
    async def go(visit: Visit) -> None:
        visit.data.update({AT: [each for each, _ in paper.questions].index(key), CHANGING: True})
        await visit.goto(VoteSG.grade)

    return go


async def _send_file(visit: Visit) -> None:
    view, question = await _asked(visit)
    if view is None or question is None:
        return
    await send_report_file(visit, view.ballot.paper.subject(question[0]))


async def _press_please(visit: Visit, _incoming: Incoming) -> None:
    """Words typed here are kept nowhere: they may be what somebody votes."""
    visit.flash("vote-press")


async def _leave(visit: Visit) -> None:
    """What has been chosen stays, sealed, until they come back or the ballot closes."""
    visit.flash("vote-later")
    await visit.begin(MenuSG.main)


_LATER = Choice("later", "button-vote-later", _leave, also=("names-menu", "names-leave"))
