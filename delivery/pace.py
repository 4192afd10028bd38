"""How fast we may speak: smooth overall, slower to each chat, silent after a 429 until Telegram's moment."""

import asyncio
import time
from collections.abc import Awaitable, Callable

PER_SECOND = 25.0
PERSON_INTERVAL = 1.0
GROUP_INTERVAL = 60 / 18
PERSON_BURST = 4
"""Somebody who types fast is answered fast; a second a message only after that."""
GROUP_BURST = 2
"""A topic's first message may follow at once. 18 a minute and 2 ahead: never more than Telegram's 20 in a minute."""
_TIDY_ABOVE = 512
_AFTER_HALT = 0.1
_MINUTE = 60.0
_REMEMBERED = _MINUTE + 0.5
"""A group's last minute is kept a little longer: between a turn and Telegram's own clock lie roundings and a way."""


class Pace:
    """Gives out turns. Everything that posts to Telegram in this process asks the same one.

    A message takes a turn of its chat and one of the whole; other requests only one of the whole. A halt stops all
    until its deadline, which only ever moves forward; what has queued up leaves smoothly afterwards.
    """

    def __init__(
        self,
        *,
        per_second: float = PER_SECOND,
        person_per_second: float = 1 / PERSON_INTERVAL,
        group_per_minute: float = 60 / GROUP_INTERVAL,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._interval = 1 / per_second
        self._person_interval = 1 / person_per_second
        self._group_interval = 60 / group_per_minute
        self._now = now
        self._sleep = sleep
        self._resume_at = 0.0
        self._next = 0.0
        self._chats: dict[int, float] = {}
        self._minutes: dict[int, list[float]] = {}
        """When groups were given the messages of the last minute."""
        self._turn = asyncio.Lock()

    def halt(self, seconds: float) -> None:
        """Send nothing for `seconds`: Telegram said so."""
        self._resume_at = max(self._resume_at, self._now() + seconds + _AFTER_HALT)

    def halted(self) -> float:
        """Return for how many seconds nothing may be sent."""
        return max(0.0, self._resume_at - self._now())

    def delay(self, chat_id: int, messages: int = 1) -> float:
        """Return for how many seconds a message, or an album of so many, would have to wait, as things stand."""
        return max(self.halted(), self._chat_slot(chat_id, messages) - self._now())

    async def chat_turn(self, chat_id: int, messages: int = 1) -> None:
        """Wait for a turn of the chat, an album for one in which all of it may go; it needs one of the whole too."""
        slot = self._take_chat(chat_id, messages)
        while (wait := slot - self._now()) > 0:
            await self._sleep(wait)

    async def turn(self) -> None:
        """Wait for a turn of the whole. Ask for it last: what has its turn and waits for something else will burst."""
        async with self._turn:  # first come, first served
            while (wait := max(self._resume_at, self._next) - self._now()) > 0:
                await self._sleep(wait)
            self._next = max(self._next, self._now()) + self._interval

    def _chat_slot(self, chat_id: int, messages: int) -> float:
        paid = self._chats.get(chat_id, 0.0)
        if chat_id > 0:
            return paid - max(0, PERSON_BURST - messages) * self._person_interval
        return max(paid - (GROUP_BURST - 1) * self._group_interval, self._minute_slot(chat_id, messages))

    def _minute_slot(self, chat_id: int, messages: int) -> float:
        """Return when a group has had few enough in the last minute: an album is many at once, whatever was saved."""
        most = round(_MINUTE / self._group_interval) + GROUP_BURST
        sent = self._minutes.get(chat_id, ())
        over = len(sent) + min(messages, most) - most
        return sent[over - 1] + _REMEMBERED if over > 0 else 0.0

    def _take_chat(self, chat_id: int, messages: int = 1) -> float:
        """Reserve the chat's next moment. What is kept is when its last turn will be fully paid for."""
        now = self._now()
        if len(self._chats) > _TIDY_ABOVE:
            self._chats = {chat: paid for chat, paid in self._chats.items() if paid > now}
            self._minutes = {chat: sent for chat, sent in self._minutes.items() if sent[-1] > now - _REMEMBERED}
        slot = max(now, self._chat_slot(chat_id, messages))
        interval = self._person_interval if chat_id > 0 else self._group_interval
        self._chats[chat_id] = max(now, self._chats.get(chat_id, 0.0)) + messages * interval
        if chat_id < 0:
            recent = [moment for moment in self._minutes.get(chat_id, ()) if moment > now - _REMEMBERED]
            self._minutes[chat_id] = [*recent, *[slot] * messages]
        return slot
