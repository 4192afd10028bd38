"""Where minutes may count the numbers to call stand first, wherever the words were written."""

import pytest

from tests.booking_rig import Office
from tests.dialog_rig import DialogRig
from tests.door_rig import ROUTER

pytestmark = pytest.mark.unit


async def test_whose_life_is_at_stake_need_not_agree_to_anything_to_see_the_numbers() -> None:
    person = DialogRig(route=ROUTER).person()

    await person.says("我不想活了")

    assert "120" in person.shown
    assert "请选择语言" in person.shown


async def test_nor_need_anything_earlier_be_decided_first() -> None:
    wang = DialogRig(route=ROUTER).resident()
    await wang.says("asdfgh")
    assert "120" not in wang.shown
    await wang.says("我妈晕倒了，快来人")
    assert "120" in wang.shown
    await wang.says("/help")
    await wang.says("我妈晕倒了，快来人")
    assert "急事请先打 110、119 或 120" in wang.shown


async def test_nor_does_a_matter_that_is_being_written_hide_them() -> None:
    rig = DialogRig(route=ROUTER)
    wang = rig.resident()
    await wang.says("/petition")
    for window in ("1", "楼道灯坏了", "写完了"):  # the kind, the words, and then the place is asked for
        await wang.says(window)
        assert "120" not in wang.shown
    await wang.says("着火了，快来救人")
    assert "急事请先打 110、119 或 120" in wang.shown
    await wang.says("我不想活了")
    assert "急事请先打 110、119 或 120" in wang.shown
    assert wang.draft is not None
    assert "我不想活了" in wang.draft.parts


async def test_while_the_words_of_a_matter_are_typed() -> None:
    wang = DialogRig(route=ROUTER).resident()
    for typed in ("/petition", "1", "我妈晕倒了，快来人"):
        await wang.says(typed)
    assert "急事请先打 110、119 或 120" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["我妈晕倒了，快来人"]


async def test_nor_a_case_they_are_added_to() -> None:
    rig = DialogRig(route=ROUTER)
    wang = rig.resident()
    await rig.core.submitted()
    for typed in ("/cases", "1"):
        await wang.says(typed)
    assert "120" not in wang.shown
    await wang.says("我妈晕倒了，快来人")
    assert "急事请先打 110、119 或 120" in wang.shown
    assert "已补充到" in wang.shown


async def test_nor_a_day_that_is_booked() -> None:
    rig = DialogRig(route=ROUTER)
    Office(rig.core)
    wang = rig.resident()
    await wang.says("/book")
    await wang.presses("法律咨询日")
    await wang.presses("14:00")
    await wang.says("我不想活了")
    assert "急事请先打 110、119 或 120" in wang.shown


@pytest.mark.parametrize("cry", ["救命", "救命啊！！", "救命！救命！", "快叫救護車", "SOS"])
async def test_a_cry_that_leads_nowhere_is_one_all_the_same(cry: str) -> None:
    rig = DialogRig(route=ROUTER)
    person = rig.person()
    await person.says(cry)
    assert "120" in person.shown
    for _ in range(3):  # the language, then both questions
        await person.says("1")
    assert "急事请先打 110、119 或 120" in person.shown
    wang = rig.resident()
    await wang.says(cry)
    assert "急事请先打 110、119 或 120" in wang.shown


@pytest.mark.parametrize("text", ["！！！", "消防救护车通道讲座", "谢谢"])
async def test_what_only_speaks_of_help_is_no_cry(text: str) -> None:
    wang = DialogRig(route=ROUTER).resident()
    await wang.says(text)
    assert "急事请先打" not in wang.shown
