"""What is disclosed (DOMAIN §5): an item, its versions, and how a version gets from a draft onto the board.

An item is what residents know by its number; what it says stands in its versions. A correction is a further version:
those before it stay readable. Whether an item is on the board or in the archive is asked of the civil clock, so that
neither a late start nor a leap of time takes one down too early.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from core.disclosure.tables import Table
from core.shared.errors import DomainError
from core.shared.ids import ItemId, UnitId, VersionId
from core.shared.marks import Marked, joined, pack, unpack
from core.shared.messages import Arg, MediaRef
from core.shared.text import excerpt, is_blank
from core.shared.trace import seen

BOARD_DAYS = 15
"""Days an item is shown at least, the day of publication not counted (JW 34)."""
MAX_TITLE = 60
"""UTF-16 units."""
MAX_TEXT = 20_000
"""UTF-16 units of one version."""
MAX_PARTS = 20
"""Messages that make one version."""


NOTHING = Marked("")


class Category(StrEnum):
    """The three of 三务公开. Stored by value: never rename."""

    PARTY = "party"
    AFFAIRS = "affairs"
    FINANCE = "finance"


class State(StrEnum):
    """How far a version is. Stored by value: never rename."""

    DRAFT = "draft"
    REVIEW = "review"
    FINANCE_REVIEW = "finance_review"
    PUBLISHED = "published"
    DROPPED = "dropped"


class Event(StrEnum):
    WRITE = "write"
    SUBMIT = "submit"
    HAND_ON = "hand_on"
    """The supervisors agree; money is looked at by the finance group too."""
    PUBLISH = "publish"
    REJECT = "reject"
    TAKE_BACK = "take_back"
    """The desk does, before anybody has decided."""
    DROP = "drop"


TRANSITIONS: dict[tuple[State, Event], State] = {
    (State.DRAFT, Event.WRITE): State.DRAFT,
    (State.DRAFT, Event.SUBMIT): State.REVIEW,
    (State.DRAFT, Event.DROP): State.DROPPED,
    (State.REVIEW, Event.HAND_ON): State.FINANCE_REVIEW,
    (State.REVIEW, Event.PUBLISH): State.PUBLISHED,
    (State.REVIEW, Event.REJECT): State.DRAFT,
    (State.REVIEW, Event.TAKE_BACK): State.DRAFT,
    (State.FINANCE_REVIEW, Event.PUBLISH): State.PUBLISHED,
    (State.FINANCE_REVIEW, Event.REJECT): State.DRAFT,
    (State.FINANCE_REVIEW, Event.TAKE_BACK): State.DRAFT,
}
"""(state, event) → next state. What is not here does not happen; what was published is never taken back."""

REVIEWS = (State.REVIEW, State.FINANCE_REVIEW)


_SPAN = re.compile(r"(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Span:
    """The time an item speaks of: a year, a quarter or a month of one. What is disclosed at once has none."""

    year: int
    quarter: int = 0
    month: int = 0

    @property
    def code(self) -> str:
        """2026, 2026-Q3 or 2026-09."""
        return f"{self.year}" + (f"-Q{self.quarter}" if self.quarter else f"-{self.month:02d}" if self.month else "")

    @classmethod
    def parse(cls, code: str) -> "Span | None":
        """Read a code; None for "" and for what is none."""
        found = _SPAN.fullmatch(code)
        return cls(int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None


def span_args(span: Span | None) -> dict[str, Arg]:
    """Return what the text `news-span` needs."""
    if span is None:
        return {"span": "none", "year": "", "part": 0}
    kind = "quarter" if span.quarter else "month" if span.month else "year"
    return {"span": kind, "year": str(span.year), "part": span.quarter or span.month}


def spans_near(today: date) -> list[Span]:
    """Return the months, quarters and years somebody may be about to account for, the latest first."""
    last = today.replace(day=1) - timedelta(days=1)
    quarter = (today.month + 2) // 3
    before = (today.year, quarter - 1) if quarter > 1 else (today.year - 1, 4)
    return [
        Span(today.year, month=today.month),
        Span(last.year, month=last.month),
        Span(today.year, quarter=quarter),
        Span(before[0], quarter=before[1]),
        Span(today.year),
        Span(today.year - 1),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one message brought into a version."""

    said_in: int = 0
    """Telegram's id of the message; 0 where it came from none."""
    words: Marked = NOTHING
    file: MediaRef | None = None
    table: Table | None = None
    """The table in the file, if it has one."""
    by: int = 0
    """Who brought it; 0 where nobody wrote that down."""

    def to_json(self) -> dict[str, Any]:
        file = self.file
        return {
            "said_in": self.said_in,
            "text": self.words.text,
            "marks": pack(self.words.marks),
            "file": None if file is None else [file.kind, file.blob, file.file_id, file.name],
            "table": None if self.table is None else self.table.to_json(),
            "by": self.by,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Part":
        return cls(
            said_in=data["said_in"],
            words=Marked(data["text"], unpack(data["marks"])),
            file=None if data["file"] is None else MediaRef(*data["file"]),
            table=None if data["table"] is None else Table.from_json(data["table"]),
            by=data.get("by", 0),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an item says, as of one publication; or the draft of that."""

    id: VersionId
    item_id: ItemId
    source: str
    """What it was begun by; unique, so that an update that comes twice begins one."""
    title: str
    author_id: int
    author_name: str
    made_at: datetime
    parts: tuple[Part, ...] = ()
    state: State = State.DRAFT
    round: int = 0
    """How often it was sent to review: whoever presses an older card has not seen what it says now."""
    n: int = 0
    """1 is the first that was published; 0 before publication."""
    published_at: datetime | None = None
    passed_by: int | None = None
    """Who of the supervisors agreed, where the finance group decides after them."""

    def apply(self, event: Event) -> "Version":
        """Return the version after `event`; raises DomainError("news-<state>") if the table has no such row."""
        target = TRANSITIONS.get((self.state, event))
        if target is None:
            raise DomainError(f"news-{self.state.replace('_', '-')}")
        seen("disclosure", f"{self.state}+{event}")
        return replace(self, state=target)

    @property
    def writers(self) -> set[int]:
        """Return everybody who wrote some of it: none of them may agree to it."""
        return {self.author_id, *(part.by for part in self.parts)}

    @property
    def files(self) -> list[MediaRef]:
        return [part.file for part in self.parts if part.file is not None]

    @property
    def tables(self) -> list[Table]:
        return [part.table for part in self.parts if part.table is not None]

    @property
    def words(self) -> Marked:
        """Its text; tables and files not included."""
        return joined(part.words for part in self.parts if not is_blank(part.words.text))

    @property
    def empty(self) -> bool:
        return not self.files and is_blank(self.words.text)

    def with_part(self, part: Part) -> "Version":
        """Return it with a further part, or with this one in place of what the same message said before."""
        known = [each for each in self.parts if part.said_in and each.said_in == part.said_in]
        parts = [part if each in known else each for each in self.parts]
        return replace(self, parts=tuple(parts if known else [*parts, part]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What residents know by its number. `number` and `published_at` are there from the first publication on."""

    id: ItemId
    unit_id: UnitId
    made_at: datetime
    category: Category | None = None
    span: Span | None = None
    span_chosen: bool = False
    number: str | None = None
    current: int = 0
    """Number of the version that counts."""
    published_at: datetime | None = None
    """When the version that counts was published."""
    board_until: date | None = None
    """The last day it is on the board; then it is in the archive, for ever."""

    def published(self, number: str, now: datetime, today: date) -> "Item":
        """Return it after a publication; a correction is shown as long as something new."""
        return replace(
            self,
            number=number,
            current=self.current + 1,
            published_at=now,
            board_until=today + timedelta(days=BOARD_DAYS),
        )

    def on_board(self, today: date) -> bool:
        return self.board_until is not None and today <= self.board_until


def title_of(parts: Sequence[Part], given: str = "") -> str:
    """Return a title: the one that was given, else the first line, else the first file's name; "" if all fail."""
    lines = [line.strip() for part in parts for line in part.words.text.splitlines()]
    names = [part.file.name.rpartition(".")[0] for part in parts if part.file is not None and part.file.name]
    found = next((each for each in (given.strip(), *lines, *names) if not is_blank(each)), "")
    return excerpt(" ".join(found.split()), MAX_TITLE)


_NUMBER = re.compile(r"\W*(?:GK\W*)?(?:(20\d\d)(?:\W+|(?=\d{4}\W*$)))?0*(\d{1,6})\W*", re.IGNORECASE)


def number_of(typed: str, year: int) -> str | None:
    """Read GK-2026-0012, gk 2026 12, 20260012 or just 12 (of `year`); None for anything else."""
    found = _NUMBER.fullmatch(typed)
    return f"GK-{found[1] or year}-{int(found[2]):04d}" if found else None
