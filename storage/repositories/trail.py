from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, insert, select, text

from core.privacy.model import LOOKED, AuditRow, Looked, LookFilter, Reason, Seal
from storage.tables import audit, audit_seals, petitions
from storage.work import Work

_OF = petitions.c.id == audit.c.subject


class SqlAuditTrail:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def hold(self) -> None:
        """On SQLite the writing transaction itself is the lock."""
        if self._work.is_postgresql:
            await self._work.run(text("LOCK TABLE audit IN SHARE MODE"))

    async def rows(self, first: int, last: int | None, limit: int) -> Sequence[AuditRow]:
        wanted = select(audit).where(audit.c.id >= first)
        if last is not None:
            wanted = wanted.where(audit.c.id <= last)
        found = await self._work.run(wanted.order_by(audit.c.id).limit(limit))
        return [AuditRow(**row) for row in found.mappings()]

    async def last_seal(self) -> Seal | None:
        row = (await self._work.run(select(audit_seals).order_by(audit_seals.c.id.desc()).limit(1))).mappings().first()
        return None if row is None else Seal(**row)

    async def seals(self, after: int, limit: int) -> Sequence[Seal]:
        wanted = select(audit_seals).where(audit_seals.c.id > after).order_by(audit_seals.c.id).limit(limit)
        return [Seal(**row) for row in (await self._work.run(wanted)).mappings()]

    async def add_seal(self, seal: Seal) -> None:
        values = {name: getattr(seal, name) for name in ("at", "first", "last", "rows", "seal")}
        await self._work.run(insert(audit_seals).values(values))

    async def looks(self, wanted: LookFilter, offset: int, limit: int) -> Sequence[Looked]:
        rows = select(audit.c.at, audit.c.detail, petitions.c.number).join(petitions, _OF).where(_looks(wanted))
        found = await self._work.run(rows.order_by(audit.c.id.desc()).offset(offset).limit(limit))
        return [Looked(at=row.at, number=row.number, **said(row.detail)) for row in found]

    async def count_looks(self, wanted: LookFilter) -> int:
        counted = select(func.count()).select_from(audit).join(petitions, _OF).where(_looks(wanted))
        return int((await self._work.run(counted)).scalar_one())


def said(detail: str) -> dict[str, str]:
    """Read what a look's row says: the reason, then the name of whoever looked."""
    reason, _, name = detail.partition(" ")
    return {"reason": reason, "name": name}


def _looks(wanted: LookFilter) -> ColumnElement[bool]:
    conditions = [audit.c.action == LOOKED, petitions.c.unit_id.in_(wanted.units)]
    if wanted.petition_id is not None:
        conditions.append(audit.c.subject == wanted.petition_id)
    if wanted.name:
        conditions.append(audit.c.detail.in_([f"{reason} {wanted.name}" for reason in Reason]))
    if wanted.since is not None:
        conditions.append(audit.c.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(audit.c.at < wanted.until)
    return and_(*conditions)
