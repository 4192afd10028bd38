from collections.abc import Iterator, Mapping
from typing import Any

from sandbox import links
from sandbox.entities import is_blank
from sandbox.errors import bad_request

_MOST_IN_ROW = {"inline_keyboard": 8, "keyboard": 12}
_MOST_BUTTONS = {"inline_keyboard": 100, "keyboard": 300}
_INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
_FIRST_ONLY = ("callback_game", "pay")
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "request_managed_bot": "managed bots can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}

Rows = list[list[dict[str, Any]]]


def check_reply_markup(markup: dict[str, Any], chat_type: str) -> dict[str, Any]:
    """Hold a typed markup against what Telegram lets a bot put under a message in such a chat.

    Empty rows vanish, as they do in Telegram; an inline keyboard without buttons is a wish to have none.
    """
    private = chat_type == "private"
    if "inline_keyboard" in markup:
        rows = _rows(markup, "inline_keyboard")
        for place, button in enumerate(_buttons(rows)):
            _check_inline(button, first=place == 0, private=private)
        return {**markup, "inline_keyboard": rows}
    if "keyboard" in markup:
        rows = _rows(markup, "keyboard")
        if not rows:
            raise bad_request("reply keyboard must have at least one button")
        for button in _buttons(rows):
            _check_reply(button, private=private)
        return {**markup, "keyboard": rows}
    return _check_flag(markup)


def _check_flag(markup: dict[str, Any]) -> dict[str, Any]:
    for name in ("remove_keyboard", "force_reply"):
        if markup.get(name) is True:
            return markup
        if name in markup:
            raise bad_request(f'field "{name}" must be True')
    raise bad_request("object expected as reply markup")


def _rows(markup: Mapping[str, Any], name: str) -> Rows:
    rows: Rows = [list(row) for row in markup[name] if row]
    crowded = any(len(row) > _MOST_IN_ROW[name] for row in rows)
    if crowded or sum(map(len, rows)) > _MOST_BUTTONS[name]:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return rows


def _buttons(rows: Rows) -> Iterator[dict[str, Any]]:
    return (button for row in rows for button in row)


def _check_inline(button: Mapping[str, Any], *, first: bool, private: bool) -> None:
    if is_blank(button.get("text", "")):
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in _INLINE_ACTIONS if name in button and button[name] is not False]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        named = ", ".join(actions)
        raise bad_request(f"can't parse inline keyboard button: Only one action is allowed, found {named}")
    action = actions[0]
    if action in _FIRST_ONLY and not first:
        raise bad_request("BUTTON_POS_INVALID")
    if action == "web_app" and not private:
        raise bad_request("BUTTON_TYPE_INVALID")
    _check_action(action, button[action])


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data" and not 1 <= len(value.encode(errors="surrogatepass")) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url":
        _check_url("inline keyboard button URL", value)
    elif action == "login_url":
        _check_url("inline keyboard button login URL", value["url"], https_only=True)
    elif action == "web_app":
        _check_url("inline keyboard button Web App URL", value["url"], https_only=True)
    elif action == "copy_text" and not 1 <= len(value["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_reply(button: Mapping[str, Any], *, private: bool) -> None:
    if is_blank(button.get("text", "")):
        raise bad_request("keyboard button text must be non-empty")
    wishes = [name for name in _PRIVATE_ONLY if name in button and button[name] is not False]
    if len(wishes) > 1:
        named = ", ".join(wishes)
        raise bad_request(f"can't parse keyboard button: Only one request is allowed, found {named}")
    if wishes and not private:
        raise bad_request(_PRIVATE_ONLY[wishes[0]])
    if "web_app" in wishes:
        _check_url("keyboard button Web App URL", button["web_app"]["url"], https_only=True)


def _check_url(what: str, url: str, *, https_only: bool = False) -> None:
    try:
        links.checked(url, https_only=https_only)
    except ValueError as wrong:
        raise bad_request(f"{what} '{url}' is invalid: {wrong}") from wrong
