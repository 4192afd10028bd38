"""Settings: the environment over `linli.toml` in the working directory, read once and passed down in parts.

Nothing else reads the environment. A wrong value is told by the key's name and what to write instead; the value
itself is never repeated, because it may be a secret.
"""

import os
import re
import tomllib
from datetime import time
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.config_checks import checked_redis, checked_zone, database_address, matching
from bot.config_keeping import KeepingSettings
from bot.config_roads import RoadSettings
from core.petitions.clocks import Pledges
from core.petitions.reminders import Habits
from core.reports.office import HOTLINE, DisciplineOffice
from core.shared.errors import AppError
from core.shared.office import OfficeHours
from core.shared.periods import Weekly

PREFIX = "LINLI_"
FILE = Path("linli.toml")
TELEGRAM = "https://api.telegram.org"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
MIN_SECRET_KEY = 16


class ConfigError(AppError):
    """A setting is missing or wrong. `code` names the sentence `cli-<code>`; nothing has been started."""


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


class Settings(RoadSettings, KeepingSettings):
    """One frozen tree; `LINLI_` and the field's name in capitals is the setting's name."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid", validate_default=True, title="Linli"
    )

    bot_token: SecretStr | None = None
    api_url: str = TELEGRAM
    database_url: str = Field(default="sqlite+aiosqlite:///./var/linli.db", repr=False)
    redis_url: str = Field(default="", repr=False)
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535)
    timezone: str = "Asia/Shanghai"
    log_format: LogFormat = LogFormat.TEXT
    data_dir: Path = Path("./var")
    secret_key: SecretStr | None = None
    demo: bool = False
    trace_file: Path | None = None
    """For tests: see `bot.trace`."""
    group_per_minute: float = Field(default=18, gt=0, le=10_000)
    """Messages a minute into one group; Telegram allows 20, other bots of the group count too."""
    case_per_minute: int = Field(default=8, ge=1, le=10_000)
    """Messages of one case that go to the staff one by one within a minute; further ones are gathered."""
    per_second: float = Field(default=25, gt=0, le=30)
    """Calls a second in all; Telegram allows 30, which several processes share."""
    person_per_second: float = Field(default=1, gt=0, le=100)
    undo_seconds: float = Field(default=10, ge=0, le=300)
    """What staff write to a resident waits so long: until then its writer can take it back."""
    backlog_minutes: float = Field(default=15, gt=0, le=1_440)
    """How old a waiting message may grow before the operators' chats are told."""
    pledge_claim_workdays: int = Field(default=1, ge=1, le=60)
    pledge_answer_workdays: int = Field(default=5, ge=1, le=60)
    remind_hour: int = Field(default=9, ge=0, le=23)
    """Local hour at which desks are reminded of what falls due."""
    remind_days: Annotated[frozenset[Annotated[int, Field(ge=1, le=60)]], NoDecode] = frozenset({3, 1})
    """Days before a pledge ends on which desks are reminded, besides the day itself; written `3,1`."""

    branch_weekday: int = Field(default=1, ge=1, le=7)
    """On which day desks get the week's brief for the branch meeting; 1 is Monday."""
    office_hours: str = "1-5 9:00-12:00 14:00-17:30"
    """When people are at the office, where a unit has no hours of its own: `core.shared.office.OfficeHours.read`."""
    digest_weekday: int = Field(default=5, ge=1, le=7)
    """On which day residents who want it get the week's digest, where a unit has none of its own; 1 is Monday."""
    digest_hour: int = Field(default=18, ge=0, le=23)
    discipline_name: str = ""
    """The external office to which a report goes that nobody here may read."""
    discipline_address: str = ""
    discipline_phone: str = HOTLINE

    @property
    def discipline_office(self) -> DisciplineOffice:
        return DisciplineOffice(self.discipline_name, self.discipline_address, self.discipline_phone)

    @property
    def weekly_digest(self) -> Weekly:
        return Weekly(self.digest_weekday, time(self.digest_hour))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def pledges(self) -> Pledges:
        return Pledges(claim_workdays=self.pledge_claim_workdays, answer_workdays=self.pledge_answer_workdays)

    @property
    def usual_hours(self) -> OfficeHours:
        return OfficeHours.read(self.office_hours)

    @property
    def reminders(self) -> Habits:
        return Habits(hour=self.remind_hour, days_before=self.remind_days)

    @property
    def watched(self) -> bool:
        """Whether somebody wants to watch a process that takes no updates in."""
        return "http_port" in self.model_fields_set

    @property
    def listens(self) -> bool:
        """Whether there is an HTTP server: for updates, or for whoever watches the process."""
        return bool(self.webhook_url) or self.watched

    def token(self) -> str:
        """Return the bot's token; raises ConfigError("config-bot-token-missing")."""
        if self.bot_token is None:
            raise ConfigError("config-bot-token-missing", key=f"{PREFIX}BOT_TOKEN")
        return self.bot_token.get_secret_value()

    @property
    def bot_id(self) -> str:
        """Return the bot's number, with which its token begins; "" without a token."""
        return self.bot_token.get_secret_value().partition(":")[0] if self.bot_token else ""

    def secrets(self) -> list[str]:
        """Return the values that must never be seen in a log."""
        values = (self.bot_token, self.webhook_secret, self.secret_key)
        passwords = (urlsplit(url).password for url in (self.redis_url, self.database_url))
        return [*(value.get_secret_value() for value in values if value is not None), *filter(None, passwords)]

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr | None) -> SecretStr | None:
        return matching(_TOKEN, value)

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret_shape(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.data.get("webhook_url"):
            raise ValueError("needed-with-webhook-url")
        return matching(_WEBHOOK_SECRET, value)

    @field_validator("secret_key")
    @classmethod
    def _secret_key_length(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().strip()) < MIN_SECRET_KEY:
            raise ValueError("too-short")
        return value

    @field_validator("api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", value):
            raise ValueError("no-address")
        return value.rstrip("/")

    @field_validator("api_url")
    @classmethod
    def _needed(cls, value: str) -> str:
        if not value:
            raise ValueError("empty")
        return value

    @field_validator("remind_days", mode="before")
    @classmethod
    def _list_of_days(cls, value: object) -> object:
        return [day for day in re.split(r"[^\w-]+", str(value)) if day] if isinstance(value, str | int) else value

    @field_validator("office_hours")
    @classmethod
    def _readable_hours(cls, value: str) -> str:
        return OfficeHours.read(value).write()

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: str) -> str:
        return checked_redis(value)

    @field_validator("database_url")
    @classmethod
    def _driver(cls, value: str) -> str:
        return database_address(value)

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return checked_zone(value)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings passes it; we read no .env
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - same: no secrets folder
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _LinliToml(settings_cls)


