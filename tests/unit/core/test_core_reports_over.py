"""What is listed of reports that are over, what the refused are told, and what is forgotten of authors."""

from datetime import timedelta

import pytest

from core.privacy.retention import MaskIdentities
from core.reports.model import ReportEvent
from core.shared.errors import DomainError, NotFoundError
from core.shared.periods import Period
from tests.core_rig import staff_of
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.report_rig import ReportRig, seen_by

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> ReportRig:
    return ReportRig()


async def test_the_group_sees_numbers_and_who_opened_what_is_over(rig: ReportRig) -> None:
    receipt = await rig.reported("qian")
    chair = staff_of(rig.committee)
    shown = await rig.core.use.reports.supervised(chair)
    assert [(report.number, str(day)) for report, day in shown.open] == [(receipt.number, "2026-12-08")]
    assert (shown.opened, shown.over) == ((), None)
    review = rig.core.use.reports.review
    await seen_by(rig, "wu", receipt.number)
    for event in (ReportEvent.TAKE, ReportEvent.ANSWER, ReportEvent.CLOSE):
        await review(rig.actors["wu"], receipt.number, event, "好")
    shown = await rig.core.use.reports.supervised(chair)
    assert (shown.open, shown.opened, shown.over, shown.openers) == ((), (), None, ("吴监督",))
    with pytest.raises(DomainError, match="reports-elsewhere"):
        await rig.core.use.reports.supervised(rig.core.liu)


async def test_numbers_and_days_of_openings_are_told_of_five_and_more_whatever_became_of_the_reports(
    rig: ReportRig,
) -> None:
    numbers = []
    for n in range(5):
        receipt = await rig.reported("qian", code=f"CODE-{n}")
        await seen_by(rig, "wu", receipt.number)
        numbers.append(receipt.number)
        shown = await rig.core.use.reports.supervised(staff_of(rig.committee))
        assert (shown.opened, shown.over) == ((), None)
        await rig.core.use.reports.pass_on(rig.actors["wu"], receipt.number, out=True)

    shown = await rig.core.use.reports.supervised(staff_of(rig.committee))
    assert (shown.over, shown.openers) == (5, ())
    assert sorted(row[:2] for row in shown.opened) == sorted((number, "吴监督") for number in numbers)


async def test_on_a_committee_of_three_the_accused_is_told_what_whoever_was_not_drawn_is_told(rig: ReportRig) -> None:
    """Word for word, and nothing is left of either try; that three are few is said in adr/0025."""
    about_qian, about_liu = await rig.reported("qian"), await rig.reported("liu", code="OTHR-OTHR-OTHR")
    (undrawn,) = {"qian", "wu", "sun"} - rig.drawn(about_liu.id)
    told = []
    for name, receipt in (("qian", about_qian), (undrawn, about_liu)):
        before = repr(rig.core.tables)
        with pytest.raises(NotFoundError) as error:
            await rig.core.use.reports.see(rig.actors[name], receipt.number)
        told.append((type(error.value), error.value.code, error.value.args_for_text))
        assert repr(rig.core.tables) == before

    assert told == [(NotFoundError, "report-not-yours", {})] * 2


@pytest.mark.parametrize("out", [True, False])
async def test_a_year_after_it_is_over_whoever_gave_their_name_is_forgotten(rig: ReportRig, *, out: bool) -> None:
    receipt, going_on = await rig.reported("qian", anonymous=False), await rig.reported("liu", anonymous=False)
    review = rig.core.use.reports.review
    if out:
        await rig.core.use.reports.pass_on(rig.actors["wu"], receipt.number, out=True)
    else:
        for event in (ReportEvent.TAKE, ReportEvent.ANSWER, ReportEvent.CLOSE):
            await review(rig.actors["wu"], receipt.number, event, "好")
    uow, clock = InMemoryUnitOfWorkFactory(rig.core.database), rig.core.clock
    job = MaskIdentities(uow=uow, clock=clock, secrets=rig.core.secrets, days=365)
    period = Period(clock.now().replace(tzinfo=None))
    clock.move(timedelta(days=365))
    await job.prepare(period)
    assert rig.body(receipt.id).author_name
    clock.move(timedelta(days=1))
    await job.prepare(period)

    assert (rig.report(receipt.id).author_hash, rig.body(receipt.id).author, rig.body(receipt.id).author_name) == (
        None,
        None,
        "",
    )
    mine = await rig.core.use.reports.own.mine(rig.core.wang)
    assert [report.id for report in mine] == [going_on.id]
