"""Files that outlive Telegram's memory, and messages that are edited: over HTTP, from both sides."""

import hashlib
from typing import Any

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.kinds import Case, content, copies, kept, marks, open_case
from tests.e2e.people import Person, consented, files_a_petition, number_in, said

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
]
LARGE = 20 * 1024 * 1024 + 1


async def test_a_file_outlives_its_id_and_a_restart(house: House) -> None:
    person = await consented(house, "留底的人")
    await person.write("墙裂了，见附件")
    sent = await house.box.media(person.ref, "document", content=b"cracks" * 99, file_name="../a/墙\u202etxt.txt")
    await person.look("1")
    for typed in ("1", "1", "1", "1"):
        await person.write(typed)
    staff = Staff(house, "staff-liu", number_in(said(await person.look("🧾"))))
    await staff.card()
    await house.box.wait_message(DESK, lambda m: "document" in m, thread=staff.thread)
    await kept(house, b"cracks" * 99)

    await house.kill()
    await house.box.forget_file(sent["document"]["file_id"])
    await house.box.topic_delete("staff-liu", DESK, staff.thread or 0)
    await house.start()

    await person.write("又裂大了", reply_to=person.window["message_id"])
    await staff.card()
    again = await house.box.wait_message(DESK, lambda m: "document" in m, thread=staff.thread)
    assert again["document"]["file_name"] == "墙txt.txt"  # no folders, nothing unseen
    assert await content(house, again, "document") == b"cracks" * 99


async def test_of_a_file_over_20_mb_both_sides_are_told_that_there_is_no_copy(house: House, case: Case) -> None:
    size = 20 * 1024 * 1024 + 1
    sent = await house.box.media(case.person.ref, "document", size=size, **case.here)
    await house.box.wait_message(case.person.ref, "超过 20 MB", after=sent["message_id"])
    arrived = await case.at_desk(lambda m: m.get("document", {}).get("file_size") == size)
    assert "超过 20 MB" in said(arrived)
    sent = await house.box.media("staff-liu", "video", size=size, **case.there)
    await case.at_desk("超过 20 MB", after=sent["message_id"])
    assert "超过 20 MB" in said(await case.at_home(lambda m: m.get("video", {}).get("file_size") == size))


async def test_a_file_that_fails_on_its_way_is_fetched_again(house: House, case: Case) -> None:
    await house.box.fault("download", "half_answer")
    await house.box.media(case.person.ref, "document", content=b"torn" * 50_000, **case.here)
    await kept(house, b"torn" * 50_000)
    assert hashlib.sha256(b"torn" * 25_000).hexdigest() not in copies(house)
    assert [fault["hits"] for fault in await house.box.faults()] in ([], [1])


async def test_the_same_file_twice_arrives_twice_and_is_kept_once(house: House, case: Case) -> None:
    before = len(copies(house))
    for caption in ("第一次", "第二次"):
        await house.box.media(case.person.ref, "document", content=b"same" * 100, caption=caption, **case.here)
        assert await content(house, await case.at_desk(caption), "document") == b"same" * 100
    await kept(house, b"same" * 100)
    assert len(copies(house)) == before + 1


@pytest.mark.parametrize("kind", ["voice", "video_note"])
async def test_who_refuses_voices_gets_them_as_documents(house: House, kind: Any) -> None:
    user = await house.box.add_user("不听语音", language_code="zh-hans", no_voices=True)
    person = Person(house, user["id"])
    await person.start()
    for typed in ("1", "1", "1"):
        await person.write(typed)
    staff = Staff(house, "staff-liu", await files_a_petition(person, "语音听不了"))
    await staff.card()
    sent = await house.box.media("staff-liu", kind, size=2_500, chat=DESK, thread=staff.thread)
    arrived = await house.box.wait_message(person.ref, lambda m: "document" in m)
    assert await content(house, arrived, "document") == await content(house, sent, kind)
    assert await staff.reacted(sent)


