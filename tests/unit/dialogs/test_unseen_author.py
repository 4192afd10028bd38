"""Of somebody who has just handed in an anonymous suggestion the store keeps what it keeps of everybody else."""

import pytest

from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


async def confirmed_without_a_name(author: Person) -> None:
    for text in ("/petition", "2", "种几棵树", "1", "北门", "2"):
        await author.says(text)
    await author.presses("确认提交")
    assert "查询码" in author.shown


def kept_of(rig: DialogRig, person: Person) -> list[str]:
    return sorted(key for key in rig.core.tables.state if str(person.telegram_id) in key)


async def test_the_store_does_not_tell_the_author_from_somebody_in_the_menu(rig: DialogRig, wang: Person) -> None:
    other = rig.person()
    for text in ("/start", "1", "同意", "同意", "/cases", "/help"):
        await other.says(text)

    await confirmed_without_a_name(wang)

    assert kept_of(rig, wang) == kept_of(rig, other) == []


async def test_looking_with_a_code_is_not_written_down(rig: DialogRig, wang: Person) -> None:
    await rig.core.submitted_anonymously(parts=["种几棵树"])
    await wang.says("/cases")
    await wang.presses("匿名")
    await wang.says("ABCD-EFGH-JKLM")
    assert "种几棵树" in wang.shown

    assert kept_of(rig, wang) == []


async def test_a_half_written_petition_is_still_there_after_a_restart(rig: DialogRig, wang: Person) -> None:
    for text in ("/petition", "1", "楼道灯坏了"):
        await wang.says(text)

    rig.restart()
    await wang.says("三楼")
    await wang.presses("写完了")

    assert "什么地方" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["楼道灯坏了", "三楼"]


async def test_a_petition_taken_up_from_the_menu_is_still_open_after_a_restart(rig: DialogRig, wang: Person) -> None:
    for text in ("/petition", "1", "楼道灯坏了", "/start"):
        await wang.says(text)
    await wang.presses("接着写")
    assert "请看一遍" in wang.shown

    rig.restart()
    await wang.says("三楼")

    assert "请看一遍" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["楼道灯坏了", "三楼"]


@pytest.mark.parametrize(("label", "shown"), [("接着写", "请看一遍"), ("办得怎么样", "还没有"), ("怎么用", "确认提交")])
async def test_a_menu_of_before_a_restart_still_does_what_it_says(
    rig: DialogRig, wang: Person, label: str, shown: str
) -> None:
    for text in ("/petition", "1", "楼道灯坏了", "/start"):
        await wang.says(text)

    rig.restart()
    await wang.presses(label)

    assert "过期" not in wang.shown
    assert shown in wang.shown


async def test_a_list_of_cases_of_before_a_restart_still_opens_them(rig: DialogRig, wang: Person) -> None:
    await rig.core.submitted()
    await wang.says("/cases")
    rig.restart()

    await wang.presses("XF-2026-000001")

    assert "已提交" in wang.shown
    assert "过期" not in wang.shown
