"""What can go wrong on our own machine: the database locked, the disk full, another program with our token."""

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import pytest
import pytest_asyncio

from tests.e2e.house import House, open_house
from tests.e2e.people import consented, files_a_petition
from tests.e2e.troubles import begins_to_write, hands_in, hits, logs, notes, takes_up

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log
    assert opened.starts == 1


async def test_while_the_database_is_locked_everything_waits(house: House) -> None:
    """By another program that writes for longer than we are ready to wait for our turn."""
    person = await consented(house, "锁住")
    staff = await takes_up(person, await files_a_petition(person, "锁住前"))
    await begins_to_write(person)
    await notes(person, "锁住前的一句")

    with closing(sqlite3.connect(house.folder / "linli.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await house.box.text(person.ref, "锁住时的一句")
        reply = await staff.write("锁住时的回复")
        await logs(house, "polling waits")
        await logs(house, "outbox cannot be read")
        other.execute("ROLLBACK")

    await person.look("锁住时的回复")
    assert await staff.reacted(reply)
    await notes(person, "锁住后的一句")
    card = await hands_in(person)
    assert [line for line in card if "一句" in line] == ["锁住前的一句", "锁住时的一句", "锁住后的一句"]


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux takes room from a running process")
async def test_on_a_full_disk_nothing_is_confirmed_and_nothing_lost(house: House) -> None:
    """No file of the program can grow any more, its log included; then there is room again.

    The system answers EFBIG where a full disk answers ENOSPC: to SQLite and to us both are a failed write. How SQLite's
    own word for a full disk is taken is shown in `tests/integration/storage/test_engine.py`.
    """
    assert house.process is not None
    person = await consented(house, "盘满")
    await begins_to_write(person)
    await notes(person, "盘满前的一句")
    polls = await house.box.fault("getUpdates", "delay", delay_ms=0, times=-1)  # only to count the questions
    room = resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE)

    resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE, (1, room[1]))
    await house.box.text(person.ref, "盘满时的一句")
    await hits(house, polls, 3)
    unconfirmed = [update for update in await house.box.updates() if update["unconfirmed"]]
    assert [update["message"]["text"] for update in unconfirmed] == ["盘满时的一句"]
    resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE, room)

    await notes(person, "盘满后的一句")
    card = await hands_in(person)
    assert [line for line in card if "一句" in line] == ["盘满前的一句", "盘满时的一句", "盘满后的一句"]


async def test_another_poller_is_waited_out(house: House) -> None:
    """Some other program asks for updates with our token, and takes none: each ends the other's question with 409."""
    person = await consented(house, "两个程序")
    await begins_to_write(person)

    other = asyncio.get_running_loop().create_task(house.box.bot("getUpdates", timeout=30))
    await logs(house, "another program polls with this token")
    await house.box.text(person.ref, "两个程序时的一句")
    answer = await other
    assert answer.get("result") or answer["error_code"] == 409
    await person.look("已记下")
    await notes(person, "又是一个程序时的一句")

    card = await hands_in(person)
    assert [line for line in card if "一句" in line] == ["两个程序时的一句", "又是一个程序时的一句"]
