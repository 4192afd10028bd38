"""What those who run the service can see: numbers by HTTP, a log that names nobody, alerts in their own group."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import LINLI, House, free_port, open_house
from tests.e2e.people import consented, files_a_petition

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), watched=True, measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert opened.box.token not in opened.log


async def until(house: House, name: str, least: float) -> dict[str, float]:
    """Wait until a number has come to be `least`."""
    for _ in range(600):
        found = await house.metrics()
        if found.get(name, 0) >= least:
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(name, found)


async def test_numbers_add_up(house: House) -> None:
    person = await consented(house, "数一数")
    await files_a_petition(person, "路灯坏了")
    assert await house.box.idle()
    found = await until(house, "linli_sends_total send sent", 1)

    updates = [update for update in await house.box.updates() if "message" in update]
    written = len([update for update in updates if "text" in update["message"]])
    assert found["linli_database_up"] == 1
    assert found["linli_updates_total message handled"] == len(updates)
    assert found["linli_handler_seconds_count private.start"] == 1
    assert sum(value for name, value in found.items() if name.startswith("linli_handler_seconds_count")) == written
    assert found["linli_inbox_rows pending"] == found["linli_outbox_rows pending"] == 0
    assert found["linli_inbox_oldest_seconds"] == found["linli_outbox_oldest_seconds"] == 0


async def test_errors_are_counted_by_their_kind_and_what_waits_grows_old(house: House) -> None:
    person = await consented(house, "出错")
    before = await house.metrics()
    await house.box.fault("sendMessage", "status", chat=DESK, code=500, description="Internal Server Error", times=-1)
    number = await files_a_petition(person, "井盖坏了")

    waits = await until(house, "linli_send_errors_total outbox NetworkError", 2)
    assert waits["linli_sends_total card retry"] >= 1
    assert waits["linli_outbox_rows pending"] >= 1
    assert waits["linli_outbox_oldest_seconds"] > 0

    await house.box.clear_faults()
    await Staff(house, "staff-liu", number).card()
    after = await until(house, "linli_sends_total card sent", before["linli_sends_total card sent"] + 1)
    assert after["linli_outbox_rows dead"] == 0
    assert not [name for name in after if number in name or str(person.ref) in name]


async def test_delivery_alone_can_be_watched_too(house: House) -> None:
    port = free_port()
    log = (house.folder / "run-deliver.log").open("wb")
    with log:
        deliver = await asyncio.create_subprocess_exec(
            str(LINLI), "deliver", env=house.environment | {"LINLI_HTTP_PORT": port}, stdout=log, stderr=log
        )
    try:
        while True:
            try:
                found = await house.metrics(port)
            except OSError:
                assert deliver.returncode is None, house.log
                await asyncio.sleep(0.05)
            else:
                break
        assert found["linli_database_up"] == 1
    finally:
        deliver.terminate()
        assert await deliver.wait() == 0, house.log
