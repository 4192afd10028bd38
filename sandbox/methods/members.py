from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.access import find_chat
from sandbox.world import membership
from sandbox.world.chats import PERMISSIONS, Chat, Member

GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


@method("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    world = call.world
    chat = find_chat(world, call.params["chat_id"])
    full: dict[str, Any] = {
        **chat.json(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, chat.is_private),
    }
    if chat.user is not None:
        if chat.user.username:
            full["active_usernames"] = [chat.user.username]
        return full
    full["permissions"] = {name: name not in {"can_change_info", "can_pin_messages"} for name in PERMISSIONS}
    if chat.description:
        full["description"] = chat.description
    if chat.type == "supergroup":
        full |= {"has_visible_history": True, "join_to_send_messages": True}
    pinned = next((chat.living(number) for number in reversed(chat.pinned) if chat.living(number)), None)
    if pinned is not None:
        full["pinned_message"] = world.view(pinned)
    return full


@method("getChatMember")
def get_chat_member(call: Call) -> dict[str, Any]:
    world = call.world
    chat = find_chat(world, call.params["chat_id"])
    user = world.users.get(call.params["user_id"])
    if user is None:
        raise ApiError(400, "Bad Request: invalid user_id specified")
    if chat.is_private:
        if user.id not in {chat.id, world.bot.id}:
            raise ApiError(400, "Bad Request: member not found")
        return Member("member").json(user)
    return chat.member(user.id).json(user)


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    chat = find_chat(call.world, call.params["chat_id"])
    return 2 if chat.is_private else len(chat.people())


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[dict[str, Any]]:
    chat = _group(call, "there are no administrators in the private chat")
    admins = [(number, member) for number, member in chat.members.items() if member.is_admin]
    return [member.json(call.world.users[number]) for number, member in admins]


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = _group(call, "chat member status can't be changed in private chats")
    membership.change(call.world, chat, call.world.bot, call.world.bot, Member("left"))
    return True


def _group(call: Call, refusal: str) -> Chat:
    chat = find_chat(call.world, call.params["chat_id"])
    if chat.is_private:
        raise ApiError(400, f"Bad Request: {refusal}")
    return chat
