"""What cannot wait stays so wherever it goes, and calls whoever is on duty where it is worked on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.kinds import URGENT_CLAIM, URGENT_REPLY
from core.petitions.model import Event, Kind, Stage
from core.petitions.usecases.teams import CallAgain
from core.routing.model import Team
from core.shared.actor import StaffActor
from core.shared.ids import ChatId, PetitionId
from core.shared.messages import MessageSpec
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, a_draft, words
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.town import Town

pytestmark = pytest.mark.unit
FIRE = {"kind": Kind.SERVICE, "parts": ["楼上着火了"]}
EVERY_DAY = "周一到周日"


async def on_duty(rig: CoreRig, who: StaffActor) -> None:
    await rig.use.duty.know(who.chat_id, who.user_id, who.name)
    await rig.use.duty.set.words(who, f"{EVERY_DAY} {who.name}")


def called(rig: CoreRig, chat_id: ChatId, *keys: str) -> list[list[object]]:
    """Who was called in a chat, by each word that calls somebody to something urgent."""
    specs = [item.spec for item in rig.items if item.chat_id == chat_id and item.spec]
    lines = [line for spec in specs for line in (spec, *spec.more) if line.key in (keys or ("card-urgent-duty",))]
    return [[named.args["name"] for named in line.more] for line in lines]


def delivered(rig: CoreRig) -> None:
    """Let what waits be sent: what is only about to be would go where the case goes."""
    for row in list(rig.tables.outbox.values()):
        rig.tables.outbox[row.id] = replace(row, state=RowState.SENT)


async def a_fire(town: Town) -> PetitionId:
    for who in (town.leader, town.liu, town.he):
        await on_duty(town.rig, who)
    case = await town.filed(**FIRE)
    delivered(town.rig)
    town.rig.clock.move(timedelta(hours=3))
    return case


def in_hours(rig: CoreRig, case: PetitionId) -> bool:
    promises, now = rig.case(case).promises, rig.clock.now()
    return (promises.claim_by, promises.reply_by) == (now + URGENT_CLAIM, now + URGENT_REPLY)


async def test_sent_up_it_pledges_hours_there_and_calls_those_on_duty_there(town: Town) -> None:
    case = await a_fire(town)
    await town.use.flow.escalate(town.leader, case, words("要消防"))
    assert in_hours(town.rig, case)
    assert called(town.rig, town.rig.desk.chat_id) == [["刘敏"]]
    assert called(town.rig, town.group.chat_id) == [["赵组长"]]
    delivered(town.rig)
    await town.transfer(town.liu, case, town.rig.street.id)
    assert called(town.rig, town.rig.other_desk.chat_id) == [["外人"]]
    delivered(town.rig)
    town.rig.clock.move(timedelta(days=1))
    await town.use.flow.object(town.he, case, words("不归街道"))
    assert in_hours(town.rig, case)
    assert called(town.rig, town.rig.desk.chat_id) == [["刘敏"], ["刘敏"]]  # its card stands there already


async def test_what_can_wait_pledges_days_and_calls_on_its_new_card(town: Town) -> None:
    await on_duty(town.rig, town.liu)
    case = await town.filed()
    delivered(town.rig)
    await town.use.flow.escalate(town.leader, case, words("一"))
    assert not in_hours(town.rig, case)
    card = next(item for item in town.rig.items if item.dedupe.startswith(f"card:{case}:{town.rig.desk.chat_id}"))
    assert card.spec is not None
    assert card.spec.key == "card-duty"
    said = [item for item in town.rig.items if item.petition_id == case and item.chat_id == town.rig.desk.chat_id]
    assert min(said, key=lambda item: item.priority) is card  # else it is made for those words, and calls nobody


async def test_a_call_back_keeps_the_day_it_was_pledged_for(town: Town) -> None:
    draft = a_draft(kind=Kind.CALLBACK)
    draft.call = {"phone": "1380", "when": "周五下午", "day": "2026-12-04"}
    case = (await town.use.submit(town.rig.wang, draft)).petition_id
    was = town.rig.case(case).promises
    await town.use.flow.escalate(town.leader, case, words("一"))
    assert town.rig.case(case).promises == was


@pytest.mark.parametrize("by_author", [True, False])
async def test_taken_up_again_it_pledges_hours_and_calls_those_on_duty(town: Town, *, by_author: bool) -> None:
    case = await a_fire(town)
    await town.use.answer(town.leader, case, words("灭了"))
    await town.use.close(town.leader, case)
    town.rig.clock.move(timedelta(days=1))
    if by_author:
        await town.go(case, Event.REOPEN, "又烧起来了")
    else:
        await town.use.flow.reopen(town.leader, case, words("又烧起来了"))
    assert town.rig.case(case).stage is Stage.REOPENED
    assert in_hours(town.rig, case)
    assert called(town.rig, town.group.chat_id) == [["赵组长"], ["赵组长"]]


async def test_nobody_taking_it_is_called_out_anew_after_it_was_taken_up_again(town: Town) -> None:
    case = await a_fire(town)
    again = CallAgain(uow=InMemoryUnitOfWorkFactory(town.rig.database), clock=town.rig.clock)
    await again()
    await town.use.answer(town.leader, case, words("灭了"))
    await town.use.flow.reopen(town.leader, case, words("又烧起来了"))
    town.rig.clock.move(timedelta(hours=3))
    await again()
    assert town.said(town.group).count("urgent-late") == 2
    assert town.said(town.rig.desk).count("urgent-below") == 2


async def test_where_another_desk_stands_in_those_on_duty_there_are_called(town: Town) -> None:
    case = await a_fire(town)
    await town.use.seat_cases(town.group.chat_id, able=False, occasion="kicked")
    assert called(town.rig, town.rig.desk.chat_id) == [["刘敏"]]
    again = CallAgain(uow=InMemoryUnitOfWorkFactory(town.rig.database), clock=town.rig.clock)
    await again()
    late = [item.spec for item in town.rig.items if item.spec and item.spec.key == "urgent-late"]
    assert [names(spec) for spec in late] == [["刘敏"]]
    await town.use.claim(town.liu, case)


def names(spec: MessageSpec) -> list[object]:
    return [named.args["name"] for line in spec.more for named in line.more]


async def test_a_unit_without_a_chat_calls_those_on_duty_above(town: Town) -> None:
    del town.rig.tables.staff_chats[town.group.chat_id]
    await on_duty(town.rig, town.liu)
    await town.filed(**FIRE)
    town.rig.clock.move(timedelta(hours=3))
    await CallAgain(uow=InMemoryUnitOfWorkFactory(town.rig.database), clock=town.rig.clock)()
    late = [item.spec for item in town.rig.items if item.spec and item.spec.key == "urgent-late"]
    assert [names(spec) for spec in late] == [["刘敏"]]
    assert town.said(town.rig.other_desk).count("urgent-below") == 1


async def test_what_turns_urgent_where_another_desk_stands_in_calls_those_there(town: Town) -> None:
    for who in (town.leader, town.liu):
        await on_duty(town.rig, who)
    case = await town.filed(kind=Kind.SERVICE, parts=["楼道路灯坏了"])
    await town.use.seat_cases(town.group.chat_id, able=False, occasion="kicked")
    await town.use.kinds.change_team(town.liu, case, Team.FIRE)
    assert called(town.rig, town.rig.desk.chat_id) == [["刘敏"]]
