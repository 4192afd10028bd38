"""One figure as a line: every form of a report is made from these. A further figure is a section and its lines."""

from dataclasses import dataclass
from enum import StrEnum

from core.figures.arithmetic import change, decimal, signed
from core.shared.messages import Arg, Term

NOTHING = "\u2014"


class Section(StrEnum):
    TOTAL = "total"
    TIME = "time"
    KIND = "kind"
    CATEGORY = "category"
    LEVEL = "level"
    LEVEL_ANSWERED = "level-answered"
    UNIT = "unit"
    UNIT_ANSWERED = "unit-answered"
    AUTHOR = "author"
    STAFF = "staff"
    CONTENT = "content"
    CONTENT_CATEGORY = "content-category"
    CONTENT_UNIT = "content-unit"
    CONTENT_STAFF = "content-staff"
    COLLECTIVE = "collective"
    MEDIATION = "mediation"
    PROPOSALS = "proposals"
    PROPOSALS_OPEN = "proposals-open"
    VOLUNTEERS = "volunteers"


class In(StrEnum):
    """What a number is."""

    CASES = "cases"
    PEOPLE = "people"
    PERCENT = "percent"
    """In tenths."""
    DAYS = "days"
    """In tenths."""
    DATE = "date"
    """No number: the day of `text`."""


NUMBERS = (In.CASES, In.PEOPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    section: Section
    label: Arg
    measured: In = In.CASES
    now: int | None = None
    """None where there is nothing to measure, or `few`."""
    before: int | None = None
    few: bool = False
    """So few that they would tell who: not shown."""
    few_before: bool = False
    text: str = ""
    """What there is to say instead of a number."""

    @property
    def change(self) -> int | None:
        """Return the change from the year before in tenths of a percent, of numbers alone."""
        if self.measured not in NUMBERS or self.now is None or self.before is None:
            return None
        return change(self.before, self.now)

    def words(self) -> dict[str, Arg]:
        """Return it as a reader sees it."""
        few = Term("figures-few")
        value = few if self.few and self.now is None else self.text or self._said(self.now)
        earlier = few if self.few_before and self.before is None else self._said(self.before)
        rate = self.change
        moved = NOTHING if rate is None else f"{signed(rate)}%"
        return {"label": self.label, "now": value, "before": earlier, "change": moved}

    def _said(self, value: int | None) -> str:
        if value is None:
            return NOTHING
        return str(value) if self.measured in NUMBERS else decimal(value) + "%" * (self.measured is In.PERCENT)


def about(category: str) -> Term:
    return Term(f"category-{category}" if category else "figures-about-none")
