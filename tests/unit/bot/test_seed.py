from pathlib import Path

import pytest

from bot.demo.community import EXAMPLE, Community, chats_of, read_chats, read_community
from bot.demo.seed import PHONE_PURPOSE, SeedCommunity, Seeded, normal_phone
from core.people.model import Purpose, Role
from core.shared.errors import DomainError, NotFoundError
from tests.fakes.database import FakeDatabase
from tests.fakes.unit_of_work import InMemoryUnitOfWork
from tests.fakes.world import FakeClock, FakeIds, FakeSecrets

pytestmark = pytest.mark.unit

WORLD = {
    "chats": [
        {
            "id": -1000000002001,
            "slug": "desk-community",
            "title": "幸福社区·接待台",
            "is_forum": True,
            "type": "supergroup",
        },
        {"id": -1000000002004, "slug": "supervision", "title": "居务监督委员会"},
        {"id": -1000000002006, "slug": "fresh-group", "title": "新建的群"},
    ]
}


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def seed(database: FakeDatabase) -> SeedCommunity:
    return SeedCommunity(
        uow=lambda: InMemoryUnitOfWork(database), clock=FakeClock(), ids=FakeIds(), secrets=FakeSecrets()
    )


async def test_seed_twice_adds_once(seed: SeedCommunity, database: FakeDatabase) -> None:
    community, chats = read_community(), chats_of(WORLD)

    assert [await seed(community, chats), await seed(community, chats)] == [Seeded(3, 2, 13), Seeded(0, 0, 0)]
    tables = database.committed
    units = {unit.name: unit for unit in tables.units.values()}
    assert units["幸福三组"].parent_id == units["幸福社区"].id
    assert {chat.title: chat.purposes for chat in tables.staff_chats.values()} == {
        "幸福社区·接待台": {Purpose.DESK},
        "居务监督委员会": {Purpose.SUPERVISION},
    }


async def test_seed_keeps_phones_as_cipher_and_hash(seed: SeedCommunity, database: FakeDatabase) -> None:
    await seed(read_community(), {})
    hashed = FakeSecrets().keyed_hash(PHONE_PURPOSE, "+8613800001005")

    async with InMemoryUnitOfWork(database) as uow:
        found = await uow.roster.by_phone_hash(hashed)

    assert [(entry.name, entry.roles) for entry in found] == [
        ("赵组长", frozenset({Role.GROUP_LEADER, Role.RESIDENT_REPRESENTATIVE}))
    ]
    assert "13800001005" not in repr(found)


async def test_seed_twin_rows_and_people_without_phone(seed: SeedCommunity) -> None:
    row = {"unit": "甲社区", "name": "张三", "phone": "138 0000 2001"}
    community = Community.model_validate(
        {
            "units": [{"name": "甲社区", "level": "community", "invite": "JIA"}],
            "roster": [row, row, {**row, "name": "张三的妻子"}, {"unit": "甲社区", "name": "李四"}],
        }
    )

    assert [await seed(community, {}), await seed(community, {})] == [Seeded(1, 0, 3), Seeded(0, 0, 0)]


@pytest.mark.parametrize(
    "community",
    [
        {"units": [{"name": "甲", "level": "group", "parent": "乙", "invite": "JIA"}]},
        {"units": [], "roster": [{"unit": "丙", "name": "张三"}]},
    ],
)
async def test_seed_unknown_unit_changes_nothing(
    community: dict[str, object], seed: SeedCommunity, database: FakeDatabase
) -> None:
    with pytest.raises(NotFoundError, match="unit-unknown"):
        await seed(Community.model_validate(community), {})

    assert database.committed.units == {}


async def test_seed_refuses_a_group_under_a_street(seed: SeedCommunity) -> None:
    units = [
        {"name": "甲街道", "level": "street", "invite": "JIA"},
        {"name": "乙组", "level": "group", "parent": "甲街道", "invite": "YIZU"},
    ]

    with pytest.raises(DomainError, match="unit-level"):
        await seed(Community.model_validate({"units": units}), {})


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("13800001001", "+8613800001001"),
        ("+86 138-0000-1001", "+8613800001001"),
        ("008613800001001", "+8613800001001"),
        ("8613800001001", "+8613800001001"),
        ("010-5550-0008", "+861055500008"),
        ("+44 20 7946 0000", "+442079460000"),
        (" ", ""),
    ],
)
def test_phone_is_one_number_however_it_is_written(typed: str, normal: str) -> None:
    assert normal_phone(typed) == normal


def test_example_serves_every_chat_of_the_demo_world() -> None:
    community = read_community(EXAMPLE)

    assert {chat.slug for chat in community.chats} == {
        "desk-community",
        "desk-group",
        "desk-street",
        "supervision",
        "finance",
    }
    assert len(community.roster) == 13


@pytest.mark.parametrize("text", ["", "[]", '{"units": [{"name": "甲"}]}', '{"units": [], "flavour": 1}'])
def test_community_file_with_a_mistake_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "community.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(DomainError, match="seed-file"):
        read_community(file)


@pytest.mark.parametrize("text", ["", "[]", '{"chats": [{"id": "x"}]}'])
def test_chats_file_with_a_mistake_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "chats.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(DomainError, match="seed-file"):
        read_chats(file)
