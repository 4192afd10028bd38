"""Staff members who edit what they wrote in the group."""

from datetime import timedelta
from typing import Any

import pytest

from core.petitions.model import Author
from core.shared.actions import Action
from core.shared.marks import Mark, Marked
from tests.group_rig import Group, a_group

pytestmark = pytest.mark.unit

PHOTO = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}


@pytest.fixture
async def group() -> Group:
    return await a_group()


async def test_an_edited_reply_reaches_the_resident_once_more(group: Group) -> None:
    message_id = await group.says("明天9点", **group.topic())
    await group.edits(message_id, "明天10点", **group.topic())
    await group.rig.repeat()
    await group.edits(message_id, "明天11点", **group.topic())

    assert group.authors == [(Author.STAFF, text) for text in ("明天9点", "✏️ 明天10点", "✏️ 明天11点")]
    replies = [item for item in group.rig.core.items if item.dedupe.startswith("reply:")]
    assert len(replies) == 3
    assert {item.chat_id for item in replies} == {group.rig.core.wang.telegram_id}


async def test_an_edit_that_changes_no_word_says_nothing(group: Group) -> None:
    message_id = await group.says("明天9点", **group.topic())
    await group.edits(message_id, "明天9点", **group.topic())

    assert group.authors == [(Author.STAFF, "明天9点")]


@pytest.mark.parametrize("edited", ["//他去年来过", "他去年来过"])
async def test_an_edited_note_stays_inside(group: Group, edited: str) -> None:
    message_id = await group.says("//他今年来过", **group.topic())
    await group.edits(message_id, edited, **group.topic())

    assert group.authors == [(Author.NOTE, "他今年来过"), (Author.NOTE, "✏️ 他去年来过")]
    assert group.rig.core.said(group.rig.core.wang.telegram_id) == ["receipt"]


async def test_a_reply_made_a_note_too_late_is_said_to_be_out(group: Group) -> None:
    message_id = await group.says("他去年来过", **group.topic())
    await group.edits(message_id, "//他去年来过两次", **group.topic())

    assert group.authors == [(Author.STAFF, "他去年来过"), (Author.NOTE, "✏️ 他去年来过两次")]
    assert group.rig.core.said(group.rig.core.desk.chat_id)[-1] == "staff-edit-seen"


async def test_an_edit_of_what_was_never_sent_says_so(group: Group) -> None:
    await group.edits(77, "明天来修", **group.topic())

    assert group.authors == []
    assert "没有发给居民" in group.told


async def test_edits_of_talk_and_commands_are_passed_over(group: Group) -> None:
    message_id = await group.says("/queue")
    told = group.told
    await group.edits(message_id, "/mine")
    await group.edits(78, "中午吃什么")

    assert group.told == told
    assert group.authors == []


async def test_only_a_member_corrects(group: Group) -> None:
    message_id = await group.says("明天9点", **group.topic())
    await group.edits(message_id, "不修了", user=9999, **group.topic())

    assert group.authors == [(Author.STAFF, "明天9点")]


async def test_a_refused_press_that_is_too_old_to_be_answered_is_no_incident(group: Group) -> None:
    await group.presses(Action.CLAIM)
    group.rig.session.refuse["answerCallbackQuery"] = "query is too old and response timeout expired"

    await group.presses(Action.CLAIM, user=7002, call="late")

    assert "answerCallbackQuery" not in group.rig.session.refuse


async def test_taking_an_edit_back_is_an_edit_too(group: Group) -> None:
    message_id = await group.says("明天9点", **group.topic())
    await group.edits(message_id, "明天10点", **group.topic())
    await group.edits(message_id, "明天9点", **group.topic())

    assert group.authors == [(Author.STAFF, text) for text in ("明天9点", "✏️ 明天10点", "✏️ 明天9点")]


@pytest.mark.parametrize(("action", "key"), [(Action.ANSWER, "case-answer"), (Action.REPLY, "case-reply")])
async def test_a_corrected_answer_is_the_answer(group: Group, action: Action, key: str) -> None:
    await group.presses(action)
    message_id = await group.says("下周修好", **group.topic())
    group.rig.core.clock.move(timedelta(minutes=1))
    await group.edits(message_id, "本周修好", **group.topic())

    replies = [item for item in group.rig.core.items if item.dedupe.startswith("reply:")]
    assert [(item.spec.key, item.spec.args["text"]) for item in replies if item.spec] == [
        (key, "下周修好"),
        (key, "✏️ 本周修好"),
    ]


@pytest.mark.parametrize("content", [{}, PHOTO])
async def test_a_reply_made_a_command_says_that_it_is_out(group: Group, content: dict[str, Any]) -> None:
    kind = "caption" if content else "text"
    message_id = await group.says(**{kind: "明天来修"}, **content, **group.topic())
    await group.edits(message_id, **{kind: "/close"}, **content, **group.topic())

    assert group.authors == [(Author.STAFF, "明天来修")]
    assert "改成了命令" in group.told


async def test_a_file_put_in_place_of_another_goes_out_though_its_words_stay(group: Group) -> None:
    def paper(name: str) -> dict[str, object]:
        return {"document": {"file_id": name, "file_unique_id": name, "file_name": name}, "caption": "见附件"}

    message_id = await group.says(**paper("错的.pdf"), **group.topic())
    await group.edits(message_id, **paper("错的.pdf"), **group.topic())
    await group.edits(message_id, **paper("对的.pdf"), **group.topic())

    sent = [file.name for message in group.rig.core.messages(group.case_id) for file in message.attachments]
    assert sent == ["错的.pdf", "对的.pdf"]


async def test_another_picture_as_large_as_the_first_is_another(group: Group) -> None:
    def picture(unique_id: str, file_id: str) -> dict[str, object]:
        return {"photo": [{"file_id": file_id, "file_unique_id": unique_id, "width": 9, "height": 9, "file_size": 99}]}

    message_id = await group.says(**picture("u1", "f1"), **group.topic())
    await group.edits(message_id, **picture("u1", "f1-as-called-today"), **group.topic())
    await group.edits(message_id, **picture("u2", "f2"), **group.topic())

    sent = [file.file_id for message in group.rig.core.messages(group.case_id) for file in message.attachments]
    assert sent == ["f1", "f2"]


async def test_a_position_is_carried_and_its_moves_are_not(group: Group) -> None:
    live = {"latitude": 1.5, "longitude": 2, "live_period": 900}
    message_id = await group.says(location=live, **group.topic())
    await group.edits(message_id, location={**live, "longitude": 3}, **group.topic())

    assert group.authors == [(Author.STAFF, "🗺 1.5, 2.0")]
    sent = [item.spec for item in group.rig.core.items if item.dedupe.startswith("reply:")]
    assert [(spec.key, spec.media and spec.media.name) for spec in sent if spec] == [
        ("case-reply", None),
        ("no-text", "1.5,2.0"),
    ]


async def test_words_made_bold_afterwards_are_an_edit(group: Group) -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    message_id = await group.says("明天9点", **group.topic())
    await group.edits(message_id, "明天9点", entities=[bold], **group.topic())
    await group.edits(message_id, "明天9点", entities=[bold], **group.topic())

    said = [message.words for message in group.rig.core.tables.messages.values()]
    assert said == [Marked("明天9点"), Marked("✏️ 明天9点", (Mark("bold", 3, 2),))]
