"""Updates are written down, then confirmed, then handled: in order for each conversation, several at a time.

A row is finished in one transaction with the dialog state its handling led to (see `bot.state_scope`), so a kill at
any point repeats the handling from the same beginning; use cases recognise what they have done already.
"""

import asyncio
import contextlib
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot.nursery import Nursery
from bot.state_scope import ScopedState, Writes
from core.shared.errors import StorageError
from core.shared.gate import ChatGate
from core.shared.ids import IdSource
from core.shared.inbox import Inbox, InboxRow
from core.shared.text import storable, strip_invisible_end

_log = logging.getLogger(__name__)

CONCURRENCY = 4
"""Conversations handled at the same time; with delivery's four this bounds what a kill can repeat."""
MAX_WAIT = 60.0
"""Seconds between two tries at most."""
MAX_TRIES = 1_445
"""About a day of tries: as long as Telegram itself keeps an update, and as delivery waits for a chat."""
CAPTIONS = 200
"""Albums whose words are remembered for parts that come later."""
ALBUM_PATIENCE = 1.0
"""Elapsed seconds an album without a caption is waited for: its words may stand under a later part."""
_CAUSES = 4
"""Links of a chain of errors that are named in the log."""
REFUSALS = 40
"""About half an hour of answers that say the server failed: that may well be because of this very update."""

TRANSIENT = (
    ClientDecodeError,  # a page of HTML where an answer should be: some proxy on the way
    TelegramNetworkError,
    TelegramServerError,
    StorageError,
    TimeoutError,
    ConnectionError,
)

_OF_WINDOW = {"message_id", "date", "chat", "from", "message_thread_id", "is_topic_message"}
"""What tells which window was pressed."""

REFUSED = (ClientDecodeError, TelegramServerError)

Feed = Callable[[dict[str, Any], str], Awaitable[None]]
"""Handles an update; the second argument is what is written under any part of its album that has come by then."""
Alarm = Callable[[dict[str, Any], str], Awaitable[None]]


def inbox_row(update: dict[str, Any]) -> InboxRow:
    """Make the row of a raw update: one person's private messages are one conversation, a group is another.

    What cannot be stored is replaced at once: an update that cannot be written down would hold up all that follow.
    """
    update = _storable(update)
    body = next((value for key, value in update.items() if key != "update_id" and isinstance(value, dict)), {})
    message = body.get("message", body)
    chat, who = _id_of(message, "chat"), _id_of(body, "from")
    key = f"u{who or 0}" if chat is None else f"c{chat}"
    return InboxRow(update_id=update["update_id"], order_key=key, payload=json.dumps(update, ensure_ascii=False))


def _id_of(holder: object, part: str) -> int | None:
    """Return a chat's or a person's id; None for whatever has not the shape Telegram promises."""
    found = holder.get(part) if isinstance(holder, dict) else None
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) else None


def _storable(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(part) for key, part in value.items()}
    return [_storable(part) for part in value] if isinstance(value, list) else value


def clean_update(update: dict[str, Any]) -> dict[str, Any]:
    """Drop characters nobody can see from the end of a text: aiogram-dialog reads some as a button press."""
    for kind in ("message", "edited_message"):
        message = update.get(kind)
        if isinstance(message, dict) and isinstance(message.get("text"), str):
            text = strip_invisible_end(message["text"])
            if text != message["text"]:
                message["text"] = text or "\u00a0"
    return update


def album_of(row: InboxRow) -> str:
    """Return the album the row's message is a part of; "" if it is none."""
    message = json.loads(row.payload).get("message")
    album = message.get("media_group_id") if isinstance(message, dict) else None
    return album if isinstance(album, str) else ""


def caption_in(rows: Iterable[InboxRow], album: str) -> str:
    """Return what is written under any part of an album among `rows`."""
    parts = (json.loads(row.payload)["message"] for row in rows if album_of(row) == album)
    captions = (part.get("caption") for part in parts)
    return next((words for words in captions if isinstance(words, str) and words), "")


