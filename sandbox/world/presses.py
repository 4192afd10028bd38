import itertools
from dataclasses import dataclass
from typing import Any

from sandbox.bell import Bell
from sandbox.clock import Clock
from sandbox.errors import ApiError

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True, kw_only=True)
class Press:
    """One tap on an inline button, and the bot's answer to it."""

    query_id: str
    user_id: int
    chat_id: int
    message_id: int
    made: float
    answer: dict[str, Any] | None = None


class PressBook:
    """A press can be answered once, and only for a while."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count(4_000_000_000_000_001)
        self._presses: dict[str, Press] = {}
        self.bell = Bell()
        self.patience_s = 30.0

    def add(self, user_id: int, chat_id: int, message_id: int) -> Press:
        press = Press(
            query_id=str(next(self._numbers)),
            user_id=user_id,
            chat_id=chat_id,
            message_id=message_id,
            made=self._clock.elapsed(),
        )
        self._presses[press.query_id] = press
        return press

    def answer(self, query_id: str, answer: dict[str, Any]) -> Press:
        press = self._presses.get(query_id)
        if press is None or press.answer is not None or self._clock.elapsed() - press.made > self.patience_s:
            raise ApiError(400, TOO_OLD)
        press.answer = answer
        self.bell.ring()
        return press

    def of(self, user_id: int | None) -> list[Press]:
        return [press for press in self._presses.values() if user_id in {None, press.user_id}]
