import asyncio
from typing import Any

import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
DESK = -1000000002001


async def updates(box: SandboxClient, **params: Any) -> list[dict[str, Any]]:
    answer = await box.bot("getUpdates", **params)
    assert answer["ok"], answer
    found: list[dict[str, Any]] = answer["result"]
    return found


async def test_updates_stay_until_an_offset_confirms_them(box: SandboxClient) -> None:
    await box.start("resident-wang", "xf-7")
    await box.text("resident-wang", "楼道灯坏了")

    first = await updates(box)
    again = await updates(box)
    rest = await updates(box, offset=first[0]["update_id"] + 1)

    assert [update["message"]["text"] for update in first] == ["/start xf-7", "楼道灯坏了"]
    assert again == first
    assert rest == first[1:]
    assert first[1]["update_id"] == first[0]["update_id"] + 1


async def test_negative_offset_keeps_only_the_last(box: SandboxClient) -> None:
    for number in range(3):
        await box.text("resident-wang", f"第{number}条")

    assert [update["message"]["text"] for update in await updates(box, offset=-1)] == ["第2条"]
    assert len(await updates(box)) == 1


async def test_limit_cuts_the_batch(box: SandboxClient) -> None:
    for number in range(3):
        await box.text("resident-wang", f"{number}")

    assert [update["message"]["text"] for update in await updates(box, limit=2)] == ["0", "1"]


async def test_long_poll_ends_when_something_comes(box: SandboxClient) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(updates(box, timeout=30))
        await until_polled(box, poll)
        await box.text("resident-wang", "在吗")

    assert [update["message"]["text"] for update in poll.result()] == ["在吗"]


async def test_newer_poller_ends_the_older_one(box: SandboxClient) -> None:
    async with asyncio.TaskGroup() as group:
        older = group.create_task(box.bot("getUpdates", timeout=30))
        await until_polled(box, older)
        newer = group.create_task(box.bot("getUpdates", timeout=30))
        terminated = await older
        await box.text("resident-wang", "在吗")

    assert (terminated["error_code"], terminated["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    assert len((await newer)["result"]) == 1


async def test_poller_that_dies_loses_nothing(box: SandboxClient) -> None:
    async with asyncio.TaskGroup() as group:
        dying = group.create_task(box.bot("getUpdates", timeout=30))
        await until_polled(box, dying)
        dying.cancel()
    await box.text("resident-wang", "在吗")

    assert len(await updates(box, timeout=5)) == 1


async def test_poller_that_dies_waits_no_longer(box: SandboxClient) -> None:
    async with asyncio.TaskGroup() as group:
        dying = group.create_task(box.bot("getUpdates", timeout=50))
        await until_polled(box, dying)
        dying.cancel()
    async with asyncio.timeout(40):  # sooner than the poll would have ended by itself
        while (await box.world())["pollers"]:
            await box.bot("getMe")


async def test_allowed_updates_hold_for_what_comes_after(box: SandboxClient) -> None:
    await box.text("resident-wang", "一")
    await updates(box, allowed_updates=["callback_query"])
    await box.text("resident-wang", "二")
    assert [update["message"]["text"] for update in await updates(box)] == ["一"]

    await updates(box, allowed_updates=[])
    await box.text("resident-wang", "三")
    assert [update["message"]["text"] for update in await updates(box)] == ["一", "三"]


async def test_replayed_update_comes_again_under_its_number(box: SandboxClient) -> None:
    await box.text("resident-wang", "一")
    first = (await updates(box))[0]
    assert await updates(box, offset=first["update_id"] + 1) == []

    await box.replay(first["update_id"])

    assert await updates(box) == [first]
    with pytest.raises(SandboxRefusedError):
        await box.replay(1)


async def test_raw_update_goes_out_as_it_is(box: SandboxClient) -> None:
    number = await box.raw_update({"poll": {"id": "7"}})

    assert await updates(box) == [{"update_id": number, "poll": {"id": "7"}}]
    assert [update["update_id"] for update in await box.updates()] == [number]


async def test_edited_message_reaches_the_bot(box: SandboxClient) -> None:
    sent = await box.text("resident-wang", "灯坏了")
    await box.edit("resident-wang", sent, text="灯又坏了")

    edited = (await updates(box))[-1]["edited_message"]
    assert (edited["message_id"], edited["text"]) == (sent["message_id"], "灯又坏了")
    assert edited["edit_date"] >= edited["date"]


async def test_reactions_come_only_when_asked_for(box: SandboxClient) -> None:
    sent = await box.text("resident-wang", "谢谢")
    await box.react("resident-wang", sent, "👍")
    assert len(await updates(box, allowed_updates=["message", "message_reaction"])) == 1

    await box.react("resident-wang", sent, None)

    changed = (await updates(box))[-1]["message_reaction"]
    assert (changed["old_reaction"], changed["new_reaction"]) == ([{"type": "emoji", "emoji": "👍"}], [])


async def test_wrong_token_is_unauthorized(box: SandboxClient) -> None:
    box.token = "1:no"  # noqa: S105 - it is meant to be wrong
    answer = await box.bot("getMe")
    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}


@pytest.mark.parametrize("method", ["sendPoll", "banChatMember", "noSuchThing"])
async def test_what_is_not_emulated_answers_404(box: SandboxClient, method: str) -> None:
    assert await box.bot(method) == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


async def test_method_names_know_no_case(box: SandboxClient) -> None:
    assert (await box.bot("GETME"))["result"]["username"] == "linli_demo_bot"


async def until_polled(box: SandboxClient, poll: asyncio.Task[Any]) -> None:
    """Comes back once the server waits in the poll: a call made after it has been answered."""
    while not poll.done() and not (await box.world())["pollers"]:
        await box.bot("getMe")
