"""The worker against a Bot API server on loopback: what people see, not what was called."""

import logging
from typing import Any

import pytest

from core.petitions.model import Petition
from core.shared.gate import ChatGate
from core.shared.ids import ChatId, MessageId
from core.shared.link_roles import LinkRole
from core.shared.messages import MediaRef, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority, RowState
from delivery.bot import sending_bot
from delivery.pace import Pace
from tests.delivery_rig import RealElapsed, Rig, until
from tests.factories.cases import a_card_item, an_item
from tests.sandbox_client import Json, SandboxClient

pytestmark = pytest.mark.integration
WANG, LI = 1001, 1002


def words(text: str, chat: int, **more: Any) -> OutboxItem:
    return an_item(chat, spec=MessageSpec("say", {"text": text}), **more)


def content(petition: Petition, chat: int, text: str) -> OutboxItem:
    return words(text, chat, petition_id=petition.id, to_case=True, role=LinkRole.CASE_TEXT)


async def desk_of(sandbox: SandboxClient, slug: str = "desk-community") -> int:
    chats = (await sandbox.world())["chats"]
    return next(int(chat["id"]) for chat in chats if chat["slug"] == slug)


async def delivered(rig: Rig, *items: OutboxItem) -> None:
    await rig.put(*items)
    async with rig.running():
        await until(lambda: RowState.PENDING not in rig.states)
    rig.worker = rig.new_worker()


async def texts(sandbox: SandboxClient, chat: int, **how: Any) -> list[str]:
    return [m["text"] for m in await sandbox.messages(chat, **how) if "text" in m and m["from"]["is_bot"]]


async def topic(sandbox: SandboxClient, chat: int) -> Json:
    chats = (await sandbox.world())["chats"]
    (only,) = next(found for found in chats if found["id"] == chat)["topics"]
    return dict(only)


async def test_case_gets_its_topic_card_and_messages(rig: Rig, sandbox: SandboxClient) -> None:
    desk = await desk_of(sandbox)
    petition = await rig.case(desk)
    await delivered(rig, content(petition, desk, "还有一件"), a_card_item(petition, desk, priority=Priority.CARD))

    made = await topic(sandbox, desk)
    assert made["name"].startswith(petition.number)
    card, text = await texts(sandbox, desk, thread=made["message_thread_id"])
    assert petition.text in card
    assert text == "say 还有一件"
    assert rig.card(petition, desk).thread_id == made["message_thread_id"]


async def test_card_follows_and_is_restored_after_deletion(rig: Rig, sandbox: SandboxClient) -> None:
    desk = await desk_of(sandbox, "desk-group")
    petition = await rig.case(desk, is_forum=False)
    await delivered(rig, a_card_item(petition, desk))
    first = rig.card(petition, desk).message_id
    await delivered(rig, a_card_item(petition, desk))
    assert rig.card(petition, desk).message_id == first
    assert len(await texts(sandbox, desk)) == 1

    await sandbox.act("leader-zhao", "delete_message", chat=desk, message_id=first)
    await delivered(rig, a_card_item(petition, desk), content(petition, desk, "后来的"))
    card, text = [m for m in await sandbox.messages(desk) if "text" in m]

    assert card["message_id"] == rig.card(petition, desk).message_id != first
    assert text["reply_to_message"]["message_id"] == card["message_id"]


async def test_deleted_topic_swallows_nothing(rig: Rig, sandbox: SandboxClient) -> None:
    desk = await desk_of(sandbox)
    petition = await rig.case(desk)
    await delivered(rig, a_card_item(petition, desk))
    gone = rig.card(petition, desk).thread_id
    await sandbox.act("staff-liu", "topic_delete", chat=desk, thread=gone)
    await delivered(rig, content(petition, desk, "没有丢"))

    made = await topic(sandbox, desk)
    card, text = await texts(sandbox, desk, thread=made["message_thread_id"])
    assert made["message_thread_id"] != gone
    assert (petition.text in card, text) == (True, "say 没有丢")


