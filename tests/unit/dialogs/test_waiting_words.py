"""Words that wait to be told what to become: blank ones are none, and several can be told apart."""

import pytest

from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


async def test_a_blank_message_adds_nothing_to_waiting_words(wang: Person) -> None:
    await wang.says("楼道灯坏了")

    await wang.says("\u3164\u200b ")

    assert "没有内容" in wang.shown
    assert "“楼道灯坏了”" in wang.shown
    assert wang.words is not None
    assert wang.words.parts == ["楼道灯坏了"]


async def test_every_waiting_message_is_shown_and_the_earlier_ones_can_be_thrown_away(
    rig: DialogRig, wang: Person
) -> None:
    for text in ("楼道灯坏了", "<b>垃圾</b>没人清", "想学太极拳"):
        await wang.says(text)
    assert "3 条消息" in wang.shown
    assert "• “楼道灯坏了”\n• “&lt;b&gt;垃圾&lt;/b&gt;没人清”\n• “想学太极拳”" in wang.shown

    await wang.presses("只留最后一条")
    assert "楼道灯坏了" not in wang.shown
    assert not any("只留" in label for label in wang.labels)
    await wang.presses("当作一件新的事")
    await wang.presses("求助服务")
    for text in ("3号楼", "确认"):
        await wang.says(text)

    (case,) = rig.core.tables.petitions.values()
    assert case.text == "想学太极拳"


async def test_many_waiting_messages_still_fit(wang: Person) -> None:
    for number in range(30):
        await wang.says(f"第{number}句：" + "长" * 500)

    assert "更早的 18 条也在" in wang.shown
    assert "第17句" not in wang.shown
    assert "第18句" in wang.shown
    assert "第29句" in wang.shown
    assert len(wang.shown) < 4_096
