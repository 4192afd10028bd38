"""Comings, goings and rights: the service message, and the updates those who may know receive."""

from typing import Any

from sandbox.world.chats import Chat, Member
from sandbox.world.house import World
from sandbox.world.people import User

# A link or a hand: `via_join_request` and the like are false for all that happens in the sandbox.


def change(world: World, chat: Chat, user: User, actor: User, new: Member) -> None:
    """Gives a person (or the bot) a new standing in a group."""
    old = chat.members.get(user.id) or Member("left")
    about_bot = user.id == world.bot.id
    told = _told(world, chat, user, actor, old, new)
    gone_by_itself = about_bot and not new.present
    if gone_by_itself and chat.type == "group":
        _service(world, chat, actor, {"left_chat_member": user.json()})
    chat.members[user.id] = new
    if about_bot:
        world.updates.add("my_chat_member", told, chat.id)
    elif world.bot_member(chat).is_admin:
        world.updates.add("chat_member", told, chat.id)
    if new.present and not old.present:
        _service(world, chat, actor, {"new_chat_members": [user.json()]})
    elif old.present and not new.present and not gone_by_itself:
        _service(world, chat, actor, {"left_chat_member": user.json()})
    world.announce_chat(chat, also=(user.id,))


def block(world: World, chat: Chat, *, blocked: bool) -> None:
    """A person blocks the bot, or lets it write again."""
    if chat.user is None or chat.blocked == blocked:
        return
    chat.blocked = blocked
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    told = _told(world, chat, world.bot, chat.user, Member(before), Member(after))
    world.updates.add("my_chat_member", told, chat.id)
    world.announce_chat(chat)


def migrate(world: World, chat: Chat, actor: User) -> Chat:
    """A basic group becomes a supergroup: a new chat under a new number; the old one only points to it.

    The bot is told that it came into the new one, and never that it left the old (tdlib/telegram-bot-api#266).
    """
    new = Chat(
        id=world.free_chat_id("supergroup"),
        type="supergroup",
        title=chat.title,
        slug=chat.slug,
        members=dict(chat.members),
    )
    world.chats[new.id] = new
    _service(world, chat, actor, {"migrate_to_chat_id": new.id})
    chat.migrated_to, chat.slug = new.id, None
    standing = world.bot_member(new)
    if standing.present:
        told = _told(world, new, world.bot, actor, Member("left"), standing)
        world.updates.add("my_chat_member", told, new.id)
    _service(world, new, actor, {"migrate_from_chat_id": chat.id})
    world.announce_chat(chat)
    world.announce_chat(new)
    return new


def _told(world: World, chat: Chat, user: User, actor: User, old: Member, new: Member) -> dict[str, Any]:
    """A ChatMemberUpdated."""
    return {
        "chat": chat.json(),
        "from": actor.json(),
        "date": world.clock.now(),
        "old_chat_member": old.json(user),
        "new_chat_member": new.json(user),
    }


def _service(world: World, chat: Chat, actor: User, content: dict[str, Any]) -> None:
    world.post(chat, actor, content)
