"""The rota: what is typed, who is on duty, swaps, days off, files, and whom a new card calls."""

from datetime import date, timedelta

import pytest

from core.duty.access import on_duty
from core.duty.brief import duty_lines, morning_lines
from core.duty.model import Away, Colleague, Rota
from core.duty.words import people_named, read_order
from core.shared.actor import StaffActor
from core.shared.errors import AppError
from core.shared.ids import AwayId, TelegramUserId, UnitId
from core.shared.outbox import Operation
from tests.core_rig import CoreRig, a_claimed_case, a_draft, a_group_below, staff_of
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit

MONDAY = date(2026, 11, 23)
LIU, CHEN, LI = (TelegramUserId(n) for n in (7001, 7002, 7004))


def day(number: int) -> str:
    return f"2026-12-{number:02}"


async def a_desk() -> CoreRig:
    """Three who work in the desk; nobody is on duty."""
    rig = CoreRig()
    for user, name, username in ((LIU, "刘敏", "liumin"), (CHEN, "陈杰", ""), (LI, "Li Fang", "lifang")):
        await rig.use.duty.know(rig.desk.chat_id, user, name, username)
    return rig


def uow(rig: CoreRig) -> InMemoryUnitOfWorkFactory:
    return InMemoryUnitOfWorkFactory(rig.database)


async def sets(rig: CoreRig, text: str, by: StaffActor | None = None) -> Rota:
    sheet, _ = await rig.use.duty.set.words(by or rig.liu, text)
    return sheet.rota


@pytest.mark.parametrize(
    ("text", "slots", "names"),
    [
        ("周一 @liumin", ["w1"], ["@liumin"]),
        ("每周三 刘敏 陈杰", ["w3"], ["刘敏", "陈杰"]),
        ("星期天 刘敏", ["w7"], ["刘敏"]),
        ("周一到周五 刘敏", ["w1", "w2", "w3", "w4", "w5"], ["刘敏"]),
        ("周六至日 刘敏、陈杰", ["w6", "w7"], ["刘敏", "陈杰"]),
        ("周五到周一 刘敏", ["w5", "w6", "w7", "w1"], ["刘敏"]),
        ("周一、周三 刘敏", ["w1", "w3"], ["刘敏"]),
        ("週二 刘敏", ["w2"], ["刘敏"]),
        ("mon-wed @liumin", ["w1", "w2", "w3"], ["@liumin"]),
        ("every Friday Li Fang", ["w5"], ["Li", "Fang"]),
        ("12月3日 刘敏", [day(3)], ["刘敏"]),
        ("2026-12-03，刘敏，陈杰", [day(3)], ["刘敏", "陈杰"]),
        ("12月3日到12月5日 刘敏", [day(3), day(4), day(5)], ["刘敏"]),
        ("下周三 刘敏", [day(2)], ["刘敏"]),
        ("明天 刘敏", ["2026-11-24"], ["刘敏"]),
        ("12月3日 无", [day(3)], []),
        ("周一 -", ["w1"], []),
        ("刘敏", [], ["刘敏"]),
        ("", [], []),
    ],
)
def test_what_is_typed_names_days_and_people(text: str, slots: list[str], names: list[str]) -> None:
    order = read_order(text, MONDAY)
    assert ([*order.slots], [*order.names]) == (slots, names)
    assert order.nobody is (bool(slots) and not names)


def test_people_are_named_whole_and_never_guessed() -> None:
    unit = UnitId("u")
    people = [
        Colleague(unit_id=unit, user_id=LIU, name="刘敏"),
        Colleague(unit_id=unit, user_id=CHEN, name="刘敏", username="other"),
        Colleague(unit_id=unit, user_id=LI, name="Li Fang", username="LiFang"),
    ]
    found, unknown = people_named(["Li", "Fang", "@OTHER", "刘敏", "刘", "@nobody"], people)
    assert [each.user_id for each in found] == [LI, CHEN]
    assert unknown == ["刘敏", "刘", "@nobody"]


