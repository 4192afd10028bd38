import pytest

from sandbox.clock import Clock
from sandbox.errors import ApiError
from sandbox.limits import Pace

pytestmark = pytest.mark.unit
PERSON, GROUP = 1001, -1000000002001


class HandClock(Clock):
    """Stands still until it is moved."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = 1000.0

    def elapsed(self) -> float:
        return self.moment


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def pace(clock: HandClock) -> Pace:
    return Pace(clock)


def retry_after(pace: Pace, chat_id: int, messages: int = 1) -> int | None:
    """None when the messages may go."""
    refusals: list[ApiError] = []
    try:
        pace.spend(chat_id, messages)
    except ApiError as refusal:
        refusals.append(refusal)
    if not refusals:
        return None
    body = refusals[0].body()
    seconds: int = body["parameters"]["retry_after"]
    assert (body["error_code"], body["description"]) == (429, f"Too Many Requests: retry after {seconds}")
    return seconds


def test_person_takes_a_burst_then_one_a_second(pace: Pace, clock: HandClock) -> None:
    assert [retry_after(pace, PERSON) for _ in range(6)] == [None] * 5 + [1]
    clock.moment += 1
    assert [retry_after(pace, PERSON) for _ in range(2)] == [None, 1]


def test_one_person_does_not_slow_another(pace: Pace) -> None:
    for _ in range(5):
        pace.spend(PERSON)
    assert retry_after(pace, PERSON) == 1
    assert retry_after(pace, PERSON + 1) is None


def test_group_takes_twenty_a_minute(pace: Pace, clock: HandClock) -> None:
    for _ in range(20):
        assert retry_after(pace, GROUP) is None
        clock.moment += 1
    assert retry_after(pace, GROUP) == 40
    clock.moment += 40
    assert retry_after(pace, GROUP) is None


def test_the_minute_of_a_group_can_be_made_short(pace: Pace, clock: HandClock) -> None:
    pace.minute_s = 5.0
    for _ in range(20):
        pace.spend(-1)
    assert retry_after(pace, -1) == 5

    clock.moment += 5
    assert retry_after(pace, -1) is None


def test_thirty_a_second_overall(pace: Pace, clock: HandClock) -> None:
    assert [retry_after(pace, 5000 + number) for number in range(31)] == [None] * 30 + [1]
    clock.moment += 1
    assert retry_after(pace, 6000) is None


def test_album_counts_as_its_parts_and_is_paid_for_afterwards(pace: Pace) -> None:
    assert retry_after(pace, PERSON, 10) is None
    assert retry_after(pace, PERSON) == 6
    assert [retry_after(pace, GROUP, 10) for _ in range(3)] == [None, None, 60]


def test_pace_can_be_switched_off(pace: Pace) -> None:
    pace.enabled = False
    assert {retry_after(pace, PERSON) for _ in range(100)} == {None}
