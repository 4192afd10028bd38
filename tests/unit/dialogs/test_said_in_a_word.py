"""What people say in a word of their own where a button has more of them: it chooses, and is no part of a petition."""

import pytest

from core.petitions.model import Kind
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("建议", Kind.SUGGESTION),
        ("建議", Kind.SUGGESTION),
        ("提意见", Kind.SUGGESTION),
        ("Idea", Kind.SUGGESTION),
        ("服务", Kind.SERVICE),
        ("幫忙", Kind.SERVICE),
        ("Help!", Kind.SERVICE),
        ("我要投诉。", Kind.COMPLAINT),
        ("a complaint", Kind.COMPLAINT),
    ],
)
async def test_a_kind_is_chosen_by_any_word_for_it(wang: Person, typed: str, kind: Kind) -> None:
    for words in ("楼道灯坏了", "1", typed):
        await wang.says(words)

    assert "在<b>什么地方</b>" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.kind, wang.draft.text) == (kind, "楼道灯坏了")


@pytest.mark.parametrize("typed", ["提交", "Submit", "send it", "新的事"])
async def test_words_are_handed_in_by_saying_so(wang: Person, typed: str) -> None:
    for words in ("楼道灯坏了", typed):
        await wang.says(words)

    assert "哪一类" in wang.shown
    assert wang.draft is not None
    assert wang.draft.text == "楼道灯坏了"


@pytest.mark.parametrize("typed", ["不清楚", "說不清", "I don't know", "Not sure"])
async def test_not_to_know_the_place_is_none(wang: Person, typed: str) -> None:
    for words in ("/petition", "1", "灯坏了", "就这样", typed):
        await wang.says(words)

    assert "对不对" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.place, wang.draft.text) == ("", "灯坏了")


async def test_a_sentence_with_such_a_word_stays_what_it_is(rig: DialogRig, wang: Person) -> None:
    for words in ("楼道灯坏了", "提交了三次都没人管"):
        await wang.says(words)

    assert wang.words is not None
    assert wang.words.parts == ["楼道灯坏了", "提交了三次都没人管"]
    assert not rig.core.tables.petitions


@pytest.mark.parametrize("typed", ["撤", "我要撤回", "withdraw it"])
async def test_withdrawing_is_asked_for_by_any_word_for_it(rig: DialogRig, wang: Person, typed: str) -> None:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await rig.core.submitted_anonymously()

    for way in (("/cases", "1"), ("/start", "ABCD-EFGH-JKLM")):
        for words in (*way, typed):
            await wang.says(words)
        assert "真的要撤回" in wang.shown

    assert rig.core.case(case_id).open
    assert not rig.core.tables.messages
