"""`/figures` in the group: turned by buttons, files on demand, and only of one's own units."""

from datetime import timedelta

import pytest

from core.people.model import Level
from core.petitions.model import Event, Kind, Stage
from core.shared.ids import ChatId
from tests.dialog_rig import DialogRig
from tests.factories.cases import a_history_row, a_unit
from tests.fakes.world import START
from tests.unit.bot.test_staff_days import Desk
from tests.unit.bot.test_staff_queue import stands

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def desk(rig: DialogRig) -> Desk:
    return Desk(rig)


def received(rig: DialogRig, *years: int) -> None:
    for n, year in enumerate(years):
        at = START.replace(year=year)
        case = stands(rig, n + 1, submitted_at=at, text="电梯 坏了")
        core = rig.core
        core.tables.history.append(a_history_row(case, at=at, unit_id=core.unit.id))
        stages = {"from_stage": Stage.ACCEPTED, "to_stage": Stage.ANSWERED, "actor_kind": "staff", "actor_id": "1"}
        answer = a_history_row(case, event=Event.ANSWER, at=at + timedelta(hours=1), actor_name="刘敏", **stages)
        core.tables.history.append(answer)


async def test_figures_stand_beside_those_of_the_year_before(rig: DialogRig, desk: Desk) -> None:
    received(rig, *[2025] * 3, *[2026] * 2)
    rig.core.clock.move(timedelta(hours=2))
    await desk.says("/figures")
    assert "月度统计" in desk.text
    assert "收到：<b>2</b>（3，−33.3%）" in desk.text
    assert "按自己的承诺答复：<b>100.0%</b>" in desk.text
    assert "匿名" not in desk.text
    await desk.presses("按年")
    assert "年度统计" in desk.text
    assert "匿名：<b>0</b>" in desk.text
    assert "志愿者" in desk.text
    await desk.presses("上一期")
    assert "志愿者" not in desk.text
    assert "收到：<b>3</b>（0，—）" in desk.text
    await desk.presses("下一期")
    assert "下一期" not in " ".join(desk.labels)
    await desk.presses("按季")
    assert "季度统计" in desk.text
    await desk.forges("l1:zfg:nonsense:0")
    assert "月度统计" in desk.text


async def test_many_proposals_that_wait_fit_into_one_message(rig: DialogRig, desk: Desk) -> None:
    for n in range(200):
        case = stands(rig, n + 1, submitted_at=START, kind=Kind.PROPOSAL, mandate="deputy")
        rig.core.tables.history.append(a_history_row(case, at=START, unit_id=rig.core.unit.id))
    await desk.says("/figures")
    assert "还没答复：<b>200</b>" in desk.text
    assert "还有 184 件" in desk.text
    assert len(desk.text) < 4_096


async def test_files_go_by_the_outbox_once_for_a_press(rig: DialogRig, desk: Desk) -> None:
    received(rig, 2026)
    await desk.says("/figures")
    before = len(rig.core.items)
    for label, kind in (("图表", "photo"), ("XLSX", "document"), ("CSV", "document"), ("年度表", "document")):
        await desk.presses(label)
        item = rig.core.items[-1]
        assert item.spec is not None
        assert item.spec.media is not None
        assert item.spec.media.kind == kind
    assert len(rig.core.items) == before + 4
    assert item.spec.media.name == "2026.pdf"


async def test_figures_of_a_quarter_become_a_draft_for_the_board(rig: DialogRig, desk: Desk) -> None:
    received(rig, *[2025] * 3, *[2026] * 2)
    rig.core.clock.move(timedelta(hours=2))
    await desk.says("/figures")
    assert "公开稿" not in " ".join(desk.labels)
    await desk.presses("按年")
    await desk.presses("公开稿")
    (version,) = rig.core.tables.versions.values()
    assert "年度统计" in version.title
    assert "收到：2（去年 3，增减 −33.3%）" in version.words.text
    assert "【集体来信】" in version.words.text
    assert "匿名" not in version.words.text
    assert "刘敏" not in version.words.text


async def test_hot_words_of_the_week(rig: DialogRig, desk: Desk) -> None:
    received(rig, *[2026] * 5)
    rig.core.clock.move(timedelta(hours=2))
    await desk.says("/figures")
    await desk.presses("热词")
    assert "电梯：5 件" in desk.text
    await desk.presses("回到统计")
    rig.core.clock.move(timedelta(days=8))
    await desk.presses("热词")
    assert "没有 5 件以上" in desk.text


async def test_only_ones_own_unit_and_those_below(rig: DialogRig, desk: Desk) -> None:
    core = rig.core
    group = a_unit(parent_id=core.unit.id, level=Level.GROUP, name="第三小组")
    core.tables.units[group.id] = group
    await desk.says("/figures")
    await desk.presses("下面的单位")
    await desk.presses("第三小组")
    assert "第三小组" in desk.text
    await desk.forges(f"l1:zfg:2026.{core.street.id}:0")
    assert "只能看本单位" in desk.answered
    await desk.forges(f"l1:zfg:2027.{core.unit.id}:0")
    assert "还没到" in desk.answered
    above = Desk(rig, int(ChatId(core.other_desk.chat_id)))
    await above.says("/figures")
    await above.presses("下面的单位")
    assert "幸福社区" in " ".join(above.labels)
