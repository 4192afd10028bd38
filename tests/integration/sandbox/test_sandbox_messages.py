from typing import Any

import pytest

from sandbox.api import BotApi
from tests.sandbox_client import SandboxClient, SandboxRefusedError, buttons

pytestmark = pytest.mark.integration
WANG, LI = 1001, 1002
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def refusal(answer: dict[str, Any]) -> str:
    assert not answer["ok"], answer
    return f"{answer['error_code']} {answer['description']}"


def keyboard(*texts: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": text}] for text in texts]}


async def send(box: SandboxClient, **params: Any) -> dict[str, Any]:
    answer = await box.bot("sendMessage", **{"chat_id": WANG, **params})
    assert answer["ok"], answer
    sent: dict[str, Any] = answer["result"]
    return sent


# ---------------------------------------------------------------- private chats
async def test_stranger_is_no_chat_and_an_acquaintance_must_speak_first(box: SandboxClient) -> None:
    stranger = await box.bot("sendMessage", chat_id=4242, text="您好")
    unmet = await box.bot("sendMessage", chat_id=WANG, text="您好")
    colleague = await box.bot("sendMessage", chat_id=1006, text="您好")

    assert refusal(stranger) == refusal(unmet) == "400 Bad Request: chat not found"
    assert refusal(colleague) == "403 Forbidden: bot can't initiate conversation with a user"


async def test_blocked_bot_is_told_so_and_start_lets_it_back(started: SandboxClient) -> None:
    await started.block("resident-wang")
    blocked = await started.bot("sendMessage", chat_id=WANG, text="您好")
    with pytest.raises(SandboxRefusedError):
        await started.text("resident-wang", "在吗")
    await started.start("resident-wang")

    assert refusal(blocked) == "403 Forbidden: bot was blocked by the user"
    assert await send(started, text="您好")
    changes = (await started.bot("getUpdates"))["result"]
    statuses = [each["my_chat_member"]["new_chat_member"]["status"] for each in changes if "my_chat_member" in each]
    assert statuses == ["kicked", "member"]


async def test_private_chats_share_one_count(started: SandboxClient) -> None:
    first = await send(started, text="一")
    between = await started.start("resident-li")
    second = await send(started, text="二")

    assert [between["message_id"], second["message_id"]] == [first["message_id"] + 1, first["message_id"] + 2]


async def test_html_becomes_entities(started: SandboxClient) -> None:
    sent = await send(started, text="<b>您好</b> &amp; 😀<i>x</i>", parse_mode="HTML")

    assert sent["text"] == "您好 & 😀x"
    assert sent["entities"] == [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "italic", "offset": 7, "length": 1},
    ]


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": "<b>x", "parse_mode": "HTML"}, "400 Bad Request: can't parse entities"),
        ({"text": "   "}, "400 Bad Request: message text is empty"),
        ({"text": "字" * 4097}, "400 Bad Request: message is too long"),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "400 Bad Request: message to be replied not found"),
        ({"text": "x", "message_thread_id": 5}, "400 Bad Request: message thread not found"),
        ({"text": "x", "message_effect_id": "5"}, "400 Bad Request: the sandbox does not emulate message_effect_id"),
    ],
)
async def test_bad_messages_are_refused(started: SandboxClient, params: dict[str, Any], reason: str) -> None:
    assert refusal(await started.bot("sendMessage", chat_id=WANG, **params)).startswith(reason)


async def test_reply_shows_the_other_message_as_it_is_now(started: SandboxClient) -> None:
    said = await started.text("resident-wang", "灯坏了")
    reply = await send(started, text="收到", reply_parameters={"message_id": said["message_id"], "quote": "坏了"})
    await started.edit("resident-wang", said, text="灯又坏了")

    assert reply["reply_to_message"]["text"] == "灯坏了"
    assert reply["quote"] == {"text": "坏了", "position": 1, "is_manual": True}
    shown = (await started.messages("resident-wang", viewer="resident-wang"))[-1]
    assert shown["reply_to_message"]["text"] == "灯又坏了"


async def test_reply_to_nothing_can_be_sent_anyway(started: SandboxClient) -> None:
    sent = await send(started, text="x", reply_parameters={"message_id": 999, "allow_sending_without_reply": True})
    assert "reply_to_message" not in sent


