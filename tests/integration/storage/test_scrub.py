"""What is left in a SQLite file of rows that were deleted, while rows of others stay on the same pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.ids import RandomIds
from core.ballots.model import Slip
from storage.engine import Database
from storage.tables import SECRET
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.ballots import a_ballot, some_slips
from tests.factories.scene import set_scene

pytestmark = pytest.mark.integration
VOTES, OTHERS = 150, 40


def with_random_ids(slips: list[Slip]) -> list[Slip]:
    return [replace(slip, id=RandomIds().new()) for slip in slips]


async def test_nothing_is_left_of_a_box_that_was_emptied_beside_another(url: str) -> None:
    """SQLite's `secure_delete` alone leaves some: see `Database.scrub`."""
    database = Database(url)
    factory = SqlUnitOfWorkFactory(database)
    scene = await set_scene(factory)
    ended, other = a_ballot(scene.unit), a_ballot(scene.unit)
    dropped = [with_random_ids(some_slips(ended.paper, ["abstain"])) for _ in range(VOTES)]
    kept = with_random_ids(some_slips(other.paper, ["abstain"] * OTHERS))
    async with factory() as uow:
        uow.ballots.add(ended)
        uow.ballots.add(other)
        await uow.commit()
    for number, slips in enumerate(dropped):
        async with factory() as uow:
            await uow.ballots.drop(ended.id, slips, f"{number:064x}")
            await uow.commit()
    async with factory() as uow:
        await uow.ballots.drop(other.id, kept, "f" * 64)
        await uow.commit()
    async with factory() as uow:
        await uow.ballots.seal(ended.id, None)
        await uow.commit()

    await database.scrub(SECRET)

    path = Path(url.removeprefix("sqlite+aiosqlite:///"))
    held = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert not [slip.id for slips in dropped for slip in slips if slip.id.encode() in held]
    async with factory.reading() as uow:
        assert {slip.id for slip in await uow.ballots.slips(other.id)} == {slip.id for slip in kept}
        assert await uow.ballots.receipts(other.id) == ["f" * 64]
    await database.close()
