"""Lines of what came of petitions, and of who helps. Nobody's opinion and nobody's party is to be read out of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from typing import TypeVar

from core.answers.ratings import LEAST, Tally, told
from core.figures.arithmetic import tenths
from core.figures.lines import In, Line, Section, about
from core.figures.outcomes import Fate, Outcomes, Rated
from core.figures.spans import Span, quarter_of
from core.people.model import Unit
from core.shared.clock import local_day
from core.shared.messages import Arg, Term
from core.volunteers.model import may_be_told

Two = tuple[Outcomes, Outcomes]
Group = TypeVar("Group", bound="str | int")


def outcome_lines(two: Two, units: Sequence[Unit], span: Span, zone: tzinfo) -> list[Line]:
    """Return the lines of a span and of the one a year before; the unit itself is the first of `units`."""
    content, proposals = _content(two, units, span), _proposals(two, units[0], span, zone)
    return [*content, *_several(two), *_mediated(two, units, span), *proposals]


def told_in(rated: Sequence[Rated], span: Span) -> Tally | None:
    """Return the ratings of a span, None where they are too few to be told, from those of its whole year.

    Nothing can be worked out from the year, its quarters and its months together: what is not told of a year is five
    ratings or more, or none, and so it is within each quarter that is told; of the others no month is.
    """
    quarters, months = _by(rated, lambda each: quarter_of(each.month)), _by(rated, lambda each: each.month)
    year = sum(quarters.values(), Tally())
    if not span.parted:
        return year if year.total >= LEAST or not year.total else None
    quarter = span.quarter or quarter_of(span.month)
    if quarter not in told(quarters):
        return None if quarter in quarters else Tally()
    if span.quarter:
        return quarters[quarter]
    beside = {month: tally for month, tally in months.items() if quarter_of(month) == quarter}
    return told(beside).get(span.month) if span.month in beside else Tally()


def _content(two: Two, units: Sequence[Unit], span: Span) -> list[Line]:
    """Tell how content people were with a unit's own answers, never of a sum of units; in whole years also by part."""
    own = [_of(outcomes, units[0]) for outcomes in two]
    now, before = (told_in(rated, span) for rated in own)
    counted = Line(
        section=Section.CONTENT,
        label=Term("figures-rated"),
        now=None if now is None else now.total,
        before=None if before is None else before.total,
        few=now is None,
        few_before=before is None,
    )
    made = [_rate(Section.CONTENT, Term("figures-content"), now, before), counted]
    if not span.parted:
        made += _parts(Section.CONTENT_CATEGORY, own, lambda each: each.category, about)
    for unit in units[1:]:
        now, before = (told_in(_of(outcomes, unit), span) for outcomes in two)
        made.append(_rate(Section.CONTENT_UNIT, unit.name, now, before))
    if not span.parted:
        names = {each.staff_id: each.staff_name for each in own[0]}
        made += _parts(Section.CONTENT_STAFF, [own[0], []], lambda each: each.staff_id, lambda staff: names[staff])
    return made


def _of(outcomes: Outcomes, unit: Unit) -> list[Rated]:
    return [each for each in outcomes.rated if each.unit_id == unit.id]


def _by(rated: Sequence[Rated], part: Callable[[Rated], Group]) -> dict[Group, Tally]:
    found: dict[Group, Tally] = {}
    for each in rated:
        found[part(each)] = found.get(part(each), Tally()) + Tally({each.grade: each.count})
    return found


def _parts(
    section: Section, two: Sequence[Sequence[Rated]], part: Callable[[Rated], Group], label: Callable[[Group], Arg]
) -> list[Line]:
    """One line a part, those of most ratings first; of people there is no comparison with the year before."""
    now, before = (_by(rated, part) for rated in two)
    names = sorted(now | before, key=lambda name: (-now.get(name, Tally()).total, str(name)))
    return [_rate(section, label(name), _told_of(now, name), _told_of(before, name)) for name in names]


def _told_of(groups: Mapping[Group, Tally], name: Group) -> Tally | None:
    return told(groups).get(name) if name in groups else Tally()


def _rate(section: Section, label: Arg, now: Tally | None, before: Tally | None) -> Line:
    return Line(
        section=section,
        label=label,
        measured=In.PERCENT,
        now=None if now is None else tenths(now.content, now.total),
        before=None if before is None else tenths(before.content, before.total),
        few=now is None,
        few_before=before is None,
    )


