from typing import Any

import pytest

from sandbox.errors import ApiError
from sandbox.keyboards import check_reply_markup

pytestmark = pytest.mark.unit


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def reply(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"keyboard": list(rows)}


def press(text: str = "是", data: str = "y") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


@pytest.mark.parametrize(
    "markup",
    [
        inline([press()] * 8),
        inline(*[[press()] * 8] * 12, [press()] * 4),
        inline([press(data="d" * 64)], [press(data="居" * 21)]),
        inline([{"text": "u", "url": "https://example.org/a?b=c"}]),
        inline([{"text": "u", "url": "tg://user?id=5"}, {"text": "u", "url": "t.me/bot"}]),
        inline([{"text": "u", "url": "http://127.0.0.1:8080/x"}]),
        inline([{"text": "s", "switch_inline_query": ""}]),
        inline([{"text": "c", "copy_text": {"text": "x"}}, {"text": "d", "disabled": {}}]),
        inline([{"text": "pay", "pay": True}]),
        inline(),
        inline([{"text": "l", "login_url": {"url": "https://a.b/"}}]),
        reply([{"text": "w", "web_app": {"url": "https://a.b/"}}]),
        reply([{"text": "a"}] * 12),
        reply([{"text": "电话", "request_contact": True}], [{"text": "地点", "request_location": True}]),
        reply([{"text": "a", "request_contact": False}]),
        {"remove_keyboard": True},
        {"force_reply": True, "input_field_placeholder": "x"},
    ],
)
def test_good_markup_comes_back_unchanged(markup: dict[str, Any]) -> None:
    assert check_reply_markup(markup, "private") == markup


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline([press()] * 9), "REPLY_MARKUP_TOO_LONG"),
        (inline(*[[press()] * 8] * 12, [press()] * 5), "REPLY_MARKUP_TOO_LONG"),
        (reply([{"text": "a"}] * 13), "REPLY_MARKUP_TOO_LONG"),
        (inline([press(data="")]), "BUTTON_DATA_INVALID"),
        (inline([press(data="d" * 65)]), "BUTTON_DATA_INVALID"),
        (inline([press(data="居" * 22)]), "BUTTON_DATA_INVALID"),
        (inline([press(text="")]), "inline keyboard button text must be non-empty"),
        (inline([press(text=" \u200b")]), "inline keyboard button text must be non-empty"),
        (
            inline([{"text": "a"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline([press() | {"url": "https://a.b"}]),
            "can't parse inline keyboard button: Only one action is allowed, found url, callback_data",
        ),
        (
            inline([{"text": "u", "url": "http://localhost/"}]),
            "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
        ),
        (
            inline([{"text": "u", "url": "file://a.b"}]),
            "inline keyboard button URL 'file://a.b' is invalid: Unsupported URL protocol",
        ),
        (
            inline([{"text": "u", "url": ""}]),
            "inline keyboard button URL '' is invalid: URL host is empty",
        ),
        (
            inline([{"text": "u", "url": "http://a.b:99999"}]),
            "inline keyboard button URL 'http://a.b:99999' is invalid: Wrong port number specified in the URL",
        ),
        (
            inline([{"text": "w", "web_app": {"url": "http://a.b"}}]),
            "inline keyboard button Web App URL 'http://a.b' is invalid: Only HTTPS links are allowed",
        ),
        (inline([press(), {"text": "p", "pay": True}]), "BUTTON_POS_INVALID"),
        (inline([{"text": "c", "copy_text": {"text": ""}}]), "BUTTON_COPY_TEXT_INVALID"),
        (reply(), "reply keyboard must have at least one button"),
        (reply([{"text": ""}]), "keyboard button text must be non-empty"),
        (
            reply([{"text": "a", "request_contact": True, "request_location": True}]),
            "can't parse keyboard button: Only one request is allowed, found request_contact, request_location",
        ),
        ({"remove_keyboard": False}, 'field "remove_keyboard" must be True'),
        ({"selective": True}, "object expected as reply markup"),
    ],
)
def test_markup_is_refused(markup: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        check_reply_markup(markup, "private")
    assert caught.value.description == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (reply([{"text": "a", "request_contact": True}]), "phone number can be requested in private chats only"),
        (reply([{"text": "a", "request_location": True}]), "location can be requested in private chats only"),
        (reply([{"text": "a", "request_poll": {}}]), "poll can be requested in private chats only"),
        (inline([{"text": "a", "web_app": {"url": "https://a.b"}}]), "BUTTON_TYPE_INVALID"),
    ],
)
@pytest.mark.parametrize("chat_type", ["group", "supergroup", "channel"])
def test_private_matters_are_not_asked_for_in_groups(markup: dict[str, Any], reason: str, chat_type: str) -> None:
    assert check_reply_markup(markup, "private") == markup
    with pytest.raises(ApiError) as caught:
        check_reply_markup(markup, chat_type)
    assert caught.value.description == f"Bad Request: {reason}"


def test_empty_rows_vanish() -> None:
    assert check_reply_markup(inline([], [press()], []), "group") == inline([press()])
    assert check_reply_markup(reply([], [{"text": "a"}]), "group") == reply([{"text": "a"}])
