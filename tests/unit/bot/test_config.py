from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import KNOWN, ConfigError, GivenSettings, LogFormat, load_settings
from core.petitions.clocks import Pledges
from core.petitions.reminders import Habits
from core.shared.language import Language
from locales.catalogue import default_catalogue

pytestmark = pytest.mark.unit

TOKEN = "7000000001:sandbox-token-for-the-demo"  # noqa: S105 - the sandbox's, it opens nothing


@pytest.fixture(autouse=True)
def bare_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in KNOWN:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_settings_without_anything_are_the_documented_defaults() -> None:
    settings = load_settings()

    assert settings.database_url == "sqlite+aiosqlite:///./var/linli.db"
    assert settings.api_url == "https://api.telegram.org"
    assert settings.zone.key == "Asia/Shanghai"
    assert settings.log_format is LogFormat.TEXT
    assert settings.pledges == Pledges(claim_workdays=1, answer_workdays=5)
    assert (settings.demo, settings.redis_url, settings.webhook_url) == (False, "", "")
    assert (settings.undo_seconds, settings.per_second, settings.group_per_minute) == (10, 25, 18)


def test_settings_environment_wins_over_the_file(bare_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f'LINLI_BOT_TOKEN = "{TOKEN}"\nLINLI_HTTP_PORT = 9000\nLINLI_DEMO = true\n'
    (bare_folder / "linli.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("LINLI_HTTP_PORT", "9001")
    monkeypatch.setenv("LINLI_DATABASE_URL", "")  # empty is not set

    settings = load_settings()

    assert (settings.token(), settings.http_port, settings.demo) == (TOKEN, 9001, True)
    assert settings.database_url.startswith("sqlite")


@pytest.mark.parametrize("value", ['"5, 2"', "[5, 2]", '"5，2"'])
def test_days_before_a_reminder_are_a_list(bare_folder: Path, value: str) -> None:
    assert load_settings().reminders == Habits(hour=9, days_before=frozenset({3, 1}))
    (bare_folder / "linli.toml").write_text(f"LINLI_REMIND_DAYS = {value}\n", encoding="utf-8")

    assert load_settings().reminders.days_before == {5, 2}


def test_settings_never_show_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINLI_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("LINLI_SECRET_KEY", "a-secret-key-long-enough")
    monkeypatch.setenv("LINLI_DATABASE_URL", "postgresql://linli:pass-word@db/linli")
    settings = load_settings()

    shown = repr(settings) + str(settings)

    assert settings.database_url == "postgresql+asyncpg://linli:pass-word@db/linli"
    for hidden in (TOKEN, "a-secret-key-long-enough", "pass-word"):
        assert hidden not in shown
    assert settings.secrets() == [TOKEN, "a-secret-key-long-enough", "pass-word"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LINLI_BOT_TOKEN", "not-a-token"),
        ("LINLI_API_URL", "telegram"),
        ("LINLI_DATABASE_URL", "mysql://x/y"),
        ("LINLI_DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
        ("LINLI_REDIS_URL", "localhost"),
        ("LINLI_REDIS_URL", "redis://:secret/42@localhost"),
        ("LINLI_WEBHOOK_URL", "ftp://x"),
        ("LINLI_WEBHOOK_SECRET", "with space"),
        ("LINLI_HTTP_PORT", "70000"),
        ("LINLI_TIMEZONE", "Mars/Olympus"),
        ("LINLI_TIMEZONE", "Asia"),
        ("LINLI_TIMEZONE", "../etc/passwd"),
        ("LINLI_LOG_FORMAT", "xml"),
        ("LINLI_SECRET_KEY", "short"),
        ("LINLI_DEMO", "perhaps"),
        ("LINLI_PER_SECOND", "31"),
        ("LINLI_UNDO_SECONDS", "-1"),
        ("LINLI_PLEDGE_CLAIM_WORKDAYS", "0"),
        ("LINLI_REMIND_HOUR", "24"),
        ("LINLI_REMIND_DAYS", "3 0"),
        ("LINLI_REMIND_DAYS", "soon"),
        ("LINLI_PLEDGE_ANSWER_WORKDAYS", "soon"),
    ],
)
def test_settings_wrong_value_names_the_key_and_not_the_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigError) as caught:
        load_settings()

    assert dict(caught.value.args_for_text) == {"key": name}
    assert value not in str(caught.value)


def test_settings_webhook_without_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINLI_WEBHOOK_URL", "https://bot.example/hook")

    with pytest.raises(ConfigError) as caught:
        load_settings()

    assert caught.value.code == "config-webhook-secret"


@pytest.mark.parametrize(
    ("line", "code", "near"),
    [
        ('LINLI_BOT_TOKN = "x"', "config-unknown-near", "LINLI_BOT_TOKEN"),
        ('bot_token = "x"', "config-unknown-near", "LINLI_BOT_TOKEN"),
        ('LINLI_FLAVOUR = "x"', "config-unknown", ""),
        ("[LINLI_STORAGE]\nx = 1", "config-unknown", ""),
    ],
)
def test_settings_unknown_name_in_the_file_gets_a_hint(line: str, code: str, near: str, bare_folder: Path) -> None:
    (bare_folder / "linli.toml").write_text(line, encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        load_settings()

    assert (caught.value.code, caught.value.args_for_text["near"]) == (code, near)


def test_settings_broken_file_is_told_by_its_line(bare_folder: Path) -> None:
    (bare_folder / "linli.toml").write_text('LINLI_DEMO = 1\nLINLI_HTTP_HOST = oops"', encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        load_settings()

    assert (caught.value.code, caught.value.args_for_text["line"]) == ("config-file-line", "2")


def test_settings_file_that_is_no_text_is_refused(bare_folder: Path) -> None:
    (bare_folder / "linli.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ConfigError) as caught:
        load_settings()

    assert caught.value.code == "config-file"


def test_token_missing_is_said_only_when_it_is_needed() -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings().token()

    assert caught.value.code == "config-bot-token-missing"


def test_given_settings_ignore_environment_and_file(bare_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare_folder / "linli.toml").write_text("LINLI_NONSENSE = 1", encoding="utf-8")
    monkeypatch.setenv("LINLI_SECRET_KEY", "a-secret-key-long-enough")

    settings = GivenSettings(bot_token=SecretStr(TOKEN))

    assert settings.secret_key is None


@pytest.mark.parametrize("language", list(Language))
def test_every_setting_has_a_sentence_about_its_wrong_value(language: Language) -> None:
    keys = [f"cli-config-{name.removeprefix('LINLI_').lower().replace('_', '-')}" for name in KNOWN]

    assert [key for key in keys if not default_catalogue().has(key, language)] == []
