from collections.abc import Collection, Sequence

from core.reports.model import Opening, Report, ReportState
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import ReportId, UnitId
from tests.fakes.database import FakeWork, Tables, require, unique


class FakeReportRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, report: Report) -> None:
        def write(tables: Tables) -> None:
            require(report.seat is None or report.seat in tables.units)
            others = tables.reports.values()
            unique(report.number not in {each.number for each in others}, "report-exists")
            unique(report.mark not in {each.mark for each in others}, "report-exists")
            codes = {each.access_hash for each in others} - {None}
            unique(report.access_hash not in codes, "report-exists")
            tables.reports[report.id] = report

        self._work.later(write)

    async def get(self, report_id: ReportId) -> Report:
        if report_id not in self._work.now().reports:
            raise NotFoundError("report-unknown")
        return self._work.now().reports[report_id]

    async def lock(self, report_id: ReportId) -> Report:
        if self._work.reads_only:
            raise StorageError("storage-failed")
        return await self.get(report_id)

    async def save(self, report: Report) -> None:
        before = self._work.now().reports.get(report.id)
        if before is None or before.version != report.version - 1:
            raise ConflictError("report-changed")
        self._work.now().reports[report.id] = report

    async def by_mark(self, mark: str) -> Report | None:
        return next((each for each in self._all() if each.mark == mark), None)

    async def by_number(self, number: str) -> Report | None:
        return next((each for each in self._all() if each.number == number), None)

    async def by_access_hash(self, access_hash: str) -> Report | None:
        return next((each for each in self._all() if each.access_hash == access_hash), None)

    async def by_author(self, author_hash: str) -> Sequence[Report]:
        return [each for each in self._all() if each.author_hash == author_hash]

    async def seated(self, units: Collection[UnitId], states: Collection[ReportState]) -> Sequence[Report]:
        found = [each for each in self._all() if each.seat in units and each.state in states]
        return sorted(found, key=lambda each: (each.answer_by, each.number))

    async def in_states(self, states: Collection[ReportState]) -> Sequence[Report]:
        return [each for each in self._all() if each.state in states]

    async def append(self, report_id: ReportId, sealed: bytes, source: str) -> bool:
        entries = self._work.now().report_entries
        require(report_id in self._work.now().reports)
        if source in {said for said, _ in entries.values()}:
            return False
        entries[report_id, sum(of == report_id for of, _ in entries)] = (source, sealed)
        return True

    async def entries(self, report_id: ReportId) -> Sequence[bytes]:
        mine = sorted((key, kept) for key, kept in self._work.now().report_entries.items() if key[0] == report_id)
        return [sealed for _, (_, sealed) in mine]

    def opened(self, opening: Opening) -> None:
        self._work.later(lambda tables: tables.openings.append(opening))

    async def openings(self, report_id: ReportId) -> Sequence[Opening]:
        return [each for each in self._work.now().openings if each.report_id == report_id]

    def _all(self) -> list[Report]:
        return sorted(self._work.now().reports.values(), key=lambda each: each.number)
