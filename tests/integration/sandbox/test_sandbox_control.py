import asyncio
from typing import Any

import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
WANG = 1001


async def test_demo_world_has_its_people_and_places(box: SandboxClient) -> None:
    world = await box.world()

    assert world["bot"]["token"] == "7000000001:sandbox-token-for-the-demo"  # noqa: S105 - the demo's open token
    assert [user["id"] for user in world["users"]] == list(range(1001, 1017))
    assert [user["id"] for user in world["users"] if user["started"]] == [1014, 1015, 1016]
    assert all(user["role"] and user["bio"] for user in world["users"])
    forums = {chat["slug"] for chat in world["chats"] if chat["is_forum"]}
    plain = [chat["slug"] for chat in world["chats"] if {"status": "member"}.items() <= standing(chat).items()]
    assert (forums, plain) == ({"desk-community", "desk-street"}, ["fresh-group"])


def standing(chat: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in chat["members"] if each["user_id"] == 7000000001)
    return found


async def test_page_hears_what_happens_to_it_and_nothing_else(started: SandboxClient) -> None:
    heard: list[tuple[str, Any]] = []
    last = (await started.world())["last_event"]
    sent = (await started.bot("sendMessage", chat_id=WANG, text="一"))["result"]
    await started.bot("sendChatAction", chat_id=WANG, action="typing")
    await started.bot("sendMessage", chat_id=-1000000002001, text="别人的")
    await started.bot("editMessageText", chat_id=WANG, message_id=sent["message_id"], text="二")
    await started.bot("deleteMessage", chat_id=WANG, message_id=sent["message_id"])
    await started.block("resident-wang")
    async for event in started.events("resident-wang", after=last):
        heard.append((event["event"], event["data"]))
        if len(heard) == 5:
            break

    assert [kind for kind, _ in heard] == ["message", "typing", "message", "deleted", "chat"]
    assert [data["message"]["text"] for kind, data in heard if kind == "message"] == ["一", "二"]
    assert heard[3][1] == {"chat_id": WANG, "message_ids": [sent["message_id"]]}


async def test_stream_goes_on_where_it_was_left(started: SandboxClient) -> None:
    last = (await started.world())["last_event"]

    async def first() -> dict[str, Any]:
        async for event in started.events("resident-wang", after=last):
            return event
        raise AssertionError("the stream ended")

    async with asyncio.TaskGroup() as group:
        live = group.create_task(first())
        await started.bot("sendMessage", chat_id=WANG, text="一")
        event = await live
    assert await first() == event


async def test_answer_to_a_press_is_heard_and_can_be_waited_for(started: SandboxClient) -> None:
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "yes"}]]}
    sent = (await started.bot("sendMessage", chat_id=WANG, text="选", reply_markup=markup))["result"]
    last = (await started.world())["last_event"]
    async with asyncio.TaskGroup() as group:
        press = group.create_task(started.press("resident-wang", sent, "好", wait_ms=10_000))
        update = (await started.bot("getUpdates", timeout=10))["result"][0]
        await started.bot("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="收到")

    assert press.result()["answer"] == {"text": "收到", "show_alert": False}
    async for event in started.events("resident-wang", after=last):
        assert (event["event"], event["data"]["text"]) == ("callback_answer", "收到")
        break


async def test_unanswered_press_has_no_answer(started: SandboxClient) -> None:
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "yes"}]]}
    sent = (await started.bot("sendMessage", chat_id=WANG, text="选", reply_markup=markup))["result"]
    assert (await started.press("resident-wang", sent, data="yes", wait_ms=20))["answer"] is None


async def test_link_button_opens_and_asks_the_bot_nothing(started: SandboxClient) -> None:
    markup = {"inline_keyboard": [[{"text": "看", "url": "https://t.me/linli_demo_bot?start=x"}]]}
    sent = (await started.bot("sendMessage", chat_id=WANG, text="选", reply_markup=markup))["result"]

    pressed = await started.press("resident-wang", sent, "看")
    assert pressed["opens"] == {"url": "https://t.me/linli_demo_bot?start=x"}
    assert (await started.bot("getUpdates"))["result"] == []


async def test_people_and_chats_can_be_added(box: SandboxClient) -> None:
    user = await box.add_user("新来的", slug="newcomer", language_code="zh-hans")
    chat = await box.add_chat("楼栋群", ["newcomer", "staff-liu"], slug="house", is_forum=True)

    assert (await box.bot("getChatMember", chat_id=chat["id"], user_id=user["id"]))["result"]["status"] == "creator"
    assert (await box.bot("createForumTopic", chat_id=chat["id"], name="x"))["ok"]
    for again in (box.add_user("x", slug="newcomer"), box.add_chat("x", [], slug="house")):
        with pytest.raises(SandboxRefusedError, match="already"):
            await again


async def test_outsiders_read_no_chat(box: SandboxClient) -> None:
    with pytest.raises(SandboxRefusedError) as refused:
        await box.view("desk-community", viewer="resident-wang")
    assert refused.value.status == 403


