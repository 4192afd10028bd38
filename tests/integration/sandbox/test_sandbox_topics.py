from typing import Any

import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
DESK, GROUP = -1000000002001, -1000000002002


async def created(box: SandboxClient, name: str = "XF-1 路灯") -> int:
    answer = await box.bot("createForumTopic", chat_id=DESK, name=name)
    assert answer["ok"], answer
    return int(answer["result"]["message_thread_id"])


async def say(box: SandboxClient, thread: int | None, text: str = "卡片") -> dict[str, Any]:
    answer: dict[str, Any] = await box.bot("sendMessage", chat_id=DESK, text=text, message_thread_id=thread)
    return answer


async def test_topic_messages_carry_their_topic_and_answer_its_beginning(box: SandboxClient) -> None:
    thread = await created(box)
    sent = (await say(box, thread))["result"]
    said = await box.text("staff-liu", "我来办", chat="desk-community", thread=thread)
    reply = await box.text("staff-sun", "好", chat="desk-community", reply_to=sent["message_id"])

    for message in (sent, said, reply):
        assert (message["message_thread_id"], message["is_topic_message"]) == (thread, True)
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "XF-1 路灯"
    assert said["reply_to_message"]["message_id"] == thread
    assert reply["reply_to_message"]["message_id"] == sent["message_id"]
    assert [message["text"] for message in await box.messages(DESK, thread=thread) if "text" in message] == [
        "卡片",
        "我来办",
        "好",
    ]


async def test_general_topic_is_known_by_its_absence(box: SandboxClient) -> None:
    sent = (await say(box, None))["result"]
    refused = await say(box, 1)

    assert "message_thread_id" not in sent
    assert refused["description"] == "Bad Request: message thread not found"
    assert len(await box.messages(DESK, thread=1)) == 1
    assert (await box.bot("sendChatAction", chat_id=DESK, action="typing", message_thread_id=1))["ok"]


async def test_deleted_topic_takes_its_messages_along(box: SandboxClient) -> None:
    thread = await created(box)
    await say(box, thread)
    deleted = await box.bot("deleteForumTopic", chat_id=DESK, message_thread_id=thread)
    gone = await say(box, thread)
    again = await box.bot("closeForumTopic", chat_id=DESK, message_thread_id=thread)

    assert deleted["result"] is True
    assert await box.messages(DESK) == []
    assert gone["description"] == "Bad Request: message thread not found"
    assert again["description"] == "Bad Request: TOPIC_ID_INVALID"


async def test_closed_topic_lets_only_topic_administrators_write(box: SandboxClient) -> None:
    thread = await created(box)
    await box.topic_close("staff-liu", "desk-community", thread)
    assert (await say(box, thread))["ok"]
    await box.promote("staff-liu", "desk-community", "bot", {"can_pin_messages": True})
    closed = await say(box, thread)
    with pytest.raises(SandboxRefusedError, match="closed"):
        await box.text("staff-sun", "好", chat="desk-community", thread=thread)
    await box.topic_reopen("staff-liu", "desk-community", thread)

    assert closed["description"] == "Bad Request: TOPIC_CLOSED"
    assert (await say(box, thread))["ok"]


async def test_bot_closes_renames_and_reopens(box: SandboxClient) -> None:
    thread = await created(box)
    where = {"chat_id": DESK, "message_thread_id": thread}

    assert (await box.bot("editForumTopic", **where, name="XF-1 已办"))["result"] is True
    assert (await box.bot("closeForumTopic", **where))["result"] is True
    for method in ("closeForumTopic", "editForumTopic"):
        same = await box.bot(method, **where, **({"name": "XF-1 已办"} if method == "editForumTopic" else {}))
        assert same["description"] == "Bad Request: TOPIC_NOT_MODIFIED"
    assert (await box.bot("reopenForumTopic", **where))["result"] is True
    notes = [key for message in await box.messages(DESK) for key in message if key.startswith("forum_topic_")]
    assert notes == ["forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened"]
    desk = next(chat for chat in (await box.world())["chats"] if chat["id"] == DESK)
    assert desk["topics"] == [
        {"message_thread_id": thread, "name": "XF-1 已办", "icon_color": 0x6FB9F0, "is_closed": False}
    ]


async def test_topics_need_a_forum_and_a_right(box: SandboxClient) -> None:
    no_forum = await box.bot("createForumTopic", chat_id=GROUP, name="x")
    await box.promote("staff-liu", "desk-community", "bot", {"can_pin_messages": True})
    no_right = await box.bot("createForumTopic", chat_id=DESK, name="x")
    await box.set_forum("leader-zhao", "desk-group", is_forum=True)

    assert no_forum["description"] == "Bad Request: the chat is not a forum"
    assert no_right["description"] == "Bad Request: not enough rights to create a topic"
    assert (await box.bot("createForumTopic", chat_id=GROUP, name="x"))["ok"]


async def test_people_manage_topics_and_the_bot_hears(box: SandboxClient) -> None:
    thread = await box.topic_create("staff-liu", "desk-community", "闲谈")
    await box.topic_edit("staff-liu", "desk-community", thread, "闲谈二")
    await box.topic_close("staff-liu", "desk-community", thread)
    await box.topic_reopen("staff-liu", "desk-community", thread)
    heard = [update["message"] for update in (await box.bot("getUpdates"))["result"]]
    await box.topic_delete("staff-liu", "desk-community", thread)

    assert [key for message in heard for key in message if key.startswith("forum_topic_")] == [
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    ]
    assert {message["message_thread_id"] for message in heard} == {thread}
    with pytest.raises(SandboxRefusedError):
        await box.text("staff-liu", "还在吗", chat="desk-community", thread=thread)


async def test_general_topic_can_be_closed_hidden_and_named(box: SandboxClient) -> None:
    for method, more in (
        ("editGeneralForumTopic", {"name": "大厅"}),
        ("closeGeneralForumTopic", {}),
        ("reopenGeneralForumTopic", {}),
        ("hideGeneralForumTopic", {}),
        ("unhideGeneralForumTopic", {}),
    ):
        assert (await box.bot(method, chat_id=DESK, **more))["result"] is True
        again = await box.bot(method, chat_id=DESK, **more)
        assert again["description"] == "Bad Request: TOPIC_NOT_MODIFIED"
    desk = next(chat for chat in (await box.world())["chats"] if chat["id"] == DESK)
    assert desk["general"] == {"name": "大厅", "is_closed": True, "is_hidden": False}


async def test_pins_of_one_topic_can_be_taken_down(box: SandboxClient) -> None:
    thread = await created(box)
    for where in (thread, None):
        sent = (await say(box, where))["result"]
        await box.bot("pinChatMessage", chat_id=DESK, message_id=sent["message_id"])
    await box.bot("unpinAllForumTopicMessages", chat_id=DESK, message_thread_id=thread)
    left = (await box.view(DESK)).pinned
    await box.bot("unpinAllChatMessages", chat_id=DESK)

    assert left == sent["message_id"]
    assert (await box.view(DESK)).pinned is None


@pytest.mark.parametrize("icon", ["smile", "0", "9" * 30])
async def test_icon_that_is_no_emoji_is_refused(box: SandboxClient, icon: str) -> None:
    answer = await box.bot("createForumTopic", chat_id=DESK, name="灯", icon_custom_emoji_id=icon)
    thread = await created(box)
    edit = await box.bot("editForumTopic", chat_id=DESK, message_thread_id=thread, icon_custom_emoji_id=icon)
    words = "Bad Request: invalid custom emoji identifier specified"
    assert (answer["description"], edit["description"]) == (words, words)
