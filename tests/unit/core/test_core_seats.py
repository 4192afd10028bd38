"""While we are out of a group the nearest one above works on its cases; when we are back they go home."""

from dataclasses import replace
from itertools import count

import pytest

from core.people.model import Purpose, StaffChat
from core.petitions.model import Event
from core.petitions.places import Standing
from core.shared.errors import DomainError
from core.shared.ids import ChatId, PetitionId
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, a_group_below, staff_of, words
from tests.factories.cases import a_staff_chat

pytestmark = pytest.mark.unit


def worked_on_in(rig: CoreRig, petition_id: PetitionId) -> list[ChatId]:
    return [
        place.chat_id
        for place in rig.tables.cards.values()
        if place.petition_id == petition_id and place.standing in {Standing.HERE, Standing.STAND_IN}
    ]


_occasions = count(1)


async def moves(rig: CoreRig, chat: StaffChat, *, able: bool) -> None:
    await rig.use.seat_cases(chat.chat_id, able=able, occasion=str(next(_occasions)))


def all_sent(rig: CoreRig) -> None:
    rows = rig.tables.outbox
    rig.tables.outbox = {row.id: replace(row, state=RowState.SENT) for row in rows.values()}


async def test_the_nearest_group_that_we_are_in_stands_in_whoever_goes_and_comes_first() -> None:
    rig = CoreRig()
    home = a_group_below(rig)
    case = await rig.submitted()
    await moves(rig, home, able=False)
    assert worked_on_in(rig, case) == [rig.desk.chat_id]
    await moves(rig, rig.desk, able=False)
    assert worked_on_in(rig, case) == [rig.other_desk.chat_id]
    await moves(rig, rig.desk, able=True)
    assert worked_on_in(rig, case) == [rig.desk.chat_id]
    await moves(rig, rig.desk, able=False)
    await moves(rig, home, able=True)
    assert worked_on_in(rig, case) == [home.chat_id]
    await moves(rig, rig.desk, able=True)
    assert worked_on_in(rig, case) == [home.chat_id]

    names = [row.actor_name for row in rig.history(case) if row.event is Event.MOVE]
    assert names == ["幸福社区", "平安街道", "幸福社区", "平安街道", "幸福三组"]
    assert rig.said(rig.desk.chat_id).count("stand-in-begins") == 1


async def test_where_nobody_is_above_the_case_stays_and_new_ones_are_taken() -> None:
    rig = CoreRig()
    case = await rig.submitted()
    await moves(rig, rig.other_desk, able=False)
    await moves(rig, rig.desk, able=False)

    assert worked_on_in(rig, case) == [rig.desk.chat_id]
    assert worked_on_in(rig, await rig.submitted(parts=["还有"])) == [rig.desk.chat_id]


async def test_a_case_filed_meanwhile_goes_home_too() -> None:
    rig = CoreRig()
    await moves(rig, rig.desk, able=False)
    case = await rig.submitted()
    assert worked_on_in(rig, case) == [rig.other_desk.chat_id]

    await moves(rig, rig.desk, able=True)
    assert worked_on_in(rig, case) == [rig.desk.chat_id]


async def test_a_closed_case_stays_where_it_is() -> None:
    rig = CoreRig()
    case = await rig.submitted()
    await rig.use.answer(rig.liu, case, words())
    await rig.use.close(rig.liu, case)
    rig.tables.outbox.clear()
    await moves(rig, rig.desk, able=False)

    assert worked_on_in(rig, case) == [rig.desk.chat_id]


async def test_who_works_on_it_now_may_and_who_did_may_not_any_more() -> None:
    rig = CoreRig()
    case = await rig.submitted()
    await moves(rig, rig.desk, able=False)

    with pytest.raises(DomainError) as refused:
        await rig.use.reply(rig.liu, case, words())
    assert refused.value.code == "case-elsewhere"
    await rig.use.reply(staff_of(rig.other_desk, 7003, "何主任"), case, words())


