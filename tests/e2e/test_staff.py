"""Staff groups: binding, claiming at once, groups without topics, slips that must not reach a resident."""

import re

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import consented, files_a_petition, newcomer, number_in, said
from tests.sandbox_client import buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
]


async def test_bind_is_refused_until_every_right_is_there_and_says_which(house: House) -> None:
    box = house.box
    printed = await house.command("unit", "bind", "幸福社区", "--purpose", "team", "--team", "tenancy")
    code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", printed)[0]

    await box.text("staff-liu", f"/bind {code}", chat="fresh-group")
    refused = await box.wait_message("fresh-group", "还不能绑定")
    assert "管理员身份" in said(refused)
    assert "置顶" in said(refused)
    await box.promote("staff-liu", "fresh-group", "bot", {"can_delete_messages": True})
    await box.text("staff-liu", f"/bind {code}", chat="fresh-group")
    refused = await box.wait_message("fresh-group", "还不能绑定", after=refused["message_id"])
    assert "管理员身份" not in said(refused)
    assert "置顶" in said(refused)
    rights = {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True}
    await box.promote("staff-liu", "fresh-group", "bot", rights)
    await box.text("staff-liu", "/bind NOPE-NOPE", chat="fresh-group")
    await box.wait_message("fresh-group", "绑定码不对", after=refused["message_id"])
    await box.text("staff-liu", f"/bind {code.lower()}", chat="fresh-group")
    bound = await box.wait_message("fresh-group", "已绑定到", after=refused["message_id"])
    assert "幸福社区" in said(bound)
    await box.text("finance-zheng", f"/bind {code}", chat="finance")
    await box.wait_message("finance", "绑定码不对")

    await box.demote("staff-liu", "fresh-group", "bot")
    await box.wait_message("fresh-group", "权限不够", after=bound["message_id"])


async def test_group_without_topics_works_by_replies_to_the_card(house: House) -> None:
    resident = await newcomer(house, "三组的人")
    await resident.start("u_SANZU")
    for typed in ("1", "1", "1"):
        await resident.write(typed)
    assert "幸福三组" in said(resident.window)
    number = await files_a_petition(resident, "三组路灯不亮")
    zhao = Staff(house, "leader-zhao", number, chat="desk-group")
    card = await zhao.card("三组路灯不亮")
    assert zhao.thread is None
    reply = await zhao.write("今晚去修")
    got = await resident.look("今晚去修")
    assert number in said(got)
    assert await zhao.reacted(reply)
    await house.box.text("leader-zhao", "大家吃饭了吗", chat="desk-group")
    await resident.write("谢谢", "已补充到", reply_to=got["message_id"])
    added = await house.box.wait_message("desk-group", "谢谢")
    assert added["reply_to_message"]["message_id"] == card["message_id"]
    await zhao.write("很长的答复。" * 600)
    await house.box.text("leader-zhao", "完了", chat="desk-group")  # some programs answer with the first part only
    await resident.look("完了")
    assert not [m for m in await house.box.messages(resident.ref) if "吃饭" in said(m)]
    assert not [m for m in await house.box.messages(DESK) if "三组路灯不亮" in said(m)]


async def test_a_prompt_is_for_whoever_pressed_the_button(house: House) -> None:
    resident = await consented(house, "谁来答")
    number = await files_a_petition(resident, "谁来答的事")
    liu = Staff(house, "staff-liu", number)
    await liu.card("谁来答的事")
    prompt = await liu.prompted("📄")
    mentioned = [e["user"]["first_name"] for e in prompt["entities"] if e["type"] == "text_mention"]
    assert mentioned == ["刘敏"]

    said_by_sun = {"chat": DESK, "thread": liu.thread, "reply_to": prompt["message_id"]}
    await house.box.text("staff-sun", "这句不是答复", **said_by_sun)
    await house.box.wait_message(DESK, "没有发给居民", thread=liu.thread, after=prompt["message_id"])
    await house.box.text("staff-liu", "这句才是", **said_by_sun)

    await resident.look("这句才是")
    assert not [m for m in await house.box.messages(resident.ref) if "这句不是答复" in said(m)]


async def test_two_claim_at_once_and_exactly_one_wins(house: House) -> None:
    resident = await consented(house, "抢单")
    number = await files_a_petition(resident, "抢单的事")
    card = await Staff(house, "staff-liu", number).card(button="🙋")
    code = next(b["callback_data"] for row in card["reply_markup"]["inline_keyboard"] for b in row if "🙋" in b["text"])
    who = ("staff-liu", "staff-sun", "staff-gao")
    for user in who:
        await house.box.forge(user, card, code, chat=DESK)
        await house.box.forge(user, card, code, chat=DESK)
    assert await house.box.idle(quiet_ms=1_000, timeout_ms=20_000)
    answers = [(c.get("answer") or {}).get("text") or "" for c in await house.box.callbacks()]
    mine = [text for text in answers if f"{number} 由您负责" in text]
    assert len(mine) == 1
    assert len([text for text in answers if "先接手了" in text or "已经是您" in text]) >= 5
    accepted = [m for m in await house.box.messages(resident.ref) if "已受理" in said(m) and number in said(m)]
    assert len(accepted) == 1