async def test_a_residents_edits_reach_the_desk(house: House, case: Case) -> None:
    """Text, caption, formatting, another file: each comes again with a pencil, and the earlier version stays."""
    box, person = house.box, case.person.ref
    told = await box.text(person, "下午三点", **case.here)
    await case.at_desk("下午三点")
    await box.edit(person, told, text="下午<b>四</b>点", parse_mode="HTML")
    arrived = await case.at_desk("✏️ 下午四点")
    assert ("bold", "四") in marks(arrived)
    await box.edit(person, told, text="下午五点")
    await box.edit(person, told, text="下午六点")
    await case.at_desk("✏️ 下午六点")
    shown = [said(m).rpartition("\n")[2] for m in await box.messages(DESK, thread=case.staff.thread)]
    assert [line for line in shown if "下午" in line] == [
        "下午三点",
        "✏️ 下午四点",
        "✏️ 下午五点",
        "✏️ 下午六点",
    ]

    sent = await box.media(person, "document", content=b"one", caption="附件", **case.here)
    await case.at_desk("附件")
    await box.edit(person, sent, caption="附件一")
    await case.at_desk("✏️ 附件一")
    await box.edit(person, sent, kind="document", data_base64="dHdvLg==", caption="附件一")
    arrived = await case.at_desk(lambda m: "✏️ 附件一" in said(m) and m["document"]["file_size"] == 4)
    assert await content(house, arrived, "document") == b"two."


async def test_an_edit_of_one_part_of_an_album_is_that_parts(house: House, case: Case) -> None:
    box, person = house.box, case.person.ref
    items = [{"kind": "document", "size": 100 + n, "caption": f"第{n}张"} for n in range(3)]
    parts = await box.album(person, items, **case.here)
    await case.at_desk("第2张")
    await box.edit(person, parts[1], caption="第一张，改")
    arrived = await case.at_desk("✏️ 第一张，改")
    assert arrived["document"]["file_size"] == 101


async def test_an_album_with_a_file_over_20_mb_is_an_album_and_says_so_below_it(house: House, case: Case) -> None:
    items = [{"kind": "document", "size": size} for size in (200, LARGE, 300)]
    await house.box.album(case.person.ref, [{**items[0], "caption": "一大两小"}, *items[1:]], **case.here)
    arrived = await case.album_at_desk("一大两小", 3)
    assert "超过 20 MB" in said(arrived[1])


async def test_a_part_that_is_lost_keeps_no_other_part_back(house: House, case: Case) -> None:
    """Nobody has a file any more that Telegram has forgotten and that was too large for us to keep."""
    items = [{"kind": "document", "size": size, "caption": f"甲{size}"} for size in (201, LARGE + 1, 301)]
    sent = await house.box.album("staff-liu", items, **case.there)
    await house.box.forget_file(sent[1]["document"]["file_id"])
    lost = await case.at_home(f"甲{LARGE + 1}")
    assert "这里有一个文件已经取不到了" in said(lost)
    for size in (201, 301):
        assert (await case.at_home(f"甲{size}"))["document"]["file_size"] == size


async def test_an_album_that_is_told_to_wait_comes_once(house: House, case: Case) -> None:
    await house.box.fault("sendMediaGroup", "status", code=429, retry_after=2)
    await house.box.album(case.person.ref, [{"kind": "photo", "caption": "等一等"}, {"kind": "photo"}], **case.here)
    parts = await case.album_at_desk("等一等", 2)
    await house.box.text(case.person.ref, "就这两张", **case.here)
    await case.at_desk("就这两张")
    again = [m for m in await house.box.messages(DESK) if "等一等" in said(m) and m["from"].get("is_bot")]
    assert [m["message_id"] for m in again] == [parts[0]["message_id"]]


async def test_of_an_album_for_somebody_who_blocked_us_the_desk_hears_once(house: House) -> None:
    case = await open_case(house, "不想再听的人")
    await house.box.block(case.person.ref)
    sent = await house.box.album("staff-liu", [{"kind": "photo"}] * 3, **case.there)
    await case.at_desk("没有送到", after=sent[0]["message_id"])
    await case.staff.card("联系不上")
    await house.box.idle()
    assert len([text for text in await case.staff.seen() if "没有送到" in text]) == 1


