"""What a message contains is read once, the same way everywhere."""

from typing import Any

import pytest
from aiogram.types import Message

from core.petitions.model import FileKind
from dialogs.incoming import read_message
from tests.dialog_rig import DATE, Person

pytestmark = pytest.mark.unit

FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 7}
SIZE = {"width": 1, "height": 1}


def a_message(**content: Any) -> Message:
    return Message.model_validate({"message_id": 1, "date": DATE, "chat": {"id": 1, "type": "private"}, **content})


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [
        ({"photo": [{**FILE, **SIZE, "file_id": "small"}, {**FILE, **SIZE}]}, FileKind.PHOTO, ""),
        ({"voice": {**FILE, "duration": 1}}, FileKind.VOICE, ""),
        ({"video": {**FILE, **SIZE, "duration": 1, "file_name": "a.mp4"}}, FileKind.VIDEO, "a.mp4"),
        ({"video_note": {**FILE, "length": 1, "duration": 1}}, FileKind.VIDEO_NOTE, ""),
        ({"audio": {**FILE, "duration": 1, "file_name": "a.mp3"}}, FileKind.AUDIO, "a.mp3"),
        ({"document": {**FILE, "file_name": "a.pdf"}}, FileKind.DOCUMENT, "a.pdf"),
    ],
)
def test_each_kind_of_file_is_read_with_its_caption(content: dict[str, Any], kind: FileKind, name: str) -> None:
    incoming = read_message(a_message(caption="看这里", **content))

    (file,) = incoming.files
    assert (file.kind, file.file_id, file.name, file.size) == (kind, "f", name, 7)
    assert incoming.text == "看这里"
    assert not incoming.is_plain
    assert not incoming.unreadable


def test_words_are_plain() -> None:
    incoming = read_message(a_message(text="楼道灯坏了"))

    assert (incoming.text, incoming.is_plain, incoming.files) == ("楼道灯坏了", True, ())


def test_addresses_behind_words_are_written_out() -> None:
    def link(offset: int, length: int, url: str) -> dict[str, Any]:
        return {"type": "text_link", "offset": offset, "length": length, "url": url}

    links = [link(3, 2, "https://a.cn/1"), link(6, 2, "https://b.cn/")]
    bold = {"type": "bold", "offset": 0, "length": 2}
    said = read_message(a_message(text="😀看这里，那里", entities=[bold, *links]))
    photo = read_message(
        a_message(photo=[{**FILE, **SIZE}], caption="https://c.cn", caption_entities=[link(0, 12, "https://c.cn")])
    )

    assert said.text == "😀看这里 (https://a.cn/1)，那里 (https://b.cn/)"
    assert photo.text == "https://c.cn"


def test_a_position_may_have_a_name() -> None:
    place = {"latitude": 39.9, "longitude": 116.4}
    bare = read_message(a_message(location=place))
    named = read_message(a_message(location=place, venue={"location": place, "title": "北门", "address": "幸福路1号"}))

    assert (bare.text, bare.latitude, bare.longitude) == ("", 39.9, 116.4)
    assert named.text == "北门 幸福路1号"
    assert not named.is_plain


@pytest.mark.parametrize(
    "content", [{}, {"contact": {"phone_number": "1", "first_name": "x"}}, {"dice": {"emoji": "🎲", "value": 1}}]
)
def test_everything_else_is_unreadable(content: dict[str, Any]) -> None:
    assert read_message(a_message(**content)).unreadable


async def test_nothing_to_see_is_no_petition(wang: Person) -> None:
    """Outside a dialog it once was answered by silence."""
    await wang.says("\u3164")

    assert wang.shown.count("没有内容") == 1
    assert wang.draft is None


async def test_too_many_files_are_said_and_ten_are_kept(wang: Person) -> None:
    for text in ("/petition", "1"):
        await wang.says(text)
    for n in range(11):
        await wang.says(voice={**FILE, "file_id": f"v{n}", "duration": 1})

    assert "最多 10 个文件" in wang.shown
    assert wang.draft is not None
    assert [file.file_id for file in wang.draft.files] == [f"v{n}" for n in range(10)]
