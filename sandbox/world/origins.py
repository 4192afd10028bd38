from typing import Any

from sandbox.world.house import World
from sandbox.world.messages import Message


def origin_of(world: World, message: Message) -> dict[str, Any]:
    """Who wrote it first; a forward of a forward keeps the first. Who wants it so is named, and no more."""
    known: dict[str, Any] | None = message.body.get("forward_origin")
    if known is not None:
        return known
    if "sender_chat" in message.body:
        return {"type": "chat", "sender_chat": message.body["sender_chat"], "date": message.date}
    writer = world.users[message.sender_id]
    if writer.hides_forwards:
        return {"type": "hidden_user", "sender_user_name": writer.name(), "date": message.date}
    return {"type": "user", "sender_user": writer.json(), "date": message.date}
