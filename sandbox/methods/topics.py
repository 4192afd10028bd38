from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError, bad_request
from sandbox.links import emoji_number
from sandbox.methods.access import find_chat, need_right
from sandbox.world import forum
from sandbox.world.chats import Chat, Topic

BLUE = 0x6FB9F0
NOT_MODIFIED = "Bad Request: TOPIC_NOT_MODIFIED"


@method("createForumTopic")
def create_forum_topic(call: Call) -> dict[str, Any]:
    chat = _forum(call, "create a topic")
    name = _name(call)
    color = call.params.get("icon_color") or BLUE
    icon = _icon(call)
    return forum.create(call.world, chat, call.world.bot, name, color, icon).json()


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    chat = _forum(call, "edit the topic")
    topic = _topic(call, chat)
    name = _name(call) if call.params.get("name") else None
    icon = _icon(call)
    same_icon = icon is None or icon == (topic.icon_custom_emoji_id or "")
    if (name is None or name == topic.name) and same_icon:
        raise ApiError(400, NOT_MODIFIED)
    forum.edit(call.world, chat, call.world.bot, topic, name, icon)
    return True


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    return _set_closed(call, closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    return _set_closed(call, closed=False)


def _set_closed(call: Call, *, closed: bool) -> bool:
    chat = _forum(call, "close the topic" if closed else "reopen the topic")
    topic = _topic(call, chat)
    if topic.is_closed == closed:
        raise ApiError(400, NOT_MODIFIED)
    forum.set_closed(call.world, chat, call.world.bot, topic, closed=closed)
    return True


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    world = call.world
    chat = _forum(call, "delete the topic", right="can_delete_messages")
    forum.delete(world, chat, _topic(call, chat))
    return True


@method("unpinAllForumTopicMessages")
def unpin_all_forum_topic_messages(call: Call) -> bool:
    chat = _forum(call, "manage pinned messages in the chat", right="can_pin_messages")
    topic = _topic(call, chat)
    chat.pinned = [number for number in chat.pinned if chat.messages[number].thread != topic.message_thread_id]
    call.world.announce_chat(chat)
    return True


@method("editGeneralForumTopic")
def edit_general_forum_topic(call: Call) -> bool:
    chat = _forum(call, "edit the topic")
    name = _name(call)
    if name == chat.general_name:
        raise ApiError(400, NOT_MODIFIED)
    chat.general_name = name
    call.world.post(chat, call.world.bot, {"forum_topic_edited": {"name": name}})
    call.world.announce_chat(chat)
    return True


@method("closeGeneralForumTopic")
def close_general_forum_topic(call: Call) -> bool:
    return _general_closed(call, closed=True)


@method("reopenGeneralForumTopic")
def reopen_general_forum_topic(call: Call) -> bool:
    return _general_closed(call, closed=False)


def _general_closed(call: Call, *, closed: bool) -> bool:
    chat = _forum(call, "close the topic" if closed else "reopen the topic")
    if chat.general_closed == closed:
        raise ApiError(400, NOT_MODIFIED)
    forum.set_general_closed(call.world, chat, call.world.bot, closed=closed)
    return True


@method("hideGeneralForumTopic")
def hide_general_forum_topic(call: Call) -> bool:
    return _general_hidden(call, hidden=True)


@method("unhideGeneralForumTopic")
def unhide_general_forum_topic(call: Call) -> bool:
    return _general_hidden(call, hidden=False)


def _general_hidden(call: Call, *, hidden: bool) -> bool:
    """Hiding also closes; showing it again leaves it closed, as in Telegram's own apps."""
    chat = _forum(call, "hide the topic" if hidden else "unhide the topic")
    if chat.general_hidden == hidden:
        raise ApiError(400, NOT_MODIFIED)
    chat.general_hidden = hidden
    chat.general_closed = chat.general_closed or hidden
    field = "general_forum_topic_hidden" if hidden else "general_forum_topic_unhidden"
    call.world.post(chat, call.world.bot, {field: {}})
    call.world.announce_chat(chat)
    return True


def _forum(call: Call, what: str, *, right: str = "can_manage_topics") -> Chat:
    chat = find_chat(call.world, call.params["chat_id"])
    if not chat.is_forum:
        raise ApiError(400, "Bad Request: the chat is not a forum")
    need_right(call.world, chat, right, what)
    return chat


def _topic(call: Call, chat: Chat) -> Topic:
    topic = chat.topics.get(call.params["message_thread_id"])
    if topic is None:
        raise ApiError(400, "Bad Request: TOPIC_ID_INVALID")
    return topic


def _name(call: Call) -> str:
    name: str = call.params["name"].strip()
    if not name:
        raise ApiError(400, "Bad Request: topic name is empty")
    return name


def _icon(call: Call) -> str | None:
    """Which numbers are icons only Telegram knows; what is no number is none. An empty one takes the icon away."""
    icon: str | None = call.params.get("icon_custom_emoji_id")
    if icon:
        try:
            emoji_number(icon)
        except ValueError as wrong:
            raise bad_request(str(wrong)[0].lower() + str(wrong)[1:]) from wrong
    return icon
