from collections.abc import Sequence
from dataclasses import replace

from core.privacy.model import LOOKED, AuditRow, Looked, LookFilter, Seal
from core.shared.ids import PetitionId
from tests.fakes.database import FakeWork


class FakeAuditTrail:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def hold(self) -> None:
        """The fake has one writer at a time."""

    async def rows(self, first: int, last: int | None, limit: int) -> Sequence[AuditRow]:
        rows = [
            AuditRow(id=n, at=row.at, action=row.action, actor=row.actor, subject=row.subject, detail=row.detail)
            for n, row in enumerate(self._work.now().audit, 1)
        ]
        return [row for row in rows if first <= row.id and (last is None or row.id <= last)][:limit]

    async def last_seal(self) -> Seal | None:
        seals = self._work.now().seals
        return seals[-1] if seals else None

    async def seals(self, after: int, limit: int) -> Sequence[Seal]:
        return [seal for seal in self._work.now().seals if seal.id > after][:limit]

    async def add_seal(self, seal: Seal) -> None:
        seals = self._work.now().seals
        seals.append(replace(seal, id=len(seals) + 1))

    async def looks(self, wanted: LookFilter, offset: int, limit: int) -> Sequence[Looked]:
        return self._found(wanted)[offset : offset + limit]

    async def count_looks(self, wanted: LookFilter) -> int:
        return len(self._found(wanted))

    def _found(self, wanted: LookFilter) -> list[Looked]:
        tables = self._work.now()
        return [
            Looked(
                at=row.at,
                number=tables.petitions[PetitionId(row.subject)].number,
                name=row.detail.partition(" ")[2],
                reason=row.detail.partition(" ")[0],
            )
            for row in reversed(tables.audit)
            if row.action == LOOKED
            and wanted.petition_id in {None, row.subject}
            and tables.petitions[PetitionId(row.subject)].unit_id in wanted.units
            and wanted.name in {"", row.detail.partition(" ")[2]}
            and (wanted.since is None or row.at >= wanted.since)
            and (wanted.until is None or row.at < wanted.until)
        ]
