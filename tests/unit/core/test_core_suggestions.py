"""A suggestion is answered by whether it is adopted, and why (XF 29)."""

import pytest

from core.petitions.kinds import Verdict
from core.petitions.model import Author, Event, Kind, Stage
from core.shared.actions import Action, ActionCode
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from core.shared.messages import Term
from dialogs.cases.shown import case_spec
from tests.core_rig import CoreRig, an_anonymous_draft, words

pytestmark = pytest.mark.unit


async def judged(rig: CoreRig, case_id: PetitionId, verdict: Verdict, press: str = "1") -> None:
    await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_ANSWER, press=press, subject=verdict)


async def test_the_button_asks_first_what_becomes_of_it(rig: CoreRig) -> None:
    case_id = await rig.submitted(kind=Kind.SUGGESTION)

    await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_ANSWER, press="1")

    spec = rig.items[-1].spec
    assert spec is not None
    assert spec.key == "verdict-which"
    codes = [ActionCode.parse(button.action) for row in spec.buttons for button in row]
    assert [(code.action, code.subject) for code in codes if code] == [
        (Action.ANSWER, f"{case_id}.{verdict}") for verdict in Verdict
    ]
    with pytest.raises(DomainError, match="verdict-first"):  # a button that was not pressed says nothing
        await rig.use.answer(rig.liu, case_id, words("可以"))


@pytest.mark.parametrize("verdict", Verdict)
async def test_the_verdict_goes_with_the_reason_and_is_kept(rig: CoreRig, verdict: Verdict) -> None:
    case_id = await rig.submitted(kind=Kind.SUGGESTION)
    await judged(rig, case_id, verdict)
    prompt = rig.items[-1].spec
    assert prompt is not None
    assert prompt.key == f"prompt-answer-{verdict}"

    await rig.use.answer(rig.liu, case_id, words("因为路太窄"))

    assert (rig.case(case_id).verdict, rig.case(case_id).stage) == (verdict, Stage.ANSWERED)
    assert rig.history(case_id)[-1].reason == verdict
    assert f"case-answer-{verdict}" in rig.said(rig.wang.telegram_id)
    view = await rig.use.cases.view(case_id)
    assert view is not None
    shown = case_spec(view, rig.clock).more
    assert {line.key: line.args for line in shown}["case-verdict"] == {"verdict": Term(f"verdict-{verdict}")}


async def test_without_a_verdict_the_words_are_kept_and_nothing_goes_out(rig: CoreRig) -> None:
    case_id = await rig.submitted(kind=Kind.SUGGESTION)
    said = words("我们研究过了")

    with pytest.raises(DomainError, match="verdict-first"):
        await rig.use.answer(rig.liu, case_id, said)
    await rig.use.answer(rig.liu, case_id, said)  # the same update twice

    assert [(m.author, m.text) for m in rig.messages(case_id)] == [(Author.NOTE, "我们研究过了")]
    assert rig.case(case_id).stage is Stage.SUBMITTED
    assert [key for key in rig.said(rig.wang.telegram_id) if key.startswith("case-answer")] == []


async def test_other_kinds_are_answered_without(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_ANSWER, press="1")
    await rig.use.answer(rig.liu, case_id, words("修好了"))

    assert rig.case(case_id).verdict == ""
    assert "case-answer" in rig.said(rig.wang.telegram_id)


async def test_a_correction_keeps_the_verdict_and_a_second_answer_needs_its_own(rig: CoreRig) -> None:
    case_id = await rig.submitted(kind=Kind.SUGGESTION)
    await judged(rig, case_id, Verdict.PARTLY)
    said = words("种两棵")
    await rig.use.answer(rig.liu, case_id, said)
    await rig.use.reply(rig.liu, case_id, words("种三棵", said.message_id, edition=5))
    assert rig.case(case_id).verdict == Verdict.PARTLY
    with pytest.raises(DomainError, match="verdict-first"):
        await rig.use.answer(rig.liu, case_id, words("不种了"))

    await judged(rig, case_id, Verdict.NOT, press="2")
    await rig.use.answer(rig.liu, case_id, words("不种了"))

    assert rig.case(case_id).verdict == Verdict.NOT


async def test_what_is_taken_back_leaves_the_verdict_of_before() -> None:
    rig = CoreRig(undo_seconds=10)
    case_id = await rig.submitted(kind=Kind.SUGGESTION)
    await judged(rig, case_id, Verdict.ADOPTED)
    said = words("马上办")
    await rig.use.answer(rig.liu, case_id, said)
    assert rig.case(case_id).verdict == Verdict.ADOPTED

    await rig.use.undo(rig.liu, words().message_id, said.message_id)

    assert rig.case(case_id).verdict == ""
    assert rig.history(case_id)[-1].event is Event.TAKE_BACK


async def test_an_anonymous_author_reads_the_verdict_by_the_code(rig: CoreRig) -> None:
    receipt = await rig.use.submit(rig.wang, an_anonymous_draft())
    await judged(rig, receipt.petition_id, Verdict.ADOPTED)
    await rig.use.answer(rig.liu, receipt.petition_id, words("春天种"))

    assert rig.case(receipt.petition_id).verdict == Verdict.ADOPTED
