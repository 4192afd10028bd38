"""Series of days as a community writes them down: a YAML file, read strictly, with the line of the first mistake."""

from collections.abc import Sequence
from datetime import date, time
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bot.terminal import words
from core.booking.model import MAX_OPENS, DayKind, Plan, Session
from core.booking.recurrence import Holiday, Monthly, Once, Rule, Weekly
from core.booking.usecases import SeriesRow
from core.shared.errors import DomainError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MAX_SLOTS = 60
"""Slots of a day: each is a button, and a message of Telegram's has room for a hundred."""
MINUTES = 60


def _time(value: object) -> object:
    """YAML takes 14:00 without quotes for a number to the base of sixty; any other number is no time of day."""
    if type(value) is int and 0 <= value < 24 * MINUTES:
        return time(value // MINUTES, value % MINUTES)
    if not isinstance(value, str) or ":" not in value:
        raise ValueError("no-time")
    return value


def _weekday(value: object) -> object:
    named = value.strip().lower() if isinstance(value, str) else ""
    found = [number for number, name in enumerate(WEEKDAYS, 1) if len(named) > 2 and name.startswith(named)]  # noqa: PLR2004 - "tue"
    return found[0] if found else value


Clock = Annotated[time, BeforeValidator(_time)]
Name = Annotated[str, Field(min_length=1, max_length=60)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class When(_Part):
    """Exactly one of the three."""

    weekly: Annotated[int, BeforeValidator(_weekday), Field(ge=1, le=7)] | None = None
    monthly: Annotated[int, Field(ge=1, le=31)] | None = None
    once: date | None = None

    @model_validator(mode="after")
    def _one(self) -> "When":
        if sum(value is not None for value in (self.weekly, self.monthly, self.once)) != 1:
            raise ValueError("one-of-three")
        return self

    @property
    def rule(self) -> Rule:
        if self.weekly is not None:
            return Weekly(self.weekly)
        return Once(self.once) if self.once is not None else Monthly(self.monthly or 1)


class Times(_Part):
    begins: Clock = Field(alias="from")
    ends: Clock = Field(alias="to")
    minutes: int = Field(ge=5, le=720)
    places: int = Field(ge=1, le=1_000)

    @model_validator(mode="after")
    def _room(self) -> "Times":
        if not self.session.slots():
            raise ValueError("no-room")
        return self

    @property
    def session(self) -> Session:
        return Session(self.begins, self.ends, self.minutes, self.places)


class SeriesEntry(_Part):
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{1,40}$")
    unit: Name
    kind: DayKind
    when: When
    place: Annotated[str, Field(min_length=1, max_length=100)]
    times: tuple[Times, ...] = Field(min_length=1, max_length=10)
    title: Annotated[str, Field(max_length=24)] = ""
    holiday: Holiday = Holiday.NEXT_WORKDAY
    opens_days: int = Field(default=14, ge=1, le=MAX_OPENS)
    closes_minutes: int = Field(default=60, ge=0, le=10_080)
    limit: int = Field(default=1, ge=1, le=20)
    offer_minutes: int = Field(default=240, ge=10, le=10_080)
    walk_ins: bool = True
    specialists: tuple[Name, ...] = Field(default=(), max_length=10)
    rota: tuple[Name, ...] = Field(default=(), max_length=50)
    active: bool = True

    @model_validator(mode="after")
    def _few_enough(self) -> "SeriesEntry":
        if sum(len(each.session.slots()) for each in self.times) > MAX_SLOTS:
            raise ValueError("too-many-slots")
        return self

    @property
    def row(self) -> SeriesRow:
        plan = Plan(
            kind=self.kind,
            rule=self.when.rule,
            holiday=self.holiday,
            place=self.place,
            sessions=tuple(each.session for each in self.times),
            title=self.title,
            opens_days=self.opens_days,
            closes_minutes=self.closes_minutes,
            limit=self.limit,
            offer_minutes=self.offer_minutes,
            walk_ins=self.walk_ins,
            specialists=self.specialists,
            rota=self.rota,
        )
        return SeriesRow(unit=self.unit, slug=self.name, plan=plan, active=self.active)


class SeriesFile(_Part):
    days: tuple[SeriesEntry, ...] = Field(min_length=1)


FIELDS = ("days", *SeriesEntry.model_fields, *When.model_fields, "from", "to", "minutes", "places")
"""Every word a file may use on the left side; each has a sentence about what is to be written there."""


def read_series(file: Path) -> Sequence[SeriesRow]:
    """Raises DomainError("days-file") naming file, line, place, and what is to be written there."""
    try:
        text = file.read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        entries = SeriesFile.model_validate(yaml.safe_load(text)).days
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _wrong(file, mark.line + 1 if mark else 1, (), words("cli-days-no-yaml")) from None
    except (OSError, UnicodeDecodeError):
        raise _wrong(file, 1, (), words("cli-days-unreadable")) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = tuple(first["loc"])
        raise _wrong(file, _line(tree, place), place, _problem(str(first["type"]), place)) from None
    seen: set[tuple[str, str]] = set()
    for number, entry in enumerate(entries):
        if (entry.unit, entry.name) in seen:
            place = ("days", number, "name")
            raise _wrong(file, _line(tree, place), place, words("cli-days-twice"))
        seen.add((entry.unit, entry.name))
    return [entry.row for entry in entries]


def _wrong(file: Path, line: int, place: tuple[int | str, ...], problem: str) -> DomainError:
    named = [f"{part + 1}" if isinstance(part, int) else part for part in place]
    return DomainError("days-file", file=file.name, line=str(line), place=".".join(named) or "-", problem=problem)


def _problem(kind: str, place: tuple[int | str, ...]) -> str:
    """Say what is to be written at a place; of an unknown word, which known one it may have been meant for."""
    word = next((str(part) for part in reversed(place) if isinstance(part, str)), "days")
    if kind == "extra_forbidden":
        near = next(iter(get_close_matches(word, FIELDS, n=1)), "")
        return words("cli-days-unknown-near" if near else "cli-days-unknown", word=word, near=near)
    return words(f"cli-days-field-{word.replace('_', '-')}" if word in FIELDS else "cli-days-field-days")


def _line(tree: Any, place: tuple[int | str, ...]) -> int:  # noqa: ANN401 - a node of PyYAML's, which has no types
    """Return the line on which a place stands, or of the nearest thing around it."""
    line = 1 if tree is None else tree.start_mark.line + 1
    for part in place:
        if isinstance(tree, yaml.MappingNode):
            found = next(((key, value) for key, value in tree.value if key.value == part), None)
            if found is None:
                return line
            line, tree = found[0].start_mark.line + 1, found[1]
        elif isinstance(tree, yaml.SequenceNode) and isinstance(part, int) and part < len(tree.value):
            tree = tree.value[part]
            line = tree.start_mark.line + 1
    return line
