"""The whole story, over real HTTP, in every language and on both databases: from a resident to staff and back."""

import re

import pytest

from tests.e2e import news
from tests.e2e.desk import Staff
from tests.e2e.house import House
from tests.e2e.people import newcomer, number_in, said
from tests.sandbox_client import buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True, scope="module"),
]

LANGUAGES = {
    "zh-hans": {
        "name": "简体中文",
        "agree": "同意",
        "abroad": "境外",
        "menu": "为您服务",
        "report": "反映",
        "kind": "投诉",
        "done": "写完了",
        "noted": "已记下",
        "preview": "请看一遍",
        "confirm": "确认提交",
        "sent": "收到了",
        "receipt": "回执",
        "accepted": "已受理",
        "asked": "需要您补充",
        "added": "已补充到",
        "answered": "办理答复",
        "closed": "已办结",
        "you": "您：",
    },
    "zh-hant": {
        "name": "繁體中文",
        "agree": "同意",
        "abroad": "境外",
        "menu": "為您服務",
        "report": "反映",
        "kind": "投訴",
        "done": "寫完了",
        "noted": "已記下",
        "preview": "請看一遍",
        "confirm": "確認提交",
        "sent": "收到了",
        "receipt": "回執",
        "accepted": "已受理",
        "asked": "需要您補充",
        "added": "已補充到",
        "answered": "辦理答覆",
        "closed": "已辦結",
        "you": "您：",
    },
    "en": {
        "name": "English",
        "agree": "I agree",
        "abroad": "servers abroad",
        "menu": "at your service",
        "report": "Report",
        "kind": "Complaint",
        "done": "That's all",
        "noted": "So far",
        "preview": "Is this right",
        "confirm": "Confirm",
        "sent": "Received",
        "receipt": "Receipt",
        "accepted": "is accepted",
        "asked": "needs something from you",
        "added": "Added to",
        "answered": "Answer to",
        "closed": "is closed",
        "you": "You:",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whole_story(house: House, language: str) -> None:  # noqa: PLR0915 - a story is told in one go
    say = LANGUAGES[language]
    box = house.box
    resident = await newcomer(house, f"王秀英 <b>&{language}", language)

    await resident.start()
    await resident.press(say["name"])
    await resident.press(say["agree"], say["abroad"])
    await resident.press(say["agree"], say["menu"])
    await resident.press(say["report"], "110")
    await resident.press(say["kind"])
    await resident.write("楼道的灯坏了 <script>", say["noted"])
    await resident.write("已经一个星期了 🙏🏽", say["noted"])
    photo = await box.media(resident.ref, "photo", size=2000, caption="这是照片")
    resident.seen = photo["message_id"]
    await resident.look(say["noted"])
    await resident.press(say["done"], "📎")
    place = await box.location(resident.ref, 39.9, 116.4)
    resident.seen = place["message_id"]
    preview = await resident.look(say["preview"])
    assert "楼道的灯坏了 <script>" in said(preview)
    assert "已经一个星期了 🙏🏽" in said(preview)

    sent = await resident.press(say["confirm"], say["sent"])
    number = re.search(r"XF-\d{4}-\d{6}", said(sent))[0]
    receipt = await resident.look(say["receipt"])
    assert number in said(receipt)

    liu = Staff(house, "staff-liu", number)
    card = await liu.card("楼道的灯坏了 <script>")
    assert liu.thread is not None
    assert "王秀英 <b>&" in said(card)
    await box.wait_message("desk-community", lambda m: "photo" in m, thread=liu.thread)
    await box.wait_message("desk-community", lambda m: "location" in m, thread=liu.thread)

    await liu.press("🙋")
    sun = Staff(house, "staff-sun", number)
    claimed = await liu.card("刘敏")
    assert not any("🙋" in text for text in buttons(claimed))
    answered = await sun.forge(card, _claim_code(card))
    assert "刘敏" in answered
    await resident.look(say["accepted"])

    reply = await liu.write("明天派电工来 <b>好</b>")
    got = await resident.look("明天派电工来 <b>好</b>")
    assert number in said(got)
    assert await liu.reacted(reply)

    await liu.write("//给电工打过电话")
    await box.wait_message("desk-community", lambda m: said(m).startswith("📝"), thread=liu.thread)
    await sun.card()
    await sun.answer_prompt("❓", "请问是几层？")
    asked = await resident.look("请问是几层？")
    assert say["asked"] in said(asked)
    await resident.write("三层", say["added"], reply_to=asked["message_id"])
    assert any("三层" in text for text in await _until_seen(liu, "三层"))

    await liu.answer_prompt("📄", "已修好，依据物业管理条例。")
    answered = await resident.look("已修好")
    assert say["answered"] in said(answered)
    await liu.press("✅")
    await resident.look(say["closed"])

    timeline = await resident.write("/cases")
    assert number in "".join(buttons(timeline))
    shown = await resident.press(number, "三层")
    assert say["you"] in said(shown)
    everything = " ".join(said(message) for message in await box.messages(resident.ref))
    assert "给电工打过电话" not in everything


def _claim_code(card: dict) -> str:
    rows = card["reply_markup"]["inline_keyboard"]
    return next(button["callback_data"] for row in rows for button in row if "🙋" in button["text"])


async def _until_seen(staff: Staff, text: str) -> list[str]:
    await staff.house.box.wait_message(staff.chat, text, thread=staff.thread)
    return await staff.seen()


async def test_what_a_desk_posts_is_reviewed_found_and_asked_about(house: House) -> None:
    number = await news.published(house, "水箱清洗两天，请提前存水", "清洗通知")
    reader = await news.arrived(house, "要存水的人")
    await reader.walk("> /news 水箱 清洗\n? 找到 1 项\nfound.*\n? 提前存水\nitem.ask\n> 哪几栋？\ntext.done place.skip")
    assert number in said(await reader.look("问的是公示"))
    await reader.walk("preview.confirm")
    await Staff(house, "staff-liu", number_in(said(await reader.look("🧾")))).answer_prompt("办理答复", "只有三号楼。")
    await reader.look("只有三号楼")
    await reader.walk(f"> /news {number}\n? 有居民问过\nitem.next\n? 只有三号楼")
