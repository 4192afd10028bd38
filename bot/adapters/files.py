import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol

from bot.adapters.gifs import bare_gif, looks_like_gif
from bot.adapters.pictures import bare_picture, looks_like_picture
from core.petitions.draft import MAX_UNNAMED_FILE
from core.petitions.model import FileKind
from core.shared.blobs import BlobStore
from core.shared.errors import AppError, DomainError, NotFoundError, StorageError
from core.shared.ids import BlobId

DOWNLOAD_LIMIT = MAX_UNNAMED_FILE


class Downloader(Protocol):
    """Fetches a file's bytes from Telegram."""

    async def download(self, file_id: str, limit: int) -> bytes:
        """Return the whole file.

        Raises StorageError("file-unavailable") when a later try may succeed, NotFoundError("file-gone") when none
        will: Telegram no longer has it, or it is larger than `limit` bytes.
        """
        ...


class TelegramFileIntake:
    """FileIntake for anonymous cases: what reaches the blobs says nothing about the sender.

    Photos, and pictures sent as documents, are made anew from their pixels; of GIFs only the frames stay. Other files
    are kept as they are: the person was told that voices and documents may give them away.
    """

    def __init__(self, downloader: Downloader, blobs: BlobStore) -> None:
        self._downloader = downloader
        self._blobs = blobs
        self._hands = ThreadPoolExecutor(1, "pictures")
        """A large picture takes 400 MB while it is made anew: one at a time, by a thread whose memory serves again."""

    async def anonymise(self, kind: FileKind, file_id: str) -> BlobId:
        try:
            data = await self._downloader.download(file_id, DOWNLOAD_LIMIT)
        except NotFoundError:
            raise DomainError("file-too-large") from None
        except AppError:
            raise StorageError("file-unavailable") from None
        if len(data) > DOWNLOAD_LIMIT:
            raise DomainError("file-too-large")
        is_photo, is_sticker = kind is FileKind.PHOTO, kind is FileKind.STICKER
        if is_photo or (kind in {FileKind.DOCUMENT, FileKind.STICKER} and looks_like_picture(data)):
            make = partial(bare_picture, data, as_photo=is_photo, as_sticker=is_sticker)
            data = await asyncio.get_running_loop().run_in_executor(self._hands, make)
        elif looks_like_gif(data):
            data = await asyncio.to_thread(bare_gif, data)
        return await self._blobs.put(data)
