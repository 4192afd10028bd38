import asyncio
import sys
from pathlib import Path
from shutil import copytree

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError, OperationalError

import storage
from storage import migrate
from storage.engine import lone_connection
from storage.tables import APPEND_ONLY, metadata

pytestmark = pytest.mark.integration

FTS = ("disclosure_fts", "case_fts")
SEARCH = {"disclosure_words_added", "disclosure_words_changed"} | {
    f"case_words_{what}" for what in ("added", "changed", "gone")
}
"""Triggers that keep SQLite's full text search in step; its tables are no models of ours."""


def revisions() -> list[str]:
    """Return every revision, oldest first."""
    config = Config()
    config.set_main_option("script_location", str(Path(storage.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


async def table_names(url: str) -> set[str]:
    async with lone_connection(url) as connection:
        return set(await connection.run_sync(lambda c: inspect(c).get_table_names()))


@pytest.fixture
def empty_url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'new' / 'folder' / 'linli.db'}"


async def test_every_step_goes_up_down_and_up(empty_url: str) -> None:
    before = "base"
    for revision in revisions():
        await migrate.upgrade(empty_url, revision)
        await migrate.downgrade(empty_url, before)
        assert await migrate.current(empty_url) == (None if before == "base" else before)
        await migrate.upgrade(empty_url, revision)
        assert await migrate.current(empty_url) == revision
        before = revision

    await migrate.downgrade(empty_url, "base")
    assert await table_names(empty_url) == {"alembic_version"}


async def counting(url: str) -> set[str]:
    """Return the tables whose numbers are never given out again."""
    async with lone_connection(url) as connection:
        found = await connection.execute(text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"))
        return set(found.scalars())


async def test_numbers_of_rows_are_never_given_out_again_after_a_step_back(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    before = await counting(empty_url)
    for revision in revisions()[-2:10:-1]:
        await migrate.downgrade(empty_url, revision)
    await migrate.upgrade(empty_url)

    assert await counting(empty_url) == before != set()


async def test_upgrading_twice_is_upgrading_once(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    await migrate.upgrade(empty_url)

    assert await migrate.current(empty_url) == revisions()[-1]


async def test_two_that_start_together_migrate_one_after_the_other(empty_url: str) -> None:
    script = "import asyncio, sys; from storage import migrate; asyncio.run(migrate.upgrade(sys.argv[1]))"
    both = [await asyncio.create_subprocess_exec(sys.executable, "-c", script, empty_url) for _ in range(2)]

    assert [await process.wait() for process in both] == [0, 0]
    assert await migrate.current(empty_url) == revisions()[-1]


async def test_the_models_are_what_the_migrations_make(url: str) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {
            "compare_type": True,
            "compare_server_default": True,
            "include_name": lambda name, kind, _: kind != "table" or not name.startswith(FTS),
        }
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))

    async with lone_connection(url) as connection:
        assert await connection.run_sync(differences) == []


async def test_constraint_names_are_what_the_models_say(url: str) -> None:
    """The comparison above does not look at the names of primary keys, unique constraints and checks."""

    def names(connection: Connection) -> set[str | None]:
        seen = inspect(connection)
        found: set[str | None] = set()
        for table in metadata.tables:
            found.add(seen.get_pk_constraint(table)["name"])
            found |= {unique["name"] for unique in seen.get_unique_constraints(table)}
            found |= {check["name"] for check in seen.get_check_constraints(table)}
            found |= {foreign["name"] for foreign in seen.get_foreign_keys(table)}
        return found

    async with lone_connection(url) as connection:
        in_database = await connection.run_sync(names)
    in_models = {str(c.name) for table in metadata.tables.values() for c in table.constraints}
    counting = {t.primary_key.name for t in metadata.tables.values() if t.dialect_kwargs.get("sqlite_autoincrement")}
    assert in_database - {None} == in_models - counting  # SQLite gives an autoincrementing key no name


async def test_a_failed_upgrade_leaves_nothing_behind(empty_url: str) -> None:
    """Half a migration is worse than none: SQLite changes its schema in a transaction too."""
    async with lone_connection(empty_url) as connection:
        await connection.execute(text("CREATE TABLE petitions (in_the_way INTEGER)"))
        await connection.commit()
    with pytest.raises(OperationalError, match="petitions already exists"):
        await migrate.upgrade(empty_url)

    assert await table_names(empty_url) == {"petitions"}


async def test_append_only_tables_are_guarded(url: str) -> None:
    async with lone_connection(url) as connection:
        rows = await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        guards = {f"{table}_no_{deed}" for table in APPEND_ONLY for deed in ("update", "delete")}
        assert set(rows.scalars()) - SEARCH == guards


async def test_a_drafted_revision_says_what_the_models_have_more(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "migrations"
    copytree(Path(storage.__file__).parent / "migrations", scripts)
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    await migrate.upgrade(empty_url)
    async with lone_connection(empty_url) as connection:
        await connection.execute(text("DROP TABLE dialog_state"))
        await connection.commit()
    await migrate.draft(empty_url, "more")

    (drafted,) = (scripts / "versions").glob("*_more.py")
    written = drafted.read_text()
    assert written.count("op.create_table(") == 1
    assert "sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False)" in written


async def test_what_buttons_have_asked_for_outlives_the_change_of_its_key(empty_url: str) -> None:
    await migrate.upgrade(empty_url, "0005")
    row = "(-100, 7001, 'p1', '{}', '2026-11-28 09:00:00.000000', '{}')"
    values = f"{row.format('prompt_note', '')}, {row.format('prompt_ask', '').replace('p1', 'p2')}"
    names = "chat_id, user_id, petition_id, role, at, album"
    async with lone_connection(empty_url) as connection:
        await connection.execute(text("PRAGMA foreign_keys=OFF"))
        await connection.execute(text(f"INSERT INTO staff_intents ({names}) VALUES {values}"))  # noqa: S608 - ours
        await connection.commit()

    await migrate.upgrade(empty_url, "0006")
    await migrate.downgrade(empty_url, "0005")
    await migrate.upgrade(empty_url, "0006")

    async with lone_connection(empty_url) as connection:
        kept = await connection.execute(text("SELECT petition_id, role, at FROM staff_intents ORDER BY petition_id"))
        assert [tuple(row) for row in kept] == [
            ("p1", "prompt_note", "2026-11-28 09:00:00.000000"),
            ("p2", "prompt_ask", "2026-11-28 09:00:00.000000"),
        ]


async def test_who_has_a_case_is_of_the_desk_in_which_they_took_it(empty_url: str) -> None:
    """Where it had last been moved to then; else at home, which is a unit above where the own one has no desk."""
    await migrate.upgrade(empty_url, "0012")
    blank = "'', '', '', '', '', '', '', '', 1, 'accepted', 2, ''"
    names = (
        "text, place_text, submitted_at, claim_by, reply_by, accept_by, answer_by, kind, calendar_certain, stage, "
        "version, marks, id, number, draft_id, unit_id, handler_id, handler_name"
    )
    cases = ", ".join(f"({blank}, '{n}', '{n}', '{n}', 'group', {7 if n < 5 else 'NULL'}, '刘')" for n in range(1, 6))
    history = [(1, "claim", "刘"), (2, "claim", "刘"), (2, "move", "街道")]
    history += [(3, "move", "街道"), (3, "claim", "何"), (3, "move", "社区"), (4, "claim", "刘")]
    rows = ", ".join(f"('{n}', '{event}', '{name}', '', '', '', '', '')" for n, event, name in history)
    happened = "petition_id, event, actor_name, actor_kind, actor_id, at, to_stage, reason"
    written = [
        (
            "INSERT INTO units (id, parent_id, level, name, invite, office, phone, hours) VALUES "
            "('street', NULL, 'street', '街道', 'a', '', '', ''), "
            "('community', 'street', 'community', '社区', 'b', '', '', ''), "
            "('group', 'community', 'group', '三组', 'c', '', '', '')"
        ),
        "INSERT INTO staff_chats (chat_id, unit_id, title, is_forum, language) VALUES (-1, 'community', '', 0, 'en')",
        f"INSERT INTO petitions ({names}) VALUES {cases}",  # noqa: S608 - ours
        (
            "INSERT INTO staff_cards (petition_id, chat_id, rendered_version, standing) VALUES "
            "('1', -1, 0, 'here'), ('2', -1, 0, 'lent'), ('3', -1, 0, 'here')"
        ),
        f"INSERT INTO petition_history ({happened}) VALUES {rows}",  # noqa: S608 - ours
    ]
    async with lone_connection(empty_url) as connection:
        await connection.execute(text("PRAGMA foreign_keys=OFF"))
        for statement in written:
            await connection.execute(text(statement))
        await connection.commit()

    await migrate.upgrade(empty_url, "0013")

    async with lone_connection(empty_url) as connection:
        kept = await connection.execute(text("SELECT id, handler_unit FROM petitions ORDER BY id"))
        found = {row.id: row.handler_unit for row in kept}
    assert found == {"1": "community", "2": "community", "3": "street", "4": "group", "5": None}


async def test_the_history_says_where_a_case_of_before_was_filed_and_is_guarded_again(empty_url: str) -> None:
    await migrate.upgrade(empty_url, "0025")
    happened = "petition_id, event, actor_name, actor_kind, actor_id, at, to_stage, reason"
    blank = "'', '', '', '', '', '', '', '', 1, 'accepted', 2, ''"
    names = (
        "text, place_text, submitted_at, claim_by, reply_by, accept_by, answer_by, kind, calendar_certain, stage, "
        "version, marks, id, number, draft_id, unit_id"
    )
    async with lone_connection(empty_url) as connection:
        await connection.execute(text("PRAGMA foreign_keys=OFF"))
        await connection.execute(text(f"INSERT INTO petitions ({names}) VALUES ({blank}, '1', '1', '1', 'group')"))  # noqa: S608 - ours
        rows = ", ".join(f"('1', '{event}', '', '', '', '', '', '')" for event in ("submit", "claim"))
        await connection.execute(text(f"INSERT INTO petition_history ({happened}) VALUES {rows}"))  # noqa: S608 - ours
        await connection.commit()

    await migrate.upgrade(empty_url, "0026")

    async with lone_connection(empty_url) as connection:
        kept = await connection.execute(text("SELECT unit_id FROM petition_history ORDER BY id"))
        assert [row.unit_id for row in kept] == ["group", None]
        with pytest.raises(DBAPIError, match="append-only"):
            await connection.execute(text("UPDATE petition_history SET reason = 'x'"))
