"""Reports: who gets one, who reads it, what its author sees, and what anybody else sees: nothing."""

import asyncio
import itertools
from datetime import time, timedelta

import pytest

from core.people.model import Role
from core.petitions.draft import DraftFile
from core.petitions.model import FileKind
from core.reports.model import ReportEvent, ReportState
from core.shared.errors import ConflictError, DomainError, NotFoundError
from tests.report_rig import CODE, FORMS, ReportRig, seen_by

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> ReportRig:
    return ReportRig()


async def test_two_of_the_committee_get_it_and_the_group_hears_number_and_date(rig: ReportRig) -> None:
    receipt = await rig.reported("liu")

    assert rig.report(receipt.id).seat == rig.core.unit.id
    assert len(rig.drawn(receipt.id)) == 2
    told = [item for item in rig.core.items if item.chat_id == rig.committee.chat_id]
    assert [sorted(item.spec.args) for item in told if item.spec] == [["accept", "answer", "number"]]
    assert all(item.purge_at_once and item.petition_id is None for item in rig.core.items)
    assert {item.chat_id for item in rig.core.items} - {rig.committee.chat_id} == {
        rig.actors[name].telegram_id for name in rig.drawn(receipt.id)
    }


async def test_numbers_tell_nothing_of_how_many_there_are(rig: ReportRig) -> None:
    numbers = [(await rig.reported("liu", code=f"{n}")).number for n in range(3)]

    steps = {int(b[3:]) - int(a[3:]) for a, b in itertools.pairwise(numbers)}
    assert len(set(numbers)) == 3
    assert all(number.startswith("JB-") and len(number) == 9 for number in numbers)
    assert steps != {1}


async def test_whoever_is_meant_is_told_what_everybody_is_told(rig: ReportRig) -> None:
    receipt = await rig.reported("qian")

    assert rig.drawn(receipt.id) == {"wu", "sun"}
    refused = set()
    for name in ("qian", "liu", "shi"):
        with pytest.raises(NotFoundError) as error:
            await rig.core.use.reports.see(rig.actors[name], receipt.number)
        refused.add((error.value.code, *error.value.args_for_text.items()))
    with pytest.raises(NotFoundError) as error:
        await rig.core.use.reports.see(rig.actors["wu"], "JB-999999")
    refused.add((error.value.code, *error.value.args_for_text.items()))
    assert refused == {("report-not-yours",)}
    assert rig.core.tables.openings == []


async def test_being_refused_says_nothing_for_some_are_never_drawn(rig: ReportRig) -> None:
    receipt = await rig.reported("liu")
    (other,) = {"qian", "wu", "sun"} - rig.drawn(receipt.id)

    with pytest.raises(NotFoundError, match="report-not-yours"):
        await rig.core.use.reports.see(rig.actors[other], receipt.number)


async def test_every_opening_is_logged_and_one_reading_is_one_opening(rig: ReportRig) -> None:
    receipt = await rig.reported("qian")
    assert await seen_by(rig, "wu", receipt.number) == ["他拿了钱"]
    rig.core.clock.move(timedelta(minutes=10))
    await seen_by(rig, "wu", receipt.number)
    rig.core.clock.move(timedelta(hours=2))
    await seen_by(rig, "wu", receipt.number)

    assert [opening.name for opening in rig.core.tables.openings] == ["吴监督", "吴监督"]
    assert [row.action for row in rig.core.tables.audit] == ["report.opened", "report.opened"]
    assert not any("他拿了钱" in repr(row) for row in rig.core.tables.audit)


@pytest.mark.parametrize("gone", ["left", "unbound", "no role"])
async def test_whoever_is_no_longer_of_the_committee_reads_nothing_more(rig: ReportRig, gone: str) -> None:
    receipt = await rig.reported("qian")
    await seen_by(rig, "wu", receipt.number)
    if gone == "left":
        rig.core.reports.away.add(rig.actors["wu"].telegram_id)
    elif gone == "unbound":
        rig.changes("wu", resident_id=None)
    else:
        rig.changes("wu", roles=frozenset({Role.STAFF}))

    with pytest.raises(NotFoundError, match="report-not-yours"):
        await seen_by(rig, "wu", receipt.number)


async def test_fewer_than_two_and_it_goes_one_level_up(rig: ReportRig) -> None:
    receipt = await rig.reported("qian", "wu")

    assert rig.report(receipt.id).seat == rig.core.street.id
    assert rig.drawn(receipt.id) == {"shi", "he"}
    assert not [item for item in rig.core.items if item.chat_id == rig.committee.chat_id]


async def test_who_has_left_the_group_does_not_count(rig: ReportRig) -> None:
    rig.core.reports.away |= {rig.actors[name].telegram_id for name in ("wu", "sun")}
    receipt = await rig.reported("liu")

    assert rig.report(receipt.id).seat == rig.core.street.id


