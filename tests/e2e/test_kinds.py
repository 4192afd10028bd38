"""Every kind of message, from residents to the desk and back, over HTTP: what arrives is what was sent."""

import asyncio
from typing import Any

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.kinds import Case, content, marks
from tests.e2e.people import consented, names, newcomer, number_in, said

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
]

FORMATTED = (
    "<b>粗体</b> <i>斜<u>下</u></i> <s>删</s> <tg-spoiler>藏</tg-spoiler> <code>x&lt;y</code> "
    '<a href="https://a.cn/1">这里</a> <tg-emoji emoji-id="5368324170671202286">👍</tg-emoji> @someone #漏水'
)
PRE = '<pre><code class="language-python">print(1)</code></pre>'
KINDS = ("photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker")
CAPTIONED = {"photo", "document", "voice", "video", "audio", "animation"}
UNREADABLE_SAID = "请发文字、语音、照片、视频、文件或位置"
UNREADABLE = ("poll", "dice", "checklist", "story", "game", "paid_media")


MADE = {
    ("bold", "粗体"),
    ("italic", "斜下"),
    ("underline", "下"),
    ("strikethrough", "删"),
    ("spoiler", "藏"),
    ("code", "x<y"),
    ("text_link", "这里"),
    ("custom_emoji", "👍"),
    ("mention", "@someone"),
    ("hashtag", "#漏水"),
}


async def test_what_a_resident_formats_arrives_so(house: House, case: Case) -> None:
    await house.box.text(case.person.ref, FORMATTED, parse_mode="HTML", **case.here)
    arrived = await case.at_desk("@someone")
    assert marks(arrived) >= MADE
    assert "https://a.cn/1" in said(arrived)
    await house.box.text(case.person.ref, f"{PRE}\n<blockquote>引文</blockquote>", parse_mode="HTML", **case.here)
    assert ("pre", "print(1)") in marks(await case.at_desk("print(1)"))


async def test_what_the_desk_formats_arrives_so(house: House, case: Case) -> None:
    await house.box.text("staff-liu", FORMATTED, parse_mode="HTML", **case.there)
    assert marks(await case.at_home("@someone")) >= MADE
    quoted = f"{PRE}\n<blockquote>引文</blockquote>完"
    await house.box.text("staff-liu", quoted, parse_mode="HTML", **case.there)
    assert marks(await case.at_home("引文")) >= {("pre", "print(1)"), ("blockquote", "引文")}


async def test_a_petition_keeps_its_formatting_on_its_card(house: House) -> None:
    person = await consented(house, "会加粗的人")
    await person.write("<b>急</b>：一楼漏水", "投诉请求", parse_mode="HTML")
    for typed in ("1", "1", "1"):
        await person.write(typed)
    receipt = await person.look("🧾")
    card = await Staff(house, "staff-liu", number_in(said(receipt))).card("一楼漏水")
    assert ("bold", "急") in marks(card)


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_of_file_goes_both_ways(house: House, case: Case, kind: Any) -> None:
    """As what it is, with its caption formatted, byte by byte."""
    caption = {"caption": f"<b>看</b>{kind}", "parse_mode": "HTML"} if kind in CAPTIONED else {}

    for ref, where, arrival in (
        (case.person.ref, case.here, case.at_desk),
        ("staff-liu", case.there, case.at_home),
    ):
        sent = await house.box.media(ref, kind, size=3_000, **where, **caption)
        arrived = await arrival(lambda m: kind in m)
        assert await content(house, arrived, kind) == await content(house, sent, kind)
        if kind in CAPTIONED:
            assert ("bold", "看") in marks(arrived)
            assert f"看{kind}" in said(arrived)


@pytest.mark.parametrize("form", ["is_animated", "is_video"])
async def test_moving_stickers_arrive(house: House, case: Case, form: str) -> None:
    sent = await house.box.media(case.person.ref, "sticker", **{form: True}, **case.here)
    arrived = await case.at_desk(lambda m: m.get("sticker", {}).get(form))
    assert await content(house, arrived, "sticker") == await content(house, sent, "sticker")


