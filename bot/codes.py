from core.shared.clock import Elapsed
from core.shared.ids import TelegramUserId

LIFE = 15 * 60.0
"""Elapsed seconds a typed code is remembered."""


class MemoryCodeKeeper:
    """Codes of anonymous cases, in this process only; a restart asks for the code again."""

    def __init__(self, elapsed: Elapsed) -> None:
        self._elapsed = elapsed
        self._codes: dict[TelegramUserId, tuple[str, float]] = {}

    def remember(self, telegram_id: TelegramUserId, code: str) -> None:
        now = self._elapsed.seconds()
        self._codes = {who: kept for who, kept in self._codes.items() if kept[1] > now}
        self._codes[telegram_id] = (code, now + LIFE)

    def code_of(self, telegram_id: TelegramUserId) -> str | None:
        code, until = self._codes.get(telegram_id, ("", 0.0))
        return code if until > self._elapsed.seconds() else None

    def forget(self, telegram_id: TelegramUserId) -> None:
        self._codes.pop(telegram_id, None)
