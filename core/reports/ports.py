"""What reports need from outside. The repository writes in the open unit of work and never commits."""

from collections.abc import Collection, Sequence
from typing import Protocol

from core.reports.draft import ReportDraft
from core.reports.model import Opening, Report, ReportState
from core.shared.ids import ChatId, ReportId, TelegramUserId, UnitId


class ReportRepository(Protocol):
    def add(self, report: Report) -> None:
        """Insert; a draft confirmed twice, or a number or code given twice, raises ConflictError("report-exists")."""
        ...

    async def get(self, report_id: ReportId) -> Report:
        """Raises NotFoundError("report-unknown")."""
        ...

    async def lock(self, report_id: ReportId) -> Report:
        """Load for changing: no other unit of work changes it until this one ends. Raises as `get`."""
        ...

    async def save(self, report: Report) -> None:
        """Write back; raises ConflictError("report-changed") unless the stored version is one less."""
        ...

    async def by_mark(self, mark: str) -> Report | None: ...

    async def by_number(self, number: str) -> Report | None: ...

    async def by_access_hash(self, access_hash: str) -> Report | None: ...

    async def by_author(self, author_hash: str) -> Sequence[Report]:
        """Return somebody's reports, by number."""
        ...

    async def seated(self, units: Collection[UnitId], states: Collection[ReportState]) -> Sequence[Report]:
        """Return what lies with the committees of these units, what is due first first."""
        ...

    async def in_states(self, states: Collection[ReportState]) -> Sequence[Report]:
        """Return all in these states, by number."""
        ...

    async def append(self, report_id: ReportId, sealed: bytes, source: str) -> bool:
        """Add an entry behind the others; False if one with this source is there already."""
        ...

    async def entries(self, report_id: ReportId) -> Sequence[bytes]:
        """Return the entries in the order in which they came."""
        ...

    def opened(self, opening: Opening) -> None:
        """Note that somebody has read it; such a row is never changed or deleted."""
        ...

    async def openings(self, report_id: ReportId) -> Sequence[Opening]: ...


class Present(Protocol):
    async def __call__(self, chat_id: ChatId, user_id: TelegramUserId) -> bool:
        """Tell whether somebody is in a group now, as Telegram says at this moment. Network: in no unit of work."""
        ...


class ReportDraftStore(Protocol):
    """One report being written for each person, sealed."""

    async def get(self, telegram_id: TelegramUserId) -> ReportDraft | None: ...

    async def put(self, telegram_id: TelegramUserId, draft: ReportDraft) -> None: ...

    async def delete(self, telegram_id: TelegramUserId) -> None: ...
