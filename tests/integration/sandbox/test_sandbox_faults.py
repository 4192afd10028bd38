import asyncio
from typing import Any

import aiohttp
import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
WANG, GROUP = 1001, -1000000002002


async def say(box: SandboxClient, text: str, chat_id: int = WANG) -> dict[str, Any]:
    return await box.bot("sendMessage", chat_id=chat_id, text=text)


async def texts(box: SandboxClient) -> list[str]:
    return (await box.view("resident-wang")).texts[1:]


@pytest.mark.parametrize(("kind", "performed"), [("drop_answer", True), ("drop_request", False), ("half_answer", True)])
async def test_lost_connection_says_nothing_of_what_was_done(
    started: SandboxClient, kind: Any, performed: bool
) -> None:
    fault = await started.fault("sendMessage", kind)
    with pytest.raises(aiohttp.ClientError):
        await say(started, "一")
    await say(started, "二")
    met = [call.get("fault") for call in await started.calls(method="sendMessage")]
    assert met == ([fault, None] if performed else [None])

    assert await texts(started) == (["一", "二"] if performed else ["二"])


async def test_status_is_given_word_for_word_and_not_performed(started: SandboxClient) -> None:
    await started.fault("sendMessage", "status", code=502, description="Bad Gateway")
    await started.fault("sendMessage", "status", retry_after=7)

    assert await say(started, "一") == {"ok": False, "error_code": 502, "description": "Bad Gateway"}
    assert await say(started, "二") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert (await say(started, "三"))["ok"]
    assert await texts(started) == ["三"]


async def test_fault_is_for_one_method_and_one_chat_after_some(started: SandboxClient) -> None:
    fault = await started.fault("sendMessage", "status", chat="desk-group", times=2, after=1)

    outcomes = [(await say(started, "x", GROUP))["ok"] for _ in range(4)]
    assert outcomes == [True, False, False, True]
    assert (await say(started, "一"))["ok"]
    assert (await started.faults())[0]["hits"] == 2
    await started.clear_faults(fault)
    assert await started.faults() == []
    with pytest.raises(SandboxRefusedError):
        await started.clear_faults(fault)


async def test_fault_for_everything_spares_the_poll(started: SandboxClient) -> None:
    await started.fault("*", "status", times=-1)
    assert not (await started.bot("getMe"))["ok"]
    assert (await started.bot("getUpdates"))["ok"]
    await started.clear_faults()
    assert (await started.bot("getMe"))["ok"]


@pytest.mark.parametrize("perform", [True, False])
async def test_hanging_request_is_let_go_with_its_fault(started: SandboxClient, perform: bool) -> None:
    fault = await started.fault("sendMessage", "hang", perform=perform)
    async with asyncio.TaskGroup() as group:
        hanging = group.create_task(outcome(started))
        while not (await started.faults())[0]["hits"]:
            await started.bot("getMe")
        assert not await started.idle(quiet_ms=0, timeout_ms=0)
        await started.clear_faults(fault)

    assert hanging.result() == "lost"
    assert await texts(started) == (["一"] if perform else [])


async def outcome(box: SandboxClient) -> str:
    try:
        await say(box, "一")
    except aiohttp.ClientError:
        return "lost"
    return "answered"


async def test_delayed_request_is_answered_in_the_end(started: SandboxClient) -> None:
    await started.fault("sendMessage", "delay", delay_ms=20)
    assert (await say(started, "一"))["ok"]


async def test_download_can_fail_too(started: SandboxClient) -> None:
    said = await started.media("resident-wang", "voice")
    path = (await started.bot("getFile", file_id=said["voice"]["file_id"]))["result"]["file_path"]
    url = f"{started.url}/file/bot{started.token}/{path}"
    await started.fault("download", "status", code=500)
    await started.fault("download", "drop_answer")

    async with started.session.get(url) as answer:
        assert answer.status == 500
    async with started.session.get(url) as answer:  # aiohttp's client asks once more after a lost GET
        assert answer.status == 200
    async with started.session.get(url + "x") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("described", [{"kind": "flood"}, {"kind": "status", "colour": "red"}])
async def test_unknown_faults_are_refused(box: SandboxClient, described: dict[str, Any]) -> None:
    with pytest.raises(SandboxRefusedError):
        await box.call("POST", "faults", {"method": "sendMessage", **described})


async def test_log_tells_what_was_called_and_how_it_went(started: SandboxClient) -> None:
    await started.clear_calls()
    sent = await say(started, "一")
    await say(started, "一", 4242)
    await started.fault("sendMessage", "status", code=500)
    await say(started, "二")

    done, missed, failed = await started.calls(method="sendMessage")
    assert (done["ok"], done["chat_id"], done["result_message_id"]) == (True, WANG, sent["result"]["message_id"])
    assert done["params"] == {"chat_id": WANG, "text": "一"}
    assert (missed["ok"], missed["error_code"], missed["description"]) == (False, 400, "Bad Request: chat not found")
    assert (failed["error_code"], failed["fault"]) == (500, 1)
    assert await started.calls(after=failed["seq"]) == []


async def test_settings_slow_and_pace_the_bot(started: SandboxClient) -> None:
    assert (await started.settings(limits=True, latency_ms=5))["limits"] is True
    outcomes = [await say(started, f"{number}") for number in range(6)]

    assert [one["ok"] for one in outcomes] == [True] * 5 + [False]
    assert outcomes[-1]["error_code"] == 429
    assert outcomes[-1]["parameters"]["retry_after"] >= 1
    with pytest.raises(SandboxRefusedError, match="no such setting"):
        await started.settings(speed=1)


@pytest.mark.parametrize(
    ("method", "params"),
    [("editMessageReplyMarkup", {"message_id": 2}), ("createForumTopic", {"name": "灯"})],
)
async def test_edits_and_topics_have_their_pace_in_groups_only(
    started: SandboxClient, method: str, params: dict[str, Any]
) -> None:
    await started.settings(limits=True)
    in_group = [await started.bot(method, chat_id=-1000000002001, **params) for _ in range(21)]
    in_private = [await started.bot(method, chat_id=WANG, **params) for _ in range(7)]

    assert [one.get("error_code") == 429 for one in in_group] == [False] * 20 + [True]
    assert 429 not in {one.get("error_code") for one in in_private}


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x"])
@pytest.mark.parametrize("hard", [True, False])
async def test_bot_that_dies_in_the_middle_of_a_request_leaves_nothing_behind(
    started: SandboxClient, caplog: pytest.LogCaptureFixture, kind: str, hard: bool
) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", int(started.url.rsplit(":", 1)[1]))
    head = f"POST /bot{started.token}/sendMessage HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\n"
    writer.write(f"{head}Content-Length: 100\r\n\r\n--x\r\n".encode())
    while await started.idle(quiet_ms=0, timeout_ms=0):
        await writer.drain()
    if hard:
        writer.transport.abort()
    writer.close()

    assert await started.idle(quiet_ms=1)
    assert await texts(started) == []
    assert not caplog.records


async def test_idle_waits_for_unread_updates(started: SandboxClient) -> None:
    assert await started.idle(quiet_ms=1)
    await started.text("resident-wang", "在吗")
    assert not await started.idle(quiet_ms=1, timeout_ms=50)
    read = (await started.bot("getUpdates"))["result"]
    await started.bot("getUpdates", offset=read[-1]["update_id"] + 1)
    assert await started.idle(quiet_ms=1)
