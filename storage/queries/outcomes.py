from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, distinct, exists, extract, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.answers.ratings import Grade
from core.figures.outcomes import Fate, Mediated, Outcomes, Proposal, Rated, Several
from core.people.model import Level, Role
from core.petitions.model import Event, Kind
from core.petitions.stages import MEDIATION_ENDS, OPEN_STAGES
from core.shared.ids import UnitId
from storage.queries.answered import event_of, went_out
from storage.rows import Run
from storage.tables import (
    answer_ratings,
    collectives,
    petition_history,
    petitions,
    residents,
    roster_entries,
    roster_roles,
    signatures,
    volunteers,
)
from storage.tables import units as all_units

AT_LEAST = 2
"""People behind a petition of several."""


async def outcomes_of(
    connection: AsyncConnection, units: Collection[UnitId], first: datetime, end: datetime, rated: tuple[date, date]
) -> Outcomes:
    """Read what came of petitions, in one snapshot; a statement for each of the four."""
    together = (await connection.execute(_several(units, first, end))).one()
    proposals = await connection.execute(_proposals(units, first, end))
    ratings = (await connection.execute(_rated(units, *rated))).mappings()
    mediated = await connection.execute(_mediated(units, first, end))
    return Outcomes(
        several=Several(together[0], together[1]),
        proposals=[Proposal(number, answer_by, Fate(fate)) for number, answer_by, fate in proposals],
        rated=[_one(row) for row in ratings],
        mediated=[Mediated(unit_id, bool(inside), count) for unit_id, inside, count in mediated],
    )


def _one(row: RowMapping) -> Rated:
    return Rated(**{**row, "grade": Grade(row["grade"]), "month": int(row["month"]), "proposal": bool(row["proposal"])})


def _came_first(units: Collection[UnitId]) -> ColumnElement[bool]:
    """Tell of a row of submission whether it was to one of the units."""
    return func.coalesce(petition_history.c.unit_id, petitions.c.unit_id).in_(units)


def _several(units: Collection[UnitId], first: datetime, end: datetime) -> Select[*tuple[Any, ...]]:
    person, ids = signatures.c.person, signatures.c.petition_id
    wanted = select(ids.label("id")).join(collectives, collectives.c.petition_id == ids)
    wanted = wanted.join(petitions, petitions.c.id == ids)
    wanted = wanted.join(petition_history, petition_history.c.petition_id == ids)
    wanted = wanted.where(collectives.c.since >= first, collectives.c.since < end)
    wanted = wanted.where(event_of(petition_history) == Event.SUBMIT, _came_first(units))
    behind = wanted.group_by(ids).having(func.count(distinct(person)) >= AT_LEAST).subquery()
    return select(func.count(distinct(ids)), func.count(distinct(person))).join(behind, behind.c.id == ids)


def _proposals(units: Collection[UnitId], first: datetime, end: datetime) -> Select[*tuple[Any, ...]]:
    row, answer = petition_history.c, petition_history.alias()
    theirs = answer.c.petition_id == petitions.c.id
    answered = exists().where(theirs, event_of(answer) == Event.ANSWER, went_out(answer))
    waits = petitions.c.stage.in_(OPEN_STAGES)
    fate = case((answered, Fate.ANSWERED.value), (waits, Fate.OPEN.value), else_=Fate.WITHDRAWN.value)
    wanted = select(petitions.c.number, petitions.c.answer_by, fate)
    wanted = wanted.join_from(petition_history, petitions, petitions.c.id == row.petition_id)
    within = and_(row.event == Event.SUBMIT, row.at >= first, row.at < end)
    return wanted.where(within, petitions.c.kind == Kind.PROPOSAL, _came_first(units)).order_by(petitions.c.number)


def _mediated(units: Collection[UnitId], first: datetime, end: datetime) -> Select[*tuple[Any, ...]]:
    """Count where each came first; whatever unit above the community had it, it is not kept inside."""
    row, came, moved, above = petition_history.c, petition_history.alias(), petition_history.alias(), all_units.alias()
    origin = func.coalesce(came.c.unit_id, petitions.c.unit_id)
    climbed = exists().where(
        moved.c.petition_id == row.petition_id, above.c.id == moved.c.unit_id, above.c.level == Level.STREET
    )
    inside = case((and_(row.event == Event.GM_AGREE, all_units.c.level != Level.STREET, ~climbed), 1), else_=0)
    alike = (origin.label("unit_id"), inside.label("inside"))
    wanted = select(*alike, func.count())
    wanted = wanted.join_from(petition_history, petitions, petitions.c.id == row.petition_id)
    wanted = wanted.join(came, and_(came.c.petition_id == row.petition_id, event_of(came) == Event.SUBMIT))
    wanted = wanted.join(all_units, all_units.c.id == origin)
    within = and_(row.event.in_(MEDIATION_ENDS), row.at >= first, row.at < end)
    return wanted.where(within, origin.in_(units)).group_by(*alike).order_by(*alike)


def _rated(units: Collection[UnitId], since: date, until: date) -> Select[*tuple[Any, ...]]:
    row = answer_ratings.c
    alike = (
        extract("month", row.rated_on).label("month"),
        row.unit_id,
        row.staff_id,
        row.category,
        (petitions.c.kind == Kind.PROPOSAL).label("proposal"),
        row.grade,
    )
    wanted = select(*alike, func.max(row.staff_name).label("staff_name"), func.count().label("count"))
    wanted = wanted.join_from(answer_ratings, petitions, petitions.c.id == row.petition_id)
    given = and_(row.unit_id.in_(units), row.grade.is_not(None), row.rated_on >= since, row.rated_on < until)
    return wanted.where(given).group_by(*alike).order_by(*alike)


async def helpers_of(run: Run, units: Collection[UnitId]) -> Mapping[str, tuple[int, int]]:
    """Count who volunteers among those who use the bot, in one statement."""
    helps = exists().where(volunteers.c.resident_id == residents.c.id)

    def are(role: Role) -> ColumnElement[bool]:
        return exists().where(
            roster_entries.c.resident_id == residents.c.id,
            roster_entries.c.left_at.is_(None),
            roster_roles.c.entry_id == roster_entries.c.id,
            roster_roles.c.role == role,
        )

    person = select(
        helps.label("helps"), are(Role.PARTY_MEMBER).label("party"), are(Role.UNIT_REPRESENTATIVE).label("units")
    )
    each = person.where(residents.c.unit_id.in_([*units])).subquery().c
    counts = []
    for among in (None, each.party, each.units):
        inside = [] if among is None else [among]
        counts += [func.count().filter(*inside, each.helps), func.count().filter(*inside) if inside else func.count()]
    found = (await run(select(*counts))).one()
    return {name: (found[2 * n], found[2 * n + 1]) for n, name in enumerate(("residents", "party", "units"))}
