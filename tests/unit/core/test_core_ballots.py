"""Ballots from the proposal to the published lists, on in-memory storage."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from core.ballots.counting import Result
from core.ballots.model import BallotState, Withheld
from core.ballots.paper import Meeting
from core.ballots.usecases import Standing
from core.ballots.usecases.voting import receipt_hash
from core.shared.errors import AppError, DomainError, NotFoundError
from core.shared.language import Language
from tests.ballot_rig import Hall, refused
from tests.core_rig import CoreRig
from tests.factories.ballots import a_motion, an_entry
from tests.fakes.world import START

SIX = ["excellent", "excellent", "excellent", "competent", "basic", "abstain"]


@pytest.fixture
def hall() -> Hall:
    return Hall(CoreRig())


async def test_two_different_members_approve_and_the_roll_is_frozen(hall: Hall) -> None:
    use = hall.rig.use.ballots
    await use.propose(hall.qian, hall.ballot_id)
    await use.propose(hall.wu, hall.ballot_id)
    await use.approve(hall.qian, hall.ballot_id)
    assert await refused(use.approve(hall.qian, hall.ballot_id)) == "ballot-approved-already"
    assert hall.ballot.state is BallotState.PROPOSED
    await use.approve(hall.wu, hall.ballot_id)
    assert (hall.ballot.state, hall.ballot.seats) == (BallotState.APPROVED, 6)
    late = hall.joins()
    assert (await use.votes(late))[0].standing is Standing.NOT_ON_ROLL


async def test_only_the_supervision_chat_sees_to_ballots(hall: Hall) -> None:
    use = hall.rig.use.ballots
    assert await refused(use.see(hall.rig.liu)) == "ballots-elsewhere"
    assert await refused(use.propose(hall.rig.liu, hall.ballot_id)) == "ballots-elsewhere"


async def test_what_was_sent_back_is_approved_anew(hall: Hall) -> None:
    use = hall.rig.use.ballots
    await use.propose(hall.qian, hall.ballot_id)
    await use.approve(hall.qian, hall.ballot_id)
    await use.send_back(hall.wu, hall.ballot_id)
    await use.propose(hall.qian, hall.ballot_id)
    assert (await use.see.one(hall.qian, hall.ballot_id)).approved_by == ()


async def test_a_motion_is_made_known_ten_days_before() -> None:
    hall = Hall(CoreRig(), a_motion(), opens_at=START + timedelta(days=9, hours=23))
    assert await refused(hall.rig.use.ballots.propose(hall.qian, hall.ballot_id)) == "ballot-notice"


async def test_a_vote_is_cast_counted_and_published(hall: Hall) -> None:
    await hall.opens()
    await hall.all_vote(SIX)
    codes = {receipt_hash(hall.ballot_id, f"RCPT-KEY{n:03d}") for n in range(1, 7)}
    assert hall.rig.vote_keys.keys == {}
    assert hall.rig.tables.vote_drafts == {}
    await hall.closes()
    assert hall.ballot.state is BallotState.PUBLISHED
    result = Result.from_json(hall.ballot.result or {})
    assert (result.seats, result.cast) == (6, 6)
    assert result.subjects[0].dimensions["morality"] == {
        "excellent": 3, "competent": 1, "basic": 1, "incompetent": 0, "abstain": 1
    }  # fmt: skip
    lists = hall.rig.tables.lists[hall.ballot_id]
    assert set(lists["receipts"]) == codes
    assert len(lists["choices"]["director/morality"]) == 6
    assert (hall.rig.tables.box, hall.rig.tables.receipts) == ({}, {})
    assert hall.scrub.times == 1
    for who in hall.people:
        assert hall.rig.said(who.telegram_id) == ["ballot-opened", "ballot-told-published"]
    assert hall.rig.said(hall.chat.chat_id) == ["ballot-opened-staff", "ballot-told-published"]
    assert hall.charts.drawn == [("年终测评", Language.ZH_CN)]
    await hall.tend()
    assert (hall.scrub.times, len(hall.charts.drawn)) == (1, 1)


async def test_nobody_votes_twice_and_nothing_of_a_vote_can_be_asked(hall: Hall) -> None:
    await hall.opens()
    who = hall.people[0]
    token = await hall.fills_in(who, "excellent")
    use = hall.rig.use.ballots
    outcomes = await asyncio.gather(*(use.cast(who, hall.ballot_id, token) for _ in range(5)), return_exceptions=True)
    assert [each for each in outcomes if isinstance(each, int)] == [1]
    assert {each.code for each in outcomes if isinstance(each, AppError)} == {"vote-cast"}
    assert await refused(use.fill_in.look(who, hall.ballot_id)) == "vote-cast"
    view = await use.votes.one(who, hall.ballot_id)
    assert (view.standing, view.marks) == (Standing.VOTED, 1)


async def test_what_is_cast_is_what_was_looked_over(hall: Hall) -> None:
    await hall.opens()
    who, use = hall.people[0], hall.rig.use.ballots
    seen_before = await hall.fills_in(who, "excellent")
    await hall.fills_in(who, "basic")
    assert await refused(use.cast(who, hall.ballot_id, seen_before)) == "vote-choice"
    assert hall.rig.tables.register == {}


async def test_a_paper_half_filled_in_is_not_cast(hall: Hall) -> None:
    await hall.opens()
    who, use = hall.people[0], hall.rig.use.ballots
    question = hall.ballot.paper.questions[0]
    token = next(iter((await use.fill_in.look(who, hall.ballot_id, question)).tokens))
    await use.fill_in.choose(who, hall.ballot_id, question, token)
    cast = next(iter((await use.fill_in.look(who, hall.ballot_id)).tokens))
    assert await refused(use.cast(who, hall.ballot_id, cast)) == "vote-incomplete"


async def test_somebody_elses_buttons_choose_nothing(hall: Hall) -> None:
    await hall.opens()
    one, two = hall.people[:2]
    fill, question = hall.rig.use.ballots.fill_in, hall.ballot.paper.questions[0]
    theirs = set((await fill.look(one, hall.ballot_id, question)).tokens)
    mine = set((await fill.look(two, hall.ballot_id, question)).tokens)
    assert theirs.isdisjoint(mine)
    assert await refused(fill.choose(two, hall.ballot_id, question, theirs.pop())) == "vote-choice"


async def test_a_lost_key_begins_the_paper_anew(hall: Hall) -> None:
    await hall.opens()
    who = hall.people[0]
    await hall.fills_in(who, "excellent")
    await hall.rig.vote_keys.destroy(hall.ballot_id)
    assert (await hall.rig.use.ballots.fill_in.look(who, hall.ballot_id)).choices == {}
    assert await hall.votes(who, "basic") == 1


async def test_nothing_is_cast_before_it_opens_or_after_it_closes(hall: Hall) -> None:
    await hall.approves()
    who, use = hall.people[0], hall.rig.use.ballots
    assert await refused(use.fill_in.look(who, hall.ballot_id)) == "vote-not-open"
    hall.rig.clock.move(hall.ballot.opens_at - hall.rig.clock.now())
    await hall.tend()
    token = await hall.fills_in(who, "excellent")
    hall.rig.clock.move(hall.ballot.closes_at - hall.rig.clock.now())
    assert await refused(use.cast(who, hall.ballot_id, token)) == "vote-not-open"


async def test_four_votes_are_counted_and_not_published(hall: Hall) -> None:
    await hall.opens()
    await hall.all_vote(SIX[:4])
    await hall.closes()
    assert (hall.ballot.state, hall.ballot.withheld) == (BallotState.WITHHELD, Withheld.FEW)
    assert (hall.ballot.result, hall.rig.tables.lists, hall.rig.tables.box) == (None, {}, {})
    assert hall.rig.said(hall.people[0].telegram_id)[-1] == "ballot-told-withheld"


async def test_a_slip_too_many_keeps_the_result_back(hall: Hall) -> None:
    await hall.opens()
    await hall.all_vote(SIX)
    tables = hall.rig.tables
    key, slip = next(iter(tables.box.items()))
    tables.box[key[0], "stuffed"] = slip
    await hall.closes()
    assert (hall.ballot.state, hall.ballot.withheld) == (BallotState.WITHHELD, Withheld.MISMATCH)
    with pytest.raises(NotFoundError):
        await hall.rig.use.ballots.votes.lists(hall.people[0], hall.ballot_id)


async def test_a_motion_of_households_takes_one_vote_a_household() -> None:
    hall = Hall(CoreRig(), a_motion(Meeting.HOUSEHOLDS), voters=0)
    hall.people = [hall.joins(household=f"h{n // 2}") for n in range(10)]
    await hall.opens()
    for who in hall.people[::2]:
        await hall.votes(who, "yes")
    assert await refused(hall.rig.use.ballots.fill_in.look(hall.people[1], hall.ballot_id)) == "vote-cast"
    await hall.closes()
    motion = Result.from_json(hall.ballot.result or {}).motion
    assert motion is not None
    assert (motion.yes, motion.passed) == (5, True)


async def test_cancelled_votes_are_destroyed_and_people_told(hall: Hall) -> None:
    await hall.opens()
    await hall.all_vote(SIX[:2])
    await hall.fills_in(hall.people[3], "basic")
    await hall.rig.use.ballots.cancel(hall.qian, hall.ballot_id)
    await hall.rig.use.ballots.cancel(hall.wu, hall.ballot_id)
    tables = hall.rig.tables
    assert (tables.box, tables.receipts, tables.vote_drafts, hall.rig.vote_keys.keys) == ({}, {}, {}, {})
    await hall.tend()
    assert hall.scrub.times == 1
    assert hall.rig.said(hall.people[0].telegram_id)[-1] == "ballot-told-cancelled"


async def test_keys_of_votes_that_are_in_are_swept_up(hall: Hall) -> None:
    await hall.opens()
    await hall.votes(hall.people[0], "basic")
    entry = hall.entry(hall.people[0])
    await hall.rig.vote_keys.make(hall.ballot_id, entry.id)  # as if it had been stopped between commit and destroying
    await hall.rig.vote_keys.make(hall.ballot_id, hall.entry(hall.people[1]).id)
    await hall.tend()
    assert list(hall.rig.vote_keys.keys) == [(hall.ballot_id, hall.entry(hall.people[1]).id)]


async def test_whoever_is_not_on_the_roster_is_told_so(hall: Hall) -> None:
    await hall.opens()
    wang, use = hall.rig.wang, hall.rig.use.ballots
    assert (await use.votes(wang))[0].standing is Standing.UNVERIFIED
    assert await refused(use.fill_in.look(wang, hall.ballot_id)) == "vote-unverified"


async def test_a_phone_number_of_the_roster_binds_once(hall: Hall) -> None:
    rig = hall.rig
    hashed = rig.secrets.keyed_hash("phone", "+8613800001001")
    entry = replace(an_entry(rig.unit), phone_hash=hashed)
    rig.tables.roster[entry.id] = entry
    bound = await rig.use.people.verify(rig.wang, "+86 138 0000 1001")
    assert bound.id == entry.id
    assert (await rig.use.people.verify(rig.wang, "whatever")).id == entry.id
    with pytest.raises(DomainError, match="phone-taken"):
        await rig.use.people.verify(rig.zhao, "13800001001")
    with pytest.raises(DomainError, match="phone-unknown"):
        await rig.use.people.verify(rig.zhao, "13800009999")
    twin = replace(an_entry(rig.unit), phone_hash=hashed)
    rig.tables.roster[twin.id] = twin
    with pytest.raises(DomainError, match="phone-shared"):
        await rig.use.people.verify(rig.zhao, "13800001001")
