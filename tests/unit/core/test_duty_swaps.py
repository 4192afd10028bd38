"""Swaps of duty: asked, answered by whom they were asked of, told to both."""

from datetime import timedelta
from typing import Any

import pytest

from core.duty.model import SwapState
from core.shared.actor import StaffActor
from core.shared.errors import AppError
from core.shared.ids import MessageId
from tests.core_rig import CoreRig
from tests.unit.core.test_duty import CHEN, LI, LIU, a_desk, day, sets

pytestmark = pytest.mark.unit


async def swaps(rig: CoreRig, text: str, *, by: StaffActor | None = None, source: int = 900) -> Any:
    return await rig.use.duty.ask_swap(by or rig.liu, text, MessageId(source))


async def test_a_swap_is_asked_answered_and_both_are_told() -> None:
    rig = await a_desk()
    await sets(rig, "12月3日 刘敏")
    await sets(rig, "12月5日 陈杰 Li Fang")
    swap = await swaps(rig, "12月3日 陈杰 12月5日")
    with pytest.raises(AppError, match="swap-not-asked"):
        await rig.use.duty.decide_swap(rig.liu, swap.id, accept=True)
    done = await rig.use.duty.decide_swap(rig.chen, swap.id, accept=True)
    assert done.state is SwapState.ACCEPTED
    assert rig.tables.duty_slots[rig.unit.id, day(3)] == (CHEN,)
    assert rig.tables.duty_slots[rig.unit.id, day(5)] == (LIU, LI)
    asked, told = (item.spec for item in rig.items)
    assert asked is not None
    assert told is not None
    assert (asked.key, asked.args["user"]) == ("swap-asked", str(CHEN))
    assert (told.key, told.args["user"], told.args["by-user"]) == ("swap-accepted", str(LIU), str(CHEN))
    assert rig.tables.audit[-1].action == "duty.swap.accepted"
    with pytest.raises(AppError, match="swap-over"):
        await rig.use.duty.decide_swap(rig.chen, swap.id, accept=False)


async def test_a_swap_can_be_declined_and_asked_again() -> None:
    rig = await a_desk()
    await sets(rig, "周四 刘敏")
    first = await swaps(rig, "12月3日 陈杰")
    await rig.use.duty.decide_swap(rig.chen, first.id, accept=False)
    again = await swaps(rig, "12月3日 陈杰", source=901)
    await rig.use.duty.decide_swap(rig.chen, again.id, accept=True)
    assert rig.tables.duty_slots == {(rig.unit.id, "w4"): (LIU,), (rig.unit.id, day(3)): (CHEN,)}
    assert rig.said(rig.desk.chat_id) == ["swap-asked", "swap-declined", "swap-asked", "swap-accepted"]


async def test_a_swap_that_fits_no_more_changes_nothing() -> None:
    rig = await a_desk()
    await sets(rig, "12月3日 刘敏")
    swap = await swaps(rig, "12月3日 陈杰")
    await sets(rig, "12月3日 Li Fang")
    with pytest.raises(AppError, match="swap-over"):
        await rig.use.duty.decide_swap(rig.chen, swap.id, accept=True)
    rig.clock.move(timedelta(days=20))
    await sets(rig, "2026-12-03 刘敏")
    with pytest.raises(AppError, match="swap-over"):
        await rig.use.duty.decide_swap(rig.chen, swap.id, accept=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("陈杰", "swap-usage"),
        ("12月3日", "swap-usage"),
        ("12月3日 陈杰 Li Fang", "swap-usage"),
        ("12月3日 王五", "duty-person-unknown"),
        ("12月3日 刘敏", "swap-self"),
        ("12月4日 陈杰", "swap-not-yours"),
        ("12月3日 Li Fang 12月5日", "swap-not-theirs"),
        ("2026-11-03 陈杰", "swap-past"),
        ("12月3日 陈杰", "swap-away"),
    ],
)
async def test_a_swap_is_refused(text: str, code: str) -> None:
    rig = await a_desk()
    await sets(rig, "12月3日 刘敏")
    await rig.use.duty.go_away(rig.chen, "12月3日")
    with pytest.raises(AppError, match=code):
        await swaps(rig, text)
    assert rig.tables.swaps == {}
