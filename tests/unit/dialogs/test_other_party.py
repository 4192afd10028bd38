"""The other party of a mediation: what they type is offered to it first, until it is over."""

import pytest

from core.petitions.authors import Author
from core.petitions.model import Kind
from core.shared.ids import PetitionId
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person
from tests.door_rig import ROUTER, WAITING

pytestmark = pytest.mark.unit
OFFICE = "对社区说"


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig(route=ROUTER)


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    return rig.resident()


async def mediated(rig: DialogRig) -> PetitionId:
    """A mediation that Zhao asks for and Wang agrees to."""
    core = rig.core
    case = (await core.use.submit(core.zhao, a_draft(kind=Kind.MEDIATION, parts=["楼下漏水"]))).petition_id
    await core.use.mediation.parties.invite(core.zhao, case, "漏水的事")
    await core.use.mediation.parties.consent(core.wang, core.tables.mediations[case].invite or "")
    return case


@pytest.mark.parametrize("text", ["垃圾桶三天没人清", "那天漏水的时候我不在家"])
async def test_words_of_the_other_party_are_offered_to_the_mediation_first(
    rig: DialogRig, wang: Person, text: str
) -> None:
    case = await mediated(rig)
    await wang.says(text)
    assert WAITING in wang.shown
    assert OFFICE in wang.labels[0]
    assert rig.core.case(case).number in wang.labels[0]
    await wang.says("我有照片")
    await wang.presses(OFFICE)
    (said,) = rig.core.messages(case)
    assert (said.author, said.text) == (Author.OTHER, f"{text}\n我有照片")
    assert (wang.words, wang.draft) == (None, None)
    assert "已补充" in wang.shown


async def test_it_may_be_a_new_matter_all_the_same(rig: DialogRig, wang: Person) -> None:
    case = await mediated(rig)
    await wang.says("垃圾桶三天没人清")
    await wang.presses("当作一件新的事")
    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾桶三天没人清"]
    assert not rig.core.messages(case)


async def test_what_is_known_of_them_counts_it(rig: DialogRig, wang: Person) -> None:
    await wang.says("/me")
    assert "请您调解" not in wang.shown
    await mediated(rig)
    await wang.says("/me")
    assert "别人请您调解的事 1 件" in wang.shown


async def test_once_it_is_over_nothing_is_offered_to_it(rig: DialogRig, wang: Person) -> None:
    case = await mediated(rig)
    await wang.says("那天我不在家，这里记一笔")
    await rig.core.use.mediation.parties.leave(rig.core.wang, case)
    await wang.says("还有一句，也记一笔")
    assert not any(OFFICE in label for label in wang.labels)
    assert wang.words is not None
    assert wang.words.parts == ["那天我不在家，这里记一笔", "还有一句，也记一笔"]
