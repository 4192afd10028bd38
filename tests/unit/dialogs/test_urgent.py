"""Where minutes may count the numbers to call stand first, wherever the words were written."""

import pytest

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
