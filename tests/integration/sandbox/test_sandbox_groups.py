from typing import Any

import pytest

from tests.sandbox_client import SandboxClient, SandboxRefusedError

pytestmark = pytest.mark.integration
FRESH, DESK, GROUP = -1000000002006, -1000000002001, -1000000002002
LIU, SUN, BOT = 1006, 1007, 7000000001


async def seen(box: SandboxClient) -> list[dict[str, Any]]:
    """What has come since the last look."""
    found: list[dict[str, Any]] = (await box.bot("getUpdates"))["result"]
    if found:
        await box.bot("getUpdates", offset=found[-1]["update_id"] + 1)
    return found


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates if "text" in update.get("message", {})]


# ---------------------------------------------------------------- privacy
async def test_plain_member_sees_commands_and_replies_to_itself_only(box: SandboxClient) -> None:
    said = (await box.bot("sendMessage", chat_id=FRESH, text="大家好"))["result"]
    other = await box.text("staff-liu", "闲聊", chat="fresh-group")
    for text in ("/bind 123", "/bind@linli_demo_bot 123", "/bind@other_bot 123", "请 /bind 一下"):
        await box.text("staff-liu", text, chat="fresh-group")
    await box.text("staff-liu", "回复邻里", chat="fresh-group", reply_to=said["message_id"])
    await box.text("staff-liu", "回复别人", chat="fresh-group", reply_to=other["message_id"])
    await box.edit("staff-liu", other, text="还是闲聊")

    assert texts(await seen(box)) == ["/bind 123", "/bind@linli_demo_bot 123", "回复邻里"]


async def test_plain_member_hears_nothing_of_comings_and_goings(box: SandboxClient) -> None:
    await box.bot("getUpdates", allowed_updates=["message", "chat_member", "my_chat_member"])
    await box.join("staff-sun", "fresh-group")
    await box.leave("staff-sun", "fresh-group")

    assert await seen(box) == []
    await box.promote("staff-liu", "fresh-group", "bot")
    await box.join("staff-sun", "fresh-group")
    kinds = [next(key for key in update if key != "update_id") for update in await seen(box)]
    assert kinds == ["my_chat_member", "chat_member", "message"]


async def test_administrator_sees_everything(box: SandboxClient) -> None:
    await box.text("staff-liu", "闲聊", chat="desk-community")
    assert texts(await seen(box)) == ["闲聊"]


async def test_chat_member_comes_only_when_asked_for(box: SandboxClient) -> None:
    await box.leave("staff-sun", "desk-community")
    kinds = [next(key for key in update if key != "update_id") for update in await seen(box)]
    assert kinds == ["message"]


