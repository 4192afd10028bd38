"""Figures, counted slowly and plainly: what SQL has to agree with."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from core.figures.hot_words import HotWord, hot_words
from core.figures.model import ANONYMOUS, MEASURED, ROUNDS, STOPS, Counts, Kept, Measure, Received, Said
from core.figures.outcomes import Fate, Mediated, Outcomes, Proposal, Rated, Several
from core.figures.report import Report
from core.figures.usecases import FiguresUseCases, Form, MakeReport, figures_use_cases
from core.people.model import Level
from core.petitions.model import Event, HistoryRow, Kind, Petition, Stage
from core.petitions.stages import MEDIATION_ENDS
from core.shared.blobs import BlobStore
from core.shared.clock import Clock
from core.shared.ids import PetitionId, UnitId
from core.shared.language import Language
from core.uow import UnitOfWorkFactory
from tests.fakes.database import FakeDatabase, Tables
from tests.fakes.volunteers import helpers_of

DAY = 86_400


class FakeFiguresReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def count(self, units: Collection[UnitId], first: datetime, end: datetime, now: datetime) -> Counts:
        tables = self._database.committed
        return slow_count([*tables.petitions.values()], tables.history, units, first, end, now)

    async def outcomes(
        self, units: Collection[UnitId], first: datetime, end: datetime, rated: tuple[date, date]
    ) -> Outcomes:
        return slow_outcomes(self._database.committed, units, first, end, rated)

    async def helpers(self, units: Collection[UnitId]) -> Mapping[str, tuple[int, int]]:
        tables = self._database.committed
        return helpers_of(tables, {each.id for each in tables.residents.values() if each.unit_id in units})

    async def said(self, units: Collection[UnitId], first: datetime, end: datetime) -> Said:
        tables = self._database.committed
        here = [p for p in tables.petitions.values() if p.unit_id in units and first <= p.submitted_at < end]
        here.sort(key=lambda p: p.submitted_at, reverse=True)
        names = {entry.name for entry in tables.roster.values() if entry.unit_id in units}
        names |= {each.name for each in tables.desk_people.values() if each.unit_id in units}
        return Said([p.text for p in here if p.kind != "mediation"], frozenset(names))


def slow_count(  # noqa: C901 - plain on purpose: it is what the statements are held against
    cases: Sequence[Petition],
    history: Sequence[HistoryRow],
    units: Collection[UnitId],
    first: datetime,
    end: datetime,
    now: datetime,
) -> Counts:
    received: Counter[tuple[str, str, UnitId, bool]] = Counter()
    handled: dict[tuple[Measure, UnitId], set[PetitionId]] = {}
    staff: dict[tuple[str, UnitId], set[PetitionId]] = {}
    names: dict[str, str] = {}
    days: Counter[int] = Counter()
    pledge, law = [0, 0], [0, 0]
    for case in cases:
        rows = [row for row in history if row.petition_id == case.id]
        real = real_answers(rows)
        for at, row in enumerate(rows):
            inside = first <= row.at < end
            acting = next((r.unit_id for r in reversed(rows[:at]) if r.unit_id is not None), case.unit_id)
            if row.event is Event.SUBMIT and inside and (row.unit_id or case.unit_id) in units:
                anonymous = row.actor_kind == ANONYMOUS
                received[case.kind.value, case.category, row.unit_id or case.unit_id, anonymous] += 1
            if row.event in MEASURED and inside and acting in units and (row.event is not Event.ANSWER or at in real):
                handled.setdefault((MEASURED[row.event], acting), set()).add(case.id)
                if row.event is Event.ANSWER and row.actor_kind == "staff":
                    staff.setdefault((row.actor_id, acting), set()).add(case.id)
                    names[row.actor_id] = max(names.get(row.actor_id, ""), row.actor_name)
            if at in real[:1] and inside and acting in units:
                submits = [r for r in rows if r.event is Event.SUBMIT and r.actor_kind != ANONYMOUS]
                for each in submits:
                    days[int((row.at - each.at).total_seconds() // DAY)] += 1
        if case.unit_id not in units:
            continue
        begun = max((at for at, row in enumerate(rows) if row.event in ROUNDS), default=len(rows))
        stop = max((row.at for row in rows if row.event in STOPS), default=None)
        mine = min((rows[at].at for at in real if at > begun), default=None)
        ever = min((rows[at].at for at in real), default=None)
        for tally, due, answer, counts in (
            (pledge, case.promises.reply_by, mine, case.promises.pledges_reply),
            (law, case.promises.answer_by, ever, True),
        ):
            if counts and answer is not None and answer <= due and first <= answer < end:
                tally[0] += 1
            waiting = answer is None and (stop is None or stop > due)
            if counts and first <= due < end and due < now and ((answer is not None and answer > due) or waiting):
                tally[1] += 1
    whole = {
        measure: len(set[PetitionId]().union(*(ids for (m, _), ids in handled.items() if m is measure)))
        for measure in {measure for measure, _ in handled}
    }
    busy = sorted(staff.items(), key=lambda each: (-len(each[1]), each[0][0]))
    return Counts(
        received=[Received(*key, count) for key, count in sorted(received.items())],
        handled=whole,
        by_unit={key: len(ids) for key, ids in handled.items()},
        by_staff=[(names[who], unit, len(ids)) for (who, unit), ids in busy],
        pledge=Kept(*pledge),
        law=Kept(*law),
        days=dict(days),
    )


def slow_outcomes(
    tables: Tables, units: Collection[UnitId], first: datetime, end: datetime, rated: tuple[date, date]
) -> Outcomes:

    behind: dict[PetitionId, set[str]] = {}
    proposals = []
    for case in sorted(tables.petitions.values(), key=lambda each: each.number):
        rows = [row for row in tables.history if row.petition_id == case.id]
        came = next((row for row in rows if row.event is Event.SUBMIT), None)
        if came is None or (came.unit_id or case.unit_id) not in units:
            continue

        opened = tables.collectives.get(case.id)
        people = {each.person for each in tables.signatures.values() if each.petition_id == case.id}
        if opened and first <= opened.since < end and len(people) > 1:
            behind[case.id] = people
        if case.kind is Kind.PROPOSAL and first <= came.at < end:
            fate = Fate.ANSWERED if real_answers(rows) else Fate.OPEN if case.open else Fate.WITHDRAWN
            proposals.append(Proposal(case.number, case.promises.answer_by, fate))
    ended: Counter[tuple[UnitId, bool]] = Counter()
    levels = {unit.id: unit.level for unit in tables.units.values()}
    for row in tables.history:
        case = tables.petitions[row.petition_id]
        rows = [each for each in tables.history if each.petition_id == case.id]
        origin = next((each.unit_id for each in rows if each.event is Event.SUBMIT), None) or case.unit_id
        if row.event in MEDIATION_ENDS and first <= row.at < end and origin in units:
            where = {levels[origin], *(levels[each.unit_id] for each in rows if each.unit_id)}
            ended[origin, row.event is Event.GM_AGREE and Level.STREET not in where] += 1
    ratings: Counter[tuple[object, ...]] = Counter()
    names: dict[tuple[object, ...], str] = {}
    for each in tables.answer_ratings.values():
        if each.grade and each.rated_on and each.unit_id in units and rated[0] <= each.rated_on < rated[1]:
            proposal = tables.petitions[each.petition_id].kind is Kind.PROPOSAL
            alike = (each.rated_on.month, each.unit_id, each.staff_id, each.category, proposal, each.grade)
            ratings[alike] += 1
            names[alike] = max(names.get(alike, ""), each.staff_name)
    fields = ("month", "unit_id", "staff_id", "category", "proposal", "grade")
    return Outcomes(
        several=Several(len(behind), len(set[str]().union(*behind.values()))),
        proposals=proposals,
        mediated=[Mediated(*key, count) for key, count in sorted(ended.items())],
        rated=[
            Rated(**dict(zip(fields, alike, strict=True)), staff_name=names[alike], count=count)  # type: ignore[arg-type] # by name
            for alike, count in sorted(ratings.items())
        ],
    )


def real_answers(rows: Sequence[HistoryRow]) -> list[int]:
    """Return the places of answers that stand: replay, and forget the last one where it was taken back."""
    found: list[int] = []
    for at, row in enumerate(rows):
        if row.event is Event.ANSWER and row.from_stage is not Stage.ANSWERED and row.from_stage is not None:
            found.append(at)
        elif row.event is Event.TAKE_BACK and row.from_stage is Stage.ANSWERED is not row.to_stage and found:
            found.pop()
    return found


class FakeFigureFiles:
    async def make(self, report: Report, hot: list[HotWord], form: Form, language: Language) -> bytes:
        words = " ".join(each.word for each in hot)
        return f"{form} {report.unit.name} {report.span.key} {len(report.lines)} {language} {words}".encode()


class _Keywords:
    def words(self, text: str) -> Collection[str]:
        return set(text.split())

    def weight(self, word: str) -> float:
        return float(len(word))


async def find_words(said: Said) -> list[HotWord]:
    return hot_words(said, _Keywords())


def figures_of(database: FakeDatabase, uow: UnitOfWorkFactory, clock: Clock, blobs: BlobStore) -> FiguresUseCases:
    make = MakeReport(reader=FakeFiguresReader(database), clock=clock, find=find_words)
    return figures_use_cases(uow, make, FakeFigureFiles(), blobs)
