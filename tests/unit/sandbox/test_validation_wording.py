import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.validation import validate

pytestmark = pytest.mark.unit

SEND: dict[str, Any] = {"chat_id": "1001", "text": "hi"}
PHOTO: dict[str, Any] = {"chat_id": "1001", "photo": "id"}


def button(**fields: Any) -> str:
    return json.dumps({"inline_keyboard": [[{"text": "b", **fields}]]})


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendMessage", {"text": "hi"}, "chat_id is empty"),
        ("sendMessage", SEND | {"chat_id": ""}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "1"}, "message text is empty"),
        ("sendMessage", SEND | {"text": ""}, "message text is empty"),
        ("sendMessage", SEND | {"text": " \n\u200b "}, "message text is empty"),
        ("sendMessage", SEND | {"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ("sendMessage", SEND | {"text": "居" * 4097}, "message is too long"),
        ("sendMessage", SEND | {"text": "😀" * 2049}, "message is too long"),
        ("sendMessage", SEND | {"text": "a" * 32769}, "text is too long"),
        ("sendMessage", SEND | {"text": "\ud800"}, "strings must be encoded in UTF-8"),
        ("sendMessage", SEND | {"text": 5}, 'parameter "text" must be of type String'),
        ("sendMessage", SEND | {"parse_mode": "BBCode"}, "unsupported parse_mode"),
        ("sendMessage", SEND | {"disable_notification": "maybe"},
         'parameter "disable_notification" must be of type Boolean'),
        ("sendMessage", SEND | {"message_thread_id": "1.5"}, 'parameter "message_thread_id" must be of type Integer'),
        ("sendMessage", SEND | {"message_thread_id": True}, 'parameter "message_thread_id" must be of type Integer'),
        ("sendMessage", SEND | {"message_thread_id": "9" * 19},
         'parameter "message_thread_id" must be of type Integer'),
        ("sendMessage", SEND | {"entities": "x"}, "can't parse entities JSON object"),
        ("sendMessage", SEND | {"entities": '[{"type":"bold","offset":0}]'},
         'can\'t parse MessageEntity: Can\'t find field "length"'),
        ("sendMessage", SEND | {"entities": '[{"type":"fat","offset":0,"length":1}]'},
         "can't parse MessageEntity: Unsupported type specified"),
        ("sendMessage", SEND | {"entities": '[{"type":"text_link","offset":0,"length":1}]'},
         'can\'t parse MessageEntity: Can\'t find field "url"'),
        ("sendMessage", SEND | {"entities": '[{"type":"bold","offset":5,"length":1}]'},
         "entity beginning at UTF-16 offset 5 and length 1 is outside of the text"),
        ("sendMessage", SEND | {"reply_parameters": "{"}, "can't parse reply parameters JSON object"),
        ("sendMessage", SEND | {"reply_parameters": "NaN"}, "can't parse reply parameters JSON object"),
        ("sendMessage", SEND | {"reply_parameters": "7"}, "can't parse ReplyParameters: expected an Object"),
        ("sendMessage", SEND | {"reply_parameters": '{"message_id":true}'},
         'can\'t parse ReplyParameters: Field "message_id" must be of type Integer'),
        ("sendMessage", SEND | {"link_preview_options": '{"is_disabled":"true"}'},
         'can\'t parse LinkPreviewOptions: Field "is_disabled" must be of type Boolean'),
        ("sendMessage", SEND | {"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ("sendMessage", SEND | {"reply_markup": "[]"}, "object expected as reply markup"),
        ("sendMessage", SEND | {"reply_markup": '{"inline_keyboard":[{}]}'},
         'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        ("sendMessage", SEND | {"reply_markup": '{"keyboard":["a"]}'}, 'field "keyboard" must be an Array of Arrays'),
        ("sendMessage", SEND | {"reply_markup": '{"inline_keyboard":[[{"callback_data":"a"}]]}'},
         'can\'t parse inline keyboard button: Can\'t find field "text"'),
        ("sendMessage", SEND | {"reply_markup": '{"inline_keyboard":[["a"]]}'},
         "can't parse inline keyboard button: expected an Object"),
        ("sendMessage", SEND | {"reply_markup": button(callback="a")},
         'can\'t parse inline keyboard button: Unknown field "callback"'),
        ("sendMessage", SEND | {"reply_markup": button(callback_data="")}, "BUTTON_DATA_INVALID"),
        ("sendMessage", SEND | {"reply_markup": button(callback_data="居" * 22)}, "BUTTON_DATA_INVALID"),
        ("sendPhoto", {"chat_id": "1"}, "there is no photo in the request"),
        ("sendPhoto", {"chat_id": "1", "photo": "attach://x"}, "there is no photo in the request"),
        ("sendPhoto", PHOTO | {"caption": "a" * 1025}, "message caption is too long"),
        ("sendPhoto", PHOTO | {"caption": "a.", "parse_mode": "MarkdownV2"},
         "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("setChatPhoto", {"chat_id": "1", "photo": "id"}, "photo should be uploaded as an InputFile"),
        ("sendMediaGroup", {"chat_id": "1", "media": "[]"}, "too few media to send as an album"),
        ("sendMediaGroup", {"chat_id": "1", "media": [{"type": "photo", "media": "a"}] * 11},
         "too many messages to send as an album"),
        ("sendMediaGroup", {"chat_id": "1", "media": [{"type": "photo", "media": "attach://x"}] * 2},
         "media not found"),
        ("sendMediaGroup", {"chat_id": "1", "media": [{"type": "sticker", "media": "a"}] * 2},
         "can't parse InputMedia: Unsupported type \"sticker\" specified"),
        ("sendMediaGroup", {"chat_id": "1", "media": [{"media": "a"}] * 2},
         "can't parse InputMedia: Can't find field \"type\""),
        ("sendMediaGroup", {"chat_id": "1", "media": [{"type": kind, "media": "a"} for kind in ("photo", "audio")]},
         "audio can't be mixed with other media types"),
        ("sendMediaGroup", {"chat_id": "1", "media": [{"type": "photo", "media": "a", "duration": 3}] * 2},
         "can't parse InputMediaPhoto: Unknown field \"duration\""),
        ("editMessageText", {"text": "a"}, "chat_id is empty"),
        ("editMessageText", {"text": "a", "chat_id": "1"}, "message identifier is not specified"),
        ("editMessageText", {"chat_id": "1", "message_id": "2"}, "message text is empty"),
        ("answerCallbackQuery", {}, "query is too old and response timeout expired or query ID is invalid"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
        ("sendChatAction", {"chat_id": "1", "action": "dance"}, "wrong parameter action in request"),
        ("getChatMember", {"chat_id": "1", "user_id": "me"}, "invalid user_id specified"),
        ("getChatMember", {"chat_id": "1"}, "invalid user_id specified"),
        ("deleteMessages", {"chat_id": "1", "message_ids": list(range(101))}, "too many message identifiers specified"),
        ("forwardMessages", {"chat_id": "1", "from_chat_id": "2", "message_ids": [2, 1]},
         "message identifiers must be in a strictly increasing order"),
        ("setMyCommands", {"commands": [{"command": "Start", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "start", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [], "scope": '{"type":"street"}'},
         "can't parse BotCommandScope: Unsupported type \"street\" specified"),
        ("setWebhook", {"url": "https://e.org", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ("setMessageReaction", {"chat_id": 1, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "x"}]},
         "REACTION_INVALID"),
        ("getUpdates", {"limit": "0"}, 'parameter "limit" must be between 1 and 100'),
        ("sendLocation", {"chat_id": 1, "latitude": "1"}, "longitude is empty"),
        ("sendLocation", {"chat_id": 1, "latitude": "north", "longitude": 2},
         'parameter "latitude" must be of type Float'),
        ("sendLocation", {"chat_id": 1, "latitude": "1", "longitude": float("inf")},
         'parameter "longitude" must be of type Float'),
        ("sendLocation", {"chat_id": 1, "latitude": "1", "longitude": 10**400},
         'parameter "longitude" must be of type Float'),
        ("createForumTopic", {"chat_id": 1, "name": ""}, 'parameter "name" is required'),
        ("createForumTopic", {"chat_id": 1, "name": " "}, "title must be non-empty"),
        ("createForumTopic", {"chat_id": 1, "name": "a" * 129}, 'parameter "name" must have 1-128 characters'),
        ("createForumTopic", {"chat_id": 1, "name": "a", "icon_color": "5"},
         'parameter "icon_color" must be one of 7322096, 16766590, 13338331, 9367192, 16749490, 16478047'),
        ("sendPoll", {"chat_id": 1, "question": "a" * 301, "options": [{"text": "a"}]},
         "poll question length must not exceed 300"),
        ("sendPoll", {"chat_id": 1, "question": "a", "options": [{"text": ""}]}, "poll options must be non-empty"),
    ],
)  # fmt: skip
def test_refusal_is_in_the_words_of_telegram(method: str, params: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        validate(method, params, ())
    assert (caught.value.code, caught.value.description) == (400, f"Bad Request: {reason}")
    assert caught.value.body()["ok"] is False


@pytest.mark.parametrize(
    ("method", "params", "typed"),
    [
        ("sendMessage", SEND | {"text": "居" * 4096}, {}),
        ("sendMessage", SEND | {"text": "<b>" + "a" * 4096 + "</b>", "parse_mode": "html"}, {"parse_mode": "HTML"}),
        ("sendMessage", SEND | {"parse_mode": ""}, {"parse_mode": None}),
        ("sendMessage", SEND | {"reply_markup": "", "message_thread_id": ""},
         {"reply_markup": None, "message_thread_id": None}),
        ("sendMessage", SEND | {"reply_markup": None, "text": "x"}, {"reply_markup": None}),
        ("sendMessage", SEND | {"chat_id": -1001234567890}, {"chat_id": -1001234567890}),
        ("sendMessage", SEND | {"chat_id": " -100 "}, {"chat_id": -100}),
        ("sendMessage", SEND | {"chat_id": "@street"}, {"chat_id": "@street"}),
        ("sendMessage", SEND | {"protect_content": "True"}, {"protect_content": True}),
        ("sendMessage", SEND | {"protect_content": "0"}, {"protect_content": False}),
        ("sendMessage", SEND | {"protect_content": False}, {"protect_content": False}),
        ("sendMessage", SEND | {"reply_parameters": '{"message_id":"5","quote":null}'},
         {"reply_parameters": {"message_id": 5}}),
        ("sendMessage", SEND | {"reply_markup": '{"remove_keyboard":true}'},
         {"reply_markup": {"remove_keyboard": True}}),
        ("sendMessage", SEND | {"reply_markup": button(callback_data="居" * 21)}, {}),
        ("sendLocation", {"chat_id": 1, "latitude": "31.2", "longitude": 121, "live_period": "0"},
         {"latitude": 31.2, "longitude": 121.0, "live_period": 0}),
        ("setWebhook", {"url": ""}, {"url": ""}),
        ("setChatAdministratorCustomTitle", {"chat_id": 1, "user_id": 2}, {}),
        ("editMessageCaption", {"chat_id": 1, "message_id": 2, "caption": ""}, {"caption": ""}),
        ("setMessageReaction", {"chat_id": 1, "message_id": 1, "reaction": '[{"type":"emoji","emoji":"❤️"}]'},
         {"reaction": [{"type": "emoji", "emoji": "❤"}]}),
        ("sendMessage", SEND | {"disable_web_page_preview": "true"}, {"link_preview_options": {"is_disabled": True}}),
        ("sendMessage", SEND | {"disable_web_page_preview": "false"}, {"link_preview_options": None}),
        ("editMessageReplyMarkup", {"chat_id": 1, "message_id": 2, "reply_markup": "{}"}, {"reply_markup": None}),
        ("sendMediaGroup", {"chat_id": 1, "media": '[{"type":"photo","media":"a"},{"type":"video","media":"b"}]'},
         {"media": [{"type": "photo", "media": "a"}, {"type": "video", "media": "b"}]}),
    ],
)  # fmt: skip
def test_value_comes_out_typed(method: str, params: dict[str, Any], typed: dict[str, Any]) -> None:
    values = validate(method, params, ())
    assert {name: values.get(name) for name in typed} == typed


def test_uploaded_file_is_named_the_same_way_however_it_came() -> None:
    by_name = validate("sendPhoto", {"chat_id": "1"}, {"photo"})
    by_reference = validate("sendPhoto", {"chat_id": "1", "photo": "attach://one"}, {"one"})
    assert (by_name["photo"], by_reference["photo"]) == ("attach://photo", "attach://one")


def test_file_that_nothing_uses_is_refused() -> None:
    with pytest.raises(ApiError, match='unknown parameter "other"'):
        validate("sendPhoto", PHOTO, {"other"})
    with pytest.raises(ApiError, match='unknown parameter "text"'):
        validate("sendMessage", SEND, {"text"})


def test_deep_nesting_is_refused_and_not_a_crash() -> None:
    deep: Any = "x"
    for _ in range(3000):
        deep = [deep]
    rich = {"blocks": [{"type": "paragraph", "text": deep}]}
    for value in (rich, "[" * 100_000):
        with pytest.raises(ApiError):
            validate("sendRichMessage", {"chat_id": 1, "rich_message": value}, ())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["attach://f"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["inline_keyboard", "keyboard", "text", "type", "media", "url", "x"]), inner, max_size=4
    ),
    max_leaves=12,
)  # fmt: skip


@settings(database=None, max_examples=300)
@given(
    method=st.sampled_from(["sendMessage", "sendPhoto", "sendMediaGroup", "setMyCommands", "getUpdates", "sendPoll"]),
    name=st.sampled_from(["reply_markup", "media", "commands", "text", "photo", "limit", "options", "entities"]),
    value=JSON,
    as_text=st.booleans(),
)
def test_any_value_is_taken_or_refused(method: str, name: str, value: Any, as_text: bool) -> None:
    params = SEND | {"photo": "id", name: json.dumps(value) if as_text else value}
    if method != "sendMessage":
        del params["text"]
    try:
        json.dumps(validate(method, params, ())).encode()
    except ApiError as refused:
        assert refused.code == 400  # noqa: PT017 - both outcomes are right, a crash is not
