"""Days in the desk's group: lists that are edited in place, marks, numbers, and days that move or are called off."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.booking.lists import DAYS_ON_A_PAGE, ON_A_PAGE
from core.booking.model import DayState, Reason
from core.booking.places import BookingState
from core.shared.ids import ChatId
from core.shared.text import utf16_len
from tests.booking_rig import Office
from tests.dialog_rig import DATE, DialogRig
from tests.factories.days import TUESDAY, at
from tests.fakes.world import FakeCalendar
from tests.group_rig import LIU

pytestmark = pytest.mark.unit


class Desk:
    """A staff member who looks at one message and presses its buttons."""

    def __init__(self, rig: DialogRig, chat_id: int | None = None) -> None:
        self.rig = rig
        self.chat_id = chat_id or rig.core.desk.chat_id
        rig.session.members.add((self.chat_id, LIU))

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.chat_id, "type": "supergroup", "title": "值班室", "is_forum": True}

    @property
    def shown(self) -> dict[str, Any]:
        mine = {key[1]: kept for key, kept in self.rig.session.messages.items() if key[0] == self.chat_id}
        return {"message_id": max(mine), **mine[max(mine)]}

    @property
    def text(self) -> str:
        return str(self.shown["text"])

    @property
    def buttons(self) -> list[dict[str, str]]:
        return [button for row in self.shown.get("reply_markup", {}).get("inline_keyboard", []) for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    async def says(self, text: str) -> None:
        self.rig.session.ids += 1
        message = {"message_id": self.rig.session.ids, "date": DATE, "chat": self.chat, "text": text}
        await self.rig.handle({"message": {**message, "from": self._from(LIU)}})

    async def presses(self, label: str, user: int = LIU) -> None:
        (button,) = [button for button in self.buttons if label in button["text"]]
        await self.forges(button["callback_data"], user)

    async def forges(self, data: str, user: int = LIU) -> None:
        self.rig.presses += 1
        bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
        message = {**self.shown, "date": DATE, "chat": self.chat, "from": bot}
        press = {"id": f"d{self.rig.presses}", "from": self._from(user), "chat_instance": "i", "data": data}
        await self.rig.handle({"callback_query": {**press, "message": message}})

    def _from(self, user: int) -> dict[str, Any]:
        return {"id": user, "is_bot": False, "first_name": "刘敏"}

    @property
    def answered(self) -> str:
        return self.rig.session.answers[-1]


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def office(rig: DialogRig) -> Office:
    return Office(rig.core)


@pytest.fixture
def desk(rig: DialogRig, office: Office) -> Desk:
    return Desk(rig)


async def test_without_days_it_says_how_to_get_some(rig: DialogRig) -> None:
    desk = Desk(rig)
    await desk.says("/days")
    assert "linli days import" in desk.text


async def test_the_list_of_a_day_is_one_message_that_changes(rig: DialogRig, office: Office, desk: Desk) -> None:
    await office.books(rig.core.wang, topic="想问<b>遗产</b>", shared=True)
    await office.books(rig.core.zhao, 1, topic="不给看的事")
    await desk.says("/days")
    first = desk.shown["message_id"]
    assert desk.labels == ["12月1日（周二） 法律咨询日 2/2 · 可以预约"]
    await desk.presses("法律咨询日")
    assert desk.shown["message_id"] == first
    assert "14:00 王秀英 · 已约" in desk.text
    assert "想问&lt;b&gt;遗产" in desk.text
    assert "不给看的事" not in desk.text
    assert not any("到了" in label or "取号" in label for label in desk.labels)
    office.sets(at(TUESDAY, 14))
    await desk.presses("刷新")
    await desk.presses("1 王秀英 到了")
    await desk.presses("🚫 2")
    assert "14:00 王秀英 · ✅ 到了" in desk.text
    assert "14:30 赵强 · 🚫 没来" in desk.text
    await desk.presses("现场取号")
    assert desk.answered == "🎫 现场 1 号"
    assert desk.text.startswith("🎫 现场 1 号")
    assert "现场取号 1" in desk.text
    await desk.presses("看有哪些日子")
    assert desk.shown["message_id"] == first
    assert "接待日子" in desk.text


async def test_a_day_is_moved_by_date_and_reason_after_a_question(rig: DialogRig, office: Office, desk: Desk) -> None:
    await office.books(rig.core.wang)
    await desk.says("/days")
    await desk.presses("法律咨询日")
    await desk.presses("改期")
    assert "改到哪一天" in desk.text
    await desk.presses("12月3日")
    await desk.presses("场地用不了")
    assert "改到 <b>12月3日（周四）</b>，原因：场地用不了。会通知 1 个人" in desk.text
    assert office.day.held_on == TUESDAY
    await desk.presses("确定，通知大家")
    assert "已改到 12月3日" in desk.answered
    await desk.forges(f"l1:dmv:{office.day_id}.20261203.1.y:0")
    assert desk.answered == ""
    assert "已改到 12月3日（周四），正在通知 1 个人" in desk.text
    assert (office.day.state, office.day.reason) == (DayState.MOVED, Reason.PLACE)
    assert "已改期" in desk.text
    assert office.told(rig.core.wang)[-1] == "booking-day-moved"


async def test_a_day_is_called_off_with_a_reason_after_a_question(rig: DialogRig, office: Office, desk: Desk) -> None:
    booking = await office.books(rig.core.wang)
    await desk.says("/days")
    await desk.presses("法律咨询日")
    await desk.presses("取消这天")
    await desk.presses("返回")
    await desk.presses("取消这天")
    await desk.presses("天气原因")
    await desk.presses("确定，通知大家")
    assert "正在通知 1 个人" in desk.answered
    assert office.now(booking).state is BookingState.CALLED_OFF
    await desk.forges(f"l1:dcl:{office.day_id}.0.y:0")
    assert "已经取消" in desk.answered
    assert not any("改期" in label for label in desk.labels)


@pytest.mark.parametrize(
    "given", ["dmv:{day}.20261341", "dmv:{day}.20261203.9", "dcl:{day}.x", "day:{day}.x", "day:nobody", "arr:nobody"]
)
async def test_what_was_forged_is_refused(rig: DialogRig, office: Office, desk: Desk, given: str) -> None:
    await desk.says("/days")
    await desk.forges(f"l1:{given.format(day=office.day_id)}:0")
    assert "没有找到" in desk.answered
    assert office.day.state is DayState.OPEN


async def test_nobody_from_elsewhere_sees_or_does_anything(rig: DialogRig, office: Office, desk: Desk) -> None:
    await office.books(rig.core.wang, topic="秘密", shared=True)
    other = Desk(rig, rig.core.other_desk.chat_id)
    await other.says("/days")
    assert "没有接待日子" in other.text
    for code in ("day", "dcl", "dmv", "wlk"):
        await other.forges(f"l1:{code}:{office.day_id}:1")
        assert "没有找到这一天" in other.answered
        assert "秘密" not in other.text
    await desk.says("/days")
    await desk.presses("法律咨询日", user=9_999)
    assert "不在这个工作群" in desk.answered
    stranger = Desk(rig, ChatId(-1_009_999))
    await stranger.says("/days")
    assert not [key for key in rig.session.messages if key[0] == -1_009_999]


async def test_many_people_are_shown_page_by_page(rig: DialogRig) -> None:
    office = Office(rig.core)
    slot = office.slots()[0]
    rig.core.tables.slots[slot.id] = type(slot)(**{**{f: getattr(slot, f) for f in slot.__slots__}, "capacity": 40})
    for number in range(ON_A_PAGE + 2):
        await office.books(office.someone(f"第{number}人"))
    desk = Desk(rig)
    office.sets(at(TUESDAY, 12))
    await desk.says("/days")
    await desk.presses("法律咨询日")
    assert len([label for label in desk.labels if "到了" in label]) == ON_A_PAGE
    await desk.presses("下一页")
    assert "16. 14:00 第15人" in desk.text
    await desk.presses("16 第15人 到了")
    await desk.presses("现场取号")
    assert "第15人 · ✅ 到了" in desk.text
    assert "现场取号 1" in desk.text
    await desk.presses("上一页")
    assert "第15人" not in desk.text


async def test_whatever_people_wrote_all_of_it_is_shown_and_fits(rig: DialogRig) -> None:
    office = Office(rig.core, place="位" * 100, specialists=("名" * 60,) * 10, rota=("轮" * 60,), title="题" * 24)
    slot = office.slots()[0]
    rig.core.tables.slots[slot.id] = replace(slot, capacity=40)
    topics = [f"{number:02}{'问' * 498}" for number in range(12)]
    for topic in topics:
        await office.books(office.someone("名" * 64), topic=topic, shared=True)
    await office.books(office.someone("\u202e反着写的\u2067人"), 1)
    desk = Desk(rig)
    office.sets(at(TUESDAY, 12))
    await desk.says("/days")
    await desk.presses("题")
    read = desk.text
    while any("下一页" in label for label in desk.labels):
        assert utf16_len(desk.text) < 4096
        await desk.presses("下一页")
        read += desk.text
    assert all(topic in read for topic in topics)
    assert "14:30 反着写的人 · 已约" in read


async def test_many_days_are_shown_page_by_page(rig: DialogRig) -> None:
    office = Office(rig.core)
    for number in range(DAYS_ON_A_PAGE):
        office.adds(TUESDAY + timedelta(days=number % 5), plan=replace(office.series.plan, title=f"第{number}场"))
    desk = Desk(rig)
    await desk.says("/days")
    assert len(desk.labels) == DAYS_ON_A_PAGE + 1
    await desk.presses("下一页")
    assert len(desk.labels) == 2
    await desk.presses("上一页")
    assert len(desk.labels) == DAYS_ON_A_PAGE + 1
    await desk.forges("l1:dys:99:0")
    assert len(desk.labels) == 2


async def test_a_day_that_turns_out_to_be_a_holiday_is_said(rig: DialogRig, office: Office) -> None:
    desk = Desk(rig)
    await desk.says("/days")
    await desk.presses("法律咨询日")
    assert "这一天不上班" not in desk.text
    holidays = FakeCalendar(TUESDAY)
    rig.core.use = replace(rig.core.use, booking=replace(rig.core.use.booking, calendar=holidays))
    rig.restart()
    await desk.presses("刷新")
    assert "这一天不上班" in desk.text
    await desk.presses("取消这天")
    await desk.presses("节假日")
    await desk.presses("确定")
    assert "这一天不上班" not in desk.text
