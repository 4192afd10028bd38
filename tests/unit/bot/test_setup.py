"""The pieces of `linli setup`: what it asks, what it writes, what it draws."""

import io
import os
import stat
import subprocess
import sys
import tomllib
import unicodedata
from contextvars import copy_context
from pathlib import Path

import pytest
import segno

from bot.config import ConfigError, GivenSettings
from bot.nursery import Nursery
from bot.setup.asking import ask_name, ask_phone, choose
from bot.setup.child import RunningBot
from bot.setup.file import put_setting, with_setting
from bot.setup.flow import ensure_owner
from bot.setup.qr import can_draw, drawn, show_link
from bot.terminal import speak, spoken, words
from core.shared.errors import AppError
from core.shared.language import Language
from core.shared.text import is_phone
from locales.catalogue import ROOT
from storage.serving import SoleTurns, is_served

pytestmark = pytest.mark.unit

KEY = "LINLI_BOT_TOKEN"
GROUP = "https://t.me/linli_xingfu_bot?startgroup=bind_ABCD-EFGH&admin=manage_topics+delete_messages+pin_messages"
LOWER = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f'{KEY} = "1:new"\n'),
        (f'# mine\n{KEY} = ""\nA = 1\n', f'# mine\n{KEY} = "1:new"\nA = 1\n'),
        (f"  {KEY}='old'  # from BotFather\n", f'{KEY} = "1:new" # from BotFather\n'),
        (f'{KEY} = "old"', f'{KEY} = "1:new"'),
        (f'# {KEY} = "x"\nA = 1\n', f'{KEY} = "1:new"\n# {KEY} = "x"\nA = 1\n'),
        (f'{KEY}_OTHER = "x"\n', f'{KEY} = "1:new"\n{KEY}_OTHER = "x"\n'),
        ('[table]\nb = "x"\n', f'{KEY} = "1:new"\n[table]\nb = "x"\n'),
    ],
)
def test_a_setting_is_put_in_and_the_rest_stays(before: str, after: str) -> None:
    assert with_setting(before, KEY, "1:new") == after
    assert tomllib.loads(after)[KEY] == "1:new"


def test_the_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "linli.toml"
    file.write_text('LINLI_TIMEZONE = "Asia/Urumqi"\n', encoding="utf-8")
    file.chmod(0o644)

    put_setting(KEY, "1:new", file)

    assert tomllib.loads(file.read_text(encoding="utf-8")) == {KEY: "1:new", "LINLI_TIMEZONE": "Asia/Urumqi"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["linli.toml"]


def test_a_setting_over_several_lines_is_left_to_its_writer(tmp_path: Path) -> None:
    file = tmp_path / "linli.toml"
    text = f'{KEY} = """\nold"""\n'
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError, match="config-file-edit"):
        put_setting(KEY, "1:new", file)
    assert file.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="config-file-written"):
        put_setting(KEY, "1:new", tmp_path / "absent" / "linli.toml")


@pytest.mark.parametrize("link", ["https://t.me/BotFather", GROUP])
def test_the_code_is_drawn_as_it_is_and_fits_the_terminal(link: str) -> None:
    lines = drawn(link)

    code = segno.make(link, error="l", micro=False, boost_error=False)
    wanted = [list(map(int, row)) for row in code.matrix_iter(border=2)]
    rows = [[LOWER[char][half] for char in line] for line in lines for half in (0, 1)]
    assert rows[: len(wanted)] == wanted
    assert all(not any(row) for row in rows[len(wanted) :])
    assert len(lines[0]) <= 60


def test_a_link_in_a_pipe_is_only_a_link(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    show_link(GROUP)
    assert capsys.readouterr().out.split() == [GROUP]
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    assert not can_draw()


def test_a_choice_is_made_by_number_or_enter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "0", "x", "²", "4", "3", "")

    assert choose(["a", "b", "c"], preferred=2) == 3
    assert capsys.readouterr().out.count(words("cli-setup-number", count=3, preferred=2)) == 4
    assert choose(["a", "b", "c"], preferred=2) == 2


def test_a_name_is_asked_for_until_it_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "", "\u200b", "x" * 11, "幸\ufffd", "幸\x08", "  幸福社区 ", "")

    assert ask_name(10) == "幸福社区"
    told = capsys.readouterr().out
    assert [told.count(words(key, limit=10)) for key in ("cli-setup-empty", "cli-setup-long", "cli-setup-garbled")] == [
        2,
        1,
        2,
    ]
    assert not ask_name(10, empty=True)
    with pytest.raises(AppError, match="setup-no-more-answers"):
        ask_name(10)


def test_a_phone_is_asked_for_until_it_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "没有", "1", "01055500008@", " 010－5550 0008 ", "")

    assert ask_phone(60) == "010－5550 0008"
    assert capsys.readouterr().out.count(words("cli-setup-no-phone")) == 3
    assert not ask_phone(60)


@pytest.mark.parametrize(
    "typed",
    ["12345", "110", "+86 (10) 5550-0008 转 12", "(010)55500008", "010-5550-0008、13800000000", "555 0100 or 555-0101"],
)
def test_what_can_be_dialled_is_a_phone(typed: str) -> None:
    assert is_phone(typed)


@pytest.mark.parametrize("typed", ["", "电话", "12", "010-", "幸福社区 010-5550-0008", "1" * 30, "010、"])
def test_what_cannot_be_dialled_is_none(typed: str) -> None:
    assert not is_phone(typed)


async def test_a_bot_is_started_only_where_none_serves(tmp_path: Path) -> None:
    settings = GivenSettings(database_url=f"sqlite+aiosqlite:///{tmp_path}/linli.db", data_dir=tmp_path)
    turns = SoleTurns(settings.database_url)
    async with Nursery() as nursery:
        serving = nursery.start(turns.follow(lambda _: None), name="turns")
        await turns.ready()
        ours = RunningBot(settings)
        await ours.check()
        assert ours.process is None
        ours.end()
        serving.cancel()
    assert not await is_served(settings.database_url)


async def test_a_bot_that_ended_by_itself_is_told(tmp_path: Path) -> None:
    ours = RunningBot(GivenSettings(data_dir=tmp_path))
    ours.process = subprocess.Popen([sys.executable, "-c", ""])  # noqa: ASYNC220 - our own interpreter
    ours.process.wait()

    with pytest.raises(AppError, match="setup-bot-ended"):
        await ours.check()
    ours.end()


def test_root_does_not_write_into_a_service_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:
        os.chown(tmp_path, 1, 1)
    ensure_owner(Path(tmp_path.anchor))
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    with pytest.raises(AppError, match="setup-as-root"):
        ensure_owner(tmp_path)


@pytest.mark.parametrize("language", Language)
def test_what_setup_says_fits_a_terminal(language: Language) -> None:
    """The terminal would break a line anywhere, also inside a word; what is put into a line is left out here."""
    lines = (ROOT / language.value / "setup.ftl").read_text(encoding="utf-8").splitlines()
    shown = [line.partition(" = ")[2] or line.strip() for line in lines if not line.startswith(("#", "cli-help"))]

    assert [line for line in shown if "{ $" not in line and len(line) + wide(line) > 80] == []


def wide(line: str) -> int:
    return sum(unicodedata.east_asian_width(char) in {"W", "F"} for char in line)


def test_the_language_that_was_chosen_is_spoken() -> None:
    def chosen() -> str:
        speak(Language.ZH_TW)
        return words("cli-setup-others-none")

    assert "不用" in copy_context().run(chosen)
    assert spoken() is Language.EN
