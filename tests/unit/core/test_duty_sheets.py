"""A rota from a sheet: looked at first, taken whole or not at all."""

from datetime import date

import pytest

from core.duty.usecases import ImportRota
from core.duty.usecases.importing import read_plan
from core.shared.errors import AppError
from tests.unit.core.test_duty import CHEN, LI, LIU, a_desk, day, uow

pytestmark = pytest.mark.unit
MONDAY = date(2026, 11, 23)
ROWS = [["日期", "值班人"], ["周一", "刘敏"], ["12月3日", "陈杰", "Li Fang"], ["12月4日", "无"]]


async def test_a_sheet_is_looked_at_and_then_taken_whole() -> None:
    rig = await a_desk()
    plan = await rig.use.duty.plan.look(rig.liu, ROWS)
    assert plan.problems == []
    assert rig.tables.duty_slots == {}
    sheet = await rig.use.duty.plan(rig.liu)
    assert sheet.rota.slots == {"w1": (LIU,), day(3): (CHEN, LI), day(4): ()}
    with pytest.raises(AppError, match="duty-plan-gone"):
        await rig.use.duty.plan(rig.liu)


async def test_everything_that_is_wrong_with_a_sheet_is_said_and_nothing_is_taken() -> None:
    rig = await a_desk()
    rows = [*ROWS, ["某天", "刘敏"], ["周二", "王五"], ["周三", ""], ["12月5日刘敏", "陈杰"]]
    plan = await rig.use.duty.plan.look(rig.liu, rows)
    assert [(each.row, each.what, each.text) for each in plan.problems] == [
        (5, "day", "某天"),
        (6, "person", "王五"),
        (7, "nobody", "周三"),
        (8, "day", "12月5日刘敏"),
    ]
    with pytest.raises(AppError, match="duty-plan-gone"):
        await rig.use.duty.plan(rig.liu)


def test_a_sheet_with_nothing_in_it_is_wrong() -> None:
    assert [each.what for each in read_plan([], [], MONDAY).problems] == ["day"]
    assert [each.what for each in read_plan([["日期", "人"]], [], MONDAY).problems] == ["day"]


async def test_an_operator_imports_for_a_named_desk() -> None:
    rig = await a_desk()
    imports = ImportRota(uow=uow(rig), clock=rig.clock)
    with pytest.raises(AppError, match="duty-no-desk"):
        await imports("", ROWS, preview=False)
    with pytest.raises(AppError, match="unit-unknown"):
        await imports("哪里", ROWS, preview=False)
    await imports("幸福社区", ROWS, preview=True)
    assert rig.tables.duty_slots == {}
    await imports("幸福社区", ROWS, preview=False)
    assert len(rig.tables.duty_slots) == 3
    wrong = await imports("幸福社区", [["周五", "王五"]], preview=False)
    assert wrong.problems
    assert (rig.unit.id, "w5") not in rig.tables.duty_slots
