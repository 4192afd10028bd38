"""What happens to staff groups: we are put out, demoted, brought back; topics and members change."""

import json
import re

import pytest

from tests.e2e import groups
from tests.e2e.desk import DESK, Staff
from tests.e2e.groups import GROUP, OPERATORS, RIGHTS, STREET, last_id, of_third_group, operators, saying
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, newcomer, said
from tests.sandbox_client import buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
]


async def test_work_goes_on_above_while_we_are_out_and_comes_home_again(house: House) -> None:
    box = house.box
    await operators(house)
    person = await of_third_group(house, "三组的老李")
    zhao = await _answers_once(house, person)
    number, receipt = zhao.number, await box.wait_message(person.ref, "🧾")
    before = await last_id(house, GROUP)

    await box.kick("leader-zhao", GROUP, "bot")
    await house.kill()
    await house.start()

    told = said(await box.wait_message(OPERATORS, "联系不上"))
    assert re.search("幸福三组.*幸福社区", told)
    assert not re.search(r"\d{8,}", told), "a group is called by its unit"
    await box.wait_message(DESK, "幸福三组 的工作群暂时联系不上")
    liu = Staff(house, "staff-liu", number)
    await liu.card("三组水管裂了", button="💬")
    await box.wait_message(DESK, "我先去看看", thread=liu.thread)
    await person.write("水漏到楼下了", "已补充到", reply_to=receipt["message_id"])
    await box.wait_message(DESK, "水漏到楼下了", thread=liu.thread)
    await liu.write("社区派人来了")
    await person.look("社区派人来了")
    second = await files_a_petition(await of_third_group(house, "三组的小王"), "三组门灯不亮")
    await Staff(house, "staff-liu", second).card("三组门灯不亮")
    assert await last_id(house, GROUP) == before

    await box.add_bot("leader-zhao", GROUP)
    await box.wait_message(GROUP, "管理员身份")
    await box.promote("leader-zhao", GROUP, "bot", RIGHTS)

    await box.wait_message(GROUP, "我又能在本群工作了")
    await box.wait_message(OPERATORS, "恢复了")
    await box.wait_message(DESK, "代办的事项已转回去")
    await box.wait_message(GROUP, "水漏到楼下了")
    await box.wait_message(GROUP, "社区派人来了")
    await Staff(house, "leader-zhao", second, chat=GROUP).card("三组门灯不亮", button="🙋")
    await zhao.card("居民 1 · 答 2", button="💬")
    gone = await liu.card("在这里写的话不会发给居民")
    assert buttons(gone) == []
    mine = await liu.write("这句去哪了")
    refused = await box.wait_message(DESK, "已转到别的工作群办理，您的话没有发给居民", after=mine["message_id"])
    assert refused["message_thread_id"] == liu.thread
    await person.write("谢谢大家", "已补充到", reply_to=receipt["message_id"])
    await box.wait_message(GROUP, "谢谢大家")
    await zhao.write("修好了")
    await person.look("修好了")
    assert await box.idle(quiet_ms=700, timeout_ms=20_000)
    await groups.each_word_stands_once(house, second)
    assert not [m for m in await box.messages(person.ref) if "这句去哪了" in said(m)]
    await person.write("/cases", "件事")
    shown = said(await person.press(number, "水漏到楼下了"))
    assert "改由幸福社区的工作群办理" in shown
    assert "改由幸福三组的工作群办理" in shown


async def _answers_once(house: House, person: Person) -> Staff:
    zhao = Staff(house, "leader-zhao", await files_a_petition(person, "三组水管裂了"), chat=GROUP)
    await zhao.card("三组水管裂了")
    await zhao.write("我先去看看")
    await person.look("我先去看看")
    return zhao


async def test_a_case_is_of_whoever_has_it_in_the_desk_that_works_on_it(house: House) -> None:
    box = house.box
    person = await of_third_group(house, "事多的人")
    cases = await groups.whose(house, person)
    seen, in_desk = await last_id(house, GROUP), await last_id(house, DESK)
    await box.demote("leader-zhao", GROUP, "bot")
    above = {name: Staff(house, "staff-liu", case.number) for name, case in cases.items()}
    for name in groups.CARDS:
        await above[name].card("这里还没人接手")
        assert "由您负责" in await above[name].press("🙋")
    await above["五"].card("幸福三组 赵组长 负责", button="🙋")
    await person.look("现在由幸福社区 刘敏")
    await above["二"].answer_prompt("📄", "社区的答复")
    assert "幸福社区 刘敏" in said(await person.look("社区的答复"))
    typing = await above["一"].prompted("📄")

    await box.promote("leader-zhao", GROUP, "bot", RIGHTS)
    back = await box.wait_message(GROUP, "我又能在本群工作了", after=seen)
    waiting = re.search("有 (.+) 件没人接手", said(back))
    assert waiting is not None
    assert int(waiting[1]) == len([line for line in await groups.queue(house) if "还没人接" in line])
    thanks = await box.wait_message(DESK, "您代办的", after=in_desk)
    assert all(cases[name].number in said(thanks) for name in groups.CARDS)
    assert cases["五"].number not in said(thanks)
    await above["一"].write("写到一半", reply_to=typing["message_id"])
    await box.wait_message(DESK, "您的话没有发给居民", after=typing["message_id"])
    for name in groups.CARDS:
        await cases[name].card("还没人接手", button="🙋")
    kept = await cases["五"].card("负责", button="💬")
    assert not any("🙋" in text for text in buttons(kept)), "nobody took it from 赵"
    assert "由您负责" in await cases["二"].press("🙋")
    await person.look("现在由幸福三组 赵组长")
    await person.write("/cases", "件事")
    shown = said(await person.press(cases["二"].number, "换人的事二"))
    assert "幸福社区 刘敏：社区的答复" in shown
    assert "幸福三组 赵组长" not in shown, "of one's own unit the name is enough"
    assert await box.idle(quiet_ms=700, timeout_ms=20_000)


