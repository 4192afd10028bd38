"""One row from claim to mark."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from itertools import zip_longest

from telegram.error import BadRequest, ChatMigrated, Forbidden

from core.shared.clock import Elapsed
from core.shared.errors import NotFoundError
from core.shared.ids import ChatId
from core.shared.outbox import ClaimedItem, Operation, OutboxQueue, Sent
from core.shared.watch import Meter
from delivery import retry
from delivery.cases import CaseDesk, CaseUnknownError, Job, NotAwaitedError
from delivery.lease import Lease
from delivery.limiter import TooLateError
from delivery.progress import ProgressDesk
from delivery.sender import NothingToSendError, Sender

_log = logging.getLogger(__name__)
_REPAIRS = 6
_MARK_TRIES = 6
BROADCASTS = 3
"""Messages of campaigns that may be on their way at once: one of the requests in flight is left for answers."""

FollowMigration = Callable[[ChatId, ChatId], Awaitable[object]]
"""Moves a group's chat, cards, links and undelivered rows to the supergroup it became; commits."""
PutOut = Callable[[ChatId, int], Awaitable[object]]
"""Hears of a group we are not in any more, and of the row that found it so; commits."""


async def nobody_hears(_chat_id: ChatId, _row_id: int) -> None:
    """Do nothing."""


