"""The desk's queue over HTTP: pages, filters, several at once, finding, figures, and a shift that is handed over."""

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, said
from tests.sandbox_client import Json, buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True, scope="module"),
]
TEXTS = ("三号楼垃圾没人清", "电梯坏了两天", "路灯不亮", "停车位被占", "水管漏水")


class Asked:
    """A command somebody sent in the group, and the one message that answers it."""

    def __init__(self, house: House, ref: str, shown: Json) -> None:
        self.house, self.ref, self.shown = house, ref, shown

    @classmethod
    async def send(cls, house: House, ref: str, text: str, wanted: str) -> "Asked":
        sent = await house.box.text(ref, text, chat=DESK)
        return cls(house, ref, await house.box.wait_message(DESK, wanted, after=sent["message_id"]))

    async def press(self, label: str, wanted: str = "", ref: str = "") -> str:
        """Press a button; with `wanted`, wait until the message says so. Return what the press was answered with."""
        text = next(text for text in buttons(self.shown) if label in text)
        box, own = self.house.box, self.shown["message_id"]
        answered = await box.press(ref or self.ref, self.shown, text=text, chat=DESK, wait_ms=8000)
        self.shown = await box.wait_message(DESK, lambda m: m["message_id"] == own and wanted in said(m), after=own - 1)
        return (answered["answer"] or {}).get("text") or ""

    async def toggles(self, number: str) -> None:
        """Press a case's box, and wait for it to change."""
        text = next(text for text in buttons(self.shown) if number in text)
        box, own = self.house.box, self.shown["message_id"]
        await box.press(self.ref, self.shown, text=text, chat=DESK, wait_ms=8000)
        other = ("☐" if text[0] == "☑" else "☑") + text[1:]
        self.shown = await box.wait_message(
            DESK, lambda m: m["message_id"] == own and other in buttons(m), after=own - 1
        )


@pytest.fixture(scope="module")
def filed() -> dict[str, str]:
    """Text → number, once the first scene has filed them."""
    return {}


async def files_all(house: House, filed: dict[str, str]) -> Person:
    person = await consented(house, "事情多的人")
    for text in TEXTS:
        filed[text] = await files_a_petition(person, text)
    for n in range(6):
        await files_a_petition(person, f"第{n}件小事")
    await Staff(house, "staff-liu", filed[TEXTS[0]]).card()
    return person


async def test_pages_and_filters_in_one_message(house: House, filed: dict[str, str]) -> None:
    await files_all(house, filed)
    queue = await Asked.send(house, "staff-liu", "/queue", "待办 11 件")
    assert filed[TEXTS[0]] in said(queue.shown)
    assert said(queue.shown).count("XF-") == 10
    await queue.press("下一页", "第5件小事")
    assert said(queue.shown).count("XF-") == 1
    await queue.press("上一页", TEXTS[0])
    await queue.press("过期", "没有待办")
    await queue.press("全部", "待办 11 件")
    await queue.press("种类", "看哪一种")
    await queue.press("意见建议", "没有待办")
    await queue.press("类别", "看哪一类")
    await queue.press("不限", "没有待办")
    await queue.press("多久", "满多少天")
    await queue.press("满 7 天", "没有待办")
    for typed, wanted in (
        ("/queue 投诉", "待办 11 件"),
        ("/queue 没人接", "待办 11 件"),
        ("/queue 垃圾", "🔎"),
        ("/mine", "您手上没有"),
        ("/overdue", "没有待办"),
        ("/queue 哎呀呀", "不是事项的种类"),
    ):
        await Asked.send(house, "staff-liu", typed, wanted)


