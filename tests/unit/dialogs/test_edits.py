"""An edited message changes what is not handed in yet, and corrects what is."""

import json
from typing import Any

import pytest

from core.petitions.draft import MAX_FILES
from core.petitions.model import Author
from core.shared.ids import PetitionId
from tests.core_rig import words
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

HERE = {"latitude": 39.9, "longitude": 116.4}
LIVE = {**HERE, "live_period": 900}


def said(rig: DialogRig, case_id: PetitionId) -> list[str]:
    return [message.text for message in rig.core.messages(case_id)]


async def written(wang: Person, text: str = "楼道等坏了") -> int:
    """Write the words of a petition, and return the id of their message."""
    await wang.says("/petition")
    await wang.says("1")
    return await wang.says(text)


async def handed_in(rig: DialogRig, wang: Person) -> tuple[int, PetitionId]:
    message_id = await written(wang)
    for typed in ("写完了", "不填", "1"):
        await wang.says(typed)
    (case_id,) = rig.core.tables.petitions
    return message_id, case_id


async def test_an_edited_place_changes_the_place(wang: Person) -> None:
    await written(wang)
    await wang.says("写完了")
    message_id = await wang.says("二号楼")
    await wang.edits(message_id, "三号楼")

    assert "按您改的记下了" in wang.shown
    assert "📍 三号楼" in wang.shown
    await wang.edits(message_id, "楼" * 201)
    assert wang.draft is not None
    assert (wang.draft.place, wang.draft.parts) == ("三号楼", ["楼道等坏了"])


@pytest.mark.parametrize("waiting", [False, True])
async def test_an_edit_of_a_place_that_holds_no_more_does_not_bring_it_back(wang: Person, waiting: bool) -> None:
    await written(wang)
    await wang.says("写完了")
    message_id = await wang.says("三号楼")
    await wang.presses("返回")
    if waiting:
        await wang.says("/start")
    await wang.says(location=HERE, venue={"location": HERE, "title": "中心花园", "address": "幸福路"})
    if waiting:
        await wang.presses("加到没写完的那件事里")
    await wang.edits(message_id, "二号楼")

    assert "什么都没有改" in wang.shown
    assert wang.draft is not None
    assert wang.draft.place == "中心花园 幸福路"


async def test_a_place_stays_the_persons_to_edit_when_a_position_joins_it(wang: Person) -> None:
    await written(wang)
    await wang.says("写完了")
    message_id = await wang.says("三号楼")
    await wang.presses("返回")
    await wang.says(location=HERE)
    await wang.edits(message_id, "二号楼")

    assert wang.draft is not None
    assert (wang.draft.place, wang.draft.latitude) == ("二号楼", 39.9)


async def test_an_edit_before_confirming_changes_the_petition(wang: Person) -> None:
    message_id = await written(wang)
    await wang.says("三楼")
    await wang.edits(message_id, "楼道灯坏了")

    assert "按您改的记下了" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["楼道灯坏了", "三楼"]


async def test_an_edit_shows_in_the_preview_at_once(wang: Person) -> None:
    message_id = await written(wang)
    await wang.says("写完了")
    await wang.says("不填")
    await wang.edits(message_id, "楼道灯坏了")

    assert "请看一遍" in wang.shown
    assert "楼道灯坏了" in wang.shown


async def test_an_edited_caption_counts_too(wang: Person) -> None:
    await wang.says("/petition")
    await wang.says("1")
    photo: dict[str, Any] = {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]}
    message_id = await wang.says(caption="看哪里", **photo)
    await wang.edits(message_id, caption="看这里", **photo)

    assert wang.draft is not None
    assert wang.draft.parts == ["看这里"]
    assert len(wang.draft.files) == 1


def photo(file_id: str, caption: str = "") -> dict[str, Any]:
    sent = {"photo": [{"file_id": file_id, "file_unique_id": file_id, "width": 1, "height": 1}]}
    return {**sent, **({"caption": caption} if caption else {})}


