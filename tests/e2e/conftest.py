import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.e2e.house import House, open_house
from tests.e2e.kinds import Case, open_case
from tests.postgres_server import Server


@pytest.fixture(scope="module")
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the module's database; nothing for a SQLite file.

    Modules may ask for `postgres`; all of them get it with LINLI_TEST_DATABASE=postgres.
    """
    if (os.environ.get("LINLI_TEST_DATABASE") or getattr(request, "param", "sqlite")) == "sqlite":
        yield ""
        return
    server: Server = request.getfixturevalue("postgres")
    with server.database() as url:
        yield url


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, database: str
) -> AsyncIterator[House]:
    """One working community for the tests of a module; each test brings its own people.

    Measured only where the module says MEASURED: coverage doubles what a house costs, and the files whose scenes go
    everywhere once are measured.
    """
    measured = getattr(request.module, "MEASURED", False)
    async with open_house(tmp_path_factory.mktemp("house"), database=database, measured=measured) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log
    assert "text broken" not in opened.log, opened.log
    assert "text missing" not in opened.log, opened.log
    assert opened.box.token not in opened.log


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def case(house: House) -> Case:
    """One open case for the tests of a module that look at what arrives."""
    return await open_case(house, "种类齐全")
