"""Telegram's pace: about thirty messages a second in all, one a second to one person, twenty a minute to a group."""

import math
from collections import deque
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.errors import ApiError

OVERALL_PER_S = 30
PERSON_BURST = 5
PERSON_PER_S = 1.0
GROUP_PER_MIN = 20
MINUTE = 60.0


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Pace:
    """Counts messages before they are performed; a refused one costs nothing and says how long to wait."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._people: dict[int, _Bucket] = {}
        self._groups: dict[int, deque[float]] = {}
        self._recent: deque[float] = deque()
        self.enabled = True
        self.minute_s = MINUTE

    def spend(self, chat_id: int, messages: int = 1) -> None:
        if not self.enabled:
            return
        now = self._clock.elapsed()
        wait = max(self._overall_wait(now, messages), self._chat_wait(chat_id, now, messages))
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
        self._recent.extend([now] * messages)
        if chat_id > 0:
            self._people[chat_id].tokens -= messages
        else:
            self._groups[chat_id].extend([now] * messages)

    def _overall_wait(self, now: float, messages: int) -> float:
        return _window_wait(self._recent, now, 1.0, OVERALL_PER_S, messages)

    def _chat_wait(self, chat_id: int, now: float, messages: int) -> float:
        if chat_id < 0:
            sent = self._groups.setdefault(chat_id, deque())
            return _window_wait(sent, now, self.minute_s, GROUP_PER_MIN, messages)
        bucket = self._people.setdefault(chat_id, _Bucket(PERSON_BURST, now))
        bucket.tokens = min(PERSON_BURST, bucket.tokens + (now - bucket.at) * PERSON_PER_S)
        bucket.at = now
        # An album may go below zero once: it is one action of the sender, paid for afterwards.
        needed = min(messages, PERSON_BURST)
        return max(0.0, (needed - bucket.tokens) / PERSON_PER_S)


def _window_wait(sent: deque[float], now: float, window: float, allowed: int, messages: int) -> float:
    while sent and sent[0] <= now - window:
        sent.popleft()
    over = len(sent) + messages - allowed
    return 0.0 if over <= 0 or not sent else sent[min(over, len(sent)) - 1] + window - now
