"""Copies the files of cases into our own blobs, because a case outlives a Telegram file id."""

import asyncio
import logging
from dataclasses import dataclass

from bot.adapters.files import DOWNLOAD_LIMIT, Downloader
from core.petitions.model import Attachment
from core.shared.blobs import BlobStore
from core.shared.clock import Elapsed
from core.shared.errors import AppError, NotFoundError
from core.shared.ids import AttachmentId, BlobId
from core.uow import UnitOfWorkFactory

_log = logging.getLogger(__name__)

BATCH = 20
FIRST_WAIT = 2.0
LONGEST_WAIT = 3600.0
NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class _Later:
    tries: int
    at: float


class FileKeeper:
    """Takes attachments that only Telegram has; each copy is a short transaction of its own.

    What cannot be fetched now is tried again, later each time; what is too large, or gone, stays as a file id until
    the process starts anew.
    """

    def __init__(
        self, *, uow: UnitOfWorkFactory, downloader: Downloader, blobs: BlobStore, elapsed: Elapsed, pause: float = 5.0
    ) -> None:
        self._uow = uow
        self._downloader = downloader
        self._blobs = blobs
        self._elapsed = elapsed
        self._pause = pause
        self._later: dict[AttachmentId, _Later] = {}
        self.wake = asyncio.Event()
        """Set it when a case with files has been committed; otherwise the next look comes after the pause."""

    async def run(self) -> None:
        """Copy until cancelled."""
        while True:
            self.wake.clear()
            try:
                copied = await self.once()
            except AppError as error:
                _log.warning("files are not being copied: %s", error.code)
                copied = 0
            if copied == 0:
                try:
                    async with asyncio.timeout(self._pause):  # not `wait_for`: it may lose a cancellation
                        await self.wake.wait()
                except TimeoutError:
                    continue

    async def once(self) -> int:
        """Copy what is due; return how many were copied."""
        async with self._uow.reading() as uow:
            waiting = await uow.attachments.without_blob(BATCH + len(self._later))
        now = self._elapsed.seconds()
        due = [each for each in waiting if self._due(each, now)]
        results = [await self._copy(attachment) for attachment in due[:BATCH]]
        return sum(results)

    def _due(self, attachment: Attachment, now: float) -> bool:
        later = self._later.get(attachment.id)
        return later is None or later.at <= now

    async def _copy(self, attachment: Attachment) -> bool:
        if attachment.size > DOWNLOAD_LIMIT:
            self._later[attachment.id] = _Later(0, NEVER)
            return False
        try:
            blob_id = await self._fetched(attachment)
            async with self._uow() as uow:
                await uow.attachments.set_blob(attachment, blob_id)
                await uow.commit()
        except NotFoundError as error:
            _log.warning("attachment %s stays with Telegram: %s", attachment.id, error.code)
            self._later[attachment.id] = _Later(0, NEVER)
            return False
        except AppError as error:
            tries = self._postpone(attachment.id)
            _log.warning("attachment %s not copied (try %d): %s", attachment.id, tries, error.code)
            return False
        self._later.pop(attachment.id, None)
        return True

    async def _fetched(self, attachment: Attachment) -> BlobId:
        """Return our copy: the one we have where the same file was sent before, else a new one."""
        async with self._uow.reading() as uow:
            known = await uow.attachments.stored(attachment.unique_id)
        if known is not None:
            return known
        return await self._blobs.put(await self._downloader.download(attachment.file_id, DOWNLOAD_LIMIT))

    def _postpone(self, attachment_id: AttachmentId) -> int:
        before = self._later.get(attachment_id)
        tries = before.tries + 1 if before else 1
        wait = min(FIRST_WAIT * 2 ** min(tries - 1, 20), LONGEST_WAIT)
        self._later[attachment_id] = _Later(tries, self._elapsed.seconds() + wait)
        return tries
