"""Answers of five parts: found in one message, or written part by part; what the law wants complete is complete."""

from dataclasses import replace

import pytest

from bot.adapters.wording import CatalogueWording
from core.answers.parts import Part, read_parts
from core.petitions.model import Attachment, Author, Event, FileKind, Kind, Stage
from core.shared.errors import AppError
from core.shared.ids import AttachmentId, MessageId, PetitionId
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.core_rig import CoreRig, a_claimed_case, words
from tests.fakes.world import FakeClock

pytestmark = pytest.mark.unit
WORDING = CatalogueWording(Renderer(default_catalogue(), FakeClock().zone, FakeClock().now))
FULL = "诉求：修灯\n查明的事实：灯坏了\n依据：物业条例第三条\n处理决定：明天修好"


def at_street(rig: CoreRig, case: PetitionId) -> None:
    """Let the case be with the street, whose desk is that of the community here."""
    rig.at_stage(case, unit_id=rig.street.id)


async def test_one_message_goes_out_below_the_street_with_a_hint_once() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)

    await rig.use.answer(rig.liu, case, words("明天修好。"))
    await rig.use.answer(rig.liu, case, words("事实：灯坏了"))

    hints = [item.spec for item in rig.items if item.spec and item.spec.key == "answer-hint"]
    assert [len(hint.more) for hint in hints] == [4]
    assert rig.case(case).stage is Stage.ANSWERED
    assert [m.text for m in rig.messages(case)] == ["明天修好。", "事实：灯坏了"]


async def test_a_full_answer_and_other_kinds_are_not_lectured() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    await rig.use.answer(rig.liu, case, words(FULL))
    other = await rig.submitted(kind=Kind.SERVICE)
    await rig.use.claim(rig.liu, other)
    await rig.use.answer(rig.liu, other, words("好的"))

    assert "answer-hint" not in rig.said(rig.desk.chat_id)


async def test_the_street_is_told_what_is_missing_and_nothing_typed_is_lost() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    at_street(rig, case)
    photo = Attachment(id=AttachmentId("f1"), kind=FileKind.PHOTO, file_id="p")
    await rig.use.prompt(rig.liu, case, LinkRole.PROMPT_ANSWER, press="1")

    await rig.use.answer(rig.liu, case, words("诉求：修灯\n事实：灯坏了", attachments=(photo,)))

    assert rig.case(case).stage is Stage.ACCEPTED
    assert [m for m in rig.messages(case) if m.author is Author.STAFF] == []
    draft = rig.tables.answer_drafts[case]
    assert (list(draft.parts), draft.files) == ([Part.CLAIM, Part.FACTS], (photo,))
    last = rig.items[-1].spec
    assert last is not None
    assert last.key == "answer-refused"
    labels = [button.label for row in last.buttons for button in row]
    assert "button-answer-send" not in labels
    assert labels.count("button-part-add") == 2

    await rig.use.answers.fill_rule(rig.liu, case, words("物业条例第三条"))
    await rig.use.answers.fill_decision(rig.chen, case, words("明天修好"))
    version = rig.tables.answer_drafts[case].version
    await rig.use.answers.send(rig.chen, case, version, MessageId(900))

    answer = next(m for m in rig.messages(case) if m.author is Author.STAFF)
    assert answer.attachments == (photo,)
    assert read_parts(answer.words, WORDING.headings).parts.keys() == set(Part)
    assert "30 日内" in answer.text
    assert case not in rig.tables.answer_drafts


async def test_words_without_headings_become_the_decision_and_a_document_is_the_answer_itself() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    at_street(rig, case)
    await rig.use.answer(rig.liu, case, words("明天修好"))
    assert rig.tables.answer_drafts[case].parts == {Part.DECISION: Marked("明天修好")}

    await rig.use.answer(rig.liu, case, words("您好\n事实：灯坏了"))
    assert rig.tables.answer_drafts[case].parts[Part.FACTS].text == "您好\n灯坏了"
    assert rig.tables.answer_drafts[case].parts[Part.DECISION].text == "明天修好"
    photo = Attachment(id=AttachmentId("f1"), kind=FileKind.PHOTO, file_id="p")
    await rig.use.answer(rig.liu, case, words("", attachments=(photo,)))
    assert rig.tables.answer_drafts[case].files == (photo,)

    paper = Attachment(id=AttachmentId("f2"), kind=FileKind.DOCUMENT, file_id="d")
    await rig.use.answer(rig.liu, case, words("", attachments=(paper,)))

    assert rig.case(case).stage is Stage.ANSWERED


async def test_step_by_step_to_the_preview_and_out() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    use = rig.use.answers
    await use.start(rig.liu, case, press="1")
    for fill, text in (
        (use.fill_claim, "修灯"),
        (use.fill_facts, "灯坏了"),
        (use.fill_rule, "第三条"),
        (use.fill_decision, "明天修"),
    ):
        said = words(text)
        await fill(rig.liu, case, said)
        await fill(rig.liu, case, said)  # the same update again

    keys = [key for key in rig.said(rig.desk.chat_id) if key.startswith(("prompt-part", "answer-draft"))]
    assert keys == [
        "prompt-part-claim",
        "prompt-part-facts",
        "prompt-part-rule",
        "prompt-part-decision",
        "answer-draft",
    ]
    assert await rig.use.find.meant(rig.liu, case, "") is None
    spec = await use.start.see(rig.chen, case)
    shown = [line.args["text"] for line in spec.more if line.key == "answer-draft-part"]
    assert shown[:4] == ["修灯", "灯坏了", "第三条", "明天修"]
    assert "街道" in str(shown[4])

    await use.start.part(rig.chen, case, Part.REVIEW, press="2")
    assert await rig.use.find.meant(rig.chen, case, "") is LinkRole.PROMPT_PART_REVIEW
    await use.fill_review(rig.chen, case, words("请到三楼"))
    await use.send(rig.liu, case, rig.tables.answer_drafts[case].version, MessageId(900))

    answer = next(m for m in rig.messages(case) if m.author is Author.STAFF)
    assert answer.text.endswith("不服怎么办\n请到三楼")
    assert rig.case(case).stage is Stage.ANSWERED
    sent = next(item.spec for item in rig.sent_to(rig.wang) if item.spec and item.spec.key == "case-answer")
    assert [button.label for button in sent.buttons[0]] == [
        "button-rate-satisfied",
        "button-rate-basically",
        "button-rate-unsatisfied",
    ]