class GivenSettings(Settings):
    """Settings from arguments alone: whatever the environment and `linli.toml` say."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic-settings' signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - left out on purpose
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - same
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


KNOWN = tuple(PREFIX + name.upper() for name in Settings.model_fields)
"""Every setting there is."""


class _LinliToml(PydanticBaseSettingsSource):
    """`linli.toml`: the same names as in the environment, at the top level. Anything else is a slip and refused."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - the base's signature
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        content = read_file(FILE)
        for key in content:
            if key not in KNOWN:
                near = nearest(key)
                raise ConfigError("config-unknown-near" if near else "config-unknown", key=key, near=near)
        return {key.removeprefix(PREFIX).lower(): value for key, value in content.items() if value != ""}


def read_file(file: Path) -> dict[str, Any]:
    """Return what the file says, nothing if there is none; raises ConfigError("config-file")."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        raise ConfigError("config-file-line", file=file.name, line=place[1] if place else "?") from None
    except (OSError, UnicodeDecodeError):
        raise ConfigError("config-file", file=file.name) from None


def nearest(key: str) -> str:
    """Return the setting's name that `key` was probably meant to be; empty if none is near."""
    name = key.upper().replace("-", "_")
    if not name.startswith(PREFIX):
        name = PREFIX + name
    return next(iter(get_close_matches(name, KNOWN, n=1, cutoff=0.75)), "")


def from_environment(key: str) -> bool:
    """Tell whether the environment gives `key`, and so wins over the file."""
    return bool(os.environ.get(key))


def load_settings(*, without_token: bool = False) -> Settings:
    """Read the settings, if wished whatever the token is; raises ConfigError naming the first wrong key."""
    try:
        return Settings(bot_token=None) if without_token else Settings()
    except ValidationError as error:
        name = str(error.errors(include_input=False, include_url=False, include_context=False)[0]["loc"][0])
    raise ConfigError(f"config-{name.replace('_', '-')}", key=PREFIX + name.upper())
