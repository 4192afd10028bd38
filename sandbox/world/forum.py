"""Topics of a forum: each change leaves its service message in the topic."""

from typing import Any

from sandbox.world.chats import Chat, Topic
from sandbox.world.house import World
from sandbox.world.people import User


def create(world: World, chat: Chat, actor: User, name: str, color: int = 0x6FB9F0, icon: str | None = None) -> Topic:
    created: dict[str, Any] = {"name": name, "icon_color": color}
    if icon:
        created["icon_custom_emoji_id"] = icon
    message = world.post(chat, actor, {"forum_topic_created": created})
    topic = Topic(message.message_id, name, color, icon)
    chat.topics[topic.message_thread_id] = topic
    world.announce_chat(chat)
    return topic


def edit(world: World, chat: Chat, actor: User, topic: Topic, name: str | None, icon: str | None) -> None:
    edited: dict[str, Any] = {}
    if name is not None and name != topic.name:
        topic.name = edited["name"] = name
    if icon is not None:
        topic.icon_custom_emoji_id = icon or None
        edited["icon_custom_emoji_id"] = icon
    world.post(chat, actor, {"forum_topic_edited": edited}, thread=topic.message_thread_id)
    world.announce_chat(chat)


def set_closed(world: World, chat: Chat, actor: User, topic: Topic, *, closed: bool) -> None:
    topic.is_closed = closed
    field = "forum_topic_closed" if closed else "forum_topic_reopened"
    world.post(chat, actor, {field: {}}, thread=topic.message_thread_id)
    world.announce_chat(chat)


def set_general_closed(world: World, chat: Chat, actor: User, *, closed: bool) -> None:
    chat.general_closed = closed
    if not closed:
        chat.general_hidden = False
    world.post(chat, actor, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
    world.announce_chat(chat)


def delete(world: World, chat: Chat, topic: Topic) -> None:
    """Takes every message of the topic with it; nobody is told but the page."""
    thread = topic.message_thread_id
    gone = [message for message in chat.messages.values() if message.thread == thread and not message.deleted]
    for message in gone:
        message.deleted = True
    del chat.topics[thread]
    world.announce_deleted(chat, [message.message_id for message in gone])
    world.announce_chat(chat)
