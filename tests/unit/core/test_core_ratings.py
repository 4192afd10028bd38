"""One tap after an answer: open for two weeks, changed at will, counted without naming anybody."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers.rating import RemindRatings
from core.answers.ratings import LEAST, MOST_WORDS, Counted, Grade, Tally, rates, told
from core.petitions.model import Event, Stage
from core.shared.errors import AppError
from core.shared.ids import PetitionId, TelegramUserId, UnitId
from core.shared.link_roles import LinkRole
from core.shared.periods import Period, Turn
from core.shared.text import utf16_len
from tests.core_rig import CoreRig, a_claimed_case, words
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit
ANYBODY = CoreRig().wang


async def answered() -> tuple[CoreRig, PetitionId]:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    await rig.use.answer(rig.liu, case, words("明天修好"))
    return rig, case


async def remind(rig: CoreRig) -> list[str]:
    """Do the job's turn as the ticker does; return what it says."""
    before = len(rig.items)
    job = RemindRatings(clock=rig.clock)
    assert (job.name, job.schedule.at) == ("remind-ratings", time(10))
    await job.prepare(Period(datetime(2026, 1, 1, 10)))  # noqa: DTZ001 - civil
    async with InMemoryUnitOfWorkFactory(rig.database)() as uow:
        await job.run(uow, Turn(period=Period(datetime(2026, 1, 1, 10))))  # noqa: DTZ001 - civil
        await uow.commit()
    return [item.spec.key for item in rig.items[before:] if item.spec]


async def test_a_tap_is_kept_changed_and_told_to_nobody() -> None:
    rig, case = await answered()
    before = len(rig.items)

    first = await rig.use.answers.rate(rig.wang, case, Grade.SATISFIED)
    again = await rig.use.answers.rate(rig.wang, case, Grade.SATISFIED)
    changed = await rig.use.answers.rate(rig.wang, case, Grade.UNSATISFIED)
    said = await rig.use.answers.rate.say_why(rig.wang, case, "  没人来 ")

    graded = [each.rating.grade for each in (first, again, changed, said) if each.rating]
    assert graded == [Grade.SATISFIED, Grade.SATISFIED, Grade.UNSATISFIED, Grade.UNSATISFIED]
    assert said.rating is not None
    assert (said.rating.why, said.rating.rated_on) == ("没人来", rig.clock.now().astimezone(rig.clock.zone).date())
    assert len(rig.items) == before
    assert [row.event for row in rig.history(case)][-1] is Event.ANSWER
    await rig.use.answers.rate(rig.wang, case, Grade.BASICALLY)
    assert rig.tables.answer_ratings[case].why == ""
    await rig.use.answers.rate.say_why(rig.wang, case, "长" * 2_000)
    assert utf16_len(rig.tables.answer_ratings[case].why) == MOST_WORDS


async def test_it_is_open_for_fourteen_days_from_the_answer_also_once_the_case_is_closed() -> None:
    rig, case = await answered()
    await rig.use.close(rig.liu, case)
    rig.clock.move(timedelta(days=14))
    assert (await rig.use.answers.rate(rig.wang, case, Grade.SATISFIED)).open
    rig.clock.move(timedelta(days=1))

    for late in (
        rig.use.answers.rate(rig.wang, case, Grade.UNSATISFIED),
        rig.use.answers.rate.say_why(rig.wang, case, "晚了"),
    ):
        with pytest.raises(AppError, match="rating-over"):
            await late

    assert not (await rig.use.answers.rate.see(rig.wang, case)).open
    assert rig.tables.answer_ratings[case].grade is Grade.SATISFIED


