from dataclasses import dataclass
from typing import Any

GROUP_ANONYMOUS_BOT = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


@dataclass(slots=True, kw_only=True)
class User:
    """A person (or the bot); what Telegram would tell the bot is `json`, the page also sees the rest."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    slug: str | None = None
    role: str | None = None
    bio: str | None = None
    is_bot: bool = False
    no_voices: bool = False
    """Refuses voice messages and round videos; only Premium can."""
    hides_forwards: bool = False
    """A forwarded message names them without leading to them."""

    def json(self) -> dict[str, Any]:
        known = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {key: value for key, value in known.items() if value is not None}

    def page_json(self) -> dict[str, Any]:
        extra = {"slug": self.slug, "phone": self.phone, "role": self.role, "bio": self.bio}
        return {**self.json(), **{key: value for key, value in extra.items() if value is not None}}

    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name
