import asyncio
import gc
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("linli", deadline=None)  # a busy machine is no wrong answer
settings.load_profile("linli")


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
