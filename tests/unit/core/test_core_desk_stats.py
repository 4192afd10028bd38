"""`/stats`: shares, medians, and what is withheld."""

from datetime import datetime, timedelta

import pytest

from core.petitions.desk_stats import Happened, OpenCount, percent, stats
from core.petitions.model import Event, Kind
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit
NOW = datetime(2026, 9, 2, 12, tzinfo=SHANGHAI)
"""A Wednesday; its week began in August."""


def happened(event: Event, days: float, *, anonymous: bool = False, late: bool = False) -> Happened:
    at = NOW + timedelta(days=days)
    return Happened(
        petition_id=PetitionId("p"),
        event=event,
        at=at,
        kind=Kind.COMPLAINT,
        anonymous=anonymous,
        submitted_at=at - timedelta(hours=30),
        reply_by=at + timedelta(days=-1 if late else 0),
    )


def lines(found: list[Happened], counts: tuple[OpenCount, ...] = ()) -> dict[str, MessageSpec]:
    return {line.key: line for line in stats(counts, found, NOW, SHANGHAI).more}


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    args = lines([happened(Event.CLOSE, days) for days in (-3, -2, -1, 0)])["stats-done"].args
    assert (args["closedweek"], args["closedmonth"]) == (3, 2)


def test_answered_on_the_last_day_is_in_time() -> None:
    args = lines([happened(Event.ANSWER, 0), happened(Event.ANSWER, 0), happened(Event.ANSWER, 0, late=True)])
    assert args["stats-on-time"].args == {"kept": 2, "count": 3, "rate": "66.7"}
    assert args["stats-to-answer"].args == {"days": 1, "hours": 6}


def test_of_anonymous_ones_no_times_are_told() -> None:
    assert "stats-to-claim" not in lines([happened(Event.CLAIM, 0, anonymous=True)])


@pytest.mark.parametrize(
    ("anonymous", "named", "key", "count"),
    [
        (5, 5, "stats-anonymous", 5),
        (4, 9, "stats-anonymous-few", 0),
        (9, 4, "stats-anonymous-few", 0),
        (5, 0, "stats-anonymous-few", 0),
    ],
)
def test_few_anonymous_ones_are_not_told_apart(anonymous: int, named: int, key: str, count: int) -> None:
    found = [happened(Event.SUBMIT, 0, anonymous=n < anonymous) for n in range(anonymous + named)]
    assert lines(found)[key].args == {"count": count}


def test_without_anonymous_ones_nothing_is_said_of_them() -> None:
    assert not [key for key in lines([happened(Event.SUBMIT, 0)]) if "anonymous" in key]


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(0, 3, "0.0"), (1, 3, "33.3"), (2, 3, "66.7"), (3, 3, "100.0"), (1, 8, "12.5")]
)
def test_shares_are_rounded_half_up(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


def test_kinds_that_have_nothing_open_are_left_out() -> None:
    empty = OpenCount(kind=Kind.SERVICE, open=0, waiting=0, overdue=0)
    two = OpenCount(kind=Kind.COMPLAINT, open=2, waiting=1, overdue=1)
    spec = stats((two, empty), [], NOW, SHANGHAI)
    assert [line.key for line in spec.more] == ["stats-done", "stats-row"]
    assert (spec.args["open"], spec.args["waiting"], spec.args["overdue"]) == (2, 1, 1)
