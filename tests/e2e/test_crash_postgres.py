"""On PostgreSQL, with Valkey, by webhook: see `tests.e2e.crash`. A file of its own: both can run at once."""

from pathlib import Path

import pytest

from tests.e2e.crash import kills_lose_nothing
from tests.postgres_server import Server

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]


async def test_kills_lose_nothing(tmp_path: Path, postgres: Server, valkey: str) -> None:
    with postgres.database() as url:
        await kills_lose_nothing(tmp_path, url, redis=valkey, webhook=True)
