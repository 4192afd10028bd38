"""A community as a file describes it: units, which chat serves whom, and the roster."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.people.model import Level, Purpose, Role
from core.shared.errors import DomainError

EXAMPLE = Path(__file__).with_name("community.json")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class UnitRow(_Part):
    """Parents come before their children."""

    name: str = Field(min_length=1)
    level: Level
    parent: str = ""
    invite: str = Field(pattern=r"^[A-Za-z0-9_-]{3,40}$")
    office: str = ""
    phone: str = ""
    hours: str = ""


class ChatRow(_Part):
    """`slug` is the name under which the list of chats knows the group."""

    slug: str
    unit: str
    purposes: frozenset[Purpose] = Field(min_length=1)


class RosterRow(_Part):
    unit: str
    name: str = Field(min_length=1)
    phone: str = ""
    building: str = ""
    room: str = ""
    household: str = ""
    weight_class: str = ""
    roles: frozenset[Role] = frozenset()


class Community(_Part):
    units: tuple[UnitRow, ...]
    chats: tuple[ChatRow, ...] = ()
    roster: tuple[RosterRow, ...] = ()

    @property
    def residents(self) -> list[str]:
        """Return the names of those who are no staff."""
        return [row.name for row in self.roster if Role.STAFF not in row.roles]


class KnownChat(_Part):
    """A group as Telegram, or the sandbox, knows it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: int
    slug: str = ""
    title: str = ""
    is_forum: bool = False


def read_community(file: Path = EXAMPLE) -> Community:
    """Raises DomainError("seed-file") naming the file and the place of the first mistake."""
    try:
        return Community.model_validate_json(file.read_bytes())
    except ValidationError as error:
        place = error.errors(include_input=False, include_url=False, include_context=False)[0]["loc"]
        raise DomainError("seed-file", file=file.name, place=".".join(map(str, place)) or "-") from None
    except OSError:
        raise DomainError("seed-file", file=file.name, place="-") from None


def chats_of(world: Mapping[str, Any]) -> dict[str, KnownChat]:
    """Return the groups of a world listing (`{"chats": [{"id", "slug", "title", "is_forum"}]}`) by slug."""
    chats = [KnownChat.model_validate(chat) for chat in world.get("chats", ())]
    return {chat.slug: chat for chat in chats if chat.slug}


def read_chats(file: Path) -> dict[str, KnownChat]:
    """Raises DomainError("seed-file")."""
    try:
        return chats_of(json.loads(file.read_bytes()))
    except (OSError, ValueError, AttributeError):
        raise DomainError("seed-file", file=file.name, place="chats") from None