async def test_of_two_who_send_one_draft_one_sends_it_and_nobody_sends_what_they_have_not_seen() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    use = rig.use.answers
    await use.fill_decision(rig.liu, case, words("明天修"))
    old = rig.tables.answer_drafts[case].version
    await use.fill_facts(rig.chen, case, words("灯坏了"))
    with pytest.raises(AppError, match="answer-draft-changed"):
        await use.send(rig.liu, case, old, MessageId(900))
    with pytest.raises(AppError, match="answer-draft-changed"):
        await use.drop(rig.liu, case, old)

    await use.send(rig.liu, case, old + 1, MessageId(901))
    with pytest.raises(AppError, match="answer-draft-gone"):
        await use.send(rig.chen, case, old + 1, MessageId(902))

    assert [m.author for m in rig.messages(case)] == [Author.STAFF]


async def test_a_draft_that_changes_while_it_is_sent_is_not_sent() -> None:
    """What was put together before the lock is compared with what lies there behind it."""
    rig = CoreRig()
    case = await a_claimed_case(rig)
    use = rig.use.answers
    await use.fill_decision(rig.liu, case, words("明天修"))
    draft = rig.tables.answer_drafts[case]
    with pytest.raises(AppError, match="answer-draft-changed"):
        await use.send.say(rig.liu, case, words("别的话"), Event.ANSWER)

    assert rig.tables.answer_drafts[case] == draft
    assert rig.messages(case) == []


async def test_an_incomplete_draft_goes_out_below_the_street_only() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    await rig.use.answers.fill_decision(rig.liu, case, words("明天修"))
    version = rig.tables.answer_drafts[case].version
    at_street(rig, case)
    with pytest.raises(AppError, match="answer-incomplete"):
        await rig.use.answers.send(rig.liu, case, version, MessageId(900))
    rig.at_stage(case, unit_id=rig.unit.id)

    await rig.use.answers.send(rig.liu, case, version, MessageId(900))

    assert rig.case(case).stage is Stage.ANSWERED


async def test_a_draft_ends_with_its_case() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    await rig.use.answers.start(rig.liu, case, press="1")
    await rig.use.withdraw(rig.wang, case)
    assert rig.tables.answer_drafts == {}
    with pytest.raises(AppError, match="case-stage-withdrawn"):
        await rig.use.answers.start(rig.liu, case, press="2")
    other = await rig.submitted()
    await rig.use.answer(rig.liu, other, words(FULL))
    await rig.use.answers.start(rig.liu, other, press="3")
    await rig.use.close(rig.liu, other)

    assert rig.tables.answer_drafts == {}


async def test_a_draft_is_looked_at_again_thrown_away_and_gone() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    use = rig.use.answers
    photo = Attachment(id=AttachmentId("f1"), kind=FileKind.PHOTO, file_id="p")
    await use.fill_claim(rig.liu, case, words("", attachments=(photo,)))
    assert rig.said(rig.desk.chat_id)[-1] == "answer-file-kept"
    await rig.use.prompt(rig.liu, case, LinkRole.PROMPT_REPLY, press="0")
    await use.fill_claim(rig.liu, case, words("修灯"))
    assert rig.said(rig.desk.chat_id)[-1] == "answer-draft"
    assert await rig.use.find.meant(rig.liu, case, "") is LinkRole.PROMPT_REPLY
    await use.start(rig.chen, case, press="1")
    spec = rig.items[-1].spec
    assert spec is not None
    assert [line.key for line in spec.more if line.key.startswith("answer-draft-f")] == ["answer-draft-files"]
    assert (await use.start.see(rig.chen, case, drop=True)).key == "answer-drop-sure"
    version = rig.tables.answer_drafts[case].version

    await use.drop(rig.chen, case, version)
    await use.drop(rig.chen, case, version)

    for gone in (use.start.see(rig.chen, case), use.start.part(rig.chen, case, Part.RULE, press="2")):
        with pytest.raises(AppError, match="answer-draft-gone"):
            await gone
    with pytest.raises(AppError, match="answer-draft-gone"):
        await use.send(rig.chen, case, version, MessageId(1))


async def test_an_anonymous_author_is_answered_in_the_desks_language() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    rig.at_stage(case, resident_id=None)
    rig.tables.staff_chats[rig.desk.chat_id] = replace(rig.desk, language=Language.EN)
    rig.tables.staff_chats[rig.other_desk.chat_id] = replace(rig.other_desk, language=Language.EN)
    await rig.use.answers.fill_decision(rig.liu, case, words("yes"))

    await rig.use.answers.send(rig.liu, case, rig.tables.answer_drafts[case].version, MessageId(900))

    answer = next(m for m in rig.messages(case) if m.author is Author.STAFF)
    assert answer.text.startswith("Decision\nyes\n\nIf you disagree\n")
