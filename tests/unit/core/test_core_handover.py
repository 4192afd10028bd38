"""Whose a case is when another desk works on it: who has it, who may take it over, who is told, who signs."""

from itertools import count

import pytest

from core.people.model import StaffChat
from core.petitions.card import render_card
from core.petitions.model import Event, Stage
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from tests.core_rig import CoreRig, a_group_below, staff_of, words
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

_occasions = count(1)


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


async def moves(rig: CoreRig, chat: StaffChat, *, able: bool) -> None:
    await rig.use.seat_cases(chat.chat_id, able=able, occasion=str(next(_occasions)))


async def labels(rig: CoreRig, case: PetitionId, chat: StaffChat) -> list[object]:
    card = await rig.cards.card(case, chat.chat_id)
    assert card is not None
    return [button.label for row in render_card(card, SHANGHAI, local_day(START, SHANGHAI)).buttons for button in row]


def told(rig: CoreRig, chat: ChatId, key: str) -> list[MessageSpec]:
    return [item.spec for item in rig.items if item.chat_id == chat and item.spec and item.spec.key == key]


def he_above(rig: CoreRig) -> StaffActor:
    return staff_of(rig.other_desk, 7004, "何主任")


def handler(rig: CoreRig, case: PetitionId) -> str | None:
    has = rig.case(case).handler
    return has.name if has else None


async def at(rig: CoreRig, stage: Stage) -> PetitionId:
    """File a case and bring it to a stage, in the hands of 刘敏 at home."""
    case = await rig.submitted()
    await rig.use.claim(rig.liu, case)
    if stage is Stage.IN_PROGRESS:
        await rig.use.reply(rig.liu, case, words())
    elif stage is Stage.MORE_INFO:
        await rig.use.ask(rig.liu, case, words())
    elif stage is Stage.ANSWERED:
        await rig.use.answer(rig.liu, case, words())
    return case


STAGES = [Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO, Stage.ANSWERED]


@pytest.mark.parametrize("stage", STAGES)
async def test_what_nobody_takes_over_above_is_still_its_persons_at_home(rig: CoreRig, stage: Stage) -> None:
    case = await at(rig, stage)
    await moves(rig, rig.desk, able=False)
    assert "button-claim" in await labels(rig, case, rig.other_desk)
    await rig.use.reply(rig.stranger, case, words("我先看看"))  # a colleague's word takes nothing
    await moves(rig, rig.desk, able=True)

    assert handler(rig, case) == "刘敏"
    assert "button-claim" not in await labels(rig, case, rig.desk)
    assert not {Event.RELEASE, Event.TAKE_OVER} & {row.event for row in rig.history(case)}
    (back,) = told(rig, rig.desk.chat_id, "group-back")
    assert back.args["waiting"] == 0


@pytest.mark.parametrize("stage", STAGES)
async def test_what_was_taken_over_above_waits_for_somebody_at_home(rig: CoreRig, stage: Stage) -> None:
    case = await at(rig, stage)
    promises = rig.case(case).promises
    await moves(rig, rig.desk, able=False)
    await rig.use.claim(rig.stranger, case)
    assert (handler(rig, case), rig.case(case).stage, rig.case(case).promises) == ("外人", stage, promises)
    assert "button-claim" not in await labels(rig, case, rig.other_desk)
    await moves(rig, rig.desk, able=True)

    assert (handler(rig, case), rig.case(case).stage) == (None, stage)
    row = rig.history(case)[-1]
    assert (row.event, row.actor_kind, row.actor_name, row.at) == (Event.RELEASE, "system", "外人", START)
    assert row.reason == f"taken in {rig.street.id}"
    assert ("petition.released", "system") in [(row.action, row.actor) for row in rig.tables.audit]
    assert "button-claim" in await labels(rig, case, rig.desk)
    (back,) = told(rig, rig.desk.chat_id, "group-back")
    assert back.args["waiting"] == 1
    (thanks,) = told(rig, rig.other_desk.chat_id, "stand-in-released")
    assert (thanks.args["user"], thanks.args["numbers"]) == ("7003", rig.case(case).number)

    await rig.use.claim(rig.chen, case)
    assert (handler(rig, case), rig.case(case).stage) == ("陈杰", stage)
    notices = told(rig, ChatId(rig.wang.telegram_id), "notice-taken-over")
    assert [(n.args["unit"], n.args["name"]) for n in notices] == [("平安街道", "外人"), ("幸福社区", "陈杰")]