async def test_nothing_is_rated_before_the_answer_or_by_others() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    with pytest.raises(AppError, match="rating-over"):
        await rig.use.answers.rate(rig.wang, case, Grade.SATISFIED)
    await rig.use.answer(rig.liu, case, words("明天修好"))
    for stranger in (
        rig.use.answers.rate(rig.zhao, case, Grade.SATISFIED),
        rig.use.answers.rate.see(rig.zhao, case),
        rig.use.answers.rate(rig.wang, None, Grade.SATISFIED),
    ):
        with pytest.raises(AppError, match="case-unknown"):
            await stranger


async def test_an_answer_taken_back_is_not_rated() -> None:
    rig = CoreRig(undo_seconds=10)
    case = await a_claimed_case(rig)
    said = words("明天修好")
    await rig.use.answer(rig.liu, case, said)
    await rig.use.undo(rig.liu, words().message_id, said.message_id)
    assert rig.case(case).stage is Stage.ACCEPTED

    with pytest.raises(AppError, match="rating-over"):
        await rig.use.answers.rate(rig.wang, case, Grade.SATISFIED)


async def test_a_new_answer_is_rated_anew_and_a_correction_is_not() -> None:
    rig, case = await answered()
    await rig.use.answers.rate(rig.wang, case, Grade.UNSATISFIED)
    said = words("重新答复")
    await rig.use.answer(rig.chen, case, said)
    assert (rig.tables.answer_ratings[case].grade, rig.tables.answer_ratings[case].staff_name) == (None, "陈杰")
    await rig.use.answers.rate(rig.wang, case, Grade.SATISFIED)

    await rig.use.reply(rig.chen, case, words("改个字", said.message_id, edition=7))

    assert rig.tables.answer_ratings[case].grade is Grade.SATISFIED


async def test_an_anonymous_author_rates_by_the_code_and_no_id_is_kept() -> None:
    rig = CoreRig()
    case = await rig.submitted_anonymously()
    await rig.use.prompt(rig.liu, case, LinkRole.PROMPT_ANSWER, press="1", subject="adopted")
    await rig.use.answer(rig.liu, case, words("好的"))
    code = "ABCD-EFGH-JKLM"

    await rig.use.answers.rate(rig.zhao, None, Grade.UNSATISFIED, code=code)
    standing = await rig.use.answers.rate.say_why(rig.zhao, None, "太慢", code=code)

    assert standing.rating is not None
    assert standing.rating.why == "太慢"
    assert rig.zhao.resident_id not in repr(rig.tables.answer_ratings)
    assert (await rig.use.answers.rate.see(rig.zhao, None, code=code)).rating == standing.rating
    for wrong in (
        rig.use.answers.rate.see(rig.zhao, None, code="XXXX-XXXX-XXXX"),
        rig.use.answers.rate(rig.zhao, None, Grade.SATISFIED, code="XXXX-XXXX-XXXX"),
    ):
        with pytest.raises(AppError, match="code-unknown"):
            await wrong
    assert await remind(rig) == []


async def test_one_reminder_after_some_days_and_none_to_whoever_rated_or_refused() -> None:
    rig, _ = await answered()
    rig.clock.move(timedelta(days=4))
    assert await remind(rig) == []
    rig.clock.move(timedelta(days=2))
    assert await remind(rig) == ["rating-reminder"]
    item = rig.items[-1]
    assert item.chat_id == rig.wang.telegram_id
    assert item.spec is not None
    assert [button.label for button in item.spec.buttons[-1]] == ["button-rate-quiet"]
    assert await remind(rig) == []

    second, third = await a_claimed_case(rig), await a_claimed_case(rig)
    for each in (second, third):
        await rig.use.answer(rig.liu, each, words("好"))
    await rig.use.answers.rate(rig.wang, second, Grade.SATISFIED)
    await rig.use.answers.rate.quiet(rig.wang, refuses=True)
    await rig.use.answers.rate.quiet(rig.wang, refuses=True)
    assert await rig.use.answers.rate.is_quiet(rig.wang)
    rig.clock.move(timedelta(days=6))
    assert await remind(rig) == []
    await rig.use.answers.rate.quiet(rig.wang, refuses=False)
    assert await remind(rig) == ["rating-reminder"]
    assert rig.tables.answer_ratings[third].reminded
    await rig.use.withdraw(rig.wang, third)
    rig.clock.move(timedelta(days=30))
    assert await remind(rig) == []


