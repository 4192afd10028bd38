from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, func, insert, select, update

from core.reports.model import Opening, Report, ReportState
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import ReportId, UnitId
from storage.tables import report_entries, report_openings, reports
from storage.work import Values, Work


def _report(row: RowMapping) -> Report:
    return Report(**{**row, "state": ReportState(row["state"])})


def _values(report: Report) -> Values:
    return {column.name: getattr(report, column.name) for column in reports.c}


class SqlReportRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, report: Report) -> None:
        self._work.later(insert(reports).values(_values(report)))

    async def get(self, report_id: ReportId) -> Report:
        return await self._known(report_id)

    async def lock(self, report_id: ReportId) -> Report:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer."""
        if self._work.reads_only:
            raise StorageError("storage-failed")  # PostgreSQL would say so; SQLite would let it pass
        return await self._known(report_id, locked=True)

    async def _known(self, report_id: ReportId, *, locked: bool = False) -> Report:
        wanted = select(reports).where(reports.c.id == report_id)
        row = (await self._work.run(wanted.with_for_update() if locked else wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("report-unknown")
        return _report(row)

    async def save(self, report: Report) -> None:
        unchanged = (reports.c.id == report.id) & (reports.c.version == report.version - 1)
        done = await self._work.run(update(reports).where(unchanged).values(_values(report)))
        if done.rowcount != 1:
            raise ConflictError("report-changed")

    async def by_mark(self, mark: str) -> Report | None:
        return await self._one(reports.c.mark == mark)

    async def by_number(self, number: str) -> Report | None:
        return await self._one(reports.c.number == number)

    async def by_access_hash(self, access_hash: str) -> Report | None:
        return await self._one(reports.c.access_hash == access_hash)

    async def by_author(self, author_hash: str) -> Sequence[Report]:
        return await self._all(reports.c.author_hash == author_hash)

    async def seated(self, units: Collection[UnitId], states: Collection[ReportState]) -> Sequence[Report]:
        wanted = reports.c.seat.in_(units) & reports.c.state.in_(states)
        return await self._all(wanted, reports.c.answer_by, reports.c.number)

    async def in_states(self, states: Collection[ReportState]) -> Sequence[Report]:
        return await self._all(reports.c.state.in_(states))

    async def append(self, report_id: ReportId, sealed: bytes, source: str) -> bool:
        of_it = report_entries.c.report_id == report_id
        n = select(func.count()).select_from(report_entries).where(of_it).scalar_subquery()
        row: Values = {"report_id": report_id, "n": n, "source": source, "sealed": sealed}
        added = self._work.insert(report_entries).values(row).on_conflict_do_nothing(index_elements=["source"])
        return (await self._work.run(added.returning(report_entries.c.n))).first() is not None

    async def entries(self, report_id: ReportId) -> Sequence[bytes]:
        wanted = select(report_entries.c.sealed).where(report_entries.c.report_id == report_id)
        return (await self._work.run(wanted.order_by(report_entries.c.n))).scalars().all()

    def opened(self, opening: Opening) -> None:
        self._work.later(insert(report_openings).values(asdict(opening)))

    async def openings(self, report_id: ReportId) -> Sequence[Opening]:
        wanted = select(report_openings).where(report_openings.c.report_id == report_id)
        rows = (await self._work.run(wanted.order_by(report_openings.c.id))).mappings()
        return [Opening(**{name: value for name, value in row.items() if name != "id"}) for row in rows]

    async def _one(self, condition: ColumnElement[bool]) -> Report | None:
        row = (await self._work.run(select(reports).where(condition))).mappings().one_or_none()
        return None if row is None else _report(row)

    async def _all(self, condition: ColumnElement[bool], *order: ColumnElement[Any]) -> Sequence[Report]:
        wanted = select(reports).where(condition).order_by(*(order or (reports.c.number,)))
        return [_report(row) for row in (await self._work.run(wanted)).mappings()]
