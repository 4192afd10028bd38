"""Volunteers: signing up, calls, and who sees whose name."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shared.errors import AppError
from core.shared.ids import CallId, MessageId
from core.volunteers import lists
from core.volunteers.model import CallState, Reply, Skill, Times, rates, told_count
from tests.core_rig import CoreRig

pytestmark = pytest.mark.unit


async def a_call(rig: CoreRig, wanted: int = 1) -> CallId:
    sheet = await rig.use.volunteers.call.draft(rig.liu, wanted, "周六搬书", MessageId(5))
    return sheet.call.id


async def two_volunteers() -> CoreRig:
    rig = CoreRig()
    for actor in (rig.wang, rig.zhao):
        await rig.use.volunteers.sign_up.toggle(actor)
    return rig


async def test_one_signs_up_chooses_and_leaves() -> None:
    rig = CoreRig()
    use = rig.use.volunteers.sign_up
    assert await use.see(rig.wang) is None
    await use.toggle(rig.wang)
    await use.toggle(rig.wang, Skill.MEDICAL)
    await use.toggle(rig.wang, Skill.VISITS)
    await use.toggle(rig.wang, Times.WEEKENDS)
    mine = await use.toggle(rig.wang, Skill.MEDICAL)
    assert (mine.skills, mine.times) == ({Skill.VISITS}, {Times.WEEKENDS})
    await use.withdraw(rig.wang)
    assert (await use.see(rig.wang), rig.tables.volunteers) == (None, {})


async def test_a_call_is_looked_at_and_then_asks_each_privately() -> None:
    rig = await two_volunteers()
    call = await a_call(rig)
    assert await a_call(rig) == call
    assert rig.items == []
    sheet = await rig.use.volunteers.call.send(rig.liu, call)
    assert sheet.asked == 2
    assert {item.chat_id for item in rig.items} == {rig.wang.telegram_id, rig.zhao.telegram_id}
    with pytest.raises(AppError, match="call-changed"):
        await rig.use.volunteers.call.send(rig.chen, call)


async def test_a_skill_narrows_who_is_asked() -> None:
    rig = await two_volunteers()
    await rig.use.volunteers.sign_up.toggle(rig.wang, Skill.REPAIRS)
    call = await a_call(rig)
    assert (await rig.use.volunteers.call.with_skill(rig.liu, call, Skill.REPAIRS)).ready == 1
    assert (await rig.use.volunteers.call.with_skill(rig.liu, call, Skill.ORDER)).ready == 0
    with pytest.raises(AppError, match="call-nobody"):
        await rig.use.volunteers.call.send(rig.liu, call)
    assert (await rig.use.volunteers.call.with_skill(rig.liu, call, None)).ready == 2


async def test_when_enough_say_yes_nobody_more_is_taken_and_a_change_of_mind_frees_a_place() -> None:
    rig = await two_volunteers()
    call = await a_call(rig)
    answer = rig.use.volunteers.answer
    await rig.use.volunteers.call.send(rig.liu, call)
    assert await answer(rig.wang, call, Reply.YES) == "volunteer-said-yes"
    assert await answer(rig.wang, call, Reply.YES) == "volunteer-said-yes"
    assert rig.said(rig.desk.chat_id) == ["call-enough"]
    assert await answer(rig.zhao, call, Reply.YES) == "volunteer-enough"
    sheet = await rig.use.volunteers.call.see(rig.liu, call)
    assert ([each.name for each in sheet.yes], sheet.call.state) == (["王秀英"], CallState.ENOUGH)
    assert await answer(rig.wang, call, Reply.NO) == "volunteer-said-no"
    assert await answer(rig.zhao, call, Reply.YES) == "volunteer-said-yes"
    sheet = await rig.use.volunteers.call.thank(rig.liu, call)
    assert [each.name for each in sheet.yes] == ["赵强"]
    thanked = [item.chat_id for item in rig.items if item.spec and item.spec.key == "volunteer-thanks"]
    assert thanked == [rig.zhao.telegram_id]
    assert await answer(rig.wang, call, Reply.YES) == "volunteer-over"
    with pytest.raises(AppError, match="call-changed"):
        await rig.use.volunteers.call.thank(rig.liu, call)


async def test_who_leaves_is_asked_no_more_and_their_answers_go() -> None:
    rig = await two_volunteers()
    call = await a_call(rig, wanted=2)
    await rig.use.volunteers.call.send(rig.liu, call)
    await rig.use.volunteers.answer(rig.wang, call, Reply.YES)
    await rig.use.volunteers.sign_up.withdraw(rig.wang)
    assert (await rig.use.volunteers.call.see(rig.liu, call)).yes == []
    with pytest.raises(AppError, match="call-unknown"):
        await rig.use.volunteers.answer(rig.wang, call, Reply.YES)


async def test_names_are_shown_only_of_those_who_said_yes() -> None:
    rig = await two_volunteers()
    call = await a_call(rig, wanted=2)
    await rig.use.volunteers.call.send(rig.liu, call)
    await rig.use.volunteers.answer(rig.wang, call, Reply.NO)
    shown = [
        lists.overview(await rig.use.volunteers.call.overview(rig.liu)),
        lists.call(await rig.use.volunteers.call.see(rig.liu, call)),
    ]
    assert not any(name in str(shown) for name in ("王秀英", "赵强"))


@pytest.mark.parametrize(
    ("wanted", "text", "code"), [(0, "搬书", "usage"), (3, " ", "usage"), (3, "长" * 2_000, "long")]
)
async def test_a_call_says_how_many_and_for_what(wanted: int, text: str, code: str) -> None:
    rig = CoreRig()
    with pytest.raises(AppError, match=f"call-{code}"):
        await rig.use.volunteers.call.draft(rig.liu, wanted, text, MessageId(5))


async def test_another_desk_sees_no_call_of_this_one() -> None:
    rig = await two_volunteers()
    call = await a_call(rig)
    with pytest.raises(AppError, match="call-unknown"):
        await rig.use.volunteers.call.see(rig.stranger, call)
    assert (await rig.use.volunteers.call.overview(rig.stranger)).calls == []
    dropped = await rig.use.volunteers.call.drop(rig.liu, call)
    assert dropped.call.state is CallState.DROPPED
    rig.clock.move(timedelta(days=1))
    assert (await rig.use.volunteers.call.overview(rig.liu)).calls == []


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_rate_tells_of_no_few_people(helpers: int, others: int) -> None:
    rate = rates({"x": (helpers, helpers + others)})["x"]
    if rate:
        assert helpers == 0 or helpers >= 5
        assert others == 0 or others >= 5
        assert float(rate) == pytest.approx(100 * helpers / (helpers + others), abs=0.05)


def test_few_people_are_not_counted() -> None:
    assert [told_count(count) for count in (0, 1, 4, 5, 12)] == ["0", "<5", "<5", "5", "12"]
