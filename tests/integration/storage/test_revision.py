from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

import storage.migrations
from storage import migrate, revision

pytestmark = pytest.mark.integration


def test_head_is_what_alembic_says() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(storage.migrations.__file__).parent))
    config.set_main_option("path_separator", "os")

    assert revision.head() == ScriptDirectory.from_config(config).get_current_head()


async def test_current_is_what_alembic_says(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"
    assert await revision.current(url) is None

    await migrate.upgrade(url)

    assert await revision.current(url) == await migrate.current(url) == revision.head()