async def test_places_arrive_as_maps(house: House, case: Case) -> None:
    box, person = house.box, case.person.ref
    await box.location(person, 30.5, 104.25, **case.here)
    await box.location(person, 30.6, 104.5, title="东门", address="幸福路 1 号", **case.here)
    assert "东门 幸福路 1 号" in said(await case.at_desk("东门"))
    arrived = await case.at_desk(lambda m: m.get("location", {}).get("latitude") == 30.6)
    assert arrived["location"]["longitude"] == 104.5
    await box.location("staff-liu", 31.5, 105.25, **case.there)
    await case.at_home("🗺 31.5, 105.25")
    await case.at_home(lambda m: m.get("location") == {"latitude": 31.5, "longitude": 105.25})


async def test_a_live_position_counts_once(house: House, case: Case) -> None:
    box = house.box
    for ref, where in ((case.person.ref, case.here), ("staff-liu", case.there)):
        live = await box.location(ref, 20.5, 100.5, live_period=900, **where)
        await box.move(ref, live, 20.75, 100.75)
        await box.move(ref, live, 21, 101)
    await box.text(case.person.ref, "我到了", **case.here)
    await case.at_desk("我到了")
    await box.text("staff-liu", "我也到了", **case.there)
    await case.at_home("我也到了")
    for chat in (case.person.ref, DESK):
        places = [m["location"]["latitude"] for m in await box.messages(chat) if "location" in m]
        mine = [place for place in places if place >= 20 and place < 30]
        assert sorted(mine) == [20.5, 21], (chat, places)  # what was sent has moved on; what arrived has not


async def test_contacts_arrive_without_the_account_behind(house: House, case: Case) -> None:
    other = await newcomer(house, "王师傅")
    await house.box.contact(case.person.ref, of=other.ref, phone_number="+8613900000001", **case.here)
    arrived = await case.at_desk("+8613900000001")
    assert "👤 王师傅 +8613900000001" in said(arrived)
    assert not names(arrived, other.ref)
    card = await case.at_desk(lambda m: "contact" in m and m["from"].get("is_bot"))
    assert card["contact"] == {"phone_number": "+8613900000001", "first_name": "王师傅"}
    await house.box.contact("staff-liu", of="staff-liu", phone_number="+8613900000002", **case.there)
    assert "👤" in said(await case.at_home("+8613900000002"))
    card = await case.at_home(lambda m: m.get("contact", {}).get("phone_number") == "+8613900000002")
    assert "user_id" not in card["contact"]


async def test_forwarded_messages_say_from_whom(house: House, case: Case) -> None:
    """The desk is told who, the resident only that it is from somebody else."""
    other = await newcomer(house, "楼上老李")
    group = await house.box.add_chat("楼栋群", [case.person.ref, other.ref, "staff-liu"], bot="none")
    told = await house.box.text(other.ref, "<b>我家</b>的水管爆了", chat=group["id"], parse_mode="HTML")
    await house.box.forward(case.person.ref, told)
    arrived = await case.at_desk("水管爆了")
    assert "↪️ 楼上老李\n我家的水管爆了" in said(arrived)
    assert ("bold", "我家") in marks(arrived)
    sent = await house.box.act(
        "staff-liu",
        "forward",
        message_id=told["message_id"],
        from_chat=group["id"],
        chat=DESK,
        thread=case.staff.thread,
    )
    assert "forward_origin" in sent["message"]
    assert "↪️ …\n我家的水管爆了" in said(await case.at_home("水管爆了"))


async def test_what_is_picked_out_of_an_answered_message_is_shown_to_the_other_side(house: House, case: Case) -> None:
    await house.box.text("staff-liu", "周二上午或者周三下午来修", **case.there)
    reply = await case.at_home("周三下午")
    await house.box.text(case.person.ref, "这天不在家", reply_to=reply["message_id"], quote="周二上午")
    arrived = await case.at_desk("这天不在家")
    assert "周二上午\n这天不在家" in said(arrived)
    await house.box.text(
        "staff-liu", "那就后一个", chat=DESK, thread=case.staff.thread, reply_to=arrived["message_id"], quote="不在家"
    )
    back = await case.at_home("那就后一个")
    assert ("blockquote", "不在家") in marks(back)


async def test_an_answer_to_another_chat_brings_its_words_along(house: House, case: Case) -> None:
    group = await house.box.add_chat("停水通知群", [case.person.ref, "staff-liu"], bot="none")
    notice = await house.box.text("staff-liu", "明天九点停水", chat=group["id"])
    answers = {"chat": group["id"], "message_id": notice["message_id"], "quote": "九点停水"}
    await house.box.text(case.person.ref, "我这件事也改期吗", answers=answers)
    arrived = await case.at_desk("改期吗")
    assert "九点停水\n我这件事也改期吗" in said(arrived)
    await house.box.text("staff-liu", "一起改", answers=answers, **case.there)
    assert "九点停水\n一起改" in said(await case.at_home("一起改"))