async def test_429_stops_everything_until_its_moment(rig: Rig, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    await sandbox.start(LI)
    await sandbox.fault("sendMessage", "status", chat=WANG, code=429, retry_after=2)
    await rig.put(words("一", WANG))
    async with rig.running():
        await until(lambda: rig.pace.halted() > 0)
        await rig.put(words("二", LI))
        rig.worker.wake.set()
        await until(lambda: RowState.PENDING not in rig.states)

    refused, *rest = await sandbox.calls(method="sendMessage")
    assert [call["ok"] for call in (refused, *rest)] == [False, True, True]
    assert {call["chat_id"] for call in rest} == {WANG, LI}
    assert min(call["at"] for call in rest) - refused["at"] >= 2.0
    assert [await texts(sandbox, chat) for chat in (WANG, LI)] == [["say 一"], ["say 二"]]


async def test_blocked_bot_marks_the_person_and_tells_the_writer(rig: Rig, sandbox: SandboxClient) -> None:
    desk = await desk_of(sandbox, "desk-group")
    await sandbox.start(WANG)
    await sandbox.act(WANG, "block")
    asked = await sandbox.text("leader-zhao", "请问", chat=desk)
    reply = words("您好", WANG, role=LinkRole.RESIDENT_COPY, origin_chat=ChatId(desk))
    await delivered(rig, OutboxItem(**_fields(reply) | {"reply_to": MessageId(asked["message_id"])}))

    assert rig.states == [RowState.UNREACHABLE, RowState.SENT]
    told = await sandbox.wait_message(desk, "staff-reply-unreachable")
    assert told["reply_to_message"]["message_id"] == asked["message_id"]


def _fields(item: OutboxItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__slots__}


async def test_dropped_answer_repeats_the_message_once(rig: Rig, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    await sandbox.fault("sendMessage", "drop_answer")
    await delivered(rig, words("一", WANG), words("二", WANG))

    assert await texts(sandbox, WANG) == ["say 一", "say 一", "say 二"]


@pytest.mark.parametrize("kind", ["drop_request", "half_answer"])
async def test_broken_connection_loses_nothing(rig: Rig, sandbox: SandboxClient, kind: Any) -> None:
    await sandbox.start(WANG)
    await sandbox.fault("sendMessage", kind)
    await delivered(rig, words("一", WANG))

    assert set(await texts(sandbox, WANG)) == {"say 一"}
    assert rig.states == [RowState.SENT]


async def test_delivery_starts_while_telegram_is_away(rig: Rig, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    fault = await sandbox.fault("*", "status", code=502, times=-1)
    await rig.put(words("一", WANG))
    async with rig.running():
        await until(lambda: rig.rows[0].error)
        await sandbox.clear_faults(fault)
        await until(lambda: rig.states == [RowState.SENT])

    assert await texts(sandbox, WANG) == ["say 一"]


async def test_wrong_token_keeps_every_row(sandbox: SandboxClient) -> None:
    pace = Pace()
    async with sending_bot("7000000001:wrong-token", sandbox.url, pace=pace, gate=ChatGate()) as bot:
        rig = Rig(bot=bot, pace=pace, elapsed=RealElapsed())
        await rig.put(words("一", WANG))
        async with rig.running():
            await until(lambda: rig.rows[0].error)

    assert (rig.states, rig.rows[0].error) == ([RowState.PENDING], "InvalidToken")


async def test_reaction_says_that_the_words_arrived(rig: Rig, sandbox: SandboxClient) -> None:
    desk = await desk_of(sandbox, "desk-group")
    asked = await sandbox.text("leader-zhao", "请问", chat=desk)
    sign = an_item(desk, operation=Operation.REACT, spec=None, reply_to=MessageId(asked["message_id"]))
    await delivered(rig, sign)

    (call,) = await sandbox.calls(method="setMessageReaction")
    assert call["ok"]
    assert rig.states == [RowState.SENT]


async def test_files_arrive_as_what_they_are(rig: Rig, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    blob = await rig.blobs.put(b"%PDF-1.7 notice")
    voice = await rig.blobs.put(b"OggS voice")
    await delivered(
        rig,
        an_item(WANG, spec=MessageSpec("say", {"text": "看"}, media=MediaRef("document", blob, name="通知.pdf"))),
        an_item(WANG, spec=MessageSpec("no-text", media=MediaRef("voice", voice))),
        an_item(WANG, spec=MessageSpec("no-text", media=MediaRef("location", name="31.2304,121.4737"))),
    )

    document, sound, place = [m for m in await sandbox.messages(WANG) if m["from"]["is_bot"]]
    assert (document["document"]["file_name"], document["caption"]) == ("通知.pdf", "say 看")
    assert await sandbox.file(document["document"]["file_id"]) == b"%PDF-1.7 notice"
    assert "voice" in sound
    assert place["location"]["latitude"] == pytest.approx(31.2304)


async def test_long_text_of_a_file_arrives_whole(rig: Rig, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    blob = await rig.blobs.put(b"content")
    text = "很长的话。" * 1_000
    await delivered(rig, an_item(WANG, spec=MessageSpec("say", {"text": text}, media=MediaRef("document", blob))))

    assert "".join(await texts(sandbox, WANG)) == f"say {text}"


async def test_voice_refused_by_privacy_is_sent_as_document(rig: Rig, sandbox: SandboxClient) -> None:
    await sandbox.start(WANG)
    voice = await sandbox.media(WANG, "voice", content=b"OggS voice")
    await sandbox.fault("sendVoice", "status", code=400, description="Bad Request: VOICE_MESSAGES_FORBIDDEN")
    await delivered(
        rig, an_item(WANG, spec=MessageSpec("no-text", media=MediaRef("voice", "", voice["voice"]["file_id"])))
    )

    sent = (await sandbox.messages(WANG))[-1]
    assert await sandbox.file(sent["document"]["file_id"]) == b"OggS voice"


async def test_no_token_reaches_the_log(rig: Rig, sandbox: SandboxClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="root")
    await sandbox.start(WANG)
    await sandbox.fault("sendMessage", "half_answer")
    await delivered(rig, words("一", WANG))

    assert sandbox.token not in caplog.text
    assert "say 一" not in caplog.text