@pytest.mark.parametrize("waiting", [False, True])
@pytest.mark.parametrize(("before", "after"), [("这里漏水", "这里漏水"), ("", ""), ("", "这里漏水"), ("这里漏水", "")])
async def test_another_picture_takes_the_place_of_the_first(
    wang: Person, before: str, after: str, waiting: bool
) -> None:
    for text in () if waiting else ("/petition", "2"):
        await wang.says(text)
    await wang.says("一楼")
    message_id = await wang.says(**photo("with-a-face", before))
    await wang.says(caption="三楼", **photo("other"))
    await wang.edits(message_id, **photo("without", after))

    assert "按您改的记下了" in wang.shown
    kept = wang.words if waiting else wang.draft
    assert kept is not None
    assert [file.file_id for file in kept.files] == ["without", "other"]
    assert kept.parts == ["一楼", *[after] * bool(after), "三楼"]


async def test_a_picture_put_into_a_message_of_words_is_added(wang: Person) -> None:
    message_id = await written(wang)
    await wang.edits(message_id, **photo("lamp", "楼道灯坏了"))

    assert wang.draft is not None
    assert (wang.draft.parts, [file.file_id for file in wang.draft.files]) == (["楼道灯坏了"], ["lamp"])


async def test_one_picture_too_many_changes_nothing_and_says_so(wang: Person) -> None:
    message_id = await written(wang)
    for number in range(MAX_FILES):
        await wang.says(**photo(f"{number}"))
    await wang.edits(message_id, **photo("lamp", "楼道灯坏了"))

    assert "什么都没有改" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.parts, len(wang.draft.files)) == (["楼道等坏了"], MAX_FILES)


async def test_where_nobody_knows_the_first_picture_the_second_is_not_one_more(rig: DialogRig, wang: Person) -> None:
    await wang.says("/petition")
    await wang.says("2")
    message_id = await wang.says(**photo("with-a-face", "这里漏水"))
    key = f"draft:{wang.telegram_id}"
    old = json.loads(rig.core.tables.state[key])
    del old["files"][0]["said_in"]
    rig.core.tables.state[key] = json.dumps(old)
    await wang.edits(message_id, **photo("without", "这里漏水"))

    assert "什么都没有改" in wang.shown
    assert wang.draft is not None
    assert [file.file_id for file in wang.draft.files] == ["with-a-face"]


@pytest.mark.parametrize("waiting", [False, True])
async def test_where_nobody_knows_it_the_same_picture_is_the_one(rig: DialogRig, wang: Person, waiting: bool) -> None:
    for text in () if waiting else ("/petition", "2"):
        await wang.says(text)
    message_id = await wang.says(**photo("leak", "这里楼水"))
    key = f"{'words' if waiting else 'draft'}:{wang.telegram_id}"
    old = json.loads(rig.core.tables.state[key])
    del old["files"][0]["said_in"], old["files"][0]["album"]
    rig.core.tables.state[key] = json.dumps(old)
    for caption in ("这里漏水", "一楼漏水"):
        await wang.edits(message_id, **photo("leak", caption))
    await wang.edits(message_id, **photo("without", "一楼漏水"))

    assert "按您改的记下了" in wang.shown
    kept = wang.words if waiting else wang.draft
    assert kept is not None
    assert (kept.parts, [file.file_id for file in kept.files]) == (["一楼漏水"], ["without"])


async def test_words_that_wait_outside_a_petition_change_too(wang: Person) -> None:
    message_id = await wang.says("楼道等坏了")
    await wang.edits(message_id, "楼道灯坏了")

    assert "“楼道灯坏了”" in wang.shown
    await wang.says("1")
    await wang.edits(message_id, "楼道的灯坏了")

    assert wang.draft is not None
    assert wang.draft.parts == ["楼道的灯坏了"]


