"""What nobody has decided falls when the case is answered, ends or goes elsewhere; whoever asked is told."""

from collections.abc import Awaitable, Callable

import pytest

from core.petitions.extension import ExtensionState
from core.petitions.model import Event, Kind, Stage
from core.shared.ids import ExtensionId, PetitionId
from core.shared.marks import Marked
from tests.core_rig import CoreRig, a_claimed_case, a_draft
from tests.factories.said import words

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


async def asked(rig: CoreRig, case: PetitionId) -> ExtensionId:
    await rig.use.clocks.propose(rig.liu, case, words("要等检测结果"))
    return next(reversed(rig.tables.extensions))


async def answered(rig: CoreRig, case: PetitionId) -> None:
    await rig.use.answer(rig.liu, case, words("修好了"))


async def sent_up(rig: CoreRig, case: PetitionId) -> None:
    await rig.use.flow.escalate(rig.liu, case, words("要街道的钱"))


async def to_the_street(rig: CoreRig, case: PetitionId) -> None:
    await rig.use.flow.roads(rig.wang, case, Event.GO_TO_STREET, Marked("慢"), source="s1")


async def withdrawn(rig: CoreRig, case: PetitionId) -> None:
    await rig.use.withdraw(rig.wang, case)


async def recused(rig: CoreRig, case: PetitionId) -> None:
    await rig.use.flow.recuse(rig.liu, case)


Deed = Callable[[CoreRig, PetitionId], Awaitable[None]]


@pytest.mark.parametrize("deed", [answered, sent_up, to_the_street, withdrawn, recused])
async def test_it_falls_and_whoever_asked_is_told_where_they_asked(rig: CoreRig, deed: Deed) -> None:
    case = await a_claimed_case(rig)
    extension = await asked(rig, case)

    await deed(rig, case)

    assert rig.tables.extensions[extension].state is ExtensionState.OVERTAKEN
    told = [i.spec for i in rig.items if i.chat_id == rig.desk.chat_id and i.spec and "fell" in i.spec.key]
    assert [(spec.args["name"], spec.args["user"]) for spec in told] == [("刘敏", "7001")]
    for presser in (rig.chen, rig.stranger):
        law = rig.case(case).promises.answer_by
        petition, decided = await rig.use.clocks.decide(presser, extension, 30)
        assert (petition.id, decided.state) == (case, ExtensionState.OVERTAKEN)
        assert rig.case(case).promises.answer_by == law


async def test_taken_up_again_the_old_wish_puts_nothing_off_and_a_new_one_can_be_made(rig: CoreRig) -> None:
    case = await a_claimed_case(rig)
    old = await asked(rig, case)
    await answered(rig, case)
    await rig.use.flow.reopen(rig.liu, case, words("又坏了"))
    await rig.use.claim(rig.liu, case)
    law = rig.case(case).promises.answer_by

    _, decided = await rig.use.clocks.decide(rig.chen, old, 30)
    assert (decided.state, rig.case(case).promises.answer_by) == (ExtensionState.OVERTAKEN, law)

    _, decided = await rig.use.clocks.decide(rig.chen, await asked(rig, case), 30)
    assert decided.state is ExtensionState.APPROVED


@pytest.mark.parametrize("by_author", [True, False])
async def test_one_left_over_from_before_falls_when_a_case_is_taken_up_again(rig: CoreRig, *, by_author: bool) -> None:
    case = await a_claimed_case(rig)
    extension = await asked(rig, case)
    rig.at_stage(case, stage=Stage.ANSWERED)
    if by_author:
        await rig.use.flow.roads(rig.wang, case, Event.REOPEN, Marked("又坏了"), source="s1")
    else:
        await rig.use.flow.reopen(rig.liu, case, words("又坏了"))
    assert rig.tables.extensions[extension].state is ExtensionState.OVERTAKEN


async def test_somebody_else_keeping_out_leaves_it(rig: CoreRig) -> None:
    case = await a_claimed_case(rig)
    extension = await asked(rig, case)
    await rig.use.flow.recuse(rig.chen, case)
    assert rig.tables.extensions[extension].state is ExtensionState.PROPOSED


async def test_what_was_agreed_to_stays_agreed_to(rig: CoreRig) -> None:
    case = await a_claimed_case(rig)
    extension = await asked(rig, case)
    await rig.use.clocks.decide(rig.chen, extension, 30)
    await sent_up(rig, case)
    assert rig.tables.extensions[extension].state is ExtensionState.APPROVED


async def test_it_falls_with_a_call_that_was_made(rig: CoreRig) -> None:
    draft = a_draft(kind=Kind.CALLBACK)
    draft.call = {"phone": "1380", "when": "周五"}
    case = (await rig.use.submit(rig.wang, draft)).petition_id
    await rig.use.claim(rig.liu, case)
    extension = await asked(rig, case)
    await rig.use.kinds.called(rig.liu, case, words("说好了"))
    assert rig.tables.extensions[extension].state is ExtensionState.OVERTAKEN


async def test_it_falls_with_the_case_under_which_it_was_merged(rig: CoreRig) -> None:
    main, case = await a_claimed_case(rig), await a_claimed_case(rig)
    extension = await asked(rig, case)
    await rig.use.together.merge(rig.liu, case, main)
    await answered(rig, main)
    await rig.use.close(rig.liu, main)
    assert rig.case(case).stage is Stage.CLOSED
    assert rig.tables.extensions[extension].state is ExtensionState.OVERTAKEN
