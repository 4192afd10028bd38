"""Who is meant by a report, and who may read it."""

import pytest

from core.people.model import Role
from core.reports.people import may_review, named_in, officers, searched
from tests.factories.cases import a_roster_entry, a_unit

pytestmark = pytest.mark.unit

STREET, UNIT = a_unit(), a_unit()
TREE = {STREET.id: frozenset({STREET.id, UNIT.id}), UNIT.id: frozenset({UNIT.id})}
QIAN = a_roster_entry(UNIT, name="钱监督", roles=frozenset({Role.SUPERVISION}), household="1-202")
LIU = a_roster_entry(UNIT, name="刘敏", roles=frozenset({Role.STAFF}))
OUYANG = a_roster_entry(UNIT, name="欧阳小兰", roles=frozenset({Role.GROUP_LEADER}))
SMITH = a_roster_entry(UNIT, name="Emma Smith", roles=frozenset({Role.STAFF}))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("刘敏收了红包", [LIU]),
        ("刘 主任 收了红包", [LIU]),
        ("那个姓刘的", [LIU]),
        ("老刘，还有 欧阳主任", [LIU, OUYANG]),
        ("SMITH took money", [SMITH]),
        ("we ate at Emma's", []),
        ("刘海很长", []),
        ("", []),
    ],
)
def test_names_are_found_however_people_are_called(text: str, meant: list[object]) -> None:
    assert named_in(text, [LIU, OUYANG, SMITH], ["主任"], ["老", "姓"]) == meant


def test_only_public_offices_can_be_picked() -> None:
    member = a_roster_entry(UNIT, roles=frozenset({Role.PARTY_MEMBER, Role.DEPUTY}))

    assert officers([member, QIAN, LIU]) == [LIU, QIAN]


def test_people_are_found_by_part_of_a_name_or_by_their_office() -> None:
    words = dict.fromkeys(Role, "别的") | {Role.STAFF: "社区工作者", Role.SUPERVISION: "居务监督委员会"}

    assert searched("刘", [QIAN, LIU], words) == [LIU]
    assert searched("监督委员会", [QIAN, LIU], words) == [QIAN]
    assert searched("，", [QIAN, LIU], words) == []


def test_whoever_is_meant_does_not_read_it_and_others_do() -> None:
    assert may_review(QIAN, [LIU], TREE)
    assert not may_review(QIAN, [LIU, QIAN], TREE)
    assert not may_review(LIU, [], TREE)


def test_nobody_reads_about_their_own_household() -> None:
    other = a_roster_entry(UNIT, household="1-202", roles=frozenset({Role.STAFF}))
    elsewhere = a_roster_entry(STREET, household="1-202", roles=frozenset({Role.STAFF}))

    assert not may_review(QIAN, [other], TREE)
    assert may_review(QIAN, [elsewhere], TREE)


def test_whoever_works_with_or_under_somebody_does_not_read_about_them() -> None:
    both = a_roster_entry(UNIT, roles=frozenset({Role.SUPERVISION, Role.GROUP_LEADER}))
    chief = a_roster_entry(STREET, roles=frozenset({Role.PETITION_OFFICER}))
    high = a_roster_entry(STREET, roles=frozenset({Role.SUPERVISION, Role.STAFF}))

    assert not may_review(both, [LIU], TREE)
    assert not may_review(both, [chief], TREE)
    assert may_review(high, [LIU], TREE)
    assert may_review(both, [QIAN], TREE)


def test_a_second_line_of_the_same_person_counts_as_them() -> None:
    line = a_roster_entry(UNIT, roles=frozenset({Role.STAFF}), resident_id="r1")
    again = a_roster_entry(STREET, roles=frozenset({Role.SUPERVISION}), resident_id="r1")

    assert not may_review(again, [line], TREE)