async def test_an_edited_part_of_an_album_that_arrived_comes_alone(house: House, case: Case) -> None:
    items = [{"kind": "photo", "size": 500 + n} for n in range(2)]
    sent = await house.box.album("staff-liu", [{**items[0], "caption": "修好的样子"}, items[1]], **case.there)
    await case.album_at_home("修好的样子", 2)
    await house.box.edit("staff-liu", sent[0], caption="修好以后的样子")
    corrected = await case.at_home("✏️ 修好以后的样子")
    assert "media_group_id" not in corrected


async def test_the_desks_edits_reach_the_resident(house: House, case: Case) -> None:
    box = house.box
    told = await box.text("staff-liu", "周一来修", **case.there)
    await case.at_home("周一来修")
    await box.edit("staff-liu", told, text="周<i>二</i>来修", parse_mode="HTML")
    assert ("italic", "二") in marks(await case.at_home("✏️ 周二来修"))
    await box.edit("staff-liu", told, text="//周二来修要加钱")
    await case.at_desk("改以前的那一版已经发给居民了", after=told["message_id"])
    await box.edit("staff-liu", told, text="周三来修")
    await box.text("staff-liu", "就这样", **case.there)
    await case.at_home("就这样")
    everything = " ".join(said(m) for m in await box.messages(case.person.ref))
    assert "加钱" not in everything

    note = await box.text("staff-liu", "//这家难说话", **case.there)
    await case.at_desk("已记为内部备注", after=note["message_id"])
    await box.edit("staff-liu", note, text="这家难说话得很")
    await box.text("staff-liu", "再见", **case.there)
    await case.at_home("再见")
    assert "难说话" not in " ".join(said(m) for m in await box.messages(case.person.ref))


async def test_after_the_end_thanks_arrive_and_edits_are_answered(house: House) -> None:
    case = await open_case(house, "办完的人")
    box = house.box
    told = await box.text(case.person.ref, "补一句", **case.here)
    await case.at_desk("补一句")
    reply = await box.text("staff-liu", "来过了", **case.there)
    await case.at_home("来过了")
    await case.staff.answer_prompt("办理答复", "已修好")
    await case.at_home("已修好")
    await case.staff.press("办结")
    await case.staff.card("已办结")
    await box.text(case.person.ref, "谢谢，辛苦了", **case.here)
    await box.wait_message(case.person.ref, "您的话工作人员看得到，谢谢您")
    await case.at_desk("谢谢，辛苦了")
    await box.edit(case.person.ref, told, text="补两句")
    await box.wait_message(case.person.ref, "已经办结", after=told["message_id"])
    await box.edit("staff-liu", reply, text="来过两次")
    await case.at_desk("已经办结，这条没有送出", after=reply["message_id"])


async def test_deletions_are_told_of_in_the_help_of_both_sides(house: House, case: Case) -> None:
    help_ = await case.person.write("/help", "怎么用")
    assert "删掉消息，我们这边不会知道" in said(help_)
    assert "想更正，就改那条消息" in said(help_)
    sent = await house.box.text("staff-liu", "/help", chat=DESK)
    shown = await house.box.wait_message(DESK, "工作群用法", after=sent["message_id"])
    assert "删除消息，机器人收不到通知" in said(shown)
    assert "要更正，请改那条消息" in said(shown)


async def test_what_answers_nothing_in_a_topic_answers_nothing(house: House, case: Case) -> None:
    """Telegram shows every message of a topic as an answer to the service message that opened it."""
    sent = await house.box.text("staff-liu", "没有回复谁的一句话", **case.there)
    assert "forum_topic_created" in sent["reply_to_message"]
    assert "blockquote" not in str(marks(await case.at_home("没有回复谁的一句话")))
    general = await house.box.text("staff-liu", "中午吃什么", chat=DESK)
    await house.box.idle()
    later = [m for m in await house.box.messages(DESK, after=general["message_id"]) if m["from"].get("is_bot")]
    assert later == []