async def test_other_pages_of_the_browser_are_kept_out(box: SandboxClient) -> None:
    elsewhere = {"Origin": "https://example.org"}
    async with box.session.get(f"{box.url}/sandbox/world", headers=elsewhere) as answer:
        assert answer.status == 403
    async with box.session.get(f"{box.url}/sandbox/world", headers={"Host": "example.org"}) as answer:
        assert answer.status == 403
    async with box.session.get(f"{box.url}/sandbox/world", headers={"Origin": box.url}) as answer:
        assert answer.status == 200
    neighbour = {"Origin": "http://localhost:3000"}
    for strange in (
        neighbour,
        {"Host": "127.0.0.1:x"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        for path in ("sandbox/world", "bot7000000001:sandbox-token-for-the-demo/deleteWebhook"):
            async with box.session.get(f"{box.url}/{path}", headers=strange) as answer:
                assert answer.status in {400, 403}
    async with box.session.get(f"{box.url}/sandbox/world", headers={"Sec-Fetch-Site": "same-origin"}) as answer:
        assert answer.status == 200


async def test_page_is_served(box: SandboxClient) -> None:
    async with box.session.get(f"{box.url}/") as answer:
        assert answer.status == 200
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    async with box.session.get(f"{box.url}/../personas.json") as answer:
        assert answer.status == 404


async def test_document_is_never_shown_as_a_page(started: SandboxClient) -> None:
    said = await started.media(
        "resident-wang", "document", content=b"<script>", file_name="x.html", mime_type="text/html"
    )
    async with started.session.get(f"{started.url}/sandbox/files/{said['document']['file_id']}") as answer:
        assert answer.headers["Content-Disposition"] == "attachment"


async def test_forward_keeps_who_said_it_first(started: SandboxClient) -> None:
    said = await started.text("staff-liu", "通知", chat="desk-community")
    await started.start("staff-liu")
    forwarded = await started.forward("staff-liu", said)

    assert forwarded["chat"]["id"] == 1006
    assert forwarded["forward_origin"]["sender_user"]["id"] == 1006


async def test_people_delete_silently(started: SandboxClient) -> None:
    said = await started.text("resident-wang", "写错了")
    await started.bot("getUpdates", offset=-1)
    await started.delete_message("resident-wang", said)

    assert (await started.view("resident-wang")).texts == ["/start"]
    assert len((await started.bot("getUpdates"))["result"]) == 1


async def test_titles_and_pins_of_people(box: SandboxClient) -> None:
    said = await box.text("staff-liu", "公告", chat="desk-community")
    await box.pin("staff-liu", said)
    pinned = (await box.view("desk-community")).pinned
    await box.unpin("staff-liu", said)
    await box.set_title("staff-liu", "desk-community", "接待台")
    notes = [update["message"] for update in (await box.bot("getUpdates"))["result"]]

    assert pinned == said["message_id"]
    assert (await box.view("desk-community")).pinned is None
    assert notes[1]["pinned_message"]["text"] == "公告"
    assert notes[2]["new_chat_title"] == "接待台"


async def test_commands_and_menu_are_kept_per_scope(started: SandboxClient) -> None:
    one = [{"command": "start", "description": "开始"}]
    scope = {"type": "chat", "chat_id": WANG}
    assert (await started.bot("setMyCommands", commands=one, scope=scope, language_code="zh"))["result"] is True
    kept = await started.bot("getMyCommands", scope=scope, language_code="zh")
    other = await started.bot("getMyCommands")
    await started.bot("deleteMyCommands", scope=scope, language_code="zh")
    gone = await started.bot("getMyCommands", scope=scope, language_code="zh")
    await started.bot("setChatMenuButton", menu_button={"type": "commands"})
    menu = await started.bot("getChatMenuButton", chat_id=WANG)

    assert (kept["result"], other["result"], gone["result"]) == (one, [], [])
    assert menu["result"] == {"type": "commands"}


async def test_commands_offered_are_of_the_narrowest_scope(box: SandboxClient) -> None:
    def named(name: str) -> list[dict[str, str]]:
        return [{"command": name, "description": name}]

    for scope in ("default", "all_group_chats", "all_chat_administrators"):
        await box.bot("setMyCommands", commands=named(scope), scope={"type": scope})
    await box.bot("setMyCommands", commands=named("english"), language_code="en")

    assert await box.commands("resident-wang", "resident-wang") == named("default")
    assert await box.commands("resident-smith", "resident-smith") == named("english")
    assert await box.commands("staff-sun", "desk-community") == named("all_group_chats")
    assert await box.commands("staff-liu", "desk-community") == named("all_chat_administrators")


@pytest.mark.parametrize("what", ["name", "description", "short_description"])
async def test_bot_describes_itself_per_language(box: SandboxClient, what: str) -> None:
    method = "".join(part.title() for part in what.split("_"))
    await box.bot(f"setMy{method}", **{what: "邻里接待台"})
    await box.bot(f"setMy{method}", **{what: "Front desk", "language_code": "en"})

    assert (await box.bot(f"getMy{method}"))["result"] == {what: "邻里接待台"}
    assert (await box.bot(f"getMy{method}", language_code="en"))["result"] == {what: "Front desk"}
