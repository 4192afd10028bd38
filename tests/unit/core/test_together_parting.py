"""A main case that ends without an answer, or goes elsewhere, takes nobody's case with it; and what closing leaves."""

from datetime import timedelta

import pytest

from core.answers.drafts import AnswerDraft
from core.answers.ratings import Grade
from core.petitions.card import render_card
from core.petitions.model import Event, Kind, Petition, Stage
from core.shared.ids import MessageId, PetitionId
from core.shared.marks import Marked
from tests.core_rig import CoreRig, a_draft, an_anonymous_draft, words
from tests.unit.core.test_core_reminders import Morning
from tests.unit.core.test_together import neighbour, opened, refused, told, two_alike

pytestmark = pytest.mark.unit
FOUR_PARTS = "诉求：修\n事实：坏了\n依据：条例\n决定：答复"


async def merged(rig: CoreRig) -> tuple[PetitionId, PetitionId]:
    """A main case of 王秀英's, and 赵强's merged under it."""
    main, member = await two_alike(rig)
    await rig.use.together.merge(rig.liu, member, main)
    return main, member


def alone(rig: CoreRig, member: PetitionId, *, stage: Stage = Stage.SUBMITTED) -> bool:
    last = rig.history(member)[-1]
    return (
        member not in rig.tables.merges
        and rig.case(member).stage is stage
        and (last.event, last.actor_id, last.actor_name) == (Event.UNMERGE, "", "")
    )


async def test_a_main_case_withdrawn_leaves_the_others_to_be_worked_on() -> None:
    rig = CoreRig()
    main, member = await merged(rig)
    late = neighbour(rig, "联名人")
    await rig.use.together.sign.open(rig.zhao, member)
    await rig.use.together.sign.join(late, rig.tables.collectives[member].invite)

    await rig.use.withdraw(rig.wang, main)

    assert alone(rig, member)
    assert told(rig, rig.zhao)[-1] == "notice-unmerged"
    assert told(rig, late) == []
    assert rig.said(rig.desk.chat_id).count("staff-parted") == 1
    assert rig.case(main).number in [row.reason for row in rig.history(member)]
    await rig.use.claim(rig.liu, member)


async def test_a_main_case_that_bears_no_name_is_withdrawn_on_a_day_alone() -> None:
    rig = CoreRig()
    text = ["3号楼电梯坏了三天没人修"]
    main = (await rig.use.submit(rig.wang, an_anonymous_draft(parts=text))).petition_id
    member = (await rig.use.submit(rig.zhao, a_draft(kind=Kind.SUGGESTION, parts=text))).petition_id
    await rig.use.together.merge(rig.liu, member, main)

    await rig.use.withdraw(rig.wang, None, code="ABCD-EFGH-JKLM")

    assert alone(rig, member)
    assert rig.history(member)[-1].at == rig.history(main)[-1].at


@pytest.mark.parametrize("same", [False, True])
async def test_a_main_case_refused_leaves_the_others_to_be_worked_on(same: bool) -> None:
    rig = CoreRig()
    main, member = await merged(rig)
    if same:
        pending = (await rig.use.submit(rig.wang, a_draft(parts=["楼道灯坏了"]))).petition_id
        await rig.use.flow.same_matter(rig.liu, main, words(f"{rig.case(pending).number} 同一件"))
    else:
        await rig.use.flow.refuse(rig.liu, main, words("请找物业"))

    assert alone(rig, member)
    assert {"notice-not-accept", "notice-same-matter", "together-progress"}.isdisjoint(told(rig, rig.zhao))


@pytest.mark.parametrize("which", ["main", "member"])
async def test_what_goes_to_another_unit_goes_alone(which: str) -> None:
    rig = CoreRig()
    main, member = await merged(rig)

    await rig.use.flow.escalate(rig.liu, {"main": main, "member": member}[which], words("归街道"))

    assert alone(rig, member, stage=Stage.SUBMITTED if which == "main" else Stage.ESCALATED)
    assert rig.case(member).unit_id == (rig.unit.id if which == "main" else rig.street.id)
    assert ("staff-parted" in rig.said(rig.desk.chat_id)) is (which == "main")
    assert "notice-unmerged" in told(rig, rig.zhao)


async def test_a_main_case_that_goes_to_review_before_it_is_closed_goes_alone() -> None:
    rig = CoreRig()
    drafts = [a_draft(parts=["电梯坏了三天没人修"], to_street=True) for _ in range(2)]
    main = (await rig.use.submit(rig.wang, drafts[0])).petition_id
    member = (await rig.use.submit(rig.zhao, drafts[1])).petition_id
    await rig.use.together.merge(rig.stranger, member, main)
    await rig.use.answer(rig.stranger, main, words(FOUR_PARTS))
    await rig.use.flow.roads(rig.wang, main, Event.ASK_REVIEW, Marked("不服"), source="r1")

    assert rig.case(main).stage is Stage.REVIEW
    assert alone(rig, member)