async def test_what_was_said_is_told_there_and_nothing_twice() -> None:
    rig = CoreRig()
    case = await rig.submitted()
    await rig.use.add_to_case(rig.wang, case, "又漏了", [], source="1")
    await rig.use.reply(rig.liu, case, words("来看看"))
    await rig.use.note(rig.liu, case, words("难缠"))
    all_sent(rig)
    for able in (False, True, False, True):
        await moves(rig, rig.desk, able=able)
        all_sent(rig)

    keys = rig.said(rig.other_desk.chat_id)
    for key in ("staff-resident-adds", "staff-said-before", "staff-noted-before"):
        assert keys.count(key) == 1, keys
    assert "staff-said-before" not in rig.said(rig.desk.chat_id)


async def test_what_was_on_its_way_when_we_come_and_go_is_said_where_the_case_is() -> None:
    rig = CoreRig()
    case = await rig.submitted()
    await rig.use.reply(rig.liu, case, words("来看看"))
    all_sent(rig)
    await rig.use.add_to_case(rig.wang, case, "又漏了", [], source="1")
    for able in (False, True, False):
        await moves(rig, rig.desk, able=able)

    waits = [(i.chat_id, i.spec.key) for i in rig.pending if i.spec and i.petition_id == case and i.to_case]
    assert sorted(waits) == sorted(
        [(rig.other_desk.chat_id, "staff-resident-adds"), (rig.other_desk.chat_id, "staff-said-before")]
    )


async def test_an_anonymous_case_leaves_no_more_than_before() -> None:
    rig = CoreRig()
    case = await rig.submitted_anonymously()
    await moves(rig, rig.desk, able=False)

    there = [item for item in rig.items if item.petition_id == case and item.chat_id == rig.other_desk.chat_id]
    assert there
    assert all(item.purge_at_once for item in there)


async def test_the_same_event_twice_is_told_once_and_a_stranger_group_is_nobody() -> None:
    rig = CoreRig()
    rig.tables.staff_chats[rig.other_desk.chat_id] = replace(
        rig.other_desk, purposes=frozenset({Purpose.DESK, Purpose.OPERATORS})
    )
    for _ in range(2):
        await rig.use.seat_cases(rig.desk.chat_id, able=False, occasion="7")
    await rig.use.seat_cases(ChatId(-12345), able=False, occasion="8")

    assert rig.said(rig.other_desk.chat_id) == ["alert-group-out", "stand-in-begins"]


async def test_a_case_that_came_to_a_group_while_we_were_put_out_of_it_moves_when_that_shows() -> None:
    """Two processes: one takes the case in, the other has just noted that we are out."""
    rig = CoreRig()
    case = await rig.submitted()
    rig.tables.staff_chats[rig.desk.chat_id] = replace(rig.desk, out_since=rig.clock.now())
    await moves(rig, rig.desk, able=False)

    assert worked_on_in(rig, case) == [rig.other_desk.chat_id]


async def test_a_right_that_hinders_nothing_is_told_to_the_operators_only() -> None:
    rig = CoreRig()
    rig.tables.staff_chats[rig.other_desk.chat_id] = replace(rig.other_desk, purposes=frozenset({Purpose.OPERATORS}))
    case = await rig.submitted()
    await rig.use.seat_cases(rig.desk.chat_id, able=True, occasion="1", missing=["can_pin_messages"])

    assert rig.said(rig.other_desk.chat_id) == ["alert-rights-lost"]
    assert worked_on_in(rig, case) == [rig.desk.chat_id]


async def test_another_group_bound_in_its_place_gets_the_cases_back() -> None:
    rig = CoreRig()
    case = await rig.submitted()
    await moves(rig, rig.desk, able=False)
    new = a_staff_chat(rig.unit)
    async with rig.use.bind.uow() as uow:
        await uow.staff_chats.move(rig.desk.chat_id, new.chat_id)
        await uow.staff_chats.save(new)
        await uow.commit()
    await rig.use.seat_cases.anew("bound")

    assert worked_on_in(rig, case) == [new.chat_id]
