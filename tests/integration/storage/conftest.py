from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copyfile

import pytest

from storage.engine import Database


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "linli.db"
    copyfile(migrated_file, path)
    return path


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    opened = Database(url)
    yield opened
    await opened.close()


@pytest.fixture(params=["url", "postgres_url"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty SQLite or PostgreSQL database."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def several(address: str) -> AsyncIterator[list[Database]]:
    databases = [Database(address) for _ in range(4)]
    yield databases
    for database in databases:
        await database.close()
