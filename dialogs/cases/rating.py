"""Was the answer what you hoped for? One tap, why if not, and what can be done then."""

from collections.abc import Sequence

from core.answers.rating import Standing
from core.answers.ratings import OPEN_DAYS, RATED_STAGES, Grade
from core.petitions.model import Petition
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from core.shared.text import is_blank
from dialogs.cases.roads import open_coded_roads, open_roads
from dialogs.held import source_of
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Typed, Visit
from dialogs.states import CasesSG

SKIPPED = "skipped"
"""Where the window remembers that somebody would rather not say why."""


async def rate_choices(visit: Visit, petition: Petition, code: str = "") -> list[Choice]:
    """Return the grades that can be given now, without the one that was; of a case by its `code`, if that is given."""
    if petition.stage not in RATED_STAGES:
        return []
    return _grades(await visit.use.answers.rate.see(visit.actor, petition.id, code=code), bool(code))


def _grades(standing: Standing, coded: bool) -> list[Choice]:
    if not standing.open or standing.rating is None:
        return []
    left = [grade for grade in Grade if grade is not standing.rating.grade]
    return [Choice(f"rate-{grade}", f"button-rate-{grade}", _go(standing.petition.id, grade, coded)) for grade in left]


def _go(petition_id: PetitionId, grade: Grade, coded: bool) -> Go:
    async def go(visit: Visit) -> None:
        await rate(visit, petition_id, grade, coded=coded)

    return go


async def rate(visit: Visit, petition_id: PetitionId, grade: Grade, *, coded: bool = False) -> None:
    """Keep a grade and show it; once the time is over say so."""
    code = (visit.use.codes.code_of(visit.actor.telegram_id) or "") if coded else ""
    if coded and not code:
        await visit.goto(CasesSG.coded)
        return
    try:
        await visit.use.answers.rate(visit.actor, petition_id, grade, code=code)
    except DomainError as error:
        visit.flash(f"error-{error.code}", **error.args_for_text)
        await (visit.goto(CasesSG.coded) if coded else visit.begin(CasesSG.view, case=petition_id))
        return
    if coded:
        visit.data.pop(SKIPPED, None)
        await visit.goto(CasesSG.coded_rate)
    else:
        await visit.begin(CasesSG.rate, case=petition_id)


async def rated_page(visit: Visit, standing: Standing, last: Sequence[Choice], typed: Typed, code: str = "") -> Page:
    """Return what stands there after the tap; `typed` is what becomes of words where nobody asks why."""
    rating, number = standing.rating, standing.petition.number
    grades = _grades(standing, bool(code))
    if rating is None or rating.grade is None or not standing.open:
        key = "rate-none" if rating is None or standing.open else "rate-over"
        args = {"number": number} if key == "rate-none" else {"days": OPEN_DAYS}
        return Page(MessageSpec(key, args), [*grades, *last], typed, by_code=bool(code))
    day = rating.last_day(visit.use.clock.zone)
    if rating.grade is not Grade.UNSATISFIED:
        body = MessageSpec(f"rate-{rating.grade}", {"number": number, "day": day})
        return Page(body, [*grades, *last], typed, by_code=bool(code))
    if not rating.why and not visit.data.get(SKIPPED):
        body = MessageSpec("rate-unsatisfied", {"number": number, "day": day})
        skip = Choice("skip", "button-rate-skip", _skip)
        return Page(body, [skip, *grades, *last], _why, numbered=False, by_code=bool(code))
    review = visit.speech.plain(f"rate-review-{standing.level}")
    body = MessageSpec("rate-heard", {"number": number, "day": day, "review": review})
    passes = [Choice("pass-on", "button-rate-pass-on", _pass_on)] if rating.why or standing.petition.open else []
    ways = await visit.use.flow.roads.open(visit.actor, None if code else standing.petition.id, code=code)
    roads = [Choice("roads", "button-rate-roads", open_coded_roads if code else open_roads)] if ways else []
    return Page(body, [*passes, *roads, *grades, *last], typed, by_code=bool(code))


async def _skip(visit: Visit) -> None:
    visit.data[SKIPPED] = "1"


def _which(visit: Visit) -> tuple[PetitionId | None, str]:
    """Return the case this window is about: by its id, or by the code of an anonymous one."""
    case = visit.start_data.get("case", "")
    return (PetitionId(case), "") if case else (None, visit.use.codes.code_of(visit.actor.telegram_id) or "")


async def _why(visit: Visit, incoming: Incoming) -> None:
    if is_blank(incoming.text):
        visit.flash("rate-words-only")
        return
    petition_id, code = _which(visit)
    await visit.use.answers.rate.say_why(visit.actor, petition_id, incoming.text, code=code)


async def _pass_on(visit: Visit) -> None:
    """Put the words before the staff as words of the author, because the author wants it; without any, ask for some."""
    petition_id, code = _which(visit)
    standing = await visit.use.answers.rate.see(visit.actor, petition_id, code=code)
    why = standing.rating.why if standing.rating else ""
    if not why:
        await visit.goto(CasesSG.coded_write if code else CasesSG.write)
        return
    source = source_of(visit)
    number = await visit.use.add_to_case(visit.actor, petition_id, why, [], source=source, code=code, answers=True)
    visit.flash("case-added", number=number)
    await visit.goto(CasesSG.coded if code else CasesSG.view)