async def test_demoted_is_out_and_where_nobody_stands_in_it_waits(house: House) -> None:
    box = house.box
    await operators(house)
    person = await consented(house, "街道也忙")
    number = await files_a_petition(person, "街道两边的树")
    liu = Staff(house, "staff-liu", number)
    await liu.card("街道两边的树")
    seen = await last_id(house, OPERATORS)
    await box.demote("street-he", STREET, "bot")
    waits = await box.wait_message(OPERATORS, "和平街道 的工作群联系不上", after=seen)
    assert "上级也没有工作群" in said(waits)
    await box.demote("staff-liu", DESK, "bot")
    alone = await box.wait_message(OPERATORS, "幸福社区 的工作群联系不上", after=seen)
    assert "上级也没有工作群" in said(alone)

    await box.promote("street-he", STREET, "bot", RIGHTS)
    he = Staff(house, "street-he", number, chat=STREET)
    await he.card("街道两边的树")
    await he.write("街道来修")
    await person.look("街道来修")

    await box.promote("staff-liu", DESK, "bot", RIGHTS)
    await liu.card("答 1", button="💬")
    await he.card("在这里写的话不会发给居民")
    assert await box.idle(quiet_ms=500, timeout_ms=20_000)
    assert len([m for m in await box.messages(DESK) if number in said(m).split("\n")[0] and "🗓" in said(m)]) <= 1


async def test_a_right_that_hinders_little_moves_no_work(house: House) -> None:
    box = house.box
    await operators(house)
    await box.promote("staff-liu", DESK, "bot", {"can_manage_topics": True, "can_delete_messages": True})
    told = await box.wait_message(OPERATORS, "权限不全了")
    assert "幸福社区" in said(told)
    assert "置顶" in said(told)
    await box.wait_message(DESK, "置顶")
    await box.promote("staff-liu", DESK, "bot", {"can_pin_messages": True, "can_delete_messages": True})
    person = await consented(house, "没话题权限")
    number = await files_a_petition(person, "没有话题也要办")
    liu = Staff(house, "staff-liu", number)
    card = await liu.card("没有话题也要办")
    assert "message_thread_id" not in card
    await liu.write("看到了")
    await person.look("看到了")
    await box.promote("staff-liu", DESK, "bot", RIGHTS)
    assert not await saying(house, STREET, "没有话题也要办")


async def test_who_leaves_loses_authority_at_once_and_who_comes_has_it(house: House) -> None:
    box = house.box
    person = await consented(house, "谁能办")
    number = await files_a_petition(person, "看谁能办")
    gao = Staff(house, "staff-gao", number)
    card = await gao.card(button="🙋")
    asked = await box.text("staff-gao", "/queue", chat=DESK)
    await box.wait_message(DESK, number, after=asked["message_id"])  # known as a member now
    code = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]

    await box.kick("staff-liu", DESK, "staff-gao")
    await box.raw_update(
        {
            "callback_query": {
                "id": "of-one-who-has-left",
                "from": {"id": 1013, "is_bot": False, "first_name": "高某"},
                "chat_instance": "1",
                "data": code,
                "message": card,
            },
        }
    )
    assert await box.idle(quiet_ms=500, timeout_ms=10_000)
    assert any("🙋" in text for text in buttons(await gao.card())), "nobody has taken it"

    await box.add("staff-liu", DESK, "street-he")
    he = Staff(house, "street-he", number)
    assert number in await he.press("🙋")
    await he.card("何主任")
    await box.kick("staff-liu", DESK, "street-he")


