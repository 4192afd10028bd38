"""What was meant to choose, and chooses nothing here, is never passed on as content."""

import pytest

from core.petitions.model import Stage
from core.shared.text import is_bare_number
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

LEADING = ["菜单", "离开", "退出", "menu", "Quit.", "離開"]


@pytest.mark.parametrize("typed", ["9", "９", "9.", "⑨", "九", "二十三", "第九个", "0", "9️⃣", "1203", " 9 。"])
def test_a_number_by_itself_is_bare(typed: str) -> None:
    assert is_bare_number(typed)


@pytest.mark.parametrize("typed", ["", "12:30", "3-1203", "13800138000", "1 2", "9楼", "九个", "第九栋", "。"])
def test_what_says_more_is_not(typed: str) -> None:
    assert not is_bare_number(typed)


@pytest.mark.parametrize("way", [[], ["1"], ["1", "灯坏了"], ["1", "灯坏了", "写完了", "3号楼"]])
@pytest.mark.parametrize("typed", ["99", "九十九"])
async def test_a_number_nothing_has_changes_no_petition(wang: Person, way: list[str], typed: str) -> None:
    for words in ("/petition", *way):
        await wang.says(words)
    before = wang.draft

    await wang.says(typed)

    assert "没看懂" in wang.shown
    assert "打它的数字" in wang.shown
    assert wang.draft == before
    assert wang.words is None


@pytest.mark.parametrize("typed", LEADING)
async def test_words_that_lead_away_are_no_place(wang: Person, typed: str) -> None:
    for words in ("/petition", "1", "灯坏了", "写完了"):
        await wang.says(words)

    await wang.says(typed)

    assert wang.draft is not None
    assert wang.draft.place == ""


@pytest.mark.parametrize("typed", ["返回", "back", "离开", "8"])
async def test_the_staff_get_no_words_that_only_lead_somewhere(rig: DialogRig, wang: Person, typed: str) -> None:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await wang.says("/cases")
    await wang.says("1")

    await wang.says(typed)

    assert not rig.core.messages(case_id)
    assert wang.words is None


async def test_where_a_number_may_be_the_answer_it_still_is(rig: DialogRig, wang: Person) -> None:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    rig.core.at_stage(case_id, stage=Stage.MORE_INFO)
    await wang.says("/cases")
    await wang.says("XF-2026-000001")

    await wang.says("99")

    assert [message.text for message in rig.core.messages(case_id)] == ["99"]


async def test_where_no_numbers_stand_none_are_asked_for(wang: Person) -> None:
    for words in ("/petition", "1", "灯坏了", "写完了", "离开"):
        await wang.says(words)

    assert "打按钮上的字" in wang.shown


async def test_a_sentence_with_such_a_word_is_content(wang: Person) -> None:
    for words in ("/petition", "1", "电梯门不能返回", "退出小区的门坏了"):
        await wang.says(words)

    assert wang.draft is not None
    assert wang.draft.parts == ["电梯门不能返回", "退出小区的门坏了"]


async def test_at_the_menu_a_number_opens_the_case_or_is_not_understood(rig: DialogRig, wang: Person) -> None:
    for _ in range(9):
        await rig.core.use.submit(rig.core.wang, a_draft())
    await wang.says("/start")
    await wang.says("77")
    assert "没看懂" in wang.shown
    assert wang.words is None

    await wang.says("9")

    assert "XF-2026-000009" in wang.shown


@pytest.mark.parametrize("typed", ["XF-2026-000099", "xf 2026 99", "ＸＦ－2026－000099。"])
@pytest.mark.parametrize("way", [["/start"], ["/cases"]])
async def test_that_a_number_is_of_no_case_of_ones_own_is_said(
    rig: DialogRig, wang: Person, way: list[str], typed: str
) -> None:
    await rig.core.use.submit(rig.core.wang, a_draft())
    for words in (*way, typed):
        await wang.says(words)

    assert "没有这个编号" in wang.shown
    assert f"“{typed}”" in wang.shown
    assert wang.words is not None  # it may be what they want to say: of a neighbour's case


async def test_before_consent_nothing_of_the_kind_waits(rig: DialogRig) -> None:
    person = rig.person()
    for words in ("/start", "1", "主菜单", "9"):
        await person.says(words)

    assert "没看懂" in person.shown
    assert person.words is None


async def test_such_words_for_a_window_nobody_remembers_lead_home(rig: DialogRig, wang: Person) -> None:
    await wang.says("/help")
    rig.core.tables.state.clear()
    rig.restart()

    await wang.says("返回")

    assert wang.words is None
    assert "为您服务" in wang.shown


@pytest.mark.parametrize(
    "way", [["/start"], ["楼道灯坏了"], ["/petition"], ["/petition", "2"], ["/petition", "2", "灯坏了"]]
)
@pytest.mark.parametrize("typed", ["同意", "好的", "Yes", "是。", "不同意"])
async def test_a_yes_to_no_question_is_nobodys_words(wang: Person, way: list[str], typed: str) -> None:
    for words in way:
        await wang.says(words)
    before = (wang.draft, wang.words)

    await wang.says(typed)

    assert "没看懂" in wang.shown
    assert (wang.draft, wang.words) == before


async def test_a_yes_is_no_place(wang: Person) -> None:
    for words in ("/petition", "2", "灯坏了", "写完了", "好的"):
        await wang.says(words)

    assert "在<b>什么地方</b>" in wang.shown
    assert wang.draft is not None
    assert wang.draft.place == ""


@pytest.mark.parametrize("typed", ["留名", "匿名", "要", "投诉", "建议"])
async def test_a_choice_made_before_is_no_line_of_the_petition(wang: Person, typed: str) -> None:
    for words in ("/petition", "2", "装个扶手吧", "写完了", "跳过", "留名"):
        await wang.says(words)
    assert "对不对" in wang.shown

    await wang.says(typed)

    assert "没看懂" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["装个扶手吧"]


@pytest.mark.parametrize("way", [["/start"], ["/petition", "2", "灯坏了"]])
async def test_while_the_staff_ask_a_yes_may_be_the_answer(rig: DialogRig, wang: Person, way: list[str]) -> None:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    rig.core.at_stage(case_id, stage=Stage.MORE_INFO)
    for words in (*way, "是的"):
        await wang.says(words)

    kept = wang.draft if len(way) > 1 else wang.words
    assert kept is not None
    assert kept.parts[-1] == "是的"
