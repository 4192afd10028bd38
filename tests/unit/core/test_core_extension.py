"""More time (XF 34): asked for by whoever has the case, agreed to by somebody else, once, and told."""

import asyncio
from datetime import date, timedelta

import pytest

from core.petitions.extension import ExtensionState
from core.petitions.model import Event, Stage
from core.shared.clock import local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import ExtensionId, PetitionId
from tests.core_rig import CoreRig, a_claimed_case, a_group_below
from tests.factories.said import staff_of, words
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


@pytest.fixture
async def case(rig: CoreRig) -> PetitionId:
    return await a_claimed_case(rig)


async def asked(rig: CoreRig, case: PetitionId, reason: str = "要等检测结果") -> ExtensionId:
    await rig.use.clocks.propose(rig.liu, case, words(reason))
    return next(reversed(rig.tables.extensions))


def law(rig: CoreRig, case: PetitionId) -> date:
    return local_day(rig.case(case).promises.answer_by, SHANGHAI)


async def test_a_second_person_agrees_and_the_resident_is_told_why_and_until_when(
    rig: CoreRig, case: PetitionId
) -> None:
    assert law(rig, case) == date(2027, 1, 22)
    extension = await asked(rig, case)
    assert law(rig, case) == date(2027, 1, 22)

    _, decided = await rig.use.clocks.decide(rig.chen, extension, 20)

    assert (decided.state, decided.decided_name) == (ExtensionState.APPROVED, "陈杰")
    assert law(rig, case) == date(2027, 2, 11)
    told = rig.sent_to(rig.wang)[-1].spec
    assert told is not None
    assert (told.key, told.args["reason"], told.args["answer"]) == (
        "notice-extended",
        "要等检测结果",
        date(2027, 2, 11),
    )
    assert told.args["reply"] == date(2026, 12, 21)  # 30 November and 20 days is a Sunday
    assert rig.said(rig.desk.chat_id)[-1] == "staff-extended"
    rows = rig.history(case)
    assert [(row.event, row.actor_name, row.reason) for row in rows[-2:]] == [
        (Event.PROPOSE_EXTENSION, "刘敏", "要等检测结果"),
        (Event.EXTEND, "陈杰", "20 要等检测结果"),
    ]
    explained = await rig.use.clocks.dates.own(rig.wang, case)
    assert "dates-extended" in [line.key for line in explained.more]


async def test_the_desk_and_the_level_above_are_asked_with_buttons(rig: CoreRig, case: PetitionId) -> None:
    await asked(rig, case)

    for chat in (rig.desk.chat_id, rig.other_desk.chat_id):
        spec = next(
            item.spec for item in rig.items if item.chat_id == chat and item.spec and "extension" in item.spec.key
        )
        assert [len(row) for row in spec.buttons] == [3, 1]
        assert spec.args["reason"] == "要等检测结果"


async def test_the_level_above_may_decide(rig: CoreRig, case: PetitionId) -> None:
    await rig.use.clocks.decide(rig.stranger, await asked(rig, case), 30)
    assert law(rig, case) == date(2027, 2, 21)


async def test_whoever_asked_cannot_agree_in_whichever_chat(rig: CoreRig, case: PetitionId) -> None:
    extension = await asked(rig, case)
    for actor in (rig.liu, staff_of(rig.other_desk, rig.liu.user_id, "刘敏")):
        for days in (30, 0):
            with pytest.raises(DomainError, match="extension-own"):
                await rig.use.clocks.decide(actor, extension, days)
    assert law(rig, case) == date(2027, 1, 22)


async def test_a_desk_that_has_nothing_to_do_with_it_decides_nothing(rig: CoreRig, case: PetitionId) -> None:
    stranger = staff_of(a_group_below(rig), 7009, "别人")
    with pytest.raises(NotFoundError, match="case-unknown"):
        await rig.use.clocks.decide(stranger, await asked(rig, case), 30)


