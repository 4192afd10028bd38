"""Corners of the emulated methods that a story seldom visits."""

import json
from typing import Any

import aiohttp
import pytest

from sandbox.world.images import SMALL_JPEG
from tests.sandbox_client import SandboxClient

pytestmark = pytest.mark.integration
WANG, DESK, GROUP, FRESH = 1001, -1000000002001, -1000000002002, -1000000002006


async def done(box: SandboxClient, method: str, **params: Any) -> Any:
    answer = await box.bot(method, **params)
    assert answer["ok"], answer
    return answer["result"]


async def refused(box: SandboxClient, method: str, **params: Any) -> str:
    answer = await box.bot(method, **params)
    assert not answer["ok"], answer
    return str(answer["description"]).removeprefix("Bad Request: ")


async def photo(box: SandboxClient, **params: Any) -> dict[str, Any]:
    fields = {"chat_id": str(WANG), **{key: json.dumps(value) for key, value in params.items()}}
    form = aiohttp.FormData(fields)
    form.add_field("photo", SMALL_JPEG, filename="a.jpg")
    async with box.session.post(f"{box.url}/bot{box.token}/sendPhoto", data=form) as answer:
        sent: dict[str, Any] = (await answer.json())["result"]
        return sent


# ---------------------------------------------------------------- copies
async def test_copy_may_change_or_drop_the_caption(started: SandboxClient) -> None:
    sent = await photo(started, caption="旧", has_spoiler=True)
    source = {"chat_id": GROUP, "from_chat_id": WANG}
    await done(started, "copyMessage", **source, message_id=sent["message_id"], caption="新")
    await done(started, "copyMessages", **source, message_ids=[sent["message_id"]], remove_caption=True)

    first, second = await started.messages("desk-group")
    assert (first["caption"], first["has_media_spoiler"], "caption" in second) == ("新", True, False)


async def test_protected_and_service_messages_stay_where_they_are(started: SandboxClient) -> None:
    secret = await done(started, "sendMessage", chat_id=WANG, text="密", protect_content=True)
    thread = (await done(started, "createForumTopic", chat_id=DESK, name="x"))["message_thread_id"]
    to = {"chat_id": GROUP}

    for source, number in ((WANG, secret["message_id"]), (DESK, thread)):
        where = {**to, "from_chat_id": source, "message_id": number}
        assert await refused(started, "copyMessage", **where) == "message can't be copied"
        assert await refused(started, "forwardMessage", **where) == "message can't be forwarded"
    nothing = await refused(started, "copyMessages", **to, from_chat_id=WANG, message_ids=[secret["message_id"]])
    assert nothing == "there are no messages to copy"


async def test_forward_of_a_forward_and_of_a_chat_keep_their_origin(started: SandboxClient) -> None:
    said = await started.text("staff-liu", "公告", chat="desk-community", as_chat=True)
    first = await done(started, "forwardMessage", chat_id=WANG, from_chat_id=DESK, message_id=said["message_id"])
    numbers = [first["message_id"]]
    await done(started, "forwardMessages", chat_id=GROUP, from_chat_id=WANG, message_ids=numbers)

    again = (await started.messages("desk-group"))[0]
    assert again["forward_origin"] == first["forward_origin"]
    assert first["forward_origin"]["sender_chat"]["id"] == DESK
    edit = await refused(started, "editMessageText", chat_id=WANG, message_id=first["message_id"], text="x")
    assert edit == "message can't be edited"


# ---------------------------------------------------------------- edits and replies
async def test_inline_messages_do_not_exist(started: SandboxClient) -> None:
    assert await refused(started, "editMessageText", inline_message_id="x", text="y") == "MESSAGE_ID_INVALID"


async def test_place_cannot_become_a_picture(started: SandboxClient) -> None:
    place = await done(started, "sendLocation", chat_id=WANG, latitude=1, longitude=2)
    said = await started.media("resident-wang", "photo")
    media = {"type": "photo", "media": said["photo"][-1]["file_id"]}
    where = {"chat_id": WANG, "message_id": place["message_id"]}
    assert await refused(started, "editMessageMedia", **where, media=media) == "message can't be edited"
    assert await refused(started, "sendLocation", chat_id=WANG, latitude=91, longitude=2) == "wrong location specified"


async def test_text_can_become_a_picture_or_an_animation(started: SandboxClient) -> None:
    sent = await done(started, "sendMessage", chat_id=WANG, text="等一下")
    said = await started.media("resident-wang", "animation")
    media = {"type": "animation", "media": said["animation"]["file_id"]}
    edited = await done(started, "editMessageMedia", chat_id=WANG, message_id=sent["message_id"], media=media)

    assert "text" not in edited
    assert edited["document"]["file_id"] == edited["animation"]["file_id"]


async def test_caption_can_stand_above(started: SandboxClient) -> None:
    assert (await photo(started, caption="上", show_caption_above_media=True))["show_caption_above_media"] is True