# ---------------------------------------------------------------- standing
async def test_being_added_and_removed_is_told(box: SandboxClient) -> None:
    await box.add_chat("老街坊", ["resident-li"], slug="old-friends", bot="none")
    with pytest.raises(SandboxRefusedError):
        await box.text("staff-liu", "我不在这", chat="old-friends")
    await box.add_bot("resident-li", "old-friends")
    added = await seen(box)
    chat_id = added[0]["my_chat_member"]["chat"]["id"]
    await box.kick("resident-li", "old-friends", "bot")
    removed = await seen(box)
    answer = await box.bot("sendMessage", chat_id=chat_id, text="在吗")

    assert added[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert added[1]["message"]["new_chat_members"][0]["id"] == BOT
    assert [update["my_chat_member"]["new_chat_member"]["status"] for update in removed] == ["kicked"]
    assert answer["description"] == "Forbidden: bot was kicked from the supergroup chat"


async def test_bot_that_left_is_no_member(box: SandboxClient) -> None:
    assert (await box.bot("leaveChat", chat_id=FRESH))["result"] is True
    answer = await box.bot("sendMessage", chat_id=FRESH, text="x")
    assert answer["description"] == "Forbidden: bot is not a member of the supergroup chat"


async def test_rights_are_what_was_given(box: SandboxClient) -> None:
    await box.promote("staff-liu", "fresh-group", "bot", {"can_pin_messages": True})
    member = (await box.bot("getChatMember", chat_id=FRESH, user_id=BOT))["result"]
    said = await box.text("staff-liu", "公告", chat="fresh-group")

    pinned = await box.bot("pinChatMessage", chat_id=FRESH, message_id=said["message_id"])
    deleted = await box.bot("deleteMessage", chat_id=FRESH, message_id=said["message_id"])

    assert (member["status"], member["can_pin_messages"], member["can_delete_messages"]) == (
        "administrator",
        True,
        False,
    )
    assert pinned["result"] is True
    assert deleted["description"] == "Bad Request: message can't be deleted"


async def test_pinning_needs_the_right_and_leaves_a_note(box: SandboxClient) -> None:
    said = await box.text("staff-liu", "公告", chat="fresh-group")
    refused = await box.bot("pinChatMessage", chat_id=FRESH, message_id=said["message_id"])
    await box.promote("staff-liu", "fresh-group", "bot")
    await seen(box)
    await box.bot("pinChatMessage", chat_id=FRESH, message_id=said["message_id"])
    view = await box.view("fresh-group", viewer="staff-liu")
    shown = (await box.bot("getChat", chat_id=FRESH))["result"]
    gone = await box.bot("unpinChatMessage", chat_id=FRESH)

    assert refused["description"] == "Bad Request: not enough rights to manage pinned messages in the chat"
    assert view.pinned == shown["pinned_message"]["message_id"] == said["message_id"]
    assert view.last["pinned_message"]["text"] == "公告"
    assert [update["message"]["pinned_message"]["text"] for update in await seen(box)] == ["公告"]
    assert gone["result"] is True
    assert (await box.view("fresh-group")).pinned is None


async def test_members_are_told_apart(box: SandboxClient) -> None:
    async def status(user_id: int) -> Any:
        answer = await box.bot("getChatMember", chat_id=DESK, user_id=user_id)
        return answer["result"]["status"] if answer["ok"] else answer["description"]

    assert [await status(number) for number in (LIU, SUN, 1001, 4242)] == [
        "creator",
        "member",
        "left",
        "Bad Request: invalid user_id specified",
    ]
    assert (await box.bot("getChatMemberCount", chat_id=DESK))["result"] == 4
    admins = (await box.bot("getChatAdministrators", chat_id=DESK))["result"]
    assert {admin["user"]["id"] for admin in admins} == {LIU, BOT}


async def test_anonymous_administrator_hides_behind_the_chat(box: SandboxClient) -> None:
    await box.text("staff-liu", "公告", chat="desk-community", as_chat=True)
    message = (await seen(box))[0]["message"]

    assert (message["from"]["username"], message["sender_chat"]["id"]) == ("GroupAnonymousBot", DESK)
    with pytest.raises(SandboxRefusedError, match="only administrators"):
        await box.text("staff-sun", "公告", chat="desk-community", as_chat=True)


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("promote", {"target": "bot"}),
        ("kick", {"target": "staff-liu"}),
        ("set_title", {"title": "x"}),
        ("topic_close", {"thread": 5}),
        ("pin", {"message_id": 1}),
    ],
)
async def test_people_need_rights_too(box: SandboxClient, do: str, said: dict[str, Any]) -> None:
    with pytest.raises(SandboxRefusedError) as refused:
        await box.act("staff-sun", do, chat="desk-community", **said)
    assert refused.value.status == 403


