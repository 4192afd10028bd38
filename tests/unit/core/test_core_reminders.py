"""Desks hear each morning of what falls due and of what is overdue; the level above of the latter."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import Any

import pytest

from core.jobs import TakeTurn
from core.petitions.model import Handler, Kind, Stage
from core.petitions.places import CardPlace
from core.petitions.reminders import LISTED, Habits, RemindDesks
from core.shared.ids import ChatId
from core.shared.language import Language
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, Priority
from core.shared.text import utf16_len
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.core_rig import CoreRig
from tests.factories.cases import a_petition, some_promises
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

DAY = timedelta(days=1)
TODAY = date(2026, 11, 23)


def end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), tzinfo=SHANGHAI)


class Morning:
    """A community whose desk has one case due on a given day."""

    def __init__(self, habits: Habits | None = None) -> None:
        self.rig = CoreRig()
        self.job = RemindDesks(clock=self.rig.clock, habits=habits or Habits())
        self.read = 0

    def has(
        self,
        *,
        due: date,
        law: date = TODAY + 60 * DAY,
        stage: Stage = Stage.IN_PROGRESS,
        desk: ChatId | None = None,
        **given: Any,
    ) -> str:
        ours, legal = ("claim_by", "accept_by") if stage is Stage.SUBMITTED else ("reply_by", "answer_by")
        promised = {ours: end_of(due), legal: end_of(law)}
        petition = a_petition(self.rig.unit, stage=stage, promises=some_promises(**promised), **given)
        self.rig.tables.petitions[petition.id] = petition
        chat = desk or self.rig.desk.chat_id
        self.rig.tables.cards[petition.id, chat] = CardPlace(petition_id=petition.id, chat_id=chat)
        return petition.number

    async def comes(self, days: int = 0) -> dict[ChatId, MessageSpec]:
        """Move on, look, and return what each chat is told that was not told before."""
        self.rig.clock.move(days * DAY)
        await TakeTurn(uow=InMemoryUnitOfWorkFactory(self.rig.database), clock=self.rig.clock)(self.job)
        items, self.read = self.rig.items[self.read :], len(self.rig.items)
        items = [item for item in items if item.operation is Operation.SEND]
        assert len({item.chat_id for item in items}) == len(items)
        return {item.chat_id: item.spec for item in items if item.spec}

    async def desk_reads(self, days: int = 0) -> list[str]:
        told = (await self.comes(days)).get(self.rig.desk.chat_id)
        return [line.key for line in told.more] if told else []


@pytest.fixture
def morning() -> Morning:
    return Morning()


async def test_where_nothing_is_due_nothing_is_said(morning: Morning) -> None:
    morning.has(due=TODAY + 2 * DAY)
    morning.has(due=TODAY + 4 * DAY)
    morning.has(due=TODAY, stage=Stage.ANSWERED)
    morning.has(due=TODAY, stage=Stage.CLOSED)
    morning.has(due=TODAY, stage=Stage.WITHDRAWN)

    assert await morning.comes() == {}


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO])
@pytest.mark.parametrize("left", [3, 1, 0])
async def test_three_days_before_one_day_before_and_on_the_day(morning: Morning, stage: Stage, left: int) -> None:
    number = morning.has(due=TODAY + left * DAY, stage=stage)

    told = (await morning.comes())[morning.rig.desk.chat_id]
    assert [line.key for line in told.more] == ["reminder-soon", "reminder-soon-row", "reminder-hint"]
    assert told.more[1].args["number"] == number
    assert told.more[1].args["awaits"] == ("claim" if stage is Stage.SUBMITTED else "reply")
    assert told.more[1].args["day"] == TODAY + left * DAY


@pytest.mark.parametrize(("kind", "awaits"), [(Kind.CALLBACK, "call"), (Kind.MEDIATION, "mediation")])
async def test_of_what_gets_no_formal_answer_it_says_what_to_press_instead(
    morning: Morning, kind: Kind, awaits: str
) -> None:
    for stage in (Stage.SUBMITTED, Stage.ACCEPTED):
        morning.has(due=TODAY, stage=stage, kind=kind)
    told = (await morning.comes())[morning.rig.desk.chat_id]
    assert sorted(str(line.args["awaits"]) for line in told.more[1:3]) == sorted(["claim", awaits])


async def test_a_reminder_names_the_promise_leads_to_the_card_and_mentions_whoever_has_it(morning: Morning) -> None:
    liu = Handler(user_id=7001, name="刘敏", unit_id=morning.rig.unit.id)
    number = morning.has(due=TODAY, handler=liu)
    (petition,) = morning.rig.tables.petitions.values()
    await morning.rig.card_stands(petition.id, 500)
    told = (await morning.comes())[morning.rig.desk.chat_id]

    shown = Renderer(default_catalogue(), SHANGHAI, lambda: START).render(told, Language.ZH_CN).html
    inner = str(morning.rig.desk.chat_id).removeprefix("-100")
    assert f'<a href="https://t.me/c/{inner}/500">{number}</a>' in shown
    assert '<a href="tg://user?id=7001">刘敏</a>' in shown
    assert "承诺" in shown
    assert "请点“办理答复”" in shown


async def test_where_only_the_law_promises_the_reminder_says_so(morning: Morning) -> None:
    morning.has(due=TODAY, stage=Stage.SUBMITTED)
    (petition,) = morning.rig.tables.petitions.values()
    promises = replace(petition.promises, claim_days=0, reply_days=0)
    morning.rig.at_stage(petition.id, promises=promises)
    told = (await morning.comes())[morning.rig.desk.chat_id]

    shown = Renderer(default_catalogue(), SHANGHAI, lambda: START).render(told, Language.ZH_CN).html
    assert "法定" in shown
    assert "请点“我来办”" in shown


async def test_day_after_day_each_case_is_named_on_its_days(morning: Morning) -> None:
    morning.has(due=TODAY + 4 * DAY)
    await morning.comes()

    named = [[key for key in await morning.desk_reads(1) if key.endswith("-row")] for _ in range(6)]
    soon, overdue = ["reminder-soon-row"], ["reminder-overdue-row"]
    assert named == [soon, [], soon, soon, overdue, overdue]


async def test_what_is_overdue_is_told_to_the_level_above_as_well(morning: Morning) -> None:
    number = morning.has(
        due=TODAY - DAY, handler=Handler(user_id=1, name="李敏", unit_id=morning.rig.unit.id), text="内容"
    )
    told = await morning.comes()

    desk, above = told[morning.rig.desk.chat_id], told[morning.rig.other_desk.chat_id]
    assert [line.key for line in desk.more] == ["reminder-overdue", "reminder-overdue-row", "reminder-hint"]
    assert [line.key for line in above.more] == ["reminder-below", "reminder-below-row", "reminder-hint"]
    assert above.more[1].args["number"] == number
    assert above.more[1].args["unit"] == morning.rig.unit.name
    assert len(told) == 2


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.IN_PROGRESS])
@pytest.mark.parametrize(("left", "broken"), [(0, "no"), (-1, "yes")])
async def test_whether_the_law_is_broken_is_said(morning: Morning, stage: Stage, left: int, broken: str) -> None:
    morning.has(due=TODAY - 11 * DAY, law=TODAY + left * DAY, stage=stage)
    told = await morning.comes()

    for chat in (morning.rig.desk.chat_id, morning.rig.other_desk.chat_id):
        assert told[chat].more[1].args["broken"] == broken
        shown = Renderer(default_catalogue(), SHANGHAI, lambda: START).render(told[chat], Language.ZH_CN).html
        assert ("法定期限" in shown, "法定最晚" in shown) == (broken == "yes", broken == "no")


async def test_of_a_desk_without_a_level_above_nobody_else_hears(morning: Morning) -> None:
    morning.has(due=TODAY - DAY, desk=morning.rig.other_desk.chat_id)

    assert list(await morning.comes()) == [morning.rig.other_desk.chat_id]


async def test_where_one_group_serves_both_levels_it_hears_once(morning: Morning) -> None:
    del morning.rig.tables.staff_chats[morning.rig.other_desk.chat_id]
    morning.has(due=TODAY - DAY)

    assert await morning.desk_reads() == ["reminder-overdue", "reminder-overdue-row", "reminder-hint"]


async def test_a_chat_gets_one_message_with_everything(morning: Morning) -> None:
    morning.has(due=TODAY - DAY)
    morning.has(due=TODAY - DAY, desk=morning.rig.other_desk.chat_id)
    morning.has(due=TODAY, desk=morning.rig.other_desk.chat_id)

    told = await morning.comes()
    above = [line.key for line in told[morning.rig.other_desk.chat_id].more if not line.key.endswith("-row")]
    assert above == ["reminder-overdue", "reminder-soon", "reminder-below", "reminder-hint"]


async def test_after_a_leap_over_weeks_one_reminder_names_what_is_so_now(morning: Morning) -> None:
    morning.has(due=TODAY + 2 * DAY)
    morning.has(due=TODAY + 23 * DAY)
    await morning.comes()

    told = await morning.comes(21)
    assert [line.key for line in told[morning.rig.desk.chat_id].more] == [
        *("reminder-overdue", "reminder-overdue-row"),
        *("reminder-soon", "reminder-soon-row"),
        "reminder-hint",
    ]
    assert await morning.comes() == {}


async def test_a_morning_on_which_nobody_was_there_hides_no_case(morning: Morning) -> None:
    morning.has(due=TODAY + 4 * DAY)  # three days before is tomorrow, when the machine is off
    await morning.comes()

    assert await morning.desk_reads(2) == ["reminder-soon", "reminder-soon-row", "reminder-hint"]


async def test_made_up_for_before_todays_hour_it_tells_of_today_and_that_is_all_for_the_day(morning: Morning) -> None:
    """The machine was off from before yesterday's nine until three in the night."""
    due = morning.has(due=TODAY + 3 * DAY)
    over = morning.has(due=TODAY + DAY)
    await morning.comes()

    morning.rig.clock.move(timedelta(hours=17))
    told = (await morning.comes(1))[morning.rig.desk.chat_id]
    assert told.args["day"] == TODAY + 2 * DAY
    assert [(line.key, line.args.get("number")) for line in told.more if "row" in line.key] == [
        ("reminder-overdue-row", over),
        ("reminder-soon-row", due),
    ]
    morning.rig.clock.move(timedelta(hours=7))
    assert await morning.comes() == {}
    assert (await morning.desk_reads(2))[:3] == ["reminder-overdue", *["reminder-overdue-row"] * 2]


