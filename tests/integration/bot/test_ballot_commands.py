"""`linli ballot` where several units have a ballot of one name: what is destroyed is what was meant."""

import asyncio
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from core.ballots.model import BallotState
from core.shared.errors import AppError
from storage.engine import Database
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.ballots import a_ballot
from tests.factories.cases import a_unit

pytestmark = pytest.mark.integration


@pytest.fixture
def address(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    url = f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'linli.db')}"
    monkeypatch.setenv("LINLI_BOT_TOKEN", "7000000001:" + "t" * 35)
    monkeypatch.setenv("LINLI_DATABASE_URL", url)
    monkeypatch.setenv("LINLI_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    return url


async def test_a_name_that_several_units_have_is_asked_for_with_its_unit(address: str) -> None:
    database = Database(address)
    east, west = a_unit(name="东区"), a_unit(name="西区")
    ballots = [a_ballot(unit, slug="annual") for unit in (east, west)]
    ballots.append(a_ballot(west, slug="lift", closes_at=ballots[0].closes_at + timedelta(days=1)))
    async with SqlUnitOfWorkFactory(database)() as uow:
        for unit in (east, west):
            uow.units.add(unit)
        for ballot in ballots:
            uow.ballots.add(ballot)
        await uow.commit()

    def run(*arguments: str) -> tuple[str, str]:
        done = CliRunner().invoke(app, ["ballot", *arguments])
        error = done.exception
        return error.code if isinstance(error, AppError) else "", done.output

    refused, _ = await asyncio.to_thread(run, "cancel", "annual")
    assert refused == "ballot-of-several"
    assert (await asyncio.to_thread(run, "show", "北区/annual"))[0] == "ballot-no-such"
    assert await asyncio.to_thread(run, "cancel", "西区/annual") == ("", "已取消：annual。\n")
    assert "lift" in (await asyncio.to_thread(run, "show", "lift"))[1]
    async with SqlUnitOfWorkFactory(database).reading() as uow:
        states = [(await uow.ballots.get(ballot.id)).state for ballot in ballots]
    await database.close()
    assert states == [BallotState.DRAFT, BallotState.CANCELLED, BallotState.DRAFT]
