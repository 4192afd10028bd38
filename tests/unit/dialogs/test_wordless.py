"""What was sent without words is called by its kind, where its words would stand."""

from typing import Any

import pytest

from core.petitions.draft import DraftFile
from core.petitions.model import FileKind
from core.shared.messages import Term
from dialogs.content import brief, on_one_line
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

VOICE: dict[str, Any] = {"voice": {"file_id": "V", "file_unique_id": "u", "duration": 2, "file_size": 10}}


async def test_a_voice_outside_any_window_is_offered_as_one(wang: Person) -> None:
    await wang.says(**VOICE)
    assert "您发来了：\n\n📎 语音 1 段\n" in wang.shown
    assert "“" not in wang.shown

    await wang.presses("先存着")

    assert any("“🎤 语音”" in label for label in wang.labels)


async def test_a_voice_is_a_voice_in_preview_list_and_case(rig: DialogRig, wang: Person) -> None:
    for text in ("/petition", "1"):
        await wang.says(text)
    await wang.says(**VOICE)
    await wang.says("写完了")
    await wang.says("/start")
    assert any("“🎤 语音”" in label for label in wang.labels)
    await wang.presses("接着写")
    assert "🎤 语音" in wang.shown
    await wang.presses("确认提交")

    await wang.says("/cases")
    assert any("XF-2026-000001 📎 附件" in label for label in wang.labels)
    await wang.says("1")
    assert "“🎤 语音”" in wang.shown
    await wang.says(**VOICE)
    assert wang.shown.endswith("<b>您：</b>🎤 语音")
    assert len(rig.core.tables.petitions) == 1


@pytest.mark.parametrize(
    ("text", "kinds", "said"),
    [
        ("漏水\n三天", [FileKind.VOICE], "漏水\n三天"),
        ("\u200b\u3164 ", [FileKind.PHOTO, FileKind.PHOTO], Term("content-photo")),
        ("", [FileKind.PHOTO, FileKind.VOICE], Term("content-files")),
        ("", [], Term("content-files")),
    ],
)
def test_words_go_before_kinds(text: str, kinds: list[FileKind], said: object) -> None:
    files = [DraftFile(kind=kind, file_id="F") for kind in kinds]

    assert brief(text, 50, files) == said
    assert on_one_line(text, 50, files) == (said if isinstance(said, Term) else "漏水 三天")


@pytest.mark.parametrize("typed", ["写完了", "楼道灯坏了"])
async def test_a_picture_alone_before_the_kind_still_asks_for_words(wang: Person, typed: str) -> None:
    await wang.says("/petition")
    await wang.says(photo=[{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}])
    await wang.presses("投诉请求")
    assert "1 个文件" in wang.shown
    assert "接着发" in wang.shown

    await wang.says(typed)

    assert ("什么地方" in wang.shown) is (typed == "写完了")
    assert wang.draft is not None
    assert len(wang.draft.files) == 1
