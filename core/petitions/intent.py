"""What a staff member's next words in a case are meant to be: asked for by a button, or begun with an album's part."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.shared.ids import ChatId, PetitionId, TelegramUserId
from core.shared.link_roles import LinkRole
from core.shared.outbox import OutboxItem

PENDING = timedelta(minutes=30)
"""So long a pressed button speaks for words that do not answer its prompt; answers to the prompt count for ever."""
DOUBLE_TAP = timedelta(seconds=10)
"""The same button, pressed again by the same person within this time, is one press."""
ALBUMS_KEPT = timedelta(days=1)
"""So long a part of an album may come late, after an outage say."""


def asked_of(prompt: OutboxItem) -> TelegramUserId:
    """Return whom a prompt asks."""
    return TelegramUserId(int(str(prompt.spec.args["user"]))) if prompt.spec else TelegramUserId(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One for each person, chat, case and album; the newest holds. `at` is aware."""

    chat_id: ChatId
    user_id: TelegramUserId
    petition_id: PetitionId
    role: LinkRole
    at: datetime
    album: str = ""
    """The album whose further parts are meant like its first; empty where a button asked for words."""
    subject: str = ""
    """What was chosen before words were asked for: a unit, say. What it means the use case knows."""

    def repeats(self, role: LinkRole, now: datetime, subject: str = "") -> bool:
        """Tell whether a press that asks for `role` is this press, made twice by a finger that shakes."""
        same = (self.role, self.subject, self.album) == (role, subject, "")
        return same and abs(now - self.at) < DOUBLE_TAP

    def covers(self, album: str, now: datetime) -> bool:
        """Tell whether words of `album` ("" if of none), written `now`, are what this intent speaks of."""
        if self.album:
            return self.album == album
        return abs(now - self.at) <= PENDING
