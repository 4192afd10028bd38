"""The queue in the group: pages that turn in place, filters by buttons and words, several cases at once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.petitions.categories import CATEGORIES, Category
from core.petitions.model import Event, Handler, Kind, Petition, Stage
from core.petitions.places import CardPlace
from core.petitions.queue import LAST, Mark, QueueFilter, QueueView, Scope
from core.shared.actions import MAX_BYTES, Action, ActionCode
from tests.dialog_rig import DialogRig
from tests.factories.cases import a_petition, some_promises
from tests.fakes.world import START
from tests.group_rig import LIU
from tests.unit.bot.test_staff_days import Desk

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def desk(rig: DialogRig) -> Desk:
    return Desk(rig)


def stands(rig: DialogRig, number: int, **given: Any) -> Petition:
    """A case at the desk, due the later the higher its number."""
    core = rig.core
    due = some_promises(claim_by=START + timedelta(hours=number), reply_by=START + timedelta(hours=number))
    resident = core.tables.residents[core.wang.resident_id]
    values = {"number": f"XF-2026-{number:06d}", "promises": due, "text": f"第{number}件事", **given}
    petition = a_petition(core.unit, resident, **values)
    core.tables.petitions[petition.id] = petition
    place = CardPlace(petition_id=petition.id, chat_id=core.desk.chat_id, message_id=900 + number)
    core.tables.cards[petition.id, core.desk.chat_id] = place
    return petition


def numbers(desk: Desk) -> list[int]:
    return [int(line.split("XF-2026-")[1][:6]) for line in desk.text.split("\n") if "XF-2026-" in line]


async def test_pages_turn_in_one_message(rig: DialogRig, desk: Desk) -> None:
    for number in range(1, 24):
        stands(rig, number)
    await desk.says("/queue")
    first = desk.shown["message_id"]
    assert "待办 23 件" in desk.text
    assert numbers(desk) == [*range(1, 11)]
    assert "上一页" not in desk.labels
    await desk.presses("下一页")
    await desk.presses("下一页")
    assert (numbers(desk), desk.shown["message_id"]) == ([21, 22, 23], first)
    assert "下一页" not in desk.labels
    await desk.presses("上一页")
    assert numbers(desk) == [*range(11, 21)]


async def test_a_row_leads_to_its_card_and_says_who_and_when(rig: DialogRig, desk: Desk) -> None:
    handler = Handler(user_id=8, name="李<敏>", unit_id=rig.core.unit.id)
    stands(rig, 3, stage=Stage.ACCEPTED, handler=handler, category="environment", text="垃圾 " * 50)
    await desk.says("/queue")

    (row,) = [line for line in desk.text.split("\n") if "XF-" in line]
    inner = str(rig.core.desk.chat_id).removeprefix("-100")
    assert f'<a href="https://t.me/c/{inner}/903"><b>XF-2026-000003</b></a> 投诉请求·环境保护' in row
    assert "李&lt;敏&gt;" in row
    assert row.count("垃圾") < 10


async def test_an_old_page_works_after_a_redeploy_and_whatever_happened_to_its_cases(
    rig: DialogRig, desk: Desk
) -> None:
    cases = [stands(rig, number) for number in range(1, 14)]
    await desk.says("/queue")
    rig.restart()
    for case in cases[:11]:
        rig.core.at_stage(case.id, stage=Stage.CLOSED)
    await desk.presses("下一页")
    assert numbers(desk) == [12, 13]
    for case in cases:
        rig.core.at_stage(case.id, stage=Stage.CLOSED)
    await desk.presses("上一页")
    assert "没有待办" in desk.text


@pytest.mark.parametrize(
    "forged", ["l1:qpg:nonsense:0", "l1:qpg:zzzz:0", "l1:qpg:a--9:0", "l1:qpg:a--0-f-zz:0", "l1:qpg::0"]
)
async def test_a_code_that_is_no_page_leads_to_the_first(rig: DialogRig, desk: Desk, forged: str) -> None:
    stands(rig, 1)
    await desk.says("/queue")
    await desk.forges(forged)
    assert numbers(desk) == [1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("/queue", [1, 2, 3, 4]),
        ("/queue 投诉", [1, 2, 4]),
        ("/queue 求助", [3]),
        ("/queue 环境保护", [2]),
        ("/queue 垃圾", [2]),
        ("/queue overdue", [1]),
        ("/overdue", [1]),
        ("/queue 逾期", [1]),
        ("/queue mine", [3]),
        ("/mine", [3]),
        ("/queue 沒人接", [1, 2, 4]),
        ("/queue ７天", [4]),
        ("/queue 我的 投诉", []),
        ("/queue 投诉 7天", [4]),
    ],
)
async def test_words_narrow_the_queue(rig: DialogRig, desk: Desk, typed: str, found: list[int]) -> None:
    rig.core.categories["垃圾"] = "环境保护"
    me = Handler(user_id=LIU, name="刘敏", unit_id=rig.core.unit.id)
    stands(rig, 1, promises=some_promises(claim_by=START - timedelta(hours=1)))
    stands(rig, 2, category="environment")
    stands(rig, 3, kind=Kind.SERVICE, handler=me, stage=Stage.IN_PROGRESS)
    stands(rig, 4, submitted_at=START - timedelta(days=8))
    await desk.says(typed)
    assert numbers(desk) == found


async def test_a_word_that_is_nothing_of_the_queue_is_told(rig: DialogRig, desk: Desk) -> None:
    stands(rig, 1)
    await desk.says("/queue 张三 投诉")
    texts = [str(kept["text"]) for kept in rig.session.messages.values()]
    assert any("/find 张三" in text for text in texts)
    assert numbers(desk) == [1]


async def test_buttons_narrow_the_queue_and_say_so(rig: DialogRig, desk: Desk) -> None:
    stands(rig, 1, category="trade")
    stands(rig, 2, kind=Kind.SERVICE)
    stands(rig, 3, submitted_at=START - timedelta(days=31))
    await desk.says("/queue")
    await desk.presses("种类")
    await desk.presses("求助服务")
    assert numbers(desk) == [2]
    assert "🔎 全部 · 求助服务 · 不限" in desk.text
    await desk.presses("种类")
    await desk.presses("不限")
    await desk.presses("类别")
    await desk.presses("商贸旅游")
    assert numbers(desk) == [1]
    await desk.presses("过期")
    assert numbers(desk) == []
    await desk.presses("全部")
    await desk.presses("类别")
    await desk.presses("不限")
    await desk.presses("多久")
    await desk.presses("满 30 天")
    assert numbers(desk) == [3]


async def test_only_staff_of_the_desk(rig: DialogRig, desk: Desk) -> None:
    stands(rig, 1)
    await desk.says("/queue")
    before = desk.text
    await desk.presses("我的", user=999)
    assert "不在这个工作群" in desk.answered
    assert desk.text == before


async def test_several_are_chosen_asked_about_and_taken(rig: DialogRig, desk: Desk) -> None:
    cases = [stands(rig, number) for number in range(1, 5)]
    await desk.says("/queue")
    await desk.presses("选几件")
    for number in (1, 2, 3, 2):
        await desk.presses(f"XF-2026-{number:06d}")
    assert [label[0] for label in desk.labels[:4]] == ["☑", "☐", "☑", "☐"]
    assert "已选 2 件" in desk.text
    await rig.core.use.claim(rig.core.chen, cases[2].id)
    await desk.presses("都接手")
    assert "这 <b>2 件</b>都由您接手" in desk.text
    assert rig.core.case(cases[0].id).stage is Stage.SUBMITTED, "asked before"
    await desk.presses("确定")
    assert "已接手 1 件" in desk.text
    assert "XF-2026-000003：慢了一步，陈杰 先接手了" in desk.text
    assert [rig.core.case(case.id).stage for case in cases[:2]] == [Stage.ACCEPTED, Stage.SUBMITTED]
    assert [row.event for row in rig.core.history(cases[0].id)] == [Event.CLAIM]


async def test_one_is_left_out_when_asked(rig: DialogRig, desk: Desk) -> None:
    cases = [stands(rig, number) for number in range(1, 4)]
    await desk.says("/queue")
    await desk.presses("选几件")
    await desk.presses("000001")
    await desk.presses("000002")
    await desk.presses("都接手")
    await desk.presses("000002")
    await desk.presses("都接手")
    await desk.presses("确定")
    assert [rig.core.case(case.id).handler is not None for case in cases] == [True, False, False]


async def test_closing_all_closes_what_is_answered(rig: DialogRig, desk: Desk) -> None:
    answered, open_ = stands(rig, 1, stage=Stage.ANSWERED), stands(rig, 2)
    await desk.says("/queue")
    await desk.presses("选几件")
    await desk.presses("000001")
    await desk.presses("000002")
    await desk.presses("都办结")
    await desk.presses("确定")
    assert "已办结 1 件。有 1 件没有办结" in desk.text
    assert "XF-2026-000002：还没有给居民办理答复" in desk.text
    assert (rig.core.case(answered.id).stage, rig.core.case(open_.id).stage) == (Stage.CLOSED, Stage.SUBMITTED)


async def test_handlers_are_reminded_in_one_message_each(rig: DialogRig, desk: Desk) -> None:
    chen = Handler(user_id=7002, name="陈杰", unit_id=rig.core.unit.id)
    for number in (1, 2):
        stands(rig, number, stage=Stage.ACCEPTED, handler=chen)
    stands(rig, 3)
    stands(rig, 4, stage=Stage.IN_PROGRESS, handler=replace(chen, user_id=LIU, name="刘敏"))
    stands(rig, 5, stage=Stage.ANSWERED, handler=chen)
    await desk.says("/queue")
    await desk.presses("选几件")
    for number in range(1, 6):
        await desk.presses(f"00000{number}")
    await desk.presses("提醒承办人")
    await desk.presses("确定")
    await rig.repeat()
    assert "已提醒 2 件。有 3 件没有提醒" in desk.text
    for why in ("还没人接手", "就在您自己手上", "只差办结"):
        assert why in desk.text
    (nudge,) = [item for item in rig.core.items if item.spec and item.spec.key == "queue-nudge"]
    assert nudge.spec is not None
    assert (nudge.spec.args["user"], nudge.spec.args["count"], len(nudge.spec.more)) == (7002, 2, 2)


async def test_what_was_closed_meanwhile_or_went_elsewhere_says_why(rig: DialogRig, desk: Desk) -> None:
    gone, closed = stands(rig, 1), stands(rig, 2)
    await desk.says("/queue")
    await desk.presses("选几件")
    await desk.presses("000001")
    await desk.presses("000002")
    await desk.presses("都接手")
    del rig.core.tables.cards[gone.id, rig.core.desk.chat_id]
    rig.core.at_stage(closed.id, stage=Stage.CLOSED)
    await desk.presses("确定")
    assert "已接手 0 件。有 2 件没有接" in desk.text
    assert "XF-2026-000001：" in desk.text
    assert "XF-2026-000002：" in desk.text
    assert rig.core.case(gone.id).handler is None


async def test_nothing_chosen_is_said(rig: DialogRig, desk: Desk) -> None:
    stands(rig, 1)
    await desk.says("/queue")
    await desk.presses("选几件")
    await desk.presses("都接手")
    assert "还没有选" in desk.answered


async def test_a_category_is_put_right_by_a_button(rig: DialogRig, desk: Desk) -> None:
    case = stands(rig, 1)
    await desk.says("/case 1")
    (found,) = [item for item in rig.core.items if item.spec and item.spec.key == "case-found"]
    assert found.spec is not None
    await desk.says("/queue")
    await desk.forges(found.spec.buttons[0][0].action)
    await desk.presses("教育文体")
    assert "教育文体" in desk.answered
    assert rig.core.case(case.id).category == Category.CULTURE
    assert rig.core.case(case.id).version == 2
    (row,) = [row for row in rig.core.tables.audit if row.action == "petition.category"]
    assert (row.actor, row.subject, row.detail) == (str(LIU), case.id, "- > culture")
    card = await rig.core.cards.card(case.id, rig.core.desk.chat_id)
    assert card is not None


async def test_a_category_is_guessed_when_filing(rig: DialogRig) -> None:
    rig.core.categories["垃圾"] = "环境保护"
    guessed = rig.core.case(await rig.core.submitted(parts=["垃圾没人收"]))
    unknown = rig.core.case(await rig.core.submitted(parts=["不知道说什么"]))
    assert (guessed.category, unknown.category) == ("environment", "")


def test_the_longest_code_fits_a_button() -> None:
    wanted = QueueFilter(scope=Scope.OVERDUE, kind=Kind.SERVICE, category=CATEGORIES[-1], age=30)
    view = QueueView(wanted=wanted, mark=Mark(LAST, "XF-2099-999999", back=True))
    assert QueueView.parse(view.pack()) == view
    code = ActionCode(Action.QUEUE_PICK, f"{view.pack()}.99-lfls.1").pack()
    assert len(code.encode()) <= MAX_BYTES
