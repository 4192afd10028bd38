"""A file taken out so that nobody sees who wrote stays out, though the words it came with are corrected."""

import json
from typing import Any

import pytest

from core.petitions.draft import MAX_UNNAMED_FILE
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

LETTER = {"document": {"file_id": "d", "file_unique_id": "d", "file_name": "王秀英.docx"}}
LARGE = {"document": {"file_id": "b", "file_unique_id": "b", "file_size": MAX_UNNAMED_FILE + 1}}


async def suggests(wang: Person, file: dict[str, Any], caption: str = "") -> int:
    """Write an anonymous suggestion with a file, and return the id of its message."""
    for text in ("/petition", "2", "食堂的事"):
        await wang.says(text)
    message_id = await wang.says(**file, **({"caption": caption} if caption else {}))
    for text in ("写完了", "不填", "匿名"):
        await wang.says(text)
    return message_id


@pytest.mark.parametrize(("file", "button"), [(LETTER, "去掉能认出人的文件"), (LARGE, "去掉收不了的文件")])
@pytest.mark.parametrize("caption", ["菜等坏了", ""])
async def test_a_file_taken_out_does_not_come_back_with_corrected_words(
    rig: DialogRig, wang: Person, file: dict[str, Any], button: str, caption: str
) -> None:
    message_id = await suggests(wang, file, caption)
    await wang.presses(button)
    rig.restart()
    await wang.edits(message_id, caption="菜都坏了", **file)

    assert "没有放回来" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.files) == (["食堂的事", "菜都坏了"], [])
    await wang.presses("确认提交")
    (case,) = rig.core.tables.petitions.values()
    assert case.attachments == ()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (LETTER, "去掉"),
        (LETTER, "去掉能认出人的文件"),
        (LETTER, "Remove telling files"),
        (LARGE, "去掉"),
        (LARGE, "去掉收不了的文件"),
        (LARGE, "去掉它"),
    ],
)
async def test_a_file_is_taken_out_by_the_words_on_the_button_and_in_the_warning(
    wang: Person, file: dict[str, Any], words: str
) -> None:
    await suggests(wang, file)
    await wang.says(words)

    assert "去掉了 1 个文件" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.files) == (["食堂的事"], [])


async def test_a_position_is_taken_out_by_the_words_of_the_warning(wang: Person) -> None:
    for text in ("/petition", "2", "食堂的事", "写完了"):
        await wang.says(text)
    await wang.says(location={"latitude": 30.5, "longitude": 120.9})
    await wang.says("匿名")
    assert "请去掉位置" in wang.shown
    await wang.says("去掉位置")
    await wang.says("去掉地点")

    assert "地点去掉了" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.latitude) == (["食堂的事"], None)


async def test_another_file_in_the_same_message_has_to_be_sent_again(wang: Person) -> None:
    message_id = await suggests(wang, LETTER)
    await wang.presses("去掉能认出人的文件")
    await wang.edits(message_id, **LARGE)
    assert "请另发一遍" in wang.shown
    await wang.says(**LETTER)

    assert wang.draft is not None
    assert [file.file_id for file in wang.draft.files] == ["d"]


async def test_a_file_of_a_message_nobody_knows_stays_out_too(rig: DialogRig, wang: Person) -> None:
    message_id = await suggests(wang, LETTER, "菜等坏了")
    key = f"draft:{wang.telegram_id}"
    old = json.loads(rig.core.tables.state[key])
    del old["files"][0]["said_in"], old["dropped"]
    rig.core.tables.state[key] = json.dumps(old)
    await wang.presses("去掉能认出人的文件")
    await wang.edits(message_id, caption="菜都坏了", **LETTER)

    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.files) == (["食堂的事", "菜都坏了"], [])


async def test_written_anew_nothing_of_before_comes_back(wang: Person) -> None:
    message_id = await suggests(wang, LETTER, "菜等坏了")
    await wang.presses("去掉能认出人的文件")
    await wang.presses("补充或重写")
    await wang.presses("重新写")
    await wang.presses("删掉，重新写")
    await wang.edits(message_id, caption="菜都坏了", **LETTER)

    assert "什么都没有改" in wang.shown
    assert wang.draft is not None
    assert wang.draft.untouched
