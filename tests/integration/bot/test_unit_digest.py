"""`linli unit digest`: when a unit has its weekly digest, and one sentence where that cannot be."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.bot.test_days_command import environment, linli

__all__ = ["environment"]
pytestmark = pytest.mark.integration


def kept(environment: dict[str, str]) -> list[tuple[int | None, str | None]]:
    with closing(sqlite3.connect(environment["LINLI_DATABASE_URL"].partition("///")[2])) as database:
        return database.execute("SELECT weekday, at FROM digest_settings").fetchall()


def test_a_unit_has_its_digest_when_it_wants(environment: dict[str, str], tmp_path: Path) -> None:
    linli(environment, "unit", "add", "和平街道", "--level", "street")
    for arguments, wrong in (
        (("幸福社区",), "没有这个单位"),
        (("和平街道", "--at", "25:00"), "时间要写成 18:00 这样"),
        (("和平街道", "--at", "晚上六点"), "时间要写成 18:00 这样"),
        (("和平街道", "--at", ""), "时间要写成 18:00 这样"),
    ):
        code, said = linli(environment, "unit", "digest", *arguments)
        assert (code, wrong in said, "Traceback" in said) == (1, True, False), said
    for day in ("0", "8", "friday"):
        code, said = linli(environment, "unit", "digest", "和平街道", "--day", day)
        assert (code, "Traceback" in said) == (2, False), said
    assert kept(environment) == []
    code, said = linli(environment, "unit", "digest", " 和平街道 ", "--day", "7", "--at", "09:30")
    assert (code, said.strip()) == (0, "和平街道：每周消息改在星期天 09:30 发。")
    assert kept(environment) == [(7, "09:30")]
    code, said = linli(environment, "unit", "digest", "和平街道", "--off")
    assert (code, said.strip()) == (0, "和平街道：不再发每周消息。")
    assert kept(environment) == [(None, None)]
    code, said = linli(environment, "unit", "digest", "和平街道")
    assert (code, said.strip()) == (0, "和平街道：每周消息改在星期五 18:00 发。")
