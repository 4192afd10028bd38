"""Updates on their way to the bot: they stay until an offset (or the webhook's 200) confirms them."""

import itertools
from dataclasses import dataclass
from typing import Any

from sandbox.bell import Bell
from sandbox.clock import Clock
from sandbox.errors import ApiError

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_UPDATE_ID = 900_000_001
MEMORY = 50_000
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ON = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(frozen=True, slots=True)
class Update:
    """One update; `lane` keeps the order of one chat when several are pushed at once."""

    update_id: int
    kind: str
    payload: dict[str, Any]
    lane: int
    made_at: int

    def json(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: self.payload}


@dataclass(slots=True, kw_only=True)
class Webhook:
    """Where updates are pushed to, and how the last push went."""

    url: str
    secret_token: str | None = None
    max_connections: int = 40
    ip_address: str | None = None
    last_error_date: int | None = None
    last_error_message: str | None = None


class UpdateQueue:
    """Numbers rise by one; nothing leaves before it is confirmed; one reader at a time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count(FIRST_UPDATE_ID)
        self._waiting: dict[int, Update] = {}
        self._past: dict[int, Update] = {}
        self._reader = 0
        self.pollers = 0
        self.bell = Bell()
        self.allowed: list[str] | None = None
        self.webhook: Webhook | None = None
        self.closed = False

    # ------------------------------------------------------------ writing
    def wants(self, kind: str) -> bool:
        if not self.allowed:
            return kind not in NOT_BY_DEFAULT
        return kind in self.allowed

    def add(self, kind: str, payload: dict[str, Any], lane: int) -> int | None:
        """The new update's number, or None when the bot did not ask for this kind."""
        if not self.wants(kind):
            return None
        return self._put(kind, payload, lane).update_id

    def replay(self, update_id: int) -> bool:
        """Hands an earlier update to the bot once more, under its old number, as Telegram may after a loss."""
        earlier = self._past.get(update_id)
        if earlier is None:
            return False
        self._waiting[update_id] = earlier
        self._waiting = dict(sorted(self._waiting.items()))
        self.bell.ring()
        return True

    def raw(self, update: dict[str, Any]) -> int:
        """Queues whatever is given; its own number is used when it has one."""
        kind, payload = next(((key, value) for key, value in update.items() if key != "update_id"), ("raw", {}))
        given = update.get("update_id")
        if given is None:
            return self._put(kind, payload, 0).update_id
        self._waiting[given] = self._past[given] = Update(given, kind, payload, 0, self._clock.now())
        self._waiting = dict(sorted(self._waiting.items()))
        self.bell.ring()
        return int(given)

    def _put(self, kind: str, payload: dict[str, Any], lane: int) -> Update:
        update = Update(next(self._numbers), kind, payload, lane, self._clock.now())
        self._waiting[update.update_id] = self._past[update.update_id] = update
        if len(self._past) > MEMORY:
            del self._past[next(iter(self._past))]
        self.bell.ring()
        return update

    # ------------------------------------------------------------ reading
    @property
    def unconfirmed(self) -> list[Update]:
        return list(self._waiting.values())

    @property
    def made(self) -> list[Update]:
        """Every update remembered, confirmed or not."""
        return list(self._past.values())

    def confirm(self, update_id: int) -> None:
        self._waiting.pop(update_id, None)

    def drop_all(self) -> None:
        self._waiting.clear()

    def _confirm_below(self, offset: int) -> None:
        if offset < 0:
            keep = list(self._waiting)[offset:]
            offset = keep[0] if keep else 0
        for update_id in [number for number in self._waiting if number < offset]:
            del self._waiting[update_id]

    async def poll(self, *, offset: int, limit: int, seconds: float, allowed: list[str] | None) -> list[dict[str, Any]]:
        """What getUpdates answers; a newer reader ends an older one's wait."""
        if self.webhook is not None:
            raise ApiError(409, WEBHOOK_ON)
        self._reader += 1
        me = self._reader
        self.bell.ring()
        if allowed is not None:
            self.allowed = allowed
        self._confirm_below(offset)
        until = self._clock.steady() + seconds
        while True:
            if self._reader != me:
                raise ApiError(409, OTHER_POLLER)
            if self.webhook is not None:
                raise ApiError(409, "Conflict: terminated by setWebhook request")
            batch = list(self._waiting.values())[:limit]
            left = until - self._clock.steady()
            if batch or left <= 0 or self.closed:
                return [update.json() for update in batch]
            self.pollers += 1
            try:
                await self.bell.wait(left)
            finally:
                self.pollers -= 1

    def close(self) -> None:
        self.closed = True
        self.bell.ring()
