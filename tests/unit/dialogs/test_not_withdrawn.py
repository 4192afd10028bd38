"""No is no when asked whether a case shall be withdrawn, said once or twice: no part of it goes to the staff."""

import pytest

from core.petitions.model import Kind, Stage
from core.shared.ids import PetitionId
from tests.core_rig import a_draft
from tests.core_rig import words as staff_words
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"
WITHDRAW = [
    "不撤",
    "不撤了",
    "别撤",
    "不撤回",
    "我不撤回了",
    "不撤回。",
    "先不撤",
    "不撤回了",
    "Don't withdraw",
    "do not withdraw",
]
MERE = ["不", "keep", "keep it", "don't", "do not", "no, keep it", "no", "留着", "算了"]


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id


async def asks_to_withdraw(wang: Person, *more: str) -> None:
    for text in ("/cases", "1", "撤回", *more):
        await wang.says(text)


@pytest.mark.parametrize("typed", [*WITHDRAW, *MERE])
async def test_no_is_said_in_many_ways(rig: DialogRig, wang: Person, case_id: PetitionId, typed: str) -> None:
    await asks_to_withdraw(wang, typed)

    assert "没有撤回" in wang.shown
    assert "经过" in wang.shown
    assert rig.core.case(case_id).open
    await wang.says(typed)

    assert "没有撤回" in wang.shown
    assert "经过" in wang.shown
    assert rig.core.messages(case_id) == []


@pytest.mark.parametrize("typed", ["不撤了", "别撤", "keep", "don't withdraw"])
async def test_so_is_it_of_an_anonymous_case(rig: DialogRig, wang: Person, typed: str) -> None:
    draft = a_draft(kind=Kind.SUGGESTION, anonymous=True, code=CODE)
    case_id = (await rig.core.use.submit(rig.core.wang, draft)).petition_id
    for text in (CODE, "撤回", typed):
        await wang.says(text)

    assert "经过" in wang.shown
    assert rig.core.case(case_id).open


async def test_the_same_words_answer_what_the_staff_say_afterwards(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await asks_to_withdraw(wang, "不")
    await rig.core.use.reply(rig.core.liu, case_id, staff_words("那就要等到下周，不急吧？"))
    await wang.says("不")

    assert [message.text for message in rig.core.messages(case_id)][1:] == ["不"]


@pytest.mark.parametrize(("typed", "given"), [("不", ["不"]), ("不撤了", [])])
async def test_while_the_staff_wait_a_mere_no_may_be_for_them(
    rig: DialogRig, wang: Person, case_id: PetitionId, typed: str, given: list[str]
) -> None:
    rig.core.at_stage(case_id, stage=Stage.MORE_INFO)
    await wang.says("/cases")
    for label in ("XF-2026-000001", "撤回"):
        await wang.presses(label)
    await wang.says("不撤回")
    await wang.says(typed)

    assert [message.text for message in rig.core.messages(case_id)] == given


async def test_without_the_question_a_no_goes_to_the_staff(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    for text in ("/cases", "1", "不行"):
        await wang.says(text)

    assert [message.text for message in rig.core.messages(case_id)] == ["不行"]