# ---------------------------------------------------------------- edits
async def test_edit_replaces_text_and_keyboard(started: SandboxClient) -> None:
    sent = await send(started, text="一", reply_markup=keyboard("好"))
    where = {"chat_id": WANG, "message_id": sent["message_id"]}

    edited = (await started.bot("editMessageText", **where, text="二"))["result"]
    same = await started.bot("editMessageText", **where, text="二")
    marked = (await started.bot("editMessageReplyMarkup", **where, reply_markup=keyboard("行")))["result"]
    same_marks = await started.bot("editMessageReplyMarkup", **where, reply_markup=keyboard("行"))

    assert edited["text"] == "二"
    assert "reply_markup" not in edited
    assert buttons(marked) == ["行"]
    assert refusal(same) == refusal(same_marks) == f"400 {NOT_MODIFIED}"


async def test_only_own_plain_messages_can_be_edited(started: SandboxClient) -> None:
    theirs = await started.text("resident-wang", "灯坏了")
    with_keyboard = await send(started, text="选", reply_markup={"keyboard": [[{"text": "好"}]]})
    edit = "editMessageText"

    missing = await started.bot(edit, chat_id=WANG, message_id=999, text="x")
    foreign = await started.bot(edit, chat_id=WANG, message_id=theirs["message_id"], text="x")
    keyed = await started.bot(edit, chat_id=WANG, message_id=with_keyboard["message_id"], text="x")

    assert refusal(missing) == "400 Bad Request: message to edit not found"
    assert refusal(foreign) == refusal(keyed) == "400 Bad Request: message can't be edited"


async def test_delete_is_seen_by_the_viewer_and_cannot_be_done_twice(started: SandboxClient) -> None:
    sent = await send(started, text="错了")
    where = {"chat_id": WANG, "message_id": sent["message_id"]}

    assert (await started.bot("deleteMessage", **where))["result"] is True
    assert refusal(await started.bot("deleteMessage", **where)) == "400 Bad Request: message to delete not found"
    assert "错了" not in (await started.view("resident-wang")).texts
    assert "错了" in (await started.view("resident-wang", include_deleted=True)).texts


async def test_old_messages_cannot_be_deleted(started: SandboxClient) -> None:
    sent = await send(started, text="旧")
    await started.settings(clock_offset_s=48 * 3600)

    answer = await started.bot("deleteMessage", chat_id=WANG, message_id=sent["message_id"])
    assert refusal(answer) == "400 Bad Request: message can't be deleted"


async def test_delete_messages_passes_over_what_is_gone(started: SandboxClient) -> None:
    numbers = [(await send(started, text=text))["message_id"] for text in "一二"]

    assert (await started.bot("deleteMessages", chat_id=WANG, message_ids=[*numbers, 9999]))["result"] is True
    assert (await started.view("resident-wang")).texts == ["/start"]


# ---------------------------------------------------------------- buttons
async def test_press_is_answered_once(started: SandboxClient) -> None:
    sent = await send(started, text="选", reply_markup=keyboard("好", "不好"))
    pressed = await started.press("resident-wang", sent, "不好")
    query = (await started.bot("getUpdates"))["result"][-1]["callback_query"]

    answered = await started.bot("answerCallbackQuery", callback_query_id=query["id"], text="收到", show_alert=True)
    again = await started.bot("answerCallbackQuery", callback_query_id=query["id"])

    assert (query["id"], query["data"]) == (pressed["callback_query_id"], "不好")
    assert query["message"]["message_id"] == sent["message_id"]
    assert answered["result"] is True
    assert refusal(again) == f"400 {QUERY_TOO_OLD}"
    assert (await started.callbacks("resident-wang"))[0]["answer"] == {"text": "收到", "show_alert": True}


async def test_late_answer_is_refused(started: SandboxClient, api: BotApi) -> None:
    sent = await send(started, text="选", reply_markup=keyboard("好"))
    pressed = await started.press("resident-wang", sent, row=0)
    api.world.clock.offset_s += 31

    answer = await started.bot("answerCallbackQuery", callback_query_id=pressed["callback_query_id"])
    assert refusal(answer) == f"400 {QUERY_TOO_OLD}"


async def test_press_needs_a_button_but_forging_does_not(started: SandboxClient) -> None:
    sent = await send(started, text="选", reply_markup=keyboard("好"))
    with pytest.raises(SandboxRefusedError, match="no such button"):
        await started.press("resident-wang", sent, "没有")
    await started.forge("resident-wang", sent, "take:1")

    assert (await started.bot("getUpdates"))["result"][-1]["callback_query"]["data"] == "take:1"