async def test_only_members_of_the_chat_act_on_its_cards(house: House) -> None:
    resident = await consented(house, "外人试试")
    number = await files_a_petition(resident, "外人碰不到")
    staff = Staff(house, "staff-liu", number)
    card = await staff.card(button="🙋")
    code = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    supervision = (await house.box.messages("supervision", viewer="supervisor-qian"))[-1:]
    await house.box.text("supervisor-qian", "/queue", chat="supervision")
    empty = await house.box.wait_message(
        "supervision", "没有待办", after=supervision[0]["message_id"] if supervision else 0
    )
    await house.box.forge("supervisor-qian", empty, code, chat="supervision")
    assert await house.box.idle(quiet_ms=700, timeout_ms=10_000)
    answers = [(c.get("answer") or {}).get("text") or "" for c in await house.box.callbacks()]
    assert any("没有找到这件事" in text for text in answers)
    assert any("🙋" in text for text in buttons(await staff.card()))


async def test_slips_of_staff_do_not_reach_the_resident(house: House) -> None:
    box = house.box
    resident = await consented(house, "别发给我")
    number = await files_a_petition(resident, "小事一件")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    before = (await box.messages(resident.ref))[-1]["message_id"]
    await staff.write("/quue")
    await box.wait_message(DESK, "没有这个命令", thread=staff.thread)
    await staff.write("// 他家情况特殊")
    await box.wait_message(DESK, "已记为内部备注", thread=staff.thread)
    await staff.write("匿名管理员的话", as_chat=True)
    await box.wait_message(DESK, "匿名管理员", thread=staff.thread)
    await box.other("staff-liu", "poll", chat=DESK, thread=staff.thread)
    await box.wait_message(DESK, "这种消息送不出去", thread=staff.thread)
    assert not any("✅" in label for label in buttons(await staff.card())), "nothing was answered, so nothing can end"
    assert await box.idle(quiet_ms=700, timeout_ms=10_000)
    late = [said(m) for m in await box.messages(resident.ref, after=before)]
    assert not any(word in text for text in late for word in ("quue", "特殊", "匿名管理员的话"))


async def test_queue_mine_and_case_find_the_work(house: House) -> None:
    box = house.box
    resident = await consented(house, "排队的人")
    number = await files_a_petition(resident, "排队的事")
    staff = Staff(house, "staff-sun", number)
    await staff.card()
    asked = await box.text("staff-sun", "/queue", chat=DESK)
    listed = await box.wait_message(DESK, "待办", after=asked["message_id"])
    assert number in said(listed)
    await staff.press("🙋")
    await staff.card("孙伟")
    asked = await box.text("staff-sun", "/mine", chat=DESK)
    mine = await box.wait_message(DESK, "您手上", after=asked["message_id"])
    assert number in said(mine)
    asked = await box.text("staff-sun", f"/case {int(number[-6:])}", chat=DESK)
    found = await box.wait_message(DESK, "排队的事", after=asked["message_id"])
    assert number in said(found)
    asked = await box.text("staff-sun", "/case 999999", chat=DESK)
    await box.wait_message(DESK, "没有这个编号", after=asked["message_id"])
    asked = await box.text("staff-sun", "/language en", chat=DESK)
    await box.wait_message(DESK, "I will use this language", after=asked["message_id"])
    asked = await box.text("staff-sun", "/language zh-CN", chat=DESK)
    await box.wait_message(DESK, "以后就用这种语言", after=asked["message_id"])


async def test_staff_files_reach_the_resident_and_a_blocked_one_is_shown(house: House) -> None:
    box = house.box
    resident = await consented(house, "要看文件的人")
    number = await files_a_petition(resident, "请给我文件")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    await box.media(
        "staff-liu", "document", size=500, file_name="答复.pdf", chat=DESK, thread=staff.thread, caption="见附件"
    )
    got = await box.wait_message(resident.ref, lambda m: "document" in m)
    assert "见附件" in said(got)
    assert number in said(got)
    await box.media("staff-liu", "voice", size=500, chat=DESK, thread=staff.thread)
    await box.wait_message(resident.ref, lambda m: "voice" in m)
    await box.block(resident.ref)
    await staff.write("您还在吗")
    await box.wait_message(DESK, "没有送到", thread=staff.thread)
    await staff.card("联系不上")


async def test_deleted_topic_is_made_again_and_nothing_sent_into_the_void(house: House) -> None:
    box = house.box
    resident = await consented(house, "话题没了")
    number = await files_a_petition(resident, "话题会被删")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    old = staff.thread
    await box.topic_delete("staff-liu", DESK, old)
    receipt = await box.wait_message(resident.ref, "🧾")
    await resident.write("还有人吗", "已补充到", reply_to=receipt["message_id"])
    again = await box.wait_message(DESK, "还有人吗")
    assert again["message_thread_id"] != old


async def test_edits_travel_both_ways_with_a_pencil(house: House) -> None:
    person = await consented(house, "爱改的人")
    first = await house.box.text(person.ref, "先说一句写错的")
    person.seen = first["message_id"]
    await person.look("要怎么办")
    await house.box.edit(person.ref, first, text="先说一句写对的")
    assert "“先说一句写对的”" in said(await person.look("按您改的记下了"))
    for typed in ("1", "1", "1", "1"):
        await person.write(typed)
    staff = Staff(house, "staff-liu", number_in(said(await person.look("🧾"))))
    await staff.card("先说一句写对的")

    await house.box.edit(person.ref, first, text="先说一句又改的")
    await house.box.wait_message(DESK, "✏️ 先说一句又改的", thread=staff.thread)

    reply = await staff.write("明天9点来修")
    await person.look("明天9点")
    await house.kill()
    await house.box.edit("staff-liu", reply, text="明天10点来修", chat=DESK)
    await house.start()
    assert "明天10点来修" in said(await person.look("✏️ 明天"))
