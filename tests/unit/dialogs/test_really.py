"""Before something is thrown away or withdrawn a question is asked, and only an answer answers it."""

import pytest

from core.petitions.model import Kind, Stage
from core.shared.ids import PetitionId
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"
LONG = "楼上的水还在往下滴，请快一点来看"
PHOTO = {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}]}
YES = ["要", "对", "对的", "确认", "确定", "撤回", "是", "yes"]
NEITHER = ["什么意思", "谁说的", "why?", "让我先想一想再说"]


@pytest.fixture
async def named(rig: DialogRig, wang: Person) -> PetitionId:
    receipt = await rig.core.use.submit(rig.core.wang, a_draft())
    for words in ("/cases", "1", "撤回"):
        await wang.says(words)
    assert "真的要撤回" in wang.shown
    return receipt.petition_id


@pytest.fixture(params=["named", "coded"])
async def asked(rig: DialogRig, wang: Person, request: pytest.FixtureRequest) -> PetitionId:
    """A case of either kind whose author is asked whether it shall be withdrawn."""
    code = {"kind": Kind.SUGGESTION, "anonymous": True, "code": CODE} if request.param == "coded" else {}
    receipt = await rig.core.use.submit(rig.core.wang, a_draft(**code))
    for words in ([CODE] if code else ["/cases", "1"]) + ["撤回"]:
        await wang.says(words)
    assert "真的要撤回" in wang.shown
    return receipt.petition_id


@pytest.mark.parametrize("typed", YES)
async def test_withdrawing_is_confirmed_as_people_say_it(
    rig: DialogRig, wang: Person, asked: PetitionId, typed: str
) -> None:
    await wang.says(typed)

    assert rig.core.case(asked).stage is Stage.WITHDRAWN


@pytest.mark.parametrize("typed", NEITHER)
async def test_what_is_neither_yes_nor_no_goes_to_nobody(
    rig: DialogRig, wang: Person, asked: PetitionId, typed: str
) -> None:
    await wang.says(typed)

    assert "没看懂" in wang.shown
    assert "真的要撤回" in wang.shown
    assert rig.core.case(asked).open
    assert not rig.core.messages(asked)


@pytest.mark.parametrize("typed", ["取消", "不", "算了", "再想想", "返回", "no"])
async def test_no_keeps_the_case(rig: DialogRig, wang: Person, named: PetitionId, typed: str) -> None:
    await wang.says(typed)

    assert rig.core.case(named).open
    assert "经过" in wang.shown


async def test_words_that_clearly_say_something_are_added_and_it_is_said(
    rig: DialogRig, wang: Person, named: PetitionId
) -> None:
    await wang.says(LONG)

    assert "已补充" in wang.shown
    assert [message.text for message in rig.core.messages(named)] == [LONG]


async def writing(wang: Person, *more: str) -> None:
    for words in ("/petition", "1", "灯坏了", *more):
        await wang.says(words)


@pytest.mark.parametrize("typed", ["要", "对", "重写", "删掉"])
async def test_writing_anew_is_confirmed(wang: Person, typed: str) -> None:
    await writing(wang, "重新写", typed)

    assert wang.draft is not None
    assert wang.draft.parts == []


@pytest.mark.parametrize("typed", ["不要了", "对", "确定", "删掉"])
async def test_discarding_is_confirmed(wang: Person, typed: str) -> None:
    await writing(wang, "写完了", "3号楼", "不要了", typed)

    assert wang.draft is None


@pytest.mark.parametrize("typed", ["要", "还要", "留着", "不", "取消"])
async def test_who_wants_it_keeps_it(wang: Person, typed: str) -> None:
    """The question is "真的不要了吗": "要" is a no."""
    await writing(wang, "写完了", "3号楼", "不要了", typed)

    assert "请看一遍" in wang.shown
    assert wang.draft is not None


@pytest.mark.parametrize("way", [["重新写"], ["写完了", "3号楼", "不要了"]])
@pytest.mark.parametrize("typed", NEITHER)
async def test_the_petition_gets_no_answer_that_is_none(wang: Person, way: list[str], typed: str) -> None:
    await writing(wang, *way)
    await wang.says(typed)
    assert "没看懂" in wang.shown
    assert "真的" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["灯坏了"]

    await wang.says(LONG)
    await wang.says(**PHOTO)

    assert "加上了" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["灯坏了", LONG]
    assert len(wang.draft.files) == 1


async def test_waiting_words_get_no_answer_that_is_none(wang: Person) -> None:
    for words in ("墙裂了", "不要了", "什么意思"):
        await wang.says(words)
    assert "没看懂" in wang.shown
    assert wang.words is not None
    assert wang.words.parts == ["墙裂了"]

    await wang.says("对")

    assert wang.words is None