class Errand:
    """Sends, mends and marks. Logs row, operation and decision; never what was said or to whom."""

    def __init__(
        self,
        queue: OutboxQueue,
        desk: CaseDesk,
        sender: Sender,
        elapsed: Elapsed,
        follow: FollowMigration,
        meter: Meter,
        progress: ProgressDesk,
        put_out: PutOut = nobody_hears,
    ) -> None:
        self._queue = queue
        self._desk = desk
        self._sender = sender
        self._elapsed = elapsed
        self._follow = follow
        self._meter = meter
        self._progress = progress
        self._broadcasts = asyncio.Semaphore(BROADCASTS)
        self._put_out = put_out

    async def run(self, row: ClaimedItem, lease: Lease) -> None:
        if row.open_ended and row.item.at_most_once:
            _log.info("outbox row %d %s: not sent again", row.id, row.item.operation)
            await self._mark_sent(row, ())
            return
        if not lease.lasts:
            await self.give_back(row)
            return
        job = Job(row=row, lease=lease)
        if row.item.campaign_id is None or row.item.operation is not Operation.SEND:
            await self._try(job)
            return
        async with self._broadcasts:  # first, so that what waits here stops when its campaign is paused
            await self._try(job)

    async def _try(self, job: Job) -> None:
        row = job.row
        repair: retry.Repair | None = None
        for _ in range(_REPAIRS):
            try:
                if repair is not None and not await self._desk.mend(job, repair):
                    break
                if row.item.campaign_id is not None and await self._held(row):
                    return
                sent = await self._perform(job)
            except TooLateError:
                await self._break_off(row)
                return
            except Exception as error:  # noqa: BLE001 - whatever it is, the row must be told and the worker live on
                self._meter.send_failed("outbox", type(error).__name__)
                decision = self._decide(error, job)
                if not isinstance(decision, retry.REPAIRS):
                    await self._close(row, decision, retry.describe(error))
                    if row.item.chat_id < 0 and _not_let(error, decision):
                        await self._mark(row, lambda: self._put_out(row.item.chat_id, row.id))
                    return
                named = {"row": row.id, "operation": row.item.operation, "decision": type(decision).__name__}
                _log.info("outbox row %(row)d %(operation)s: %(decision)s", named)
                repair = decision
            else:
                for each in row.whole:
                    self._meter.delivered(each.item.operation, "sent")
                await self._mark_sent(row, sent)
                return
        await self._close(row, self._unmended(row), f"not mended: {type(repair).__name__}")

    async def give_back(self, row: ClaimedItem) -> None:
        """Nothing of it has reached Telegram: whoever is free next may take it, and its writer may take it back."""
        for each in row.whole:
            await self._mark(each, partial(self._queue.give_back, each))

    async def _held(self, row: ClaimedItem) -> bool:
        """Give a row back whose campaign has been paused or stopped meanwhile."""
        held = await self._queue.is_held(row)
        if held:
            await self.give_back(row)
        return held

    async def _break_off(self, row: ClaimedItem) -> None:
        """Some of it may be out: it has been tried."""
        await self._later(row, self._elapsed.seconds(), "broken off")

    async def _perform(self, job: Job) -> Sequence[Sent | None]:
        """Return what became of the row, and of the parts of its album."""
        item = job.item
        if job.row.parts:
            return await self._desk.send_album(job)
        if item.operation is Operation.CARD:
            return [await self._desk.draw(job)]
        if item.operation is Operation.PROGRESS:
            return [await self._progress.draw(job)]
        if item.operation is Operation.LEAVE:
            await self._leave(job)
        elif item.operation is Operation.SEND or job.in_words:
            return [await self._desk.send(job)]
        elif item.reply_to is not None:
            await self._sender.react(item.chat_id, item.reply_to, job.lease)
        return []

    async def _leave(self, job: Job) -> None:
        """Take leave of a group, unless it has been bound meanwhile."""
        if await self._queue.is_bound(job.row):
            return
        try:
            await self._desk.send(job)
        except (BadRequest, Forbidden) as error:  # we may not speak there: all the more reason to go
            _log.info("outbox row %d: left without a word, %s", job.row.id, type(error).__name__)
        await self._sender.leave(job.item.chat_id, job.lease)

    def _decide(self, error: Exception, job: Job) -> retry.Decision:
        row = job.row
        if row.item.operation is Operation.LEAVE and isinstance(error, BadRequest | ChatMigrated | Forbidden):
            return retry.Done()  # we are out already, or the group is another now, whose own row sees to it
        if isinstance(error, CaseUnknownError | NothingToSendError | KeyError | ValueError):
            return retry.Disband() if row.parts else retry.Dead()  # written wrong: trying again says the same
        if (
            isinstance(error, NotAwaitedError)
            or _is_erased(error)
            or (row.item.at_most_once and retry.may_have_arrived(error))
        ):
            return retry.Done()
        decision = retry.decide(error, chat_id=row.item.chat_id, attempts=row.attempts, row_id=row.id)
        if row.parts:
            return retry.for_album(decision, error, row.attempts)
        signing = row.item.operation is Operation.REACT and not job.in_words
        if signing and isinstance(decision, retry.REPAIRS) and not isinstance(decision, retry.ReactionRefused):
            return retry.Done()  # the message is gone, and with it what the sign was for
        return decision

    def _unmended(self, row: ClaimedItem) -> retry.Decision:
        """Somebody deletes as fast as we mend, or nothing helps: later once more, for a day at most."""
        patient = row.attempts < retry.ATTEMPTS_IN_A_DAY
        return retry.Retry(retry.backoff(row.attempts, row.id), alert=True) if patient else retry.Dead()

    async def _close(self, row: ClaimedItem, decision: retry.Decision, error: str) -> None:
        alert = isinstance(decision, retry.Dead) or (isinstance(decision, retry.Retry) and decision.alert)
        level = logging.ERROR if alert else logging.INFO
        name = type(decision).__name__
        self._meter.delivered(row.item.operation, name.lower())
        named = {"row": row.id, "operation": row.item.operation, "decision": name, "error": error}
        _log.log(level, "outbox row %(row)d %(operation)s: %(decision)s after %(error)s", named)
        queue, now = self._queue, self._elapsed.seconds()
        soon = now + retry.backoff(row.attempts, row.id)
        match decision:
            case retry.Retry(delay=delay):
                await self._later(row, now + delay, error)
            case retry.Disband():
                await self._mark(row, lambda: queue.disband(row, not_before=now, error=error))
            case retry.Unreachable():
                for each in row.whole:
                    await self._mark(each, partial(queue.mark_unreachable, each, error=error))
            case retry.MigrateTo(chat_id=chat_id):
                await self._mark(row, lambda: self._follow(row.item.chat_id, chat_id))
                await self._later(row, soon, error)
            case retry.Done():
                await self._mark_sent(row, ())
            case _:
                await self._mark(row, lambda: queue.mark_dead(row, error=error))

    async def _later(self, row: ClaimedItem, not_before: float, error: str) -> None:
        for each in row.whole:
            await self._mark(each, partial(self._queue.mark_retry, each, not_before=not_before, error=error))

    async def _mark_sent(self, row: ClaimedItem, sent: Sequence[Sent | None]) -> None:
        for each, message in zip_longest(row.whole, sent[: len(row.whole)]):
            mark = partial(self._queue.mark_sent, each, message, now=self._elapsed.seconds())
            await self._mark(each, mark)

    async def _mark(self, row: ClaimedItem, mark: Callable[[], Awaitable[object]]) -> None:
        """Try for some seconds: what was sent and is not marked will be sent again when the lease is over."""
        for attempt in range(_MARK_TRIES):
            try:
                await mark()
            except Exception as error:  # noqa: BLE001 - a locked or restarting database
                _log.warning("outbox row %d not marked: %s", row.id, type(error).__name__)
                await asyncio.sleep(0.1 * 2**attempt)
            else:
                return
        _log.error("outbox row %d: left to its lease", row.id)


def _is_erased(error: Exception) -> bool:
    """Tell whether somebody's own data was on its way who has had themselves erased since."""
    return isinstance(error, NotFoundError) and error.code == "resident-unknown"


def _not_let(error: Exception, decision: retry.Decision) -> bool:
    """Tell whether a group may have put us out, or have made us less than an administrator: it is asked then."""
    waits = isinstance(error, BadRequest) and isinstance(decision, retry.Retry) and decision.alert
    return waits or isinstance(error, Forbidden)
