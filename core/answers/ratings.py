"""Whether people were content with an answer, and how that is counted without naming anybody (DOMAIN §2, §7, §8)."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Protocol, TypeVar

from core.petitions.model import Petition, Stage
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.ids import PetitionId, ResidentId, TelegramUserId, UnitId
from core.shared.messages import Button

OPEN_DAYS = 14
"""Calendar days after the answer on which it can be rated, and the rating changed."""
REMIND_AFTER = timedelta(days=5)
LEAST = 5
"""Of fewer ratings than these nothing is told, and neither of what is left beside those that are told."""
MOST_WORDS = 1_000
"""UTF-16 units of why somebody is not content."""


Group = TypeVar("Group")


class Grade(StrEnum):
    """Stored by value: never rename."""

    SATISFIED = "satisfied"
    BASICALLY = "basically"
    UNSATISFIED = "unsatisfied"


CONTENT = (Grade.SATISFIED, Grade.BASICALLY)
"""What counts as content: the first two grades."""
RATED_STAGES = (Stage.ANSWERED, Stage.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """An answer and what its reader thought of it: who gave it, for which unit, about what."""

    petition_id: PetitionId
    unit_id: UnitId
    staff_id: TelegramUserId
    staff_name: str
    category: str
    answered_at: datetime
    grade: Grade | None = None
    why: str = ""
    rated_on: date | None = None
    """The day alone: a time would tell who it was."""
    reminded: bool = False

    def last_day(self, zone: tzinfo) -> date:
        """Return the last day on which it can be rated."""
        return local_day(self.answered_at, zone) + timedelta(days=OPEN_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrated:
    """An answer whose reader is to be reminded."""

    petition_id: PetitionId
    number: str
    chat_id: TelegramUserId
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many ratings are alike."""

    unit_id: UnitId
    staff_id: TelegramUserId
    staff_name: str
    category: str
    grade: Grade
    count: int


class RatingRepository(Protocol):
    """Writes in the open unit of work and never commits. The case is locked by whoever rates or answers."""

    async def of(self, petition_id: PetitionId) -> Rating | None: ...

    async def open(self, rating: Rating) -> None:
        """Insert, or replace what was thought of an earlier answer of the case."""
        ...

    async def rate(self, petition_id: PetitionId, grade: Grade, why: str, day: date) -> None: ...

    async def forget_words(self, petition_id: PetitionId) -> None:
        """Erase why; the grade counts on."""
        ...

    async def to_remind(self, since: datetime, until: datetime, limit: int) -> Sequence[Rating]:
        """Return answers given from `since` to before `until` (aware), the oldest first, to be reminded of.

        Their readers have neither rated them nor been reminded, and did not refuse it; of anonymous ones none.
        """
        ...

    async def reminded(self, petition_id: PetitionId) -> None: ...

    async def refuses(self, resident_id: ResidentId) -> bool:
        """Tell whether somebody does not want to be reminded."""
        ...

    async def refuse(self, resident_id: ResidentId, *, refuses: bool) -> None: ...

    async def counts(self, units: Collection[UnitId], since: date, until: date) -> Sequence[Counted]:
        """Count ratings given from the day `since` to before the day `until`."""
        ...


@dataclass(frozen=True, slots=True)
class Tally:
    """Ratings by grade."""

    grades: Mapping[Grade, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.grades.values())

    @property
    def content(self) -> int:
        return sum(self.grades.get(grade, 0) for grade in CONTENT)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(Counter(self.grades) + Counter(other.grades))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What may be told: the whole, and by unit, staff member and category those that are large enough."""

    whole: Tally | None
    units: Mapping[UnitId, Tally]
    staff: Mapping[TelegramUserId, Tally]
    categories: Mapping[str, Tally]
    names: Mapping[TelegramUserId, str]


def rates(counted: Sequence[Counted]) -> Rates:
    """Add up and withhold. Each table by itself tells nothing of fewer than `LEAST`; see `withheld`."""
    units: dict[UnitId, Tally] = {}
    staff: dict[TelegramUserId, Tally] = {}
    categories: dict[str, Tally] = {}
    names: dict[TelegramUserId, str] = {}
    whole = Tally()
    for each in counted:
        one = Tally({each.grade: each.count})
        whole += one
        units[each.unit_id] = units.get(each.unit_id, Tally()) + one
        staff[each.staff_id] = staff.get(each.staff_id, Tally()) + one
        categories[each.category] = categories.get(each.category, Tally()) + one
        names[each.staff_id] = each.staff_name
    return Rates(
        whole=whole if whole.total >= LEAST else None,
        units=told(units),
        staff=told(staff),
        categories=told(categories),
        names=names,
    )


def told(groups: Mapping[Group, Tally]) -> dict[Group, Tally]:
    """Leave out groups of fewer than `LEAST`, and the smallest further ones until what is left out is as many.

    Otherwise whoever knows the whole could take those that are told from it.
    """
    large = sorted((item for item in groups.items() if item[1].total >= LEAST), key=lambda item: item[1].total)
    left_out = sum(tally.total for tally in groups.values()) - sum(tally.total for _, tally in large)
    while large and 0 < left_out < LEAST:
        left_out += large.pop(0)[1].total
    return dict(large)


def unrated(petition: Petition, actor: StaffActor, at: datetime) -> Rating:
    """Return what an answer given now is rated on."""
    return Rating(
        petition_id=petition.id,
        unit_id=petition.unit_id,
        staff_id=actor.user_id,
        staff_name=actor.name,
        category=petition.category,
        answered_at=at,
    )


def is_open(petition: Petition, rating: Rating | None, today: date, zone: tzinfo) -> bool:
    """Tell whether an answer can be rated now."""
    return rating is not None and petition.stage in RATED_STAGES and today <= rating.last_day(zone)


def buttons(petition_id: PetitionId) -> list[list[Button]]:
    """Return the three grades, to stand under an answer; they stay there and are read anew at each press."""
    return [
        [Button(f"button-rate-{grade}", ActionCode(Action.RATE, f"{petition_id}.{grade}").pack()) for grade in Grade]
    ]
