"""An offered place goes to the next only by an answer that cannot mean anything else."""

import pytest

from core.booking.places import BookingState
from tests.booking_rig import Office
from tests.core_rig import actor_of
from tests.dialog_rig import DialogRig

pytestmark = pytest.mark.unit


async def test_a_place_that_is_offered_is_not_given_away_by_one_press() -> None:
    rig = DialogRig()
    office = Office(rig.core)
    full = await office.full()
    wang = rig.resident()
    waiting = await office.waits(rig.core.wang)
    await rig.core.use.booking.cancel(actor_of(rig.core.tables.residents[full[0].resident_id or ""]), full[0].id)
    await wang.says("/book")
    await wang.presses("我的预约")
    await wang.says("1")
    await wang.presses("不要了，给别人")
    assert "真的让给下一位吗" in wang.shown
    for kept in ("要", "不要", "返回"):
        await wang.says(kept)
        assert office.now(waiting).state is BookingState.OFFERED
        assert "不要了，给别人" in " ".join(wang.labels)
        await wang.presses("不要了，给别人")
    await wang.says("菜单")
    assert "为您服务" in wang.shown
    await wang.says("/book")
    await wang.presses("我的预约")
    await wang.says("1")
    await wang.presses("不要了，给别人")
    await wang.says("让给下一位")
    assert office.now(waiting).state is BookingState.DECLINED
