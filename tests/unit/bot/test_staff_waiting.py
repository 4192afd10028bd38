"""A button waits until what it asked for is said, and for nothing else; colleagues and albums do not disturb it."""

from typing import Any

import pytest

from core.petitions.asking import ASKED, takes
from core.petitions.intent import Intent
from core.petitions.model import Author, Stage
from core.shared.actions import Action
from core.shared.ids import MessageId, TelegramUserId
from core.shared.link_roles import LinkRole
from tests.core_rig import words
from tests.fakes.database import Link
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.group_rig import CARD, LIU, Group, a_group

pytestmark = pytest.mark.unit

ALBUM = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}], "media_group_id": "a1"}


@pytest.fixture
async def group() -> Group:
    return await a_group()


def stands(group: Group, message_id: int, role: LinkRole) -> None:
    """Put a message of the case into the group."""
    link = Link(petition_id=group.case_id, role=role, case_message_id=None)
    group.rig.core.tables.links[group.rig.core.desk.chat_id, MessageId(message_id)] = link


async def test_a_colleague_who_was_faster_leaves_the_way_open_for_a_reply(group: Group) -> None:
    await group.presses(Action.ASK)
    core = group.rig.core
    await core.use.answer(core.chen, group.case_id, words("已修好"))
    await group.says("我们周三再来看一次", **group.topic())

    assert (Author.STAFF, "我们周三再来看一次") in group.authors
    assert group.stage is Stage.ANSWERED


async def test_what_answers_an_older_prompt_leaves_the_note_button_waiting(group: Group) -> None:
    stands(group, 900, LinkRole.PROMPT_ANSWER)
    await group.presses(Action.ANSWER, call="c1")
    await group.presses(Action.NOTE, call="c2")
    await group.says("已修好", **group.topic(), **group.answering(900))
    await group.says("以后两个人去", **group.topic())

    assert group.authors == [(Author.STAFF, "已修好"), (Author.NOTE, "以后两个人去")]
    assert group.stage is Stage.ANSWERED


async def test_a_note_in_between_leaves_the_answer_button_waiting(group: Group) -> None:
    await group.presses(Action.ANSWER)
    await group.says("//小陈，电闸关了吗", **group.topic())
    await group.says("已修好", **group.topic())

    assert group.stage is Stage.ANSWERED


async def test_a_button_pressed_between_the_parts_of_a_note_does_not_send_the_rest_out(group: Group) -> None:
    await group.says(caption="//内部", album_caption="//内部", **ALBUM, **group.topic())
    await group.presses(Action.ANSWER)
    await group.says(**ALBUM, **group.topic())
    await group.says("已修好", **group.topic())

    assert [author for author, _ in group.authors] == [Author.NOTE, Author.NOTE, Author.STAFF]
    assert group.stage is Stage.ANSWERED


async def test_parts_of_an_album_that_answer_nothing_follow_the_first(group: Group) -> None:
    await group.says(caption="明天来修，见图", **ALBUM, **group.answering(CARD))
    await group.says(album_caption="明天来修，见图", **ALBUM)

    assert [text for _, text in group.authors] == ["明天来修，见图", ""]


async def test_words_about_other_words_are_not_the_answer(group: Group) -> None:
    stands(group, 901, LinkRole.CASE_TEXT)
    await group.presses(Action.ANSWER)
    await group.says("好，再去看", **group.answering(901))
    assert group.stage is Stage.IN_PROGRESS

    await group.says("已修好", **group.answering(CARD))
    assert group.stage is Stage.ANSWERED


async def test_words_about_other_words_are_a_note_where_one_was_asked_for(group: Group) -> None:
    stands(group, 901, LinkRole.CASE_TEXT)
    await group.presses(Action.NOTE)
    await group.says("他每年都来", **group.answering(901))

    assert group.authors == [(Author.NOTE, "他每年都来")]


@pytest.mark.parametrize(("action", "key"), [(Action.ASK, "case-ask"), (Action.ANSWER, "case-answer")])
async def test_a_prompt_that_came_late_does_not_ask_twice(group: Group, action: Action, key: str) -> None:
    """The words were said before the prompt could be sent; a client opens its reply all the same."""
    role = LinkRole.PROMPT_ASK if action is Action.ASK else LinkRole.PROMPT_ANSWER
    await group.presses(action)
    await group.says("请问几楼？", **group.topic())
    stands(group, 902, role)
    await group.says("好的，谢谢您", **group.topic(), **group.answering(902))

    keys = [item.spec.key for item in group.rig.core.items if item.spec and item.dedupe.startswith("reply:")]
    assert keys == [key, "case-reply"]


