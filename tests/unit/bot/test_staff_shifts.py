"""`/find`, `/stats` and `/handover` in the group."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Author, Event, Handler, Petition, Stage
from tests.dialog_rig import DialogRig
from tests.factories.cases import a_history_row, a_message
from tests.fakes.world import START
from tests.group_rig import LIU
from tests.unit.bot.test_staff_days import Desk as _Desk
from tests.unit.bot.test_staff_queue import numbers, stands

pytestmark = pytest.mark.unit
CHEN = 7002


class Desk(_Desk):
    """Its messages answer the command, as Telegram tells with every press."""

    asked: str = ""

    async def says(self, text: str) -> None:
        self.asked = text
        await super().says(text)

    @property
    def shown(self) -> dict[str, object]:
        who = {"id": LIU, "is_bot": False, "first_name": "刘敏"}
        answered = {"message_id": 1, "date": 1, "chat": self.chat, "from": who, "text": self.asked}
        return {**super().shown, **({"reply_to_message": answered} if self.asked else {})}


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def desk(rig: DialogRig) -> Desk:
    rig.session.members.add((rig.core.desk.chat_id, CHEN))
    return Desk(rig)


async def test_find_shows_where_the_words_stand_in_bold(rig: DialogRig, desk: Desk) -> None:
    case = stands(rig, 1, text="小区 垃圾 <b>没人收</b>")
    note = a_message(case, author=Author.NOTE, text="问过 物业 了")
    rig.core.tables.messages[note.id] = note
    stands(rig, 2, text="别的")
    await desk.says("/find 垃圾")
    assert "“垃圾”</b> 1 件" in desk.text
    assert "小区 <b>垃圾</b> &lt;b&gt;没人收" in desk.text
    await desk.says("/find 物业")
    assert "📝问过 <b>物业</b> 了" in desk.text
    await desk.says("/find 不存在的话")
    assert "没有找到" in desk.text
    await desk.says("/find")
    assert "请写明" in desk.text


async def test_find_turns_its_pages_and_says_so_when_the_command_is_gone(rig: DialogRig, desk: Desk) -> None:
    for number in range(1, 8):
        stands(rig, number, text="停车 难", submitted_at=START + timedelta(days=number))
    await desk.says("/find 停车")
    assert numbers(desk) == [7, 6, 5, 4, 3]
    await desk.presses("下一页")
    assert numbers(desk) == [2, 1]
    rig.restart()
    await desk.presses("上一页")
    assert numbers(desk) == [7, 6, 5, 4, 3]
    await desk.forges("l1:qfd:9:0")
    assert numbers(desk) == [7, 6, 5, 4, 3]
    desk.asked = ""
    await desk.presses("下一页")
    assert "请重新发一次" in desk.answered


async def test_something_like_it_is_said_to_be_only_like_it(rig: DialogRig, desk: Desk) -> None:
    stands(rig, 1, text="门口的垃圾桶坏了好久")
    await desk.says("/find 垃级桶坏了好久")
    assert "相近的 1 件" in desk.text
    assert "<b>桶坏了好久</b>" in desk.text


def happens(rig: DialogRig, case: Petition, event: Event, hours: float) -> None:
    row = a_history_row(case, event=event, actor_kind="staff", actor_id=str(LIU), at=START + timedelta(hours=hours))
    rig.core.tables.history.append(row)


async def test_stats_say_how_the_desk_stands(rig: DialogRig, desk: Desk) -> None:
    stands(rig, 1)
    done, late = stands(rig, 2, stage=Stage.CLOSED), stands(rig, 3, stage=Stage.ANSWERED)
    for case in (done, late):
        happens(rig, case, Event.CLAIM, 3)
    happens(rig, done, Event.ANSWER, 5)
    happens(rig, done, Event.CLOSE, 6)
    happens(rig, late, Event.ANSWER, 50)
    rig.core.clock.move(timedelta(hours=51))
    await desk.says("/stats")
    assert "现在待办 2 件</b>，没人接 2 件，过期 1 件" in desk.text
    assert "答复 2 · 办结 1" in desk.text
    assert "：1/2，50.0%" in desk.text
    assert "接手（中位数）：0 天 3 小时" in desk.text
    assert "投诉请求：待办 2" in desk.text
    assert "匿名" not in desk.text


async def a_shift(rig: DialogRig) -> list[Petition]:
    me = Handler(user_id=LIU, name="刘敏", unit_id=rig.core.unit.id)
    cases = [stands(rig, number, stage=Stage.IN_PROGRESS, handler=me) for number in (1, 2, 3)]
    note = a_message(cases[0], author=Author.NOTE, text="等物业回话")
    rig.core.tables.messages[note.id] = note
    happens(rig, cases[0], Event.REPLY, 0)
    return cases


def whose(rig: DialogRig, cases: list[Petition]) -> list[int | None]:
    handlers = [rig.core.case(case.id).handler for case in cases]
    return [handler.user_id if handler else None for handler in handlers]


async def test_a_colleague_takes_what_is_handed_over(rig: DialogRig, desk: Desk) -> None:
    cases = await a_shift(rig)
    await desk.says("/handover 张大爷明天来电话")
    for said in ("刘敏 交班", "回复 1 件", "手上 3 件", "等物业回话", "张大爷明天来电话"):
        assert said in desk.text
    await desk.presses("000002")
    await desk.presses("交给同事")
    assert "要把手上 <b>2 件</b>交给一位同事" in desk.text
    assert "张大爷" in desk.text
    assert whose(rig, cases) == [LIU] * 3, "nothing changes hands before somebody accepts"
    await desk.presses("我来接")
    assert "您自己交出来的" in desk.answered
    rig.core.at_stage(cases[2].id, handler=replace(cases[2].handler, user_id=9))
    code = desk.buttons[0]["callback_data"]
    await desk.presses("我来接", CHEN)
    assert "接了 刘敏 的 <b>1 件</b>" in desk.text
    assert "XF-2026-000003：已经不在交班人手上了" in desk.text
    assert whose(rig, cases) == [CHEN, LIU, 9]
    (row,) = [row for row in rig.core.history(cases[0].id) if row.event is Event.TAKE_OVER]
    assert (row.actor_id, row.reason) == (str(CHEN), f"from {LIU}")
    assert "notice-taken-over" in rig.core.said(rig.core.wang.telegram_id)
    rig.session.members.add((rig.core.desk.chat_id, 7003))
    await desk.forges(code, 7003)
    assert "已经有同事接了" in desk.answered


async def test_some_go_back_to_the_queue_when_asked_for_twice(rig: DialogRig, desk: Desk) -> None:
    cases = await a_shift(rig)
    await desk.says("/handover")
    await desk.presses("000001")
    await desk.presses("放回待办")
    assert "这 <b>2 件</b>放回待办" in desk.text
    assert whose(rig, cases) == [LIU] * 3
    await desk.presses("确定")
    assert whose(rig, cases) == [LIU, None, None]
    assert "已放回待办 2 件" in desk.text
    assert [row.reason for row in rig.core.history(cases[1].id) if row.event is Event.HAND_BACK] == ["handover"]


async def test_only_whoever_asked_hands_over(rig: DialogRig, desk: Desk) -> None:
    cases = await a_shift(rig)
    await desk.says("/handover")
    await desk.presses("放回待办", CHEN)
    assert "这是 刘敏 的交接单" in desk.answered
    desk.asked = ""
    await desk.presses("放回待办")
    assert "请重新发一次" in desk.answered
    assert whose(rig, cases) == [LIU] * 3


async def test_a_handover_of_another_desk_is_unknown(rig: DialogRig, desk: Desk) -> None:
    await a_shift(rig)
    await desk.says("/handover")
    await desk.presses("交给同事")
    code = desk.buttons[0]["callback_data"]
    other = Desk(rig, rig.core.other_desk.chat_id)
    await other.says("/queue")
    await other.forges(code)
    assert "没有这份交接" in desk.answered
    await desk.forges("l1:qtk:absent:0", CHEN)
    assert "没有这份交接" in desk.answered


async def test_nothing_ticked_is_nothing_handed_over(rig: DialogRig, desk: Desk) -> None:
    await a_shift(rig)
    await desk.says("/handover")
    for number in ("000001", "000002", "000003"):
        await desk.presses(number)
    for button in ("交给同事", "放回待办"):
        await desk.presses(button)
        assert "还没有选" in desk.answered
