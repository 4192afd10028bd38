"""What answers a message about a case that is closed reaches its staff; more than thanks may be a new matter."""

from typing import Any

import pytest

from core.petitions.model import Author, Event, Stage
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.outbox import OutboxItem, Priority
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person
from tests.fakes.database import Link

pytestmark = pytest.mark.unit


@pytest.fixture
async def closed(rig: DialogRig, wang: Person) -> PetitionId:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft(parts=["楼道灯坏了"]))).petition_id
    rig.core.at_stage(case_id, stage=Stage.CLOSED, closed_at=rig.core.clock.now())
    link = Link(petition_id=case_id, role=LinkRole.RESIDENT_COPY, case_message_id=None)
    rig.core.tables.links[ChatId(wang.telegram_id), MessageId(7)] = link
    return case_id


def answering(person: Person) -> dict[str, Any]:
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    chat = {"id": person.telegram_id, "type": "private"}
    return {"reply_to_message": {"message_id": 7, "date": 1, "chat": chat, "from": bot, "text": "修好了"}}


def to_desk(rig: DialogRig) -> list[OutboxItem]:
    return [item for item in rig.core.items if item.dedupe.startswith("add:")]


@pytest.mark.parametrize(
    "text", ["谢谢", "非常感谢你们，辛苦了！🙏", "好的，收到", "謝謝！", "Thank you so much!", "🙏"]
)
async def test_thanks_reach_the_staff_and_their_writer_hears_so(
    rig: DialogRig, wang: Person, closed: PetitionId, text: str
) -> None:
    await wang.says(text, **answering(wang))

    assert "您的话工作人员看得到，谢谢您" in wang.shown
    assert text in wang.shown  # on the page of the case
    assert wang.words is None
    assert [(m.author, m.text) for m in rig.core.messages(closed)] == [(Author.RESIDENT, text)]
    assert (rig.core.case(closed).stage, rig.core.history(closed)[-1].event) == (Stage.CLOSED, Event.AFTERWORD)
    (item,) = to_desk(rig)
    assert item.spec is not None
    assert (item.spec.key, item.spec.quiet, item.priority) == ("staff-afterword", True, Priority.BRIEF)


@pytest.mark.parametrize("text", ["谢谢，可是又坏了", "还没好", "不满意", "Thanks, but it leaks again"])
async def test_what_is_more_than_thanks_reaches_them_too_and_is_offered_as_a_new_matter(
    rig: DialogRig, wang: Person, closed: PetitionId, text: str
) -> None:
    await wang.says(text, **answering(wang))

    assert "已经办结；事情还没完的话" in wang.shown
    assert [m.text for m in rig.core.messages(closed)] == [text]
    assert len(to_desk(rig)) == 1
    await wang.presses("当作一件新的事")
    assert wang.draft is not None
    assert wang.draft.text == text


async def test_a_picture_is_more_than_thanks(rig: DialogRig, wang: Person, closed: PetitionId) -> None:
    photo = [{"file_id": "F", "file_unique_id": "U", "width": 9, "height": 9}]
    await wang.says(photo=photo, caption="谢谢", **answering(wang))

    assert "事情还没完的话" in wang.shown
    assert [len(m.attachments) for m in rig.core.messages(closed)] == [1]


async def test_the_same_update_twice_is_said_once(rig: DialogRig, wang: Person, closed: PetitionId) -> None:
    for _ in range(2):
        said = "谢谢"
        await rig.core.use.add_to_case(
            rig.core.wang, closed, said, [], source="tg:1:9", said_in=MessageId(9), answers=True
        )

    assert len(rig.core.messages(closed)) == len(to_desk(rig)) == 1


async def test_to_a_case_that_was_withdrawn_nothing_is_said(rig: DialogRig, wang: Person, closed: PetitionId) -> None:
    rig.core.at_stage(closed, stage=Stage.WITHDRAWN)
    await wang.says("谢谢", **answering(wang))

    assert "已经撤回" in wang.shown
    assert rig.core.messages(closed) == []
    assert wang.words is not None


async def test_what_corrects_thanks_is_told_like_them(rig: DialogRig, wang: Person, closed: PetitionId) -> None:
    said_in = await wang.says("谢射", **answering(wang))
    await wang.edits(said_in, "谢谢")
    assert [m.text for m in rig.core.messages(closed)] == ["谢射", "✏️ 谢谢"]
    assert "您的话工作人员看得到，谢谢您" in wang.shown

    (item,) = [item for item in rig.core.pending if item.dedupe.startswith("add:")]
    assert item.spec is not None
    assert (item.spec.key, item.spec.args["text"], item.priority) == ("staff-afterword", "谢谢", Priority.BRIEF)
    assert rig.core.case(closed).stage is Stage.CLOSED


async def test_what_makes_more_than_thanks_of_them_is_offered_as_a_new_matter(
    rig: DialogRig, wang: Person, closed: PetitionId
) -> None:
    said_in = await wang.says("谢谢", **answering(wang))
    await wang.edits(said_in, "谢谢，可是又坏了")

    assert [m.text for m in rig.core.messages(closed)] == ["谢谢", "✏️ 谢谢，可是又坏了"]
    await wang.presses("当作一件新的事")
    assert wang.draft is not None
    assert wang.draft.text.endswith("谢谢，可是又坏了")
