"""What is read from and done to an update as Telegram sent it, before aiogram sees it."""

import json
import re
from collections.abc import Iterable
from typing import Any

from core.shared.inbox import InboxRow
from core.shared.text import storable, strip_invisible_end

_OF_WINDOW = {"message_id", "date", "chat", "from", "message_thread_id", "is_topic_message"}
"""What tells which window was pressed."""
_VOTE = re.compile(r"c:(grade|review|re[pv]_[a-z]+)\.")
"""Stands in the buttons of windows in which somebody is voting, or that are about a report."""


def inbox_row(update: dict[str, Any]) -> InboxRow:
    """Make the row of a raw update: one person's private messages are one conversation, a group is another.

    What cannot be stored is replaced at once: an update that cannot be written down would hold up all that follow.
    """
    update = _unquoted(_storable(update))
    body = next((value for key, value in update.items() if key != "update_id" and isinstance(value, dict)), {})
    message = body.get("message", body)
    chat, who = _id_of(message, "chat"), _id_of(body, "from")
    key = f"u{who or 0}" if chat is None else f"c{chat}"
    return InboxRow(update_id=update["update_id"], order_key=key, payload=json.dumps(update, ensure_ascii=False))


def _unquoted(update: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a private window said: somebody's vote and receipt perhaps, or a case's code.

    Erased or not, a row that was written leaves traces in the database's files.
    """
    press, message = update.get("callback_query"), update.get("message")
    shown = press.get("message") if isinstance(press, dict) else None
    chat = shown.get("chat") if isinstance(shown, dict) else None
    if isinstance(press, dict) and isinstance(shown, dict) and isinstance(chat, dict) and chat.get("type") == "private":
        return {**update, "callback_query": {**press, "message": _of_window(shown)}}
    answered = message.get("reply_to_message") if isinstance(message, dict) else None
    if isinstance(message, dict) and isinstance(answered, dict) and _is_secret(answered):
        return {**update, "message": {**message, "reply_to_message": _of_window(answered)}}
    return update


def _is_secret(answered: dict[str, Any]) -> bool:
    return bool(answered.get("has_protected_content")) or _VOTE.search(json.dumps(answered)) is not None


def _of_window(message: dict[str, Any]) -> dict[str, Any]:
    return {part: value for part, value in message.items() if part in _OF_WINDOW}


def _id_of(holder: object, part: str) -> int | None:
    """Return a chat's or a person's id; None for whatever has not the shape Telegram promises."""
    found = holder.get(part) if isinstance(holder, dict) else None
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) else None


def _storable(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(part) for key, part in value.items()}
    return [_storable(part) for part in value] if isinstance(value, list) else value


def clean_update(update: dict[str, Any]) -> dict[str, Any]:
    """Drop characters nobody can see from the end of a text: aiogram-dialog reads some as a button press."""
    for kind in ("message", "edited_message"):
        message = update.get(kind)
        if isinstance(message, dict) and isinstance(message.get("text"), str):
            text = strip_invisible_end(message["text"])
            if text != message["text"]:
                message["text"] = text or "\u00a0"
    return update


def album_of(row: InboxRow) -> str:
    """Return the album the row's message is a part of; "" if it is none."""
    message = json.loads(row.payload).get("message")
    album = message.get("media_group_id") if isinstance(message, dict) else None
    return album if isinstance(album, str) else ""


def caption_in(rows: Iterable[InboxRow], album: str) -> str:
    """Return what is written under any part of an album among `rows`."""
    parts = (json.loads(row.payload)["message"] for row in rows if album_of(row) == album)
    captions = (part.get("caption") for part in parts)
    return next((words for words in captions if isinstance(words, str) and words), "")


def without_window(payload: str) -> str:
    """Return what it takes to handle an update again: of a press not what the window said, a case's code perhaps."""
    update = json.loads(payload)
    press = update.get("callback_query")
    if isinstance(press, dict) and isinstance(press.get("message"), dict):
        press["message"] = _of_window(press["message"])
    return json.dumps(update, ensure_ascii=False)
