"""What a person can do: the table of acts, and the one act in hand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox import entities
from sandbox.errors import ApiError
from sandbox.world.chats import Chat, needed_for
from sandbox.world.house import World
from sandbox.world.mentions import with_people
from sandbox.world.messages import Message
from sandbox.world.origins import origin_of
from sandbox.world.people import GROUP_ANONYMOUS_BOT, User

SHOWN_ELSEWHERE = (
    *("animation", "audio", "document", "live_photo", "photo", "sticker", "video", "video_note", "voice"),
    *("contact", "location", "venue"),
)
"""What Telegram tells of a message of another chat that is answered."""


class ActError(Exception):
    """An act that makes no sense (no such chat, not a member, nothing to press): the control API's 4xx."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True, slots=True)
class Act:
    """One person doing one thing; what they may do is checked as Telegram's own apps would."""

    world: World
    user: User
    said: dict[str, Any]

    def need(self, key: str) -> Any:
        if self.said.get(key) is None:
            raise ActError(f"`{key}` is missing")
        return self.said[key]

    def chat_at(self, key: str = "chat") -> Chat:
        """The chat meant; a person's own private chat with the bot when none is named."""
        ref = self.said.get(key)
        chat = self.world.chat(self.user.id if ref is None else ref)
        if chat is None or (chat.is_private and chat.id != self.user.id):
            raise ActError("no such chat", 404)
        return chat

    def chat(self) -> Chat:
        """A chat this person is in."""
        chat = self.chat_at()
        if not chat.is_private and not chat.member(self.user.id).present:
            raise ActError("not a member of this chat", 403)
        if chat.migrated_to is not None:
            raise ActError("this group became a supergroup", 409)
        return chat

    def person(self, key: str) -> User:
        ref = self.need(key)
        user = self.world.bot if ref == "bot" else self.world.user(ref)
        if user is None:
            raise ActError(f"no such user: {ref}", 404)
        return user

    def message(self, chat: Chat) -> Message:
        message = self.seen_message(chat)
        if message.deleted:
            raise ActError("no such message", 404)
        return message

    def seen_message(self, chat: Chat) -> Message:
        """Also one deleted meanwhile: an app that has not heard of it still shows its buttons."""
        message = chat.messages.get(int(self.need("message_id")))
        if message is None:
            raise ActError("no such message", 404)
        return message

    def not_blocked(self, chat: Chat) -> None:
        if chat.blocked:
            raise ActError("the bot is blocked; start it again first", 409)

    def post(self, chat: Chat, content: dict[str, Any]) -> Message:
        """Writes into the chat as this person: into a topic, as a reply, or in the chat's own name if asked."""
        self.not_blocked(chat)
        if chat.is_private:
            chat.started = True
        elif not chat.member(self.user.id).can(needed_for(content)[0]):
            raise ActError("not allowed to write here", 403)
        content = {**self._answered_elsewhere(), **content}
        reply_to, thread = self._where(chat)
        if reply_to is not None and self.said.get("quote"):
            content["quote"] = quote_from(chat.messages[reply_to], str(self.said["quote"]))
        as_chat = bool(self.said.get("as_chat"))
        if as_chat and not chat.member(self.user.id).is_admin:
            raise ActError("only administrators write in the chat's name", 403)
        return self.world.post(
            chat,
            self.user,
            content,
            thread=thread,
            reply_to=reply_to,
            sender_chat=chat.json() if as_chat else None,
            head=GROUP_ANONYMOUS_BOT if as_chat else None,
        )

    def _answered_elsewhere(self) -> dict[str, Any]:
        """What a message that answers one of another chat shows of that one."""
        said = self.said.get("answers")
        if said is None:
            return {}
        there = Act(self.world, self.user, said)
        message = there.message(there.chat())
        shown = {key: message.body[key] for key in SHOWN_ELSEWHERE if key in message.body}
        chat = self.world.chats[message.chat_id]
        where = {"chat": chat.json(), "message_id": message.message_id} if chat.type == "supergroup" else {}
        content: dict[str, Any] = {"external_reply": {"origin": origin_of(self.world, message), **where, **shown}}
        if said.get("quote"):
            content["quote"] = quote_from(message, str(said["quote"]))
        return content

    def _where(self, chat: Chat) -> tuple[int | None, int | None]:
        reply_to: int | None = self.said.get("reply_to")
        thread: int | None = self.said.get("thread")
        if reply_to is not None:
            answered = chat.living(reply_to)
            if answered is None:
                raise ActError("no such message to reply to", 404)
            if thread is None and chat.type == "supergroup":
                thread = answered.thread if chat.is_forum else answered.thread or answered.message_id
        if chat.is_forum:
            self._check_topic(chat, thread)
        return reply_to, None if thread == 1 and chat.is_forum else thread

    def _check_topic(self, chat: Chat, thread: int | None) -> None:
        if thread in {None, 1}:
            closed = chat.general_closed
        else:
            topic = chat.topics.get(thread or 0)
            if topic is None:
                raise ActError("no such topic", 404)
            closed = topic.is_closed
        if closed and not chat.member(self.user.id).may("can_manage_topics"):
            raise ActError("the topic is closed", 409)

    def parsed(self, key: str, entities_key: str) -> dict[str, Any]:
        """Text with its entities, found as Telegram's apps find them."""
        raw = str(self.need(key))
        try:
            text, found = entities.parse(raw, self.said.get("parse_mode"), self.said.get("entities"))
        except ApiError as refusal:
            raise ActError(refusal.description) from refusal
        if not text:
            raise ActError("nothing to say")
        content = {key: text, entities_key: found} if found else {key: text}
        return with_people(self.world, content, by_bot=False)

    def done(self, message: Message) -> dict[str, Any]:
        return {"message": self.world.page_view(message)}


def quote_from(answered: Message, quote: str) -> dict[str, Any]:
    """What somebody picked out of the message they answer."""
    whole = str(answered.body.get("text") or answered.body.get("caption") or "")
    if quote not in whole:
        raise ActError("that is not in the message")
    position = entities.utf16_len(whole[: whole.index(quote)])
    return {"text": quote, "position": position, "is_manual": True}


Doer = Callable[[Act], dict[str, Any]]
ACTS: dict[str, Doer] = {}


def act(*names: str) -> Callable[[Doer], Doer]:
    def enter(doer: Doer) -> Doer:
        for name in names:
            ACTS[name] = doer
        return doer

    return enter