async def test_where_nobody_may_read_it_goes_to_the_discipline_office(rig: ReportRig) -> None:
    receipt = await rig.reported("qian", "wu", "shi")

    assert receipt.external
    assert rig.report(receipt.id).state is ReportState.EXTERNAL
    assert rig.core.items == []
    for name in rig.actors:
        with pytest.raises(NotFoundError):
            await seen_by(rig, name, receipt.number)
    assert (await rig.core.use.reports.own(rig.core.zhao, None, CODE)).report.number == receipt.number


async def test_a_name_nobody_was_asked_about_counts_as_meant_and_a_denied_one_does_not(rig: ReportRig) -> None:
    unasked = await rig.reported("liu", text="钱监督也拿了")
    denied = [rig.entries["qian"].id]
    other = await rig.reported("liu", text="钱监督是证人", denied=denied, code="OTHR-OTHR-OTHR")

    assert rig.drawn(unasked.id) == {"wu", "sun"}
    assert "qian" in rig.drawn(other.id)


async def test_whoever_reports_does_not_review_it(rig: ReportRig) -> None:
    draft = rig.draft("liu", anonymous=False)
    receipt = await rig.core.use.reports.submit(rig.actors["wu"], draft, FORMS)

    assert rig.drawn(receipt.id) == {"qian", "sun"}


async def test_nothing_of_an_anonymous_author_is_left(rig: ReportRig) -> None:
    rig.core.reports.telegram["file-of-wang"] = b"photo"
    draft = rig.draft("liu")
    draft.words.files.append(DraftFile(kind=FileKind.PHOTO, file_id="file-of-wang", said_in=4711))
    draft.words.said_in[0] = 4712
    receipt = await rig.core.use.reports.submit(rig.core.wang, draft, FORMS)

    kept = repr(
        (rig.core.tables.reports, rig.core.tables.report_entries, rig.core.tables.outbox, rig.core.tables.audit)
    )
    opened = kept + rig.body(receipt.id).to_json() + "".join(entry.to_json() for entry in rig.entries_of(receipt.id))
    for trace in (rig.core.wang.resident_id, str(rig.core.wang.telegram_id), "file-of-wang", "4711", "4712", CODE):
        assert trace not in opened, trace
    assert draft.id not in opened
    assert "他拿了钱" not in kept
    assert rig.report(receipt.id).received_on.astimezone(rig.core.clock.zone).time() == time(0)
    assert [entry.at for entry in rig.entries_of(receipt.id)] == ["2026-11-23"]
    assert rig.core.tables.links == {}


async def test_a_draft_confirmed_twice_is_one_report(rig: ReportRig) -> None:
    draft = rig.draft("liu")
    receipts = [await rig.core.use.reports.submit(rig.core.wang, draft, FORMS) for _ in range(2)]

    assert receipts[0] == receipts[1]
    assert len(rig.core.tables.reports) == 1


@pytest.mark.parametrize("missing", ["words", "accused"])
async def test_a_report_says_what_and_of_whom(rig: ReportRig, missing: str) -> None:
    draft = rig.draft(text="") if missing == "words" else rig.draft()

    with pytest.raises(DomainError, match="report-incomplete"):
        await rig.core.use.reports.submit(rig.core.wang, draft, FORMS)


async def test_a_named_author_finds_theirs_and_nobody_else_does(rig: ReportRig) -> None:
    receipt = await rig.reported("qian", anonymous=False)
    own = rig.core.use.reports.own

    assert [each.number for each in await own.mine(rig.core.wang)] == [receipt.number]
    assert await own.mine(rig.core.zhao) == []
    with pytest.raises(NotFoundError, match="report-unknown"):
        await own(rig.core.zhao, receipt.id)
    assert (await rig.core.use.reports.see(rig.actors["wu"], receipt.number)).body.author_name == "王秀英"
    assert rig.core.wang.resident_id not in repr(rig.core.tables.reports)


async def test_the_work_from_taking_to_closing_as_its_author_sees_it(rig: ReportRig) -> None:
    receipt = await rig.reported("qian")
    review, wu = rig.core.use.reports.review, rig.actors["wu"]
    await review(wu, receipt.number, ReportEvent.TAKE)
    await review(wu, receipt.number, ReportEvent.NOTE, "先查账")
    await review(wu, receipt.number, ReportEvent.ASK, "哪一天？")
    await rig.core.use.reports.add(rig.core.zhao, None, "上周二", [], source="u1", forms=FORMS, code=CODE)
    await rig.core.use.reports.add(rig.core.zhao, None, "上周二", [], source="u1", forms=FORMS, code=CODE)
    await review(wu, receipt.number, ReportEvent.ANSWER, "已经处理")
    assert await rig.core.use.reports.own.knows_code(CODE)
    read = await rig.core.use.reports.own(rig.core.zhao, None, CODE)
    assert [(e.event, e.text) for e in read.entries] == [
        (ReportEvent.SUBMIT, "他拿了钱"),
        (ReportEvent.TAKE, ""),
        (ReportEvent.ASK, "哪一天？"),
        (ReportEvent.ADD, "上周二"),
        (ReportEvent.ANSWER, "已经处理"),
    ]
    await review(wu, receipt.number, ReportEvent.CLOSE)
    assert rig.report(receipt.id).state is ReportState.CLOSED
    with pytest.raises(DomainError, match="report-state-closed"):
        await rig.core.use.reports.add(rig.core.zhao, None, "还有", [], source="u2", forms=FORMS, code=CODE)
    assert len([item for item in rig.core.items if item.chat_id == rig.committee.chat_id]) == 1
    assert rig.core.sent_to(rig.core.wang) == rig.core.sent_to(rig.core.zhao) == []