async def test_a_card_says_once_that_its_day_is_past(morning: Morning) -> None:
    morning.has(due=TODAY)
    morning.has(due=TODAY + DAY, stage=Stage.ANSWERED)
    (first, _) = morning.rig.tables.petitions.values()

    def drawn() -> list[str | None]:
        return [item.petition_id for item in morning.rig.items if item.operation is Operation.CARD]

    counts = []
    for _ in range(4):
        await morning.comes()
        counts.append(len(drawn()))
        morning.rig.clock.move(DAY)
    assert counts == [0, 1, 1, 1]
    assert drawn() == [first.id]


async def test_of_very_many_the_most_urgent_are_named(morning: Morning) -> None:
    for day in range(LISTED + 3, 0, -1):
        morning.has(due=TODAY - day * DAY)

    told = (await morning.comes())[morning.rig.desk.chat_id]
    days = [line.args["day"] for line in told.more if line.key == "reminder-overdue-row"]
    assert days == [TODAY - day * DAY for day in range(LISTED + 3, 3, -1)]
    assert told.more[0].args["count"] == LISTED + 3
    assert (told.more[-2].key, told.more[-2].args) == ("queue-more", {"count": 3})


async def test_habits_are_the_communitys() -> None:
    morning = Morning(Habits(hour=11, days_before=frozenset({5})))
    morning.has(due=TODAY + 5 * DAY)
    told = (await morning.comes())[morning.rig.desk.chat_id]  # ten o'clock: it is yesterday's turn, told as of today
    assert told.args["day"] == TODAY

    morning = Morning(Habits(hour=9, days_before=frozenset({4})))
    morning.has(due=TODAY + 4 * DAY)
    assert len(await morning.comes()) == 1


async def test_a_reminder_waits_behind_people_and_is_forgotten_once_sent(morning: Morning) -> None:
    morning.has(due=TODAY)
    await morning.comes()

    item = morning.rig.items[-1]
    assert item.dedupe == f"reminders:2026-11-23T09:00:{morning.rig.desk.chat_id}"
    assert (item.priority, item.purge_at_once) == (Priority.BRIEF, True)


@pytest.mark.parametrize("language", list(Language))
async def test_the_longest_reminder_fits_into_one_message(morning: Morning, language: Language) -> None:
    longest = Handler(user_id=1, name="W" * 120, unit_id=morning.rig.unit.id)
    for day in range(LISTED * 2):
        for desk in (morning.rig.desk.chat_id, morning.rig.other_desk.chat_id):
            due = TODAY + (day % 2 * 2 - 1) * DAY
            morning.has(due=due, desk=desk, text="&" * 300, handler=longest)
    renderer = Renderer(default_catalogue(), SHANGHAI, lambda: START)

    for spec in (await morning.comes()).values():
        html = renderer.render(spec, language).html
        assert utf16_len(unescape(re.sub("<[^>]+>", "", html))) <= 4096
        assert html.count("XF-") in {2 * LISTED, 3 * LISTED}
