import json
from pathlib import Path
from typing import Any

from sandbox.world.chats import ADMIN_RIGHTS, Chat, Member
from sandbox.world.house import World
from sandbox.world.people import User

DEFAULT_WORLD = Path(__file__).parent.parent / "personas.json"
# An administrator made in the usual way: everything but naming further administrators and hiding.
USUAL_RIGHTS = {right: right != "can_promote_members" for right in ADMIN_RIGHTS}


def load_world(source: Path | None, *, empty: bool = False, token: str | None = None) -> World:
    """The demo world, another one from a file, or only the bot; a token of one's own also names the bot.

    Who is said to have `started` the bot did so before anybody looked: it may write to them.
    """
    described = json.loads((source or DEFAULT_WORLD).read_text(encoding="utf-8"))
    bot = described["bot"]
    token = token or described["token"]
    head = token.partition(":")[0]
    bot_id = int(head) if head.isdigit() else bot["id"]
    world = World(User(**{**bot, "id": bot_id, "is_bot": True}), token)
    if empty:
        return world
    for user in described.get("users", ()):
        known = {key: value for key, value in user.items() if key != "started"}
        world.add_user(User(**known))
        world.chats[known["id"]].started = bool(user.get("started", False))
    for chat in described.get("chats", ()):
        add_chat(world, chat)
    return world


def add_chat(world: World, described: dict[str, Any]) -> Chat:
    """A group whose first member made it; `bot` says what the bot is in it."""
    chat_type = described.get("type", "supergroup")
    chat = Chat(
        id=described.get("id") or world.free_chat_id(chat_type),
        type=chat_type,
        title=described["title"],
        slug=described.get("slug"),
        is_forum=bool(described.get("is_forum", False)),
    )
    for place, ref in enumerate(described.get("members", ())):
        user = world.user(ref)
        if user is None:
            raise KeyError(ref)
        chat.members[user.id] = Member("creator" if place == 0 else "member")
    standing = described.get("bot", "member")
    if standing == "administrator":
        rights = described.get("rights")
        chat.members[world.bot.id] = Member(standing, dict(USUAL_RIGHTS if rights is None else rights))
    elif standing == "member":
        chat.members[world.bot.id] = Member(standing)
    world.chats[chat.id] = chat
    return chat
