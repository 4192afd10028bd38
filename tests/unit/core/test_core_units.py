import pytest

from core.people.model import Level, Unit
from core.people.units import AddUnit, UnitPlan
from core.shared.errors import ConflictError, DomainError, NotFoundError
from tests.core_rig import CoreRig
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit


@pytest.fixture
def add(rig: CoreRig) -> AddUnit:
    return AddUnit(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock, ids=rig.ids)


async def test_a_unit_hangs_one_level_below_its_parent(rig: CoreRig, add: AddUnit) -> None:
    plan = UnitPlan(name="一组", level=Level.GROUP, parent="幸福社区", office="2单元", phone="119", hours="全天")

    unit = await add(plan)

    assert unit == Unit(
        id=unit.id,
        parent_id=rig.unit.id,
        level=Level.GROUP,
        name="一组",
        invite=unit.invite,
        office="2单元",
        phone="119",
        hours="全天",
    )
    assert rig.tables.units[unit.id] == unit
    assert len(unit.invite) == 9
    assert [(row.action, row.subject, row.detail) for row in rig.tables.audit] == [("unit.added", unit.id, "group")]


@pytest.mark.parametrize(
    ("level", "parent", "fits"),
    [
        (Level.STREET, "", True),
        (Level.COMMUNITY, "", True),
        (Level.GROUP, "", False),
        (Level.STREET, "平安街道", False),
        (Level.STREET, "幸福社区", False),
        (Level.COMMUNITY, "平安街道", True),
        (Level.COMMUNITY, "幸福社区", False),
        (Level.GROUP, "平安街道", False),
        (Level.GROUP, "幸福社区", True),
    ],
)
async def test_the_tree_has_three_levels_and_no_other_shape(
    rig: CoreRig, add: AddUnit, level: Level, parent: str, fits: bool
) -> None:
    plan = UnitPlan(name="新的", level=level, parent=parent)
    if fits:
        await add(plan)
    else:
        with pytest.raises(DomainError, match="unit-level"):
            await add(plan)

    assert ("新的" in {unit.name for unit in rig.tables.units.values()}) is fits


async def test_a_name_is_given_once(rig: CoreRig, add: AddUnit) -> None:
    with pytest.raises(ConflictError, match="unit-name-taken") as refused:
        await add(UnitPlan(name="幸福社区", level=Level.COMMUNITY))

    assert refused.value.args_for_text == {"name": "幸福社区"}
    assert len(rig.tables.units) == 2


async def test_a_parent_must_be_there(add: AddUnit) -> None:
    with pytest.raises(NotFoundError, match="unit-unknown") as refused:
        await add(UnitPlan(name="一组", level=Level.GROUP, parent="没有的社区"))

    assert refused.value.args_for_text == {"name": "没有的社区"}


async def test_a_unit_without_a_name_is_refused(rig: CoreRig, add: AddUnit) -> None:
    """It would become the home of everybody who came by no poster."""
    before = dict(rig.tables.units)
    with pytest.raises(DomainError, match="unit-name-empty"):
        await add(UnitPlan(name=" \u3000", level=Level.COMMUNITY, parent=""))

    assert rig.tables.units == before
