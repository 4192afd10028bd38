"""`/undo` in the group, and edits of what has not gone out yet."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Author
from core.shared.outbox import RowState
from tests.core_rig import words
from tests.group_rig import LIU, TOPIC, Group, a_group

pytestmark = pytest.mark.unit


@pytest.fixture
async def group() -> Group:
    return await a_group(undo_seconds=10)


def on_their_way(group: Group) -> list[str]:
    rows = group.rig.core.tables.outbox.values()
    replies = [row for row in rows if row.item.dedupe.startswith("reply:") and row.state is RowState.PENDING]
    return [str(row.item.spec.args["text"]) for row in replies if row.item.spec]


async def writes(group: Group, text: str) -> int:
    group.rig.core.clock.move(timedelta(seconds=1))
    return await group.says(text, **group.topic())


async def test_undo_takes_back_what_was_written_last(group: Group) -> None:
    await writes(group, "发错了")
    await group.says("/undo", **group.topic())
    await group.rig.repeat()

    assert on_their_way(group) == []
    assert group.authors == [(Author.NOTE, "发错了")]
    assert group.rig.core.said(group.rig.core.desk.chat_id).count("staff-taken-back") == 1


async def test_undo_in_answer_to_a_message_means_that_one(group: Group) -> None:
    message_id = await writes(group, "发错了")
    await group.says("/undo", 7002, **group.topic(), **group.answering(message_id))
    assert "只有写的人" in group.told
    await group.says("/undo", LIU, **group.topic(), **group.answering(message_id))
    assert on_their_way(group) == []
    await group.says("/undo", LIU, **group.topic(), **group.answering(message_id))
    assert "不用撤回" in group.told


async def test_undo_in_a_topic_means_its_case(group: Group) -> None:
    """Telegram calls every message in a topic an answer to the one that began it."""
    core = group.rig.core
    await writes(group, "发错了")
    core.clock.move(timedelta(seconds=1))
    other = await core.submitted()
    await core.use.reply(core.liu, other, words("另一件"))
    await group.says("/undo", **group.topic(), **group.answering(TOPIC))

    assert on_their_way(group) == ["另一件"]


async def test_undo_too_late_says_what_to_do_instead(group: Group) -> None:
    await group.says("/undo", **group.topic())

    assert "10 秒" in group.told
    assert "改那条消息" in group.told


async def test_an_edit_of_what_waits_goes_out_alone_and_without_a_pencil(group: Group) -> None:
    message_id = await writes(group, "明天9点")
    await group.edits(message_id, "明天10点", **group.topic())
    await group.rig.repeat()

    assert on_their_way(group) == ["明天10点"]
    assert group.authors == [(Author.STAFF, "明天10点")]


async def test_an_edit_into_a_note_takes_back(group: Group) -> None:
    message_id = await writes(group, "他去年也来过")
    await group.edits(message_id, "//他去年也来过", **group.topic())
    await group.rig.repeat()

    assert on_their_way(group) == []
    assert group.authors == [(Author.NOTE, "他去年也来过"), (Author.NOTE, "✏️ 他去年也来过")]
    assert group.rig.core.said(group.rig.core.desk.chat_id)[-1] == "staff-note-kept"


@pytest.mark.parametrize("typed", ["取消", "算了。", "Cancel"])
async def test_an_edit_that_says_never_mind_takes_back(group: Group, typed: str) -> None:
    message_id = await writes(group, "发错了")
    await group.edits(message_id, typed, **group.topic())
    await group.rig.repeat()

    assert on_their_way(group) == []
    assert group.authors == [(Author.NOTE, "发错了")]
    assert group.rig.core.said(group.rig.core.desk.chat_id).count("staff-taken-back") == 1
    assert "收不回来" not in group.told


async def test_a_correction_that_is_taken_back_leaves_what_is_out(group: Group) -> None:
    message_id = await writes(group, "明天9点")
    core = group.rig.core
    (row,) = core.tables.held()
    core.tables.outbox[row.id] = replace(row, attempts=1, state=RowState.SENT)
    core.clock.move(timedelta(seconds=1))
    await group.edits(message_id, "明天10点", **group.topic())
    await group.edits(message_id, "取消", **group.topic())

    assert on_their_way(group) == []
    assert group.authors == [(Author.STAFF, "明天9点"), (Author.NOTE, "✏️ 明天10点")]
    assert "收不回来" in group.told


async def test_never_mind_said_of_what_is_out_reaches_nobody() -> None:
    group = await a_group()
    message_id = await group.says("明天9点", **group.topic())
    await group.edits(message_id, "算了", **group.topic())

    assert group.authors == [(Author.STAFF, "明天9点")]
    assert "收不回来" in group.told


async def test_never_mind_in_a_note_is_a_note(group: Group) -> None:
    message_id = await group.says("//他去年来过", **group.topic())
    await group.edits(message_id, "取消", **group.topic())

    assert group.authors == [(Author.NOTE, "他去年来过"), (Author.NOTE, "✏️ 取消")]


@pytest.mark.parametrize(("seconds", "said"), [(10, True), (0, False)])
async def test_the_help_says_how_where_it_can_be_done(seconds: int, said: bool) -> None:
    group = await a_group(undo_seconds=seconds)
    await group.says("/help")

    assert (f"{seconds} 秒" in group.told) is said
    assert "/queue" in group.told
