"""Units in a tree, the chats that serve them, and the people around them (DOMAIN §1)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.shared.ids import ChatId, ResidentId, RosterId, TelegramUserId, UnitId
from core.shared.language import Language

POSTER = "u_"
"""Begins a unit's code in the link on its posters."""


class Level(StrEnum):
    """Petitions climb one level at a time; district and city are external and not on the bot."""

    GROUP = "group"
    COMMUNITY = "community"
    STREET = "street"


class Purpose(StrEnum):
    """What a staff chat is for; one chat may serve several."""

    DESK = "desk"
    SUPERVISION = "supervision"
    FINANCE = "finance"
    TEAM = "team"
    OPERATORS = "operators"


class Role(StrEnum):
    """Roster roles. They define electorates and audiences and are never shown to other residents."""

    GROUP_LEADER = "group_leader"
    RESIDENT_REPRESENTATIVE = "resident_representative"
    PARTY_MEMBER = "party_member"
    SUPERVISION = "supervision"
    FINANCE = "finance"
    DEPUTY = "deputy"
    CPPCC = "cppcc"
    UNIT_REPRESENTATIVE = "unit_representative"
    STAFF = "staff"
    PETITION_OFFICER = "petition_officer"
    LAWYER = "lawyer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A street, community or group. `office` and `phone` are what a person who will not use the bot is told."""

    id: UnitId
    parent_id: UnitId | None
    level: Level
    name: str
    invite: str
    """The code in a poster's deep link: `/start u_<invite>` makes the reader a resident of this unit."""
    office: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffChat:
    """A Telegram group in which staff of `unit_id` work. Its members act, nobody else."""

    chat_id: ChatId
    unit_id: UnitId
    purposes: frozenset[Purpose]
    title: str
    is_forum: bool
    language: Language = Language.ZH_CN
    out_since: datetime | None = None
    """Since when we are no administrator there, or not in it at all: other chats stand in."""
    teams: frozenset[str] = frozenset()
    """Which service teams of the unit's desk work here, on their own cases: values of `core.routing.model.Team`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BindCode:
    """Lets one group become a staff chat once. Only the hash rests in the database."""

    code_hash: str
    unit_id: UnitId
    purpose: Purpose
    expires_at: datetime
    used_by: ChatId | None = None
    team: str = ""
    """Which service team works there, where the purpose is a team's."""
    replaces: bool = False
    """The group takes the place of the one that serves the unit now; without it a second one is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """One adult of the imported roster; phone as ciphertext plus keyed hash, never in clear."""

    id: RosterId
    unit_id: UnitId
    name: str
    phone_cipher: bytes | None
    phone_hash: str | None
    building: str = ""
    room: str = ""
    household: str = ""
    weight_class: str = ""
    roles: frozenset[Role] = frozenset()
    resident_id: ResidentId | None = None
    """Whose account it is: one line has one account, and one account one line."""
    helper_id: ResidentId | None = None
    """Whose account speaks for them, bound on paper: somebody without an account of their own."""
    left_at: datetime | None = None
    """Since when they are in no roster file of their unit any more."""

    @property
    def here(self) -> bool:
        return self.left_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCode:
    """Shown by a resident at the counter: lets staff bind a line of the roster to the account, once."""

    code_hash: str
    resident_id: ResidentId
    expires_at: datetime
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What somebody who has not agreed has chosen so far. Until they agree nothing else is written down of them."""

    language: Language | None = None
    poster: UnitId | None = None
    """The unit whose poster they followed."""
    served: bool = False
    """They have agreed to an earlier text and have a unit: a poster asks them, and never just moves them."""
    wants: str = ""
    """The link they followed to something they can read once they agree."""


CONSENT_VERSION = "2026-11-29"
"""Changes whenever the privacy screen says something new; then everyone is asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A person in a private chat with the bot. Two consents are kept apart, as PI 29 and 39 ask."""

    id: ResidentId
    telegram_id: TelegramUserId
    name: str
    language: Language
    language_chosen: bool
    unit_id: UnitId
    consent_version: str | None = None
    consented_at: datetime | None = None
    abroad_consented_at: datetime | None = None
    unreachable_since: datetime | None = None

    @property
    def ever_agreed(self) -> bool:
        """Whether they have ever agreed; whoever has not is written down nowhere, save by earlier versions of us."""
        return self.consented_at is not None

    @property
    def consented(self) -> bool:
        return self.agreed and self.abroad_consented_at is not None

    @property
    def agreed(self) -> bool:
        """The first of the two consents, to the text as it is now."""
        return self.consent_version == CONSENT_VERSION and self.consented_at is not None

    def agrees(self, now: datetime) -> "Resident":
        """Agree to the present text; a transfer agreed to with an earlier one has to be agreed to again."""
        transfer = self.abroad_consented_at if self.consent_version == CONSENT_VERSION else None
        return replace(self, consented_at=now, consent_version=CONSENT_VERSION, abroad_consented_at=transfer)

    def agrees_to_transfer(self, now: datetime) -> "Resident":
        return replace(self, abroad_consented_at=now)

    def speaks(self, language: Language, *, chosen: bool) -> "Resident":
        return replace(self, language=language, language_chosen=chosen)
