"""What was added by code cannot be edited, for nobody knows whose it is; and a position may tell."""

import pytest

from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"


@pytest.mark.parametrize("way", [[], ["我要补充"], ["撤回"]])
async def test_an_edit_is_to_be_sent_again_where_the_case_is_open(rig: DialogRig, wang: Person, way: list[str]) -> None:
    case_id = await rig.core.submitted_anonymously(parts=["种几棵树"])
    await wang.says(CODE)
    message_id = await wang.says("再种几盆花")
    for words in way:
        await wang.says(words)

    await wang.edits(message_id, "再种几盆兰花")

    assert "在这里再发一遍" in wang.shown
    assert [message.text for message in rig.core.messages(case_id)] == ["再种几盆花"]
    if way == []:
        await wang.says("再种几盆兰花")
        assert [message.text for message in rig.core.messages(case_id)] == ["再种几盆花", "再种几盆兰花"]


@pytest.mark.parametrize("forgotten", [False, True])
async def test_without_the_code_it_is_asked_for_first(rig: DialogRig, wang: Person, forgotten: bool) -> None:
    await rig.core.submitted_anonymously(parts=["种几棵树"])
    await wang.says(CODE)
    message_id = await wang.says("再种几盆花")
    if forgotten:
        rig.core.use.codes.forget(wang.telegram_id)
    else:
        await wang.says("离开")

    await wang.edits(message_id, "再种几盆兰花")

    assert "请先打查询码" in wang.shown
    assert "兰花" not in repr(rig.core.tables)


@pytest.mark.parametrize("forgotten", [False, True])
async def test_a_position_is_warned_of(rig: DialogRig, wang: Person, forgotten: bool) -> None:
    await rig.core.submitted_anonymously(parts=["种几棵树"])
    await wang.says(CODE)
    assert "位置如果是您家里" not in wang.shown
    if forgotten:
        rig.core.use.codes.forget(wang.telegram_id)

    await wang.says(location={"latitude": 39.9, "longitude": 116.4})
    if forgotten:
        await wang.says(CODE)

    assert "位置如果是您家里" in wang.shown
