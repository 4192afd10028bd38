"""The demo's archive: put there once, complete, and found."""

import json

import pytest

from bot.adapters.words import search_tokenizer
from bot.demo.seed_news import EXAMPLE, SeedNews
from core.disclosure.model import Category
from core.people.model import Level
from tests.core_rig import CoreRig
from tests.factories.cases import a_unit
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit


async def test_the_archive_is_put_there_once() -> None:
    rig = CoreRig()
    street = a_unit(name="和平街道", level=Level.STREET)
    rig.tables.units[street.id] = street
    seed = SeedNews(
        uow=InMemoryUnitOfWorkFactory(rig.database),
        clock=rig.clock,
        ids=rig.ids,
        tokenizer=search_tokenizer(),
        sheets=rig.sheets,
        blobs=rig.blobs,
    )
    rows = json.loads(EXAMPLE.read_text(encoding="utf-8"))

    assert await seed(rows) == len(rows) == 9
    assert await seed(rows) == 0

    reader = rig.use.disclosure.reader
    units = [rig.unit.id, street.id]
    assert {*await reader.counts(units)} == {*Category}
    found = await reader.rows(units, limit=20)
    assert [row.n for row in found if "二季度" in row.title] == [2]
    view = await reader.view(next(row.id for row in found if "电梯" in row.title))
    assert [file.name for file in view.versions[0].files] == ["5栋电梯大修期间停运通知.pdf"]
    assert [row.title for row in await reader.find(units, ["电梯", "停运"])] == ["5栋电梯大修期间停运通知"]


async def test_of_units_that_are_not_there_nothing_is_seeded() -> None:
    rig = CoreRig()
    seed = SeedNews(
        uow=InMemoryUnitOfWorkFactory(rig.database),
        clock=rig.clock,
        ids=rig.ids,
        tokenizer=search_tokenizer(),
        sheets=rig.sheets,
        blobs=rig.blobs,
    )
    assert (
        await seed([{"unit": "没有的社区", "category": "party", "span": "", "days_ago": 1, "title": "x", "text": "x"}])
        == 0
    )
