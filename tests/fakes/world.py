"""Time, chance and keys as tests want them: movable and predictable."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from hashlib import sha256
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""A Monday, ten o'clock in the morning in Shanghai."""


class FakeClock:
    def __init__(self, now: datetime = START, zone: tzinfo = SHANGHAI) -> None:
        self._now = now
        self._zone = zone

    @property
    def zone(self) -> tzinfo:
        return self._zone

    def now(self) -> datetime:
        return self._now

    def move(self, by: timedelta) -> None:
        self._now += by

    def set(self, now: datetime) -> None:
        self._now = now


class FakeElapsed:
    def __init__(self, seconds: float = 1_000_000.0) -> None:
        self._seconds = seconds

    def seconds(self) -> float:
        return self._seconds

    def pass_by(self, seconds: float) -> None:
        self._seconds += seconds


class FakeIds:
    """Counts: the first id is 000…1, the first code AAAA-AAAA-AAAB."""

    def __init__(self) -> None:
        self._ids = 0
        self._codes = 0

    def new(self) -> str:
        self._ids += 1
        return f"{self._ids:032x}"

    def code(self, groups: int = 3) -> str:
        self._codes += 1
        digits, rest = "", self._codes
        for _ in range(groups * 4):
            rest, digit = divmod(rest, 8)
            digits = "ABCDEFGH"[digit] + digits
        return "-".join(digits[n : n + 4] for n in range(0, len(digits), 4))


class FakeCalendar:
    """Monday to Friday, except `holidays`; `unknown` years are not known."""

    def __init__(self, *holidays: date, unknown: frozenset[int] = frozenset(), stamp: str = "") -> None:
        self._holidays = frozenset(holidays)
        self._unknown = unknown
        self.stamp = stamp

    def is_workday(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self._holidays

    def knows(self, year: int) -> bool:
        return year not in self._unknown

    def holiday(self, day: date) -> str:
        return "national-day" if day in self._holidays else ""


class FakeSecrets:
    """Seals that can be told apart from what they hold, and hashes that repeat."""

    def __init__(self) -> None:
        self._seals = 0

    def seal(self, text: str) -> bytes:
        self._seals += 1
        return f"{self._seals}|{text[::-1]}".encode()

    def open(self, sealed: bytes) -> str:
        return sealed.decode().partition("|")[2][::-1]

    def keyed_hash(self, purpose: str, text: str) -> str:
        return sha256(f"key|{purpose}|{text}".encode()).hexdigest()