async def test_several_at_once_and_each_refusal_says_why(house: House, filed: dict[str, str]) -> None:
    queue = await Asked.send(house, "staff-liu", "/queue", "待办")
    first, second, third = (filed[text] for text in TEXTS[:3])
    await queue.press("选几件", "请点要一起办的事项")
    assert "还没有选" in await queue.press("都接手")
    for number in (first, second):
        await queue.toggles(number)
    await queue.press("都接手", "都由您接手")
    await queue.press("确定", "已接手 2 件")
    await queue.press("选几件", "请点要一起办的事项")
    for number in (first, third):
        await queue.toggles(number)
    await queue.press("都办结", "都办结")
    await queue.press("确定", "有 2 件没有办结")
    assert "还没有给居民办理答复" in said(queue.shown)
    staff = Staff(house, "staff-liu", second)
    await staff.card("刘敏")
    await staff.answer_prompt("📄", "电梯今天修好了")
    await staff.card(button="✅")
    colleague = await Asked.send(house, "staff-sun", "/queue", "待办")
    await colleague.press("选几件", "请点要一起办的事项")
    for number in (first, third):
        await colleague.toggles(number)
    await colleague.press("提醒承办人", "提醒这 2 件")
    await colleague.press("确定", "已提醒 1 件")
    assert "没有人可以提醒" in said(colleague.shown)
    await colleague.press("下一页", second)  # answered: after all that is due
    await colleague.press("选几件", "请点要一起办的事项")
    await colleague.toggles(second)
    await colleague.press("提醒承办人", "提醒这 1 件")
    await colleague.press("确定", "只差办结")
    await house.box.wait_message(DESK, "孙伟 提醒您手上的 1 件")
    own = await Asked.send(house, "staff-liu", "/mine", "您手上 2 件")
    await own.press("选几件", "请点要一起办的事项")
    await own.toggles(first)
    await own.press("提醒承办人", "提醒这 1 件")
    await own.press("确定", "就在您自己手上")


async def test_words_are_found_however_they_are_written(house: House, filed: dict[str, str]) -> None:
    number = filed[TEXTS[0]]
    for typed, wanted in (
        ("/find 垃圾", "“垃圾” 1 件"),
        ("/find 三號樓 垃圾", number),
        ("/find 号楼垃圾没", number),
        ("/find 修好了", "💬电梯今天修好了"),
        ("/find 从来没有的事情", "没有找到"),
        ("/find", "请写明"),
    ):
        await Asked.send(house, "staff-liu", typed, wanted)
    found = await Asked.send(house, "staff-liu", "/find 小事", "6 件（第 1/2 页")
    await found.press("下一页", "第 2/2 页")
    assert "请重新发一次" in await Staff(house, "staff-liu", number).forge(found.shown, "l1:qfd:x:0")
    mistyped = number.replace("0", "O").lower() + " 那件"
    await Asked.send(house, "staff-liu", f"/case {mistyped}", TEXTS[0])


async def test_a_category_is_put_right(house: House, filed: dict[str, str]) -> None:
    number = filed[TEXTS[3]]
    found = await Asked.send(house, "staff-liu", f"/case {int(number[-6:])}", TEXTS[3])
    text = next(text for text in buttons(found.shown) if "类别" in text)
    await house.box.press("staff-liu", found.shown, text=text, chat=DESK, wait_ms=8000)
    offered = Asked(house, "staff-liu", await house.box.wait_message(DESK, "属于哪一类"))
    assert "教育文体" in await offered.press("教育文体")
    await Staff(house, "staff-liu", number).card("教育文体")


async def test_a_shift_is_handed_over(house: House, filed: dict[str, str]) -> None:
    figures = await Asked.send(house, "staff-liu", "/stats", "现在待办 11 件")
    assert "本月：新收 11 · 答复 1" in said(figures.shown)
    shift = await Asked.send(house, "staff-liu", "/handover 明天有人来电话", "手上 2 件")
    assert "明天有人来电话" in said(shift.shown)
    assert "这是" in await shift.press("放回待办", ref="staff-sun")
    await shift.toggles(filed[TEXTS[1]])
    await shift.toggles(filed[TEXTS[1]])
    await shift.press("交给同事", "谁接")
    await Asked.send(house, "staff-liu", f"/handback {filed[TEXTS[1]]} 有事", "退回了待办")
    assert "您自己交出来的" in await shift.press("我来接")
    code = shift.shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await shift.press("我来接", "孙伟 接了 刘敏 的 1 件", ref="staff-sun")
    assert "已经不在交班人手上了" in said(shift.shown)
    staff = Staff(house, "staff-gao", filed[TEXTS[0]])
    await staff.card("孙伟")
    assert "已经有同事接了" in await staff.forge(shift.shown, code)
    assert "没有这份交接" in await staff.forge(shift.shown, "l1:qtk:absent:0")
    rest = await Asked.send(house, "staff-sun", "/handover", "手上 1 件")
    await rest.press("放回待办", "放回待办，谁都可以接")
    await rest.press("确定", "已放回待办 1 件")
    for who in ("staff-liu", "staff-sun"):
        await Asked.send(house, who, "/mine", "您手上没有")
