"""Updates are written down, then confirmed, then handled: in order for each conversation, several at a time.

What waits is read from the database, not remembered: whatever an earlier process, another replica or a broken
connection has left there is found and handled. A row is finished in one transaction with the dialog state its handling
led to (see `bot.state_scope`), so a kill at any point repeats the handling from the same beginning; use cases recognise
what they have done already.
"""

import asyncio
import contextlib
import json
import logging
import math
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.incidents import notice_of
from bot.nursery import Nursery
from bot.raw import album_of, caption_in, clean_update, inbox_row, without_window
from bot.session import api_method
from bot.state_scope import ScopedState, Writes
from core.shared.errors import StorageError
from core.shared.gate import ChatGate
from core.shared.ids import IdSource
from core.shared.inbox import Inbox, InboxRow, Turns
from dialogs.crowd import BEHIND

_log = logging.getLogger(__name__)

CONCURRENCY = 4
"""Conversations handled at the same time; with delivery's four this bounds what a kill can repeat."""
MAX_WAIT = 60.0
"""Seconds between two tries at most."""
MAX_TRIES = 1_445
"""About a day of tries: as long as Telegram itself keeps an update, and as delivery waits for a chat."""
READ_AHEAD = 50
"""Rows of one conversation read at once; an album has ten parts at most."""
LOOK_EVERY = 1.0
"""Elapsed seconds between two looks for what nobody has announced."""
CAPTIONS = 200
"""Albums whose words are remembered for parts that come later."""
ALBUM_PATIENCE = 1.0
"""Elapsed seconds an album without a caption is waited for: its words may stand under a later part."""
_CAUSES = 4
"""Links of a chain of errors that are named in the log."""
REFUSALS = 40
"""About half an hour of answers that say the server failed, while it did the very same for others: that is because of
this update. When Telegram fails for everybody, or in one thing for everybody, nobody's update is set aside."""

TRANSIENT = (
    ClientDecodeError,  # a page of HTML where an answer should be: some proxy on the way
    TelegramConflictError,
    TelegramNetworkError,
    TelegramNotFound,  # no such method, so some server on the way that is in trouble: there are no others in our code
    TelegramServerError,
    TelegramUnauthorizedError,  # says nothing about the update
    StorageError,
    TimeoutError,
    ConnectionError,
)

REFUSED = (ClientDecodeError, TelegramConflictError, TelegramNotFound, TelegramServerError)

Feed = Callable[[dict[str, Any], str], Awaitable[None]]
"""Handles an update; the second argument is what is written under any part of its album that has come by then."""
Answered = Callable[[str], int]
"""Tells how often Telegram has done what this method of its API asks, since the process began."""
Alarm = Callable[[dict[str, Any]], Awaitable[None]]
"""Hears of an update that was set aside."""


def _talk(row: InboxRow) -> int:
    """Return the chat of the row's conversation; whoever has none talks as the person."""
    return int(row.order_key[1:])


