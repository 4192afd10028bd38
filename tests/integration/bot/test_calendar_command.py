"""`linli calendar`: what is known is shown as a file, a file is looked at, refused or taken in, and open dates move."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.bot.test_days_command import linli, rows

pytestmark = pytest.mark.integration


@pytest.fixture
def environment(migrated_file: Path, tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "linli.db"
    path.write_bytes(Path(migrated_file).read_bytes())
    return {"LINLI_DATABASE_URL": f"sqlite+aiosqlite:///{path}", "LINLI_DATA_DIR": str(tmp_path), "LANG": "zh_CN.UTF-8"}


def test_a_year_is_shown_changed_and_taken_in(environment: dict[str, str], tmp_path: Path) -> None:
    assert "还不知道" in linli(environment, "calendar", "show", "2027")[1]
    code, shown = linli(environment, "calendar", "show", "2026")
    assert (code, "2026-02-15..2026-02-23,holiday,春节" in shown, "2026-10-10,workday," in shown) == (0, True, True)
    file = tmp_path / "2026.csv"

    file.write_text(shown, encoding="utf-8")
    code, said = linli(environment, "calendar", "import", str(file), "--preview")
    assert (code, rows(environment, "calendar_days")) == (0, 0), said
    assert "不同的有 0 天" in said
    assert "没有录入" in said

    file.write_text(shown.replace("2026-10-10,workday", "2026-10-12,workday") + "\n2026-10-01,holiday\n", "utf-8")
    code, said = linli(environment, "calendar", "import", str(file))
    assert (code, rows(environment, "calendar_days")) == (1, 0), said
    assert said.count("行：") == 2
    assert "共 2 处" in said

    file.write_text(shown.replace("2026-10-10,workday", "2026-10-11,workday"), encoding="utf-8")
    code, said = linli(environment, "calendar", "import", str(file))
    assert (code, "不同的有 2 天" in said) == (0, True), said
    assert "已录入" in said
    assert "没有改变" in linli(environment, "calendar", "import", str(file))[1]
    again = linli(environment, "calendar", "show", "2026")[1]
    assert again.splitlines()[1:] == file.read_text(encoding="utf-8").splitlines()[1:]
    with closing(sqlite3.connect(environment["LINLI_DATABASE_URL"].partition("///")[2])) as database:
        names = {name for (name,) in database.execute("SELECT DISTINCT name FROM calendar_days")}
    assert {"spring-festival", "national-day", ""} <= names


def test_names_are_known_however_they_are_called(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "2027.csv"
    text = "2027-04-05,休,清明节\n2027-09-15,放假,Mid-Autumn Festival\n2027-10-01..2027-10-07,放假,国庆节\n"
    file.write_text(text + "2027-10-09,补班\n2027-11-11,放假,社区成立日\n", encoding="gb18030")
    code, said = linli(environment, "calendar", "import", str(file))
    assert code == 0, said

    shown = linli({**environment, "LANG": "en_US.UTF-8"}, "calendar", "show", "2027")[1]
    assert "2027-04-05,holiday,清明\n2027-09-15,holiday,中秋\n" in shown
    assert "2027-11-11,holiday,社区成立日" in shown