async def test_quote_must_be_in_the_message(started: SandboxClient) -> None:
    said = await started.text("resident-wang", "一 二")
    reply = {"message_id": said["message_id"], "quote": "三"}
    wrong = await refused(started, "sendMessage", chat_id=WANG, text="x", reply_parameters=reply)
    away = {"message_id": said["message_id"], "chat_id": WANG}
    across = await refused(started, "sendMessage", chat_id=GROUP, text="x", reply_parameters=away)

    assert wrong == "QUOTE_TEXT_INVALID"
    assert across == "the sandbox has no replies from one chat into another"
    same = await done(started, "sendMessage", chat_id=WANG, text="x", reply_parameters=away)
    assert same["reply_to_message"]["message_id"] == said["message_id"]


async def test_formatted_quote_keeps_its_entities(started: SandboxClient) -> None:
    said = await done(started, "sendMessage", chat_id=WANG, text="<b>一</b> 二", parse_mode="HTML")
    reply = {"message_id": said["message_id"], "quote": "<b>一</b>", "quote_parse_mode": "HTML"}
    sent = await done(started, "sendMessage", chat_id=WANG, text="x", reply_parameters=reply)
    assert sent["quote"]["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


async def test_link_preview_wish_is_shown(started: SandboxClient) -> None:
    wish = {"is_disabled": True}
    sent = await done(started, "sendMessage", chat_id=WANG, text="https://example.org", link_preview_options=wish)
    assert sent["link_preview_options"] == wish


async def test_selective_keyboard_is_for_whom_it_answers(started: SandboxClient) -> None:
    said = await started.text("staff-sun", "我", chat="desk-community")
    markup = {"keyboard": [[{"text": "好"}]], "selective": True, "one_time_keyboard": True}
    reply = {"message_id": said["message_id"]}
    await done(started, "sendMessage", chat_id=DESK, text="选", reply_markup=markup, reply_parameters=reply)

    assert (await started.view(DESK, viewer="staff-sun")).reply_keyboard is not None
    assert (await started.view(DESK, viewer="staff-liu")).reply_keyboard is None
    await started.press_reply("staff-sun", "好", chat="desk-community")
    assert (await started.view(DESK, viewer="staff-sun")).reply_keyboard is None


async def test_thumbnail_is_a_picture_of_its_own(started: SandboxClient) -> None:
    form = aiohttp.FormData({"chat_id": str(WANG), "thumbnail": "attach://small"})
    form.add_field("document", b"words", filename="a.txt")
    form.add_field("small", SMALL_JPEG, filename="small.jpg")
    async with started.session.post(f"{started.url}/bot{started.token}/sendDocument", data=form) as answer:
        document = (await answer.json())["result"]["document"]
    assert (document["thumbnail"]["width"], document["thumbnail"]["height"]) == (8, 8)


async def test_files_by_address_are_not_fetched(started: SandboxClient) -> None:
    wrong = await refused(started, "sendDocument", chat_id=WANG, document="https://example.org/a.pdf")
    assert wrong == "failed to get HTTP URL content"
    assert await refused(started, "getFile", file_id="no") == "wrong file_id or the file is temporarily unavailable"


# ---------------------------------------------------------------- rooms and people
async def test_private_chat_has_two_members(started: SandboxClient) -> None:
    chat = await done(started, "getChat", chat_id=WANG)
    assert (chat["type"], chat["first_name"]) == ("private", "王秀英")
    assert await done(started, "getChatMemberCount", chat_id=WANG) == 2
    assert (await done(started, "getChatMember", chat_id=WANG, user_id=WANG))["status"] == "member"
    assert await refused(started, "getChatMember", chat_id=WANG, user_id=1002) == "member not found"
    assert "no administrators" in await refused(started, "getChatAdministrators", chat_id=WANG)


async def test_kicked_and_restricted_are_told_apart(started: SandboxClient) -> None:
    await started.kick("staff-liu", "desk-community", "staff-sun")
    await started.restrict("staff-liu", "desk-community", "staff-gao")
    sun, gao = [await done(started, "getChatMember", chat_id=DESK, user_id=number) for number in (1007, 1013)]

    assert (sun["status"], sun["until_date"]) == ("kicked", 0)
    assert (gao["status"], gao["is_member"], gao["can_send_messages"]) == ("restricted", True, False)


async def test_pins_that_cannot_be(started: SandboxClient) -> None:
    thread = (await done(started, "createForumTopic", chat_id=DESK, name="x"))["message_thread_id"]
    assert await refused(started, "pinChatMessage", chat_id=DESK, message_id=999) == "message to pin not found"
    assert await refused(started, "pinChatMessage", chat_id=DESK, message_id=thread) == "message can't be pinned"
    for more in ({}, {"message_id": 5}):
        assert await refused(started, "unpinChatMessage", chat_id=DESK, **more) == "message to unpin not found"


async def test_pinned_message_that_is_gone_is_out_of_reach(started: SandboxClient) -> None:
    one, two = [await done(started, "sendMessage", chat_id=GROUP, text=text) for text in "一二"]
    for sent in (one, two, one):
        await done(started, "pinChatMessage", chat_id=GROUP, message_id=sent["message_id"])
    await done(started, "deleteMessage", chat_id=GROUP, message_id=one["message_id"])
    view = await started.view("desk-group")
    note = view.messages[-1]["pinned_message"]

    assert note == {"chat": one["chat"], "message_id": one["message_id"], "date": 0}
    assert view.pinned == two["message_id"]
    await done(started, "unpinChatMessage", chat_id=GROUP, message_id=two["message_id"])
    assert (await started.view("desk-group")).pinned is None


async def test_reaction_to_nothing(started: SandboxClient) -> None:
    assert await refused(started, "setMessageReaction", chat_id=WANG, message_id=99) == "message to react not found"
    said = await started.text("resident-wang", "谢谢")
    where = {"chat_id": WANG, "message_id": said["message_id"]}
    star = [{"type": "custom_emoji", "custom_emoji_id": "5"}]
    assert await refused(started, "setMessageReaction", **where, reaction=star) == "REACTION_INVALID"


async def test_strangers_messages_are_not_the_bots_to_delete(started: SandboxClient) -> None:
    said = await started.text("staff-liu", "/help", chat="fresh-group")
    where = {"chat_id": FRESH}
    assert await refused(started, "deleteMessage", **where, message_id=said["message_id"]) == "message can't be deleted"
    several = await refused(started, "deleteMessages", **where, message_ids=[said["message_id"]])
    assert several == "message can't be deleted"


@pytest.mark.parametrize(
    ("url", "opens"),
    [
        ("https://t.me/linli_demo_bot?start=case_7", True),
        ("t.me/Linli_Demo_Bot?start=case_7", True),
        ("tg://resolve?domain=linli_demo_bot&start=case_7", True),
        ("https://t.me/linli_demo_bot", False),
        ("https://t.me/other_bot?start=case_7", False),
        ("https://example.org/?t.me/linli_demo_bot?start=x", False),
    ],
)
async def test_answer_opens_the_bot_only(started: SandboxClient, url: str, opens: bool) -> None:
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "x"}]]}
    sent = await done(started, "sendMessage", chat_id=WANG, text="选", reply_markup=markup)
    query = (await started.press("resident-wang", sent, "好"))["callback_query_id"]
    answer = await started.bot("answerCallbackQuery", callback_query_id=query, url=url)
    assert answer.get("description", "ok") == ("ok" if opens else "Bad Request: URL_INVALID")


