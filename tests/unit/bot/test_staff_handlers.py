"""The staff group: who may press and write, and what their words become."""

from typing import Any

import pytest

from core.petitions.model import Author, Stage
from core.shared.actions import Action
from core.shared.ids import ChatId, MessageId
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from tests.fakes.database import Link
from tests.group_rig import CARD, LIU, TOPIC, Group, a_group

pytestmark = pytest.mark.unit


@pytest.fixture
async def group() -> Group:
    return await a_group()


async def test_what_is_written_in_the_topic_goes_to_the_resident(group: Group) -> None:
    message_id = await group.says("明天来修", **group.topic())

    assert group.authors == [(Author.STAFF, "明天来修")]
    assert group.stage is Stage.IN_PROGRESS
    reply = next(item for item in group.rig.core.items if item.dedupe.startswith("reply:"))
    assert reply.reply_to == message_id


async def test_an_answer_to_the_card_goes_to_the_resident(group: Group) -> None:
    await group.says("明天来修", **group.answering(CARD))

    assert group.authors == [(Author.STAFF, "明天来修")]


@pytest.mark.parametrize(
    "text", ["// 他去年也来过", "//他去年也来过", "／／他去年也来过", "/／他去年也来过", "／/他去年也来过"]
)
@pytest.mark.parametrize("place", ["topic", "card"])
async def test_two_strokes_keep_it_inside(group: Group, text: str, place: str) -> None:
    await group.says(text, **(group.topic() if place == "topic" else group.answering(CARD)))

    assert group.authors == [(Author.NOTE, "他去年也来过")]
    assert group.rig.core.said(group.rig.core.wang.telegram_id) == ["receipt"]


async def test_a_command_to_another_bot_is_none_of_ours(group: Group) -> None:
    await group.says("/stats@OtherBot", **group.topic())

    assert group.told == ""
    assert group.authors == []


@pytest.mark.parametrize("text", ["/nonsense", "/回复 明天来修", "/"])
async def test_a_slip_in_a_command_reaches_nobody(group: Group, text: str) -> None:
    await group.says(text, **group.topic())

    assert group.authors == []
    assert "没有这个命令" in group.told


@pytest.mark.parametrize(
    ("role", "author", "stage"),
    [
        (LinkRole.PROMPT_REPLY, Author.STAFF, Stage.IN_PROGRESS),
        (LinkRole.PROMPT_ASK, Author.STAFF, Stage.MORE_INFO),
        (LinkRole.PROMPT_ANSWER, Author.STAFF, Stage.ANSWERED),
        (LinkRole.PROMPT_NOTE, Author.NOTE, Stage.SUBMITTED),
    ],
)
async def test_an_answer_to_a_prompt_is_what_was_asked_for(
    group: Group, role: LinkRole, author: Author, stage: Stage
) -> None:
    link = Link(petition_id=group.case_id, role=role, case_message_id=None)
    group.rig.core.tables.links[group.rig.core.desk.chat_id, MessageId(600)] = link

    await group.says("好", **group.answering(600), **group.topic())

    assert group.authors == [(author, "好")]
    assert group.stage is stage


@pytest.mark.parametrize("role", [LinkRole.PROMPT_REPLY, LinkRole.PROMPT_ASK, LinkRole.PROMPT_ANSWER])
async def test_a_colleague_does_not_answer_anothers_prompt(group: Group, role: LinkRole) -> None:
    link = Link(petition_id=group.case_id, role=role, case_message_id=None)
    group.rig.core.tables.links[group.rig.core.desk.chat_id, MessageId(600)] = link
    liu = {"id": LIU, "is_bot": False, "first_name": "刘敏"}
    prompt = group.answering(600)
    prompt["reply_to_message"] |= {
        "text": "💬 刘敏，请回复",
        "entities": [{"type": "text_mention", "offset": 3, "length": 2, "user": liu}],
    }

    await group.says("要不我来写？", user=7002, name="陈静", **prompt, **group.topic())

    assert group.authors == []
    assert group.stage is Stage.SUBMITTED
    assert "没有发给居民" in group.told

    await group.says("// 我来写吧", user=7002, name="陈静", **prompt, **group.topic())
    await group.says("已修好", **prompt, **group.topic())

    assert group.authors == [(Author.NOTE, "我来写吧"), (Author.STAFF, "已修好")]


async def test_talk_among_colleagues_is_nobodys_business(group: Group) -> None:
    await group.says("中午吃什么")
    await group.says("好", message_thread_id=77, is_topic_message=True)

    assert group.authors == []
    assert group.told == ""


@pytest.mark.parametrize(
    "content",
    [
        {"dice": {"emoji": "🎲", "value": 1}},
        {"story": {"id": 1, "chat": {"id": 5, "type": "private"}}},
        {"checklist": {"title": "明天", "tasks": [{"id": 1, "text": "换灯泡"}]}},
        {"kind_of_message_younger_than_we": {}},
    ],
)
async def test_whatever_kind_it_is_of(group: Group, content: dict[str, Any]) -> None:
    await group.says(**content, **group.topic())

    assert group.authors == []
    assert "送不出去" in group.told


async def test_telegrams_own_messages_are_no_words(group: Group) -> None:
    await group.says(pinned_message={"message_id": 1, "date": 0, "chat": group.chat}, **group.topic())
    await group.says(forum_topic_closed={}, **group.topic())

    assert group.authors == []
    assert group.told == ""


