"""What people cannot do, and calls of the control API that make no sense."""

from typing import Any

import aiohttp
import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
WANG = 1001


@pytest.mark.parametrize(
    ("user", "do", "said", "status"),
    [
        ("nobody", "text", {"text": "x"}, 404),
        ("resident-wang", "sing", {}, 404),
        ("resident-wang", "text", {}, 400),
        ("resident-wang", "text", {"text": "x", "chat": "desk-community"}, 403),
        ("resident-wang", "text", {"text": "x", "chat": 1002}, 404),
        ("resident-wang", "text", {"text": "x", "reply_to": 99}, 404),
        ("resident-wang", "media", {"kind": "hologram"}, 400),
        ("resident-wang", "media", {"kind": "photo", "data_base64": "eHg="}, 400),
        ("resident-wang", "edit", {"message_id": 99, "text": "x"}, 404),
        ("resident-wang", "location", {"latitude": "north", "longitude": 1}, 400),
        ("resident-wang", "text", {"text": "   "}, 400),
        ("resident-wang", "text", {"text": "<b>x", "parse_mode": "HTML"}, 400),
        ("resident-wang", "text", {"text": "字" * 5000, "parse_mode": "HTML"}, 400),
        ("resident-wang", "media", {"kind": "photo", "caption": "字" * 1025}, 400),
        ("resident-wang", "media", {"kind": "document", "data_base64": ""}, 400),
        ("resident-wang", "album", {"items": [{"kind": "photo"}]}, 400),
        ("resident-wang", "start", {"payload": ""}, 400),
        ("resident-wang", "start", {"payload": "x" * 65}, 400),
        ("resident-wang", "start", {"payload": "楼道"}, 400),
        ("resident-wang", "start", {"chat": "desk-community"}, 400),
        ("resident-wang", "press_reply", {"text": "x"}, 404),
        ("resident-wang", "join", {}, 400),
        ("resident-wang", "kick", {"target": "staff-liu"}, 400),
        ("staff-liu", "start", {"chat": "desk-community"}, 400),
        ("staff-liu", "promote", {"chat": "desk-community", "target": "resident-wang"}, 409),
        ("staff-liu", "promote", {"chat": "desk-community", "target": "bot", "rights": {"can_fly": True}}, 400),
        ("staff-liu", "promote", {"chat": "desk-community", "target": "nobody"}, 404),
        ("staff-liu", "demote", {"chat": "desk-community", "target": "staff-sun"}, 409),
        ("staff-liu", "restrict", {"chat": "desk-community", "target": "resident-wang"}, 409),
        ("staff-liu", "kick", {"chat": "desk-community", "target": "resident-wang"}, 409),
        ("staff-liu", "add", {"chat": "desk-community", "target": "staff-sun"}, 409),
        ("staff-liu", "add_bot", {"chat": "desk-community"}, 409),
        ("staff-liu", "topic_close", {"chat": "desk-community", "thread": 77}, 404),
        ("staff-liu", "topic_create", {"chat": "desk-group", "name": "x"}, 409),
        ("staff-liu", "migrate", {"chat": "desk-group"}, 409),
        ("staff-liu", "join", {"chat": "desk-group"}, 409),
        ("staff-liu", "text", {"text": "x", "chat": "desk-community", "thread": 77}, 404),
    ],
)
async def test_senseless_acts_are_refused(
    box: SandboxClient, user: str, do: str, said: dict[str, Any], status: int
) -> None:
    with pytest.raises(SandboxRefusedError) as refused:
        await box.act(user, do, **said)
    assert refused.value.status == status


async def test_only_the_bots_messages_have_its_buttons(started: SandboxClient) -> None:
    said = await started.text("resident-wang", "x")
    for again in (started.forge("resident-wang", said, "x"), started.react("resident-wang", said, "🏢")):
        with pytest.raises(SandboxRefusedError):
            await again


async def test_foreign_messages_are_not_ones_own(box: SandboxClient) -> None:
    said = await box.text("staff-liu", "x", chat="desk-community")
    with pytest.raises(SandboxRefusedError) as refused:
        await box.edit("staff-sun", said, text="y")
    assert refused.value.status == 403
    with pytest.raises(SandboxRefusedError) as refused:
        await box.delete_message("staff-sun", said)
    assert refused.value.status == 403
    thread = await box.topic_create("staff-liu", "desk-community", "话题")
    with pytest.raises(SandboxRefusedError) as refused:
        await box.forward("staff-liu", {"message_id": thread, "chat": {"id": said["chat"]["id"]}})
    assert refused.value.status == 409