async def test_nobody_writes_into_what_nobody_has_taken(rig: ReportRig) -> None:
    receipt = await rig.reported("qian")
    await seen_by(rig, "wu", receipt.number)
    for event in (ReportEvent.NOTE, ReportEvent.ASK, ReportEvent.ANSWER, ReportEvent.CLOSE):
        with pytest.raises(DomainError, match="report-state-received"):
            await rig.core.use.reports.review(rig.actors["wu"], receipt.number, event, "先查账")


async def test_a_named_author_is_told_that_there_is_news_and_not_which(rig: ReportRig) -> None:
    receipt = await rig.reported("qian", anonymous=False)
    await rig.core.use.reports.review(rig.actors["wu"], receipt.number, ReportEvent.TAKE)

    (told,) = rig.core.sent_to(rig.core.wang)
    assert told.spec is not None
    assert (told.spec.key, told.spec.args) == ("report-news", {})
    assert told.purge_at_once
    assert receipt.number not in repr(told)
    assert receipt.id not in repr(told)


async def test_of_two_who_take_it_at_once_one_is_told_so(rig: ReportRig) -> None:
    receipt = await rig.reported("qian")
    review = rig.core.use.reports.review
    results = await asyncio.gather(
        *(review(rig.actors[name], receipt.number, ReportEvent.TAKE) for name in ("wu", "sun")), return_exceptions=True
    )

    assert sum(isinstance(each, ConflictError) for each in results) == 1
    assert rig.events(receipt.id).count(ReportEvent.TAKE) == 1


async def test_what_comes_later_may_name_somebody_who_then_reads_no_further(rig: ReportRig) -> None:
    receipt = await rig.reported("liu")
    (other,) = {"qian", "wu", "sun"} - rig.drawn(receipt.id)
    named = min(rig.drawn(receipt.id))
    before = len(rig.core.items)
    await rig.core.use.reports.add(
        rig.core.zhao, None, f"还有{rig.entries[named].name}", [], source="u1", forms=FORMS, code=CODE
    )

    assert named not in rig.drawn(receipt.id)
    assert other in rig.drawn(receipt.id)
    with pytest.raises(NotFoundError):
        await seen_by(rig, named, receipt.number)
    told = rig.core.items[before:]
    assert {item.chat_id for item in told} == {rig.actors[name].telegram_id for name in rig.drawn(receipt.id)}
    assert rig.events(receipt.id)[-2:] == [ReportEvent.ADD, ReportEvent.DRAW]
    assert rig.report(receipt.id).state is ReportState.RECEIVED


async def test_it_is_handed_up_one_level_and_then_out(rig: ReportRig) -> None:
    receipt = await rig.reported("qian", anonymous=False)
    pass_on = rig.core.use.reports.pass_on
    await rig.core.use.reports.review(rig.actors["wu"], receipt.number, ReportEvent.TAKE)
    await pass_on(rig.actors["wu"], receipt.number, out=False)
    assert rig.report(receipt.id).seat == rig.core.street.id
    with pytest.raises(NotFoundError):
        await seen_by(rig, "wu", receipt.number)
    assert (await seen_by(rig, "shi", receipt.number))[0] == "他拿了钱"
    await pass_on(rig.actors["shi"], receipt.number, out=False)
    assert rig.report(receipt.id).state is ReportState.EXTERNAL
    assert rig.events(receipt.id)[-2:] == [ReportEvent.CLIMB, ReportEvent.HAND_OUT]


async def test_a_call_is_written_down_by_a_supervisor_and_followed_by_code(rig: ReportRig) -> None:
    draft = rig.draft("liu", call=True)
    with pytest.raises(DomainError, match="report-call-staff"):
        await rig.core.use.reports.submit(rig.actors["liu"], draft, FORMS)
    receipt = await rig.core.use.reports.submit(rig.actors["sun"], draft, FORMS)

    assert rig.body(receipt.id).taken_by_call == "孙监督"
    assert rig.report(receipt.id).anonymous
    assert (await rig.core.use.reports.own(rig.core.zhao, None, CODE)).report.id == receipt.id
