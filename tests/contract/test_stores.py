import hashlib
import time

import pytest

from core.shared.errors import NotFoundError
from core.shared.ids import BlobId, TelegramUserId
from core.shared.inbox import InboxRow
from tests.factories.cases import a_resident
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


def an_update(update_id: int, **given: str) -> InboxRow:
    return InboxRow(**{"update_id": update_id, "order_key": "chat:5", "payload": "{}", **given})


async def test_an_update_is_accepted_once_for_ever(ports: StoragePorts) -> None:
    one, two, three = an_update(1), an_update(2, payload='{"text":"路灯"}'), an_update(3)

    assert await ports.inbox.put([]) == []
    assert await ports.inbox.put([one, two]) == [one, two]
    assert await ports.inbox.put([two, three, one]) == [three]
    await ports.inbox.finish(2, {})
    assert await ports.inbox.put([two]) == []
    assert await ports.inbox.pending() == [one, three]


async def test_an_update_that_comes_twice_at_once_is_one(ports: StoragePorts) -> None:
    first, again = an_update(7, payload="first"), an_update(7, payload="again")

    assert await ports.inbox.put([first, again]) == [first]
    assert await ports.inbox.pending() == [first]


async def test_pending_is_oldest_first_by_arrival(ports: StoragePorts) -> None:
    """After a quiet week Telegram's update ids begin anew at a random number, perhaps a smaller one."""
    late, early = an_update(900), an_update(5)
    await ports.inbox.put([late])
    await ports.inbox.put([early])

    assert await ports.inbox.pending() == [late, early]
    assert await ports.inbox.pending(limit=1) == [late]


async def test_what_waits_is_found_by_conversation(ports: StoragePorts) -> None:
    await ports.inbox.put([an_update(1, order_key="c7"), an_update(2), an_update(3, order_key="c7"), an_update(4)])
    await ports.inbox.finish(1, {})
    await ports.inbox.park(4, incident="abcd", payload="{}")

    assert await ports.inbox.conversations() == ["chat:5", "c7"]
    assert await ports.inbox.pending("c7") == [an_update(3, order_key="c7")]
    assert await ports.inbox.pending("chat:5", limit=1) == [an_update(2)]
    assert await ports.inbox.pending("c9") == []


async def test_whoever_comes_second_finishes_nothing(ports: StoragePorts) -> None:
    await ports.inbox.put([an_update(1), an_update(2)])
    assert await ports.inbox.park(2, incident="abcd", payload="{}")

    assert not await ports.inbox.applied(1)
    assert await ports.inbox.finish(1, {"step": "first"})
    assert not await ports.inbox.finish(1, {"step": "second"})
    assert not await ports.inbox.finish(2, {})
    assert [await ports.inbox.applied(number) for number in (1, 2)] == [True, True]
    assert not await ports.inbox.park(1, incident="efgh", payload="{}")
    assert await ports.state.get("step") == "first"
    assert await ports.inbox.parked() == ["abcd"]


async def test_finishing_writes_the_dialog_state_with_it(ports: StoragePorts) -> None:
    await ports.state.put({"old": "1", "kept": "2"})
    await ports.inbox.put([an_update(1)])
    await ports.inbox.finish(1, {"old": None, "new": "3"})

    assert await ports.inbox.pending() == []
    assert [await ports.state.get(key) for key in ("old", "kept", "new")] == [None, "2", "3"]


async def test_a_parked_update_is_out_of_the_way(ports: StoragePorts) -> None:
    await ports.inbox.put([an_update(1), an_update(2)])
    await ports.inbox.park(1, incident="abcd", payload="{}")

    assert await ports.inbox.pending() == [an_update(2)]
    assert await ports.inbox.put([an_update(1)]) == []


async def test_a_row_set_aside_can_be_handled_again(ports: StoragePorts) -> None:
    await ports.inbox.put([an_update(1), an_update(2), an_update(3)])
    await ports.inbox.park(2, incident="BBBB-BBBB", payload="{}")
    await ports.inbox.park(1, incident="AAAA-AAAA", payload="{}")

    assert await ports.inbox.parked() == ["AAAA-AAAA", "BBBB-BBBB"]
    assert await ports.inbox.parked(limit=1) == ["AAAA-AAAA"]
    assert await ports.inbox.unpark("BBBB-BBBB")
    assert not await ports.inbox.unpark("BBBB-BBBB")
    assert not await ports.inbox.unpark("CCCC-CCCC")
    assert await ports.inbox.parked() == ["AAAA-AAAA"]
    assert [(row.update_id, row.payload) for row in await ports.inbox.pending()] == [
        (2, "{}"),
        (3, an_update(3).payload),
    ]