# ---------------------------------------------------------------- the bot's own card
async def test_default_rights_and_menu(started: SandboxClient) -> None:
    rights = await done(started, "getMyDefaultAdministratorRights")
    wanted = {**rights, "can_manage_chat": True}
    await done(started, "setMyDefaultAdministratorRights", rights=wanted)
    assert await done(started, "getMyDefaultAdministratorRights") == wanted
    assert await done(started, "getMyDefaultAdministratorRights", for_channels=True) == rights
    group = await refused(started, "setChatMenuButton", chat_id=GROUP, menu_button={"type": "commands"})
    assert group == "chat_id must be a private chat"
    assert await refused(started, "getMyCommands", language_code="english") == "invalid language code specified"


@pytest.mark.parametrize(
    ("scope", "outcome"),
    [
        ({"type": "chat", "chat_id": WANG}, "ok"),
        ({"type": "chat_administrators", "chat_id": DESK}, "ok"),
        ({"type": "chat_administrators", "chat_id": WANG}, "can't use specified scope in private chats"),
        ({"type": "chat_member", "chat_id": WANG, "user_id": WANG}, "can't use specified scope in private chats"),
    ],
)
async def test_commands_for_some_of_a_private_chat_make_no_sense(
    started: SandboxClient, scope: dict[str, Any], outcome: str
) -> None:
    answer = await started.bot("setMyCommands", commands=[{"command": "help", "description": "帮助"}], scope=scope)
    assert answer.get("description", "ok").removeprefix("Bad Request: ") == outcome


async def test_name_can_be_taken_back(started: SandboxClient) -> None:
    await done(started, "setMyName", name="接待台")
    await done(started, "setMyName", name="")
    assert await done(started, "getMyName") == {"name": "邻里"}


async def test_empty_webhook_address_takes_it_away(started: SandboxClient) -> None:
    await done(
        started, "setWebhook", url="https://127.0.0.1:1/x", allowed_updates=["message"], drop_pending_updates=True
    )
    assert (await done(started, "getWebhookInfo"))["allowed_updates"] == ["message"]
    await done(started, "setWebhook", url="")
    assert (await done(started, "getWebhookInfo"))["url"] == ""
    assert await done(started, "getUpdates") == []
