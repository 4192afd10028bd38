"""What staff say is held for some seconds, and its writer can take it back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Author, Event, Petition, Stage
from core.shared.errors import AppError
from core.shared.ids import MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, a_claimed_case, going, seen, words
from tests.factories.cases import an_attachment
from tests.fakes.petitions import FakePetitionRepository

pytestmark = pytest.mark.unit

COMMAND = MessageId(77_000)


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig(undo_seconds=10)


async def refused(rig: CoreRig, command: int = COMMAND, answered: MessageId | None = None, who: str = "liu") -> str:
    before = rig.tables
    with pytest.raises(AppError) as told:
        await rig.use.undo(getattr(rig, who), MessageId(command), answered)
    assert rig.tables is before
    return told.value.code


async def test_what_staff_say_waits_and_nobody_else_sees_it(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.answer(rig.liu, case_id, words("已修好"))

    (row,) = rig.tables.held()
    assert row.not_before == rig.elapsed.seconds() + 10
    assert await seen(rig, case_id) == []
    view = await rig.use.cases.view(case_id)
    assert view is not None
    assert [h.event for h in view.history] == [Event.SUBMIT, Event.CLAIM]

    rig.tables.outbox[row.id] = replace(row, attempts=1)
    assert await seen(rig, case_id) == ["已修好"]


@pytest.mark.parametrize(("name", "event"), [("reply", Event.REPLY), ("ask", Event.ASK_MORE), ("answer", Event.ANSWER)])
async def test_taken_back_it_stays_inside_and_the_case_where_it_was(rig: CoreRig, name: str, event: Event) -> None:
    case_id = await a_claimed_case(rig)
    await getattr(rig.use, name)(rig.liu, case_id, words("写错了"))
    await rig.use.undo(rig.liu, COMMAND)

    assert rig.case(case_id).stage is Stage.ACCEPTED
    assert [(m.author, m.text) for m in rig.messages(case_id)] == [(Author.NOTE, "写错了")]
    assert going(rig, case_id) == []
    assert [row.event for row in rig.history(case_id)][-2:] == [event, Event.TAKE_BACK]
    assert rig.history(case_id)[-1].actor_name == "刘敏"
    assert await seen(rig, case_id) == []
    view = await rig.use.cases.view(case_id)
    assert view is not None
    assert [h.event for h in view.history] == [Event.SUBMIT, Event.CLAIM]
    assert rig.said(rig.desk.chat_id)[-1:] == ["staff-taken-back"]
    assert rig.items[-1].dedupe == f"card:{case_id}:{rig.desk.chat_id}:{rig.case(case_id).version}"


@pytest.mark.parametrize("by", ["liu", "chen"])
async def test_cases_are_locked_in_one_order(rig: CoreRig, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    """In the order of what was said last, two who undo while others write can wait for each other on PostgreSQL."""
    cases = [await rig.submitted() for _ in range(3)]
    for case_id in sorted(cases):
        await rig.use.reply(rig.liu, case_id, words("先看看"))
    await rig.use.reply(rig.chen, min(cases), words("我也说一句"))
    locked: list[str] = []
    lock = FakePetitionRepository.lock

    async def note(repository: FakePetitionRepository, petition_id: PetitionId) -> Petition:
        locked.append(petition_id)
        return await lock(repository, petition_id)

    monkeypatch.setattr(FakePetitionRepository, "lock", note)
    await rig.use.undo(getattr(rig, by), COMMAND)

    assert list(dict.fromkeys(locked)) == sorted(cases)


async def test_all_that_waits_in_the_case_is_taken_back(rig: CoreRig) -> None:
    """An album, or a text that Telegram split, is several messages; to another case it does not reach."""
    case_id, other = await a_claimed_case(rig), await rig.submitted()
    await rig.use.reply(rig.liu, other, words("另一件"))
    for n in range(3):
        rig.clock.move(timedelta(milliseconds=5))
        part = words("三张" if n == 0 else "", album="a1", attachments=(an_attachment(),))
        await rig.use.reply(rig.liu, case_id, part)
    rig.clock.move(timedelta(milliseconds=5))
    await rig.use.reply(rig.chen, case_id, words("我也说一句"))
    await rig.use.undo(rig.liu, COMMAND)

    assert going(rig, case_id) == ["我也说一句"]
    assert going(rig, other) == ["另一件"]
    assert rig.items[-2].spec is not None
    assert rig.items[-2].spec.args["count"] == 3
    assert rig.case(case_id).stage is Stage.IN_PROGRESS
    assert len(rig.messages(case_id)[0].attachments) == 1


async def test_a_long_reply_in_parts_is_taken_back_whole(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case_id, words("很长。" * 2_000))
    assert len(going(rig, case_id)) == 2
    await rig.use.undo(rig.liu, COMMAND)

    assert going(rig, case_id) == []


async def test_a_part_that_has_been_tried_is_out(rig: CoreRig) -> None:
    """Telegram may have it though it did not answer."""
    case_id = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case_id, words("很长。" * 2_000))
    first = rig.tables.held()[0]
    rig.tables.outbox[first.id] = replace(first, attempts=1)

    assert await refused(rig) == "undo-too-late"


async def test_what_waits_longer_because_telegram_is_away_can_still_be_taken_back(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case_id, words())
    rig.elapsed.pass_by(3_600)
    await rig.use.undo(rig.liu, COMMAND)

    assert going(rig, case_id) == []


async def test_the_same_command_twice_is_one(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case_id, words())
    await rig.use.undo(rig.liu, COMMAND)
    before = rig.tables
    await rig.use.undo(rig.liu, COMMAND)
    assert rig.tables is before

    assert await refused(rig, COMMAND + 1) == "undo-too-late"


async def test_only_the_writer_takes_back(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    said = words()
    await rig.use.reply(rig.liu, case_id, said)

    assert await refused(rig, answered=said.message_id, who="chen") == "undo-not-yours"
    assert await refused(rig, who="chen") == "undo-too-late"
    assert await refused(rig, answered=said.message_id, who="stranger") == "undo-too-late"
    assert going(rig, case_id) == [said.text]


async def test_an_answer_to_one_of_two_cases_takes_back_there(rig: CoreRig) -> None:
    case_id, other = await a_claimed_case(rig), await rig.submitted()
    said = words("第一件")
    await rig.use.reply(rig.liu, case_id, said)
    rig.clock.move(timedelta(seconds=1))
    await rig.use.reply(rig.liu, other, words("第二件"))
    await rig.use.undo(rig.liu, COMMAND, said.message_id)

    assert going(rig, case_id) == []
    assert going(rig, other) == ["第二件"]
    assert await refused(rig, COMMAND + 1, said.message_id) == "undo-inside"


async def test_what_is_out_is_not_taken_back_with_what_waits_elsewhere(rig: CoreRig) -> None:
    """Who answers a message means that one."""
    case_id, other = await a_claimed_case(rig), await rig.submitted()
    said = words("第一件")
    await rig.use.reply(rig.liu, case_id, said)
    (row,) = rig.tables.held()
    rig.tables.outbox[row.id] = replace(row, attempts=1, state=RowState.SENT)
    rig.clock.move(timedelta(seconds=1))
    await rig.use.reply(rig.liu, other, words("第二件"))

    assert await refused(rig, answered=said.message_id) == "undo-too-late"


async def test_what_is_out_is_not_taken_back_with_what_waits_in_the_same_case(rig: CoreRig) -> None:
    """Its writer would believe that the one they answered has not been read."""
    case_id = await a_claimed_case(rig)
    said = words("第一句")
    await rig.use.reply(rig.liu, case_id, said)
    (row,) = rig.tables.held()
    rig.tables.outbox[row.id] = replace(row, attempts=1, state=RowState.SENT)
    rig.clock.move(timedelta(seconds=1))
    await rig.use.reply(rig.liu, case_id, words("第二句"))

    assert await refused(rig, answered=said.message_id) == "undo-too-late"
    assert going(rig, case_id) == ["第二句"]


async def test_in_answer_to_what_is_about_a_case_it_takes_back_there(rig: CoreRig) -> None:
    case_id, other = await a_claimed_case(rig), await rig.submitted()
    await rig.use.reply(rig.liu, case_id, words("第一件"))
    rig.clock.move(timedelta(seconds=1))
    await rig.use.reply(rig.liu, other, words("第二件"))
    async with rig.use.undo.uow() as uow:
        await uow.links.add(rig.desk.chat_id, MessageId(60_001), case_id, LinkRole.CARD)
        await uow.commit()
    await rig.use.undo(rig.liu, COMMAND, MessageId(60_001))

    assert going(rig, case_id) == []
    assert going(rig, other) == ["第二件"]


async def test_a_closed_case_keeps_its_answer(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.answer(rig.liu, case_id, words())
    rig.clock.move(timedelta(seconds=1))
    await rig.use.close(rig.liu, case_id)

    assert await refused(rig) == "undo-closed"


async def test_what_happened_since_still_counts(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.ask(rig.liu, case_id, words("门牌号是多少"))
    rig.clock.move(timedelta(seconds=1))
    await rig.use.answer(rig.chen, case_id, words("已修好"))
    rig.clock.move(timedelta(seconds=1))
    await rig.use.undo(rig.liu, COMMAND)
    assert rig.case(case_id).stage is Stage.ANSWERED

    rig.clock.move(timedelta(seconds=1))
    await rig.use.undo(rig.chen, MessageId(COMMAND + 1))
    assert rig.case(case_id).stage is Stage.ACCEPTED


async def test_words_for_a_code_are_held_as_well(rig: CoreRig) -> None:
    case_id = await rig.submitted_anonymously()
    await rig.use.reply(rig.liu, case_id, words("谢谢您"))
    assert await seen(rig, case_id) == []
    await rig.use.undo(rig.liu, COMMAND)

    assert await seen(rig, case_id) == []
    kept = [row.state for row in rig.tables.outbox.values() if row.item.dedupe.startswith("kept:")]
    assert kept == [RowState.SUPERSEDED]


async def test_nothing_is_held_where_nobody_wants_it(rig: CoreRig) -> None:
    rig = CoreRig(undo_seconds=0)
    case_id = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case_id, words("马上发"))

    assert await seen(rig, case_id) == ["马上发"]
    assert await refused(rig) == "undo-too-late"
