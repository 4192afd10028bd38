import asyncio
import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import RetryAfter

from core.shared.gate import ChatGate
from delivery.limiter import Allowance, SmoothRateLimiter, TooLateError, is_post
from delivery.pace import Pace
from tests.delivery_rig import InstantPace

pytestmark = pytest.mark.unit


class Timed(InstantPace):
    """Remembers when each turn came."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[tuple[int, float]] = []

    async def message(self, chat_id: int) -> None:
        await self.chat_turn(chat_id)
        await self.turn()
        self.turns.append((chat_id, self.time))


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(1 for t in times if start <= t < start + seconds) for start in times)


async def test_backlog_to_many_people_leaves_smoothly() -> None:
    pace = Timed()
    for chat in range(1, 151):
        await pace.message(chat)
    times = [at for _, at in pace.turns]

    assert most_within(times, 1.0) <= 26
    assert times[-1] == pytest.approx(149 / 25)


async def test_one_person_gets_four_at_once_then_one_a_second() -> None:
    pace = Timed()
    for _ in range(7):
        await pace.message(1001)

    assert [at for _, at in pace.turns] == pytest.approx([0, 0.04, 0.08, 0.12, 1, 2, 3])


@given(st.lists(st.floats(0, 20), min_size=25, max_size=80))
def test_group_never_gets_more_than_twenty_a_minute(gaps: list[float]) -> None:
    async def play() -> Timed:
        pace = Timed()
        for gap in gaps:
            pace.time += gap
            await pace.message(-100)
        return pace

    pace = asyncio.run(play())
    assert most_within([at for _, at in pace.turns], 60.0) <= 20


async def test_first_message_of_a_topic_may_follow_at_once() -> None:
    pace = Timed()
    for _ in range(3):
        await pace.message(-100)

    assert pace.turns[1][1] < 0.1
    assert pace.turns[2][1] == pytest.approx(60 / 18)


async def test_halt_holds_everybody_until_its_deadline_and_only_moves_forward() -> None:
    pace = Timed()
    pace.halt(30)
    pace.halt(3)
    for chat in (1, 2, 3):
        await pace.message(chat)

    times = [at for _, at in pace.turns]
    assert times[0] == pytest.approx(30.1)
    assert [b - a for a, b in itertools.pairwise(times)] == pytest.approx([0.04, 0.04])


def test_chats_long_silent_are_forgotten() -> None:
    time = [0.0]
    pace = Pace(now=lambda: time[0])
    for chat in range(1, 600):
        pace._take_chat(chat)
        time[0] += 0.1

    assert len(pace._chats) <= 513


async def test_429_halts_all_and_is_raised_once() -> None:
    pace, calls = InstantPace(), Counter[str]()
    limiter = SmoothRateLimiter(pace, ChatGate())

    async def refuse() -> None:
        calls["refused"] += 1
        raise RetryAfter(7)

    with pytest.raises(RetryAfter):
        await limiter.process_request(refuse, (), {}, "sendMessage", {"chat_id": 5}, Allowance(9, 9))

    assert calls == {"refused": 1}
    assert pace.halted() == pytest.approx(7.1)


async def test_request_without_chat_counts_among_all() -> None:
    pace = InstantPace()
    pace.halt(1_000)

    async def answer() -> str:
        return "me"

    assert await SmoothRateLimiter(pace, ChatGate()).process_request(answer, (), {}, "getMe", {}, None) == "me"
    assert pace.time == pytest.approx(1_000.1)


async def test_what_waited_while_telegram_stood_still_leaves_smoothly_afterwards() -> None:
    """Only as many as were in flight had their turn before; the others take theirs when they go."""
    pace, stall, sent = InstantPace(), asyncio.Event(), list[float]()
    limiter = SmoothRateLimiter(pace, ChatGate(), in_flight=4)

    async def send() -> None:
        sent.append(pace.time)
        await stall.wait()

    async with asyncio.TaskGroup() as tasks:
        for chat in range(1, 21):
            data = {"chat_id": chat}
            tasks.create_task(limiter.process_request(send, (), {}, "sendMessage", data, Allowance(9, 9)))
        for _ in range(200):
            await asyncio.sleep(0)
        assert len(sent) == 4
        pace.time += 10
        stall.set()

    assert [after - before for before, after in itertools.pairwise(sent[4:])] == pytest.approx([0.04] * 15)


async def test_turn_that_would_come_too_late_sends_nothing() -> None:
    gate = ChatGate()
    limiter = SmoothRateLimiter(InstantPace(), gate)

    async def never() -> None:
        raise AssertionError

    async with gate.hold(5):
        with pytest.raises(TooLateError):
            await limiter.process_request(never, (), {}, "sendMessage", {"chat_id": 5}, Allowance(0.01, 9))
    assert len(gate) == 0


async def test_request_that_takes_too_long_is_given_up() -> None:
    limiter = SmoothRateLimiter(InstantPace(), ChatGate())

    with pytest.raises(TimeoutError):
        await limiter.process_request(asyncio.Event().wait, (), {}, "sendMessage", {"chat_id": 5}, Allowance(9, 0.01))


async def test_gate_lets_one_in_at_a_time_in_order_and_forgets_the_chat() -> None:
    gate, seen = ChatGate(), list[str]()

    async def pass_through(name: str, chat: int) -> None:
        async with gate.hold(chat):
            seen.append(f"{name} in")
            await asyncio.sleep(0)
            seen.append(f"{name} out")

    await asyncio.gather(pass_through("a", 1), pass_through("b", 1), pass_through("c", 1))

    assert seen == ["a in", "a out", "b in", "b out", "c in", "c out"]
    assert len(gate) == 0


async def test_gate_is_not_blocked_by_who_gave_up_waiting() -> None:
    gate = ChatGate()
    async with gate.hold(1):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01), gate.hold(1):
                raise AssertionError
    async with gate.hold(1):
        assert len(gate) == 1
    assert len(gate) == 0


@pytest.mark.parametrize(
    ("endpoint", "posts"),
    [
        ("sendMessage", True),
        ("sendPhoto", True),
        ("editMessageText", True),
        ("copyMessage", True),
        ("sendChatAction", False),
        ("createForumTopic", True),
        ("setMessageReaction", False),
    ],
)
def test_only_messages_count_for_a_chat(endpoint: str, *, posts: bool) -> None:
    assert is_post(endpoint) is posts


async def test_a_halt_that_comes_while_one_stands_at_the_gate_counts() -> None:
    pace, gate, sent = InstantPace(), ChatGate(), list[float]()
    limiter = SmoothRateLimiter(pace, gate)

    async def send() -> None:
        sent.append(pace.time)

    async with asyncio.TaskGroup() as tasks, gate.hold(5):
        tasks.create_task(limiter.process_request(send, (), {}, "sendMessage", {"chat_id": 5}, Allowance(9, 9)))
        for _ in range(5):
            await asyncio.sleep(0)
        pace.halt(30)

    assert sent == [pytest.approx(30.1)]
