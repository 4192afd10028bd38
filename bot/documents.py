"""Messages the person keeps: receipts, replies of the staff, confirmations. No window may be made of them.

aiogram-dialog takes whatever message was pressed for its own last window: it edits it, or takes its buttons away. What
bears a button of ours is none of its windows. Such a message is therefore shown to it as one too old to be changed, as
Telegram itself does with old ones, and what the press leads to stands in a message below.
"""

from typing import Any

from core.shared.actions import PREFIX


def spare_document(payload: dict[str, Any]) -> dict[str, Any]:
    """Return the update; of a press on a document in a private chat only where the document stands."""
    callback = payload.get("callback_query") or {}
    message = callback.get("message") or {}
    if message.get("chat", {}).get("type") != "private" or not _is_document(callback, message):
        return payload
    standing = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
    return {**payload, "callback_query": {**callback, "message": standing}}


def _is_document(callback: dict[str, Any], message: dict[str, Any]) -> bool:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or ()
    codes = [callback.get("data"), *(button.get("callback_data") for row in rows for button in row)]
    return any(code is not None and code.startswith(f"{PREFIX}:") for code in codes)
