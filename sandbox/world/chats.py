from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.world.messages import Message
from sandbox.world.people import User

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
    "can_send_welcome_messages",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
MOST_DIGITS = 20
# What each kind of message needs and is called in refusals; the first that fits counts.
SENDING = {
    "animation": ("can_send_other_messages", "animations"),
    "photo": ("can_send_photos", "photos"),
    "document": ("can_send_documents", "documents"),
    "voice": ("can_send_voice_notes", "voice notes"),
    "video": ("can_send_videos", "videos"),
    "video_note": ("can_send_video_notes", "video notes"),
    "audio": ("can_send_audios", "music"),
    "sticker": ("can_send_other_messages", "stickers"),
    "venue": ("can_send_messages", "venues"),
    "location": ("can_send_messages", "locations"),
    "contact": ("can_send_messages", "contacts"),
    "poll": ("can_send_polls", "polls"),
    "dice": ("can_send_other_messages", "dice"),
    "game": ("can_send_other_messages", "games"),
}
TEXT = ("can_send_messages", "text messages")
PRESENT = ("creator", "administrator", "member", "restricted")


def number_of(ref: object) -> int | None:
    """The number meant by a chat's or a person's reference; what has more digits than any number is a name."""
    if isinstance(ref, int):
        return ref
    if isinstance(ref, str) and len(ref) <= MOST_DIGITS and ref.removeprefix("-").isdecimal():
        return int(ref)
    return None


def needed_for(content: Mapping[str, Any]) -> tuple[str, str]:
    """The permission a message needs, and what Telegram calls its kind."""
    return next((need for kind, need in SENDING.items() if kind in content), TEXT)


@dataclass(slots=True)
class Member:
    """One person's standing in one group; rights are an administrator's, or what is left to the restricted."""

    status: str
    rights: dict[str, bool] = field(default_factory=dict)
    is_anonymous: bool = False

    @property
    def present(self) -> bool:
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, False))

    def can(self, permission: str) -> bool:
        """What every member may and only a restriction takes away."""
        return self.rights.get(permission, False) if self.status == "restricted" else self.present

    def json(self, user: User) -> dict[str, Any]:
        head: dict[str, Any] = {"status": self.status, "user": user.json()}
        if self.status == "creator":
            return {**head, "is_anonymous": self.is_anonymous}
        if self.status == "administrator":
            rights = {right: right == "can_manage_chat" or self.rights.get(right, False) for right in ADMIN_RIGHTS}
            return {**head, "can_be_edited": False, "is_anonymous": self.is_anonymous, **rights}
        if self.status == "restricted":
            return {**head, "is_member": True, "until_date": 0, **{one: self.can(one) for one in PERMISSIONS}}
        if self.status == "kicked":
            return {**head, "until_date": 0}
        return head


@dataclass(slots=True)
class Topic:
    """A forum topic; its number is the id of the service message that opened it."""

    message_thread_id: int
    name: str
    icon_color: int = 0x6FB9F0
    icon_custom_emoji_id: str | None = None
    is_closed: bool = False
    is_name_implicit: bool = False

    def json(self) -> dict[str, Any]:
        known: dict[str, Any] = {
            "message_thread_id": self.message_thread_id,
            "name": self.name,
            "icon_color": self.icon_color,
        }
        if self.icon_custom_emoji_id:
            known["icon_custom_emoji_id"] = self.icon_custom_emoji_id
        return known


@dataclass(slots=True, kw_only=True)
class Chat:
    """A place of talk: a private chat has the person's own number, a group a negative one."""

    id: int
    type: str
    title: str | None = None
    slug: str | None = None
    is_forum: bool = False
    user: User | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    general_closed: bool = False
    general_hidden: bool = False
    general_name: str = "General"
    migrated_to: int | None = None
    description: str | None = None
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboards: dict[int, dict[str, Any]] = field(default_factory=dict)
    last_message_id: int = 1  # a supergroup's first number belongs to its own creation

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def json(self) -> dict[str, Any]:
        if self.user is not None:
            person = self.user.json()
            names: dict[str, Any] = {
                key: person[key] for key in ("first_name", "last_name", "username") if key in person
            }
            return {"id": self.id, **names, "type": "private"}
        known: dict[str, Any] = {"id": self.id, "title": self.title, "type": self.type}
        if self.is_forum:
            known["is_forum"] = True
        return known

    def member(self, user_id: int) -> Member:
        """The standing of anybody; who never came has simply left."""
        return self.members.get(user_id) or Member("left")

    def people(self) -> list[int]:
        """Who can read the chat."""
        if self.user is not None:
            return [self.user.id]
        return [user_id for user_id, member in self.members.items() if member.present]

    def living(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message
