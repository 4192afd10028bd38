"""A petition half written and another one wanted: nothing that was typed is lost unless its writer says so."""

import pytest

from core.petitions.model import Kind
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.fixture
async def begun(wang: Person) -> Person:
    await wang.says("/petition")
    await wang.presses("投诉请求")
    await wang.says("楼道灯坏了")
    await wang.says("/petition")
    return wang


def parts(person: Person) -> list[str]:
    return person.draft.parts if person.draft else []


async def test_it_is_asked_what_shall_become_of_it(begun: Person) -> None:
    assert "没写完的：“楼道灯坏了”" in begun.shown
    assert begun.labels == ["1. 接着写那一件", "2. 那一件不要了，写新的"]
    assert parts(begun) == ["楼道灯坏了"]


async def test_one_can_go_on(begun: Person) -> None:
    await begun.says("1")

    assert "请看一遍" in begun.shown
    assert parts(begun) == ["楼道灯坏了"]


async def test_a_new_one_is_begun_only_after_one_more_question(begun: Person) -> None:
    await begun.says("2")
    assert "真的不要了吗" in begun.shown
    assert parts(begun) == ["楼道灯坏了"]
    await begun.presses("返回")
    assert "没写完的" in begun.shown
    await begun.says("2")
    await begun.presses("确定不要了")

    assert "哪一类" in begun.shown
    assert parts(begun) == []
    await begun.presses("求助服务")
    await begun.says("扶老人下楼")
    assert begun.draft is not None
    assert (begun.draft.kind, begun.draft.parts) == (Kind.SERVICE, ["扶老人下楼"])


async def test_words_typed_at_the_question_wait_beside_it(begun: Person) -> None:
    await begun.says("其实是井盖的事")

    assert begun.words is not None
    assert begun.words.parts == ["其实是井盖的事"]
    assert parts(begun) == ["楼道灯坏了"]


async def test_words_that_wait_can_become_a_matter_of_their_own(begun: Person) -> None:
    await begun.says("/start")
    await begun.says("井盖坏了")
    await begun.presses("另写一件新的")
    await begun.presses("那一件不要了")
    await begun.presses("确定不要了")

    assert "哪一类" in begun.shown
    assert parts(begun) == ["井盖坏了"]
    assert begun.words is None


async def test_the_question_of_last_month_shows_the_menu(rig: DialogRig, begun: Person) -> None:
    rig.core.tables.state.clear()
    await begun.presses("接着写那一件")

    assert "为您服务" in begun.shown


async def test_back_from_the_text_leads_to_the_preview_one_came_from(wang: Person) -> None:
    await wang.says("/petition")
    await wang.presses("投诉请求")
    await wang.says("楼道灯坏了")
    await wang.presses("写完了")
    await wang.presses("不填")
    await wang.presses("补充或重写内容")
    await wang.presses("重新写")
    await wang.presses("删掉，重新写")
    await wang.presses("返回")
    assert "还差一点" in wang.shown
    await wang.presses("接着写")
    await wang.presses("返回")

    assert "还差一点" in wang.shown
