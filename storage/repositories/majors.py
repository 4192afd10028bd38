from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping, and_, delete, insert, select, update

from core.petitions.major import Led, Major, Member
from core.petitions.model import OPEN_STAGES
from core.shared.ids import PetitionId, TelegramUserId, UnitId
from storage.tables import case_team, major_cases, petitions
from storage.work import Work

NOBODY = TelegramUserId(0)
"""In place of a lead who keeps out of the case, until another is chosen; their unit stays in the row."""


class SqlMajorRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Major | None:
        wanted = select(major_cases).where(major_cases.c.petition_id == petition_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            return None
        theirs = select(case_team).where(case_team.c.petition_id == petition_id)
        members = (await self._work.run(theirs.order_by(case_team.c.name, case_team.c.user_id))).mappings()
        team = tuple(Member(user_id=each["user_id"], name=each["name"], unit_id=each["unit_id"]) for each in members)
        return Major(petition_id=petition_id, lead=_lead(row), since=row["since"], team=team)

    async def save(self, major: Major) -> None:
        lead, values = major.lead, dict[str, Any](petition_id=major.petition_id, since=major.since)
        if lead is None:
            left = major_cases.c.petition_id == major.petition_id
            await self._work.run(update(major_cases).where(left).values(lead_id=NOBODY, lead_name=""))
        else:
            values |= {"lead_id": lead.user_id, "lead_name": lead.name, "lead_unit": lead.unit_id}
            await self._work.run(self._work.upsert(major_cases, values))
        await self._work.run(delete(case_team).where(case_team.c.petition_id == major.petition_id))
        rows = [
            {"petition_id": major.petition_id, "user_id": each.user_id, "name": each.name, "unit_id": each.unit_id}
            for each in major.team
        ]
        if rows:
            await self._work.run_many(insert(case_team), rows)

    async def open_of(self, unit_id: UnitId) -> Sequence[Led]:
        case = and_(petitions.c.id == major_cases.c.petition_id, petitions.c.stage.in_(OPEN_STAGES))
        columns = (petitions.c.number, petitions.c.answer_by, petitions.c.resident_id)
        wanted = select(major_cases, *columns).join(petitions, case)
        wanted = wanted.where(major_cases.c.lead_unit == unit_id, major_cases.c.lead_id != NOBODY)
        rows = (await self._work.run(wanted.order_by(petitions.c.number))).mappings()
        return [
            Led(
                number=row["number"],
                lead=Member(user_id=row["lead_id"], name=row["lead_name"], unit_id=row["lead_unit"]),
                answer_by=row["answer_by"],
                anonymous=row["resident_id"] is None,
            )
            for row in rows
        ]


def _lead(row: RowMapping) -> Member | None:
    if row["lead_id"] == NOBODY:
        return None
    return Member(user_id=row["lead_id"], name=row["lead_name"], unit_id=row["lead_unit"])
