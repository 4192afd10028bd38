"""Volunteers for a request for help: what they read, who is asked, what the desk hears, what the resident does not."""

from dataclasses import replace

import pytest

from core.petitions.menu import MENU
from core.petitions.model import Kind
from core.shared.actions import Action, ActionCode
from core.shared.errors import AppError
from core.shared.ids import CallId, PetitionId
from core.shared.messages import MessageSpec
from core.volunteers import for_cases, lists
from core.volunteers.for_cases import When
from core.volunteers.model import CallState, Reply, Skill
from tests.core_rig import CoreRig, words
from tests.factories.cases import a_resident
from tests.factories.said import actor_of
from tests.fakes.world import START

pytestmark = pytest.mark.unit
TELLTALE = "我是王秀英，电话13800138000，3号楼2单元501，家里路灯坏了没人修"


async def a_case() -> tuple[CoreRig, PetitionId]:
    """A request for help by somebody who volunteers, too, as 赵强 does."""
    rig = CoreRig()
    for actor in (rig.wang, rig.zhao):
        await rig.use.volunteers.sign_up.toggle(actor)
        await rig.use.volunteers.sign_up.toggle(actor, Skill.REPAIRS)
    return rig, await rig.submitted(kind=Kind.SERVICE, parts=[TELLTALE], place="3号楼2单元501")


async def sent(rig: CoreRig, case: PetitionId, count: int = 1, press: str = "1") -> CallId:
    call = await rig.use.volunteers.for_case.draft(rig.liu, case, count, When.NOW, press)
    await rig.use.volunteers.call.send(rig.liu, call)
    return call


def all_of(spec: MessageSpec) -> str:
    return str((spec.key, spec.args, spec.more))


def at_desk(rig: CoreRig, key: str) -> list[MessageSpec]:
    return [i.spec for i in rig.items if i.chat_id == rig.desk.chat_id and i.spec and i.spec.key == key]


async def test_volunteers_read_what_kind_where_about_and_when_and_never_whose_it_is() -> None:
    rig, case = await a_case()
    before = len(rig.items)
    call = await rig.use.volunteers.for_case.draft(rig.liu, case, 2, When.AFTERNOON, "1")
    assert len(rig.items) == before
    look = lists.call(await rig.use.volunteers.call.see(rig.liu, call)).spec
    assert (look.key, look.args["ready"]) == ("call-look-case", "<5")
    assert rig.tables.calls[call].skill is Skill.REPAIRS

    await rig.use.volunteers.call.send(rig.liu, call)

    (invited,) = [item for item in rig.items[before:] if item.dedupe.startswith("call:")]
    assert invited.chat_id == rig.zhao.telegram_id  # its author is not asked to help themselves
    assert invited.spec is not None
    assert invited.spec.key == "volunteer-call-case"
    assert set(invited.spec.args) == {"unit", "count", "team", "when", "area"}
    assert invited.spec.args["area"] == rig.unit.name
    for text in (all_of(invited.spec), all_of(look), rig.tables.calls[call].text):
        assert not any(part in text for part in ("王秀英", "138", "501", "路灯", rig.case(case).number))
    codes = [ActionCode.parse(button.action) for button in invited.spec.buttons[0]]
    assert [code.action for code in codes if code] == [Action.VOLUNTEER_YES, Action.VOLUNTEER_NO]


async def test_the_desk_hears_in_the_case_who_comes_and_who_comes_no_more() -> None:
    rig, case = await a_case()
    resident = a_resident(rig.unit, name="李师傅")
    rig.tables.residents[resident.id] = resident.agrees(START).agrees_to_transfer(START)
    li = actor_of(resident)
    await rig.use.volunteers.sign_up.toggle(li)
    await rig.use.volunteers.sign_up.toggle(li, Skill.REPAIRS)
    call = await sent(rig, case, count=2)
    heard = len(rig.sent_to(rig.wang))
    answer = rig.use.volunteers.answer

    await answer(li, call, Reply.NO)
    assert at_desk(rig, "call-helper-stays-away") == []
    for _ in range(2):
        await answer(rig.zhao, call, Reply.YES)
    await answer(li, call, Reply.YES)
    assert [(s.args["name"], s.args["count"], s.args["wanted"]) for s in at_desk(rig, "call-helper-comes")] == [
        ("赵强", 1, 2),
        ("李师傅", 2, 2),
    ]
    assert rig.tables.calls[call].state is CallState.ENOUGH
    assert "call-enough" not in rig.said(rig.desk.chat_id)
    await answer(rig.zhao, call, Reply.NO)
    assert [(s.args["name"], s.args["count"]) for s in at_desk(rig, "call-helper-stays-away")] == [("赵强", 1)]
    assert all(item.to_case for item in rig.items if item.spec and item.spec.key.startswith("call-helper"))
    assert len(rig.sent_to(rig.wang)) == heard  # what the resident learns staff tell them

    petition, open_call = await rig.use.volunteers.for_case.see(rig.chen, case)
    assert (petition.id, open_call) == (case, call)
    sheet = lists.call(await rig.use.volunteers.call.see(rig.chen, call)).spec
    assert (sheet.key, sheet.args["names"], sheet.args["yes"]) == ("call-case", "李师傅", 1)
    await rig.use.volunteers.call.thank(rig.chen, call)
    assert "volunteer-thanks-case" in rig.said(li.telegram_id)
    assert (await rig.use.volunteers.for_case.see(rig.chen, case))[1] is None


