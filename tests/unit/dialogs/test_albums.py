"""An album is one thing to the person who sends it, and gets one window."""

from datetime import timedelta
from typing import Any

import pytest

from core.petitions.model import Kind
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


def photo(number: int, album: str = "g1") -> dict[str, Any]:
    size = {"file_id": f"F{number}", "file_unique_id": f"u{number}", "width": 90, "height": 90, "file_size": 1_000}
    return {"photo": [size], "media_group_id": album}


async def sends_album(person: Person, count: int, album: str = "g1", **content: Any) -> None:
    for number in range(count):
        await person.says(**photo(number, album), **(content if number == 0 else {}))


async def test_an_album_outside_any_window_gets_one_window_and_loses_no_photo(wang: Person) -> None:
    await sends_album(wang, 4, caption="楼道里堆的")

    assert len(wang.windows) == 1
    assert "楼道里堆的”\n📎 照片 4 张\n" in wang.shown
    assert wang.words is not None
    assert [file.file_id for file in wang.words.files] == ["F0", "F1", "F2", "F3"]


async def test_an_album_in_a_petition_gets_one_window(wang: Person) -> None:
    for text in ("/petition", "1", "楼道堆东西"):
        await wang.says(text)
    before = len(wang.windows)

    await sends_album(wang, 3)
    await sends_album(wang, 2, "g2")

    assert len(wang.windows) == before + 2
    assert "5 个文件" in wang.shown
    assert wang.draft is not None
    assert len(wang.draft.files) == 5


async def test_an_album_into_a_case_gets_one_window(rig: DialogRig, wang: Person) -> None:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await wang.says("/cases")
    await wang.says("1")
    before = len(wang.windows)

    await sends_album(wang, 3)

    assert len(wang.windows) == before + 1
    assert "已补充" in wang.shown
    assert sum(len(message.attachments) for message in rig.core.messages(case_id)) == 3


async def test_an_album_is_one_line_of_what_happened(rig: DialogRig, wang: Person) -> None:
    await rig.core.use.submit(rig.core.wang, a_draft())
    await wang.says("/cases")
    await wang.says("1")

    await sends_album(wang, 3, caption="还是黑的")
    assert wang.shown.endswith("<b>您：</b>还是黑的 📎3")

    rig.core.clock.move(timedelta(minutes=2))
    await sends_album(wang, 2, "g2")
    assert wang.shown.endswith("<b>您：</b>🖼 照片 📎2")
    assert wang.shown.count("<b>您：</b>") == 2
    await wang.says(**photo(2, "g2"), caption="在二楼")
    assert wang.shown.endswith("<b>您：</b>在二楼 📎3")
    await wang.says("就是这里")
    assert wang.shown.endswith("<b>您：</b>就是这里")


async def test_an_album_into_an_anonymous_case_is_one_line_too(rig: DialogRig, wang: Person) -> None:
    code = "FGBF-M6RZ-6YV3"
    draft = a_draft(kind=Kind.SUGGESTION, anonymous=True, name_decided=True, code=code)
    await rig.core.use.submit(rig.core.wang, draft)
    await wang.says(code)
    rig.core.files.telegram |= {f"F{number}": b"picture" for number in range(3)}

    await sends_album(wang, 3)

    assert wang.shown.count("<b>您：</b>") == 1
    assert wang.shown.endswith("🖼 照片 📎3")


async def test_what_did_not_fit_is_still_said_after_the_last_part(wang: Person) -> None:
    for text in ("/petition", "1", "长" * 19_999):
        await wang.says(text)

    await sends_album(wang, 3, caption="这一句放不下")

    assert "太长" in wang.shown
    assert "2 个文件" in wang.shown


@pytest.mark.parametrize("begun", [(), ("/petition", "1", "楼道堆东西")])
async def test_whoever_sends_too_many_learns_what_was_left_out(wang: Person, begun: tuple[str, ...]) -> None:
    for text in begun:
        await wang.says(text)
    await sends_album(wang, 10)
    await wang.says(voice={"file_id": "V", "file_unique_id": "v", "duration": 2, "file_size": 10})
    await sends_album(wang, 9, "g2")
    assert "没有加上" not in wang.shown

    await wang.says(voice={"file_id": "V", "file_unique_id": "v", "duration": 2, "file_size": 10})

    assert "没有加上：🎤 语音。" in wang.shown


async def test_what_is_said_of_every_part_is_said_once(wang: Person) -> None:
    for text in ("/petition", "1", "楼道堆东西", "写完了", "不填"):
        await wang.says(text)

    await sends_album(wang, 4)

    assert wang.shown.count("加上了") == 1


async def test_a_single_photo_gets_a_window_below(wang: Person) -> None:
    await sends_album(wang, 2)
    await wang.says(photo=photo(9)["photo"])

    assert len(wang.windows) == 2
    assert "📎 照片 3 张" in wang.shown
