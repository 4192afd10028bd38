"""Stale, forged, guessed and flooding: what people and machines send that they should not, and groups of strangers."""

import re
import sqlite3

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, number_in, said
from tests.sandbox_client import Json, buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
]
FRESH = "fresh-group"


def from_bot(messages: list[Json]) -> list[str]:
    return [said(message) for message in messages if message["from"].get("is_bot")]


async def callback(house: House, who: Person, data: str, message: Json) -> None:
    """Press what no button of this person says, or none at all."""
    user = {"id": who.ref, "is_bot": False, "first_name": "旁人"}
    press = {"id": f"raw{data}{message['message_id']}", "from": user, "chat_instance": "1"}
    await house.box.raw_update({"callback_query": {**press, "data": data, "message": message}})


async def follows(person: Person, payload: str, wanted: str) -> None:
    """Open a deep link."""
    person.seen = (await person.house.box.start(person.ref, payload))["message_id"]
    await person.look(wanted)


async def test_a_burst_of_messages_is_kept_whole_and_answered_in_few_words(house: House) -> None:
    box = house.box
    person, other = await consented(house, "手很快的人"), await consented(house, "旁边的人")
    await person.write("/petition", "哪一类")
    await person.press("投诉请求", "请把事情写给我")
    seen = person.window["message_id"]
    slow = await box.fault("sendMessage", "delay", chat=person.ref, times=-1, delay_ms=300)
    words = [f"第{n}条。" for n in range(60)]
    for text in words:
        await box.text(person.ref, text)
    for n in range(4):
        await box.text(person.ref, f"收尾{n}。")
    await other.write("/help", "怎么")
    await box.wait_message(person.ref, lambda m: _noted(said(m)) >= len("".join(words)) + 16)
    await box.clear_faults(slow)

    answers = from_bot(await box.messages(person.ref, after=seen, limit=1_000))
    assert len(answers) <= 12, len(answers)
    assert len([text for text in answers if "您发得很快" in text]) == 1
    assert "已记下" in answers[-1]
    await person.write("写完了，下一步", "什么地方")
    await person.press("不填", "请看一遍")
    sent = await person.press("确认提交", "收到了")
    staff = Staff(house, "staff-liu", number_in(said(sent)))
    await staff.card(words[0])
    text = "\n".join(await staff.seen())
    assert re.findall(r"第\d+条。", text)[-60:] == words


def _noted(window: str) -> int:
    found = re.search(r"已记下：(\d+) 个字", window)
    return int(found[1]) if found else 0


async def test_presses_of_others_and_forged_ones_change_nothing(house: House) -> None:
    box = house.box
    owner, thief = await consented(house, "主人"), await consented(house, "旁人")
    number = await files_a_petition(owner, "主人的事")
    receipt = await box.wait_message(owner.ref, "🧾")
    theirs = receipt["reply_markup"]["inline_keyboard"][0]
    card = await Staff(house, "staff-liu", number).card(button="🙋")
    claim = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    menu = await thief.write("/start", "为您服务")
    seen = menu["message_id"]
    case = claim.split(":")[2]
    forged = [claim, f"l1:cls:{case}:1", f"l1:wdr:{case}:1", "l1:", "x" * 64, "\x1d\x1d"]
    for data in [*(button["callback_data"] for button in theirs), *forged]:
        for message in (menu, card, receipt):
            await callback(house, thief, data, message)
    assert await box.idle(quiet_ms=700, timeout_ms=30_000)
    texts = from_bot(await box.messages(thief.ref, after=seen))
    assert not any(number in text or "主人的事" in text for text in texts)
    assert any("🙋" in text for text in buttons(await Staff(house, "staff-liu", number).card()))
    shown = await owner.write("/cases", "1 件事")
    assert "已提交" in said(shown) or any(number in text for text in buttons(shown))


async def test_someone_elses_contact_card_proves_nothing(house: House) -> None:
    box = house.box
    person = await consented(house, "拿别人名片的人")
    for unlinked in (False, True):
        sent = await box.contact(person.ref, of="resident-wang", unlinked=unlinked)
        person.seen = sent["message_id"]
        answer = said(await person.look())
        assert not re.search("已验证|已核实|认证|花名册", answer)
    await person.write("/help", "怎么")


