"""What came of petitions, on every database, against a slow count over a year that was made by chance."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

import pytest

from core.answers.ratings import Grade, Rating
from core.figures.outcomes import Fate, Outcomes, Several
from core.people.model import Level, Resident, Role, Unit
from core.petitions.model import Event, HistoryRow, Kind, Petition, Stage
from core.petitions.stages import MEDIATION_ENDS
from core.shared.ids import TelegramUserId
from core.together.model import Collective, Part, Signature
from core.volunteers.model import Volunteer
from tests.factories.cases import a_history_row, a_petition, a_resident, a_roster_entry, a_unit
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts, fake_ports
from tests.fakes.world import START

pytestmark = pytest.mark.contract
SPAN = (START, START + timedelta(days=40))
YEAR = (date(2026, 1, 1), date(2027, 1, 1))


@dataclass(slots=True)
class Year:
    units: list[Unit]
    people: list[Resident]
    cases: list[Petition] = field(default_factory=list)
    rows: list[HistoryRow] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)
    opened: list[Collective] = field(default_factory=list)
    signed: list[Signature] = field(default_factory=list)

    async def written(self, ports: StoragePorts) -> None:
        async with ports.uow() as uow:
            for unit in self.units:
                uow.units.add(unit)
            for person in self.people:
                await uow.residents.save(person)
            for case in self.cases:
                uow.petitions.add(case)
            for row in self.rows:
                uow.history.append(row)
            for rating in self.ratings:
                await uow.ratings.open(rating)
            for opened in self.opened:
                await uow.together.open(opened)
            for signature in self.signed:
                await uow.together.sign(signature)
            await uow.commit()


def a_year(seed: int) -> Year:
    chance = Random(seed)  # noqa: S311 - the same year again
    street = a_unit(level=Level.STREET)
    units = [street, a_unit(parent_id=street.id), a_unit(parent_id=street.id)]
    year = Year(units, [a_resident(units[1]) for _ in range(6)])
    for _ in range(150):
        at = START + timedelta(days=chance.randrange(-20, 60))
        kind = chance.choice([*(Kind.COMPLAINT, Kind.PROPOSAL, Kind.SUGGESTION) * 2, Kind.MEDIATION])
        stage = chance.choice([Stage.ACCEPTED, Stage.ANSWERED, Stage.WITHDRAWN])
        given = {"kind": kind, "stage": stage, "submitted_at": at, "category": chance.choice(["", "labour"])}
        case = a_petition(chance.choice(units), chance.choice(year.people), **given)
        year.cases.append(case)
        year.rows.append(a_history_row(case, at=at, unit_id=chance.choice([None, units[0].id, units[1].id])))
        if kind is Kind.MEDIATION:
            went = chance.choice([None, None, *(unit.id for unit in units)])
            year.rows.append(a_history_row(case, event=Event.ESCALATE, at=at, unit_id=went))
            year.rows.append(a_history_row(case, event=chance.choice(MEDIATION_ENDS), at=at + timedelta(days=5)))
        elif stage is Stage.ANSWERED:
            stages = {"from_stage": Stage.ACCEPTED, "to_stage": Stage.ANSWERED}
            year.rows.append(a_history_row(case, event=Event.ANSWER, at=at + timedelta(days=3), **stages))
            year.ratings.append(a_rating(chance, case, chance.choice(units)))
        elif kind is not Kind.PROPOSAL and chance.random() < 0.6:
            year.opened.append(Collective(petition_id=case.id, invite=case.id, since=at + timedelta(days=1)))
            year.signed += [signed(case, each) for each in chance.sample(year.people, chance.randrange(1, 4))]
    return year


def a_rating(chance: Random, case: Petition, unit: Unit) -> Rating:
    who, day = chance.randrange(70, 73), date(2025, 11, 1) + timedelta(days=chance.randrange(500))
    return Rating(
        petition_id=case.id,
        unit_id=unit.id,
        staff_id=TelegramUserId(who),
        staff_name=f"同事{who}",
        category=case.category,
        answered_at=START,
        grade=chance.choice([None, *Grade]),
        rated_on=day,
    )


def signed(case: Petition, who: Resident) -> Signature:
    return Signature(petition_id=case.id, person=who.id, resident_id=who.id, part=Part.SIGNER, at=START)


@pytest.mark.parametrize("seed", range(4))
async def test_what_came_of_petitions_is_that_of_a_slow_count(ports: StoragePorts, seed: int) -> None:
    year, slow = a_year(seed), fake_ports()
    await year.written(ports)
    await year.written(slow)
    ids = [unit.id for unit in year.units]
    for some in (ids[:1], ids[1:], ids):
        found = await ports.figures.outcomes(some, *SPAN, YEAR)
        assert found == await slow.figures.outcomes(some, *SPAN, YEAR)
    assert found.rated
    assert found.several.petitions > 3
    assert {each.fate for each in found.proposals} == set(Fate)


async def test_a_petition_is_one_of_several_when_somebody_has_signed_and_stays_so_without_names(
    ports: StoragePorts,
) -> None:
    scene = await set_scene(ports.uow)
    other = a_resident(scene.unit)
    async with ports.uow() as uow:
        await uow.residents.save(other)
        uow.history.append(a_history_row(scene.petition))
        await uow.together.open(Collective(petition_id=scene.petition.id, invite="i", since=START))
        await uow.together.sign(signed(scene.petition, scene.resident))
        await uow.commit()

    async def several() -> Several:
        return (await ports.figures.outcomes([scene.unit.id], *SPAN, YEAR)).several

    assert await several() == Several(0, 0)
    async with ports.uow() as uow:
        await uow.together.sign(signed(scene.petition, other))
        await uow.commit()
    assert await several() == Several(1, 2)
    assert await ports.figures.outcomes([scene.street.id], *SPAN, YEAR) == Outcomes(rated=[], proposals=[], mediated=[])
    async with ports.uow() as uow:
        await uow.together.forget(other.id, "chance")
        await uow.commit()
    assert await several() == Several(1, 2)


async def test_party_members_and_representatives_are_counted_as_long_as_they_are_on_the_roster(
    ports: StoragePorts,
) -> None:
    scene = await set_scene(ports.uow)
    helper, left = a_resident(scene.unit), a_resident(scene.unit)
    both = frozenset({Role.PARTY_MEMBER, Role.UNIT_REPRESENTATIVE})
    async with ports.uow() as uow:
        for each in (helper, left):
            await uow.residents.save(each)
            entry = a_roster_entry(scene.unit, resident_id=each.id, roles=both)
            uow.roster.add(replace(entry, left_at=START) if each is left else entry)
        await uow.volunteers.save(Volunteer(resident_id=helper.id, since=START))
        await uow.commit()
    assert await ports.figures.helpers([scene.unit.id]) == {"residents": (1, 3), "party": (1, 1), "units": (1, 1)}
    assert await ports.figures.helpers([scene.street.id]) == dict.fromkeys(("residents", "party", "units"), (0, 0))
