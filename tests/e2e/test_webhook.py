"""Telegram sends the updates to us: to the webhook's address, with its secret, until they are written down."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e.desk import Staff
from tests.e2e.house import SECRET, House, open_house
from tests.e2e.people import consented, files_a_petition
from tests.sandbox_client import Json

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

UPDATE = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), webhook=True) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert SECRET not in opened.log


async def info(house: House) -> Json:
    answer: Json = (await house.box.bot("getWebhookInfo"))["result"]
    return answer


async def test_a_petition_and_its_answer_come_through(house: House) -> None:
    person = await consented(house, "韦女士")
    number = await files_a_petition(person, "路灯坏了")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    await house.box.text("staff-liu", "明天来修", chat="desk-community", thread=staff.thread)

    assert "明天来修" in (await house.box.wait_message(person.ref, "明天来修"))["text"]
    known = await info(house)
    assert known["max_connections"] == 1
    assert known["url"] == house.environment["LINLI_WEBHOOK_URL"]


async def test_what_was_sent_while_nobody_listened_comes_afterwards(house: House) -> None:
    person = await consented(house, "韦先生")
    await house.kill()
    await house.box.settings(webhook_retry_ms=50)
    await house.box.text(person.ref, "电梯坏了")
    assert (await info(house))["pending_update_count"] > 0
    await house.start()

    await house.box.wait_message(person.ref, "电梯坏了")
    assert await house.box.idle(quiet_ms=500, timeout_ms=20_000)
    assert (await info(house))["pending_update_count"] == 0


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        ("", json.dumps(UPDATE), 403),
        ("wrong", json.dumps(UPDATE), 403),
        (SECRET + "\u00e9", json.dumps(UPDATE), 403),
        (SECRET, "no JSON", 400),
        (SECRET, "[]", 400),
        (SECRET, json.dumps({"update_id": "1"}), 400),
        (SECRET, "[" * 100_000, 400),
    ],
)
async def test_what_is_no_update_is_refused(house: House, secret: str, body: str, status: int) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    assert await house.asks("POST", "telegram", data=body, headers=headers) == status
    assert await house.asks("GET", "telegram") == 405
    assert await house.asks("POST", "elsewhere", data=body, headers=headers) == 404


async def test_whoever_watches_is_told_that_all_is_well(house: House) -> None:
    assert await house.asks("GET", "healthz") == 200
    assert await house.asks("GET", "readyz") == 200


async def test_a_port_that_is_taken_is_named(house: House) -> None:
    told = await house.command("run", expect=2)

    assert house.environment["LINLI_HTTP_PORT"] in told
    assert "Traceback" not in told