async def test_numbers_of_handled_updates_are_forgotten_in_time_and_others_are_not(ports: StoragePorts) -> None:
    await ports.inbox.put([an_update(number) for number in range(1, 8)])
    for number in (1, 2, 3, 6):
        await ports.inbox.finish(number, {})
    await ports.inbox.park(4, incident="abcd", payload="{}")

    assert await ports.inbox.prune(5) == 2
    assert await ports.inbox.prune(5) == 0
    assert await ports.inbox.put([an_update(number) for number in (1, 3, 4, 5, 6)]) == [an_update(1)]


async def test_state_is_written_replaced_and_deleted(ports: StoragePorts) -> None:
    key = "fsm:1:5000000001:5000000001:aiogd:context:abc:data"
    assert await ports.state.get(key) is None
    await ports.state.put({})
    await ports.state.put({key: '{"text": "路灯坏了 👵🏽"}', "b": "1"})
    await ports.state.put({key: '{"text": ""}', "b": None, "absent": None})

    assert await ports.state.get(key) == '{"text": ""}'
    assert await ports.state.get("b") is None


async def test_the_same_bytes_are_one_blob(ports: StoragePorts) -> None:
    data = bytes(range(256)) * 10
    blob = await ports.blobs.put(data)

    assert blob == hashlib.sha256(data).hexdigest()
    assert await ports.blobs.put(data) == blob
    assert await ports.blobs.put(b"") == hashlib.sha256(b"").hexdigest()
    assert await ports.blobs.get(blob) == data


@pytest.mark.parametrize("name", ["0" * 64, "", "../../etc/passwd", "A" * 64, "0" * 64 + "\n"])
async def test_an_unknown_blob_is_not_found(ports: StoragePorts, name: str) -> None:
    with pytest.raises(NotFoundError, match="file-unknown"):
        await ports.blobs.get(BlobId(name))


async def test_what_rests_is_dated_by_days(ports: StoragePorts) -> None:
    await ports.state.put({"a": "1", "b": "2", "c": "3"})
    await ports.state.put({"c": None})
    await ports.inbox.put([an_update(1)])
    await ports.inbox.finish(1, {"d": "4"})

    idle = await ports.state.idle()
    assert {key: idle[key] for key in ("a", "b", "d")} == dict.fromkeys("abd", 0)
    assert "c" not in idle


async def test_only_what_is_old_is_forgotten(ports: StoragePorts) -> None:
    await ports.state.put({"a": "1", "b": "2"})

    await ports.state.forget(["a", "absent"], 0)
    assert await ports.state.get("a") == "1"
    await ports.state.forget(["a", "absent"], -1)
    assert (await ports.state.get("a"), await ports.state.get("b")) == (None, "2")
    assert "a" not in await ports.state.idle()


async def test_who_has_agreed_is_told_from_who_has_not(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    never, once = a_resident(scene.unit, consented_at=None), a_resident(scene.unit, consented_at=START)
    asked = [once.telegram_id, never.telegram_id, TelegramUserId(1)]
    async with ports.uow() as uow:
        await uow.residents.save(never)
        await uow.residents.save(once)
        await uow.commit()

    async with ports.uow.reading() as uow:
        assert set(await uow.residents.ever_agreed(asked * 400)) == {once.telegram_id}
        assert not await uow.residents.ever_agreed([])


async def test_what_was_set_aside_long_ago_is_forgotten_with_its_payload(ports: StoragePorts) -> None:
    await ports.inbox.put([InboxRow(update_id=n, order_key="c1", payload="words") for n in (1, 2)])
    await ports.inbox.park(1, incident="AAAA-AAAA", payload="words")
    now = time.time()

    assert await ports.inbox.forget_parked(now - 2 * 86_400) == 0
    assert await ports.inbox.parked() == ["AAAA-AAAA"]
    assert await ports.inbox.forget_parked(now + 86_400) == 1
    assert await ports.inbox.forget_parked(now + 86_400) == 0
    assert await ports.inbox.parked() == []
    assert not await ports.inbox.unpark("AAAA-AAAA")
    assert [row.update_id for row in await ports.inbox.pending()] == [2]
    assert await ports.inbox.put([InboxRow(update_id=1, order_key="c1", payload="words")]) == []