async def test_links_and_codes_cannot_be_guessed_on_and_on(house: House) -> None:
    box = house.box
    person = await consented(house, "猜链接的人")
    await follows(person, "u_SANZU", "幸福三组")
    await box.replay((await box.updates())[-1]["update_id"])
    await follows(person, "u_SANZU", "幸福三组")
    for n in range(10):
        await follows(person, f"u_WRONG{n}", "海报链接现在不能用")
    await follows(person, "u_SANZU", "请过一会儿再试")
    await follows(person, "x" * 64, "为您服务")
    assert "请过一会儿" not in said(person.window), "an ordinary start is no guess"

    await person.press("用查询码", "请输入查询码")
    for n in range(10):
        await person.write(f"ABCD-EFGH-JK{n + 2 if n < 8 else 'M'}{'NPQRSTUVWX'[n]}", "没有这个查询码")
    await person.write("ABCD-EFGH-JKMZ", "请过一会儿再试")
    await person.write("/start", "为您服务")
    await person.write("abcdefghjk2m", "请过一会儿再试")


async def test_bind_codes_cannot_be_guessed_on_and_on(house: House) -> None:
    box = house.box
    await box.promote(
        "staff-liu",
        FRESH,
        "bot",
        {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True},
    )
    printed = await house.command("unit", "bind", "幸福社区", "--purpose", "team", "--team", "tenancy")
    code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", printed)
    assert code
    for n in range(10):
        asked = await box.text("staff-liu", f"/bind AAAA-AAA{'BCDEFGHJKM'[n]}", chat=FRESH)
        await box.wait_message(FRESH, "绑定码不对", after=asked["message_id"])
    asked = await box.text("staff-liu", f"/bind {code[0]}", chat=FRESH)
    await box.wait_message(FRESH, "请过一会儿再试", after=asked["message_id"])


@pytest.mark.parametrize(
    "name",
    ["<b>王</b>&amp;<script>", "\u202eמשה\u202c", "{ $name } %s", "\u200d\u200b", "a" * 64],
)
async def test_names_are_only_names(house: House, name: str) -> None:
    person = await consented(house, name)
    number = await files_a_petition(person, f"名字奇怪的事{len(name)}")
    staff = Staff(house, "staff-liu", number)
    card = await staff.card("名字奇怪的事")
    visible = name.strip("\u200d\u200b\u202e\u202c")
    assert not visible or visible in said(card)
    assert not [e for e in card.get("entities", ()) if e["type"] in {"mention", "bot_command"}]
    await staff.write("收到")
    await person.look("收到")


ANYTHING = {
    "markup": "<b>&lt;</i>&",
    "emoji": "👩‍👩‍👧‍👦",
    "marks": "e\u0301\u0323",
    "rtl": "\u202eאבג ",
    "invisible": "字\u200b\u200d",
    "lines": "行\n\n",
}


