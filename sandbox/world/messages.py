from dataclasses import dataclass, field
from typing import Any

SERVICE_FIELDS = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "supergroup_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
    }
)
MEDIA_KINDS = ("photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker")
CAPTIONED = ("photo", "document", "voice", "video", "audio", "animation")


@dataclass(slots=True, kw_only=True)
class Message:
    """What stands in a chat: `body` is the Bot API object without the messages it points to.

    Pointers (`reply_to`, `pins`) are kept as numbers and looked up when the message is shown, so that a reply
    shows what the other message says now.
    """

    chat_id: int
    message_id: int
    sender_id: int
    body: dict[str, Any]
    reply_to: int | None = None
    pins: int | None = None
    thread: int | None = None
    markup: dict[str, Any] | None = None
    protected: bool = False
    deleted: bool = False
    reactions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def is_service(self) -> bool:
        return not SERVICE_FIELDS.isdisjoint(self.body) or self.pins is not None

    @property
    def media_kind(self) -> str | None:
        if "animation" in self.body:
            return "animation"
        return next((kind for kind in MEDIA_KINDS if kind in self.body), None)

    @property
    def date(self) -> int:
        return int(self.body["date"])

    def inline_keyboard(self) -> dict[str, Any] | None:
        found: dict[str, Any] | None = self.body.get("reply_markup")
        return found
