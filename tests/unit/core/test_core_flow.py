"""A case on its side roads: which unit has it, what stage, who is told what, and what is refused with what to do."""

from datetime import timedelta

import pytest

from core.petitions import flow
from core.petitions.menu import menu
from core.petitions.model import Event, Stage
from core.petitions.places import Standing
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import a_draft, words
from tests.town import Town, refused

pytestmark = pytest.mark.unit


async def in_menu(town: Town, who: StaffActor, case: PetitionId) -> set[Action]:
    buttons = [each for row in menu(await town.use.flow.menu.see(who, case)).buttons for each in row]
    return {code.action for code in map(ActionCode.parse, [each.action for each in buttons]) if code}


async def test_a_case_goes_up_with_all_that_was_said_and_the_old_desk_sees_where(town: Town) -> None:
    case = await town.filed()
    await town.use.reply(town.leader, case, words("我去看看"))
    law = town.rig.case(case).promises.answer_by
    town.rig.clock.move(timedelta(days=2))

    await town.use.flow.escalate(town.leader, case, words("要动用社区的钱"))

    petition, row = town.rig.case(case), town.rig.history(case)[-1]
    assert town.at(case) == ("幸福社区", Stage.ESCALATED)
    assert petition.handler is None
    assert petition.promises.answer_by == law
    assert petition.promises.claim_by > town.rig.clock.now()
    assert (row.event, row.reason, row.unit_id) == (Event.ESCALATE, "要动用社区的钱", petition.unit_id)
    assert (town.standing(case, town.group), town.standing(case, town.rig.desk)) == (Standing.RETURNED, Standing.HERE)
    assert town.said(town.rig.desk)[-3:] == ["staff-said-before", "staff-noted-before", "staff-arrived-escalate"]
    assert town.said(town.group)[-1] == "staff-sent-on"
    assert town.rig.said(town.rig.wang.telegram_id)[-1] == "notice-escalate"
    card = await town.rig.cards.card(case, town.group.chat_id)
    assert card is not None
    assert (card.elsewhere, card.left, card.unit_name) == (True, True, "幸福社区")
    for chat, shown in ((town.rig.desk, 1), (town.group, 0)):
        assert await town.use.cases.queue_size(chat.chat_id) == shown
    assert await refused(town.use.reply(town.leader, case, words())) == "case-elsewhere"

    await town.use.claim(town.liu, case)
    assert town.at(case) == ("幸福社区", Stage.ACCEPTED)
    assert town.rig.case(case).promises.answer_by == law


@pytest.mark.parametrize(
    ("desk", "key", "days_later"),
    [("liu", "taken-on", 0), ("liu", "taken-on-late", 15), ("he", "taken-on-law", 0)],
)
async def test_whoever_takes_it_elsewhere_tells_until_when_it_is_answered_there(
    town: Town, desk: str, key: str, days_later: int
) -> None:
    case = await town.filed()
    await town.use.reply(town.leader, case, words("我去看看"))
    pledged = town.rig.case(case).promises.reply_by
    town.rig.clock.move(timedelta(days=2))
    await town.use.flow.escalate(town.leader, case, words("要动用社区的钱"))
    if desk == "he":
        await town.use.flow.escalate(town.liu, case, words("要街道协调"))
    town.rig.clock.move(timedelta(days=days_later))
    await town.use.claim(getattr(town, desk), case)

    spec = town.rig.sent_to(town.rig.wang)[-1].spec
    promises = town.rig.case(case).promises
    assert spec is not None
    assert spec.key == f"notice-{key}"
    assert (spec.args["reply"], spec.args["answer"]) == (promises.reply_by.date(), promises.answer_by.date())
    assert promises.reply_by > pledged


async def test_within_a_unit_the_dates_stay_whoever_has_it(town: Town) -> None:
    case = await town.filed()
    await town.use.claim(town.leader, case)
    await town.use.flow.hand_back(town.leader, case, words("出差"))
    await town.use.claim(town.leader, case)
    assert town.rig.said(town.rig.wang.telegram_id)[-1] == "notice-taken-over"


async def test_it_climbs_one_level_at_a_time_and_not_beyond_the_street(town: Town) -> None:
    case = await town.filed()
    await town.use.flow.escalate(town.leader, case, words("一"))
    await town.use.flow.escalate(town.liu, case, words("二"))
    assert town.at(case) == ("平安街道", Stage.ESCALATED)
    assert await refused(town.use.flow.escalate(town.he, case, words("三"))) == "escalate-top"
    assert await refused(town.use.prompt(town.he, case, LinkRole.PROMPT_ESCALATE, press="1")) == "escalate-top"
    assert flow.replayed(town.rig.history(case)) == (Stage.ESCALATED, town.rig.street.id)


async def test_a_case_is_transferred_to_the_unit_that_was_chosen(town: Town) -> None:
    case = await town.filed()
    assert await refused(town.use.flow.transfer(town.leader, case, words())) == "transfer-choose"
    _, units = await town.use.flow.transfer.targets(town.leader, case)
    assert [unit.name for unit in units] == ["平安街道", "幸福社区"]

    await town.transfer(town.leader, case, town.rig.unit.id)

    assert town.at(case) == ("幸福社区", Stage.TRANSFERRED)
    assert await refused(town.use.claim(town.leader, case)) == "case-elsewhere"


async def test_the_same_words_send_it_on_once(town: Town) -> None:
    case, said = await town.filed(), words("一")
    await town.use.flow.escalate(town.leader, case, said)
    before = town.rig.tables
    assert await refused(town.use.flow.escalate(town.leader, case, said)) == "case-elsewhere"
    assert town.rig.tables is before


