"""Both libraries of the project, unpatched, against the sandbox: every object must parse."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MenuButtonCommands,
    ReactionTypeEmoji,
    ReplyParameters,
)
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbKeyboard
from telegram import InputMediaDocument
from telegram import Update as PtbUpdate
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter
from telegram.ext import ExtBot

from sandbox.world.images import SMALL_JPEG
from tests.sandbox_client import SandboxClient

pytestmark = pytest.mark.integration
WANG, DESK, GROUP = 1001, -1000000002001, -1000000002002
AnyBot = ExtBot[Any]


@pytest.fixture
async def aio(started: SandboxClient) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(started.url))
    async with Bot(started.token, session=session) as bot:
        yield bot


@pytest.fixture
async def ptb(started: SandboxClient, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[AnyBot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it RetryAfter warns, and warnings are errors here
    base, files = f"{started.url}/bot", f"{started.url}/file/bot"
    bot: AnyBot = ExtBot(started.token, base_url=base, base_file_url=files)
    async with bot:
        yield bot


async def act_everything(box: SandboxClient) -> None:
    """One of each thing people can do, so that an update of every kind waits for the bot."""
    kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"]
    await box.bot("getUpdates", allowed_updates=kinds)
    said = await box.text("resident-wang", "看 https://example.org 和 #路灯 /help")
    await box.edit("resident-wang", said, text="改了")
    await box.react("resident-wang", said, "👍")
    await box.forward("resident-wang", said)
    await box.text("resident-wang", "回复", reply_to=said["message_id"])
    for kind in ("photo", "document", "voice", "video", "video_note", "audio", "sticker", "animation"):
        await box.media("resident-wang", kind)
    await box.album("resident-wang", [{"kind": "photo"}, {"kind": "video"}])
    await box.location("resident-wang", 30.6, 104.0, title="三栋")
    await box.contact("resident-wang")
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "yes"}]]}
    asked = (await box.bot("sendMessage", chat_id=WANG, text="选", reply_markup=markup))["result"]
    await box.press("resident-wang", asked, "好")
    thread = await box.topic_create("staff-liu", "desk-community", "闲谈")
    posted = await box.text("staff-liu", "在吗", chat="desk-community", thread=thread)
    await box.text("staff-liu", "公告", chat="desk-community", as_chat=True)
    await box.pin("staff-liu", posted)
    await box.topic_edit("staff-liu", "desk-community", thread, "闲谈二")
    await box.topic_close("staff-liu", "desk-community", thread)
    await box.topic_reopen("staff-liu", "desk-community", thread)
    await box.set_title("staff-liu", "desk-community", "接待台")
    await box.join("street-he", "desk-community")
    await box.promote("staff-liu", "desk-community", "street-he")
    await box.kick("staff-liu", "desk-community", "street-he")
    await box.add_chat("小群", ["staff-liu"], type="group", bot="member", slug="small")
    await box.migrate("staff-liu", "small")
    await box.kick("staff-liu", "desk-community", "bot")
    await box.block("resident-wang")


async def test_aiogram_reads_every_update(started: SandboxClient, aio: Bot) -> None:
    await act_everything(started)
    updates = await aio.get_updates()

    assert len(updates) == len((await started.bot("getUpdates"))["result"]) > 30
    assert {update.event_type for update in updates} == {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_reaction",
    }


async def test_ptb_reads_every_update(started: SandboxClient, ptb: AnyBot) -> None:
    await act_everything(started)
    raw = (await started.bot("getUpdates"))["result"]

    for each in raw:
        update = PtbUpdate.de_json(each, ptb)
        assert update is not None
        assert not update.api_kwargs
        if update.message is not None:
            assert not update.message.api_kwargs, each


async def test_aiogram_does_its_daily_work(started: SandboxClient, aio: Bot) -> None:
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="好", callback_data="yes")]])
    me = await aio.get_me()
    await aio.set_my_commands([BotCommand(command="start", description="开始")])
    await aio.set_chat_menu_button(menu_button=MenuButtonCommands())
    sent = await aio.send_message(WANG, "<b>您好</b>", parse_mode="HTML", reply_markup=keyboard)
    reply = await aio.send_message(WANG, "再", reply_parameters=ReplyParameters(message_id=sent.message_id))
    edited = await aio.edit_message_text("改", chat_id=WANG, message_id=sent.message_id)
    photo = await aio.send_photo(WANG, BufferedInputFile(SMALL_JPEG, "图.jpg"), caption="图")
    album = await aio.send_media_group(
        WANG,
        [InputMediaPhoto(media=BufferedInputFile(SMALL_JPEG, "a.jpg")), InputMediaPhoto(media=photo.photo[-1].file_id)],  # type: ignore[index]  # a photo has sizes
    )
    replaced = await aio.edit_message_media(
        InputMediaPhoto(media=BufferedInputFile(SMALL_JPEG, "b.jpg")), chat_id=WANG, message_id=photo.message_id
    )
    content = await aio.download(photo.photo[-1].file_id)  # type: ignore[index]  # a photo has sizes
    topic = await aio.create_forum_topic(DESK, "XF-1")
    card = await aio.send_message(DESK, "卡片", message_thread_id=topic.message_thread_id)
    await aio.set_message_reaction(DESK, card.message_id, [ReactionTypeEmoji(emoji="👌")])
    await aio.pin_chat_message(DESK, card.message_id)
    chat = await aio.get_chat(DESK)
    member = await aio.get_chat_member(DESK, me.id)
    admins = await aio.get_chat_administrators(DESK)
    copied = await aio.copy_message(GROUP, WANG, reply.message_id)

    assert reply.reply_to_message is not None
    assert (edited.text if not isinstance(edited, bool) else None) == "改"
    assert len(album) == 2
    assert not isinstance(replaced, bool)
    assert content is not None
    assert content.read() == SMALL_JPEG
    assert card.is_topic_message
    assert chat.pinned_message is not None
    assert (member.status, len(admins), copied.message_id) == ("administrator", 2, 2)


async def test_aiogram_gets_telegrams_errors(started: SandboxClient, aio: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aio.send_message(4242, "x")
    await started.block("resident-wang")
    with pytest.raises(TelegramForbiddenError, match="blocked"):
        await aio.send_message(WANG, "x")
    await started.fault("sendMessage", "status", retry_after=3)
    with pytest.raises(TelegramRetryAfter) as waiting:
        await aio.send_message(GROUP, "x")
    assert waiting.value.retry_after == 3
    old = (await started.add_chat("小群", ["staff-liu"], type="group", slug="small"))["id"]
    new = await started.migrate("staff-liu", "small")
    with pytest.raises(TelegramMigrateToChat) as moved:
        await aio.send_message(old, "x")
    assert moved.value.migrate_to_chat_id == new


async def test_ptb_delivers(started: SandboxClient, ptb: AnyBot) -> None:
    keyboard = PtbKeyboard([[PtbButton("好", callback_data="yes")]])
    sent = await ptb.send_message(WANG, "<b>您好</b>", parse_mode="HTML", reply_markup=keyboard)
    edited = await ptb.edit_message_text("改", WANG, sent.message_id)
    document = await ptb.send_document(WANG, b"words", filename="信.txt", caption="信")
    album = await ptb.send_media_group(WANG, [InputMediaDocument(b"one"), InputMediaDocument(b"two")])
    file = await ptb.get_file(document.document.file_id)  # type: ignore[union-attr]  # it is a document
    topic = await ptb.create_forum_topic(DESK, "XF-1")
    card = await ptb.send_message(DESK, "卡片", message_thread_id=topic.message_thread_id)
    chat = await ptb.get_chat(DESK)
    member = await ptb.get_chat_member(DESK, 7000000001)

    assert (edited.text if not isinstance(edited, bool) else None) == "改"
    assert document.document is not None
    assert (document.document.file_name, len(album)) == ("信.txt", 2)
    assert bytes(await file.download_as_bytearray()) == b"words"
    assert card.message_thread_id == topic.message_thread_id
    assert (chat.is_forum, member.status) == (True, "administrator")


async def test_ptb_gets_telegrams_errors(started: SandboxClient, ptb: AnyBot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(4242, "x")
    await started.block("resident-wang")
    with pytest.raises(Forbidden, match="blocked"):
        await ptb.send_message(WANG, "x")
    await started.fault("sendMessage", "status", retry_after=3)
    with pytest.raises(RetryAfter):
        await ptb.send_message(GROUP, "x")
    await started.fault("sendMessage", "drop_answer")
    with pytest.raises(NetworkError):
        await ptb.send_message(GROUP, "x")
    old = (await started.add_chat("小群", ["staff-liu"], type="group", slug="small"))["id"]
    new = await started.migrate("staff-liu", "small")
    with pytest.raises(ChatMigrated) as moved:
        await ptb.send_message(old, "x")
    assert moved.value.new_chat_id == new