async def test_a_note_outside_of_any_case_is_said_to_be_kept_nowhere(group: Group) -> None:
    await group.says("// 陈美玲家已看过")

    assert group.authors == []
    assert "没有发给居民，也没有记到案件里" in group.told


@pytest.mark.parametrize("action", [Action.REPLY, Action.ASK, Action.ANSWER, Action.NOTE])
@pytest.mark.parametrize("never_mind", ["取消", "算了。", "Cancel", "/undo"])
async def test_a_button_pressed_by_mistake_is_cancelled_in_answer_to_its_prompt(
    group: Group, action: Action, never_mind: str
) -> None:
    stands(group, 903, LinkRole(f"prompt_{action.name.lower()}"))
    await group.presses(action)
    await group.says(never_mind, **group.topic(), **group.answering(903))
    await group.rig.repeat()
    await group.says("明天来看", **group.topic())

    assert group.authors == [(Author.STAFF, "明天来看")]
    assert group.stage is Stage.IN_PROGRESS
    assert group.rig.core.said(group.rig.core.desk.chat_id).count("staff-prompt-cancelled") == 1


@pytest.mark.parametrize("role", [role for role in ASKED if takes(Stage.SUBMITTED, role)])
async def test_never_mind_in_the_topic_cancels_whatever_is_awaited(group: Group, role: LinkRole) -> None:
    """Whoever writes in the topic need not answer the prompt: then "never mind" is no reason, no part, no words."""
    async with InMemoryUnitOfWorkFactory(group.rig.core.database)() as uow:
        who = {"chat_id": group.rig.core.desk.chat_id, "user_id": TelegramUserId(LIU), "petition_id": group.case_id}
        await uow.intents.put(Intent(role=role, at=group.rig.core.clock.now(), **who))
        await uow.commit()
    await group.says("取消", **group.topic())

    assert group.authors == []
    assert group.stage is Stage.SUBMITTED
    assert group.rig.core.said(group.rig.core.desk.chat_id).count("staff-prompt-cancelled") == 1


async def test_undo_cancels_the_button_where_nothing_is_to_be_taken_back(group: Group) -> None:
    await group.presses(Action.ANSWER)
    await group.says("/undo", 7002, **group.topic())
    assert "没有可撤回的" in group.told
    await group.says("/undo", **group.topic())
    await group.says("明天来看", **group.topic())
    assert group.stage is Stage.IN_PROGRESS


async def test_never_mind_said_to_a_resident_reaches_them(group: Group) -> None:
    await group.says("取消", **group.topic())
    assert group.authors == [(Author.STAFF, "取消")]


STICKER = {"sticker": {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "is_animated": False}}
STICKER["sticker"] |= {"is_video": False, "type": "regular"}
PLACE = {"location": {"latitude": 30.5, "longitude": 104.25}}


@pytest.mark.parametrize("action", [Action.ASK, Action.ANSWER])
@pytest.mark.parametrize("wordless", [STICKER, PLACE], ids=["sticker", "place"])
async def test_no_question_and_no_answer_is_without_words(
    group: Group, action: Action, wordless: dict[str, Any]
) -> None:
    await group.presses(action)
    await group.says(**wordless, **group.topic())
    assert "所以没有发出" in group.told
    assert group.authors == []
    await group.says("已修好", **group.topic())
    assert group.stage is (Stage.ANSWERED if action is Action.ANSWER else Stage.MORE_INFO)


async def test_a_picture_alone_may_be_the_answer(group: Group) -> None:
    await group.presses(Action.ANSWER)
    await group.says(photo=ALBUM["photo"], **group.topic())
    assert group.stage is Stage.ANSWERED


@pytest.mark.parametrize("role", [LinkRole.PROMPT_REPLY, LinkRole.PROMPT_NOTE])
async def test_a_colleague_cancels_nobodys_prompt(group: Group, role: LinkRole) -> None:
    stands(group, 600, role)
    liu = {"id": LIU, "is_bot": False, "first_name": "刘敏"}
    asked = {"entities": [{"type": "text_mention", "offset": 0, "length": 2, "user": liu}], "text": "刘敏，请写"}
    prompt = group.answering(600)
    prompt["reply_to_message"] |= asked

    await group.says("算了", user=7002, name="陈静", **prompt, **group.topic())

    assert group.authors == []
    assert "请同事写的" in group.told
    assert "staff-prompt-cancelled" not in group.rig.core.said(group.rig.core.desk.chat_id)