async def test_people_are_brought_in_and_general_is_closed(box: SandboxClient) -> None:
    await box.add("staff-liu", "desk-community", "street-he")
    await box.topic_close("staff-liu", "desk-community")
    with pytest.raises(SandboxRefusedError, match="closed"):
        await box.text("street-he", "x", chat="desk-community")
    await box.topic_reopen("staff-liu", "desk-community")
    assert await box.text("street-he", "x", chat="desk-community")


async def test_contact_of_somebody_without_a_phone(box: SandboxClient) -> None:
    await box.add_user("无号", slug="no-phone")
    with pytest.raises(SandboxRefusedError, match="no phone number"):
        await box.contact("no-phone")


async def test_shared_place_comes_from_the_button(started: SandboxClient) -> None:
    rows = [[{"text": "发送位置", "request_location": True}]]
    await started.bot("sendMessage", chat_id=WANG, text="在哪", reply_markup={"keyboard": rows})
    sent = await started.press_reply("resident-wang", "发送位置", latitude=30.5, longitude=104.5)
    assert sent["location"] == {"latitude": 30.5, "longitude": 104.5}


@pytest.mark.parametrize(
    ("verb", "path", "body", "status"),
    [
        ("GET", "chats/nowhere/messages", None, 404),
        ("GET", "chats/desk-community/messages?viewer=nobody", None, 404),
        ("GET", "events?user=nobody", None, 404),
        ("GET", "files/nothing", None, 404),
        ("POST", "chats", {"title": "x", "type": "channel"}, 400),
        ("POST", "chats", {"title": "x", "type": "group", "is_forum": True}, 400),
        ("POST", "chats", {"title": "x", "members": ["nobody"]}, 400),
        ("POST", "users", {"nonsense": 1}, 400),
        ("DELETE", "world", None, 404),
        ("GET", "nothing", None, 404),
    ],
)
async def test_senseless_calls_are_refused(box: SandboxClient, verb: str, path: str, body: Any, status: int) -> None:
    async with box.session.request(verb, f"{box.url}/sandbox/{path}", json=body) as answer:
        assert (answer.status, list(await answer.json())) == (status, ["error"])


async def test_body_that_is_no_json_is_refused(box: SandboxClient) -> None:
    async with box.session.post(f"{box.url}/sandbox/act", data=b"{no") as answer:
        assert (answer.status, await answer.json()) == (400, {"error": "the body is no JSON"})
    form = aiohttp.FormData({"other": "x"}, quote_fields=False)
    async with box.session.post(f"{box.url}/sandbox/upload", data=form) as answer:
        assert answer.status == 400


async def refused(box: SandboxClient, user: str, do: str, **said: Any) -> str:
    with pytest.raises(SandboxRefusedError) as refusal:
        await box.act(user, do, **said)
    return refusal.value.reason


async def test_kicked_come_back_only_by_a_hand_that_may_ban(box: SandboxClient) -> None:
    desk = {"chat": "desk-community"}
    await box.kick("staff-liu", "desk-community", "staff-sun")
    await box.kick("staff-liu", "fresh-group", "bot")
    await box.add("staff-liu", "fresh-group", "staff-gao")

    assert await refused(box, "staff-sun", "join", **desk) == "banned from this chat"
    assert await refused(box, "staff-gao", "add", **desk, target="staff-sun") == "banned from this chat"
    assert await refused(box, "staff-gao", "add_bot", chat="fresh-group") == "banned from this chat"
    await box.add("staff-liu", "desk-community", "staff-sun")
    await box.add_bot("staff-liu", "fresh-group")
    assert await box.text("staff-sun", "在", chat="desk-community")


async def test_who_blocked_the_bot_edits_nothing_there(started: SandboxClient) -> None:
    said = await started.text("resident-wang", "灯坏了")
    await started.block("resident-wang")
    edit = {"message_id": said["message_id"], "text": "灯好了"}

    assert "blocked" in await refused(started, "resident-wang", "edit", **edit)
    await started.unblock("resident-wang")
    assert (await started.edit("resident-wang", said, text="灯好了"))["text"] == "灯好了"


@pytest.mark.parametrize(
    ("do", "said"), [("text", {"text": "x"}), ("start", {}), ("join", {"chat": "fresh-group"}), ("unblock", {})]
)
async def test_deleted_account_does_nothing(started: SandboxClient, do: str, said: dict[str, Any]) -> None:
    await started.deactivate("resident-wang")
    assert await refused(started, "resident-wang", do, **said) == "this account is deleted"
