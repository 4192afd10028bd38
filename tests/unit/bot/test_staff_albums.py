"""Pictures that come with an answer kept back, or with a reason, never reach the resident by themselves."""

from typing import Any

import pytest

from core.answers.parts import Part
from core.petitions.model import Author, Event, Stage
from core.shared.actions import Action, ActionCode
from core.shared.ids import MessageId
from core.shared.link_roles import LinkRole
from tests.factories.said import words
from tests.fakes.database import Link
from tests.group_rig import Group, a_group
from tests.unit.bot.test_staff_meaning import ALBUM

pytestmark = pytest.mark.unit
WORDS = [0, 1, 2]


@pytest.fixture
async def group() -> Group:
    return await a_group()


def at_street(group: Group) -> None:
    """Let the law want all parts of its answer: the case is with the street, whose desk is this one."""
    core = group.rig.core
    core.at_stage(group.case_id, unit_id=core.street.id)


async def sends(group: Group, caption: str, words_at: int, count: int = 3, **where: Any) -> None:
    """An album; the words stand under the part with this number."""
    for part in range(count):
        said = {"caption": caption} if part == words_at else {}
        await group.says(album_caption=caption, **ALBUM, **said, **group.topic(**where))


def to_resident(group: Group) -> list[str]:
    core = group.rig.core
    return [i.dedupe for i in core.sent_to(core.wang) if i.dedupe.startswith("reply:")]


@pytest.mark.parametrize("words_at", WORDS)
@pytest.mark.parametrize("answers_prompt", [True, False])
async def test_all_pictures_of_an_answer_kept_back_go_out_with_it(
    group: Group, words_at: int, *, answers_prompt: bool
) -> None:
    at_street(group)
    core, case = group.rig.core, group.case_id
    await group.presses(Action.ANSWER)
    where = {}
    if answers_prompt:
        link = Link(petition_id=case, role=LinkRole.PROMPT_ANSWER, case_message_id=None)
        core.tables.links[core.desk.chat_id, MessageId(900)] = link
        where = group.answering(900)

    await sends(group, "事实：灯坏了", words_at, **where)

    assert to_resident(group) == []
    draft = core.tables.answer_drafts[case]
    assert (draft.parts[Part.FACTS].text, len(draft.files)) == ("灯坏了", 3)
    assert Part.DECISION not in draft.parts
    for fill, text in (("claim", "修灯"), ("rule", "第三条"), ("decision", "明天修")):
        await getattr(core.use.answers, f"fill_{fill}")(core.liu, case, words(text))
    version = core.tables.answer_drafts[case].version
    await core.use.answers.send(core.liu, case, version, MessageId(901))
    (answer,) = [message for message in core.messages(case) if message.author is Author.STAFF]
    assert len(answer.attachments) == 3
    assert core.said(core.desk.chat_id).count("answer-album-kept") == 1


async def test_pictures_that_come_with_the_last_part_go_with_the_answer_as_it_was_seen(group: Group) -> None:
    at_street(group)
    core, case = group.rig.core, group.case_id
    for fill, text in (("claim", "修灯"), ("facts", "坏了"), ("rule", "第三条")):
        await getattr(core.use.answers, f"fill_{fill}")(core.liu, case, words(text))
    await group.rig.core.use.answers.start.part(core.liu, case, Part.DECISION, press="1")
    await sends(group, "明天修", 0, count=2)

    assert to_resident(group) == []
    shown = next(i.spec for i in reversed(core.items) if i.spec and i.spec.key == "answer-draft")
    seen = [ActionCode.parse(button.action) for row in shown.buttons for button in row]
    version = next(code.version for code in seen if code and code.action is Action.SEND_ANSWER)
    await core.use.answers.send(core.liu, case, version, MessageId(901))
    assert len(core.messages(case)[-1].attachments) == 2


@pytest.mark.parametrize("words_at", WORDS)
@pytest.mark.parametrize("answers_prompt", [True, False])
async def test_pictures_of_a_reason_are_notes(group: Group, words_at: int, *, answers_prompt: bool) -> None:
    core, case = group.rig.core, group.case_id
    await core.use.claim(core.liu, case)
    await group.presses(Action.HAND_BACK)
    where = {}
    if answers_prompt:
        link = Link(petition_id=case, role=LinkRole.PROMPT_HAND_BACK, case_message_id=None)
        core.tables.links[core.desk.chat_id, MessageId(900)] = link
        where = group.answering(900)

    await sends(group, "下周休假", words_at, **where)

    assert to_resident(group) == []
    assert [row.event for row in core.history(case)].count(Event.HAND_BACK) == 1
    assert [author for author, _ in group.authors] == [Author.NOTE] * 3
    assert core.case(case).handler is None


@pytest.mark.parametrize("words_at", WORDS)
async def test_pictures_of_the_reason_follow_a_case_that_went_elsewhere(group: Group, words_at: int) -> None:
    core, case = group.rig.core, group.case_id
    await group.presses(Action.ESCALATE)

    await sends(group, "要街道的人", words_at)

    assert core.case(case).stage is Stage.ESCALATED
    assert to_resident(group) == []
    assert [(m.author, len(m.attachments)) for m in core.messages(case)] == [(Author.NOTE, 1)] * 3
    there = [i for i in core.items if i.chat_id == core.other_desk.chat_id and i.spec and i.spec.media]
    assert len(there) == 3


async def test_a_picture_of_the_answer_to_a_prompt_of_a_colleague_is_refused(group: Group) -> None:
    at_street(group)
    core = group.rig.core
    link = Link(petition_id=group.case_id, role=LinkRole.PROMPT_ANSWER, case_message_id=None)
    core.tables.links[core.desk.chat_id, MessageId(900)] = link
    prompt = group.answering(900)
    asked = {"id": 7002, "is_bot": False, "first_name": "陈刚"}
    entity = {"type": "text_mention", "offset": 0, "length": 2, "user": asked}
    prompt["reply_to_message"] |= {"text": "陈刚，请写", "entities": [entity]}
    await sends(group, "已修好", 1, count=2, **prompt)
    assert group.authors == []
    assert group.case_id not in core.tables.answer_drafts
