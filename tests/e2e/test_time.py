"""Civil time moves: what falls due happens once, whoever looks or is killed; pacing and back-off go on as ever."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import consented, files_a_petition, said
from tests.sandbox_client import Json

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True, scope="module"),
]

DAY_S = 86_400
ABOVE = "desk-street"
HALTED_S = 6


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, database: str) -> AsyncIterator[House]:
    """A community whose hour for reminders is half a day away: it comes only when time is moved."""
    folder = tmp_path_factory.mktemp("house")
    async with open_house(folder, database=database, started=False, measured=not database) as opened:
        shanghai = datetime.now(UTC) + timedelta(hours=8)
        opened.environment["LINLI_REMIND_HOUR"] = str((shanghai.hour + 12) % 24)
        await opened.start()
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
    resident = await consented(house, "等回话的人")
    number = await files_a_petition(resident, "路面积水")
    staff = Staff(house, "staff-liu", number)
    await staff.card("路面积水")
    await house.box.clear_calls()
    await house.box.fault("sendMessage", "status", chat=resident.ref, retry_after=HALTED_S)
    await staff.write("下午去看")
    async with asyncio.timeout(60):
        while not await sends(house, resident.ref):  # noqa: ASYNC110 - another process: there is no event to wait for
            await asyncio.sleep(0.05)
    await house.move_time(days=3)

    await resident.look("下午去看")
    assert await house.box.idle(quiet_ms=500, timeout_ms=20_000)
    made = await sends(house, resident.ref)
    arrived = [call["params"]["text"] for call in made if call["ok"]]
    assert len(arrived) == len(set(arrived))
    assert "下午去看" in "".join(arrived)
    assert [call["ok"] for call in made[:2]] == [False, True]
    waited = made[1]["at"] - made[0]["at"] - 3 * DAY_S
    assert waited >= HALTED_S - 1  # the log has whole seconds


async def sends(house: House, chat: int | str) -> list[Json]:
    """The calls that were to send something to this chat."""
    return [call for call in await house.box.calls(method="sendMessage") if call["chat_id"] == chat]
