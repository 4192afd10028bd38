"""An adopted suggestion becomes a motion: drafted without its author, voted on as any other; its author hears of it."""

from dataclasses import replace

import pytest

from core.ballots.model import BallotState
from core.ballots.paper import BallotKind, Meeting, Paper
from core.ballots.rules import NOTICE
from core.petitions.kinds import Verdict
from core.petitions.menu import AtDesk, menu
from core.petitions.model import Event, Kind, Stage
from core.shared.actions import Action, ActionCode
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import CONTACT, Mark
from tests.ballot_rig import Hall, refused
from tests.core_rig import CoreRig, an_anonymous_draft, words
from tests.unit.core.test_core_suggestions import judged

pytestmark = pytest.mark.unit
TEXT = "我是王秀英，住3号楼2单元501室，电话13812345678。建议在东门装一盏路灯。"


@pytest.fixture
def hall(rig: CoreRig) -> Hall:
    made = Hall(rig)
    del rig.tables.ballots[made.ballot_id]
    return made


async def suggested(rig: CoreRig, verdict: Verdict = Verdict.ADOPTED) -> PetitionId:
    case = await rig.submitted(kind=Kind.SUGGESTION, parts=[TEXT])
    await judged(rig, case, verdict)
    await rig.use.answer(rig.liu, case, words("好主意"))
    return case


async def made(hall: Hall, case: PetitionId, meeting: str = "r", study: str = "支部研究同意") -> None:
    rig = hall.rig
    await rig.use.prompt(rig.liu, case, LinkRole.PROMPT_MOTION, press=f"{case}{meeting}{study}", subject=meeting)
    await rig.use.make_motion(rig.liu, case, words(study))
    hall.ballot_id = next(iter(rig.tables.ballots))


def offers(rig: CoreRig, case: PetitionId) -> bool:
    at = AtDesk(petition=rig.case(case), unit=rig.unit, desk=rig.unit, user_id=rig.liu.user_id)
    codes = [ActionCode.parse(button.action) for row in menu(at).buttons for button in row]
    return any(code is not None and code.action is Action.MOTION for code in codes)


async def test_the_draft_says_what_was_suggested_and_not_by_whom(rig: CoreRig, hall: Hall) -> None:
    case = await suggested(rig)
    assert offers(rig, case)

    await made(hall, case)

    ballot, paper = hall.ballot, hall.ballot.paper
    assert (ballot.state, ballot.slug) == (BallotState.DRAFT, f"suggestion-{rig.case(case).number.lower()}")
    assert (paper.kind, paper.meeting, paper.branch_study) == (BallotKind.MOTION, Meeting.RESIDENTS, "支部研究同意")
    text = paper.subjects[0].debrief
    assert "建议在东门装一盏路灯" in text
    for secret in ("王秀英", "501", "13812345678", "3号楼"):
        assert secret not in text + paper.title
    assert ballot.opens_at >= rig.clock.now() + NOTICE
    assert Paper.from_json(paper.to_json()) == paper
    assert rig.said(hall.chat.chat_id)[-1] == "motion-drafted"
    assert rig.said(rig.desk.chat_id)[-1] == "staff-motion-made"
    assert rig.said(rig.wang.telegram_id)[-1] == "notice-motion-made"
    assert (rig.history(case)[-1].event, rig.history(case)[-1].reason) == (Event.NOTE, ballot.slug)


async def test_of_a_card_that_was_shared_no_digit_is_left_however_short(rig: CoreRig, hall: Hall) -> None:
    case = await suggested(rig)
    told = replace(rig.case(case), text=f"张三 +1 23 45{TEXT}", marks=(Mark(CONTACT, 0, 11, "+12345\t张三\t"),))
    rig.tables.petitions[case] = told

    await made(hall, case)

    assert "张三 +* ** **" in hall.ballot.paper.subjects[0].debrief


async def test_its_author_hears_when_it_is_voted_on_and_what_was_decided(rig: CoreRig, hall: Hall) -> None:
    case = await suggested(rig, Verdict.PARTLY)
    await made(hall, case)

    await hall.opens()
    assert rig.said(rig.wang.telegram_id)[-1] == "notice-motion-open"

    await hall.all_vote(["yes"] * 5 + ["no"])
    await hall.closes()
    told = [item.spec for item in rig.sent_to(rig.wang) if item.spec][-1]
    assert (told.key, [line.key for line in told.more]) == ("notice-motion-published", ["motion-passed"])
    said = len(rig.items)
    await hall.tend()
    assert len(rig.items) == said


async def test_an_author_without_a_name_is_told_nothing(rig: CoreRig, hall: Hall) -> None:
    case = (await rig.use.submit(rig.wang, an_anonymous_draft())).petition_id
    await judged(rig, case, Verdict.ADOPTED)
    await rig.use.answer(rig.liu, case, words("好主意"))
    said = len(rig.sent_to(rig.wang))
    for n, entry in enumerate(rig.tables.roster.values()):
        rig.tables.roster[entry.id] = replace(entry, household=f"{n}")
    await made(hall, case)
    await made(hall, case, "h", "再研究一次")
    assert hall.ballot.paper.meeting is Meeting.HOUSEHOLDS
    assert len(rig.tables.ballots) == 1
    assert len(rig.sent_to(rig.wang)) == said


async def test_only_what_was_adopted_and_answered_and_once(rig: CoreRig, hall: Hall) -> None:
    not_adopted = await suggested(rig, Verdict.NOT)
    assert not offers(rig, not_adopted)
    assert await refused(rig.use.make_motion.ask(rig.use.flow.menu, rig.liu, not_adopted)) == "motion-not-adopted"
    assert await refused(made(hall, not_adopted)) == "motion-not-adopted"
    assert await refused(rig.use.make_motion(rig.liu, not_adopted, words())) == "motion-not-adopted"
    case = await suggested(rig)
    rig.tables.petitions[case] = replace(rig.case(case), stage=Stage.REOPENED)
    assert await refused(made(hall, case)) == "motion-not-adopted"
    rig.tables.petitions[case] = replace(rig.case(case), stage=Stage.CLOSED)
    await made(hall, case)
    await hall.approves()
    assert await refused(made(hall, case, study="再来")) == "motion-made"


async def test_a_body_of_too_few_is_said_at_once(rig: CoreRig) -> None:
    hall = Hall(rig, voters=3)
    case = await suggested(rig)
    del rig.tables.ballots[hall.ballot_id]
    assert await refused(made(hall, case)) == "ballot-roll-small"
    assert not rig.tables.ballots
