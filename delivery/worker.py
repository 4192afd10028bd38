"""The delivery worker: claims, hands out, keeps count. What happens to a row is the errand's business."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence

from telegram.ext import ExtBot

from core.broadcast.ports import CampaignReader
from core.people.queries import LanguageReader
from core.petitions.queries import CardReader, PromptReader
from core.shared.blobs import BlobStore
from core.shared.clock import Elapsed
from core.shared.gate import ChatGate
from core.shared.outbox import ClaimedItem, OutboxQueue, Priority
from core.shared.watch import Meter, NoMeter
from delivery.cases import CaseDesk
from delivery.errand import Errand, FollowMigration, PutOut, nobody_hears
from delivery.lease import LEASE, Lease
from delivery.limiter import Allowance
from delivery.media import ExportMaker
from delivery.pace import Pace
from delivery.progress import ProgressDesk
from delivery.sender import Sender
from locales.render import Renderer

_log = logging.getLogger(__name__)
CLAIMED = 16
"""Rows leased at once: a few in flight, the others waiting for the pace of their chat."""
BROADCASTS = 8
"""So many of them at most are broadcasts: whoever waits for an answer finds the worker free, whatever goes to many."""
POLL = 0.5
_TROUBLE = 2.0


class DeliveryWorker:
    """Drains the outbox until told to stop; then ends what is in flight and gives back the rest.

    Set `wake` after a commit in the same process; rows of other processes are found by polling. `talks` is shared with
    the inbox of the same process: a chat is spoken to from send to commit by one of the two, so that a kill leaves at
    most one message in it that will be repeated.
    """

    def __init__(
        self,
        *,
        owner: str,
        queue: OutboxQueue,
        cards: CardReader,
        prompts: PromptReader,
        campaigns: CampaignReader,
        languages: LanguageReader,
        blobs: BlobStore,
        bot: ExtBot[Allowance],
        renderer: Renderer,
        elapsed: Elapsed,
        pace: Pace,
        talks: ChatGate | None = None,
        follow: FollowMigration,
        meter: Meter | None = None,
        put_out: PutOut = nobody_hears,
        lease: float = LEASE,
        poll: float = POLL,
        exports: ExportMaker | None = None,
    ) -> None:
        sender = Sender(bot, blobs, exports)
        desk = CaseDesk(queue, cards, prompts, languages, renderer, sender)
        self.wake = asyncio.Event()
        self._owner = owner
        self._queue = queue
        progress = ProgressDesk(campaigns, languages, renderer, sender)
        self._errand = Errand(queue, desk, sender, elapsed, follow, meter or NoMeter(), progress, put_out)
        self._elapsed = elapsed
        self._pace = pace
        self._lease = lease
        self._poll = poll
        self._stopping = asyncio.Event()
        self._rows: list[Priority] = []
        """Of what is on its way; a row may be twice, if its case went to another chat meanwhile and it was freed."""
        self._lanes = ChatGate()  # for whole rows, which may take several requests; the bot's gate is for each
        self._talks = talks if talks is not None else ChatGate()

    def stop(self) -> None:
        """Ask `run` to end; it returns when nothing is in flight any more."""
        self._stopping.set()
        self.wake.set()

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            while not self._stopping.is_set():
                self.wake.clear()
                rows = await self._claim()
                for row in rows:
                    self._rows.append(row.item.priority)
                    tasks.create_task(self._carry(row))
                if not rows:
                    await _wait(self.wake, max(self._poll, self._pace.halted()))

    async def _claim(self) -> Sequence[ClaimedItem]:
        free = CLAIMED - len(self._rows)
        if free <= 0 or self._pace.halted() > 0:
            return ()
        try:
            return await self._queue.claim(
                owner=self._owner,
                now=self._elapsed.seconds(),
                lease=self._lease,
                limit=free,
                broadcasts=BROADCASTS - self._rows.count(Priority.BROADCAST),
            )
        except Exception as error:  # noqa: BLE001 - a locked or restarting database must not end the worker
            _log.error("outbox cannot be read: %s", type(error).__name__)
            await _wait(self._stopping, _TROUBLE)
            return ()

    async def _carry(self, row: ClaimedItem) -> None:
        """Wait here for the chat's pace, so that stopping need not wait for it."""
        chat_id = row.item.chat_id
        try:
            async with self._lanes.hold(chat_id):
                while not self._stopping.is_set() and (delay := self._pace.delay(chat_id, row.messages)) > 0:
                    await _wait(self._stopping, delay)
                if self._stopping.is_set():
                    await self._errand.give_back(row)
                else:
                    async with self._talks.hold(chat_id):
                        await self._errand.run(row, Lease(row=row, elapsed=self._elapsed, length=self._lease))
        finally:
            self._rows.remove(row.item.priority)
            self.wake.set()


async def _wait(event: asyncio.Event, seconds: float) -> None:
    if seconds > 0:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # not `wait_for`, which loses a cancellation that comes with the event
                await event.wait()
