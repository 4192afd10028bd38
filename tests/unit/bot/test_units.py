import pytest

from bot.commands.unit import tree_lines
from bot.terminal import padded, sentence_of, terminal_language
from core.people.model import Level, Purpose
from core.people.units import AddUnit, UnitPlan
from core.shared.errors import AppError, ConflictError, DomainError, NotFoundError
from core.shared.language import Language
from tests.factories.cases import a_staff_chat, a_unit
from tests.fakes.database import FakeDatabase
from tests.fakes.unit_of_work import InMemoryUnitOfWork
from tests.fakes.world import FakeClock, FakeIds

pytestmark = pytest.mark.unit


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def add(database: FakeDatabase) -> AddUnit:
    return AddUnit(uow=lambda: InMemoryUnitOfWork(database), clock=FakeClock(), ids=FakeIds())


async def test_add_unit_hangs_it_below_its_parent(add: AddUnit, database: FakeDatabase) -> None:
    street = await add(UnitPlan(name="甲街道", level=Level.STREET))
    community = await add(UnitPlan(name="乙社区", level=Level.COMMUNITY, parent="甲街道", office="乙路1号"))

    assert list(database.committed.units.values()) == [street, community]
    assert (community.parent_id, community.office) == (street.id, "乙路1号")
    assert street.invite != community.invite
    assert [(row.action, row.actor, row.subject) for row in database.committed.audit] == [
        ("unit.added", "operator", street.id),
        ("unit.added", "operator", community.id),
    ]


async def test_add_unit_refuses_a_taken_name(add: AddUnit) -> None:
    await add(UnitPlan(name="乙社区", level=Level.COMMUNITY))

    with pytest.raises(ConflictError, match="unit-name-taken"):
        await add(UnitPlan(name="乙社区", level=Level.COMMUNITY))


async def test_add_unit_refuses_an_unknown_parent(add: AddUnit) -> None:
    with pytest.raises(NotFoundError, match="unit-unknown"):
        await add(UnitPlan(name="三组", level=Level.GROUP, parent="乙社区"))


@pytest.mark.parametrize(
    ("level", "parent"),
    [(Level.GROUP, ""), (Level.GROUP, "甲街道"), (Level.STREET, "甲街道"), (Level.COMMUNITY, "乙社区")],
)
async def test_add_unit_refuses_a_skipped_level(level: Level, parent: str, add: AddUnit) -> None:
    await add(UnitPlan(name="甲街道", level=Level.STREET))
    await add(UnitPlan(name="乙社区", level=Level.COMMUNITY, parent="甲街道"))

    with pytest.raises(DomainError, match="unit-level"):
        await add(UnitPlan(name="新", level=level, parent=parent))


def test_tree_shows_children_and_chats_below_their_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    street = a_unit(level=Level.STREET, name="甲街道", invite="JIA")
    community = a_unit(parent_id=street.id, level=Level.COMMUNITY, name="乙社区", invite="YI")
    desk = a_staff_chat(community, title="接待台", purposes=frozenset({Purpose.DESK, Purpose.TEAM}))

    assert tree_lines([street, community], [desk]) == [
        "甲街道 (street) · poster link: ?start=u_JIA",
        "    乙社区 (community) · poster link: ?start=u_YI",
        "    · 接待台: desk, service team",
    ]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.EN),
        ({"LANG": "C.UTF-8"}, Language.EN),
        ({"LANG": "de_DE.UTF-8"}, Language.EN),
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH_CN),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, Language.EN),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_TW.UTF-8"}, Language.ZH_TW),
    ],
)
def test_terminal_speaks_the_language_of_its_locale(environment: dict[str, str], language: Language) -> None:
    assert terminal_language(environment) is language


def test_error_without_a_sentence_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    assert "(odd-code)" in sentence_of(AppError("odd-code"))


def test_padding_counts_columns() -> None:
    assert [padded("社区", 6), padded("desk", 6), padded("too long", 3)] == ["社区  ", "desk  ", "too long"]
