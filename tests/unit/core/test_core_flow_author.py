"""What the author of a case can do beside it: again here, above, at the street, outside; and what they read of it."""

from datetime import timedelta

import pytest

from core.petitions import flow
from core.petitions.menu import menu
from core.petitions.model import Author, Event, Stage
from core.petitions.places import Standing
from core.shared.ids import ChatId
from tests.core_rig import a_draft, words
from tests.town import Town, refused

pytestmark = pytest.mark.unit


async def test_an_answer_is_looked_at_above_and_answered_there(town: Town) -> None:
    case = await town.filed()
    await town.answered(town.leader, case)
    await town.go(case, Event.RECONSIDER)
    assert town.at(case) == ("幸福社区", Stage.UNDER_REVIEW)
    assert town.said(town.rig.desk)[-2:] == ["staff-resident-adds", "staff-arrived-reconsider"]
    assert await refused(town.use.flow.object(town.liu, case, words())) == "case-stage-under_review"
    await town.use.claim(town.liu, case)
    assert await refused(town.use.flow.object(town.liu, case, words())) == "object-nowhere"
    await town.answered(town.liu, case)
    await town.use.close(town.liu, case)
    await town.go(case, Event.RECONSIDER, "还是不对")
    assert town.at(case) == ("平安街道", Stage.UNDER_REVIEW)
    await town.answered(town.he, case)
    assert await refused(town.go(case, Event.RECONSIDER, "三")) == "reconsider-top"


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.ACCEPTED, Stage.ANSWERED, Stage.CLOSED, Stage.NOT_ACCEPTED])
async def test_going_straight_to_the_street_is_never_refused(town: Town, stage: Stage) -> None:
    case = await town.filed()
    town.rig.at_stage(case, stage=stage)
    town.rig.clock.move(timedelta(days=400))
    await town.go(case, Event.GO_TO_STREET)
    assert town.at(case) == ("平安街道", Stage.ESCALATED)
    assert await refused(town.go(case, Event.GO_TO_STREET, "二")) == "street-already"


async def test_it_may_be_filed_at_the_street_at_once(town: Town) -> None:
    case = await town.filed(to_street=True)
    assert town.at(case) == ("平安街道", Stage.SUBMITTED)
    await town.use.claim(town.he, case)


@pytest.mark.parametrize(("days", "code"), [(30, ""), (31, "reopen-too-late")])
async def test_its_author_has_it_taken_up_again_for_thirty_days(town: Town, days: int, code: str) -> None:
    case = await town.filed()
    await town.answered(town.leader, case)
    await town.use.close(town.leader, case)
    town.rig.clock.move(timedelta(days=days))
    if code:
        assert await refused(town.go(case, Event.REOPEN)) == code
        return
    await town.go(case, Event.REOPEN)
    petition = town.rig.case(case)
    assert (petition.stage, petition.handler, petition.closed_at) == (Stage.REOPENED, None, None)
    assert "staff-asked-reopen" in town.said(town.group)
    assert "staff-resident-adds" in town.said(town.group)
    await town.use.reply(town.leader, case, words("再看"))
    assert town.rig.case(case).stage is Stage.IN_PROGRESS


async def test_the_way_outside_ends_with_the_second_review(town: Town) -> None:
    case = await town.filed()
    await town.answered(town.leader, case)
    assert await refused(town.go(case, Event.ASK_REVIEW)) == "review-not-street"
    await town.go(case, Event.GO_TO_STREET)
    await town.answered(town.he, case)
    assert [road.event for road in await town.use.flow.roads.open(town.rig.wang, case)] == [
        Event.REOPEN,
        Event.ASK_REVIEW,
    ]
    await town.go(case, Event.ASK_REVIEW, "不合规定")
    petition = town.rig.case(case)
    assert petition.stage is Stage.REVIEW
    assert petition.review_by is not None
    assert (petition.review_by - town.rig.clock.now()).days == 30
    assert await town.use.cases.queue_size(town.rig.other_desk.chat_id) == 1
    await town.use.flow.review_done(town.he, case, words("维持"))
    assert (town.rig.case(case).stage, town.rig.case(case).review_by) == (Stage.REVIEWED, None)
    assert town.rig.said(town.rig.wang.telegram_id)[-1] == "notice-review-done"
    await town.go(case, Event.ASK_REREVIEW, "还是不服")
    await town.use.flow.rereview_done(town.he, case, words("维持，终结"))
    assert town.rig.case(case).stage is Stage.FINAL
    assert await town.use.flow.roads.open(town.rig.wang, case) == []
    left = str(menu(await town.use.flow.menu.see(town.he, case)).buttons)
    assert not [deed for deed in ("button-transfer", "button-reopen", "button-rereview-done") if deed in left]
    assert flow.replayed(town.rig.history(case)) == (Stage.FINAL, town.rig.street.id)