async def test_an_answer_to_another_chat_brings_its_file_along(house: House, case: Case) -> None:
    group = await house.box.add_chat("漏水照片群", [case.person.ref, "staff-liu"], bot="none")
    for ref, where, arrives in (
        (case.person.ref, case.here, case.at_desk),
        ("staff-liu", case.there, case.at_home),
    ):
        told = await house.box.media(ref, "document", size=777, chat=group["id"])
        answers = {"chat": group["id"], "message_id": told["message_id"]}
        await house.box.text(ref, f"就是这份 {ref}", answers=answers, **where)
        arrived = await arrives(f"就是这份 {ref}")
        assert await content(house, arrived, "document") == await content(house, told, "document")


@pytest.mark.parametrize("kind", UNREADABLE)
async def test_what_cannot_be_passed_on_is_answered_with_what_to_do(house: House, case: Case, kind: str) -> None:
    sent = await house.box.other(case.person.ref, kind, **case.here)
    await house.box.wait_message(case.person.ref, UNREADABLE_SAID, after=sent["message_id"])
    sent = await house.box.other("staff-liu", kind, **case.there)
    await case.at_desk(UNREADABLE_SAID, after=sent["message_id"])


async def test_of_a_live_photo_the_picture_goes(house: House, case: Case) -> None:
    seen = (await house.box.messages(DESK))[-1]["message_id"]
    sent = await house.box.other(case.person.ref, "live_photo", **case.here)
    arrived = await case.at_desk(lambda m: "photo" in m, after=seen)
    picture = sent["live_photo"]["photo"][-1]["file_id"]
    assert await content(house, arrived, "photo") == await house.box.file(picture)


def an_album(*kinds: str, caption: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = [{"kind": kind, "size": 2_000 + n} for n, kind in enumerate(kinds)]
    return [items[0] | {"caption": caption}, *items[1:]] if caption else items


ALBUMS = (
    an_album("photo", "video", "photo", caption="看这三张"),
    an_album("document", "document", caption="两份材料"),
    an_album("audio", "audio", caption="两段录音"),
    an_album(*["photo"] * 10, caption="十张"),
)


async def test_albums_go_both_ways_as_albums(house: House, case: Case) -> None:
    """Each with one caption, its files byte by byte and in order; whoever answers a part answers the case."""
    for ref, where, arrives in (
        (case.person.ref, case.here, case.album_at_desk),
        ("staff-liu", case.there, case.album_at_home),
    ):
        sent = [await house.box.album(ref, items, **where) for items in ALBUMS]
        for parts in sent:
            arrived = await arrives(said(parts[0]), len(parts))
            kinds = [next(kind for kind in KINDS if kind in part) for part in parts]
            for kind, part, old in zip(kinds, arrived, parts, strict=True):
                assert await content(house, part, kind) == await content(house, old, kind)
            assert [bool(said(part)) for part in arrived] == [True, *[False] * (len(parts) - 1)]
    answered = (await case.album_at_home("两份材料", 2))[1]
    await house.box.text(case.person.ref, "第二份看不清", reply_to=answered["message_id"])
    await case.at_desk("第二份看不清")


async def test_a_petitions_pictures_stand_in_the_topic_as_an_album(house: House) -> None:
    person = await consented(house, "拍了照的人")
    await person.write("楼顶漏水，见照片", "投诉请求")
    await house.box.album(person.ref, an_album("photo", "video", "photo"))
    await house.box.idle()
    await person.press("写完了", "什么地方")
    await person.press("不填", "请看一遍")
    await person.press("确认提交", "收到了")
    staff = Staff(house, "staff-liu", number_in(said(await person.look("🧾"))))
    card = await staff.card()
    await Case(person, staff, receipt=0, card=card["message_id"]).album_at_desk("", 3)


async def test_an_album_whose_parts_come_late_is_one_all_the_same(house: House, case: Case) -> None:
    for n in range(3):
        await house.box.media(case.person.ref, "photo", caption="" if n else "慢", media_group_id="slow", **case.here)
        await asyncio.sleep(1)  # what the scene is about
    await case.album_at_desk("慢", 3)