async def test_too_long_an_edit_changes_nothing_and_says_so(wang: Person) -> None:
    message_id = await written(wang)
    for _ in range(4):
        await wang.says("长" * 4_096)
    await wang.edits(message_id, "长" * 4_096)

    assert "太长" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts[0] == "楼道等坏了"


async def test_an_edit_after_confirming_goes_to_the_staff_with_a_pencil(rig: DialogRig, wang: Person) -> None:
    message_id, case_id = await handed_in(rig, wang)
    await wang.edits(message_id, "楼道灯坏了")
    await rig.repeat()
    await wang.edits(message_id, "楼道的灯坏了")

    assert said(rig, case_id) == ["✏️ 楼道灯坏了", "✏️ 楼道的灯坏了"]
    assert rig.core.case(case_id).text == "楼道等坏了"
    assert "已补充到" in wang.shown


async def test_an_edited_addition_is_corrected_once_and_not_when_nothing_changed(rig: DialogRig, wang: Person) -> None:
    _, case_id = await handed_in(rig, wang)
    await wang.says("/cases")
    await wang.says("1")
    message_id = await wang.says("三层")
    await wang.edits(message_id, "三层")
    await wang.edits(message_id, "四层")

    assert said(rig, case_id) == ["三层", "✏️ 四层"]


async def test_a_reply_to_ones_own_words_belongs_to_their_case(rig: DialogRig, wang: Person) -> None:
    message_id, case_id = await handed_in(rig, wang)
    mine = {"chat": {"id": wang.telegram_id, "type": "private"}, "from": {"id": wang.telegram_id, "is_bot": False}}
    answered = {"message_id": message_id, "date": 1, "text": "楼道等坏了", **mine}
    answered["from"]["first_name"] = "王秀英"
    await wang.says("补一句", reply_to_message=answered)

    assert said(rig, case_id) == ["补一句"]


async def test_anonymous_words_are_not_found_again_by_their_message(rig: DialogRig, wang: Person) -> None:
    await wang.says("/petition")
    await wang.says("2")
    message_id = await wang.says("种几棵树")
    for typed in ("写完了", "不填", "2", "1"):
        await wang.says(typed)
    (case_id,) = rig.core.tables.petitions
    assert rig.core.case(case_id).anonymous

    await wang.edits(message_id, "种几盆花")

    assert "对不上是哪件事" in wang.shown
    assert said(rig, case_id) == []


async def test_an_edit_nobody_waits_for_is_answered_and_a_moving_position_is_not(rig: DialogRig, wang: Person) -> None:
    await wang.edits(4, "1")
    assert "对不上是哪件事" in wang.shown
    shown = len(wang.windows)

    await wang.edits(5, location=LIVE)

    assert len(wang.windows) == shown


async def test_edits_before_consent_change_what_waits(rig: DialogRig) -> None:
    stranger = rig.person()
    message_id = await stranger.says("楼道等坏了")
    await stranger.edits(message_id, "楼道灯坏了")

    assert "请选择语言" in stranger.shown
    assert stranger.words is not None
    assert stranger.words.parts == ["楼道灯坏了"]


async def test_an_edit_of_a_closed_case_is_kept_and_offered(rig: DialogRig, wang: Person) -> None:
    message_id, case_id = await handed_in(rig, wang)
    await rig.core.use.answer(rig.core.liu, case_id, words("修好了"))
    await rig.core.use.close(rig.core.liu, case_id)
    await wang.edits(message_id, "楼道灯坏了")

    assert "已经办结" in wang.shown
    assert "楼道灯坏了" in wang.shown
    assert [message.author for message in rig.core.messages(case_id)] == [Author.STAFF]


async def test_what_somebody_else_wrote_is_not_theirs_to_edit(rig: DialogRig, wang: Person) -> None:
    message_id, case_id = await handed_in(rig, wang)
    other = rig.person()
    await other.edits(message_id, "不用修了")

    assert said(rig, case_id) == []
