"""What happens to reports by themselves, every morning; and their table."""

import json
from dataclasses import asdict
from datetime import time, timedelta

import pytest

from core.reports.model import AWAITED, OPEN_STATES, TRANSITIONS, ReportEvent, ReportState
from core.reports.seating import FindSeat, everybody_present
from core.reports.usecases import RemindReviewers
from core.reports.usecases.review import counted
from core.shared.periods import Daily, Turn
from tests.fakes.stores import FakeStateStore
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.report_rig import ReportRig

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> ReportRig:
    return ReportRig()


def a_morning(rig: ReportRig) -> RemindReviewers:
    uow = InMemoryUnitOfWorkFactory(rig.core.database)
    return RemindReviewers(
        uow=uow,
        clock=rig.core.clock,
        ids=rig.core.ids,
        vault=rig.vault,
        find_seat=FindSeat(uow=uow, present=everybody_present),
        shuffle=list,
        state=FakeStateStore(rig.core.database),
        hour=9,
    )


async def morning(rig: ReportRig) -> None:
    """One morning's turn."""
    job = a_morning(rig)
    period = Daily(time(9)).latest(rig.core.clock.now(), rig.core.clock.zone)
    await job.prepare(period)
    async with job.uow() as uow:
        await job.run(uow, Turn(period=period, follows=None, passed_over=0))
        await uow.commit()


def reminders(rig: ReportRig) -> dict[int, int]:
    found: dict[int, int] = {}
    for item in rig.core.items:
        if item.spec and item.spec.key == "report-reminder":
            found[item.chat_id] = found.get(item.chat_id, 0) + 1
    return found


async def test_reminders_carry_number_and_date_and_reach_the_level_above_when_late(rig: ReportRig) -> None:
    receipt = await rig.reported("qian")
    await rig.core.use.reports.see(rig.actors["wu"], receipt.number)
    rig.core.clock.move(timedelta(days=11))
    await morning(rig)
    assert reminders(rig) == {}
    rig.core.clock.move(timedelta(days=1))
    await morning(rig)
    assert reminders(rig) == {rig.committee.chat_id: 1}
    rig.core.clock.move(timedelta(days=4))
    await morning(rig)
    assert reminders(rig) == {rig.committee.chat_id: 2, rig.above.chat_id: 1}
    said = [asdict(item) for item in rig.core.items if item.spec and item.spec.key == "report-reminder"]
    assert receipt.number in repr(said)
    assert "他拿了钱" not in repr(said)


async def test_what_nobody_reads_is_given_to_one_more(rig: ReportRig) -> None:
    receipt = await rig.reported("liu")
    await morning(rig)
    assert len(rig.drawn(receipt.id)) == 2
    rig.core.clock.move(timedelta(days=3))
    await morning(rig)
    assert len(rig.drawn(receipt.id)) == 3


async def test_who_stops_supervising_is_replaced_and_a_committee_too_small_passes_it_on(rig: ReportRig) -> None:
    receipt = await rig.reported("liu")
    gone, left = sorted(rig.drawn(receipt.id))
    (other,) = {"qian", "wu", "sun"} - {gone, left}
    rig.changes(gone, roles=frozenset())
    await morning(rig)
    assert rig.drawn(receipt.id) == {left, other}
    rig.changes(other, roles=frozenset())
    await morning(rig)
    assert rig.report(receipt.id).seat == rig.core.street.id


async def test_drafts_rest_sealed_under_no_name_and_not_for_long(rig: ReportRig) -> None:
    drafts, wang = rig.core.use.reports.drafts, rig.core.wang.telegram_id
    written = rig.draft("liu")
    await drafts.put(wang, written)
    (key,) = rig.core.tables.state
    assert str(wang) not in key
    assert "他拿了钱" not in json.dumps(rig.core.tables.state, ensure_ascii=False)
    assert await drafts.get(wang) == written
    rig.core.tables.state_idle[key] = 8
    await a_morning(rig).prepare(Daily(time(9)).latest(rig.core.clock.now(), rig.core.clock.zone))
    assert await drafts.get(wang) is None


def test_counts_below_five_are_withheld() -> None:
    assert [counted(n) for n in (0, 4, 5)] == [None, None, 5]


def test_no_state_is_left_but_by_the_table() -> None:
    assert {state for state, _ in TRANSITIONS} == OPEN_STATES
    assert set(TRANSITIONS.values()) == set(ReportState)
    assert {state for state, event in TRANSITIONS if event is ReportEvent.DRAW} == AWAITED


async def test_whoever_is_erased_is_taken_out_of_their_reports(rig: ReportRig) -> None:
    receipt = await rig.reported("qian", anonymous=False)
    await rig.core.use.privacy.erase(rig.core.wang, {})

    body = rig.body(receipt.id)
    assert (body.author, body.author_name) == (None, "")
    assert rig.report(receipt.id).anonymous
    assert [entry.text for entry in rig.entries_of(receipt.id)] == ["他拿了钱"]