TALLIES = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=1),
    st.dictionaries(st.sampled_from(Grade), st.integers(0, 9)).map(Tally),
)


@given(TALLIES)
def test_neither_what_is_told_nor_what_is_left_out_is_small(groups: dict[str, Tally]) -> None:
    shown = told(groups)
    left_out = sum(tally.total for name, tally in groups.items() if name not in shown)

    assert all(tally.total >= LEAST and tally == groups[name] for name, tally in shown.items())
    assert left_out == 0 or left_out >= LEAST or not shown


def counted(unit: str, staff: int, grade: Grade, count: int, about: str = "") -> Counted:
    return Counted(
        unit_id=UnitId(unit),
        staff_id=TelegramUserId(staff),
        staff_name=f"n{staff}",
        category=about,
        grade=grade,
        count=count,
    )


def test_rates_add_up_by_unit_staff_and_category() -> None:
    found = rates(
        [
            counted("a", 1, Grade.SATISFIED, 6, "x"),
            counted("a", 2, Grade.BASICALLY, 5, "y"),
            counted("b", 2, Grade.UNSATISFIED, 5, "y"),
        ]
    )

    assert found.whole is not None
    assert (found.whole.total, found.whole.content) == (16, 11)
    assert {unit: tally.total for unit, tally in found.units.items()} == {"a": 11, "b": 5}
    assert {staff: tally.content for staff, tally in found.staff.items()} == {1: 6, 2: 5}
    assert found.categories["y"].grades == {Grade.BASICALLY: 5, Grade.UNSATISFIED: 5}
    assert found.names == {1: "n1", 2: "n2"}
    assert rates([counted("a", 1, Grade.SATISFIED, 4)]).whole is None


async def test_the_desk_sees_this_years_counts_to_yesterday_and_no_small_ones() -> None:
    rig = CoreRig()
    for n in range(LEAST):
        case = await rig.submitted()
        await rig.use.answer(rig.liu, case, words("好"))
        await rig.use.answers.rate(rig.wang, case, Grade.SATISFIED if n else Grade.UNSATISFIED)
        await rig.use.close(rig.liu, case)
    few = await rig.use.answers.rates.of_desk(rig.desk.chat_id)
    assert few is not None
    assert few.key == "stats-ratings-few"  # today's are not counted yet
    rig.clock.move(timedelta(days=1))

    line = await rig.use.answers.rates.of_desk(rig.desk.chat_id)

    assert line is not None
    assert (line.key, line.args) == (
        "stats-ratings",
        {"satisfied": 4, "basically": 0, "unsatisfied": 1, "rate": "80.0"},
    )
    assert await rig.use.answers.rates.of_desk(rig.stranger.chat_id) is not None
    del rig.tables.staff_chats[rig.desk.chat_id]
    assert await rig.use.answers.rates.of_desk(rig.desk.chat_id) is None


async def test_what_somebody_wrote_goes_with_their_name_and_the_grade_counts_on() -> None:
    rig, case = await answered()
    await rig.use.answers.rate(rig.wang, case, Grade.UNSATISFIED)
    await rig.use.answers.rate.say_why(rig.wang, case, "没人来")
    await rig.use.answers.rate.quiet(rig.wang, refuses=True)
    codes = {each.petition_id: each.code for each in await rig.use.privacy.erase.prepare(rig.wang)}

    await rig.use.privacy.erase(rig.wang, codes)

    kept = rig.tables.answer_ratings[case]
    assert (kept.grade, kept.why) == (Grade.UNSATISFIED, "")
    assert rig.tables.rating_optouts == {}
    assert isinstance(kept.rated_on, date)
