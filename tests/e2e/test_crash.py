"""On SQLite: see `tests.e2e.crash`."""

from pathlib import Path

import pytest

from tests.e2e.crash import kills_lose_nothing

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]


async def test_kills_lose_nothing(tmp_path: Path) -> None:
    await kills_lose_nothing(tmp_path)
