from collections.abc import Sequence
from dataclasses import replace

from core.petitions.major import Led, Major
from core.petitions.model import OPEN_STAGES
from core.shared.ids import PetitionId, UnitId
from tests.fakes.database import FakeWork, require


class FakeMajorRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Major | None:
        return self._work.now().majors.get(petition_id)

    async def save(self, major: Major) -> None:
        tables = self._work.now()
        require(major.petition_id in tables.petitions)
        team = tuple(sorted(major.team, key=lambda each: (each.name, each.user_id)))
        tables.majors[major.petition_id] = replace(major, team=team)

    async def open_of(self, unit_id: UnitId) -> Sequence[Led]:
        tables = self._work.now()
        pairs = [(tables.petitions[each.petition_id], each.lead) for each in tables.majors.values()]
        return [
            Led(number=case.number, lead=lead, answer_by=case.promises.answer_by, anonymous=case.anonymous)
            for case, lead in sorted(pairs, key=lambda pair: pair[0].number)
            if lead is not None and lead.unit_id == unit_id and case.stage in OPEN_STAGES
        ]