def _several(two: Two) -> list[Line]:
    """That there was none is told as nought: communities are proud of it."""
    now, before = (outcomes.several for outcomes in two)
    made = [("collective", In.CASES, now.petitions, before.petitions), ("signed", In.PEOPLE, now.people, before.people)]
    return [
        Line(section=Section.COLLECTIVE, label=Term(f"figures-{name}"), measured=measured, now=count, before=was)
        for name, measured, count, was in made
    ]


def _mediated(two: Two, units: Sequence[Unit], span: Span) -> list[Line]:
    """Tell how many mediations were kept inside the community, each unit's own in whole years, from five on.

    A sum of units, or months beside their year, would tell how the few ended that are left out.
    """
    made: list[Line] = []
    for unit in () if span.parted else units:
        theirs = [[each for each in outcomes.mediated if each.unit_id == unit.id] for outcomes in two]
        ended = [sum(each.count for each in every) for every in theirs]
        inside = [sum(each.count for each in every if each.inside) for every in theirs]
        few = [0 < count < LEAST for count in ended]
        counts = [None if hidden else count for hidden, count in zip(few, ended, strict=True)]
        rates = [None if hidden else tenths(*of) for hidden, *of in zip(few, inside, ended, strict=True)]
        if unit is units[0]:
            made.append(_kept_inside(Term("figures-mediated"), In.CASES, counts, few))
            made.append(_kept_inside(Term("figures-mediated-inside"), In.PERCENT, rates, few))
        elif any(ended):
            made.append(_kept_inside(unit.name, In.PERCENT, rates, few))
    return made


def _kept_inside(label: Arg, measured: In, two: Sequence[int | None], few: Sequence[bool]) -> Line:
    return Line(
        section=Section.MEDIATION,
        label=label,
        measured=measured,
        now=two[0],
        before=two[1],
        few=few[0],
        few_before=few[1],
    )


def _proposals(two: Two, unit: Unit, span: Span, zone: tzinfo) -> list[Line]:
    """Tell what has become of those received in the span. The goal is that all are answered, but withdrawn ones."""
    if span.parted and not any(outcomes.proposals for outcomes in two):
        return []
    counts = [[sum(each.fate is fate for each in outcomes.proposals) for fate in Fate] for outcomes in two]
    (answered, waiting, _), (answered_before, waiting_before, _) = counts
    made = [
        _count("proposals-received", sum(counts[0]), sum(counts[1])),
        _count("proposals-answered", answered, answered_before),
        _count("proposals-waiting", waiting, waiting_before),
        Line(
            section=Section.PROPOSALS,
            label=Term("figures-proposals-rate"),
            measured=In.PERCENT,
            now=tenths(answered, answered + waiting),
            before=tenths(answered_before, answered_before + waiting_before),
        ),
    ]
    if not span.parted:
        theirs = [_by(_of(outcomes, unit), lambda each: int(each.proposal)) for outcomes in two]
        now, before = (_told_of(groups, 1) for groups in theirs)
        made.append(_rate(Section.PROPOSALS, Term("figures-proposals-content"), now, before))
    opened = sorted((each for each in two[0].proposals if each.fate is Fate.OPEN), key=lambda each: each.answer_by)
    return made + [
        Line(
            section=Section.PROPOSALS_OPEN,
            label=each.number,
            measured=In.DATE,
            text=local_day(each.answer_by, zone).isoformat(),
        )
        for each in opened
    ]


def _count(name: str, now: int, before: int) -> Line:
    return Line(section=Section.PROPOSALS, label=Term(f"figures-{name}"), now=now, before=before)


def volunteer_lines(counts: Mapping[str, tuple[int, int]]) -> list[Line]:
    """How many of each group help, as it is today; of fewer than five on either side nothing is told."""
    made = []
    for name, (helpers, everybody) in counts.items():
        safe = may_be_told(helpers, everybody)
        now = tenths(helpers, everybody) if safe else None
        label = Term(f"figures-help-{name}")
        made.append(Line(section=Section.VOLUNTEERS, label=label, measured=In.PERCENT, now=now, few=not safe))
    return made