def test_a_day_goes_before_its_weekday_and_who_is_away_leaves_it_open() -> None:
    unit = UnitId("u")
    people = {who: Colleague(unit_id=unit, user_id=who, name=str(who), gone=who == LI) for who in (LIU, CHEN, LI)}
    away = Away(id=AwayId("a"), unit_id=unit, user_id=CHEN, first=MONDAY, last=MONDAY)
    rota = Rota(slots={"w1": (LIU, CHEN, LI), "2026-11-30": ()}, people=people, aways=(away,))
    assert [each.user_id for each in rota.on(MONDAY).people] == [LIU]
    assert [each.user_id for each in rota.on(MONDAY).away] == [CHEN]
    assert rota.on(MONDAY + timedelta(weeks=1)).people == []
    assert [each.user_id for each in rota.on(MONDAY + timedelta(weeks=2)).people] == [LIU, CHEN]
    assert not rota.empty
    assert [each.day.isoweekday() for each in rota.week(MONDAY + timedelta(days=6))] == [1, 2, 3, 4, 5, 6, 7]


async def test_words_set_the_rota_and_it_is_logged() -> None:
    rig = await a_desk()
    rota = await sets(rig, "周一到周三 @liumin Li Fang")
    assert rota.slots == dict.fromkeys(("w1", "w2", "w3"), (LIU, LI))
    assert (await sets(rig, "周二 无")).slots["w2"] == ()
    assert [row.action for row in rig.tables.audit] == ["duty.set"] * 4
    assert rig.tables.audit[-1].actor == str(LIU)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("刘敏", "duty-day-unknown"),
        ("周一", "duty-nobody-named"),
        ("周一 刘敏 王五", "duty-person-unknown"),
        ("周一 @chenjie", "duty-person-unknown"),
    ],
)
async def test_what_cannot_be_understood_sets_nothing(text: str, code: str) -> None:
    rig = await a_desk()
    with pytest.raises(AppError, match=code):
        await sets(rig, text)
    assert rig.tables.duty_slots == {}


async def test_only_desks_have_a_rota_and_each_its_own() -> None:
    rig = await a_desk()
    chat = rig.desk.chat_id
    rig.tables.staff_chats[chat] = type(rig.desk)(
        **{field: getattr(rig.desk, field) for field in rig.desk.__slots__} | {"purposes": frozenset()}
    )
    with pytest.raises(AppError, match="duty-elsewhere"):
        await rig.use.duty.see(rig.liu)
    await rig.use.duty.know(chat, TelegramUserId(7009), "新人")
    assert TelegramUserId(7009) not in {user for _, user in rig.tables.desk_people}
    with pytest.raises(AppError, match="duty-person-unknown"):
        await sets(rig, "周一 刘敏", by=rig.stranger)


async def test_buttons_put_people_on_and_take_them_off() -> None:
    rig = await a_desk()
    use = rig.use.duty.set
    await use.toggle(rig.liu, "w1", LIU)
    assert (await use.toggle(rig.liu, "w1", CHEN)).rota.slots == {"w1": (LIU, CHEN)}
    assert (await use.toggle(rig.liu, "2026-11-30", LIU)).rota.slots["2026-11-30"] == (CHEN,)
    assert (await use.as_every_week(rig.liu, "2026-11-30")).rota.slots == {"w1": (LIU, CHEN)}
    with pytest.raises(AppError, match="duty-person-unknown"):
        await use.toggle(rig.liu, "w1", TelegramUserId(1))


async def test_who_leaves_the_chat_is_on_duty_no_more() -> None:
    rig = await a_desk()
    await sets(rig, "周一 刘敏 陈杰")
    await rig.use.duty.know(rig.desk.chat_id, CHEN, "陈杰", inside=False)
    await rig.use.duty.know(rig.desk.chat_id, TelegramUserId(5), "从没来过", inside=False)
    async with uow(rig).reading() as work:
        found = await on_duty(work, rig.unit.id, rig.clock.now(), rig.clock.zone)
    assert [each.name for each in found] == ["刘敏"]
    assert len(rig.tables.desk_people) == 3


