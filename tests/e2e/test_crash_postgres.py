"""On PostgreSQL and by webhook: see `tests.e2e.crash`. A file of its own, so that both can run at the same time."""

from pathlib import Path

import pytest

from tests.e2e.crash import twenty_kills_lose_nothing
from tests.postgres_server import Server

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]


async def test_twenty_kills_lose_nothing(tmp_path: Path, postgres: Server) -> None:
    with postgres.database() as url:
        await twenty_kills_lose_nothing(tmp_path, url, webhook=True)
