"""How dates came about, in the words that residents and staff read."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.calendar import ChineseCalendar
from core.people.model import Level
from core.petitions.clocks import Pledges, extended, promise, promise_after_acceptance, promise_after_move
from core.petitions.explained import Dates
from core.petitions.extension import Extension, ExtensionState
from core.petitions.limits import RULES, Limit, Off, breaks_between
from core.petitions.model import Petition, Stage
from core.shared.clock import Calendar, local_day
from core.shared.errors import NotFoundError
from core.shared.ids import ExtensionId, TelegramUserId
from core.shared.language import Language
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.core_rig import CoreRig
from tests.factories.cases import a_petition, a_unit
from tests.fakes.world import SHANGHAI, START, FakeCalendar, FakeClock

pytestmark = pytest.mark.unit

CHINA = ChineseCalendar()


def filed(year: int, month: int, day: int, level: Level = Level.COMMUNITY, calendar: Calendar = CHINA) -> Petition:
    clock = FakeClock(datetime(year, month, day, 2, tzinfo=UTC))
    promises = promise(clock.now(), clock, calendar, Pledges(), level)
    return a_petition(a_unit(), submitted_at=clock.now(), promises=promises, number="XF-2026-000009")


def accepted(petition: Petition, *, after: int = 0) -> Petition:
    at = petition.submitted_at + timedelta(days=after)
    promises = promise_after_acceptance(petition.promises, at, FakeClock(at))
    return replace(petition, stage=Stage.ACCEPTED, accepted_at=at, promises=promises)


def said(petition: Petition, extension: Extension | None = None, calendar: Calendar = CHINA) -> list[str]:
    dates = Dates(petition=petition, extension=extension, calendar=calendar, zone=SHANGHAI)
    renderer = Renderer(default_catalogue(), SHANGHAI, lambda: petition.submitted_at)
    text = unescape(renderer.render(dates.explained(), Language.EN).html)
    plain = re.sub(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d+ [A-Z][a-z]{2})[a-z]*", r"\1", re.sub("</?b>", "", text))
    return [line.strip() for line in plain.split("\n")]


def test_over_national_day() -> None:
    lines = said(filed(2026, 9, 30))

    assert lines[2] == (
        "• 🙋 Somebody takes it by 8 Oct: 1 working days from filing on 30 Sep. This is our own pledge."
    ), lines
    assert lines[3] == "National Day: 1 Oct to 7 Oct are holidays and not counted."
    assert lines[4].startswith("• ⚖️ Told in writing by 15 Oct whether it is accepted: 15 calendar days")
    assert "art. 22–23" in lines[4]
    assert "by 13 Oct: 5 working days" in lines[5]
    assert lines[6].startswith("National Day")
    assert lines[7] == "10 Oct is a make-up workday and counted."
    assert "within 60 calendar days of acceptance" in lines[8]
    assert len(lines) == 9


def test_sixty_days_from_acceptance_plus_thirty_because() -> None:
    petition = accepted(filed(2026, 3, 2), after=1)
    clock = FakeClock(petition.submitted_at + timedelta(days=40))
    petition = replace(petition, promises=extended(petition.promises, 30, CHINA, clock))
    decided = Extension(
        id=ExtensionId("x"),
        petition_id=petition.id,
        reason="要等检测结果",
        proposed_by=TelegramUserId(1),
        proposed_name="刘敏",
        proposed_at=START,
        state=ExtensionState.APPROVED,
        days=30,
        decided_by=TelegramUserId(2),
        decided_name="陈杰",
        decided_at=START,
    )

    lines = said(petition, decided)

    assert "5 working days" in lines[2]
    assert lines[3] == ("It was 9 Mar; put off by 30 days, to the next working day where that is none, it is 8 Apr."), (
        lines
    )
    assert "Answered by 1 Jun at the latest: 60 calendar days from acceptance on 3 Mar" in lines[4], lines
    assert "30 more days: asked for by 刘敏, agreed to by 陈杰, because “要等检测结果”" in lines[5]


def test_a_street_pledges_nothing_and_the_law_holds() -> None:
    petition = filed(2026, 9, 30, Level.STREET)
    assert petition.promises.claim_by == petition.promises.accept_by
    assert petition.promises.reply_by == petition.promises.answer_by
    assert not any("pledge" in line for line in said(petition))

    taken = accepted(petition, after=10)
    assert taken.promises.reply_by == taken.promises.answer_by
    assert local_day(taken.promises.answer_by, SHANGHAI) == date(2026, 12, 9)


def test_a_year_nobody_knows_says_so() -> None:
    lines = said(filed(2026, 12, 30))

    assert sum("holidays of 2027 have not been published" in line for line in lines) == 1  # the reply, not the claim
    assert said(filed(2026, 9, 30)) == [line for line in said(filed(2026, 9, 30)) if "published" not in line]


def test_a_holiday_of_their_own_has_the_name_they_gave_it() -> None:
    class Ours(FakeCalendar):
        def holiday(self, day: date) -> str:
            return "社区成立日" if day == date(2026, 11, 24) else ""

    calendar = Ours(date(2026, 11, 24))
    petition = filed(2026, 11, 23, calendar=calendar)
    assert "社区成立日: 24 Nov is a holiday and not counted." in said(petition, calendar=calendar)


@pytest.mark.parametrize("stage", [Stage.ANSWERED, Stage.CLOSED, Stage.WITHDRAWN])
def test_what_is_over_has_no_dates(stage: Stage) -> None:
    lines = said(replace(filed(2026, 9, 30), stage=stage))
    assert lines[2:] == ["• This has been answered or has ended: there is no date to wait for."]


def test_before_it_was_noted_how_many_days_were_pledged_they_are_counted() -> None:
    petition = filed(2026, 9, 30)
    lines = said(replace(petition, promises=replace(petition.promises, claim_days=None, reply_days=None)))
    assert lines == said(petition)


def test_pledges_of_a_moved_case_are_counted_from_its_move() -> None:
    petition = filed(2026, 9, 25)
    clock = FakeClock(datetime(2026, 9, 30, 2, tzinfo=UTC))
    promises = promise_after_move(petition.promises, clock.now(), clock, CHINA, Pledges(), Level.COMMUNITY)
    lines = said(replace(petition, stage=Stage.ESCALATED, promises=promises))
    assert "by 8 Oct: 1 working days from its coming here on 30 Sep" in lines[2]
    assert "from filing on 25 Sep" in lines[4], lines


def test_a_date_that_is_kept_says_why() -> None:
    petition = filed(2026, 9, 30)
    promises = replace(petition.promises, claim_by=petition.promises.claim_by - timedelta(days=2))
    assert any("had passed: it is 6 Oct" in line for line in said(replace(petition, promises=promises)))


@given(st.dates(date(2026, 1, 1), date(2026, 11, 30)), st.integers(1, 60))
def test_breaks_and_weekends_are_all_there_is_between_days(start: date, count: int) -> None:
    until = start + timedelta(days=count)
    told = {
        each.first + timedelta(days=n): each.kind
        for each in breaks_between(start, until, CHINA)
        for n in range((each.last - each.first).days + 1)
    }
    for n in range(1, count + 1):
        day = start + timedelta(days=n)
        works = told.get(day, Off.HOLIDAY if day.isoweekday() > 5 else Off.WORKDAY) is Off.WORKDAY
        assert works == CHINA.is_workday(day), day


def test_the_table_of_limits_is_what_the_law_and_our_habits_say() -> None:
    counts = {limit.value: (rule.count, rule.days.value, rule.article, rule.rolled) for limit, rule in RULES.items()}
    assert counts == {
        "acknowledge": (0, "calendar", "", False),
        "claim": (1, "working", "", False),
        "reply": (5, "working", "", False),
        "accept": (15, "calendar", "22–23", False),
        "object": (5, "working", "23", False),
        "answer": (60, "calendar", "34", False),
        "extend": (30, "calendar", "34", False),
        "ask-review": (30, "calendar", "35", True),
        "review": (30, "calendar", "35", False),
        "ask-rereview": (30, "calendar", "36", True),
        "rereview": (30, "calendar", "36", False),
    }
    assert {limit for limit, rule in RULES.items() if Level.STREET not in rule.levels} == {Limit.CLAIM, Limit.REPLY}


@pytest.mark.parametrize(
    ("limit", "since", "due"),
    [
        (Limit.OBJECT, date(2026, 9, 30), date(2026, 10, 13)),
        (Limit.ASK_REVIEW, date(2026, 9, 5), date(2026, 10, 8)),  # the 5th of October is a holiday
        (Limit.REVIEW, date(2026, 9, 5), date(2026, 10, 5)),  # an office's own limit is not put off
        (Limit.ASK_REREVIEW, date(2026, 9, 10), date(2026, 10, 10)),  # a Saturday that is worked on
    ],
)
def test_a_rule_counts_and_rolls_as_it_says(limit: Limit, since: date, due: date) -> None:
    assert RULES[limit].due(since, CHINA) == (due, True)


async def test_nobody_elses_case_is_explained() -> None:
    rig = CoreRig()
    case = await rig.submitted()

    assert (await rig.use.clocks.dates.own(rig.wang, case)).key == "dates"
    assert (await rig.use.clocks.dates.at_desk(rig.liu, case)).key == "dates"
    with pytest.raises(NotFoundError, match="case-unknown"):
        await rig.use.clocks.dates.own(rig.zhao, case)
    with pytest.raises(NotFoundError, match="case-unknown"):
        await rig.use.clocks.dates.at_desk(rig.stranger, case)
