"""Column types that mean the same on SQLite and PostgreSQL, and the one metadata with its constraint names."""

from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData, String
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = String(32)
Word = String(32)
"""An enumeration's value; stored as text, so that adding a value is no migration."""
Hash = String(64)
Source = String(128).with_variant(String(128, collation="C"), "postgresql")
"""Compared byte by byte, so that its index finds what begins alike."""
TelegramId = BigInteger().with_variant(Integer, "sqlite")
"""Chat and user ids pass 32 bits; SQLite's INTEGER has 64."""
Serial = BigInteger().with_variant(Integer, "sqlite")
"""Autoincrementing key; SQLite does that only for INTEGER."""
Json = JSON(none_as_null=True)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. SQLite has no time zones: it is handed UTC and read back as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - given by the base class
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("moment-without-zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - given by the base class
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
