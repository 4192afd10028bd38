"""Who somebody is on the roster: by phone, and on paper where no phone can tell."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import Purpose, RosterEntry
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import ChatId
from tests.core_rig import CoreRig, a_draft, a_group_below
from tests.factories.cases import a_roster_entry, a_staff_chat

pytestmark = pytest.mark.unit

PHONE = "13800001001"


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


def on_roster(rig: CoreRig, name: str = "王秀英", phone: str = "", **given: object) -> RosterEntry:
    hashed = rig.secrets.keyed_hash("phone", f"+86{phone}") if phone else None
    entry = replace(a_roster_entry(rig.unit, name=name, phone_hash=hashed), **given)
    rig.tables.roster[entry.id] = entry
    return entry


async def test_nobody_is_offered_a_roster_that_is_not_there(rig: CoreRig) -> None:
    assert not (await rig.use.people.identity(rig.wang)).rostered
    on_roster(rig)
    known = await rig.use.people.identity(rig.wang)
    assert (known.rostered, known.entry) == (True, None)


async def test_whoever_is_verified_lives_where_the_roster_says_and_open_cases_stay(rig: CoreRig) -> None:
    group = a_group_below(rig)
    rig.tables.residents[rig.wang.resident_id] = replace(
        rig.tables.residents[rig.wang.resident_id], unit_id=rig.unit.id
    )
    entry = on_roster(rig, phone=PHONE, unit_id=group.unit_id)
    case = await rig.use.submit(rig.wang, a_draft())

    await rig.use.people.verify(rig.wang, PHONE)

    assert rig.tables.residents[rig.wang.resident_id].unit_id == group.unit_id
    assert rig.case(case.petition_id).unit_id == rig.unit.id
    assert f"moved:{case.petition_id}:{rig.desk.chat_id}" in " ".join(rig.database.outbox_keys)
    assert ("person.verified", entry.id) in [(row.action, row.subject) for row in rig.tables.audit]


async def test_a_group_chosen_below_the_unit_of_the_roster_is_kept(rig: CoreRig) -> None:
    group = a_group_below(rig)
    on_roster(rig, phone=PHONE)
    await rig.use.people.verify(rig.wang, PHONE)
    assert rig.tables.residents[rig.wang.resident_id].unit_id == group.unit_id


async def test_who_has_left_is_not_recognised(rig: CoreRig) -> None:
    on_roster(rig, phone=PHONE, left_at=rig.clock.now())
    with pytest.raises(DomainError, match="phone-unknown"):
        await rig.use.people.verify(rig.wang, PHONE)


async def test_two_on_one_phone_are_bound_on_paper_each_to_an_account(rig: CoreRig) -> None:
    her, him = on_roster(rig, phone=PHONE), on_roster(rig, "王大爷", PHONE, building="3栋", room="301")
    with pytest.raises(DomainError, match="phone-shared"):
        await rig.use.people.verify(rig.wang, PHONE)
    code = await rig.use.people.paper_code(rig.wang)
    found = await rig.use.people.find_on_paper(rig.liu, code.lower(), "王大爷 3栋")
    assert (found.bound, [entry.id for entry in found.found]) == (None, [him.id])

    entry, helps = await rig.use.people.bind_on_paper(rig.liu, code, him.id)

    assert (entry.id, helps) == (him.id, False)
    assert rig.tables.roster[him.id].resident_id == rig.wang.resident_id
    assert rig.tables.roster[her.id].resident_id is None
    (row,) = [row for row in rig.tables.audit if row.action == "person.bound-on-paper"]
    assert (row.actor, row.subject, row.detail) == ("7001", him.id, rig.wang.resident_id)
    assert [i.spec.key for i in rig.database.outbox_items if i.spec and i.chat_id == rig.wang.telegram_id] == [
        "identity-bound"
    ]
    with pytest.raises(NotFoundError, match="paper-code"):
        await rig.use.people.bind_on_paper(rig.liu, code, her.id)


async def test_a_second_person_on_one_account_is_only_spoken_for(rig: CoreRig) -> None:
    """Their line is never the account's own: it would change who votes with it."""
    own, mother = on_roster(rig, phone=PHONE), on_roster(rig, "王妈妈")
    await rig.use.people.verify(rig.wang, PHONE)
    code = await rig.use.people.paper_code(rig.wang)
    found = await rig.use.people.find_on_paper(rig.liu, code, "王妈妈")
    assert found.bound is not None
    assert found.bound.id == own.id

    _, helps = await rig.use.people.bind_on_paper(rig.liu, code, mother.id)

    known = await rig.use.people.identity(rig.wang)
    assert helps
    assert known.entry is not None
    assert (known.entry.id, [entry.name for entry in known.helped]) == (own.id, ["王妈妈"])
    assert rig.tables.roster[mother.id].resident_id is None
    assert await rig.use.people.identity.household(rig.wang) == ["王妈妈"]


async def test_a_line_that_has_an_account_is_given_to_no_other(rig: CoreRig) -> None:
    taken = on_roster(rig, resident_id=rig.zhao.resident_id)
    code = await rig.use.people.paper_code(rig.wang)
    with pytest.raises(ConflictError, match="person-taken"):
        await rig.use.people.bind_on_paper(rig.liu, code, taken.id)
    assert rig.tables.roster[taken.id].resident_id == rig.zhao.resident_id


async def test_a_code_ends_after_a_day_and_with_the_next_one(rig: CoreRig) -> None:
    on_roster(rig)
    old = await rig.use.people.paper_code(rig.wang)
    new = await rig.use.people.paper_code(rig.wang)
    with pytest.raises(NotFoundError, match="paper-code"):
        await rig.use.people.find_on_paper(rig.liu, old, "王秀英")
    await rig.use.people.find_on_paper(rig.liu, new, "王秀英")
    rig.clock.move(timedelta(days=1, minutes=1))
    with pytest.raises(NotFoundError, match="paper-code"):
        await rig.use.people.find_on_paper(rig.liu, new, "王秀英")


async def test_only_a_desk_finds_people_and_only_its_own(rig: CoreRig) -> None:
    on_roster(rig)
    elsewhere = on_roster(rig, "外人", unit_id=rig.street.id)
    code = await rig.use.people.paper_code(rig.wang)
    with pytest.raises(NotFoundError, match="person-unknown"):
        await rig.use.people.find_on_paper(rig.liu, code, "外人")
    with pytest.raises(NotFoundError, match="person-unknown"):
        await rig.use.people.bind_on_paper(rig.liu, code, elsewhere.id)
    finance = a_staff_chat(rig.unit, purposes=frozenset({Purpose.FINANCE}))
    rig.tables.staff_chats[ChatId(finance.chat_id)] = finance
    with pytest.raises(DomainError, match="person-at-desk"):
        await rig.use.people.find_on_paper(replace(rig.liu, chat_id=finance.chat_id), code, "王秀英")


async def test_choosing_another_unit_says_which_cases_stay(rig: CoreRig) -> None:
    case = await rig.use.submit(rig.wang, a_draft())
    stay = await rig.use.choose_unit(rig.wang.resident_id, rig.street.id)
    assert [petition.id for petition in stay] == [case.petition_id]
    assert rig.case(case.petition_id).unit_id == rig.unit.id
    assert (await rig.use.submit(rig.wang, a_draft())).number != case.number
    assert [p.unit_id for p in rig.tables.petitions.values()] == [rig.unit.id, rig.street.id]
    assert await rig.use.choose_unit(rig.wang.resident_id, rig.street.id) == []
