from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    cast,
    exists,
    extract,
    func,
    or_,
    select,
    union,
)

from core.figures.model import ANONYMOUS, MEASURED, ROUNDS, STOPS, Counts, Kept, Measure, Received, Said
from core.figures.outcomes import Outcomes
from core.petitions.model import Event
from core.shared.ids import UnitId
from storage.engine import Database
from storage.queries.answered import acting, event_of, went_out
from storage.queries.outcomes import helpers_of, outcomes_of
from storage.tables import desk_people, petition_history, petitions, roster_entries

MOST_TEXTS = 2_000
"""Of a week, the newest."""
NO_WORDS_OF = ("mediation",)
DAY = 86_400


class SqlFiguresReader:
    """Everything is added up by the database; a count costs the same number of statements, whatever there is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self, units: Collection[UnitId], first: datetime, end: datetime, now: datetime) -> Counts:
        row, case_ = petition_history.c, petitions.c
        within = and_(row.at >= first, row.at < end)
        answers = _answers()
        deeds = _deeds(units, within)
        origin = func.coalesce(row.unit_id, case_.unit_id)
        anonymous = row.actor_kind == ANONYMOUS
        received = (
            select(case_.kind, case_.category, origin.label("unit_id"), anonymous.label("anonymous"), func.count())
            .join_from(petition_history, petitions, case_.id == row.petition_id)
            .where(row.event == Event.SUBMIT, within, origin.in_(units))
            .group_by(case_.kind, case_.category, origin, anonymous)
            .order_by(case_.kind, case_.category, origin, anonymous)
        )
        once = func.count(deeds.c.petition_id.distinct())
        by_staff = select(func.max(deeds.c.actor_name), deeds.c.unit_id, once)
        by_staff = by_staff.where(deeds.c.measure == Measure.ANSWERED, deeds.c.actor_kind == "staff")
        async with self._database.reading() as connection:
            got = [Received(*each) for each in await connection.execute(received)]
            handled = await connection.execute(select(deeds.c.measure, once).group_by(deeds.c.measure))
            by_unit = await connection.execute(
                select(deeds.c.measure, deeds.c.unit_id, once).group_by(deeds.c.measure, deeds.c.unit_id)
            )
            staff = await connection.execute(
                by_staff.group_by(deeds.c.actor_id, deeds.c.unit_id).order_by(once.desc(), deeds.c.actor_id)
            )
            kept = (await connection.execute(_promises(units, first, end, now))).one()
            days = await connection.execute(self._days(units, answers, first, end))
            return Counts(
                received=got,
                handled={Measure(measure): count for measure, count in handled},
                by_unit={(Measure(measure), unit): count for measure, unit, count in by_unit},
                by_staff=[(name, unit, count) for name, unit, count in staff],
                pledge=Kept(kept[0] or 0, kept[1] or 0),
                law=Kept(kept[2] or 0, kept[3] or 0),
                days={int(each): count for each, count in days},
            )

    async def outcomes(
        self, units: Collection[UnitId], first: datetime, end: datetime, rated: tuple[date, date]
    ) -> Outcomes:
        async with self._database.reading() as connection:
            return await outcomes_of(connection, units, first, end, rated)

    async def helpers(self, units: Collection[UnitId]) -> Mapping[str, tuple[int, int]]:
        async with self._database.reading() as connection:
            return await helpers_of(connection.execute, units)

    async def said(self, units: Collection[UnitId], first: datetime, end: datetime) -> Said:
        wanted = select(petitions.c.text).where(
            petitions.c.unit_id.in_(units),
            petitions.c.submitted_at >= first,
            petitions.c.submitted_at < end,
            petitions.c.kind.not_in(NO_WORDS_OF),
        )
        names = union(
            select(roster_entries.c.name).where(roster_entries.c.unit_id.in_(units)),
            select(desk_people.c.name).where(desk_people.c.unit_id.in_(units)),
        )
        async with self._database.reading() as connection:
            texts = await connection.execute(wanted.order_by(petitions.c.submitted_at.desc()).limit(MOST_TEXTS))
            return Said([*texts.scalars()], frozenset((await connection.execute(names)).scalars()))

    def _days(
        self, units: Collection[UnitId], answers: CTE, first: datetime, end: datetime
    ) -> Select[*tuple[Any, ...]]:
        earlier = answers.alias()
        since = select(petition_history.c.petition_id, petition_history.c.at)
        since = since.where(petition_history.c.event == Event.SUBMIT, petition_history.c.actor_kind != ANONYMOUS)
        submitted = since.subquery()
        days = (
            self._seconds(answers.c.at, submitted.c.at) // DAY
            if self._database.is_sqlite
            else func.floor(extract("epoch", answers.c.at - submitted.c.at) / DAY)
        )
        return (
            select(days, func.count())
            .join_from(answers, submitted, submitted.c.petition_id == answers.c.petition_id)
            .where(answers.c.at >= first, answers.c.at < end, answers.c.unit_id.in_(units))
            .where(~exists().where(earlier.c.petition_id == answers.c.petition_id, earlier.c.id < answers.c.id))
            .group_by(days)
        )

    def _seconds(self, later: ColumnElement[Any], earlier: ColumnElement[Any]) -> ColumnElement[int]:
        return cast(func.strftime("%s", later), Integer) - cast(func.strftime("%s", earlier), Integer)


def _answers() -> CTE:
    row = petition_history.c
    wanted = select(row.id, row.petition_id, row.at, acting(petition_history).label("unit_id"))
    wanted = wanted.join_from(petition_history, petitions, petitions.c.id == row.petition_id)
    return wanted.where(row.event == Event.ANSWER, went_out(petition_history)).cte("answers")


def _deeds(units: Collection[UnitId], within: ColumnElement[bool]) -> CTE:
    row, whose = petition_history.c, acting(petition_history)
    measure = case(*((row.event == event, measure.value) for event, measure in MEASURED.items()))
    wanted = select(
        measure.label("measure"), row.petition_id, row.actor_id, row.actor_kind, row.actor_name, whose.label("unit_id")
    ).join_from(petition_history, petitions, petitions.c.id == row.petition_id)
    counts = or_(row.event != Event.ANSWER, went_out(petition_history))
    return wanted.where(row.event.in_([*MEASURED]), within, counts, whose.in_(units)).cte("deeds")


def _promises(units: Collection[UnitId], first: datetime, end: datetime, now: datetime) -> Select[*tuple[Any, ...]]:
    """Look only at petitions that were answered, or had to be, in the span: each one's history is then read alone."""
    case_, answer, begun, stop = (
        petitions.c,
        petition_history.alias(),
        petition_history.alias(),
        petition_history.alias(),
    )
    began = select(func.max(begun.c.id)).where(begun.c.petition_id == case_.id, event_of(begun).in_(ROUNDS))
    ever = select(func.min(answer.c.at)).where(
        answer.c.petition_id == case_.id, event_of(answer) == Event.ANSWER, went_out(answer)
    )
    mine = ever.where(answer.c.id > began.correlate(petitions).scalar_subquery())
    stopped = select(func.max(stop.c.at)).where(stop.c.petition_id == case_.id, event_of(stop).in_(STOPS))
    answered = petition_history.alias()
    spoken = select(answered.c.petition_id).where(
        answered.c.event == Event.ANSWER, answered.c.at >= first, answered.c.at < end
    )

    def within(due: ColumnElement[datetime]) -> ColumnElement[bool]:
        return and_(due >= first, due < end)

    wanted = select(
        case_.reply_by,
        case_.answer_by,
        or_(case_.reply_days.is_(None), case_.reply_days > 0).label("pledged"),
        mine.correlate(petitions).scalar_subquery().label("mine"),
        ever.correlate(petitions).scalar_subquery().label("ever"),
        stopped.correlate(petitions).scalar_subquery().label("stopped"),
    ).where(case_.unit_id.in_(units), or_(within(case_.reply_by), within(case_.answer_by), case_.id.in_(spoken)))
    found = wanted.subquery().c

    def both(due: ColumnElement[datetime], at: ColumnElement[datetime], *more: ColumnElement[bool]) -> list[Any]:
        kept = and_(*more, at <= due, at >= first, at < end)
        unanswered = and_(at.is_(None), or_(found.stopped.is_(None), found.stopped > due))
        missed = and_(*more, within(due), due < now, or_(at > due, unanswered))
        return [func.sum(case((kept, 1), else_=0)), func.sum(case((missed, 1), else_=0))]

    return select(*both(found.reply_by, found.mine, found.pledged), *both(found.answer_by, found.ever))
