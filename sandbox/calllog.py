import itertools
from collections import deque
from typing import Any

from sandbox.clock import Clock

MEMORY = 20_000


class CallLog:
    """Every call of the bot with its outcome, without the bytes of files and without idle polls."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count(1)
        self._calls: deque[dict[str, Any]] = deque(maxlen=MEMORY)

    def add(self, method: str, params: dict[str, Any], chat_id: int | None, outcome: dict[str, Any]) -> None:
        times = {"at": self._clock.now(), "moment": round(self._clock.steady(), 3)}
        head = {"seq": next(self._numbers), **times, "method": method, "params": params}
        self._calls.append({**head, "chat_id": chat_id, **outcome})

    def after(self, seq: int) -> list[dict[str, Any]]:
        return [call for call in self._calls if call["seq"] > seq]

    def clear(self) -> None:
        self._calls.clear()


class Activity:
    """Knows whether the bot is at work: requests being served, and when the last one ended."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.serving = 0
        self._last = clock.steady()

    def stir(self) -> None:
        self._last = self._clock.steady()

    def __enter__(self) -> None:
        self.serving += 1
        self.stir()

    def __exit__(self, *_: object) -> None:
        self.serving -= 1
        self.stir()

    def quiet_for(self, seconds: float) -> bool:
        return not self.serving and self._clock.steady() - self._last >= seconds