# ---------------------------------------------------------------- migration
async def test_group_that_grew_points_to_its_new_number(box: SandboxClient) -> None:
    old = (await box.add_chat("小群", ["staff-liu"], type="group", bot="member", slug="small"))["id"]
    assert (await box.bot("sendMessage", chat_id=old, text="一"))["ok"]
    new = await box.migrate("staff-liu", "small")
    answer = await box.bot("sendMessage", chat_id=old, text="二")
    updates = await seen(box)
    notes = [update["message"] for update in updates if "message" in update]
    standing = [update["my_chat_member"] for update in updates if "my_chat_member" in update]

    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    assert [note.get("migrate_to_chat_id") or note.get("migrate_from_chat_id") for note in notes] == [new, old]
    assert (await box.bot("sendMessage", chat_id=new, text="二"))["ok"]
    assert (await box.view("small")).texts[-1] == "二"
    changes = [
        (one["chat"]["id"], one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in standing
    ]
    assert changes == [(new, "left", "member")]


async def test_reply_in_a_plain_supergroup_opens_a_thread(box: SandboxClient) -> None:
    root = (await box.bot("sendMessage", chat_id=GROUP, text="卡片"))["result"]
    first = await box.text("staff-liu", "收到", chat="desk-group", reply_to=root["message_id"])
    second = await box.text("leader-zhao", "同意", chat="desk-group", reply_to=first["message_id"])

    assert first["message_thread_id"] == second["message_thread_id"] == root["message_id"]
    assert "is_topic_message" not in first


async def test_supergroups_count_for_themselves(box: SandboxClient) -> None:
    numbers = [
        (await box.bot("sendMessage", chat_id=chat, text="一"))["result"]["message_id"] for chat in (DESK, GROUP, DESK)
    ]
    assert numbers == [2, 2, 3]


async def test_reactions_of_the_bot(box: SandboxClient) -> None:
    said = await box.text("staff-liu", "收到", chat="desk-group")
    where = {"chat_id": GROUP, "message_id": said["message_id"]}

    async def react(*emoji: str) -> Any:
        kinds = [{"type": "emoji", "emoji": each} for each in emoji]
        answer = await box.bot("setMessageReaction", **where, reaction=kinds)
        return answer.get("result") or answer["description"]

    assert await react("👌") is True
    assert await react("🏢") == "Bad Request: REACTION_INVALID"
    assert await react("👌", "👍") == "Bad Request: REACTIONS_TOO_MANY"
    shown = (await box.messages("desk-group"))[-1]
    assert shown["reactions"] == [{"user_id": BOT, "reaction": [{"type": "emoji", "emoji": "👌"}]}]


async def test_restricted_bot_may_not_write(box: SandboxClient) -> None:
    await box.restrict("staff-liu", "fresh-group", "bot")
    answer = await box.bot("sendMessage", chat_id=FRESH, text="x")
    await box.demote("staff-liu", "fresh-group", "bot")

    assert answer["description"] == "Bad Request: not enough rights to send text messages to the chat"
    assert (await box.bot("sendMessage", chat_id=FRESH, text="x"))["ok"]


async def test_restricted_person_may_not_write(box: SandboxClient) -> None:
    await box.restrict("staff-liu", "desk-community", "staff-sun")
    with pytest.raises(SandboxRefusedError, match="not allowed to write"):
        await box.text("staff-sun", "x", chat="desk-community")


async def test_restriction_takes_only_what_it_names(box: SandboxClient) -> None:
    left = {"can_send_messages": True, "can_send_photos": True}
    for chat, target in (("fresh-group", "bot"), ("desk-community", "staff-sun")):
        await box.restrict("staff-liu", chat, target, left)
    sent = await box.bot("sendMessage", chat_id=FRESH, text="x")
    photo = (await box.media("staff-sun", "photo", chat="desk-community"))["photo"][-1]["file_id"]
    voice = (await box.media("staff-liu", "voice", chat="desk-community"))["voice"]["file_id"]
    standing = (await box.bot("getChatMember", chat_id=DESK, user_id=SUN))["result"]

    assert sent["ok"]
    assert (await box.bot("sendPhoto", chat_id=FRESH, photo=photo))["ok"]
    refused = await box.bot("sendVoice", chat_id=FRESH, voice=voice)
    assert refused["description"] == "Bad Request: not enough rights to send voice notes to the chat"
    assert (standing["can_send_photos"], standing["can_send_voice_notes"]) == (True, False)
    with pytest.raises(SandboxRefusedError, match="not allowed to write"):
        await box.media("staff-sun", "voice", chat="desk-community")
    with pytest.raises(SandboxRefusedError, match="not allowed to react"):
        await box.react("staff-sun", 2, "👍", chat="desk-community")


async def test_restricted_bot_sends_several_or_none(box: SandboxClient) -> None:
    said = [await box.media("staff-liu", kind, chat="desk-community") for kind in ("photo", "document")]
    await box.restrict("staff-liu", "fresh-group", "bot", {"can_send_photos": True})
    where = {"chat_id": FRESH, "from_chat_id": DESK, "message_ids": [message["message_id"] for message in said]}
    answers = [await box.bot(method, **where) for method in ("copyMessages", "forwardMessages")]

    words = "Bad Request: not enough rights to send documents to the chat"
    assert [answer["description"] for answer in answers] == [words, words]
    assert "photo" not in str(await box.messages("fresh-group"))
    with pytest.raises(SandboxRefusedError, match="no such permissions"):
        await box.restrict("staff-liu", "fresh-group", "bot", {"can_sing": True})
