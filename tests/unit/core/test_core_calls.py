"""Asking to be called back: a number, a time, a call by the next working day, and what becomes of it."""

from datetime import timedelta

import pytest

from core.petitions.calls import TRIES
from core.petitions.card import render_card
from core.petitions.model import Event, Kind, Stage
from core.petitions.party import PartyRole
from core.shared.actions import Action, ActionCode
from core.shared.clock import local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import PetitionId
from core.shared.marks import Marked
from tests.core_rig import CoreRig, words

pytestmark = pytest.mark.unit


async def wished(rig: CoreRig, **call: str) -> PetitionId:
    told = {"phone": rig.secrets.seal("+8613800138000").hex(), "end": "8000", "when": "明天上午", "day": "", **call}
    return await rig.submitted(kind=Kind.CALLBACK, parts=["想问低保"], call=told)


async def test_a_call_is_due_on_the_next_working_day_and_the_number_rests_sealed(rig: CoreRig) -> None:
    case_id = await wished(rig)

    case = rig.case(case_id)
    today = local_day(case.submitted_at, rig.clock.zone)
    due = local_day(case.promises.reply_by, rig.clock.zone)
    assert due > today
    assert due.weekday() < 5
    assert all((today + timedelta(days=n)).weekday() >= 5 for n in range(1, (due - today).days))
    assert case.party is not None
    assert (case.party.role, case.party.name) == (PartyRole.CALL, "")
    assert b"13800138000" not in (case.party.phone or b"")
    assert "receipt-call" in rig.said(rig.wang.telegram_id)


async def test_whoever_calls_reads_whom_they_call(rig: CoreRig) -> None:
    case_id = await wished(rig)
    assert await rig.use.people.see_phone(rig.liu, case_id) == ("王秀英", "+8613800138000")


async def test_a_later_day_that_was_wished_for_is_when_it_is_due(rig: CoreRig) -> None:
    wish = local_day(rig.clock.now(), rig.clock.zone) + timedelta(days=9)
    case_id = await wished(rig, day=wish.isoformat())

    due = local_day(rig.case(case_id).promises.reply_by, rig.clock.zone)
    assert wish <= due <= wish + timedelta(days=2)


@pytest.mark.parametrize("missing", ["phone", "when"])
async def test_without_number_or_time_it_is_not_filed(rig: CoreRig, missing: str) -> None:
    with pytest.raises(DomainError, match="call-incomplete"):
        await wished(rig, **{missing: ""})


async def test_it_is_about_an_own_case_only(rig: CoreRig) -> None:
    own = await rig.submitted()
    linked = await wished(rig, about=own)
    call = rig.case(linked).call
    assert call is not None
    assert call.about == own
    rig.tables.petitions[own] = rig.case(own)
    rig.at_stage(own, resident_id=rig.zhao.resident_id)
    with pytest.raises(NotFoundError, match="case-unknown"):
        await wished(rig, about=own)


async def test_the_card_shows_the_wish_and_not_the_number(rig: CoreRig) -> None:
    case_id = await wished(rig)
    await rig.use.claim(rig.liu, case_id)
    view = await rig.cards.card(case_id, rig.desk.chat_id)
    assert view is not None

    spec = render_card(view, rig.clock.zone, local_day(rig.clock.now(), rig.clock.zone))
    assert "card-call" in [line.key for line in spec.more]
    actions = [code.action for row in spec.buttons for b in row if (code := ActionCode.parse(b.action))]
    assert {Action.PHONE, Action.CALLED, Action.MISSED} <= set(actions)
    assert not {Action.ASK, Action.ANSWER, Action.CLOSE} & set(actions)
    assert "13800138000" not in repr(spec)


async def test_reached_is_closed_and_the_number_is_gone(rig: CoreRig) -> None:
    case_id = await wished(rig)
    note = words("说好了带户口本来")

    await rig.use.kinds.called(rig.liu, case_id, note)
    await rig.use.kinds.called(rig.liu, case_id, note)

    case = rig.case(case_id)
    assert (case.stage, case.party) == (Stage.CLOSED, None)
    last = rig.history(case_id)[-1]
    assert (last.event, last.actor_name, last.reason) == (Event.CALLED, rig.liu.name, note.text)
    assert rig.said(rig.wang.telegram_id).count("notice-called") == 1
    with pytest.raises(DomainError, match="call-none"):
        await rig.use.kinds.called(rig.chen, case_id, words("又打了"))


async def test_not_reached_is_tried_again_and_after_three_times_told_in_writing(rig: CoreRig) -> None:
    case_id = await wished(rig)
    for n in range(TRIES):
        version = rig.case(case_id).version
        await rig.use.kinds.missed(rig.liu, case_id, version)
        await rig.use.kinds.missed(rig.liu, case_id, version)  # the same press twice
        call = rig.case(case_id).call
        assert call is not None
        assert call.tries == n + 1

    said = rig.said(rig.wang.telegram_id)
    assert (said.count("notice-not-reached"), said.count("notice-not-reached-often")) == (TRIES - 1, 1)
    missed = [row for row in rig.history(case_id) if row.event is Event.NOT_REACHED]
    assert [(row.actor_name, row.reason) for row in missed] == [(rig.liu.name, str(n + 1)) for n in range(TRIES)]
    assert rig.case(case_id).open


async def test_a_call_is_no_written_answer(rig: CoreRig) -> None:
    case_id = await wished(rig)
    await rig.use.claim(rig.liu, case_id)
    with pytest.raises(DomainError, match="never-callback"):
        await rig.use.ask(rig.liu, case_id, words("几点？"))
    plain = await rig.submitted()
    with pytest.raises(DomainError, match="call-none"):
        await rig.use.kinds.missed(rig.liu, plain, rig.case(plain).version)


async def test_whoever_wants_no_call_any_more_takes_the_number_back(rig: CoreRig) -> None:
    case_id = await wished(rig)

    await rig.use.withdraw(rig.wang, case_id)

    assert (rig.case(case_id).stage, rig.case(case_id).party) == (Stage.WITHDRAWN, None)


async def test_a_call_that_was_made_is_not_taken_up_again_without_a_number(rig: CoreRig) -> None:
    case_id = await wished(rig)
    await rig.use.claim(rig.liu, case_id)
    assert await rig.use.flow.roads.open(rig.wang, case_id)
    await rig.use.kinds.called(rig.liu, case_id, words("说好了"))

    assert await rig.use.flow.roads.open(rig.wang, case_id) == []
    with pytest.raises(DomainError, match="call-none"):
        await rig.use.flow.roads(rig.wang, case_id, Event.GO_TO_STREET, Marked("再打"), source="s1")
    with pytest.raises(DomainError, match="never-callback"):
        await rig.use.flow.reopen(rig.liu, case_id, words("再打一次"))
