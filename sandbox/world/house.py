import itertools
from typing import Any

from sandbox.clock import Clock
from sandbox.events import EventLog
from sandbox.updates import UpdateQueue
from sandbox.world.chats import Chat, Member, number_of
from sandbox.world.files import FileStore
from sandbox.world.messages import Message
from sandbox.world.people import User
from sandbox.world.presses import PressBook
from sandbox.world.profile import BotProfile
from sandbox.world.visibility import bot_sees


class World:
    """Everything that exists: people, chats, messages, files, and what the bot and the page hear of it.

    Group messages are numbered per supergroup; private chats and basic groups share one count, as in Telegram.
    """

    def __init__(self, bot: User, token: str, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.bot = bot
        self.token = token
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.events = EventLog()
        self.updates = UpdateQueue(self.clock)
        self.presses = PressBook(self.clock)
        self.profile = BotProfile()
        self._albums = itertools.count(13_700_000_000_000_001)
        self._common_count = 0
        self._next_user = 5001
        self._next_chat = 9001

    # ------------------------------------------------------------ people and chats
    def add_user(self, user: User) -> User:
        self.users[user.id] = user
        self.chats[user.id] = Chat(id=user.id, type="private", user=user, slug=user.slug)
        return user

    def free_user_id(self) -> int:
        while self._next_user in self.users:
            self._next_user += 1
        return self._next_user

    def free_chat_id(self, chat_type: str) -> int:
        base = -1_000_000_000_000 if chat_type == "supergroup" else -1_000_000
        while base - self._next_chat in self.chats:
            self._next_chat += 1
        return base - self._next_chat

    def user(self, ref: int | str) -> User | None:
        if (number := number_of(ref)) is not None:
            return self.users.get(number)
        name = str(ref).removeprefix("@")
        return next((user for user in self.users.values() if name in {user.slug, user.username}), None)

    def chat(self, ref: int | str) -> Chat | None:
        """By number or slug. A person's slug is their private chat with the bot."""
        if (number := number_of(ref)) is not None:
            return self.chats.get(number)
        return next((chat for chat in self.chats.values() if chat.slug == ref), None)

    def bot_member(self, chat: Chat) -> Member:
        return chat.member(self.bot.id)

    def met(self, user_id: int) -> bool:
        """Whether the bot has had a chance to know of this person."""
        return any(
            user_id in chat.members and self.bot.id in chat.members
            for chat in self.chats.values()
            if not chat.is_private
        )

    # ------------------------------------------------------------ messages
    def new_message_id(self, chat: Chat) -> int:
        if chat.type == "supergroup":
            chat.last_message_id += 1
        else:
            self._common_count += 1
            chat.last_message_id = self._common_count
        return chat.last_message_id

    def new_album(self) -> str:
        return str(next(self._albums))

    def post(
        self,
        chat: Chat,
        sender: User,
        content: dict[str, Any],
        *,
        thread: int | None = None,
        reply_to: int | None = None,
        pins: int | None = None,
        markup: dict[str, Any] | None = None,
        sender_chat: dict[str, Any] | None = None,
        head: dict[str, Any] | None = None,
    ) -> Message:
        """Puts a message into the chat, tells the page and, when it may see it, the bot."""
        message_id = self.new_message_id(chat)
        body: dict[str, Any] = {"message_id": message_id, "from": head or sender.json()}
        if sender_chat is not None:
            body["sender_chat"] = sender_chat
        body |= {"chat": chat.json(), "date": self.clock.now()}
        if thread is not None and "forum_topic_created" not in content:
            body["message_thread_id"] = thread
            if chat.is_forum:
                body["is_topic_message"] = True
        elif "forum_topic_created" in content:
            thread = message_id
            body |= {"message_thread_id": message_id, "is_topic_message": True}
        if markup is not None and "inline_keyboard" in markup:
            body["reply_markup"] = markup
        message = Message(
            chat_id=chat.id,
            message_id=message_id,
            sender_id=sender.id,
            body={**body, **content},
            reply_to=reply_to,
            pins=pins,
            thread=thread,
            markup=markup,
        )
        chat.messages[message_id] = message
        self.announce(message)
        if sender.id != self.bot.id or message.is_service:
            self.tell_bot(message, "message")
        return message

    def announce(self, message: Message) -> None:
        chat = self.chats[message.chat_id]
        self.events.tell("message", {"chat_id": chat.id, "message": self.page_view(message)}, chat.people())

    def announce_deleted(self, chat: Chat, message_ids: list[int]) -> None:
        self.events.tell("deleted", {"chat_id": chat.id, "message_ids": message_ids}, chat.people())

    def announce_chat(self, chat: Chat, *, also: tuple[int, ...] = ()) -> None:
        self.events.tell("chat", {"chat_id": chat.id}, [*chat.people(), *also])

    def tell_bot(self, message: Message, kind: str) -> None:
        chat = self.chats[message.chat_id]
        if bot_sees(self.bot, chat, message):
            self.updates.add(kind, self.view(message), chat.id)

    def view(self, message: Message, *, nested: bool = False) -> dict[str, Any]:
        """The message as the bot is shown it; a reply shows the other message as it is now, one level deep."""
        chat = self.chats[message.chat_id]
        shown = dict(message.body)
        if not nested:
            answered = chat.living(message.reply_to) if message.reply_to is not None else None
            if answered is None and message.reply_to is None and chat.is_forum and message.thread is not None:
                answered = chat.living(message.thread)
            if answered is not None and answered is not message:
                shown["reply_to_message"] = self.view(answered, nested=True)
            if message.pins is not None:
                shown["pinned_message"] = self.view_or_trace(chat, message.pins, nested=True)
        return shown

    def view_or_trace(self, chat: Chat, message_id: int, *, nested: bool = False) -> dict[str, Any]:
        """A message that is gone is an InaccessibleMessage."""
        message = chat.living(message_id)
        if message is None:
            return {"chat": chat.json(), "message_id": message_id, "date": 0}
        return self.view(message, nested=nested)

    def page_view(self, message: Message) -> dict[str, Any]:
        """The message as the page shows it: also what is deleted, and the reactions."""
        shown = self.view(message)
        shown["edited"] = "edit_date" in message.body
        shown["deleted"] = message.deleted
        if message.reactions:
            shown["reactions"] = [
                {"user_id": user_id, "reaction": kinds} for user_id, kinds in message.reactions.items() if kinds
            ]
        return shown
