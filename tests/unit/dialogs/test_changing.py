"""At the preview one thing is changed, and then comes the preview again; nothing else is asked once more."""

import pytest

from core.petitions.model import Kind
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.fixture
async def checking(wang: Person) -> Person:
    """A named suggestion, looked at before it is handed in."""
    for text in ("/petition", "2", "种几棵树", "写完了", "北门", "留名"):
        await wang.says(text)
    assert "请看一遍" in wang.shown
    return wang


@pytest.mark.parametrize("change", ["补充或重写", "改地点", "换一类", "改留名"])
async def test_back_leads_to_the_preview_and_changes_nothing(checking: Person, change: str) -> None:
    before = checking.shown
    await checking.presses(change)
    assert checking.shown != before

    await checking.says("返回")

    assert checking.shown == before


async def test_a_text_added_to_is_checked_again(checking: Person) -> None:
    await checking.presses("补充或重写")
    await checking.says("再种几盆花")
    await checking.says("写完了")

    assert "种几棵树\n再种几盆花" in checking.shown
    assert "请看一遍" in checking.shown


@pytest.mark.parametrize(("typed", "shown"), [("南门", "南门"), ("地点不变", "北门")])
async def test_another_place_is_checked_again(checking: Person, typed: str, shown: str) -> None:
    await checking.presses("改地点")
    await checking.says(typed)

    assert shown in checking.shown
    assert "请看一遍" in checking.shown


async def test_another_kind_is_checked_again(rig: DialogRig, checking: Person) -> None:
    await checking.presses("换一类")
    await checking.says("投诉请求")
    assert "请看一遍" in checking.shown
    await checking.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert (case.kind, case.text, case.place.text) == (Kind.COMPLAINT, "种几棵树", "北门")


async def test_after_the_preview_the_steps_follow_each_other_as_before(checking: Person) -> None:
    await checking.presses("改地点")
    await checking.says("返回")

    await checking.says("返回")
    assert "留名" in checking.shown
    await checking.says("返回")
    assert "什么地方" in checking.shown
    await checking.says("返回")
    assert "已记下" in checking.shown
