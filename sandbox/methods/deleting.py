from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.access import find_chat
from sandbox.world.chats import Chat
from sandbox.world.house import World
from sandbox.world.messages import Message

TWO_DAYS = 48 * 3600


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    world = call.world
    chat = find_chat(world, call.params["chat_id"])
    message = chat.living(call.params["message_id"])
    if message is None:
        raise ApiError(400, "Bad Request: message to delete not found")
    if not _may_delete(world, chat, message):
        raise ApiError(400, "Bad Request: message can't be deleted")
    message.deleted = True
    world.announce_deleted(chat, [message.message_id])
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """What is already gone is passed over; what may not be deleted stops everything."""
    world = call.world
    numbers = call.params["message_ids"]
    chat = find_chat(world, call.params["chat_id"])
    found = [message for number in numbers if (message := chat.living(number)) is not None]
    if not all(_may_delete(world, chat, message) for message in found):
        raise ApiError(400, "Bad Request: message can't be deleted")
    for message in found:
        message.deleted = True
    world.announce_deleted(chat, [message.message_id for message in found])
    return True


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    member = world.bot_member(chat)
    if not chat.is_private and member.may("can_delete_messages"):
        return True
    fresh = world.clock.now() - message.date < TWO_DAYS
    if "supergroup_chat_created" in message.body or not fresh:
        return False
    return chat.is_private or message.sender_id == world.bot.id
