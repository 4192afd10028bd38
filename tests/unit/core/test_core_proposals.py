"""Proposals: by deputies and CPPCC members of the roster only, never refused, named each morning until answered."""

from dataclasses import replace

import pytest

from core.people.model import Role
from core.petitions.kinds import Mandate
from core.petitions.model import Event, Kind
from core.shared.errors import DomainError
from tests.core_rig import CoreRig
from tests.factories.cases import a_roster_entry

pytestmark = pytest.mark.unit


def on_roster(rig: CoreRig, *roles: Role) -> None:
    entry = replace(a_roster_entry(rig.unit), roles=frozenset(roles), resident_id=rig.wang.resident_id)
    rig.tables.roster[entry.id] = entry


@pytest.mark.parametrize(("role", "mandate"), [(Role.DEPUTY, Mandate.DEPUTY), (Role.CPPCC, Mandate.CPPCC)])
async def test_the_roster_opens_the_door(rig: CoreRig, role: Role, mandate: Mandate) -> None:
    on_roster(rig, role, Role.PARTY_MEMBER)
    assert await rig.use.kinds.may_propose(rig.wang)

    case_id = await rig.submitted(kind=Kind.PROPOSAL)

    assert rig.case(case_id).mandate == mandate


@pytest.mark.parametrize("roles", [(), (Role.STAFF, Role.RESIDENT_REPRESENTATIVE)])
async def test_nobody_else_files_one(rig: CoreRig, roles: tuple[Role, ...]) -> None:
    with pytest.raises(DomainError, match="proposal-not-yours"):
        await rig.submitted(kind=Kind.PROPOSAL)
    on_roster(rig, *roles)
    assert not await rig.use.kinds.may_propose(rig.wang)
    with pytest.raises(DomainError, match="proposal-not-yours"):
        await rig.submitted(kind=Kind.PROPOSAL)


async def test_it_cannot_be_refused_or_closed_unanswered(rig: CoreRig) -> None:
    on_roster(rig, Role.DEPUTY)
    case_id = await rig.submitted(kind=Kind.PROPOSAL)
    for event in (Event.NOT_ACCEPT, Event.SAME_MATTER):
        assert not rig.case(case_id).can(event)
        with pytest.raises(DomainError, match="never-proposal"):
            rig.case(case_id).apply(event)
    await rig.use.claim(rig.liu, case_id)
    with pytest.raises(DomainError, match="answer-first"):
        await rig.use.close(rig.liu, case_id)
