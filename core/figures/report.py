"""The figures of a unit in a span beside those of the year before, as lines that every form is made from."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.figures.arithmetic import median_tenths, shown, tenths
from core.figures.lines import In, Line, Section, about
from core.figures.model import Counts, Kept, Measure
from core.figures.spans import Span
from core.people.model import Level, Unit
from core.shared.ids import UnitId
from core.shared.messages import Arg, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything there is to tell; each form leaves out what it has no room for."""

    unit: Unit
    span: Span
    until: date
    """The last day that is counted; of a span that goes on, today."""
    before_until: date
    """The same day of the year before: a span that goes on is set beside as many days."""
    lines: Sequence[Line]
    below: Sequence[Unit] = field(default=())
    """The units directly below."""

    def of(self, *sections: Section) -> list[Line]:
        return [line for line in self.lines if line.section in sections]

    def heading(self) -> dict[str, Arg]:
        return {
            "unit": self.unit.name,
            "first": self.span.first.isoformat(),
            "until": self.until.isoformat(),
            "span": Term(self._name),
        }

    @property
    def _name(self) -> str:
        return "figures-month" if self.span.month else "figures-quarter" if self.span.quarter else "figures-year"


def subtree(units: Sequence[Unit], top: UnitId) -> list[Unit]:
    """Return a unit and all below it; `units` has parents before children."""
    found: dict[UnitId, Unit] = {}
    for unit in units:
        if unit.id == top or unit.parent_id in found:
            found[unit.id] = unit
    return [*found.values()]


Two = tuple[Counts, Counts]


def lines_of(two: Two, units: Sequence[Unit], *, yearly: bool) -> list[Line]:
    """Return the lines of this year's and last year's counts of a unit, the first of `units`, and all below it.

    What could tell who somebody is, is told of whole years and of the unit's own petitions alone: sums of months, or
    of the units below, would give away what is left out of one of them.
    """
    return [
        *_total(two),
        *_time(two),
        *_counted(Section.KIND, two, lambda each: each.kind, lambda kind: Term(f"kind-{kind}")),
        *_counted(Section.CATEGORY, two, lambda each: each.category, about),
        *_levels(two, units),
        *_units(two, units),
        *(_authors(two, units[0].id) if yearly else ()),
        *(_staff(two, units[0].id) if yearly else ()),
    ]


def _total(two: Two) -> list[Line]:
    now, before = (sum(each.count for each in counts.received) for counts in two)
    made = [Line(section=Section.TOTAL, label=Term("figures-received"), now=now, before=before)]
    for measure in Measure:
        now, before = (counts.handled.get(measure, 0) for counts in two)
        if now or before or measure in {Measure.ANSWERED, Measure.CLOSED}:
            label = Term(f"figures-{measure}")
            made.append(Line(section=Section.TOTAL, label=label, now=now, before=before))
    return made


def _time(two: Two) -> list[Line]:
    def rate(kept: Kept) -> int | None:
        return tenths(kept.kept, kept.kept + kept.missed)

    rates = {name: [rate(getattr(counts, name)) for counts in two] for name in ("pledge", "law")}
    made = [
        Line(section=Section.TIME, label=Term(f"figures-{name}"), measured=In.PERCENT, now=now, before=before)
        for name, (now, before) in rates.items()
    ]
    now, before = (median_tenths(counts.days) for counts in two)
    return [*made, Line(section=Section.TIME, label=Term("figures-days"), measured=In.DAYS, now=now, before=before)]


def _counted(section: Section, two: Two, by: Callable[..., str], label: Callable[[str], Arg]) -> list[Line]:
    now, before = (Counter[str]() for _ in two)
    for counter, counts in zip((now, before), two, strict=True):
        for each in counts.received:
            counter[by(each)] += each.count
    names = sorted(now | before, key=lambda name: (-now[name], -before[name], name))
    return [Line(section=section, label=label(name), now=now[name], before=before[name]) for name in names]


def _levels(two: Two, units: Sequence[Unit]) -> list[Line]:
    """What came to a level first, and what its units answered: a petition that climbed is answered at each."""
    made: list[Line] = []
    for level in reversed(Level):
        here = {unit.id for unit in units if unit.level is level}
        if here and len({unit.level for unit in units}) > 1:
            received = (sum(r.count for r in counts.received if r.unit_id in here) for counts in two)
            answered = (sum(counts.by_unit.get((Measure.ANSWERED, unit), 0) for unit in here) for counts in two)
            made += [_pair(Section.LEVEL, Term(f"figures-level-{level}"), received)]
            made += [_pair(Section.LEVEL_ANSWERED, Term(f"figures-level-{level}"), answered)]
    return made


def _units(two: Two, units: Sequence[Unit]) -> list[Line]:
    """Each unit by itself, without those below it; none where there is but one."""
    made: list[Line] = []
    for unit in units if len(units) > 1 else ():
        received = (sum(r.count for r in counts.received if r.unit_id == unit.id) for counts in two)
        made.append(_pair(Section.UNIT, unit.name, received))
        answered = (counts.by_unit.get((Measure.ANSWERED, unit.id), 0) for counts in two)
        made.append(_pair(Section.UNIT_ANSWERED, unit.name, answered))
    return made


def _pair(section: Section, label: Arg, numbers: Iterable[int]) -> Line:
    now, before = numbers
    return Line(section=section, label=label, now=now, before=before)


def _authors(two: Two, own: UnitId) -> list[Line]:
    """Tell how many were anonymous, if neither they nor the others are so few that it tells who."""
    split = [
        [sum(r.count for r in counts.received if r.unit_id == own and r.anonymous is a) for a in (False, True)]
        for counts in two
    ]
    now, before = (shown(parts) for parts in split)
    return [
        Line(
            section=Section.AUTHOR,
            label=Term(f"figures-{name}"),
            now=now[at],
            before=before[at],
            few=now[at] is None,
            few_before=before[at] is None,
        )
        for at, name in enumerate(("named", "anonymous"))
    ]


def _staff(two: Two, own: UnitId) -> list[Line]:
    """Who answered how many this year; of people there is no comparison with the year before."""
    people = [(name, count) for name, unit_id, count in two[0].by_staff if unit_id == own]
    numbers = shown([count for _, count in people])
    return [
        Line(section=Section.STAFF, label=name, now=number, few=number is None)
        for (name, _), number in zip(people, numbers, strict=True)
    ]
