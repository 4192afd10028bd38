"""The place can be said, changed and taken out; what shows who wrote need not stay in an anonymous suggestion."""

from typing import Any

import pytest

from core.petitions.draft import Draft
from tests.core_rig import a_draft
from tests.core_rig import words as staff_words
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

HERE = {"latitude": 39.9, "longitude": 116.4}
VOICE = {"voice": {"file_id": "v", "file_unique_id": "u", "duration": 2}}
PHOTO = {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}]}
PAPER = {"document": {"file_id": "d", "file_unique_id": "u", "file_name": "a.pdf"}}


async def asked_for_the_place(wang: Person, kind: str = "1") -> None:
    for words in ("/petition", kind, "种几棵树", "写完了"):
        await wang.says(words)
    assert "什么地方" in wang.shown


@pytest.fixture
async def placed(wang: Person) -> Person:
    """Somebody who said the place and looks at it again."""
    await asked_for_the_place(wang)
    await wang.says("北门")
    await wang.presses("改地点")
    return wang


async def test_a_place_said_before_is_shown_where_it_is_asked_for(wang: Person) -> None:
    await asked_for_the_place(wang)
    assert "📍 北门" not in wang.shown
    await wang.says("北门")
    assert "去掉了" not in wang.shown
    await wang.presses("改地点")

    assert "什么地方" in wang.shown
    assert "📍 北门" in wang.shown


@pytest.mark.parametrize("typed", ["写完了", "下一步", "next", "done", "that's all", "地点不变", "跳过", "不知道"])
async def test_going_on_keeps_the_place(placed: Person, typed: str) -> None:
    await placed.says(typed)

    assert "📍 北门" in placed.shown
    assert "请看一遍" in placed.shown


@pytest.mark.parametrize("typed", ["不填", "没有", "无", "去掉地点", "不填，下一步", "none"])
async def test_the_place_can_be_taken_out(placed: Person, typed: str) -> None:
    await placed.says(typed)

    assert "地点去掉了" in placed.shown
    assert "北门" not in placed.shown
    assert placed.draft is not None
    assert placed.draft.place == ""


@pytest.mark.parametrize("typed", ["写完了", "下一步", "done", "不填", "没有", "不知道"])
async def test_without_a_place_one_goes_on_without(wang: Person, typed: str) -> None:
    await asked_for_the_place(wang)
    assert not any("去掉" in label for label in wang.labels)

    await wang.says(typed)

    assert "请看一遍" in wang.shown
    assert "📍" not in wang.shown


@pytest.mark.parametrize("typed", ["地点不变", "地点不变，下一步"])
async def test_no_place_is_called_as_before(wang: Person, typed: str) -> None:
    await asked_for_the_place(wang)
    await wang.says(typed)

    assert "没看懂" in wang.shown
    assert wang.draft is not None
    assert wang.draft.place == ""


async def anonymous_with(wang: Person, **content: Any) -> None:
    await asked_for_the_place(wang, "2")
    await wang.says(**content)
    for words in () if "location" in content else ("北门",):
        await wang.says(words)
    await wang.says("不留名")
    assert "请先记下查询码" in wang.shown


async def test_words_take_the_place_of_a_position(wang: Person) -> None:
    await anonymous_with(wang, location=HERE)
    assert "位置如果是您家里" in wang.shown
    await wang.presses("改地点")
    assert "🗺 已附上您发的位置" in wang.shown
    await wang.says("北门")

    assert "地图上的位置去掉了" in wang.shown
    assert "📍 北门" in wang.shown
    assert "位置如果是您家里" not in wang.shown
    assert wang.draft is not None
    assert (wang.draft.latitude, wang.draft.longitude) == (None, None)


async def test_a_position_can_be_taken_out(rig: DialogRig, wang: Person) -> None:
    await anonymous_with(wang, location=HERE)
    await wang.presses("改地点")
    await wang.presses("去掉地点")
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert case.place.latitude is None


@pytest.mark.parametrize("content", [VOICE, PHOTO, PAPER])
async def test_what_may_show_who_wrote_can_be_left_out(rig: DialogRig, wang: Person, content: dict[str, Any]) -> None:
    await anonymous_with(wang, **content)
    assert "要真正匿名，请去掉它" in wang.shown
    assert "不要了" in wang.labels[-2]

    await wang.presses("去掉能认出人的文件（1 个）")
    assert "去掉了 1 个文件" in wang.shown
    assert not any("认出人" in label for label in wang.labels)
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert (case.text, case.attachments) == ("种几棵树", ())


async def test_with_a_name_nobody_is_told_to_leave_anything_out(wang: Person) -> None:
    await asked_for_the_place(wang)
    await wang.says(**VOICE)
    await wang.says("北门")

    assert not any("认出人" in label for label in wang.labels)


@pytest.mark.parametrize(
    ("place", "said", "more"), [("长" * 201, "加到正文里了", ["长" * 201]), ("\u3164", "没有内容", [])]
)
async def test_a_place_is_short_words(wang: Person, place: str, said: str, more: list[str]) -> None:
    await wang.says("/petition")
    await wang.says("1")
    await wang.says("楼道灯坏了")
    await wang.presses("写完了")
    await wang.says(place)

    assert said in wang.shown
    assert "什么地方" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.place, wang.draft.parts) == ("", ["楼道灯坏了", *more])


@pytest.mark.parametrize("instead", ["3号楼", "去掉地点"])
async def test_a_position_that_is_gone_is_not_what_was_said_last(rig: DialogRig, wang: Person, instead: str) -> None:
    asked = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await rig.core.use.claim(rig.core.liu, asked)
    await rig.core.use.ask(rig.core.liu, asked, staff_words("哪一层？"))
    for text in ("/petition", "1", "垃圾没人清", "三层"):
        await wang.says(text)
    await wang.says(location=HERE)
    await wang.says("写完了")
    await (wang.presses(instead) if instead == "去掉地点" else wang.says(instead))
    await wang.presses("最后一条是答 XF-2026-000001 的")

    assert [message.text for message in rig.core.messages(asked)] == ["哪一层？", "三层"]
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.place) == (["垃圾没人清"], "" if instead == "去掉地点" else "3号楼")


def test_an_earlier_version_kept_the_message_of_a_position_that_was_gone() -> None:
    old = Draft(id="d", parts=["垃圾没人清", "三层"], said_in=[5, 6]).to_json() | {"located_in": 7}

    assert Draft.from_json(old).take_last().parts == ["三层"]
