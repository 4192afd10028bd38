"""Whom a text names, by a link to the person or by a username."""

from collections.abc import Iterator
from typing import Any

from sandbox.utf16 import Units
from sandbox.world.house import World
from sandbox.world.people import User

KEYS = (("text", "entities"), ("caption", "caption_entities"))


def known_to_bot(world: World, user_id: int) -> bool:
    """Who wrote to the bot, or shares a group with it."""
    chat = world.chats.get(user_id)
    return user_id == world.bot.id or world.met(user_id) or (chat is not None and chat.started)


def with_people(world: World, content: dict[str, Any], *, by_bot: bool) -> dict[str, Any]:
    """Telegram makes a whole person of a number in a text mention, and plain text of one nobody knows."""
    settled = dict(content)
    for _, key in KEYS:
        found = [_whole(world, entity, by_bot=by_bot) for entity in settled.pop(key, ())]
        if kept := [entity for entity in found if entity is not None]:
            settled[key] = kept
    return settled


def _whole(world: World, entity: dict[str, Any], *, by_bot: bool) -> dict[str, Any] | None:
    if entity["type"] != "text_mention":
        return entity
    user = world.users.get(int(entity["user"]["id"]))
    if user is None or (by_bot and not known_to_bot(world, user.id)):
        return None
    return {**entity, "user": user.json()}


def named(world: World, body: dict[str, Any]) -> list[int]:
    """The numbers of the people a message mentions."""
    found = (_user_of(world, text, entity) for text, entity in _mentions(body))
    return [user.id for user in found if user is not None]


def _mentions(body: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for text, key in KEYS:
        yield from ((body[text], entity) for entity in body.get(key, ()))


def _user_of(world: World, text: str, entity: dict[str, Any]) -> User | None:
    if entity["type"] == "text_mention":
        return world.users.get(entity["user"]["id"])
    if entity["type"] != "mention":
        return None
    units, begin = Units(text), entity["offset"]
    name = text[units.index(begin + 1) : units.index(begin + entity["length"])].lower()
    return next((user for user in world.users.values() if (user.username or "").lower() == name), None)