class InboxRunner:
    """Takes rows in, handles them in order, finishes or parks them."""

    def __init__(
        self,
        inbox: Inbox,
        state: ScopedState,
        feed: Feed,
        alarm: Alarm,
        ids: IdSource,
        nursery: Nursery,
        turns: Turns,
        answered: Answered,
        talks: ChatGate | None = None,
    ) -> None:
        self._inbox = inbox
        self._state = state
        self._feed = feed
        self._alarm = alarm
        self._ids = ids
        self._nursery = nursery
        self._turns = turns
        self._answered = answered
        self._talks = talks if talks is not None else ChatGate()
        self._talking: dict[str, bool] = {}
        """Conversations being handled; True where something has come since it was last looked for."""
        self._captions: dict[str, str] = {}
        self._unsettled: dict[int, Writes] = {}
        """What a try has led to whose row could not be finished: the same process need not forget the passing part."""
        self._slots = asyncio.Semaphore(CONCURRENCY)
        self._stopping = False
        self._at_work = 0
        self._at_rest = asyncio.Event()
        self._at_rest.set()
        self.idle = asyncio.Event()
        self.idle.set()

    async def resume(self) -> int:
        """Take up what was written down and is handled by nobody; return how many conversations that were."""
        found = [key for key in await self._inbox.conversations() if key not in self._talking and self._turns.ours(key)]
        for key in found:
            self.wake(key)
        return len(found)

    async def look_after(self) -> None:
        """Resume every second, until cancelled."""
        while True:
            try:
                await self.resume()
            except StorageError as error:
                _log.warning("not looked for what waits: %s", _kinds(error))
            await asyncio.sleep(LOOK_EVERY)

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Write updates down; after this returns they may be confirmed to Telegram."""
        rows = [inbox_row(update) for update in updates]
        await self._inbox.put(rows)
        for key in await self._turns.pass_on([*dict.fromkeys(row.order_key for row in rows)]):
            self.wake(key)

    def wake(self, key: str) -> None:
        """See to a conversation in which something may wait."""
        if key in self._talking:
            self._talking[key] = True
        elif not self._stopping:
            self._talking[key] = True
            self.idle.clear()
            self._nursery.launch(self._converse(key), name="inbox")

    async def stop(self, patience: float) -> None:
        """Begin nothing new and wait, at most `patience` seconds, until what is being handled is finished.

        Rows not begun stay written down and are taken up at the next start.
        """
        self._stopping = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self._at_rest.wait()

    async def _converse(self, key: str) -> None:
        attempt = 0
        try:
            while self._talking[key] and self._turns.ours(key) and not self._stopping:
                try:
                    async with self._turns.hold(key):
                        await self._work_through(key)
                    attempt = 0
                except StorageError as error:
                    _log.warning("a conversation waits: %s", _kinds(error))
                    self._talking[key] = True
                    attempt += 1
                    await asyncio.sleep(_pause(attempt))
        finally:
            del self._talking[key]
            if not self._talking:
                self.idle.set()

    async def _work_through(self, key: str) -> None:
        """Handle what waits in a conversation until nothing does."""
        waited_for = ""
        while rows := await self._waiting(key):
            while rows and self._turns.ours(key) and not self._stopping:
                album = album_of(rows[0])
                if album and album != waited_for and not caption_in(rows, album):
                    waited_for = album
                    await asyncio.sleep(ALBUM_PATIENCE)
                    rows = await self._waiting(key)
                    continue
                waited_for = album
                BEHIND.set(len(rows) - 1)
                await self._handle(rows[0], self._caption_of(rows, album) if album else "")
                del rows[0]
            if self._stopping or not self._turns.ours(key):
                return

    async def _waiting(self, key: str) -> list[InboxRow]:
        self._talking[key] = False
        return [*await self._inbox.pending(key, limit=READ_AHEAD)]

    def _caption_of(self, rows: Iterable[InboxRow], album: str) -> str:
        """Return the words of an album, also where the part that has them is handled already."""
        if words := caption_in(rows, album):
            self._captions.pop(album, None)
            self._captions[album] = words
            while len(self._captions) > CAPTIONS:
                del self._captions[next(iter(self._captions))]
        return self._captions.get(album, "")

    async def _handle(self, row: InboxRow, caption: str) -> None:
        """Handle a row to its end; raises StorageError if it can neither be finished nor set aside for now."""
        refused, heard = 0, ("", 0)
        for attempt in range(1, MAX_TRIES + 1):
            try:
                async with self._talks.hold(_talk(row)), self._slots:
                    if self._stopping:
                        return
                    await self._once(row, caption)
            except TelegramRetryAfter as error:
                await asyncio.sleep(min(error.retry_after + 0.1, MAX_WAIT))
            except TRANSIENT as error:
                named = {"update_id": row.update_id, "error": _kinds(error)}
                _log.warning("update %(update_id)s waits: %(error)s", named)
                if isinstance(error, REFUSED):
                    asked = api_method(error)
                    before, heard = heard, (asked, self._answered(asked))
                    refused += asked == before[0] and heard > before
                    if refused == REFUSALS:
                        break
                await asyncio.sleep(_pause(attempt))
            except Exception:  # noqa: BLE001 - whatever it is, it must not block the conversation
                await self._park(row)
                return
            else:
                return
        await self._park(row)

    async def _once(self, row: InboxRow, caption: str) -> None:
        self._at_work += 1
        self._at_rest.clear()
        try:
            if await self._inbox.applied(row.update_id):
                _log.warning("update %s had been applied before; not handled again", row.update_id)
                await self._inbox.finish(row.update_id, {})  # where it was stopped between the state and the row
                if (led_to := self._unsettled.pop(row.update_id, None)) is not None:
                    self._state.settle(led_to)
                return
            with self._state.scope() as writes:
                await self._feed(clean_update(json.loads(row.payload)), caption)
            self._unsettled[row.update_id] = writes
            if await self._inbox.finish(row.update_id, writes):
                self._state.settle(writes)
            else:
                _log.warning("update %s had been finished by another process", row.update_id)
            del self._unsettled[row.update_id]
        finally:
            self._at_work -= 1
            if self._at_work == 0:
                self._at_rest.set()

    async def _park(self, row: InboxRow) -> None:
        """Set a poison update aside; its conversation goes on, and the person is told with an incident number.

        Raises StorageError if it cannot be set aside now: then it is handled again a while later.
        """
        self._unsettled.pop(row.update_id, None)
        incident = self._ids.code(2)
        named = {"update_id": row.update_id, "incident": incident}
        _log.exception("update %(update_id)s parked, incident %(incident)s", named)
        update = json.loads(row.payload)
        kept, notice = without_window(row.payload), notice_of(update, incident)
        if not await self._inbox.park(row.update_id, incident=incident, payload=kept, notice=notice):
            _log.warning("update %s had been finished by another process", row.update_id)
            return
        try:
            await self._alarm(update)
        except Exception:  # noqa: BLE001 - what counts is in the outbox
            _log.exception("incident %(incident)s: its press could not be answered", {"incident": incident})


def _pause(attempt: int) -> float:
    """Return the seconds to wait after the `attempt`-th try."""
    return min(math.ldexp(0.25, min(attempt, 10)), MAX_WAIT)


def _kinds(error: BaseException) -> str:
    """Name an error and what caused it by their kinds: their words may quote what people wrote."""
    causes: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(causes) < _CAUSES:
        causes.append(type(cause).__name__)
        cause = cause.__cause__ or getattr(cause, "orig", None)
    return " from ".join(causes)
