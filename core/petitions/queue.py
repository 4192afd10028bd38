"""The desk's queue: what is looked for, where a page begins, and how both stand in a button's code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from core.petitions.categories import CATEGORIES, Category
from core.petitions.model import DUE_STAGES, WAITING_STAGES, Kind, Petition, Stage
from core.shared.ids import ChatId, PetitionId

LAST = datetime(9999, 12, 31, tzinfo=UTC)
"""What is answered and only has to be closed comes after everything that is due."""
AGES = (0, 3, 7, 30)
"""Days since submission that can be asked for, 0 for any; in button codes by place."""
KINDS_BY_PLACE = tuple(Kind)
"""In button codes by place: new ones are added at the end."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def queue_at(petition: Petition) -> datetime | None:
    """Return by what the queue is sorted: what was promised next, `LAST` if only closing is left; None if not open."""
    if petition.stage in WAITING_STAGES:
        return petition.promises.claim_by
    if petition.stage in DUE_STAGES:
        return petition.promises.reply_by
    return LAST if petition.open else None


class Scope(StrEnum):
    """Whose cases; the value stands in button codes: never rename."""

    ALL = "a"
    MINE = "m"
    UNCLAIMED = "u"
    OVERDUE = "o"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """What of the queue is looked for."""

    scope: Scope = Scope.ALL
    kind: Kind | None = None
    category: Category | None = None
    age: int = 0
    """Days at least since it was submitted, one of `AGES`."""

    @property
    def is_whole(self) -> bool:
        return self == QueueFilter()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place between two cases: pages are read on from it, or back from it, so that they stay as cases come and go."""

    at: datetime
    number: str
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """Which page somebody looks at; it stands in the code of each of its buttons, and nowhere else."""

    wanted: QueueFilter = QueueFilter()
    mark: Mark | None = None
    """None on the first page."""

    def pack(self) -> str:
        """Return it in at most 27 characters without ":"."""
        kind = "-" if self.wanted.kind is None else _DIGITS[KINDS_BY_PLACE.index(self.wanted.kind)]
        category = "-" if self.wanted.category is None else _DIGITS[CATEGORIES.index(self.wanted.category)]
        head = f"{self.wanted.scope}{kind}{category}{AGES.index(self.wanted.age)}"
        if self.mark is None:
            return head
        at = _base36(int(self.mark.at.timestamp() * 1_000_000))
        return f"{head}-{'b' if self.mark.back else 'f'}-{at}-{packed_number(self.mark.number)}"

    @classmethod
    def parse(cls, code: str) -> "QueueView | None":
        """Return None for anything that `pack` has not written."""
        head, _, rest = code[:4], code[4:5], code[5:]
        try:
            kind, category = head[1:2], head[2:3]
            wanted = QueueFilter(
                scope=Scope(head[:1]),
                kind=None if kind == "-" else KINDS_BY_PLACE[_DIGITS.index(kind)],
                category=None if category == "-" else CATEGORIES[_DIGITS.index(category)],
                age=AGES[int(head[3:4])],
            )
            if not rest:
                return cls(wanted=wanted)
            way, at, number = rest.split("-", 2)
            moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(at, 36))
            return cls(wanted=wanted, mark=Mark(moment, unpacked_number(number), way == "b"))
        except (ValueError, IndexError, OverflowError):
            return None

    def narrowed(self, **changes: object) -> "QueueView":
        """Return the first page with another filter."""
        return QueueView(wanted=replace(self.wanted, **changes))  # type: ignore[arg-type] # the filter's own fields


def packed_number(number: str) -> str:
    """Write XF-2026-000123 as 26-3f."""
    _, year, serial = number.split("-")
    return f"{int(year) - 2000}-{_base36(int(serial))}"


def unpacked_number(packed: str) -> str:
    """Raises ValueError for what `packed_number` has not written."""
    year, serial = packed.split("-")
    return f"XF-{2000 + int(year)}-{int(serial, 36):06d}"


def _base36(value: int) -> str:
    digits = ""
    while value:
        value, rest = divmod(value, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A case of the queue, or one that was found."""

    id: PetitionId
    number: str
    kind: Kind
    stage: Stage
    category: Category | None
    excerpt: str
    handler_name: str | None
    """Who has it, if they took it in this desk."""
    handler_id: int | None
    due: datetime | None
    """What was promised next; nothing once it is answered."""
    message_id: int | None
    """Its card in this chat, once sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    view: QueueView
    rows: Sequence[QueueRow]
    total: int
    """How many there are with this filter, on all pages."""
    before: Mark | None
    """Where the page before ends; None on the first."""
    after: Mark | None
    """Where the next page begins; None on the last."""


class QueueReader(Protocol):
    async def page(self, chat_id: ChatId, user_id: int, view: QueueView, now: datetime, size: int) -> QueuePage:
        """Return a page of the open cases worked on in this chat, what is due first on top; in as many statements each.

        `user_id` is whose are "mine"; `now` (aware) tells what is overdue. Where nothing is left of a page it is the
        first.
        """
        ...

    async def by_numbers(self, chat_id: ChatId, numbers: Sequence[str]) -> Sequence[QueueRow]:
        """Return those of the cases that are worked on in this chat, open or not, by number."""
        ...