async def test_what_was_first_taken_above_waits_at_home_and_speaking_takes_it(rig: CoreRig) -> None:
    case = await rig.submitted()
    await moves(rig, rig.desk, able=False)
    await rig.use.claim(rig.stranger, case)
    (notice,) = told(rig, ChatId(rig.wang.telegram_id), "notice-accepted")
    assert (notice.args["unit"], notice.args["name"]) == ("平安街道", "外人")
    untaken = await rig.submitted(parts=["还有"])
    await moves(rig, rig.desk, able=True)
    (back,) = told(rig, rig.desk.chat_id, "group-back")
    assert back.args["waiting"] == 2, "also what was filed meanwhile"

    await rig.use.reply(rig.liu, case, words())
    assert handler(rig, case) == "刘敏"
    assert [row.event for row in rig.history(case)][-2:] == [Event.TAKE_OVER, Event.REPLY]
    assert (handler(rig, untaken), rig.case(untaken).stage) == (None, Stage.SUBMITTED)


async def test_of_two_who_take_over_one_wins_and_the_first_need_not(rig: CoreRig) -> None:
    case = await at(rig, Stage.ACCEPTED)
    await moves(rig, rig.desk, able=False)
    he, sun = he_above(rig), staff_of(rig.other_desk, 7005, "孙某")
    with pytest.raises(ConflictError, match="claimed-by-you"):
        await rig.use.claim(staff_of(rig.other_desk), case)  # 刘敏 is in both groups
    await rig.use.claim(he, case)
    with pytest.raises(ConflictError, match=r"^claimed-by$"):
        await rig.use.claim(sun, case)
    with pytest.raises(ConflictError, match="claimed-by-you"):
        await rig.use.claim(he, case)


async def test_what_has_ended_is_not_taken_over(rig: CoreRig) -> None:
    """A closed case moves while something waits to be said about it."""
    case = await at(rig, Stage.ANSWERED)
    await moves(rig, rig.desk, able=False)
    await rig.use.close(rig.stranger, case)
    with pytest.raises(DomainError, match="case-stage-closed"):
        await rig.use.claim(he_above(rig), case)
    another = await rig.submitted(parts=["还有"])
    await rig.use.answer(rig.stranger, another, words())
    await rig.use.close(rig.stranger, another)
    await moves(rig, rig.desk, able=True)

    names = [handler(rig, case), handler(rig, another)]
    assert names == ["刘敏", "外人"], "who has dealt with it is what the case says for good"
    assert told(rig, rig.other_desk.chat_id, "stand-in-released") == []


async def test_further_up_and_back_it_is_still_whose_it_was_and_only_home_it_is_not(rig: CoreRig) -> None:
    home = a_group_below(rig)
    case = await rig.submitted()
    await moves(rig, home, able=False)
    await rig.use.claim(rig.liu, case)
    await moves(rig, rig.desk, able=False)
    assert "button-claim" in await labels(rig, case, rig.other_desk)
    await moves(rig, rig.desk, able=True)
    assert handler(rig, case) == "刘敏"
    assert "button-claim" not in await labels(rig, case, rig.desk)
    (back,) = told(rig, rig.desk.chat_id, "group-back")
    assert back.args["waiting"] == 0
    await moves(rig, home, able=True)

    assert handler(rig, case) is None
    assert len(told(rig, rig.desk.chat_id, "stand-in-released")) == 1


async def test_nearer_home_is_not_where_it_was_taken_either(rig: CoreRig) -> None:
    home = a_group_below(rig)
    await moves(rig, rig.desk, able=False)
    await moves(rig, home, able=False)
    case = await rig.submitted()
    await rig.use.claim(rig.stranger, case)
    await moves(rig, rig.desk, able=True)

    assert handler(rig, case) is None
    (back,) = told(rig, rig.desk.chat_id, "group-back")
    assert back.args["waiting"] == 1
    await rig.use.claim(rig.liu, case)
    await moves(rig, home, able=True)
    assert handler(rig, case) is None
    assert [len(told(rig, desk.chat_id, "stand-in-released")) for desk in (rig.desk, rig.other_desk)] == [1, 1]


