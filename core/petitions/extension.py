"""Putting an answer off (XF 34): proposed with a reason, agreed to by a second person, once a case."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.shared.errors import ConflictError, DomainError
from core.shared.ids import ExtensionId, PetitionId, TelegramUserId

CHOICES = (10, 20, 30)
"""Calendar days the second person may agree to; the law's limit is the last (`clocks.EXTENSION_DAYS`)."""


class ExtensionState(StrEnum):
    """Stored by value: never rename."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    OVERTAKEN = "overtaken"
    """The case was answered or ended before anybody decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    id: ExtensionId
    petition_id: PetitionId
    reason: str
    proposed_by: TelegramUserId
    proposed_name: str
    proposed_at: datetime
    state: ExtensionState = ExtensionState.PROPOSED
    days: int = 0
    decided_by: TelegramUserId | None = None
    decided_name: str = ""
    decided_at: datetime | None = None

    def decided(self, state: ExtensionState, by: TelegramUserId, name: str, at: datetime, days: int = 0) -> "Extension":
        """Return it as decided by a second person.

        Raises DomainError("extension-own"), ConflictError("extension-decided", name=…).
        """
        if self.state is not ExtensionState.PROPOSED:
            raise ConflictError("extension-decided", name=self.decided_name)
        if by == self.proposed_by:
            raise DomainError("extension-own")
        return replace(self, state=state, days=days, decided_by=by, decided_name=name, decided_at=at)

    def overtaken(self, at: datetime) -> "Extension":
        return replace(self, state=ExtensionState.OVERTAKEN, decided_at=at)


class ExtensionRepository(Protocol):
    """Writes in the open unit of work; commit required."""

    def add(self, extension: Extension) -> None:
        """Insert; a second one that counts raises ConflictError("extension-exists") at the latest at commit."""
        ...

    async def get(self, extension_id: ExtensionId) -> Extension:
        """Return it; raises NotFoundError("extension-unknown")."""
        ...

    async def of(self, petition_id: PetitionId) -> Extension | None:
        """Return the one that is on its way or was agreed to."""
        ...

    async def save(self, extension: Extension) -> None:
        """Replace by id; the case is locked meanwhile."""
        ...
