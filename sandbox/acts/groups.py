from typing import Any

from sandbox.acts.base import Act, ActError, act
from sandbox.world import forum, membership
from sandbox.world.chats import ADMIN_RIGHTS, PERMISSIONS, Chat, Member, Topic
from sandbox.world.loading import USUAL_RIGHTS
from sandbox.world.people import User


@act("join")
def join(doing: Act) -> dict[str, Any]:
    chat = _group(doing)
    if chat.member(doing.user.id).present:
        raise ActError("already a member", 409)
    if chat.member(doing.user.id).status == "kicked":
        raise ActError("banned from this chat", 403)
    membership.change(doing.world, chat, doing.user, doing.user, Member("member"))
    return {"result": True}


@act("leave")
def leave(doing: Act) -> dict[str, Any]:
    chat = _own_group(doing)
    membership.change(doing.world, chat, doing.user, doing.user, Member("left"))
    return {"result": True}


@act("block", "unblock")
def block(doing: Act) -> dict[str, Any]:
    chat = doing.world.chats[doing.user.id]
    membership.block(doing.world, chat, blocked=doing.said["do"] == "block")
    return {"result": True}


@act("deactivate")
def deactivate(doing: Act) -> dict[str, Any]:
    """The person deletes their account; the bot learns of it when it next writes."""
    doing.world.chats[doing.user.id].deactivated = True
    return {"result": True}


@act("promote")
def promote(doing: Act) -> dict[str, Any]:
    """Makes an administrator with exactly these rights (without `rights`: the usual ones)."""
    chat = _own_group(doing, right="can_promote_members")
    target = doing.person("target")
    standing = chat.member(target.id)
    if not standing.present or standing.status == "creator":
        raise ActError("only members can be made administrators", 409)
    asked = doing.said.get("rights")
    rights = dict(USUAL_RIGHTS) if asked is None else {name: bool(asked.get(name)) for name in ADMIN_RIGHTS}
    if asked is not None and (unknown := set(asked) - set(ADMIN_RIGHTS)):
        raise ActError(f"no such rights: {sorted(unknown)}")
    membership.change(doing.world, chat, target, doing.user, Member("administrator", rights))
    return {"result": True}


@act("demote")
def demote(doing: Act) -> dict[str, Any]:
    chat = _own_group(doing, right="can_promote_members")
    target = doing.person("target")
    if chat.member(target.id).status not in {"administrator", "restricted"}:
        raise ActError("neither administrator nor restricted", 409)
    membership.change(doing.world, chat, target, doing.user, Member("member"))
    return {"result": True}


@act("restrict")
def restrict(doing: Act) -> dict[str, Any]:
    """The target may read, and of the rest do only what `permissions` leaves."""
    chat = _own_group(doing, right="can_restrict_members")
    target = doing.person("target")
    if chat.member(target.id).status not in {"administrator", "member", "restricted"}:
        raise ActError("not a member", 409)
    left = doing.said.get("permissions") or {}
    if unknown := set(left) - set(PERMISSIONS):
        raise ActError(f"no such permissions: {sorted(unknown)}")
    rights = {name: bool(allowed) for name, allowed in left.items()}
    membership.change(doing.world, chat, target, doing.user, Member("restricted", rights))
    return {"result": True}


@act("kick")
def kick(doing: Act) -> dict[str, Any]:
    chat = _own_group(doing, right="can_restrict_members")
    target = doing.person("target")
    if not chat.member(target.id).present:
        raise ActError("not a member", 409)
    membership.change(doing.world, chat, target, doing.user, Member("kicked"))
    return {"result": True}


@act("add")
def add(doing: Act) -> dict[str, Any]:
    """Brings another person into the group."""
    chat = _own_group(doing)
    target = doing.person("target")
    if chat.member(target.id).present:
        raise ActError("already a member", 409)
    _may_bring(doing, chat, target)
    membership.change(doing.world, chat, target, doing.user, Member("member"))
    return {"result": True}


@act("add_bot")
def add_bot(doing: Act) -> dict[str, Any]:
    chat = _own_group(doing)
    if doing.world.bot_member(chat).present:
        raise ActError("the bot is a member already", 409)
    _may_bring(doing, chat, doing.world.bot)
    membership.change(doing.world, chat, doing.world.bot, doing.user, Member("member"))
    return {"result": True}


@act("topic_create")
def topic_create(doing: Act) -> dict[str, Any]:
    chat = _forum(doing)
    return {"result": forum.create(doing.world, chat, doing.user, str(doing.need("name"))).json()}


@act("topic_edit")
def topic_edit(doing: Act) -> dict[str, Any]:
    chat = _forum(doing)
    forum.edit(doing.world, chat, doing.user, _topic(doing, chat), str(doing.need("name")), None)
    return {"result": True}


@act("topic_close", "topic_reopen")
def topic_close(doing: Act) -> dict[str, Any]:
    chat = _forum(doing, manage=True)
    closed = doing.said["do"] == "topic_close"
    if doing.said.get("thread") in {None, 1}:
        forum.set_general_closed(doing.world, chat, doing.user, closed=closed)
        return {"result": True}
    topic = _topic(doing, chat)
    if topic.is_closed == closed:
        raise ActError("nothing to change", 409)
    forum.set_closed(doing.world, chat, doing.user, topic, closed=closed)
    return {"result": True}


@act("topic_delete")
def topic_delete(doing: Act) -> dict[str, Any]:
    chat = _forum(doing, manage=True)
    forum.delete(doing.world, chat, _topic(doing, chat))
    return {"result": True}


@act("set_forum")
def set_forum(doing: Act) -> dict[str, Any]:
    chat = _own_group(doing, right="can_change_info")
    if chat.type != "supergroup":
        raise ActError("only supergroups have topics", 409)
    chat.is_forum = bool(doing.said.get("is_forum", True))
    doing.world.announce_chat(chat)
    return {"result": True}


@act("set_title")
def set_title(doing: Act) -> dict[str, Any]:
    chat = _own_group(doing, right="can_change_info")
    chat.title = str(doing.need("title"))
    doing.world.post(chat, doing.user, {"new_chat_title": chat.title})
    doing.world.announce_chat(chat)
    return {"result": True}


@act("migrate")
def migrate(doing: Act) -> dict[str, Any]:
    chat = _own_group(doing)
    if chat.type != "group":
        raise ActError("this is a supergroup already", 409)
    return {"result": {"chat_id": membership.migrate(doing.world, chat, doing.user).id}}


def _may_bring(doing: Act, chat: Chat, target: User) -> None:
    """Who was banned comes back only by the hand of one who may ban."""
    if chat.member(target.id).status == "kicked" and not chat.member(doing.user.id).may("can_restrict_members"):
        raise ActError("banned from this chat", 403)


def _group(doing: Act) -> Chat:
    chat = doing.chat_at()
    if chat.is_private:
        raise ActError("this is a private chat")
    return chat


def _own_group(doing: Act, *, right: str | None = None) -> Chat:
    chat = doing.chat()
    if chat.is_private:
        raise ActError("this is a private chat")
    if right is not None and not chat.member(doing.user.id).may(right):
        raise ActError(f"{right} is needed for this", 403)
    return chat


def _forum(doing: Act, *, manage: bool = False) -> Chat:
    chat = _own_group(doing, right="can_manage_topics" if manage else None)
    if not chat.is_forum:
        raise ActError("this chat has no topics", 409)
    return chat


def _topic(doing: Act, chat: Chat) -> Topic:
    topic = chat.topics.get(int(doing.need("thread")))
    if topic is None:
        raise ActError("no such topic", 404)
    return topic
