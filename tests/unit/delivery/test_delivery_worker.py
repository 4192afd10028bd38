import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.ext import ExtBot

from core.shared.gate import ChatGate
from core.shared.ids import ChatId, MessageId
from core.shared.link_roles import LinkRole
from core.shared.messages import MediaRef, MessageSpec
from core.shared.outbox import ClaimedItem, Operation, OutboxItem, Priority, RowState, Sent
from delivery.limiter import SmoothRateLimiter
from delivery.worker import CLAIMED
from tests.delivery_rig import PERSON, InstantPace, Rig, until
from tests.factories.cases import an_item
from tests.fakes.world import FakeElapsed
from tests.telegram_double import RecordingTelegram, Wrong

pytestmark = pytest.mark.unit
DESK = -1001


def words(text: str, **more: Any) -> MessageSpec:
    return MessageSpec("say", {"text": text}, **more)


async def test_person_who_blocked_us_is_unreachable_and_the_writer_told(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", Wrong(code=403, description="Forbidden: bot was blocked by the user"))
    item = an_item(PERSON, role=LinkRole.RESIDENT_COPY, reply_to=MessageId(55), origin_chat=ChatId(DESK))
    await rig.put(item)
    await rig.deliver()

    assert rig.states == [RowState.UNREACHABLE, RowState.SENT]
    assert telegram.calls[-1].said == "staff-reply-unreachable"
    assert telegram.calls[-1].params["reply_parameters"] == {"message_id": 55}


async def test_every_try_and_every_error_is_counted(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", Wrong(code=403, description="Forbidden: bot was blocked by the user"))
    await rig.put(an_item(PERSON), an_item(ChatId(PERSON + 1)))
    await rig.deliver()

    assert sorted(rig.meter.tries) == [("send", "sent"), ("send", "unreachable")]
    assert rig.meter.errors == [("outbox", "Forbidden")]


async def test_passing_failure_is_tried_again_and_nothing_overtakes_it(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", Wrong(code=502, description="Bad Gateway"))
    await rig.put(an_item(PERSON, spec=words("一")), an_item(PERSON, spec=words("二")))
    async with rig.running():
        await until(lambda: telegram.refused)
        await asyncio.sleep(0.05)
        assert telegram.calls == []
        assert isinstance(rig.elapsed, FakeElapsed)
        rig.elapsed.pass_by(2)
        await until(lambda: len(telegram.calls) == 2)

    assert [call.said for call in telegram.calls] == ["say 一", "say 二"]


async def test_429_gives_the_row_back_until_telegrams_moment(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", Wrong(code=429, description="Too Many", parameters={"retry_after": 30}))
    before = rig.elapsed.seconds()
    await rig.put(an_item(PERSON))
    await rig.deliver()

    (row,) = rig.rows
    assert (row.state, row.not_before) == (RowState.PENDING, before + 30)
    assert rig.pace.halted() > 30


async def test_group_that_became_a_supergroup_is_followed(rig: Rig, telegram: RecordingTelegram) -> None:
    moved = Wrong(description="Bad Request: group chat was upgraded", parameters={"migrate_to_chat_id": -100777})
    telegram.goes_wrong("sendMessage", moved)
    await rig.put(an_item(DESK))
    await rig.deliver()
    assert isinstance(rig.elapsed, FakeElapsed)
    rig.elapsed.pass_by(2)
    await rig.deliver()

    assert rig.moves == [(DESK, -100777)]
    assert telegram.calls[-1].chat_id == -100777
    assert rig.states == [RowState.SENT]


@pytest.mark.parametrize(
    "item",
    [
        an_item(PERSON, spec=MessageSpec("no-text")),
        an_item(PERSON, spec=None),
        an_item(PERSON, spec=MessageSpec("no-text", media=MediaRef("location", name="nowhere"))),
        an_item(DESK, operation=Operation.CARD, spec=None),
    ],
)
async def test_row_written_wrong_is_dead_at_once(rig: Rig, telegram: RecordingTelegram, item: OutboxItem) -> None:
    await rig.put(item)
    await rig.deliver()

    assert (rig.states, telegram.calls) == ([RowState.DEAD], [])


async def test_nothing_is_sent_when_less_than_half_of_the_lease_remains(rig: Rig, telegram: RecordingTelegram) -> None:
    class Slow(FakeElapsed):
        def seconds(self) -> float:
            self.pass_by(40)
            return super().seconds()

    rig.elapsed = Slow()
    rig.worker = rig.new_worker()
    await rig.put(an_item(PERSON))
    async with rig.running():
        await until(lambda: rig.rows[0].error == "given back")

    assert (telegram.calls, rig.states) == ([], [RowState.PENDING])


async def test_stop_ends_what_is_in_flight_and_gives_back_the_rest(rig: Rig, telegram: RecordingTelegram) -> None:
    """Only one of this person's rows may be under way; the other chats' wait for their pace."""

    class SlowForGroups(InstantPace):
        def delay(self, chat_id: int, messages: int = 1) -> float:
            return 60.0 if chat_id < 0 else 0.0

    rig.pace = SlowForGroups()
    rig.worker = rig.new_worker()
    telegram.hold = asyncio.Event()
    await rig.put(an_item(PERSON), an_item(DESK), an_item(PERSON))
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(rig.worker.run())
        await until(lambda: telegram.most_in_flight and rig.rows[1].attempts)
        rig.worker.stop()
        await asyncio.sleep(0.02)
        assert not running.done()
        telegram.hold.set()

    assert rig.states == [RowState.SENT, RowState.PENDING, RowState.PENDING]
    assert [row.lease_until for row in rig.rows] == [0.0, 0.0, 0.0]
    assert [row.attempts for row in rig.rows] == [1, 0, 0], "its writer can take back what has not begun"
    assert len(telegram.calls) == 1


async def test_never_more_than_four_in_flight(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.hold = asyncio.Event()
    await rig.put(*(an_item(chat) for chat in range(1, 40)))
    async with rig.running():
        await until(lambda: sum(row.attempts for row in rig.rows) == CLAIMED)
        await until(lambda: telegram.most_in_flight == 4)
        telegram.hold.set()
        await until(lambda: len(telegram.calls) == 39)

    assert telegram.most_in_flight == 4


async def test_wake_starts_work_without_waiting_for_the_poll(rig: Rig, telegram: RecordingTelegram) -> None:
    rig.worker._poll = 3_600.0
    async with asyncio.timeout(5), rig.running():
        await asyncio.sleep(0.01)
        await rig.put(an_item(PERSON))
        rig.worker.wake.set()
        await until(lambda: telegram.calls)


async def test_database_in_trouble_neither_ends_the_worker_nor_repeats_a_message(
    rig: Rig, telegram: RecordingTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delivery.worker._TROUBLE", 0.01)
    claim, mark = rig.queue.claim, rig.queue.mark_sent
    troubles = {"claim": 2, "mark": 3}

    async def claim_badly(
        *, owner: str, now: float, lease: float, limit: int, broadcasts: int | None = None
    ) -> Sequence[ClaimedItem]:
        troubles["claim"] -= 1
        if troubles["claim"] >= 0:
            raise OSError("database is locked")
        return await claim(owner=owner, now=now, lease=lease, limit=limit, broadcasts=broadcasts)

    async def mark_badly(row: ClaimedItem, sent: Sent | None, *, now: float) -> None:
        troubles["mark"] -= 1
        if troubles["mark"] >= 0:
            raise OSError("database is locked")
        await mark(row, sent, now=now)

    monkeypatch.setattr(rig.queue, "claim", claim_badly)
    monkeypatch.setattr(rig.queue, "mark_sent", mark_badly)
    await rig.put(an_item(PERSON))
    await rig.deliver()

    assert rig.states == [RowState.SENT]
    assert len(telegram.calls) == 1


async def test_log_says_row_operation_and_decision_and_nothing_else(
    rig: Rig, telegram: RecordingTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    telegram.goes_wrong("sendMessage", Wrong(description='Bad Request: can\'t parse entities: tag "王秀英"'))
    await rig.put(an_item(5_551_234, spec=words("王秀英的电话是13800001001")))
    await rig.deliver()

    assert rig.rows[0].error == "BadRequest: Can't parse entities: tag …"
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("delivery")]
    assert ours == ["outbox row 1 send: Dead after BadRequest: Can't parse entities: tag …"]
    assert not any(secret in caplog.text for secret in ("王秀英", "5551234", "1:token", "13800001001"))


plan = st.lists(st.tuples(st.sampled_from([11, 12, -13]), st.sampled_from(Priority)), min_size=1, max_size=14)
troubles = st.lists(st.sampled_from([None, 500, 502, "lost"]), max_size=10)


class Hasty(FakeElapsed):
    """Back-offs pass while somebody looks at the clock."""

    def seconds(self) -> float:
        self.pass_by(200)
        return super().seconds()


@settings(max_examples=60)
@given(plan, troubles)
def test_each_chat_gets_its_rows_in_order_and_never_two_at_once(
    rows: list[tuple[int, Priority]], wrong: list[int | str | None]
) -> None:
    """By priority, then age; failures change nothing about it, and only lost answers repeat a message."""

    async def play() -> RecordingTelegram:
        telegram, pace = RecordingTelegram(), InstantPace()
        for code in wrong:
            if code is not None:
                answer = Wrong(code=502, description="lost", done=True) if code == "lost" else Wrong(code=int(code))
                telegram.goes_wrong("*", answer)
        limiter = SmoothRateLimiter(pace, ChatGate())
        async with ExtBot("1:token", request=telegram, get_updates_request=telegram, rate_limiter=limiter) as bot:
            rig = Rig(bot=bot, pace=pace, elapsed=Hasty(), lease=1e9)
            await rig.put(*(an_item(c, priority=p, spec=words(str(n)), dedupe=str(n)) for n, (c, p) in enumerate(rows)))
            async with rig.running():
                await until(lambda: RowState.PENDING not in rig.states)
        return telegram

    telegram = asyncio.run(play())
    wanted: defaultdict[int, list[str]] = defaultdict(list)
    for _, n, chat in sorted((priority, n, chat) for n, (chat, priority) in enumerate(rows)):
        wanted[chat].append(f"say {n}")
    got: defaultdict[int, list[str]] = defaultdict(list)
    for call in telegram.calls:
        if not got[call.chat_id] or got[call.chat_id][-1] != call.said:
            got[call.chat_id].append(call.said)

    assert got == wanted
    assert set(telegram.busiest.values()) == {1}
    assert len(telegram.calls) <= len(rows) + wrong.count("lost")


async def test_a_row_waits_while_its_chat_is_being_answered(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.put(an_item(PERSON, spec=words("一")), an_item(PERSON + 1, spec=words("二")))
    async with rig.running():
        async with rig.talks.hold(PERSON):
            await until(lambda: telegram.calls)
            await asyncio.sleep(0.05)
            assert [call.chat_id for call in telegram.calls] == [PERSON + 1]
        await until(lambda: len(telegram.calls) == 2)

    assert [call.chat_id for call in telegram.calls] == [PERSON + 1, PERSON]


async def test_a_row_that_is_freed_while_it_is_being_sent_ends_nothing(rig: Rig, telegram: RecordingTelegram) -> None:
    """Its case has gone to another chat meanwhile: it is leased anew before the first try has ended."""
    telegram.hold, telegram.held_chats = asyncio.Event(), {DESK}
    await rig.put(an_item(DESK, spec=words("一")))
    async with asyncio.timeout(10), rig.running():
        await until(lambda: telegram.waiting == 1)
        async with rig.database.transaction() as tables:
            for row in list(tables.outbox.values()):
                item = replace(row.item, chat_id=ChatId(DESK - 1))
                tables.outbox[row.id] = replace(row, item=item, lease_until=0.0)
        rig.worker.wake.set()
        await until(lambda: len(telegram.calls) == 1)
        telegram.hold.set()
        await until(lambda: len(telegram.calls) == 2)
        await rig.put(an_item(PERSON, spec=words("二")))
        rig.worker.wake.set()
        await until(lambda: len(telegram.calls) == 3)
    assert rig.states == [RowState.SENT, RowState.SENT]