async def test_a_unit_served_by_the_same_chat_keeps_its_card(town: Town) -> None:
    del town.rig.tables.staff_chats[town.group.chat_id]
    case = await town.filed()
    await town.use.flow.escalate(town.liu, case, words("一"))
    assert town.at(case) == ("幸福社区", Stage.ESCALATED)
    assert town.standing(case, town.rig.desk) is Standing.HERE
    assert "staff-noted-before" not in town.said(town.rig.desk)
    await town.use.claim(town.liu, case)


async def test_where_nobody_can_work_nothing_is_sent(town: Town) -> None:
    case = await town.filed()
    del town.rig.tables.staff_chats[town.rig.other_desk.chat_id]
    await town.use.flow.escalate(town.leader, case, words("一"))
    assert await refused(town.use.flow.escalate(town.liu, case, words("二"))) == "no-desk-there"


async def test_nobody_is_asked_why_a_case_goes_back_that_no_desk_has_sent(town: Town) -> None:
    case = await town.filed()
    await town.use.claim(town.leader, case)
    press, shown = {"role": LinkRole.PROMPT_OBJECT, "press": "1"}, Action.OBJECT
    assert await refused(town.use.prompt(town.leader, case, **press)) == "object-nowhere"
    assert shown not in await in_menu(town, town.leader, case)
    await town.use.flow.escalate(town.leader, case, words("一"))
    await town.use.claim(town.liu, case)
    assert shown in await in_menu(town, town.liu, case)
    await town.use.prompt(town.liu, case, **press)


async def test_a_desk_that_is_not_competent_sends_it_back_within_five_working_days(town: Town) -> None:
    case = await town.filed()
    assert await refused(town.use.flow.object(town.leader, case, words())) in {"object-nowhere", "case-stage-submitted"}
    await town.use.flow.escalate(town.leader, case, words("一"))
    town.rig.clock.move(timedelta(days=2))
    await town.use.claim(town.liu, case)

    await town.use.flow.object(town.liu, case, words("这是小组自己的事"))

    assert town.at(case) == ("幸福三组", Stage.TRANSFERRED)
    assert (town.standing(case, town.group), town.standing(case, town.rig.desk)) == (Standing.HERE, Standing.RETURNED)
    assert await refused(town.use.flow.object(town.leader, case, words())) == "object-nowhere"
    await town.use.claim(town.leader, case)


@pytest.mark.parametrize(("days", "code"), [(7, ""), (8, "object-too-late")])
async def test_after_five_working_days_it_stays(town: Town, days: int, code: str) -> None:
    """Filed on a Wednesday; the fifth working day after it is the next Wednesday."""
    case = await town.filed()
    await town.use.flow.escalate(town.leader, case, words("一"))
    zone, calendar = town.rig.clock.zone, town.rig.calendar
    last = flow.objection_until(town.rig.clock.now(), calendar, zone)
    while town.rig.clock.now().astimezone(zone).date() < last:
        town.rig.clock.move(timedelta(days=1))
    town.rig.clock.move(timedelta(days=days - 7))

    if code:
        assert await refused(town.use.flow.object(town.liu, case, words())) == code
    else:
        await town.use.flow.object(town.liu, case, words())


async def test_what_is_not_accepted_is_told_with_the_reason_and_stays_refusable_only_before(town: Town) -> None:
    case = await town.filed()
    await town.use.flow.refuse(town.leader, case, words("归法院管，人民路5号，12368"))
    petition = town.rig.case(case)
    assert (petition.stage, petition.closed_at) == (Stage.NOT_ACCEPTED, town.rig.clock.now())
    told = next(i for i in reversed(town.rig.sent_to(town.rig.wang)) if i.spec and i.spec.key == "notice-not-accept")
    assert told.spec is not None
    assert told.spec.args["reason"] == "归法院管，人民路5号，12368"
    other = await town.filed()
    await town.use.claim(town.leader, other)
    assert await refused(town.use.prompt(town.leader, other, LinkRole.PROMPT_NOT_ACCEPT, press="1")) in {
        "case-stage-accepted",
        "accepted-already",
    }
    await town.use.flow.escalate(town.leader, other, words("一"))
    assert await refused(town.use.flow.refuse(town.liu, other, words("晚了"))) == "accepted-already"


async def test_the_same_matter_is_not_accepted_twice_and_its_author_is_led_to_the_pending_one(town: Town) -> None:
    first, case = await town.filed(), await town.filed()
    number = town.rig.case(first).number
    theirs = (await town.use.submit(town.rig.zhao, a_draft())).petition_id
    for typed, code in (
        ("没有编号", "same-not-theirs"),
        (town.rig.case(theirs).number, "same-not-theirs"),
        (town.rig.case(case).number, "same-itself"),
    ):
        assert await refused(town.use.flow.same_matter(town.leader, case, words(typed))) == code

    await town.use.flow.same_matter(town.leader, case, words(f"{number} 已在办"))

    petition = town.rig.case(case)
    assert (petition.stage, petition.same_as) == (Stage.NOT_ACCEPTED, first)
    spec = town.rig.sent_to(town.rig.wang)[-1].spec
    assert spec is not None
    assert ActionCode.parse(spec.buttons[0][0].action) == ActionCode(Action.SHOW_CASE, first)
    await town.use.withdraw(town.rig.wang, first)
    third = await town.filed()
    assert await refused(town.use.flow.same_matter(town.leader, third, words(number))) == "same-not-open"