def without_window(payload: str) -> str:
    """Return what it takes to handle an update again: of a press not what the window said, a case's code perhaps."""
    update = json.loads(payload)
    press = update.get("callback_query")
    if isinstance(press, dict) and isinstance(press.get("message"), dict):
        press["message"] = {part: value for part, value in press["message"].items() if part in _OF_WINDOW}
    return json.dumps(update, ensure_ascii=False)


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
        talks: ChatGate | None = None,
    ) -> None:
        self._inbox = inbox
        self._state = state
        self._feed = feed
        self._alarm = alarm
        self._ids = ids
        self._nursery = nursery
        self._talks = talks if talks is not None else ChatGate()
        self._queues: dict[str, deque[InboxRow]] = {}
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
        """Take up what an earlier process wrote down and did not finish; return how many."""
        rows = await self._inbox.pending()
        self._enqueue(rows)
        return len(rows)

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Write updates down; after this returns they may be confirmed to Telegram."""
        rows = [inbox_row(update) for update in updates]
        self._enqueue(await self._inbox.put(rows))

    async def stop(self, patience: float) -> None:
        """Begin nothing new and wait, at most `patience` seconds, until what is being handled is finished.

        Rows not begun stay written down and are taken up at the next start.
        """
        self._stopping = True
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._at_rest.wait(), patience)

    def _enqueue(self, rows: Sequence[InboxRow]) -> None:
        for row in rows:
            self.idle.clear()
            if row.order_key in self._queues:
                self._queues[row.order_key].append(row)
            else:
                self._queues[row.order_key] = deque([row])
                self._nursery.launch(self._converse(row.order_key), name="inbox")

    async def _converse(self, key: str) -> None:
        queue = self._queues[key]
        album = ""
        while queue and not self._stopping:
            before, album = album, album_of(queue[0])
            if album and album != before and not caption_in(queue, album):
                await asyncio.sleep(ALBUM_PATIENCE)
            await self._handle(queue[0], self._caption_of(queue, album) if album else "")
            queue.popleft()
        del self._queues[key]
        if not self._queues:
            self.idle.set()

    def _caption_of(self, queue: Iterable[InboxRow], album: str) -> str:
        """Return the words of an album, also where the part that has them is handled already."""
        if words := caption_in(queue, album):
            self._captions.pop(album, None)
            self._captions[album] = words
            while len(self._captions) > CAPTIONS:
                del self._captions[next(iter(self._captions))]
        return self._captions.get(album, "")

    async def _handle(self, row: InboxRow, caption: str) -> None:
        refused = 0
        for attempt in range(1, MAX_TRIES + 1):
            try:
                async with self._talks.hold(_talk(row)), self._slots:
                    if self._stopping:
                        return
                    await self._once(row, caption)
            except TelegramRetryAfter as error:
                await asyncio.sleep(min(error.retry_after + 0.1, MAX_WAIT))
            except TRANSIENT as error:
                _log.warning("update %s waits: %s", row.update_id, _kinds(error))
                refused += isinstance(error, REFUSED)
                if refused == REFUSALS:
                    break
                await asyncio.sleep(min(0.25 * 2 ** min(attempt, 10), MAX_WAIT))
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
                await self._inbox.finish(row.update_id, {})  # stopped between the state and the row
                if (led_to := self._unsettled.pop(row.update_id, None)) is not None:
                    self._state.settle(led_to)
                return
            with self._state.scope() as writes:
                await self._feed(clean_update(json.loads(row.payload)), caption)
            self._unsettled[row.update_id] = writes
            await self._inbox.finish(row.update_id, writes)
            del self._unsettled[row.update_id]
            self._state.settle(writes)
        finally:
            self._at_work -= 1
            if self._at_work == 0:
                self._at_rest.set()

    async def _park(self, row: InboxRow) -> None:
        """Set a poison update aside; its conversation goes on, and the person is told with an incident number."""
        self._unsettled.pop(row.update_id, None)
        incident = self._ids.code(2)
        _log.exception("update %s parked, incident %s", row.update_id, incident)
        try:
            await self._inbox.park(row.update_id, incident=incident, payload=without_window(row.payload))
            await self._alarm(json.loads(row.payload), incident)
        except Exception:  # noqa: BLE001 - the last resort: the row stays unfinished and is taken up at the next start
            _log.exception("incident %s could not be told", incident)


def _kinds(error: BaseException) -> str:
    """Name an error and what caused it by their kinds: their words may quote what people wrote."""
    causes: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(causes) < _CAUSES:
        causes.append(type(cause).__name__)
        cause = cause.__cause__ or getattr(cause, "orig", None)
    return " from ".join(causes)
