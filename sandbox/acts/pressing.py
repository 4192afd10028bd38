from typing import Any

from sandbox.acts.base import Act, ActError, act
from sandbox.world.chats import Chat
from sandbox.world.messages import Message


@act("press")
def press(doing: Act) -> dict[str, Any]:
    """Presses a button that is there, found by text, by data or by its place."""
    chat = doing.chat()
    message = doing.seen_message(chat)
    rows = (message.inline_keyboard() or {}).get("inline_keyboard", [])
    button = _find(doing, rows)
    if button is None:
        there = [[one["text"] for one in row] for row in rows]
        raise ActError(f"no such button; there are {there}", 404)
    if "callback_data" not in button:
        opened = {key: value for key, value in button.items() if key != "text"}
        return {"result": {"callback_query_id": None, "answer": None, "opens": opened}}
    return _query(doing, chat, message, button["callback_data"])


@act("forge")
def forge(doing: Act) -> dict[str, Any]:
    """A callback with any data, as a hand-made client can send it."""
    chat = doing.chat()
    return _query(doing, chat, doing.seen_message(chat), str(doing.need("data")))


def _find(doing: Act, rows: list[list[dict[str, Any]]]) -> dict[str, Any] | None:
    said = doing.said
    if said.get("data") is not None or said.get("text") is not None:
        key, wanted = ("callback_data", said["data"]) if said.get("data") is not None else ("text", said["text"])
        return next((one for row in rows for one in row if one.get(key) == wanted), None)
    row, column = int(doing.need("row")), int(said.get("col") or 0)
    return rows[row][column] if 0 <= row < len(rows) and 0 <= column < len(rows[row]) else None


def _query(doing: Act, chat: Chat, message: Message, data: str) -> dict[str, Any]:
    world = doing.world
    if message.sender_id != world.bot.id:
        raise ActError("only the bot's messages have buttons of the bot", 409)
    if not chat.is_private and not world.bot_member(chat).present:
        raise ActError("the bot is not in this chat", 409)
    made = world.presses.add(doing.user.id, chat.id, message.message_id)
    told = {
        "id": made.query_id,
        "from": doing.user.json(),
        "message": world.view_or_trace(chat, message.message_id),
        "chat_instance": str(7_000_000_000_000_000_000 + abs(chat.id) % 10**15),
        "data": data,
    }
    world.updates.add("callback_query", told, chat.id)
    return {"result": {"callback_query_id": made.query_id, "answer": None}}
