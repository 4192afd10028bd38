"""A file that cannot be taken without a name keeps back neither the words nor the other files."""

import pytest

from core.petitions.draft import MAX_UNNAMED_FILE
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


def video(file_id: str, size: int) -> dict[str, object]:
    return {"file_id": file_id, "file_unique_id": "u", "width": 9, "height": 9, "duration": 2, "file_size": size}


async def suggests(person: Person, *sizes: int) -> None:
    """As far as the preview of an anonymous suggestion."""
    for text in ("/petition", "2", "种几棵树"):
        await person.says(text)
    for number, size in enumerate(sizes):
        await person.says(video=video(f"V{number}", size))
    for text in ("1", "北门", "2"):
        await person.says(text)


async def test_a_file_too_large_is_said_before_confirming_and_can_be_left_out(rig: DialogRig, wang: Person) -> None:
    rig.core.files.telegram["V1"] = b"small"
    await suggests(wang, MAX_UNNAMED_FILE + 1, 100)
    assert "1 个文件超过 20 MB" in wang.shown

    await wang.presses("去掉收不了的文件（1 个）")
    assert "去掉了 1 个文件" in wang.shown
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert case.anonymous
    assert (case.text, len(case.attachments)) == ("种几棵树", 1)


async def test_a_file_too_large_can_be_filed_under_a_name(rig: DialogRig, wang: Person) -> None:
    await suggests(wang, MAX_UNNAMED_FILE + 1)
    await wang.presses("改留名")
    await wang.says("留名")
    assert "不留名收不了" not in wang.shown
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert [file.file_id for file in case.attachments] == ["V0"]


async def test_confirming_with_a_file_too_large_says_what_to_do_and_keeps_everything(
    rig: DialogRig, wang: Person
) -> None:
    await suggests(wang, MAX_UNNAMED_FILE + 1)

    await wang.presses("确认提交")

    assert rig.core.tables.petitions == {}
    assert "请发小一点的，或者不带它" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["种几棵树"]
    assert len(wang.draft.files) == 1


async def test_a_file_that_turns_out_not_to_be_had_can_be_left_out_too(rig: DialogRig, wang: Person) -> None:
    await suggests(wang, 100)
    assert not any("收不了" in label for label in wang.labels)

    await wang.presses("确认提交")
    await wang.presses("去掉收不了的文件（1 个）")
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert (case.text, case.attachments) == ("种几棵树", ())


async def test_a_named_petition_takes_large_files(rig: DialogRig, wang: Person) -> None:
    for text in ("/petition", "1", "漏水"):
        await wang.says(text)
    await wang.says(video=video("V", MAX_UNNAMED_FILE + 1))
    for text in ("1", "北门"):
        await wang.says(text)

    assert "超过 20 MB，照样送到" in wang.shown
    await wang.presses("确认提交")
    assert len(rig.core.tables.petitions) == 1


@pytest.mark.parametrize("caption", ["就是这里", ""])
async def test_of_an_addition_by_code_the_words_go_in_and_the_file_is_refused(
    rig: DialogRig, wang: Person, caption: str
) -> None:
    case_id = await rig.core.submitted_anonymously()
    rig.core.files.telegram["V"] = bytes(MAX_UNNAMED_FILE + 1)
    await wang.says("ABCD-EFGH-JKLM")

    await wang.says(video=video("V", MAX_UNNAMED_FILE + 1), caption=caption)

    taken = [(message.text, message.attachments) for message in rig.core.messages(case_id)]
    assert taken == ([(caption, ())] if caption else [])
    assert "没有加进去。请发一个小一点的" in wang.shown
    assert ("已补充到" in wang.shown) is bool(caption)
    assert "改为留名" not in wang.shown
