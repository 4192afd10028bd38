"""`linli days`: one sentence about a mistake and nothing taken in, a preview that keeps nothing, and then the days."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

LINLI = Path(sys.executable).parent / "linli"
FILE = """\
days:
  - {name: law, unit: 幸福社区, kind: lecture, when: {weekly: 2}, place: 活动室,
     times: [{from: 9:00, to: 10:00, minutes: 30, places: 1}]}
"""


@pytest.fixture
def environment(migrated_file: Path, tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "linli.db"
    path.write_bytes(Path(migrated_file).read_bytes())
    return {"LINLI_DATABASE_URL": f"sqlite+aiosqlite:///{path}", "LINLI_DATA_DIR": str(tmp_path), "LANG": "zh_CN.UTF-8"}


def linli(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own command
        [str(LINLI), *arguments],
        env={"PATH": "/usr/bin:/bin", **environment},
        cwd=environment["LINLI_DATA_DIR"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def rows(environment: dict[str, str], table: str) -> int:
    with closing(sqlite3.connect(environment["LINLI_DATABASE_URL"].partition("///")[2])) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a table named here


def test_a_file_is_looked_at_refused_and_taken_in(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "days.yaml"
    file.write_text(FILE, encoding="utf-8")
    assert linli(environment, "days", "list")[1].startswith("八周之内没有日子")
    code, said = linli(environment, "days", "import", str(file))
    assert (code, "没有这个单位" in said) == (1, True), said
    linli(environment, "unit", "add", "和平街道", "--level", "street")
    linli(environment, "unit", "add", "幸福社区", "--level", "community", "--parent", "和平街道")

    code, said = linli(environment, "days", "import", str(file), "--preview")
    assert (code, rows(environment, "booking_series"), rows(environment, "booking_days")) == (0, 0, 0), said
    assert "没有录入" in said
    file.write_text(FILE.replace("lecture", "lectur"), encoding="utf-8")
    code, said = linli(environment, "days", "import", str(file))
    assert (code, rows(environment, "booking_series")) == (1, 0)
    assert said.startswith("days.yaml 第 2 行（days.1.kind）：kind 写")
    file.write_text(FILE, encoding="utf-8")
    code, said = linli(environment, "days", "import", str(file))
    assert (code, rows(environment, "booking_series")) == (0, 1), said
    made = rows(environment, "booking_days")
    assert made >= 7
    assert "法律讲座（幸福社区）可以预约 0/2" in linli(environment, "days", "list")[1]
    assert "没变" in linli(environment, "days", "import", str(file))[1]
    assert rows(environment, "booking_days") == made