async def test_a_claim_is_answered_to_both(group: Group) -> None:
    await group.presses(Action.CLAIM)
    await group.presses(Action.CLAIM)
    await group.presses(Action.CLAIM, user=7002)

    assert group.rig.session.answers == ["XF-2026-000001 由您负责", "已经是您在办了。", "慢了一步，刘敏 先接手了。"]


async def test_presses_prompt_and_close(group: Group) -> None:
    await group.presses(Action.CLOSE)
    await group.presses(Action.ANSWER)
    await group.presses(Action.ANSWER)
    await group.presses(Action.MENU)
    await group.presses(Action.WITHDRAW)

    assert [answer[:8] for answer in group.rig.session.answers] == [
        "还没有给居民办理",
        "请回复我刚发的那",
        "请回复我刚发的那",
        "这个按钮现在用不",
        "这个按钮现在用不",
    ]
    assert group.rig.core.said(group.rig.core.desk.chat_id).count("prompt-answer") == 1
    assert group.stage is Stage.SUBMITTED


async def test_whoever_is_no_member_now_does_nothing(group: Group) -> None:
    await group.presses(Action.CLAIM, user=9999)
    await group.says("明天来修", user=9999, **group.topic())
    await group.says("/queue", user=9999)

    assert group.stage is Stage.SUBMITTED
    assert group.authors == []
    assert group.rig.session.answers == ["您不在这个工作群里，不能操作。"]
    assert group.told == ""


async def test_an_anonymous_admin_is_told_to_show_their_name(group: Group) -> None:
    await group.says("明天来修", sender_chat=group.chat, **group.topic())

    assert group.authors == []
    assert "匿名管理员" in group.told


async def test_an_anonymous_admin_who_does_not_mean_us_is_left_alone(group: Group) -> None:
    await group.says("大家辛苦了", sender_chat=group.chat)
    await group.says("通知", sender_chat=group.chat, message_thread_id=77, is_topic_message=True)

    assert group.told == ""


async def test_an_unbound_group_has_no_staff(group: Group) -> None:
    del group.rig.core.tables.staff_chats[group.rig.core.desk.chat_id]

    await group.presses(Action.CLAIM)
    await group.says("明天来修", **group.topic())
    await group.says("/queue")

    assert group.stage is Stage.SUBMITTED
    assert "绑定码" in group.told


async def test_the_queue_and_mine(group: Group) -> None:
    await group.says("/mine")
    assert "没有待办" in group.told
    await group.says("/queue")
    assert "XF-2026-000001" in group.told
    assert "还没人接" in group.told
    await group.presses(Action.CLAIM)
    await group.says("/mine")
    assert "您手上 1 件" in group.told


async def test_a_case_is_shown_with_its_card(group: Group) -> None:
    asked = await group.says("/case 1", **group.topic())
    found = group.rig.core.items[-1]
    assert found.spec is not None
    assert str(found.spec.args["link"]).endswith(f"/{CARD}")
    assert (found.spec.key, found.reply_to, found.thread_id, found.role) == (
        "case-found",
        asked,
        TOPIC,
        LinkRole.CASE_TEXT,
    )
    await group.says("/case 99")
    assert "没有这个编号" in group.told
    await group.says("/case")
    assert "请写上编号：/case 123" in group.told


async def test_a_case_without_number_is_that_of_the_topic(group: Group) -> None:
    asked = await group.says("/case", **group.topic())

    found = group.rig.core.items[-1]
    assert found.spec is not None
    assert (found.spec.key, found.reply_to, found.petition_id) == ("case-found", asked, group.case_id)
    await group.says("/case", message_thread_id=77, is_topic_message=True)
    assert "请写上编号" in group.told


async def test_the_groups_language(group: Group) -> None:
    await group.says("/language fr")
    assert "/language zh-CN" in group.told
    await group.says("/language EN")

    assert "this language" in group.told
    chat = group.rig.core.tables.staff_chats[ChatId(group.rig.core.desk.chat_id)]
    assert chat.language is Language.EN
    await group.says("/help")
    assert "<b>" in group.told


async def test_topics_switched_off_are_noticed_by_any_message(group: Group) -> None:
    await group.says("中午吃什么", chat={**group.chat, "is_forum": False})

    assert not group.rig.core.tables.staff_chats[group.rig.core.desk.chat_id].is_forum


async def test_a_caption_can_be_a_note_too(group: Group) -> None:
    photo = [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]

    await group.says(photo=photo, caption="// 现场", **group.topic())
    await group.says(photo=photo, caption="修好了", **group.topic())

    assert group.authors == [(Author.NOTE, "现场"), (Author.STAFF, "修好了")]


@pytest.mark.parametrize(
    "text", ["note：他去年也来过", "NOTE: 他去年也来过", "备注 他去年也来过", "内部备注：他去年也来过"]
)
async def test_a_note_may_begin_with_the_word_however_it_is_typed(group: Group, text: str) -> None:
    await group.says(text, **group.topic())

    assert group.authors == [(Author.NOTE, "他去年也来过")]


async def test_an_answer_to_a_colleagues_note_stays_inside_too(group: Group) -> None:
    note = await group.says("// 他家有病人", **group.topic())
    answer = await group.says("我也听说了", user=7002, name="孙强", **group.topic(**group.answering(note)))
    await group.says("哪一位", **group.topic(**group.answering(answer)))

    assert [author for author, _ in group.authors] == [Author.NOTE] * 3


async def test_a_command_typed_on_a_chinese_keyboard_reaches_no_resident(group: Group) -> None:
    await group.says("、queue", **group.topic())

    assert group.authors == []
    assert "/help" in group.told
