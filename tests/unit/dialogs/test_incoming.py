"""What a message contains is read once, the same way everywhere."""

from typing import Any

import pytest
from aiogram.types import Message

from core.petitions.model import FileKind
from core.shared.marks import Mark, Marked
from dialogs.incoming import Incoming, read_message, without_person
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


def test_a_contact_is_a_line() -> None:
    card = {"phone_number": "13800000000", "first_name": "王", "last_name": "师傅", "user_id": 7}

    words = read_message(a_message(contact=card)).words
    assert words == Marked("👤 王 师傅 13800000000", (Mark("contact", 0, 19, "13800000000\t王\t师傅"),))


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        ({"type": "user", "sender_user": {"id": 8, "is_bot": False, "first_name": "老李"}}, "↪️ 老李\n停水"),
        ({"type": "user", "sender_user": {"id": 7, "is_bot": False, "first_name": "我"}}, "停水"),
        ({"type": "hidden_user", "sender_user_name": "某人"}, "↪️ 某人\n停水"),
        ({"type": "hidden_user", "sender_user_name": "我"}, "停水"),
        ({"type": "channel", "chat": {"id": -1, "type": "channel", "title": "水务"}, "message_id": 1}, "↪️ 水务\n停水"),
        ({"type": "chat", "sender_chat": {"id": -1, "type": "supergroup", "title": "楼群"}}, "↪️ 楼群\n停水"),
    ],
)
def test_a_forwarded_message_says_from_whom(origin: dict[str, Any], told: str) -> None:
    """One's own message needs no name, and in an anonymous case must have none."""
    me = {"id": 7, "is_bot": False, "first_name": "我"}
    bold = {"type": "bold", "offset": 0, "length": 2}
    said = read_message(
        a_message(text="停水", entities=[bold], forward_origin={"date": DATE, **origin}, **{"from": me})
    )

    assert said.told.text == told
    assert [said.told.part(mark.start, mark.end).text for mark in said.told.marks] == ["停水"]


def test_a_resident_is_not_told_which_person_a_message_is_from() -> None:
    person = {"type": "hidden_user", "sender_user_name": "某人", "date": DATE}
    channel = {"type": "channel", "chat": {"id": -1, "type": "channel", "title": "水务"}, "message_id": 1, "date": DATE}

    assert without_person(read_message(a_message(text="停水", forward_origin=person))).words.text == "↪️ …\n停水"
    assert without_person(read_message(a_message(text="停水", forward_origin=channel))).words.text == "↪️ 水务\n停水"


def test_what_was_picked_out_of_an_answered_message_stands_above_the_words() -> None:
    def said(quote: str, **more: Any) -> Incoming:
        return read_message(a_message(text="这天不行", quote={"text": quote, "position": 0, **more}))

    picked = said("周二上午", is_manual=True)
    assert picked.words == Marked("周二上午\n这天不行", (Mark("blockquote", 0, 4),))
    assert picked.told == Marked("这天不行")
    assert picked.is_plain
    assert said("周二上午").words == Marked("这天不行")
    assert said("查询码：ABCD-EFGH-JKMN", is_manual=True).words == Marked("这天不行")


def test_a_message_of_another_chat_is_said_with_its_words() -> None:
    origin = {"type": "channel", "chat": {"id": -1, "type": "channel", "title": "水务"}, "message_id": 1, "date": DATE}
    quote = {"text": "明天停水", "position": 0}
    said = read_message(a_message(text="几点？", external_reply={"origin": origin}, quote=quote))

    assert said.told.text == "↪️ 水务\n明天停水\n几点？"


def test_an_album_part_a_gif_and_a_sticker_are_what_they_are() -> None:
    gif = {**FILE, **SIZE, "duration": 1}
    sticker = {**FILE, **SIZE, "type": "regular", "is_animated": True, "is_video": False}
    (moving,) = read_message(a_message(animation=gif, document=FILE)).files
    (drawn,) = read_message(a_message(sticker=sticker)).files

    assert (moving.kind, drawn.kind, drawn.name) == (FileKind.ANIMATION, FileKind.STICKER, "sticker.tgs")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("报告.pdf", "报告.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.doc", "a.doc"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\r\nX: y.txt", "aX_ y.txt"),
        ("长" * 300 + ".docx", "长" * 95 + ".docx"),
        ("...", ""),
    ],
)
def test_names_of_files_lead_nowhere_and_hide_nothing(given: str, kept: str) -> None:
    (file,) = read_message(a_message(document={**FILE, "file_name": given})).files

    assert file.name == kept


@pytest.mark.parametrize("content", [{}, {"dice": {"emoji": "🎲", "value": 1}}])
def test_everything_else_is_unreadable(content: dict[str, Any]) -> None:
    assert read_message(a_message(**content)).unreadable


async def test_nothing_to_see_is_no_petition(wang: Person) -> None:
    """Outside a dialog it once was answered by silence."""
    await wang.says("\u3164")

    assert wang.shown.count("没有内容") == 1
    assert wang.draft is None


async def test_too_many_files_are_said_and_twenty_are_kept(wang: Person) -> None:
    for text in ("/petition", "1"):
        await wang.says(text)
    for n in range(21):
        await wang.says(voice={**FILE, "file_id": f"v{n}", "duration": 1})

    assert "最多 20 个文件" in wang.shown
    assert wang.draft is not None
    assert [file.file_id for file in wang.draft.files] == [f"v{n}" for n in range(20)]


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ({"photo": [{**FILE, **SIZE}]}, FileKind.PHOTO),
        ({"document": {**FILE, "file_name": "a.pdf"}}, FileKind.DOCUMENT),
        ({"voice": {**FILE, "duration": 1}}, FileKind.VOICE),
    ],
)
def test_the_file_of_an_answered_message_of_elsewhere_comes_along(shown: dict[str, Any], kind: FileKind) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "老李"}
    said = read_message(a_message(text="就是这个", external_reply={"origin": origin, **shown}))

    (file,) = said.files
    assert (file.kind, file.file_id, file.said_in) == (kind, "f", 1)
    assert said.words.text == "↪️ 老李\n就是这个"


def test_what_has_a_file_of_its_own_brings_no_other() -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "老李"}
    elsewhere = {"origin": origin, "document": {**FILE, "file_id": "other"}}
    said = read_message(a_message(voice={**FILE, "duration": 1}, external_reply=elsewhere))

    assert [file.file_id for file in said.files] == ["f"]