@pytest.mark.parametrize("ask", [Event.ASK_REVIEW, Event.ASK_REREVIEW])
async def test_outside_there_are_thirty_days_to_ask(town: Town, ask: Event) -> None:
    case = await town.filed(to_street=True)
    await town.answered(town.he, case)
    if ask is Event.ASK_REREVIEW:
        await town.go(case, Event.ASK_REVIEW, "一")
        await town.use.flow.review_done(town.he, case, words("维持"))
    town.rig.clock.move(timedelta(days=31))
    assert await refused(town.go(case, ask, "二")) == "review-too-late"
    town.rig.clock.move(timedelta(days=-1))
    await town.go(case, ask, "二")


async def test_a_review_may_want_it_anew(town: Town) -> None:
    case = await town.filed(to_street=True)
    await town.answered(town.he, case)
    await town.go(case, Event.ASK_REVIEW, "一")
    await town.use.flow.review_redo(town.he, case, words("重办"))
    assert (town.rig.case(case).stage, town.rig.case(case).handler) == (Stage.REOPENED, None)
    await town.use.claim(town.he, case)


async def test_staff_take_it_up_again_with_a_reason(town: Town) -> None:
    case = await town.filed()
    await town.answered(town.leader, case)
    await town.use.close(town.leader, case)
    await town.use.flow.reopen(town.leader, case, words("又坏了"))
    assert town.at(case) == ("幸福三组", Stage.REOPENED)
    assert town.rig.said(town.rig.wang.telegram_id)[-1] == "notice-reopen"


async def test_the_author_reads_reasons_that_are_for_them_and_no_others(town: Town) -> None:
    case = await town.filed()
    await town.use.claim(town.leader, case)
    await town.use.flow.hand_back(town.leader, case, words("我休假"))
    await town.use.flow.escalate(town.leader, case, words("要社区办"))
    view = await town.use.see.own(town.rig.wang, case)
    told = {row.event: row.reason for row in view.history}
    assert (told[Event.HAND_BACK], told[Event.ESCALATE]) == ("", "要社区办")
    assert view.units[town.rig.unit.id] == "幸福社区"
    assert not [message for message in view.messages if message.author is Author.NOTE]


async def test_the_very_same_words_are_asked_about(town: Town) -> None:
    case = await town.filed(parts=["楼道灯坏了。"])
    same = a_draft(parts=["楼道 灯坏了"])
    assert await town.use.flow.same_words(town.rig.wang, same) == (case, town.rig.case(case).number)
    assert await town.use.flow.same_words(town.rig.zhao, same) is None
    own = town.rig.case(case).draft_id
    assert await town.use.flow.same_words(town.rig.wang, a_draft(id=own, parts=["楼道灯坏了"])) is None
    await town.use.withdraw(town.rig.wang, case)
    assert await town.use.flow.same_words(town.rig.wang, same) is None


async def test_while_a_desk_is_out_its_stand_in_gets_what_is_sent_to_it(town: Town) -> None:
    await town.use.seat_cases(town.rig.desk.chat_id, able=False, occasion="1")
    case = await town.filed()
    await town.use.flow.escalate(town.leader, case, words("一"))
    assert town.standing(case, town.rig.desk) is Standing.LENT
    assert town.standing(case, town.rig.other_desk) is Standing.STAND_IN
    await town.use.claim(town.he, case)
    await town.use.seat_cases(town.rig.desk.chat_id, able=True, occasion="2")
    assert town.standing(case, town.rig.desk) is Standing.HERE
    assert ChatId(town.rig.desk.chat_id) in {c.chat_id for c in town.rig.tables.cards.values() if c.petition_id == case}
