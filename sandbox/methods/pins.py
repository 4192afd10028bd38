from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.access import find_chat, need_right
from sandbox.schema import load
from sandbox.world.chats import Chat

# The reactions every chat knows; validation refuses any other emoji to the bot, and the acts to people.
EMOJI = frozenset(load().types["ReactionTypeEmoji"].fields["emoji"].enum)


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    chat = _pinnable(call)
    message = chat.living(call.params["message_id"])
    if message is None:
        raise ApiError(400, "Bad Request: message to pin not found")
    if message.is_service:
        raise ApiError(400, "Bad Request: message can't be pinned")
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    chat.pinned.append(message.message_id)
    world = call.world
    world.post(chat, world.bot, {}, pins=message.message_id, thread=message.thread if chat.is_forum else None)
    world.announce_chat(chat)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    chat = _pinnable(call)
    number = call.params.get("message_id")
    if number is None:
        if not chat.pinned:
            raise ApiError(400, "Bad Request: message to unpin not found")
        chat.pinned.pop()
    elif number in chat.pinned:
        chat.pinned.remove(number)
    else:
        raise ApiError(400, "Bad Request: message to unpin not found")
    call.world.announce_chat(chat)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    chat = _pinnable(call)
    chat.pinned.clear()
    call.world.announce_chat(chat)
    return True


def _pinnable(call: Call) -> Chat:
    chat = find_chat(call.world, call.params["chat_id"])
    if not chat.is_private:
        need_right(call.world, chat, "can_pin_messages", "manage pinned messages in the chat")
    return chat


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    world = call.world
    chat = find_chat(world, call.params["chat_id"])
    message = chat.living(call.params["message_id"])
    if message is None:
        raise ApiError(400, "Bad Request: message to react not found")
    kinds: list[dict[str, Any]] = call.params.get("reaction") or []
    if len(kinds) > 1:
        raise ApiError(400, "Bad Request: REACTIONS_TOO_MANY")
    if any(kind["type"] != "emoji" for kind in kinds):
        raise ApiError(400, "Bad Request: REACTION_INVALID")
    message.reactions[world.bot.id] = kinds
    world.announce(message)
    return True
