"""Before anything is said about a case in a staff chat, its topic and its card stand there; and stand again."""

from dataclasses import replace

import pytest

from core.petitions.case_found import case_found
from core.petitions.messages import case_content
from core.petitions.model import Petition
from core.shared.ids import ChatId, MessageId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import OutboxItem, Priority, RowState
from tests.delivery_rig import Rig
from tests.factories.cases import a_card_item, an_item
from tests.telegram_double import RecordingTelegram, Wrong

pytestmark = pytest.mark.unit
DESK = -1001


def content(petition: Petition, text: str = "还有", priority: Priority = Priority.REPLY) -> OutboxItem:
    item = an_item(DESK, spec=MessageSpec("say", {"text": text}), priority=priority, petition_id=petition.id)
    return replace(item, to_case=True, role=LinkRole.CASE_TEXT)


def refuse(description: str) -> Wrong:
    return Wrong(description=f"Bad Request: {description}")


async def delivered(rig: Rig, *items: OutboxItem) -> None:
    await rig.put(*items)
    await rig.deliver()
    assert set(rig.states) == {RowState.SENT}


async def test_forum_gets_topic_then_card_then_the_rest(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    await delivered(rig, a_card_item(petition, DESK, priority=Priority.CARD), content(petition, priority=Priority.CARD))

    topic, card, text = telegram.calls
    assert telegram.methods == ["createForumTopic", "sendMessage", "sendMessage"]
    assert topic.params["name"].startswith(petition.number)
    assert (card.params["message_thread_id"], text.params["message_thread_id"]) == (101, 101)
    assert "reply_parameters" not in text.params
    place = rig.card(petition, DESK)
    assert (place.thread_id, place.message_id) == (101, 102)
    assert rig.database.committed.links[ChatId(DESK), MessageId(102)].role is LinkRole.CARD
    assert rig.database.committed.rendered[petition.id, ChatId(DESK)] == petition.version


async def test_message_before_the_card_row_makes_topic_and_card_first(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    telegram.goes_wrong("editMessageText", refuse("message is not modified: exactly the same"))
    await delivered(rig, a_card_item(petition, DESK, priority=Priority.CARD), content(petition))

    assert telegram.methods == ["createForumTopic", "sendMessage", "sendMessage"]
    assert [call.method for call in telegram.refused] == ["editMessageText"]
    assert "card" in telegram.calls[1].said
    assert rig.database.committed.links[ChatId(DESK), MessageId(102)].role is LinkRole.CARD


async def test_chat_without_topics_hears_about_the_case_under_its_card(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, is_forum=False)
    prompt = content(petition, "写吧")
    await delivered(rig, content(petition), replace(prompt, reply_to=MessageId(7)))

    card, text, answer = telegram.calls
    assert "message_thread_id" not in card.params
    assert text.params["reply_parameters"] == {"message_id": 101}
    assert answer.params["reply_parameters"] == {"message_id": 7}


async def test_every_part_of_long_words_answers_the_card(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, is_forum=False)
    await delivered(rig, content(petition, "字" * 5_000))

    assert [call.params.get("reply_parameters") for call in telegram.calls] == [
        None,
        {"message_id": 101},
        {"message_id": 101},
    ]


async def test_card_that_stands_is_edited_once_for_several_rows(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    await delivered(rig, a_card_item(petition, DESK))
    await rig.put(a_card_item(petition, DESK), a_card_item(petition, DESK), a_card_item(petition, DESK))
    await rig.deliver()

    assert telegram.methods[2:].count("editMessageText") <= 2
    assert RowState.SUPERSEDED in rig.states
    assert telegram.calls[-1].params["message_id"] == 102


@pytest.mark.parametrize("description", ["message to edit not found", "message can't be edited"])
async def test_deleted_card_is_made_again_in_its_topic(rig: Rig, telegram: RecordingTelegram, description: str) -> None:
    petition = await rig.case(DESK)
    await delivered(rig, a_card_item(petition, DESK))
    telegram.goes_wrong("editMessageText", refuse(description))
    await delivered(rig, a_card_item(petition, DESK))

    assert telegram.methods == ["createForumTopic", "sendMessage", "sendMessage"]
    assert telegram.calls[-1].params["message_thread_id"] == 101
    assert rig.card(petition, DESK).message_id == 103


async def test_deleted_topic_is_made_again_with_its_card(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    await delivered(rig, a_card_item(petition, DESK))
    telegram.goes_wrong("sendMessage", refuse("message thread not found"))
    await delivered(rig, content(petition))

    assert telegram.methods[2:] == ["createForumTopic", "sendMessage", "sendMessage"]
    card, text = telegram.calls[-2:]
    assert card.params["message_thread_id"] == text.params["message_thread_id"] == 103
    assert "card" in card.said
    assert text.said == "say 还有"
    assert (rig.card(petition, DESK).thread_id, rig.card(petition, DESK).message_id) == (103, 104)


async def test_a_topic_made_again_gets_the_full_text_again_once(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, text="路灯坏了" * 300)
    await delivered(rig, a_card_item(petition, DESK))
    telegram.goes_wrong("sendMessage", refuse("message thread not found"), refuse("message thread not found"))
    await delivered(rig, content(petition))

    again = [call for call in telegram.calls if "card-full-text" in call.said]
    assert [call.params["message_thread_id"] for call in again] == [rig.card(petition, DESK).thread_id]


async def test_content_that_finds_its_topic_gone_is_not_sent_twice(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, text="路灯坏了" * 300)
    await delivered(rig, a_card_item(petition, DESK))
    telegram.goes_wrong("sendMessage", refuse("message thread not found"))
    await delivered(rig, *case_content(petition, ChatId(DESK)))

    assert len([call for call in telegram.calls if "card-full-text" in call.said]) == 1


async def test_a_part_that_finds_its_topic_gone_brings_those_before_it_along(
    rig: Rig, telegram: RecordingTelegram
) -> None:
    petition = await rig.case(DESK, text="路灯坏了" * 2_500)
    await delivered(rig, a_card_item(petition, DESK))
    parts = case_content(petition, ChatId(DESK))
    await delivered(rig, parts[0])
    telegram.goes_wrong("sendMessage", refuse("message thread not found"))
    await delivered(rig, *parts[1:])

    assert len(parts) == 3
    thread = rig.card(petition, DESK).thread_id
    there = [call.said for call in telegram.calls if call.params.get("message_thread_id") == thread]
    assert [said.split()[1] for said in there if "card-full-text" in said] == ["2", "3", "1"]


async def test_content_that_still_waits_is_not_sent_twice(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK, text="路灯坏了" * 300)
    await delivered(rig, a_card_item(petition, DESK))
    telegram.goes_wrong("sendMessage", refuse("message thread not found"))
    await delivered(rig, replace(content(petition), priority=Priority.REPLY), *case_content(petition, ChatId(DESK)))

    assert len([call for call in telegram.calls if "card-full-text" in call.said]) == 1


async def test_an_answer_in_another_topic_that_is_gone_leaves_the_cases_own_alone(
    rig: Rig, telegram: RecordingTelegram
) -> None:
    petition = await rig.case(DESK)
    await delivered(rig, a_card_item(petition, DESK))
    before = rig.card(petition, DESK)
    telegram.goes_wrong("sendMessage", refuse("message thread not found"))
    await delivered(rig, case_found(petition, ChatId(DESK), MessageId(9), ThreadId(55), ""))

    assert rig.card(petition, DESK) == before
    assert telegram.methods.count("createForumTopic") == 1


async def test_closed_topic_is_reopened(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    await delivered(rig, a_card_item(petition, DESK))
    telegram.goes_wrong("sendMessage", refuse("TOPIC_CLOSED"))
    telegram.goes_wrong("reopenForumTopic", refuse("TOPIC_NOT_MODIFIED"))
    await delivered(rig, content(petition))

    assert [call.method for call in telegram.refused] == ["sendMessage", "reopenForumTopic"]
    assert telegram.calls[-1].said == "say 还有"


async def test_deleted_card_without_topics_is_made_again_before_the_answer_to_it(
    rig: Rig, telegram: RecordingTelegram
) -> None:
    petition = await rig.case(DESK, is_forum=False)
    await delivered(rig, a_card_item(petition, DESK))
    telegram.goes_wrong("sendMessage", refuse("message to be replied not found"))
    await delivered(rig, content(petition))

    card, text = telegram.calls[-2:]
    assert "card" in card.said
    assert text.params["reply_parameters"] == {"message_id": 102}


async def test_answer_to_a_deleted_message_still_arrives(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", refuse("message to be replied not found"))
    item = an_item(DESK, spec=MessageSpec("say", {"text": "好"}), reply_to=MessageId(5))
    await delivered(rig, item)

    assert telegram.calls[-1].said == "say 好"
    assert "reply_parameters" not in telegram.calls[-1].params


async def test_topics_switched_off_unknown_to_us_do_not_stop_a_message(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    telegram.goes_wrong("createForumTopic", refuse("the chat is not a forum"))
    await delivered(rig, content(petition))

    card, text = telegram.calls
    assert "message_thread_id" not in card.params
    assert text.params["reply_parameters"] == {"message_id": 101}


async def test_topic_given_by_the_row_itself_is_left_out_when_gone(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", refuse("message thread not found"))
    await delivered(rig, replace(an_item(DESK), thread_id=ThreadId(77)))

    assert telegram.refused[0].params["message_thread_id"] == 77
    assert "message_thread_id" not in telegram.calls[0].params


async def test_without_the_right_to_make_topics_the_card_stands_in_the_group(
    rig: Rig, telegram: RecordingTelegram
) -> None:
    petition = await rig.case(DESK)
    telegram.goes_wrong("createForumTopic", refuse("not enough rights to create a topic"))
    await rig.put(content(petition))
    await rig.deliver()

    (row,) = rig.rows
    assert row.state is RowState.SENT
    card, below = telegram.calls
    assert "message_thread_id" not in card.params
    assert (rig.card(petition, DESK).thread_id, below.method) == (None, "sendMessage")


async def test_what_nothing_helps_against_is_tried_again_later(rig: Rig, telegram: RecordingTelegram) -> None:
    petition = await rig.case(DESK)
    telegram.goes_wrong("sendMessage", *[refuse("message thread not found")] * 20)
    await rig.put(content(petition))
    await rig.deliver()

    (row,) = rig.rows
    assert (row.state, row.error) == (RowState.PENDING, "not mended: TopicGone")


async def test_case_without_card_place_is_spoken_of_in_the_chat_all_the_same(
    rig: Rig, telegram: RecordingTelegram
) -> None:
    petition = await rig.case(-1002)
    await delivered(rig, content(petition))

    assert telegram.methods == ["sendMessage"]