@pytest.mark.parametrize("over", ["closed", "withdrawn", "refused"])
async def test_a_case_that_is_over_ends_its_call_and_whoever_would_come_is_told(over: str) -> None:
    rig, case = await a_case()
    call = await sent(rig, case, count=2)
    await rig.use.volunteers.answer(rig.zhao, call, Reply.YES)
    if over == "closed":
        await rig.use.answer(rig.liu, case, words("修好了"))
        assert rig.tables.calls[call].state is CallState.OPEN  # they may still be on their way
        await rig.use.close(rig.liu, case)
    elif over == "withdrawn":
        await rig.use.withdraw(rig.wang, case)
    else:
        await rig.use.flow.refuse(rig.liu, case, words("请找物业"))

    assert rig.tables.calls[call].state is CallState.OVER
    assert rig.said(rig.zhao.telegram_id)[-1] == "volunteer-not-needed-case"
    assert await rig.use.volunteers.answer(rig.zhao, call, Reply.NO) == "volunteer-over"
    with pytest.raises(AppError, match="call-changed"):
        await rig.use.volunteers.call.thank(rig.liu, call)


async def test_who_has_not_said_yes_hears_nothing_and_nobody_is_called_for_what_is_over() -> None:
    rig, case = await a_case()
    drafted = await rig.use.volunteers.for_case.draft(rig.liu, case, 1, When.NOW, "0")
    await sent(rig, case)
    heard = len(rig.sent_to(rig.zhao))
    await rig.use.answer(rig.liu, case, words("修好了"))
    await rig.use.close(rig.liu, case)
    assert len(rig.sent_to(rig.zhao)) == heard
    with pytest.raises(AppError, match="call-not-for-case"):
        await rig.use.volunteers.call.send(rig.liu, drafted)


async def test_one_call_at_a_time_and_a_press_counts_once() -> None:
    rig, case = await a_case()
    use = rig.use.volunteers.for_case
    await use.draft(rig.liu, case, 1, When.NOW, "1")
    await use.draft(rig.liu, case, 1, When.NOW, "1")
    assert len(rig.tables.calls) == 1
    call = await sent(rig, case, press="2")
    assert await use.draft(rig.chen, case, 5, When.WEEKEND, "3") == call
    row = lists.overview(await rig.use.volunteers.call.overview(rig.liu)).rows[-1][0]
    assert row.key == "call-row-case"


async def test_only_for_open_requests_for_help_and_by_whoever_works_on_them() -> None:
    rig, case = await a_case()
    use = rig.use.volunteers
    call = await sent(rig, case)
    complaint = await rig.submitted()
    for refused, code in (
        (use.for_case.see(rig.liu, complaint), "call-not-for-case"),
        (use.for_case.draft(rig.liu, complaint, 1, When.NOW, "x"), "call-not-for-case"),
        (use.for_case.see(rig.stranger, case), "case-unknown"),
        (use.call.see(rig.stranger, call), "case-unknown"),
    ):
        with pytest.raises(AppError, match=code):
            await refused
    await rig.use.flow.recuse(rig.chen, case)
    with pytest.raises(AppError, match="you-recused"):
        await use.for_case.draft(rig.chen, case, 1, When.NOW, "y")
    with pytest.raises(AppError, match="you-recused"):
        await use.call.thank(rig.chen, call)
    await rig.use.withdraw(rig.wang, case)
    with pytest.raises(AppError, match="call-not-for-case"):
        await use.for_case.see(rig.liu, case)


async def test_the_menu_offers_it_for_requests_for_help_alone() -> None:
    rig, case = await a_case()
    (deed,) = [each for each in MENU if each.action is Action.VOLUNTEERS]
    at = await rig.use.flow.menu.see(rig.liu, case)
    assert deed.may(at)
    assert not deed.may(replace(at, petition=replace(at.petition, kind=Kind.COMPLAINT)))


async def test_a_case_sent_up_takes_its_call_along() -> None:
    rig, case = await a_case()
    call = await sent(rig, case)
    await rig.use.flow.escalate(rig.liu, case, words("要街道"))
    await rig.use.volunteers.answer(rig.zhao, call, Reply.YES)
    assert "call-helper-comes" in rig.said(rig.other_desk.chat_id)
    assert (await rig.use.volunteers.for_case.see(rig.stranger, case))[1] == call
    await rig.use.volunteers.call.thank(rig.stranger, call)


NOTHING = dict.fromkeys(("", "4n", "n", "x"), (0, None))


@pytest.mark.parametrize(("rest", "read"), [("3", (3, None)), ("10m", (10, When.MORNING)), *NOTHING.items()])
def test_what_a_button_names(rest: str, read: tuple[int, When | None]) -> None:
    assert for_cases.chosen(rest) == read
