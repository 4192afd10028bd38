"""The command line as a person meets it: exit codes, one sentence, nothing imported in vain."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

TOKEN = "7000000001:sandbox-token-for-the-demo"  # noqa: S105 - the sandbox's, it opens nothing
HEAVY = ("aiogram", "aiogram_dialog", "telegram", "matplotlib", "jieba")
WATCHED = """
import sys
from bot.cli import main
sys.argv = ["linli", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    code = end.code
print("MODULES", *sorted({name.partition(".")[0] for name in sys.modules}))
sys.exit(code)
"""


@dataclass(frozen=True)
class Terminal:
    """Runs `linli` in a folder with nothing but the given settings. Not `measured`: without coverage."""

    folder: Path
    measured: bool = True

    def environment(self, settings: dict[str, str]) -> dict[str, str]:
        dropped = ("LINLI_",) if self.measured else ("LINLI_", "COVERAGE_")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
        return {**kept, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", **settings}

    def run(self, *arguments: str, code: int = 0, **settings: str) -> str:
        """Return what was printed, on both streams; a traceback is never right."""
        command = [sys.executable, "-P", "-m", "bot", *arguments]
        return self._run(command, code, settings)

    def modules(self, *arguments: str, **settings: str) -> set[str]:
        watched = replace(self, measured=False)  # the commands themselves are measured elsewhere here
        printed = watched._run([sys.executable, "-P", "-c", WATCHED, *arguments], 0, settings)
        line = next(line for line in printed.splitlines() if line.startswith("MODULES "))
        return set(line.split()[1:])

    def _run(self, command: list[str], code: int, settings: dict[str, str]) -> str:
        done = subprocess.run(  # noqa: S603 - our own interpreter and program
            command,
            cwd=self.folder,
            env=self.environment(settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=150,
            check=False,
        )
        assert done.returncode == code, done.stdout
        assert "Traceback" not in done.stdout
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """In an empty folder."""
    return Terminal(tmp_path)


@pytest.fixture(scope="module")
def after_migrating(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    Terminal(folder).run("migrate")
    return folder


@pytest.fixture
def migrated(after_migrating: Path, tmp_path: Path) -> Terminal:
    """In a folder as `linli migrate` leaves it."""
    shutil.copytree(after_migrating, tmp_path, dirs_exist_ok=True)
    return Terminal(tmp_path)


def test_help_imports_nothing_heavy(terminal: Terminal) -> None:
    loaded = terminal.modules("--help")

    assert loaded & {*HEAVY, "sqlalchemy", "alembic", "pydantic", "aiohttp", "rich"} == set()


@pytest.mark.parametrize("command", [("migrate",), ("unit", "tree"), ("outbox", "list")])
def test_commands_without_telegram_import_no_telegram(command: tuple[str, ...], migrated: Terminal) -> None:
    assert migrated.modules(*command) & set(HEAVY) == set()


def test_help_speaks_the_language_of_the_terminal(terminal: Terminal) -> None:
    assert "Run the bot" in terminal.run("--help")
    assert "运行机器人" in terminal.run("--help", LC_ALL="zh_CN.UTF-8")


def test_units_from_nothing_to_a_bind_code(terminal: Terminal) -> None:
    assert "linli migrate" in terminal.run("unit", "tree", code=1)
    assert "was brought" in terminal.run("migrate")
    assert "up to date" in terminal.run("migrate")
    assert "no units" in terminal.run("unit", "tree")
    terminal.run("unit", "add", "甲街道", "--level", "street")
    terminal.run("unit", "add", "乙社区", "--level", "community", "--parent", "甲街道")
    assert "cannot hang there" in terminal.run("unit", "add", "三组", "--level", "group", "--parent", "甲街道", code=1)
    assert "/bind " in terminal.run("unit", "bind", "乙社区", "--purpose", "finance")
    assert "linli unit tree" in terminal.run("unit", "bind", "丙社区", code=1)
    assert terminal.run("unit", "tree").splitlines()[0].startswith("甲街道 (street)")


def test_files_are_private(terminal: Terminal) -> None:
    terminal.run("migrate")
    terminal.run("unit", "tree")

    made = [path for path in (terminal.folder / "var").rglob("*") if path.is_file()]

    assert made
    assert [path.name for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_outbox_of_a_new_database_is_empty(migrated: Terminal) -> None:
    assert migrated.run("outbox", "list").startswith("Outbox:")
    assert migrated.run("outbox") == migrated.run("outbox", "list")
    assert "#7" in migrated.run("outbox", "revive", "7", code=1)


def test_what_could_not_be_handled_is_listed_and_handled_again(migrated: Terminal) -> None:
    assert "no messages" in migrated.run("inbox")
    with closing(sqlite3.connect(migrated.folder / "var" / "linli.db")) as database, database:
        database.execute(
            "INSERT INTO inbox (update_id, state, order_key, payload, incident) "
            "VALUES (7, 'parked', 'c5', '{\"text\": \"secret words\"}', 'ABCD-EFGH')"
        )

    shown = migrated.run("inbox", "list")
    assert "ABCD-EFGH" in shown
    assert "secret words" not in shown
    assert "no incident AAAA-AAAA" in migrated.run("inbox", "retry", "AAAA-AAAA", code=1)
    assert "ABCD-EFGH will be handled" in migrated.run("inbox", "retry", "abcd-efgh")
    assert "no messages" in migrated.run("inbox")


def test_seed_twice_adds_once_and_never_without_demo(migrated: Terminal) -> None:
    assert "LINLI_DEMO=1" in migrated.run("seed", code=1)
    assert "3 units, 0 staff chats, 13 people" in migrated.run("seed", LINLI_DEMO="1")
    assert "0 units, 0 staff chats, 0 people" in migrated.run("seed", LINLI_DEMO="1")


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({}, "LINLI_BOT_TOKEN"),
        ({"LINLI_BOT_TOKEN": "secret-but-wrong"}, "LINLI_BOT_TOKEN"),
        ({"LINLI_BOT_TOKEN": TOKEN, "LINLI_HTTP_PORT": "secret-but-wrong"}, "LINLI_HTTP_PORT"),
    ],
)
@pytest.mark.parametrize("command", ["run", "serve", "deliver"])
def test_wrong_setting_is_one_sentence_and_code_2(
    command: str, settings: dict[str, str], named: str, tmp_path: Path
) -> None:
    printed = Terminal(tmp_path, measured=False).run(command, code=2, **settings)

    assert printed.count("\n") == 1
    assert named in printed
    assert "secret-but-wrong" not in printed


def test_misspelt_name_in_the_file_is_refused_with_a_hint(terminal: Terminal) -> None:
    (terminal.folder / "linli.toml").write_text('LINLI_DATABSE_URL = "x"\n', encoding="utf-8")

    assert "did you mean LINLI_DATABASE_URL?" in terminal.run("migrate", code=2)


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/none", "sqlite+aiosqlite:////dev/null/linli.db"])
def test_database_out_of_reach_is_one_sentence(url: str, terminal: Terminal) -> None:
    printed = terminal.run("migrate", code=1, LINLI_DATABASE_URL=url)

    assert "LINLI_DATABASE_URL" in printed
    assert printed.count("\n") == 1


def test_damaged_key_file_is_one_sentence(migrated: Terminal) -> None:
    (migrated.folder / "var" / "secret.key").write_text("", encoding="utf-8")

    assert "secret.key" in migrated.run("unit", "tree", code=1)


def test_only_a_demos_time_is_moved(migrated: Terminal) -> None:
    refused = migrated.run("clock", "shift", "86400", code=1)
    assert "LINLI_DEMO=1" in refused
    assert len(refused.strip().splitlines()) == 1
    assert "3,660" in migrated.run("clock", "shift", str(3_661 * 86_400), code=1, LINLI_DEMO="1")
    here = migrated.run("clock", "shift", "0", LINLI_DEMO="1")
    moved = migrated.run("clock", "shift", str(400 * 86_400), LINLI_DEMO="1")
    back = migrated.run("clock", "shift", str(-400 * 86_400), LINLI_DEMO="1")
    assert here != moved != back
    assert migrated.modules("clock", "shift", "0", LINLI_DEMO="1") & set(HEAVY) == set()


def test_the_schedule_alone_needs_a_database_and_no_token(terminal: Terminal) -> None:
    printed = terminal.run("schedule", code=1, LINLI_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")

    assert "LINLI_DATABASE_URL" in printed
    assert printed.count("\n") == 1
