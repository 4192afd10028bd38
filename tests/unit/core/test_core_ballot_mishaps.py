"""What could go wrong around a ballot: approved unread, called off by an old button, a box that somebody opened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.ballots.model import BallotState, Withheld
from core.shared.errors import StorageError
from core.shared.ids import BallotId
from tests.ballot_rig import Hall, refused
from tests.core_rig import CoreRig
from tests.factories.ballots import a_motion

SIX = ["excellent", "excellent", "excellent", "competent", "basic", "abstain"]


@pytest.fixture
def hall() -> Hall:
    return Hall(CoreRig())


async def test_nobody_approves_what_they_have_not_seen(hall: Hall) -> None:
    """Sent back, changed and handed in again behind a message that still stands in the chat."""
    use = hall.rig.use.ballots
    shown = (await use.propose(hall.qian, hall.ballot_id)).version
    await use.send_back(hall.wu, hall.ballot_id)
    assert await refused(use.propose(hall.qian, hall.ballot_id, shown)) == "ballot-stale"
    again = (await use.propose(hall.wu, hall.ballot_id)).version
    assert await refused(use.approve(hall.qian, hall.ballot_id, shown)) == "ballot-stale"
    await use.approve(hall.qian, hall.ballot_id, again)
    await use.approve(hall.wu, hall.ballot_id, again)
    assert hall.ballot.state is BallotState.APPROVED


async def test_a_button_that_called_off_a_draft_calls_off_no_vote(hall: Hall) -> None:
    shown = hall.ballot.version
    await hall.opens()
    await hall.all_vote(SIX)
    assert await refused(hall.rig.use.ballots.cancel(hall.qian, hall.ballot_id, shown)) == "ballot-stale"
    assert hall.rig.tables.box != {}


async def test_one_person_alone_calls_off_nothing_that_two_have_approved(hall: Hall) -> None:
    cancel = hall.rig.use.ballots.cancel
    await hall.opens()
    await hall.all_vote(SIX)
    wished = await cancel(hall.qian, hall.ballot_id, hall.ballot.version)
    assert (wished.state, wished.off_name) == (BallotState.OPEN, hall.qian.name)
    assert await refused(cancel(hall.qian, hall.ballot_id, wished.version)) == "ballot-off-already"
    assert await refused(cancel(hall.wu, hall.ballot_id, wished.version - 1)) == "ballot-stale"
    assert hall.rig.tables.box != {}
    await hall.closes()
    assert hall.ballot.state is BallotState.PUBLISHED


async def test_the_second_to_press_calls_it_off(hall: Hall) -> None:
    cancel = hall.rig.use.ballots.cancel
    await hall.opens()
    wished = await cancel(hall.wu, hall.ballot_id, hall.ballot.version)
    assert (await cancel(hall.qian, hall.ballot_id, wished.version)).state is BallotState.CANCELLED


async def test_a_motion_is_made_known_to_everybody_when_it_is_approved() -> None:
    hall = Hall(CoreRig(), a_motion())
    await hall.approves()
    for who in hall.people:
        assert hall.rig.said(who.telegram_id) == ["ballot-notice"]
    appraisal = Hall(CoreRig())
    await appraisal.approves()
    assert appraisal.rig.said(appraisal.people[0].telegram_id) == []


async def test_a_slip_of_a_group_nobody_knows_does_not_stop_the_close(hall: Hall) -> None:
    await hall.opens()
    await hall.all_vote(SIX)
    tables = hall.rig.tables
    key, slip = next((key, slip) for key, slip in tables.box.items() if slip.dimension == "integrity")
    tables.box[key] = replace(slip, group="陌生人")
    await hall.closes()
    assert (hall.ballot.state, hall.ballot.withheld) == (BallotState.WITHHELD, Withheld.MISMATCH)
    kept = hall.rig.tables.lists[hall.ballot_id]["choices"]["director/integrity"]
    assert {group for group, _, _ in kept} == {"—"}


async def test_of_a_box_that_does_not_agree_too_few_votes_are_not_kept(hall: Hall) -> None:
    await hall.opens()
    await hall.all_vote(SIX[:3])
    hall.rig.tables.register[hall.ballot_id, "somebody"] = True
    await hall.closes()
    assert hall.ballot.withheld is Withheld.MISMATCH
    assert hall.rig.tables.lists == {}


async def test_a_result_that_cannot_be_told_keeps_no_other_ballot_shut(hall: Hall) -> None:
    await hall.opens()
    end = hall.ballot.closes_at
    given = {"opens_at": end, "closes_at": end + timedelta(days=1), "seats": 6}
    other = hall.adds(id=BallotId("zz"), state=BallotState.APPROVED, **given)
    hall.charts.fails = True
    await hall.all_vote(SIX)
    with pytest.raises(StorageError):
        await hall.closes()
    assert hall.rig.tables.ballots[other].state is BallotState.OPEN
    hall.charts.fails = False
    await hall.tend()
    assert hall.ballot.announced
