"""What aiogram and python-telegram-bot really put on the wire passes the strict validation."""

import datetime as dt
import io
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import pytest
import telegram
from aiogram import Bot, methods, types
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.types import BufferedInputFile
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from sandbox.validation import canonical_name, validate

pytestmark = pytest.mark.unit

WORD = "in-the-header"
TOKEN = f"7000000001:{WORD}"
INLINE = types.InlineKeyboardMarkup(inline_keyboard=[[types.InlineKeyboardButton(text="接单", callback_data="take:1")]])
ASK = types.ReplyKeyboardMarkup(
    keyboard=[[types.KeyboardButton(text="电话", request_contact=True)]], resize_keyboard=True, is_persistent=True
)
FILE = BufferedInputFile(b"data", filename="居.png")
USER = types.User(id=1001, is_bot=False, first_name="王秀英")
AIOGRAM: list[methods.TelegramMethod[Any]] = [
    methods.GetMe(),
    methods.GetUpdates(offset=5, timeout=10, allowed_updates=["message", "callback_query"]),
    methods.SetWebhook(url="https://e.org/hook", secret_token=WORD, drop_pending_updates=True),
    methods.SetWebhook(url="https://e.org/hook", certificate=FILE),
    methods.SendMessage(chat_id=1001, text="<b>您好</b>", reply_markup=INLINE),
    methods.SendMessage(chat_id=-1001, text="x", message_thread_id=3, reply_markup=types.ForceReply(force_reply=True)),
    methods.SendMessage(chat_id="@street", text="x", reply_markup=ASK, disable_notification=False),
    methods.SendMessage(chat_id=1, text="x", reply_markup=types.ReplyKeyboardRemove(remove_keyboard=True)),
    methods.SendMessage(
        chat_id=1,
        text="王秀英 x",
        parse_mode=None,
        entities=[types.MessageEntity(type="text_mention", offset=0, length=3, user=USER)],
        link_preview_options=types.LinkPreviewOptions(is_disabled=True),
        reply_parameters=types.ReplyParameters(message_id=7, allow_sending_without_reply=True, quote="q"),
    ),
    methods.SendMessage(
        chat_id=1,
        text="x",
        suggested_post_parameters=types.SuggestedPostParameters(send_date=dt.datetime(2030, 1, 1, tzinfo=dt.UTC)),
    ),
    methods.SendPhoto(chat_id=1, photo=FILE, caption="<i>x</i>", has_spoiler=True),
    methods.SendPhoto(chat_id=1, photo="AgACAgIAAx"),
    methods.SendDocument(chat_id=1, document=FILE, thumbnail=FILE, disable_content_type_detection=True),
    methods.SendVoice(chat_id=1, voice=FILE, duration=3),
    methods.SendVideo(chat_id=1, video=FILE, cover=FILE, supports_streaming=True),
    methods.SendAudio(chat_id=1, audio=FILE, performer="x"),
    methods.SendLocation(chat_id=1, latitude=31.2, longitude=121, live_period=60),
    methods.SendContact(chat_id=1, phone_number="+8613800001001", first_name="王"),
    methods.SendMediaGroup(
        chat_id=1,
        media=[
            types.InputMediaPhoto(media=FILE, caption="<b>x</b>"),
            types.InputMediaVideo(media=FILE, thumbnail=FILE),
        ],
    ),
    methods.SendChatAction(chat_id=1, action="typing"),
    methods.SendPoll(chat_id=1, question="q", options=[types.InputPollOption(text="a")], is_anonymous=False),
    methods.EditMessageText(chat_id=1, message_id=2, text="x", reply_markup=INLINE),
    methods.EditMessageCaption(chat_id=1, message_id=2, caption="x"),
    methods.EditMessageReplyMarkup(chat_id=1, message_id=2, reply_markup=None),
    methods.EditMessageMedia(chat_id=1, message_id=2, media=types.InputMediaDocument(media=FILE)),
    methods.DeleteMessages(chat_id=1, message_ids=[3, 2]),
    methods.CopyMessage(chat_id=1, from_chat_id=2, message_id=3, caption="x"),
    methods.CopyMessages(chat_id=1, from_chat_id=2, message_ids=[3, 4], remove_caption=True),
    methods.ForwardMessages(chat_id=1, from_chat_id=2, message_ids=[3, 4]),
    methods.AnswerCallbackQuery(callback_query_id="9", text="x", show_alert=True, cache_time=0),
    methods.SetMyCommands(
        commands=[types.BotCommand(command="start", description="开始")],
        scope=types.BotCommandScopeChatMember(chat_id=1, user_id=2),
        language_code="zh",
    ),
    methods.SetChatMenuButton(chat_id=1, menu_button=types.MenuButtonCommands()),
    methods.SetMessageReaction(chat_id=1, message_id=2, reaction=[types.ReactionTypeEmoji(emoji="👍")]),
    methods.RestrictChatMember(
        chat_id=1,
        user_id=2,
        permissions=types.ChatPermissions(can_send_messages=False),
        until_date=dt.timedelta(days=1),
    ),
    methods.CreateForumTopic(chat_id=1, name="XF-2026-000123", icon_color=7322096),
    methods.SetChatPhoto(chat_id=1, photo=FILE),
    methods.CreateChatInviteLink(chat_id=1, name="x", member_limit=5, expire_date=dt.timedelta(hours=1)),
]


