"""Civil time moves: what falls due happens once, whoever looks or is killed; pacing and back-off go on as ever."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import Person, consented, files_a_petition, said
from tests.sandbox_client import Json

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True, scope="module"),
]

DAY_S = 86_400
ABOVE = "desk-street"
HALTED_S = 5
IN_FLIGHT_MS = 4_000


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, database: str) -> AsyncIterator[House]:
    """A community whose hour for reminders is half a day away: it comes only when time is moved."""
    folder = tmp_path_factory.mktemp("house")
    async with open_house(folder, database=database, measured=not database) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "text broken" not in opened.log, opened.log
    assert "text missing" not in opened.log, opened.log


async def reminders(house: House, chat: str, count: int) -> list[Json]:
    """Wait until there are so many, and return them all."""
    async with asyncio.timeout(60):
        while True:
            everything = await house.box.messages(chat, limit=1_000)
            found = [message for message in everything if said(message).startswith("⏰")]
            if len(found) >= count:
                return found
            await asyncio.sleep(0.05)


async def keeping(house: House) -> asyncio.subprocess.Process:
    """One more `linli schedule`, once it is at work."""
    known = house.log.count("the schedule is being kept")
    process = await house.begin("schedule")
    async with asyncio.timeout(60):
        while house.log.count("the schedule is being kept") == known:
            assert process.returncode is None, house.log
            await asyncio.sleep(0.05)
    return process


async def test_what_falls_due_happens_once(house: House) -> None:
    resident = await consented(house, "等答复的人")
    number = await files_a_petition(resident, "楼顶漏水")
    keepers = [await keeping(house), await keeping(house)]
    try:
        await house.move_time(days=21)
        told, above = (await reminders(house, DESK, 1))[0], (await reminders(house, ABOVE, 1))[0]
        assert number in said(told)
        assert "楼顶漏水" in said(told)
        assert "超过承诺期限 1 件" in said(told)
        assert number in said(above)
        assert "楼顶漏水" not in said(above)
        for day in range(3):
            await house.move_time(days=1)
            keepers[0].kill()
            await keepers.pop(0).wait()
            keepers.append(await keeping(house))
            await reminders(house, DESK, 2 + day)
        assert await house.stop() == 0
        await house.start()
        await house.move_time(days=1)
        await reminders(house, DESK, 5)
        assert await house.box.idle(quiet_ms=500, timeout_ms=20_000)
        everything = await reminders(house, DESK, 5)
    finally:
        for keeper in keepers:
            keeper.terminate()
        codes = [await keeper.wait() for keeper in keepers]
    days = [said(message).partition("\n")[0] for message in everything]
    assert len(days) == len(set(days)) == 5
    assert len(await reminders(house, ABOVE, 5)) == 5
    assert everything[-1]["date"] - everything[0]["date"] >= 4 * DAY_S
    assert codes == [0, 0], house.log


async def test_a_message_that_has_to_wait_goes_neither_early_nor_twice(house: House) -> None:
    """Halted by Telegram, backing off, and in flight: each time civil time leaps three days meanwhile."""
    resident = await consented(house, "等回话的人")
    staff = Staff(house, "staff-liu", await files_a_petition(resident, "路面积水"))
    await staff.card("路面积水")

    halted = await leaps(house, staff, resident, "今天就办", kind="status", retry_after=HALTED_S)
    backed_off = await leaps(house, staff, resident, "下午去看", kind="status", times=3)
    in_flight = await leaps(house, staff, resident, "已经修好", kind="delay", delay_ms=IN_FLIGHT_MS)

    assert halted[0] >= HALTED_S - 1  # the log has whole seconds
    assert backed_off[2] >= 2  # after the third failure it waits three seconds at least
    assert in_flight == []


async def leaps(house: House, staff: Staff, resident: Person, words: str, *, times: int = 1, **fault: Any) -> list[int]:
    """Say something that goes wrong so often, leap, and return how long it waited after each failure."""
    before = max((call["seq"] for call in await house.box.calls()), default=0)
    await house.box.fault("sendMessage", chat=resident.ref, times=times, **fault)
    await staff.write(words)
    async with asyncio.timeout(60):
        while (await house.box.faults())[-1]["hits"] < times:  # noqa: ASYNC110 - the sandbox rings no bell here
            await asyncio.sleep(0.05)
    await house.move_time(days=3)
    await resident.look(words)
    assert await house.box.idle(quiet_ms=500, timeout_ms=20_000)
    made = [call for call in await house.box.calls(after=before) if call["chat_id"] == resident.ref]
    made = [call for call in made if call["method"] == "sendMessage"]
    arrived = [call["params"]["text"] for call in made if call["ok"]]
    assert len([text for text in arrived if words in text]) == 1
    assert len(arrived) == len(set(arrived))
    failed = [at for at, call in enumerate(made) if not call["ok"]]
    return [(made[at + 1]["at"] - made[at]["at"]) % DAY_S for at in failed]
