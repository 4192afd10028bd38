"""What a button asked for is what the next words are, answered or not; an album is meant as a whole."""

from datetime import timedelta

import pytest

from core.petitions.model import Author, Event, Stage
from core.shared.actions import Action
from core.shared.ids import MessageId
from core.shared.link_roles import LinkRole
from tests.fakes.database import Link
from tests.group_rig import CARD, LIU, Group, a_group

pytestmark = pytest.mark.unit

ALBUM = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}], "media_group_id": "a1"}
OTHER = {**ALBUM, "media_group_id": "a2"}


@pytest.fixture
async def group() -> Group:
    return await a_group()


async def test_words_after_the_note_button_stay_inside_though_they_answer_nothing(group: Group) -> None:
    await group.presses(Action.NOTE)
    await group.says("他去年也来过", **group.topic())
    await group.says("明天来修", **group.topic())

    assert group.authors == [(Author.NOTE, "他去年也来过"), (Author.STAFF, "明天来修")]


async def test_words_after_the_answer_button_are_the_answer(group: Group) -> None:
    await group.presses(Action.ANSWER)
    await group.says("已修好", **group.answering(CARD))

    assert group.authors == [(Author.STAFF, "已修好")]
    assert group.stage is Stage.ANSWERED


async def test_the_last_button_holds(group: Group) -> None:
    await group.presses(Action.NOTE)
    await group.presses(Action.ASK)
    await group.says("哪一层？", **group.topic())

    assert group.stage is Stage.MORE_INFO


async def test_a_button_speaks_for_its_presser_alone(group: Group) -> None:
    await group.presses(Action.NOTE)
    await group.says("明天来修", user=7002, name="陈刚", **group.topic())

    assert group.authors == [(Author.STAFF, "明天来修")]


async def test_a_button_is_forgotten_after_half_an_hour(group: Group) -> None:
    await group.presses(Action.NOTE)
    group.rig.core.clock.move(timedelta(minutes=31))
    await group.says("明天来修", **group.topic())

    assert group.authors == [(Author.STAFF, "明天来修")]


async def test_an_album_is_a_note_wherever_its_mark_stands(group: Group) -> None:
    await group.says(album_caption="//内部照片", **ALBUM, **group.topic())
    await group.says(album_caption="//内部照片", caption="//内部照片", **ALBUM, **group.topic())
    await group.says(**ALBUM, **group.topic())
    await group.says(**OTHER, **group.topic())

    authors = [author for author, _ in group.authors]
    assert authors == [Author.NOTE, Author.NOTE, Author.NOTE, Author.STAFF]


async def test_a_double_tap_on_a_button_prompts_once(group: Group) -> None:
    await group.presses(Action.NOTE, call="c1")
    await group.presses(Action.NOTE, call="c2")

    assert group.rig.core.said(group.rig.core.desk.chat_id).count("prompt-note") == 1


async def test_an_album_after_the_note_button_is_a_note_as_a_whole(group: Group) -> None:
    await group.presses(Action.NOTE)
    for _ in range(3):
        await group.says(**ALBUM, **group.topic())

    assert [author for author, _ in group.authors] == [Author.NOTE] * 3


async def test_whatever_answers_a_note_is_a_note(group: Group) -> None:
    note = await group.says("//他去年也来过", **group.topic())
    await group.says("是的，三月", **group.topic(), **group.answering(note))

    assert group.authors == [(Author.NOTE, "他去年也来过"), (Author.NOTE, "是的，三月")]


async def test_a_colleagues_prompt_is_not_answered_whatever_was_pressed(group: Group) -> None:
    link = Link(petition_id=group.case_id, role=LinkRole.PROMPT_ANSWER, case_message_id=None)
    group.rig.core.tables.links[group.rig.core.desk.chat_id, MessageId(900)] = link
    await group.presses(Action.NOTE)
    asked = {"id": 7002, "is_bot": False, "first_name": "陈刚"}
    prompt = group.answering(900)
    prompt["reply_to_message"] |= {
        "text": "陈刚，请写",
        "entities": [{"type": "text_mention", "offset": 0, "length": 2, "user": asked}],
    }
    await group.says("已修好", **prompt, **group.topic())

    assert group.authors == []


