"""A staff group without topics: everything that is said about a case is said in answer to its card, both ways."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.e2e.house import House, open_house
from tests.e2e.kinds import FLAT, Case, content, marks, open_flat_case
from tests.e2e.people import newcomer, said
from tests.sandbox_client import Json

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

FORMATTED = '<b>粗体</b> <i>斜<u>下</u></i> <code>x&lt;y</code> <a href="https://a.cn/1">这里</a> @someone'
MADE = {("bold", "粗体"), ("italic", "斜下"), ("underline", "下"), ("code", "x<y"), ("text_link", "这里")}
KINDS = ("photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker")
CAPTIONED = {"photo", "document", "voice", "video", "audio", "animation"}
FLOOD = 40


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("flat"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def case(house: House) -> Case:
    """The case of the test among another one's words: each finds its own by what is answered."""
    await open_flat_case(house, "另一个人", "别的事")
    return await open_flat_case(house, "种类齐全")


async def newest(house: House) -> int:
    return int((await house.box.messages(FLAT))[-1]["message_id"])


def answers(message: Json, card: int) -> bool:
    return bool(message.get("reply_to_message", {}).get("message_id") == card)


async def test_words_go_both_ways_as_they_were_formatted(house: House, case: Case) -> None:
    await house.box.text(case.person.ref, FORMATTED, parse_mode="HTML", **case.here)
    arrived = await case.at_desk("@someone")
    assert marks(arrived) >= MADE
    assert answers(arrived, case.card)
    assert case.staff.number in said(arrived), "no topic says which case it is"
    sent = await house.box.text("leader-zhao", FORMATTED, parse_mode="HTML", **case.there)
    assert marks(await case.at_home("@someone")) >= MADE
    assert await case.staff.reacted(sent)


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_of_file_goes_both_ways(house: House, case: Case, kind: Any) -> None:
    caption = {"caption": f"<b>看</b>{kind}", "parse_mode": "HTML"} if kind in CAPTIONED else {}
    for ref, where, arrival in (
        (case.person.ref, case.here, case.at_desk),
        ("leader-zhao", case.there, case.at_home),
    ):
        sent = await house.box.media(ref, kind, size=3_000, **where, **caption)
        arrived = await arrival(lambda m: kind in m)
        assert await content(house, arrived, kind) == await content(house, sent, kind)
        if kind in CAPTIONED:
            assert ("bold", "看") in marks(arrived)
        if arrival == case.at_desk:
            assert answers(arrived, case.card)


async def test_an_album_arrives_whole(house: House, case: Case) -> None:
    items = [{"kind": "document", "size": 100 + n, "caption": f"第{n}张"} for n in range(3)]
    await house.box.album(case.person.ref, items, **case.here)
    for n in range(3):
        assert answers(await case.at_desk(f"第{n}张"), case.card)
    await house.box.album("leader-zhao", items, **case.there)
    for n in range(3):
        await case.at_home(f"第{n}张")


async def test_places_and_contacts_arrive(house: House, case: Case) -> None:
    box = house.box
    await box.location(case.person.ref, 30.5, 104.25, **case.here)
    arrived = await case.at_desk(lambda m: m.get("location", {}).get("latitude") == 30.5)
    assert answers(arrived, case.card)
    await box.location("leader-zhao", 31.5, 105.25, **case.there)
    await case.at_home(lambda m: m.get("location", {}).get("latitude") == 31.5)
    await box.contact(case.person.ref, phone_number="+8613900000001", **case.here)
    await case.at_desk("+8613900000001")
    await box.contact("leader-zhao", of="leader-zhao", phone_number="+8613900000002", **case.there)
    await case.at_home("+8613900000002")


async def test_what_is_forwarded_answers_nothing_and_its_writer_is_told(house: House, case: Case) -> None:
    """Telegram lets nobody forward in answer to something: residents have the case open, staff have to reply."""
    box = house.box
    other = await newcomer(house, "楼上老李")
    elsewhere = (await box.add_chat("楼栋群", [case.person.ref, other.ref, "leader-zhao"], bot="none"))["id"]
    told = await box.text(other.ref, "我家的水管爆了", chat=elsewhere)
    await box.text(case.person.ref, "看看这个", **case.here)
    await case.at_desk("看看这个")
    await box.forward(case.person.ref, told)
    assert "↪️ 楼上老李\n我家的水管爆了" in said(await case.at_desk("水管爆了"))

    await case.staff.prompted("💬")
    forwarded = await box.forward("leader-zhao", told, chat=FLAT)
    await case.at_desk("回复", after=forwarded["message_id"])
    await box.text("leader-zhao", "已经去看了", **case.there)
    await case.at_home("已经去看了")
    replies = [said(m) for m in await box.messages(case.person.ref) if said(m).startswith("💬")]
    assert not [text for text in replies if "水管爆了" in text]