@pytest.mark.parametrize("piece", list(ANYTHING.values()), ids=list(ANYTHING))
async def test_4096_units_of_anything_arrive_whole(house: House, piece: str) -> None:
    units = len(piece.encode("utf-16-le")) // 2
    text = "起" + piece * ((4096 - 2) // units) + "止"
    person = await consented(house, "写满的人")
    await person.write("/petition", "哪一类")
    await person.press("投诉请求", "请把事情写给我")
    await person.write(text, "已记下")
    await person.press("写完了", "什么地方")
    await person.press("不填")
    sent = await person.press("确认提交", "收到了")
    staff = Staff(house, "staff-liu", number_in(said(sent)))
    await staff.card()
    await house.box.wait_message(DESK, "止", thread=staff.thread)
    full = "".join(seen.partition("\n")[2] for seen in await staff.seen() if seen.startswith("📄"))
    assert re.sub(r"\s|\u202e", "", full) == re.sub(r"\s|\u202e", "", text)
    assert "\u202e" not in full, "nobody's words turn ours around"


async def test_anonymous_administrators_and_channel_posts_command_nothing(house: House) -> None:
    box = house.box
    asked = await box.text("staff-liu", "/queue", chat=DESK, as_chat=True)
    answer = await box.wait_message(DESK, lambda m: m["from"].get("is_bot"), after=asked["message_id"])
    assert "匿名管理员" in said(answer)
    desk = answer["chat"]
    post = {
        "message_id": answer["message_id"] + 900,
        "date": answer["date"],
        "chat": desk,
        "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
        "sender_chat": {"id": -1000000009001, "type": "channel", "title": "频道"},
        "is_automatic_forward": True,
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        "text": "/queue",
    }
    await box.raw_update({"message": post})
    assert await box.idle(quiet_ms=500, timeout_ms=10_000)
    late = [said(m) for m in await box.messages(DESK, after=answer["message_id"])]
    assert [text for text in late if "匿名管理员" in text]
    assert not any("待办" in text for text in late)


async def test_a_group_that_nobody_binds_is_left_with_a_word_after_an_hour(house: House) -> None:
    box = house.box
    made = await box.add_chat("别人的群", ["resident-li"], bot="none")
    other = made["id"]
    await box.add_bot("resident-li", other)
    usage = await box.wait_message(other, "/bind", viewer="resident-li")
    for _ in range(3):
        await box.text("resident-li", "/queue", chat=other)
    assert await box.idle(quiet_ms=700, timeout_ms=20_000)
    after = await box.messages(other, viewer="resident-li", after=usage["message_id"])
    assert len([m for m in after if m["from"].get("is_bot")]) == 1, "one sentence an hour"

    _an_hour_passes(house)
    await box.wait_message(other, "我先走了", viewer="resident-li")
    assert await box.idle(quiet_ms=700, timeout_ms=20_000)
    assert [call for call in await box.calls(method="leaveChat") if call["chat_id"] == other and call["ok"]]


def _an_hour_passes(house: House) -> None:
    """Elapsed time cannot be moved, so the row that waits for it is told that it is over."""
    database = sqlite3.connect(house.folder / "linli.db")
    with database:
        database.execute("UPDATE outbox SET not_before = not_before - 3600 WHERE operation = 'leave'")
    database.close()


async def test_a_channel_is_left_at_once(house: House) -> None:
    box = house.box
    channel = {"id": -1000000009002, "type": "channel", "title": "频道"}
    me = (await box.bot("getMe"))["result"]
    rights = dict.fromkeys(_ADMIN, False)
    change = {
        "chat": channel,
        "from": {"id": 1002, "is_bot": False, "first_name": "李强"},
        "date": 1_795_399_200,
        "old_chat_member": {"status": "left", "user": me},
        "new_chat_member": {"status": "administrator", "user": me, **rights},
    }
    await box.raw_update({"my_chat_member": change})
    assert await box.idle(quiet_ms=500, timeout_ms=10_000)
    assert [call for call in await box.calls(method="leaveChat") if call["chat_id"] == channel["id"]]


_ADMIN = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


async def test_windows_of_last_month_lead_on_and_do_nothing_old(house: House) -> None:
    box = house.box
    person = await consented(house, "上个月的人")
    number = await files_a_petition(person, "上个月的事")
    receipt = await box.wait_message(person.ref, "🧾")
    await person.write("/petition", "哪一类")
    await person.press("投诉请求", "请把事情写给我")
    await person.write("还没写完", "已记下")
    draft = person.window
    menu = await person.write("/start", "为您服务")
    await box.settings(clock_offset_s=31 * 86_400)

    for message in (draft, menu, receipt):
        for button in (button for row in message["reply_markup"]["inline_keyboard"] for button in row):
            await box.forge(person.ref, message, button["callback_data"])
    assert await box.idle(quiet_ms=500, timeout_ms=20_000)
    texts = from_bot(await box.messages(person.ref, after=menu["message_id"]))
    assert texts, "each is answered"
    assert not any("对不起" in text for text in texts)
    back = await person.write("/start", "为您服务")
    assert any("还没写完" in text for text in buttons(back)), "what was typed is not lost"
    assert any("🙋" in text for text in buttons(await Staff(house, "staff-liu", number).card()))
    await box.settings(clock_offset_s=0)