async def test_an_answer_to_any_other_message_of_ours_is_said_to_have_gone_nowhere(group: Group) -> None:
    await group.says("好的", **group.answering(901))

    assert "没有发给居民" in group.told
    assert group.authors == []


async def test_so_is_an_answer_to_what_went_out_where_no_topic_tells_the_case(group: Group) -> None:
    sent = await group.says("明天来修", **group.answering(CARD))
    colleague = group.answering(sent)
    colleague["reply_to_message"]["from"] = {"id": LIU, "is_bot": False, "first_name": "刘敏"}
    await group.says("上午还是下午？", user=7002, name="陈刚", **colleague)

    assert "没有发给居民" in group.told
    assert group.authors == [(Author.STAFF, "明天来修")]


async def test_colleagues_who_answer_each_other_are_left_alone(group: Group) -> None:
    colleague = group.answering(902)
    colleague["reply_to_message"]["from"] = {"id": 7002, "is_bot": False, "first_name": "陈刚"}
    await group.says("中午吃什么", **colleague)

    assert group.told == ""


async def test_words_that_answer_no_prompt_outside_of_a_case_are_asked_about_once(group: Group) -> None:
    await group.presses(Action.NOTE)
    await group.says("他去年也来过")
    assert "没有记到案件里" in group.told
    group.rig.session.messages.clear()
    await group.says("中午吃什么")
    await group.says("他去年也来过", **group.topic())

    assert group.told == ""
    assert group.authors == [(Author.NOTE, "他去年也来过")]


@pytest.mark.parametrize("words_at", [0, 1, None])
async def test_an_album_is_one_answer_wherever_its_words_stand(group: Group, words_at: int | None) -> None:
    await group.presses(Action.ANSWER)
    caption = "" if words_at is None else "已修好"
    for part in range(3):
        words = {"caption": caption} if part == words_at else {}
        await group.says(album_caption=caption, **ALBUM, **words, **group.topic())

    events = [row.event for row in group.rig.core.history(group.case_id)]
    assert events.count(Event.ANSWER) == 1
    assert events.count(Event.REPLY) == 2
    keys = [item.spec.key for item in group.rig.core.items if item.dedupe.startswith("reply:") and item.spec]
    assert keys.index("case-answer") == (words_at or 0)
    assert group.stage is Stage.ANSWERED


async def test_an_album_that_began_as_a_note_stays_one_whatever_prompt_it_answers(group: Group) -> None:
    link = Link(petition_id=group.case_id, role=LinkRole.PROMPT_REPLY, case_message_id=None)
    group.rig.core.tables.links[group.rig.core.desk.chat_id, MessageId(900)] = link
    await group.says(caption="//内部", album_caption="//内部", **ALBUM, **group.topic(), **group.answering(900))
    await group.says(**ALBUM, **group.topic(), **group.answering(900))

    assert [author for author, _ in group.authors] == [Author.NOTE, Author.NOTE]


async def test_a_correction_does_not_use_the_button_up(group: Group) -> None:
    first = await group.says("明天来休", **group.topic())
    await group.presses(Action.NOTE)
    await group.edits(first, "明天来修", **group.topic())
    await group.says("他去年也来过", **group.topic())

    assert [author for author, _ in group.authors] == [Author.STAFF, Author.STAFF, Author.NOTE]


async def test_an_answer_to_a_reply_made_a_note_stays_inside(group: Group) -> None:
    first = await group.says("他去年来过", **group.topic())
    await group.edits(first, "//他去年来过", **group.topic())
    assert "staff-edit-seen" in group.rig.core.said(group.rig.core.desk.chat_id)
    await group.says("是的", **group.topic(), **group.answering(first))

    assert group.authors[-1] == (Author.NOTE, "是的")