async def test_answers_to_whatever_the_case_has_here_reach_its_author(house: House, case: Case) -> None:
    box = house.box
    await box.media(case.person.ref, "document", size=300, file_name="收据.pdf", **case.here)
    shown = await case.at_desk(lambda m: m.get("document", {}).get("file_name") == "收据.pdf")
    await box.text(case.person.ref, "第二件", **case.here)
    added = await case.at_desk("第二件")
    asked = await box.text("leader-zhao", f"/case {case.staff.number}", chat=FLAT)
    found = await case.at_desk(case.staff.number, after=asked["message_id"])
    for n, message in enumerate((shown, added, found)):
        reply = await box.text("leader-zhao", f"看过了{n}", chat=FLAT, reply_to=message["message_id"])
        await case.at_home(f"看过了{n}")
        assert await case.staff.reacted(reply)

    to_myself = await box.text("leader-zhao", "我再想想", chat=FLAT, reply_to=reply["message_id"])
    await case.at_desk("没有发给", after=to_myself["message_id"])
    talk = await box.text("leader-zhao", "吃了吗", chat=FLAT)
    await box.text("staff-liu", "吃了", chat=FLAT, reply_to=talk["message_id"])
    note = await box.text("leader-zhao", "// 他家急", **case.there)
    kept = await case.at_desk("内部备注", after=note["message_id"])
    more = await box.text("leader-zhao", "要快", chat=FLAT, reply_to=kept["message_id"])
    await case.at_desk("内部备注", after=more["message_id"])
    assert await box.idle(quiet_ms=500)
    told = " ".join(said(m) for m in await box.messages(case.person.ref))
    assert not any(words in told for words in ("我再想想", "吃了", "他家急", "要快"))


async def test_edits_travel_both_ways(house: House, case: Case) -> None:
    box = house.box
    told = await box.text(case.person.ref, "下午三点", **case.here)
    await case.at_desk("下午三点")
    await box.edit(case.person.ref, told, text="下午四点")
    arrived = await case.at_desk("✏️ 下午四点")
    assert answers(arrived, case.card)
    reply = await box.text("leader-zhao", "周一来修", chat=FLAT, reply_to=arrived["message_id"])
    await case.at_home("周一来修")
    await box.edit("leader-zhao", reply, text="周二来修")
    await case.at_home("✏️ 周二来修")
    picture = await box.media("leader-zhao", "document", content=b"one", caption="通知", **case.there)
    await case.at_home("通知")
    await box.edit("leader-zhao", picture, kind="document", data_base64="dHdvLg==", caption="新通知")
    arrived = await case.at_home("✏️ 新通知")
    assert await content(house, arrived, "document") == b"two."


async def test_a_deleted_card_is_made_anew_and_what_stood_under_it_still_leads_to_the_case(house: House) -> None:
    box = house.box
    case = await open_flat_case(house, "卡片没了", "会被删的卡片")
    await box.text(case.person.ref, "删以前的话", **case.here)
    before = await case.at_desk("删以前的话")
    await box.delete_message("leader-zhao", case.card, chat=FLAT)
    await box.text(case.person.ref, "删以后的话", **case.here)
    after = await case.at_desk("删以后的话")
    card = await case.staff.card("会被删的卡片")
    assert card["message_id"] != case.card
    assert answers(after, card["message_id"])
    await box.text("leader-zhao", "旧话的答复", chat=FLAT, reply_to=before["message_id"])
    await case.at_home("旧话的答复")
    prompt = await case.staff.prompted("💬")
    assert answers(prompt, card["message_id"])
    await box.text("leader-zhao", "新卡片的答复", chat=FLAT, reply_to=prompt["message_id"])
    await case.at_home("新卡片的答复")

    await box.delete_message("leader-zhao", card, chat=FLAT)
    await box.text("leader-zhao", "// 只有备注", chat=FLAT, reply_to=after["message_id"])
    third = await box.wait_message(FLAT, lambda m: "会被删的卡片" in said(m) and "备注 1" in said(m))
    assert third["message_id"] > card["message_id"]


async def test_a_flood_arrives_whole_in_order_and_under_its_own_card(house: House, case: Case) -> None:
    box = house.box
    flooder = await open_flat_case(house, "手快的人", "灌水的事")
    seen, seen_at_home = await newest(house), (await box.messages(flooder.person.ref))[-1]["message_id"]
    words = [f"灌{n:02}。" for n in range(FLOOD)]
    for text in words:
        await box.text(flooder.person.ref, text, **flooder.here)
    await box.text(case.person.ref, "我只说一句", **case.here)
    assert answers(await case.at_desk("我只说一句"), case.card)
    await flooder.at_desk(words[-1])
    arrived = [m for m in await box.messages(FLAT, after=seen, limit=1_000) if "灌" in said(m)]
    assert all(answers(m, flooder.card) for m in arrived)
    assert [line for m in arrived for line in said(m).split("\n") if line in words] == words
    answered = [
        m for m in await box.messages(flooder.person.ref, after=seen_at_home, limit=1_000) if m["from"]["is_bot"]
    ]
    assert len(answered) <= FLOOD / 2, len(answered)