async def test_a_new_card_calls_those_on_duty_and_a_later_one_nobody() -> None:
    rig = await a_desk()
    await sets(rig, "周一 刘敏 陈杰")
    await rig.use.duty.go_away(rig.chen, "今天")
    case = await rig.submitted()
    card = next(item for item in rig.items if item.operation is Operation.CARD)
    assert card.spec is not None
    assert [line.args["user"] for line in card.spec.more] == [str(LIU)]
    await rig.use.claim(rig.chen, case)
    assert [item.spec for item in rig.items if item.operation is Operation.CARD][1:] == [None]


async def test_nobody_is_called_where_nobody_is_on_duty() -> None:
    rig = await a_desk()
    await sets(rig, "周二 刘敏")
    await rig.submitted()
    assert [item.spec for item in rig.items if item.operation is Operation.CARD] == [None]


async def test_a_group_without_a_rota_of_its_own_has_nobody_and_one_without_a_desk_has_those_above() -> None:
    rig = await a_desk()
    await sets(rig, "周一 刘敏")
    group = a_group_below(rig)
    now, zone = rig.clock.now(), rig.clock.zone
    async with uow(rig).reading() as work:
        assert await on_duty(work, group.unit_id, now, zone) == []
    del rig.tables.staff_chats[group.chat_id]
    async with uow(rig).reading() as work:
        assert [each.user_id for each in await on_duty(work, group.unit_id, now, zone)] == [LIU]


async def test_days_off_leave_duty_open_and_name_cases() -> None:
    rig = await a_desk()
    await a_claimed_case(rig)
    await sets(rig, "周四 刘敏")
    left = await rig.use.duty.go_away(rig.liu, "12月1日到12月5日")
    assert (left.away.first, left.away.last) == (date(2026, 12, 1), date(2026, 12, 5))
    assert left.duty == [date(2026, 12, 3)]
    assert left.cases == ["XF-2026-000001"]
    again = await rig.use.duty.go_away(rig.liu, "12月1日到12月5日")
    assert again.away == left.away
    async with uow(rig).reading() as work:
        lines = await duty_lines(work, rig.unit.id, date(2026, 12, 3))
    assert [line.key for line in lines] == [
        "duty-brief-nobody",
        "duty-brief-open",
        "duty-brief-away",
        "duty-brief-cases",
    ]
    with pytest.raises(AppError, match="away-unknown"):
        await rig.use.duty.come_back(rig.chen, left.away.id)
    sheet = await rig.use.duty.come_back(rig.liu, left.away.id)
    assert sheet.rota.aways == ()


@pytest.mark.parametrize(
    ("text", "code"), [("随便", "away-days-unknown"), ("2026-01-05", "away-past"), ("今天到2029-01-01", "away-long")]
)
async def test_days_off_have_to_be_days_to_come(text: str, code: str) -> None:
    rig = await a_desk()
    with pytest.raises(AppError, match=code):
        await rig.use.duty.go_away(rig.liu, text)


async def test_a_brief_says_that_the_rota_is_empty_and_is_sent_only_where_there_is_one() -> None:
    rig = await a_desk()
    factory = uow(rig)

    async def runs() -> list[str]:
        async with factory.reading() as work:
            return [line.key for line in await morning_lines(work, rig.unit.id, MONDAY, rig.clock.zone)]

    assert await runs() == []
    async with factory.reading() as work:
        assert [line.key for line in await duty_lines(work, rig.unit.id, MONDAY)] == ["duty-brief-empty"]
    await sets(rig, "周一 刘敏")
    assert await runs() == ["duty-brief-on"]


async def test_a_case_is_filed_the_same_for_whoever_is_on_duty() -> None:
    """The mention stands on the card's row alone, and an anonymous case's is erased with it."""
    rig = await a_desk()
    await sets(rig, "周一 刘敏")
    await rig.submitted_anonymously()
    await rig.use.submit(rig.zhao, a_draft())
    cards = [item for item in rig.items if item.operation is Operation.CARD]
    assert [item.purge_at_once for item in cards] == [True, False]
    assert all(item.spec is not None and len(item.spec.more) == 1 for item in cards)
    assert staff_of(rig.desk).user_id == LIU
