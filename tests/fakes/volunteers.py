from collections.abc import Collection, Mapping, Sequence

from core.people.model import Role
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import CallId, PetitionId, ResidentId, UnitId
from core.volunteers.model import Asked, Call, CallState, Reply, Skill, Volunteer
from tests.fakes.database import FakeWork, Tables, require


class FakeVolunteerRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, resident_id: ResidentId) -> Volunteer | None:
        return self._work.now().volunteers.get(resident_id)

    async def save(self, volunteer: Volunteer) -> None:
        tables = self._work.now()
        require(volunteer.resident_id in tables.residents)
        tables.volunteers[volunteer.resident_id] = volunteer

    async def withdraw(self, resident_id: ResidentId) -> None:
        tables = self._work.now()
        tables.volunteers.pop(resident_id, None)
        tables.replies = {key: reply for key, reply in tables.replies.items() if key[1] != resident_id}

    async def ready(self, units: Collection[UnitId], skill: Skill | None) -> Sequence[Asked]:
        tables = self._work.now()
        found = [
            resident
            for volunteer in tables.volunteers.values()
            if (skill is None or skill in volunteer.skills)
            and (resident := tables.residents[volunteer.resident_id]).unit_id in units
            and resident.consented
            and resident.unreachable_since is None
        ]
        return [
            Asked(resident_id=each.id, telegram_id=each.telegram_id, name=each.name)
            for each in sorted(found, key=lambda each: each.id)
        ]

    async def counts(self, units: Collection[UnitId]) -> Mapping[str, tuple[int, int]]:
        tables = self._work.now()
        here = {each.id for each in tables.residents.values() if each.unit_id in units}
        return helpers_of(tables, here)

    async def calls(self, unit_id: UnitId, limit: int = 10) -> Sequence[Call]:
        every = self._work.now().calls.values()
        shown = [each for each in every if each.unit_id == unit_id and each.state is not CallState.DROPPED]
        by_id = sorted(shown, key=lambda each: each.id)
        return sorted(by_id, key=lambda each: each.made_at, reverse=True)[:limit]

    async def open_for(self, petition_id: PetitionId) -> Call | None:
        sent = (CallState.OPEN, CallState.ENOUGH)
        theirs = [c for c in self._work.now().calls.values() if c.petition_id == petition_id and c.state in sent]
        return min(theirs, key=lambda each: (-each.made_at.timestamp(), each.id), default=None)

    async def add(self, call: Call) -> bool:
        if any(each.source == call.source for each in self._work.now().calls.values()):
            return False
        self._work.now().calls[call.id] = call
        return True

    async def case_of(self, call_id: CallId) -> PetitionId | None:
        call = self._work.now().calls.get(call_id)
        return None if call is None else call.petition_id

    async def lock(self, call_id: CallId) -> Call:
        if call_id not in self._work.now().calls:
            raise NotFoundError("call-unknown")
        return self._work.now().calls[call_id]

    async def save_call(self, call: Call) -> None:
        if (await self.lock(call.id)).version != call.version - 1:
            raise ConflictError("call-changed")
        self._work.now().calls[call.id] = call

    async def ask(self, call: Call, people: Sequence[Asked]) -> None:
        for each in people:
            self._work.now().replies.setdefault((call.id, each.resident_id), Reply.ASKED)

    async def answer(self, call_id: CallId, resident_id: ResidentId, reply: Reply) -> bool:
        replies = self._work.now().replies
        if (call_id, resident_id) not in replies:
            return False
        replies[call_id, resident_id] = reply
        return True

    async def asked(self, call_id: CallId) -> Sequence[Asked]:
        tables = self._work.now()
        pairs = [(tables.residents[who], reply) for (call, who), reply in tables.replies.items() if call == call_id]
        return [
            Asked(resident_id=each.id, telegram_id=each.telegram_id, name=each.name, reply=reply)
            for each, reply in sorted(pairs, key=lambda pair: pair[0].id)
        ]


def helpers_of(tables: Tables, here: set[ResidentId]) -> Mapping[str, tuple[int, int]]:
    def are(role: Role) -> set[ResidentId | None]:
        return {each.resident_id for each in tables.roster.values() if role in each.roles and each.here} & here

    groups = {"residents": here, "party": are(Role.PARTY_MEMBER), "units": are(Role.UNIT_REPRESENTATIVE)}
    return {name: (len(among & set(tables.volunteers)), len(among)) for name, among in groups.items()}