async def test_refused_it_stays_and_can_be_asked_for_once_more(rig: CoreRig, case: PetitionId) -> None:
    _, refused = await rig.use.clocks.decide(rig.chen, await asked(rig, case), 0)

    assert refused.state is ExtensionState.REFUSED
    assert law(rig, case) == date(2027, 1, 22)
    assert rig.said(rig.desk.chat_id)[-1] == "staff-extension-refused"
    assert "notice-extended" not in [item.spec.key for item in rig.sent_to(rig.wang) if item.spec]
    await rig.use.clocks.decide(rig.chen, await asked(rig, case, "真的要等"), 10)
    assert law(rig, case) == date(2027, 2, 1)


async def test_once_is_all(rig: CoreRig, case: PetitionId) -> None:
    extension = await asked(rig, case)
    with pytest.raises(ConflictError, match="extension-exists"):
        await asked(rig, case, "再来一次")
    await rig.use.clocks.decide(rig.chen, extension, 10)

    with pytest.raises(ConflictError, match="extension-exists"):
        await asked(rig, case, "再来一次")
    with pytest.raises(ConflictError, match="extension-decided") as decided:
        await rig.use.clocks.decide(rig.stranger, extension, 30)
    assert decided.value.args_for_text["name"] == "陈杰"
    assert law(rig, case) == date(2027, 2, 1)


async def test_two_at_once_are_one(rig: CoreRig, case: PetitionId) -> None:
    twice = (asked(rig, case), asked(rig, case))
    results = await asyncio.gather(*twice, return_exceptions=True)
    assert [type(one) for one in results if isinstance(one, Exception)] == [ConflictError]
    (extension,) = rig.tables.extensions

    both = (rig.use.clocks.decide(who, extension, days) for who, days in ((rig.chen, 10), (rig.stranger, 30)))
    results = await asyncio.gather(*both, return_exceptions=True)
    assert [type(one) for one in results if isinstance(one, Exception)] == [ConflictError]
    assert law(rig, case) in {date(2027, 2, 1), date(2027, 2, 21)}


async def test_what_came_too_late_says_so(rig: CoreRig, case: PetitionId) -> None:
    extension = await asked(rig, case)
    await rig.use.answer(rig.liu, case, words("已经修好"))

    _, gone = await rig.use.clocks.decide(rig.chen, extension, 30)

    assert gone.state is ExtensionState.OVERTAKEN
    assert law(rig, case) == date(2027, 1, 22)
    assert rig.history(case)[-1].event is Event.ANSWER


async def test_only_whoever_has_it_asks_with_a_reason_and_in_time(rig: CoreRig, case: PetitionId) -> None:
    with pytest.raises(DomainError, match="extension-not-yours"):
        await rig.use.clocks.propose(rig.chen, case, words("我替他说"))
    with pytest.raises(DomainError, match="reason-empty"):
        await asked(rig, case, " ")
    extension = await asked(rig, case)
    rig.clock.move(timedelta(days=61))
    with pytest.raises(DomainError, match="extension-late"):
        await rig.use.clocks.decide(rig.chen, extension, 10)
    await rig.use.clocks.decide(rig.chen, extension, 0)
    with pytest.raises(DomainError, match="extension-late"):
        await asked(rig, case)


async def test_a_case_that_waits_to_be_taken_has_nothing_to_put_off(rig: CoreRig) -> None:
    case = await rig.submitted()
    rig.at_stage(case, handler=None, stage=Stage.SUBMITTED)
    with pytest.raises(DomainError, match="extension-not-yours"):
        await asked(rig, case)


async def test_whoever_has_an_interest_decides_nothing(rig: CoreRig, case: PetitionId) -> None:
    await rig.use.flow.recuse(rig.chen, case)
    extension = await asked(rig, case)
    with pytest.raises(DomainError, match="you-recused"):
        await rig.use.clocks.decide(rig.chen, extension, 10)
    with pytest.raises(NotFoundError, match="extension-unknown"):
        await rig.use.clocks.decide(staff_of(rig.other_desk, rig.chen.user_id, "陈杰"), extension, 10)
