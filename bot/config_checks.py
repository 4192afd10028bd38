"""What a setting may look like. Each function returns the value as it is used, or raises ValueError."""

import re
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import SecretStr

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def checked_redis(value: str) -> str:
    if not value:
        return value
    address = urlsplit(value)
    if address.scheme not in {"redis", "rediss", "unix"} or address.port == 0:  # a port that is none raises
        raise ValueError("no-redis-address")
    return value


def database_address(value: str) -> str:
    """Return the address with the driver we use."""
    scheme, _, rest = value.partition("://")
    driver = _DRIVERS.get(scheme)
    path = rest.removeprefix("/").partition("?")[0]
    if driver is None or (driver.startswith("sqlite") and path in {"", ":memory:"}):
        raise ValueError("no-database-address")
    return f"{driver}://{rest}"


def checked_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (OSError, KeyError) as error:  # a folder of zones is an OSError, an unknown zone a KeyError
        raise ValueError("unknown-zone") from error
    return value


def matching(shape: re.Pattern[str], value: SecretStr | None) -> SecretStr | None:
    if value is not None and not shape.fullmatch(value.get_secret_value()):
        raise ValueError("wrong-shape")
    return value