async def test_signers_hear_of_side_roads_too() -> None:
    rig = CoreRig()
    case, invite = await opened(rig)
    await rig.use.together.sign.join(rig.zhao, invite)
    await rig.use.flow.escalate(rig.liu, case, words("归街道"))
    assert told(rig, rig.zhao) == ["together-progress"]
    await rig.use.answer(rig.stranger, case, words(FOUR_PARTS))
    rig.at_stage(case, stage=Stage.CLOSED)
    before = len(told(rig, rig.zhao))
    await rig.use.flow.roads(rig.wang, case, Event.REOPEN, Marked("还没好"), source="r1")
    assert told(rig, rig.zhao)[before:] == ["together-progress"]


async def test_what_ends_with_its_main_case_can_be_rated_and_keeps_no_draft() -> None:
    rig = CoreRig()
    main, member = await merged(rig)
    rig.tables.answer_drafts[member] = AnswerDraft(petition_id=member, by_name="刘敏", at=rig.clock.now())
    await rig.use.claim(rig.liu, main)
    await rig.use.answer(rig.liu, main, words("修好了", message_id=MessageId(2)))
    await rig.use.close(rig.liu, main)

    assert member not in rig.tables.answer_drafts
    closed = next(item for item in rig.sent_to(rig.zhao) if item.spec and item.spec.key == "notice-closed")
    assert closed.spec
    assert [button.label for button in closed.spec.buttons[0]] == [f"button-rate-{grade}" for grade in Grade]
    assert (await rig.use.answers.rate(rig.zhao, member, Grade.SATISFIED)).rating is not None
    assert told(rig, rig.zhao).count("together-progress") == 1  # accepted; that it is closed they read of their own


async def test_what_its_closer_may_not_touch_stands_alone_again() -> None:
    rig = CoreRig()
    main, member = await merged(rig)
    await rig.use.flow.recuse(rig.liu, member)
    await rig.use.claim(rig.liu, main)
    await rig.use.answer(rig.liu, main, words("修好了", message_id=MessageId(2)))
    await rig.use.close(rig.liu, main)
    assert alone(rig, member)


async def test_what_is_over_stays_merged_whatever_becomes_of_the_main_case() -> None:
    rig = CoreRig()
    main, member = await merged(rig)
    await rig.use.withdraw(rig.zhao, member)
    await rig.use.withdraw(rig.wang, main)
    assert rig.tables.merges[member].main_id == main


@pytest.mark.parametrize("kind", [Kind.SUGGESTION, Kind.SERVICE])
async def test_what_is_of_another_kind_is_not_merged(kind: Kind) -> None:
    rig = CoreRig()
    main, member = await two_alike(rig)
    rig.at_stage(main, kind=kind)
    code = "merge-kinds" if kind is Kind.SUGGESTION else "together-kind"
    assert await refused(rig.use.together.merge(rig.liu, member, main)) == code
    assert (await rig.use.together.merge.alike(rig.liu, member)).cases == []


async def test_nobody_is_reminded_of_what_is_merged_until_it_stands_alone() -> None:
    morning = Morning()
    rig = morning.rig
    main, member = await merged(rig)
    rig.clock.move(timedelta(days=30))
    told_of = await reminded_of(morning)
    assert rig.case(main).number in told_of
    assert rig.case(member).number not in told_of

    await rig.use.together.merge.undo(rig.liu, member, words("不是一件事"))
    back = next(item.spec for item in reversed(rig.sent_to(rig.zhao)) if item.spec)
    assert (back.key, back.args["awaits"]) == ("notice-unmerged", "claim")
    rig.clock.move(timedelta(days=1))
    told_of = await reminded_of(morning)
    assert rig.case(member).number in told_of


async def test_a_merged_card_shows_no_date_of_its_own() -> None:
    rig = CoreRig()
    _, member = await merged(rig)
    rig.clock.move(timedelta(days=30))
    shown = await keys_of(rig, rig.case(member))
    assert "card-past" not in shown
    assert "card-submitted" in shown


async def reminded_of(morning: Morning) -> list[object]:
    """Return the numbers in what the next morning brings."""
    morning.read = len(morning.rig.items)
    return [line.args.get("number") for spec in (await morning.comes()).values() for line in spec.more]


async def keys_of(rig: CoreRig, petition: Petition) -> list[str]:
    view = await rig.cards.card(petition.id, rig.desk.chat_id)
    assert view is not None
    return [line.key for line in render_card(view, rig.clock.zone, rig.clock.now().date()).more]