async def test_topics_off_and_on_closed_deleted_and_cards_taken_away(house: House) -> None:
    box = house.box
    person = await consented(house, "话题多变")
    number = await files_a_petition(person, "话题变来变去")
    receipt = await box.wait_message(person.ref, "🧾")
    liu = Staff(house, "staff-liu", number)
    card = await liu.card("话题变来变去")
    topic = liu.thread
    assert topic is not None

    await box.topic_close("staff-liu", DESK, topic)
    await person.write("第一句", "已补充到", reply_to=receipt["message_id"])
    await box.wait_message(DESK, "第一句", thread=topic)

    await box.delete_message("staff-liu", card, chat=DESK)
    await person.write("第二句", "已补充到", reply_to=receipt["message_id"])
    await box.wait_message(DESK, "第二句", thread=topic)
    again = await box.wait_message(
        DESK, lambda m: "居民 2" in said(m) and number in said(m), after=card["message_id"], thread=topic
    )
    assert buttons(again)

    await box.set_forum("staff-liu", DESK, is_forum=False)
    await box.text("staff-sun", "话题关了", chat=DESK)
    flat = await files_a_petition(await consented(house, "没话题"), "话题关了以后的事")
    assert "message_thread_id" not in await Staff(house, "staff-liu", flat).card("话题关了以后的事")
    await person.write("第三句", "已补充到", reply_to=receipt["message_id"])
    await box.wait_message(DESK, "第三句")

    await box.set_forum("staff-liu", DESK, is_forum=True)
    await box.text("staff-sun", "话题开了", chat=DESK)
    deep = await files_a_petition(await consented(house, "有话题"), "话题开了以后的事")
    assert "message_thread_id" in await Staff(house, "staff-liu", deep).card("话题开了以后的事")
    await box.topic_delete("staff-liu", DESK, topic)
    await person.write("第四句", "已补充到", reply_to=receipt["message_id"])
    new = await box.wait_message(DESK, "第四句")
    assert new["message_thread_id"] != topic


async def test_a_staff_group_that_becomes_a_supergroup_takes_its_cases_along(house: House) -> None:
    box = house.box
    basic = await box.add_chat("四组小群", ["leader-zhao", "staff-sun"], type="group", slug="fourth")
    place = {"name": "幸福四组", "level": "group", "parent": "幸福社区", "invite": "SIZU"}
    unit = {**place, "office": "", "phone": "", "hours": ""}
    chats = [{"slug": "fourth", "unit": "幸福四组", "purposes": ["desk"]}]
    described, world = house.folder / "fourth.json", house.folder / "world.json"
    described.write_text(json.dumps({"units": [unit], "chats": chats, "roster": []}), encoding="utf-8")
    world.write_text(json.dumps(await box.world()), encoding="utf-8")
    await house.command("seed", str(described), "--chats", str(world))
    person = await newcomer(house, "四组的人")
    await person.start("u_SIZU")
    for typed in ("1", "1", "1"):
        await person.write(typed)
    number = await files_a_petition(person, "四组的井盖")
    zhao = Staff(house, "leader-zhao", number, chat=basic["id"])
    await zhao.card("四组的井盖")

    zhao.chat = await box.migrate("leader-zhao", basic["id"])
    receipt = await box.wait_message(person.ref, "🧾")
    await person.write("井盖还没修", "已补充到", reply_to=receipt["message_id"])
    await box.wait_message(zhao.chat, "井盖还没修")
    await box.media(person.ref, "photo", reply_to=receipt["message_id"])
    await zhao.card("居民 2", button="💬")
    await zhao.write("换了新的")
    await person.look("换了新的")
    assert len(await saying(house, zhao.chat, "井盖还没修")) == 1
    assert not await saying(house, zhao.chat, "/bind"), "it is bound already"

    code = groups.code_in(await house.command("unit", "bind", "幸福四组", "--replace"))
    old, zhao.chat = zhao.chat, (await box.add_chat("四组新群", ["leader-zhao", "staff-sun"]))["id"]
    await box.promote("leader-zhao", zhao.chat, "bot", RIGHTS)
    await box.text("leader-zhao", f"/bind {code}", chat=zhao.chat)
    await box.wait_message(old, "换")
    for words in ("井盖还没修", "换了新的"):
        await box.wait_message(zhao.chat, words)
    await box.wait_message(zhao.chat, lambda m: "photo" in m)
    await zhao.card("赵组长 负责", button="💬")
    assert await box.idle(quiet_ms=700, timeout_ms=20_000)
    for words in ("井盖还没修", "换了新的"):
        assert len(await saying(house, zhao.chat, words)) == 1


async def test_a_basic_group_is_told_that_it_has_to_become_a_supergroup_first(house: House) -> None:
    box = house.box
    basic = (await box.add_chat("老群", ["staff-sun"], type="group", bot="none"))["id"]
    await box.add_bot("staff-sun", basic)
    await box.wait_message(basic, "/bind", viewer="staff-sun")
    await box.text("staff-sun", "/bind AAAA-BBBB", chat=basic)
    await box.wait_message(basic, "普通群", viewer="staff-sun")