@pytest.mark.parametrize("call", AIOGRAM, ids=lambda call: type(call).__name__)
def test_aiogram_passes(call: methods.TelegramMethod[Any]) -> None:
    session = AiohttpSession()
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True))
    form = session.build_form_data(bot, call)
    params = {options["name"]: value for options, _, value in form._fields if "filename" not in options}
    files = {options["name"] for options, _, _ in form._fields if "filename" in options}
    assert all(isinstance(value, str) for value in params.values())
    assert set(validate(call.__api_method__, params, files)) >= set(params) - {"disable_web_page_preview"}


class Wire(BaseRequest):
    """Keeps what the library would send and lets every call fail after that."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, str], set[str]]] = []

    @property
    def read_timeout(self) -> float:
        return 1

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, method: str, request_data: RequestData | None = None, **_: Any) -> Any:
        name = url.rpartition("/")[2]
        data = request_data or RequestData()
        self.calls.append((name, data.json_parameters, set(data.multipart_data)))
        return 400, b'{"ok":false,"error_code":400,"description":"Bad Request: kept"}'


Call = Callable[[telegram.Bot], Coroutine[Any, Any, Any]]
PICTURE = b"\x89PNG\r\n\x1a\n"
CARD = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("接单", callback_data="take:1")]])
PTB: dict[str, Call] = {
    "getMe": lambda bot: bot.get_me(),
    "getUpdates": lambda bot: bot.get_updates(offset=1, timeout=10, allowed_updates=["message"]),
    "setWebhook": lambda bot: bot.set_webhook("", certificate=PICTURE, secret_token=WORD),
    "sendMessage": lambda bot: bot.send_message(
        1001,
        "<b>您好</b>",
        parse_mode="HTML",
        reply_markup=CARD,
        disable_notification=True,
        reply_parameters=telegram.ReplyParameters(7, allow_sending_without_reply=True),
        link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
        message_thread_id=3,
        entities=[telegram.MessageEntity("bold", 0, 1)],
    ),
    "sendPhoto": lambda bot: bot.send_photo(1, PICTURE, caption="x", reply_markup=telegram.ForceReply()),
    "sendDocument": lambda bot: bot.send_document(1, io.BytesIO(b"x"), filename="居.txt", thumbnail=PICTURE),
    "sendVoice": lambda bot: bot.send_voice(1, "file-id", duration=dt.timedelta(seconds=3)),
    "sendVideo": lambda bot: bot.send_video(1, PICTURE, supports_streaming=True),
    "sendMediaGroup": lambda bot: bot.send_media_group(
        1,
        [telegram.InputMediaPhoto(PICTURE), telegram.InputMediaVideo(PICTURE, thumbnail=PICTURE)],
        caption="<i>y</i>",
        parse_mode="HTML",
    ),
    "sendLocation": lambda bot: bot.send_location(1, 31.2, 121),
    "sendContact": lambda bot: bot.send_contact(1, "+8613800001001", "王"),
    "sendPoll": lambda bot: bot.send_poll(1, "q", ["a", "b"], type="quiz", correct_option_ids=[0], is_anonymous=True),
    "sendDice": lambda bot: bot.send_dice(1),
    "sendChatAction": lambda bot: bot.send_chat_action(1, telegram.constants.ChatAction.UPLOAD_PHOTO),
    "editMessageText": lambda bot: bot.edit_message_text("x", chat_id=1, message_id=2, reply_markup=CARD),
    "editMessageCaption": lambda bot: bot.edit_message_caption(chat_id=1, message_id=2, caption=""),
    "editMessageMedia": lambda bot: bot.edit_message_media(telegram.InputMediaDocument(PICTURE), 1, 2),
    "editMessageReplyMarkup": lambda bot: bot.edit_message_reply_markup(
        1, 2, reply_markup=telegram.InlineKeyboardMarkup([])
    ),
    "deleteMessages": lambda bot: bot.delete_messages(1, (3, 4)),
    "copyMessage": lambda bot: bot.copy_message(1, 2, 3, caption="x"),
    "forwardMessages": lambda bot: bot.forward_messages(1, 2, [3, 4]),
    "answerCallbackQuery": lambda bot: bot.answer_callback_query("9", "x", show_alert=True, cache_time=5),
    "setMyCommands": lambda bot: bot.set_my_commands(
        [("start", "开始")], scope=telegram.BotCommandScopeAllPrivateChats(), language_code="zh"
    ),
    "setChatMenuButton": lambda bot: bot.set_chat_menu_button(1, telegram.MenuButtonCommands()),
    "setMessageReaction": lambda bot: bot.set_message_reaction(1, 2, ["❤", telegram.ReactionTypeCustomEmoji("5")]),
    "restrictChatMember": lambda bot: bot.restrict_chat_member(
        1, 2, telegram.ChatPermissions(can_send_messages=False), dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    ),
    "createForumTopic": lambda bot: bot.create_forum_topic(-100, "XF-2026-000123"),
    "closeForumTopic": lambda bot: bot.close_forum_topic(-100, 5),
    "setChatPhoto": lambda bot: bot.set_chat_photo(1, PICTURE),
    "pinChatMessage": lambda bot: bot.pin_chat_message(1, 2, disable_notification=True),
}


@pytest.mark.parametrize("name", PTB)
async def test_python_telegram_bot_passes(name: str) -> None:
    wire = Wire()
    bot = telegram.Bot(TOKEN, request=wire, get_updates_request=wire)
    with suppress(TelegramError):
        await PTB[name](bot)
    [(method, params, files)] = wire.calls
    assert canonical_name(method) == name
    typed = validate(method, params, files)
    assert set(typed) >= set(params) - {"reply_markup" if params.get("reply_markup") == "{}" else ""}
