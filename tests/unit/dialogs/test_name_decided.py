"""With a name or without is the person's to say; nothing is handed in before they have said it, nor otherwise."""

import pytest

from core.petitions.model import Kind, Stage
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


async def at_the_name_question(wang: Person) -> None:
    for words in ("/petition", "意见建议", "请公开账目", "写好了", "不填"):
        await wang.says(words)
    assert "要<b>留名</b>吗" in wang.shown


@pytest.mark.parametrize(
    "away", [["/help", "返回", "接着写"], ["/petition", "接着写"], ["主菜单", "我要反映一件事", "接着写"]]
)
async def test_an_open_question_is_asked_again_before_anything_is_handed_in(
    rig: DialogRig, wang: Person, away: list[str]
) -> None:
    await at_the_name_question(wang)
    for words in away:
        await (wang.presses(words) if words == "接着写" else wang.says(words))
    assert "还没选" in wang.shown

    await wang.says("是")
    assert "要<b>留名</b>吗" in wang.shown
    assert not rig.core.tables.petitions
    await wang.presses("2. 不留名")
    assert "还没选" not in wang.shown
    await wang.says("是")

    (petition,) = rig.core.tables.petitions.values()
    assert petition.anonymous


WITHOUT = ["匿名", "不署名", "不留", "不要", "匿名。", "Anonymous", "no name", "without name"]
WITHOUT += ["我要匿名", "匿名吧", "不要署名", "可以匿名", "別留名", "not my name", "no"]
WITH = ["署名", "实名", "留", "要", "with name", "實名"]
WITH += ["不匿名", "不要匿名", "实名吧", "可以署名", "我要", "我要实名", "Not anonymous"]
NEITHER = ["是", "是的", "好", "可以", "同意", "yes", "ok", "y", "not", "不知道", "跳过", "skip", "写完了", "随便"]


@pytest.mark.parametrize("typed", WITHOUT)
async def test_without_a_name_is_said_in_many_ways(wang: Person, typed: str) -> None:
    await at_the_name_question(wang)
    await wang.says(typed)

    assert "不留名" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.anonymous, wang.draft.parts) == (True, ["请公开账目"])


@pytest.mark.parametrize("typed", WITH)
async def test_so_is_with_a_name(wang: Person, typed: str) -> None:
    await at_the_name_question(wang)
    await wang.says(typed)

    assert "留名：王秀英" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.anonymous, wang.draft.name_decided, wang.draft.parts) == (False, True, ["请公开账目"])


@pytest.mark.parametrize("typed", NEITHER)
async def test_what_does_not_say_which_is_no_part_of_the_petition(wang: Person, typed: str) -> None:
    """The question is "with your name?": a mere yes might mean either button."""
    await at_the_name_question(wang)
    await wang.says(typed)

    assert "没看懂" in wang.shown
    assert "要<b>留名</b>吗" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.name_decided, wang.draft.parts) == (False, ["请公开账目"])


async def test_what_clearly_says_something_still_is(wang: Person) -> None:
    await at_the_name_question(wang)
    await wang.says("还有去年一整年的停车费，也请一起公开")

    assert "加上了" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["请公开账目", "还有去年一整年的停车费，也请一起公开"]


async def test_the_preview_says_under_which_name(wang: Person) -> None:
    await at_the_name_question(wang)
    await wang.says("留名")
    assert "留名：王秀英" in wang.shown

    for words in ("/petition", "不要了", "是", "/petition", "投诉请求", "楼道灯坏了", "写好了", "不填"):
        await (wang.presses(words) if words == "不要了" else wang.says(words))
    assert "留名：王秀英" in wang.shown


async def test_a_kind_that_takes_the_name_after_all_says_so(wang: Person) -> None:
    await at_the_name_question(wang)
    await wang.presses("2. 不留名")
    await wang.presses("换一类")
    await wang.says("投诉请求")

    assert "会带上您的名字" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.anonymous, wang.draft.code) == (False, "")


async def test_words_typed_when_asked_to_write_anew_are_the_new_ones(wang: Person) -> None:
    for words in ("/petition", "投诉请求", "旧的话"):
        await wang.says(words)
    await wang.presses("重新写")
    assert "3" in wang.shown
    await wang.says("新的话，请照这一句来办就好")
    await wang.presses("删掉，重新写")

    assert wang.draft is not None
    assert wang.draft.parts == ["新的话，请照这一句来办就好"]


async def test_a_number_may_be_the_answer_the_staff_wait_for(rig: DialogRig, wang: Person) -> None:
    receipt = await rig.core.use.submit(rig.core.wang, a_draft(parts=["灯坏了"]))
    rig.core.at_stage(receipt.petition_id, stage=Stage.MORE_INFO)
    await wang.says("/start")
    await wang.says("4")
    assert f"补充到 {receipt.number}" in "".join(wang.labels)
    await wang.presses("补充到")

    assert [message.text for message in rig.core.messages(receipt.petition_id)] == ["4"]


async def test_the_menu_is_left_open_by_its_name_in_a_case_opened_by_code(rig: DialogRig, wang: Person) -> None:
    code = "AAAA-BBBB-CCCC"
    receipt = await rig.core.use.submit(rig.core.wang, a_draft(kind=Kind.SUGGESTION, anonymous=True, code=code))
    await wang.says("/cases")
    await wang.says(code)
    await wang.says("主菜单")

    assert rig.core.messages(receipt.petition_id) == []