async def test_press_on_a_deleted_message_carries_its_trace(started: SandboxClient) -> None:
    sent = await send(started, text="选", reply_markup=keyboard("好"))
    where = {"chat_id": WANG, "message_id": sent["message_id"]}
    await started.bot("deleteMessage", **where)
    pressed = await started.press("resident-wang", sent, "好")
    query = (await started.bot("getUpdates"))["result"][-1]["callback_query"]

    assert query["message"] == {"chat": sent["chat"], "message_id": sent["message_id"], "date": 0}
    assert (await started.bot("answerCallbackQuery", callback_query_id=pressed["callback_query_id"]))["ok"]
    with pytest.raises(SandboxRefusedError, match="no such message"):
        await started.react("resident-wang", sent, "👍")


async def test_reply_keyboard_is_pressed_and_taken_away(started: SandboxClient) -> None:
    rows = [[{"text": "我要反映"}], [{"text": "发送电话", "request_contact": True}]]
    await send(started, text="选", reply_markup={"keyboard": rows, "resize_keyboard": True})
    view = await started.view("resident-wang", viewer="resident-wang")
    said = await started.press_reply("resident-wang", "我要反映")
    card = await started.press_reply("resident-wang", "发送电话")
    await send(started, text="好", reply_markup={"remove_keyboard": True})

    assert view.reply_keyboard is not None
    assert view.reply_keyboard["keyboard"] == rows
    assert said["text"] == "我要反映"
    assert card["contact"] == {"phone_number": "+8613800001001", "first_name": "王秀英", "user_id": WANG}
    assert (await started.view("resident-wang", viewer="resident-wang")).reply_keyboard is None
    with pytest.raises(SandboxRefusedError):
        await started.press_reply("resident-wang", "我要反映")


async def test_contact_of_another_person_carries_their_number(started: SandboxClient) -> None:
    card = await started.contact("resident-wang", of="resident-li")
    assert card["contact"]["user_id"] == LI


# ---------------------------------------------------------------- copies
async def test_copy_and_forward_differ_in_origin(started: SandboxClient) -> None:
    said = await started.text("resident-wang", "灯坏了")
    source = {"from_chat_id": WANG, "message_id": said["message_id"]}

    copied = (await started.bot("copyMessage", chat_id=-1000000002002, **source))["result"]
    forwarded = (await started.bot("forwardMessage", chat_id=-1000000002002, **source))["result"]

    shown = await started.messages("desk-group")
    assert [message["text"] for message in shown] == ["灯坏了", "灯坏了"]
    assert copied == {"message_id": shown[0]["message_id"]}
    assert "forward_origin" not in shown[0]
    assert forwarded["forward_origin"]["sender_user"]["id"] == WANG


async def test_several_are_copied_in_order_and_missing_ones_passed_over(started: SandboxClient) -> None:
    numbers = [(await started.text("resident-wang", text))["message_id"] for text in "一二"]
    where = {"chat_id": -1000000002002, "from_chat_id": WANG}

    copied = await started.bot("copyMessages", **where, message_ids=[*numbers, 9999])
    nothing = await started.bot("forwardMessages", **where, message_ids=[9999])

    assert len(copied["result"]) == 2
    assert (await started.view("desk-group")).texts == ["一", "二"]
    assert refusal(nothing) == "400 Bad Request: there are no messages to forward"


@pytest.mark.parametrize(("method", "verb"), [("copyMessage", "copy"), ("forwardMessage", "forward")])
async def test_missing_source_is_named(started: SandboxClient, method: str, verb: str) -> None:
    answer = await started.bot(method, chat_id=WANG, from_chat_id=WANG, message_id=9999)
    assert refusal(answer) == f"400 Bad Request: message to {verb} not found"


async def test_deleted_account_is_told(started: SandboxClient) -> None:
    await started.deactivate("resident-wang")
    assert refusal(await started.bot("sendMessage", chat_id=WANG, text="x")) == "403 Forbidden: user is deactivated"


async def test_long_text_comes_in_parts(started: SandboxClient) -> None:
    parts = await started.long_text("resident-wang", "字" * 4095 + "😀" + "尾")

    assert [len(part["text"]) for part in parts] == [4095, 2]
    assert len((await started.bot("getUpdates"))["result"]) == 2


async def test_card_without_a_link_has_no_number(started: SandboxClient) -> None:
    card = await started.contact("resident-wang", unlinked=True)
    assert "user_id" not in card["contact"]
