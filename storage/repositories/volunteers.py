from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import RowMapping, and_, delete, select, update

from core.people.model import CONSENT_VERSION
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import CallId, PetitionId, ResidentId, UnitId
from core.volunteers.model import Asked, Call, CallState, Reply, Skill, Times, Volunteer
from storage.queries.outcomes import helpers_of
from storage.tables import residents, volunteer_answers, volunteer_calls, volunteers
from storage.work import Values, Work

_REACHED = and_(
    residents.c.consent_version == CONSENT_VERSION,
    residents.c.abroad_consented_at.is_not(None),
    residents.c.unreachable_since.is_(None),
)


class SqlVolunteerRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, resident_id: ResidentId) -> Volunteer | None:
        wanted = select(volunteers).where(volunteers.c.resident_id == resident_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            return None
        skills, times = frozenset(map(Skill, row["skills"])), frozenset(map(Times, row["times"]))
        return Volunteer(resident_id=resident_id, skills=skills, times=times, since=row["since"])

    async def save(self, volunteer: Volunteer) -> None:
        values: Values = {
            "resident_id": volunteer.resident_id,
            "skills": sorted(volunteer.skills),
            "times": sorted(volunteer.times),
            "since": volunteer.since,
        }
        await self._work.run(self._work.upsert(volunteers, values))

    async def withdraw(self, resident_id: ResidentId) -> None:
        await self._work.run(delete(volunteer_answers).where(volunteer_answers.c.resident_id == resident_id))
        await self._work.run(delete(volunteers).where(volunteers.c.resident_id == resident_id))

    async def ready(self, units: Collection[UnitId], skill: Skill | None) -> Sequence[Asked]:
        columns = (residents.c.id, residents.c.telegram_id, residents.c.name, volunteers.c.skills)
        wanted = select(*columns).join(volunteers, volunteers.c.resident_id == residents.c.id)
        wanted = wanted.where(residents.c.unit_id.in_([*units]), _REACHED).order_by(residents.c.id)
        rows = (await self._work.run(wanted)).mappings()
        return [
            Asked(resident_id=row["id"], telegram_id=row["telegram_id"], name=row["name"])
            for row in rows
            if skill is None or skill in row["skills"]
        ]

    async def counts(self, units: Collection[UnitId]) -> Mapping[str, tuple[int, int]]:
        return await helpers_of(self._work.run, units)

    async def calls(self, unit_id: UnitId, limit: int = 10) -> Sequence[Call]:
        shown = and_(volunteer_calls.c.unit_id == unit_id, volunteer_calls.c.state != CallState.DROPPED)
        wanted = select(volunteer_calls).where(shown)
        wanted = wanted.order_by(volunteer_calls.c.made_at.desc(), volunteer_calls.c.id).limit(limit)
        return [_call(row) for row in (await self._work.run(wanted)).mappings()]

    async def open_for(self, petition_id: PetitionId) -> Call | None:
        sent = volunteer_calls.c.state.in_((CallState.OPEN, CallState.ENOUGH))
        wanted = select(volunteer_calls).where(volunteer_calls.c.petition_id == petition_id, sent)
        wanted = wanted.order_by(volunteer_calls.c.made_at.desc(), volunteer_calls.c.id).limit(1)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else _call(row)

    async def add(self, call: Call) -> bool:
        added = self._work.insert_new(volunteer_calls, asdict(call)).returning(volunteer_calls.c.id)
        return (await self._work.run(added)).first() is not None

    async def case_of(self, call_id: CallId) -> PetitionId | None:
        wanted = select(volunteer_calls.c.petition_id).where(volunteer_calls.c.id == call_id)
        return (await self._work.run(wanted)).scalar_one_or_none()

    async def lock(self, call_id: CallId) -> Call:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer."""
        wanted = select(volunteer_calls).where(volunteer_calls.c.id == call_id).with_for_update(key_share=True)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("call-unknown")
        return _call(row)

    async def save_call(self, call: Call) -> None:
        unchanged = and_(volunteer_calls.c.id == call.id, volunteer_calls.c.version == call.version - 1)
        if (await self._work.run(update(volunteer_calls).where(unchanged).values(asdict(call)))).rowcount != 1:
            raise ConflictError("call-changed")

    async def ask(self, call: Call, people: Sequence[Asked]) -> None:
        rows = [
            {"call_id": call.id, "resident_id": each.resident_id, "answer": Reply.ASKED, "at": call.made_at}
            for each in people
        ]
        if rows:
            await self._work.run(self._work.insert_new(volunteer_answers, rows))

    async def answer(self, call_id: CallId, resident_id: ResidentId, reply: Reply) -> bool:
        theirs = and_(volunteer_answers.c.call_id == call_id, volunteer_answers.c.resident_id == resident_id)
        return (await self._work.run(update(volunteer_answers).where(theirs).values(answer=reply))).rowcount == 1

    async def asked(self, call_id: CallId) -> Sequence[Asked]:
        columns = (residents.c.id, residents.c.telegram_id, residents.c.name, volunteer_answers.c.answer)
        wanted = select(*columns).join(volunteer_answers, volunteer_answers.c.resident_id == residents.c.id)
        wanted = wanted.where(volunteer_answers.c.call_id == call_id).order_by(residents.c.id)
        return [
            Asked(
                resident_id=row["id"],
                telegram_id=row["telegram_id"],
                name=row["name"],
                reply=Reply(row["answer"]),
            )
            for row in (await self._work.run(wanted)).mappings()
        ]


def _call(row: RowMapping) -> Call:
    skill = None if row["skill"] is None else Skill(row["skill"])
    return Call(**{**row, "skill": skill, "state": CallState(row["state"])})
