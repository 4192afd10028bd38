"""What begins like a command or a note stays inside, however it is typed."""

import pytest

from bot.handlers.staff_marks import is_command, without_note_mark
from core.petitions.model import Author
from tests.dialog_rig import DATE
from tests.group_rig import Group, a_group

pytestmark = pytest.mark.unit

UNSEEN = ["\u200b", "\u200e", "\u200f", "\u202a", "\u2066", "\u3000", "\u2800", "\ufe0f", "\u3164", "\n \u200f"]
PHOTO = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}


@pytest.fixture
async def group() -> Group:
    return await a_group()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("//他去年来过", "他去年来过"),
        ("／／ 他去年来过", "他去年来过"),
        ("、、他去年来过", "他去年来过"),
        ("\\\\他去年来过", "他去年来过"),
        ("备注：他去年来过", "他去年来过"),
        ("/备注 他去年来过", "他去年来过"),
        ("/内部备注 他去年来过", "他去年来过"),
        ("/note last year", "last year"),
        ("Note: last year", "last year"),
        ("备注栏请填门牌号", "备注栏请填门牌号"),
        ("明天来修", None),
        ("note that we come", None),
        ("/notes", None),
        ("/close", None),
    ],
)
@pytest.mark.parametrize("unseen", ["", *UNSEEN])
def test_a_note_is_known_by_its_mark(text: str, inside: str | None, unseen: str) -> None:
    assert without_note_mark(unseen + text) == inside


@pytest.mark.parametrize("text", ["/close", "／办结", "/ 办结", "、close", "/notes"])
@pytest.mark.parametrize("unseen", ["", *UNSEEN])
def test_a_command_is_known_by_its_stroke(text: str, unseen: str) -> None:
    assert is_command(unseen + text)


@pytest.mark.parametrize("text", ["", "//note", "/备注 好", "明天来修", "、顿号开头", "3/4"])
def test_all_else_is_no_command(text: str) -> None:
    assert not is_command(text)


@pytest.mark.parametrize("caption", ["/close 这人常来", "\u200b/close"])
async def test_a_slip_in_a_command_under_a_photo_stays_inside(group: Group, caption: str) -> None:
    await group.says(caption=caption, **PHOTO, **group.topic())

    assert group.authors == []
    assert "没有这个命令，也没有发给居民" in group.told


async def test_a_note_under_a_photo_may_begin_with_one_stroke(group: Group) -> None:
    await group.says(caption="/备注 他去年也来过", **PHOTO, **group.topic())

    assert group.authors == [(Author.NOTE, "他去年也来过")]


@pytest.mark.parametrize("first", [2_100, 3_900, 4_000])
async def test_the_second_part_of_a_note_that_a_program_has_split_stays_inside(group: Group, first: int) -> None:
    await group.says("//" + "内" * first, **group.topic())
    await group.says("部" * 900, **group.topic())

    assert [author for author, _ in group.authors] == [Author.NOTE, Author.NOTE]


async def test_a_reply_that_comes_later_than_a_long_note_is_no_part_of_it(group: Group) -> None:
    """Telegram gives the bot's own word the number in between."""
    await group.says("//" + "内" * 2_250, **group.topic())
    group.rig.session.ids += 1
    later = DATE + 2 * 3_600
    await group.says("王阿姨您好，明天来修。", date=later, **group.topic())

    assert [author for author, _ in group.authors] == [Author.NOTE, Author.STAFF]


@pytest.mark.parametrize("caption", ["/内部 他老婆", "/reply 看", "/queue"])
@pytest.mark.parametrize("with_words", [0, 1])
async def test_an_album_stays_inside_with_the_command_under_one_of_its_pictures(
    group: Group, caption: str, with_words: int
) -> None:
    album = {**PHOTO, "media_group_id": "a1"}
    for part in range(3):
        words = {"caption": caption} if part == with_words else {}
        await group.says(album_caption=caption, **words, **album, **group.topic())

    assert group.authors == []
