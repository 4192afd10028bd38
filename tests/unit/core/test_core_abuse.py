"""Limits that keep a desk's topics usable, and blocks that end by themselves: what they touch, and what never."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.abuse.model import DAYS, REASONS, BlockReason
from core.abuse.usecases import ForgetBlocks
from core.petitions.model import FileKind, Stage
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import PetitionId
from core.shared.periods import Turn
from core.shared.tries import CASE_FILES, CASE_STICKERS, CASE_WORDS, LIMITS, PETITIONS, SHARED, UNNAMED
from tests.core_rig import CoreRig, a_claimed_case
from tests.factories.cases import an_attachment
from tests.factories.said import a_draft, an_anonymous_draft, words

pytestmark = pytest.mark.unit
FLOOD = REASONS.index(BlockReason.FLOOD)


async def say(rig: CoreRig, case: PetitionId, n: int, *files: FileKind) -> None:
    said = [an_attachment(kind=kind) for kind in files]
    await rig.use.add_to_case(rig.wang, case, f"第{n}句", said, source=f"s{n}")


async def blocked(rig: CoreRig, days: int = 7) -> PetitionId:
    case = await rig.submitted()
    await rig.use.abuse.block(rig.liu, case, FLOOD, days)
    return case


async def refused(rig: CoreRig) -> bool:
    try:
        await rig.submitted()
    except DomainError as error:
        return error.code == "writing-paused"
    return False


def told(rig: CoreRig, key: str) -> int:
    return sum(item.spec is not None and item.spec.key == key for item in rig.items)


def test_every_limit_has_a_name_of_its_own_and_the_shared_ones_say_something() -> None:
    assert len({limit.name for limit in LIMITS}) == len(LIMITS)
    assert all(limit in LIMITS and limit.text for limit in SHARED)


async def test_words_beyond_the_pace_are_refused_until_the_time_is_over(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(CASE_WORDS.count):
        await say(rig, case, n)
    rig.elapsed.pass_by(61)
    with pytest.raises(DomainError, match="pace-words") as error:
        await say(rig, case, 100)
    assert error.value.args_for_text == {"count": CASE_WORDS.count, "minutes": 9}
    rig.elapsed.pass_by(CASE_WORDS.seconds)
    await say(rig, case, 100)


async def test_the_same_update_again_counts_once(rig: CoreRig) -> None:
    case = await rig.submitted()
    for _ in range(CASE_WORDS.count + 5):
        await say(rig, case, 1)
    await say(rig, case, 2)


async def test_whoever_is_asked_may_answer_however_much_it_is(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(CASE_WORDS.count):
        await say(rig, case, n)
    rig.at_stage(case, stage=Stage.MORE_INFO)
    await say(rig, case, 100)


@pytest.mark.parametrize(
    ("kind", "limit"), [(FileKind.PHOTO, CASE_FILES), (FileKind.STICKER, CASE_STICKERS)], ids=["files", "stickers"]
)
async def test_files_and_stickers_have_limits_of_their_own(rig: CoreRig, kind: FileKind, limit: object) -> None:
    case, count = await rig.submitted(), CASE_FILES.count if limit is CASE_FILES else CASE_STICKERS.count
    at_once = 10 if limit is CASE_FILES else 1
    for n in range(count // at_once):
        await say(rig, case, n, *[kind] * at_once)
    with pytest.raises(DomainError, match="pace-files" if limit is CASE_FILES else "pace-stickers"):
        await say(rig, case, 100, kind)
    await say(rig, case, 101)  # words go on


async def test_taking_petitions_back_makes_no_room_for_more_a_day(rig: CoreRig) -> None:
    for _ in range(PETITIONS.count):
        await rig.use.withdraw(rig.wang, await rig.submitted())
    with pytest.raises(DomainError, match="pace-petitions"):
        await rig.submitted()
    assert (await rig.use.submit(rig.zhao, a_draft())).number
    rig.elapsed.pass_by(PETITIONS.seconds)
    assert await rig.submitted()


async def test_petitions_without_a_name_are_counted_in_memory_alone(rig: CoreRig) -> None:
    for n in range(UNNAMED.count):
        await rig.use.submit(rig.wang, an_anonymous_draft(code=f"ABCD-EFGH-JK{n:02}"))
    with pytest.raises(DomainError, match="pace-petitions"):
        await rig.use.submit(rig.wang, an_anonymous_draft(code="ABCD-EFGH-JKZZ"))
    assert rig.tables.paces == {}


async def test_a_blocked_person_is_told_once_and_files_nothing_until_the_day(rig: CoreRig) -> None:
    case = await blocked(rig, days=7)
    await rig.use.abuse.block(rig.liu, case, FLOOD, 7)  # pressed twice
    assert told(rig, "blocked-notice") == told(rig, "staff-blocked") == 1
    assert await refused(rig)
    with pytest.raises(DomainError, match="writing-paused"):
        await say(rig, case, 1)
    with pytest.raises(DomainError, match="writing-paused"):
        await rig.use.submit(rig.wang, an_anonymous_draft())
    rig.clock.move(timedelta(days=7))
    assert not await refused(rig)


async def test_they_may_read_withdraw_and_answer_what_is_asked(rig: CoreRig) -> None:
    case = await blocked(rig)
    assert (await rig.use.see.own(rig.wang, case)).petition.id == case
    await rig.use.ask(rig.liu, case, words("在哪一层？"))
    await say(rig, case, 1)
    assert await rig.use.withdraw(rig.wang, case)


async def test_others_and_other_units_are_not_concerned(rig: CoreRig) -> None:
    await blocked(rig)
    assert (await rig.use.submit(rig.zhao, a_draft())).number
    assert await rig.use.abuse.blocked(rig.stranger) == []  # the street's desk


async def test_a_block_of_the_street_holds_in_its_communities(rig: CoreRig) -> None:
    case = await blocked(rig)
    ((_, _), block), *_ = rig.tables.blocks.items()
    rig.tables.blocks.clear()
    rig.tables.blocks[block.resident_id, rig.street.id] = replace(block, unit_id=rig.street.id)
    assert await refused(rig)
    assert case


async def test_the_list_names_reason_day_and_case_and_lifting_is_told(rig: CoreRig) -> None:
    case = await blocked(rig)
    (person,) = await rig.use.abuse.blocked(rig.liu)
    assert (person.name, person.number) == ("王秀英", rig.case(case).number)
    assert (person.block.reason, person.block.by_name) == (BlockReason.FLOOD, "刘敏")
    await rig.use.abuse.lift(rig.chen, person.block.resident_id)
    assert told(rig, "unblocked-notice") == 1
    assert not await refused(rig)
    with pytest.raises(NotFoundError, match="block-over"):
        await rig.use.abuse.lift(rig.liu, person.block.resident_id)


async def test_the_audit_says_who_whom_why_and_until_when(rig: CoreRig) -> None:
    await blocked(rig)
    await rig.use.abuse.lift(rig.chen, rig.wang.resident_id)
    rows = [row for row in rig.tables.audit if "blocked" in row.action]
    assert [(row.action, row.actor, row.subject) for row in rows] == [
        ("resident.blocked", str(rig.liu.user_id), rig.wang.resident_id),
        ("resident.unblocked", str(rig.chen.user_id), rig.wang.resident_id),
    ]
    assert rows[0].detail.startswith("flood 20")


async def test_nobody_is_known_whose_anonymous_case_could_be_blocked(rig: CoreRig) -> None:
    case = await rig.submitted_anonymously()
    with pytest.raises(DomainError, match="block-anonymous"):
        await rig.use.abuse.block(rig.liu, case, FLOOD, 7)
    with pytest.raises(DomainError, match="block-anonymous"):
        await rig.use.abuse.block.begin(rig.liu, case)
    assert rig.tables.blocks == {}


@pytest.mark.parametrize(("reason", "days"), [(-1, 7), (len(REASONS), 7), (0, 365)])
async def test_a_forged_choice_blocks_nobody(rig: CoreRig, reason: int, days: int) -> None:
    case = await rig.submitted()
    with pytest.raises(NotFoundError):
        await rig.use.abuse.block(rig.liu, case, reason, days)


async def test_another_desk_cannot_block(rig: CoreRig) -> None:
    case = await rig.submitted()
    with pytest.raises(NotFoundError, match="case-unknown"):
        await rig.use.abuse.block(rig.stranger, case, FLOOD, DAYS[0])


async def test_what_is_over_is_forgotten_in_the_night(rig: CoreRig) -> None:
    await blocked(rig, days=1)
    forget = ForgetBlocks(clock=rig.clock, elapsed=rig.elapsed)
    turn = Turn(period=forget.schedule.latest(rig.clock.now(), rig.clock.zone), follows=None, passed_over=0)
    for days, left in ((0, 1), (1, 0)):
        rig.clock.move(timedelta(days=days))
        rig.elapsed.pass_by(days * 86_401)
        async with rig.use.abuse.block.uow() as uow:
            await forget.run(uow, turn)
            await uow.commit()
        assert (len(rig.tables.blocks), len(rig.tables.paces)) == (left, left)


async def test_a_claimed_case_shows_no_mark_of_it(rig: CoreRig) -> None:
    case = await a_claimed_case(rig)
    before = rig.case(case)
    await rig.use.abuse.block(rig.liu, case, FLOOD, 7)
    assert rig.case(case) == before  # never a mark on a person or a case (DOMAIN §8)