async def test_who_cannot_be_reached_is_not_told_and_nobody_waits_for_that(rig: CoreRig) -> None:
    home = a_group_below(rig)
    await moves(rig, home, able=False)
    case = await rig.submitted()
    await rig.use.claim(rig.liu, case)
    await moves(rig, rig.desk, able=False)
    await moves(rig, home, able=True)

    assert handler(rig, case) is None
    assert told(rig, rig.desk.chat_id, "stand-in-released") == []


async def test_each_is_thanked_once_however_many_they_had(rig: CoreRig) -> None:
    await moves(rig, rig.desk, able=False)
    numbers = []
    for n in range(12):
        case = await rig.submitted(parts=[f"第{n}件"])
        numbers.append(rig.case(case).number)
        await rig.use.claim(he_above(rig) if n else rig.stranger, case)
    await moves(rig, rig.desk, able=True)

    one, many = told(rig, rig.other_desk.chat_id, "stand-in-released")
    assert (one.args["numbers"], one.args["more"]) == (numbers[0], "no")
    assert (many.args["numbers"], many.args["more"]) == (" ".join(numbers[1:11]), "yes")
    assert many.args["count"] == 11


async def test_lists_name_nobody_of_another_desk(rig: CoreRig) -> None:
    case = await at(rig, Stage.ACCEPTED)
    await moves(rig, rig.desk, able=False)
    (listed,) = await rig.use.cases.queue(rig.other_desk.chat_id)
    assert listed.handler_name is None
    await rig.use.show_to_staff(rig.stranger, rig.case(case).number, MessageId(5), None)
    (found,) = told(rig, rig.other_desk.chat_id, "case-found")
    assert found.args["taken"] == "no"
    await moves(rig, rig.desk, able=True)
    await rig.use.show_to_staff(rig.liu, rig.case(case).number, MessageId(5), None)
    (found,) = told(rig, rig.desk.chat_id, "case-found")
    assert found.args["name"] == "刘敏"


async def test_words_are_signed_by_the_desk_they_were_written_in(rig: CoreRig) -> None:
    case = await at(rig, Stage.ACCEPTED)
    await moves(rig, rig.desk, able=False)
    await rig.use.answer(rig.stranger, case, words("街道来答复"))
    await moves(rig, rig.desk, able=True)
    await rig.use.reply(rig.liu, case, words("社区补一句"))

    mine = [i.spec for i in rig.sent_to(rig.wang) if i.spec and i.spec.key in {"case-answer", "case-reply"}]
    assert [spec.args["unit"] for spec in mine] == ["平安街道", "幸福社区"]
    view = await rig.use.cases.view(case)
    assert view is not None
    signed = [view.signature(message.author_name, message.unit_id) for message in view.messages]
    assert [(s["unit"], s["other"], s["name"]) for s in signed] == [("平安街道", "yes", "外人"), ("", "no", "刘敏")]


async def test_an_answer_begun_above_is_refused_when_the_case_has_gone_home(rig: CoreRig) -> None:
    case = await at(rig, Stage.ACCEPTED)
    await moves(rig, rig.desk, able=False)
    await rig.use.claim(rig.stranger, case)
    await rig.use.prompt(rig.stranger, case, LinkRole.PROMPT_ANSWER, press="1")
    await moves(rig, rig.desk, able=True)
    with pytest.raises(DomainError, match="case-elsewhere"):
        await rig.use.answer(rig.stranger, case, words("写到一半"))
    await moves(rig, rig.desk, able=False)
    await rig.use.answer(rig.stranger, case, words("现在又可以了"))

    assert handler(rig, case) == "外人", "nobody at home had taken it meanwhile"
    assert rig.case(case).stage is Stage.ANSWERED


async def test_out_and_back_within_one_moment_leaves_everything_as_it_was(rig: CoreRig) -> None:
    case = await at(rig, Stage.IN_PROGRESS)
    for able in (False, True, False, True):
        await moves(rig, rig.desk, able=able)

    assert handler(rig, case) == "刘敏"
    assert "button-claim" not in await labels(rig, case, rig.desk)
    assert len(set(rig.keys)) == len(rig.keys)
