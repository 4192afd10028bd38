"""`linli route`: shows, routes and measures, with no database and no token."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.commands.route import HEADER
from core.routing.model import Decision, Intent
from core.shared.errors import AppError

pytestmark = pytest.mark.integration

MONDAY = ("--today", "2026-11-23")
DEVELOPMENT = Path(__file__).parents[2] / "data" / "routing_dev.tsv"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["route", *arguments, *MONDAY])


def refused(*arguments: str) -> tuple[str, dict[str, str | int]]:
    error = CliRunner().invoke(app, ["route", *arguments]).exception
    assert isinstance(error, AppError)
    return error.code, dict(error.args_for_text)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "texts.tsv"


def test_texts_are_shown_with_door_slots_and_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = run("下周二想找律师问遗产", "垃圾桶三天没人清").output

    assert "act  booking.legal" in shown
    assert '{"date": "2026-12-01"}' in shown
    assert "律师" in shown.splitlines()[4]
    assert "act  petition.complaint" in shown
    assert "category: 环境保护" in shown
    assert list(tmp_path.iterdir()) == []


def test_each_line_of_a_file_gives_one_line_in_order(table: Path) -> None:
    table.write_bytes("\ufeffid\ttext\tmore\r\n7\t怎么投票\tx\r\n\t \r\na\u2028b\t谢谢\u2028你们\r\n".encode())

    lines = run("--tsv", str(table)).output.split("\n")

    assert lines[0] == "\t".join(HEADER)
    rows = [dict(zip(HEADER, line.split("\t"), strict=True)) for line in lines[1:-1]]
    assert [row["id"] for row in rows] == ["7", "", "a b"]
    assert [row["intent"] for row in rows] == ["ballot.vote", "none", "greeting"]
    assert [row["decision"] for row in rows] == ["act", "fallback", "act"]
    assert [json.loads(row["slots"]) for row in rows] == [{}, {}, {}]
    assert 0 < float(rows[0]["intent_score"]) <= 1


@pytest.mark.parametrize(
    ("written", "ids", "intents"),
    [
        pytest.param("id\ttext\n\n1\t怎么投票\n\n", ["", "1", ""], ["none", "ballot.vote", "none"], id="empty-lines"),
        pytest.param("id\ttext\n1\n\t怎么投票\n1\t\n", ["1", "", "1"], ["none", "ballot.vote", "none"], id="half"),
        pytest.param("id\ttext\n1\t谢谢你们\t不过路灯又坏了\n", ["1"], ["petition.complaint"], id="tab-in-text"),
        pytest.param("id\ttext\n1\t\r怎么\r投票\r\n", ["1"], ["ballot.vote"], id="returns"),
        pytest.param('id\ttext\n1\t"怎么投票\n2\t谢谢你们', ["1", "2"], ["ballot.vote", "greeting"], id="quote"),
        pytest.param("id\ttext\n1\t\x00怎么投票\n", ["1"], ["ballot.vote"], id="nul"),
        pytest.param("1\t" + "路灯坏了没人修。" * 20_000, ["1"], ["petition.complaint"], id="160000-characters"),
        pytest.param("\n1\t怎么投票", ["", "1"], ["none", "ballot.vote"], id="no-header-and-empty"),
    ],
)
def test_whatever_is_in_a_line_it_gives_one(table: Path, written: str, ids: list[str], intents: list[str]) -> None:
    table.write_bytes(written.encode())

    result = run("--tsv", str(table))

    assert result.exception is None
    rows = [dict(zip(HEADER, line.split("\t"), strict=True)) for line in result.output.split("\n")[1:-1]]
    assert [row["id"] for row in rows] == ids
    assert [row["intent"] for row in rows] == intents


def test_empty_lines_are_measured_by_nobody(table: Path) -> None:
    table.write_text("text\tintent\n\n怎么投票\tballot.vote\n\n", encoding="utf-8")

    assert "1 text" in run("eval", str(table)).output


def test_the_whole_development_set_gives_lines_that_can_be_read(table: Path) -> None:
    lines = run("--tsv", str(DEVELOPMENT)).output.rstrip("\n").split("\n")

    assert len(lines) == len(DEVELOPMENT.read_text(encoding="utf-8").splitlines())
    for line in lines[1:]:
        row = dict(zip(HEADER, line.split("\t"), strict=True))
        assert row["decision"] in set(Decision)
        assert {row["intent"], *filter(None, row["alternatives"].split("|"))} <= set(Intent)
        assert isinstance(json.loads(row["slots"]), dict)


def test_a_file_without_header_is_id_and_text(table: Path) -> None:
    table.write_text("1\t怎么投票\n", encoding="utf-8")

    assert run("--tsv", str(table)).output.split("\n")[1].startswith("1\tact\tballot.vote\t")


def test_scores_are_shown_for_all_and_by_intent(table: Path) -> None:
    table.write_text(
        "id\ttext\tintent\tslots\tnote\n1\t怎么投票\tballot.vote\t{}\t\n2\t转人工\taccount\t\talt=human\n",
        encoding="utf-8",
    )

    shown = run("eval", str(table)).output

    assert "2 texts" in shown
    assert "act_precision           1.000" in shown
    assert "ballot.vote                 1  1.000  1.000  1.000" in shown
    assert "slots_exact             1.000" in shown


def test_without_slots_nothing_is_said_of_them(table: Path) -> None:
    table.write_text("text\tintent\n怎么投票\tballot.vote\n", encoding="utf-8")

    assert "slots_exact             0.000" in run("eval", str(table)).output


@pytest.mark.parametrize("arguments", [(), ("eval",), ("怎么投票", "--tsv", "x.tsv")])
def test_what_to_do_must_be_clear(arguments: tuple[str, ...]) -> None:
    assert refused(*arguments) == ("route-what", {})


@pytest.mark.parametrize(
    ("written", "way", "code"),
    [
        (b"\xff\xfe1", "--tsv", "route-file"),
        (b"", "--tsv", "route-columns"),
        (b"name\ttext\n1\tx\n", "--tsv", "route-columns"),
        (b"id\ttext\n1\tx\n", "eval", "route-columns"),
        (b"text\tintent\nx\n", "eval", "route-line"),
        (b"text\tintent\nx\tvote\n", "eval", "route-intent"),
        (b"text\tintent\tnote\nx\thuman\talt=me\n", "eval", "route-intent"),
        (b"text\tintent\tslots\nx\thuman\t[]\n", "eval", "route-slots"),
        (b"text\tintent\tslots\nx\thuman\t{\n", "eval", "route-slots"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_line(table: Path, written: bytes, way: str, code: str) -> None:
    table.write_bytes(written)

    found, told = refused(way, str(table))

    assert found == code
    assert told["file"] == str(table) if "file" in told else told["line"] == 2


def test_a_file_that_is_not_there_and_a_day_that_is_none() -> None:
    assert refused("--tsv", "nowhere.tsv") == ("route-file", {"file": "nowhere.tsv"})
    assert refused("x", "--today", "morgen") == ("route-day", {"day": "morgen"})
