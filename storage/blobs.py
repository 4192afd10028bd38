import asyncio
import fcntl
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import BlobId

_ID = re.compile(r"[0-9a-f]{64}")


class FileBlobStore:
    """Files named by their SHA-256 in two levels of folders. A file is whole or absent, also after a power cut.

    How old a file is, its inode says, of which nobody can set the time: since it was last put. Putting holds a lock
    that removing waits for, in whatever process: what is put while it is removed is there afterwards.
    """

    def __init__(self, folder: Path, seconds: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._seconds = seconds

    async def put(self, data: bytes) -> BlobId:
        return await asyncio.to_thread(self._put, data)

    async def get(self, blob_id: BlobId) -> bytes:
        return await asyncio.to_thread(self._get, blob_id)

    async def old(self, seconds: float) -> Sequence[BlobId]:
        """Return files nobody has put for so long; raises StorageError("storage-failed")."""
        return await asyncio.to_thread(self._old, self._seconds() - seconds)

    async def remove(self, blob_ids: Collection[BlobId], seconds: float) -> int:
        """Remove those of the files that are as old still, and leftovers of writing; return how many.

        Raises StorageError("storage-failed").
        """
        return await asyncio.to_thread(self._remove, blob_ids, self._seconds() - seconds)

    def _old(self, before: float) -> list[BlobId]:
        try:
            found = self._folder.glob("*/*/*")
            return sorted(BlobId(p.name) for p in found if _ID.fullmatch(p.name) and p.stat().st_ctime < before)
        except OSError as error:
            raise StorageError("storage-failed") from error

    def _remove(self, blob_ids: Collection[BlobId], before: float) -> int:
        gone = 0
        try:
            for path in [*map(self._path, sorted(blob_ids)), *self._folder.glob("*/*/.new-*")]:
                with self._lock(fcntl.LOCK_EX):
                    if path.exists() and path.stat().st_ctime < before:
                        path.unlink()
                        gone += 1
        except OSError as error:
            raise StorageError("storage-failed") from error
        return gone

    @contextmanager
    def _lock(self, kind: int) -> Iterator[None]:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = os.open(self._folder, os.O_RDONLY)  # a file to lock would lie among what is kept, and tell a time
        try:
            fcntl.flock(held, kind)
            yield
        finally:
            os.close(held)

    def _put(self, data: bytes) -> BlobId:
        name = hashlib.sha256(data).hexdigest()
        path = self._path(name)
        try:
            with self._lock(fcntl.LOCK_SH):
                if path.exists():
                    os.utime(path, (0, 0))  # the inode says from now on that somebody is about to refer to it
                else:
                    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    _write_whole(path, data)
        except OSError as error:
            raise StorageError("storage-failed") from error
        return BlobId(name)

    def _get(self, blob_id: BlobId) -> bytes:
        if not _ID.fullmatch(blob_id):  # an id is a path: nothing but an id may become one
            raise NotFoundError("file-unknown")
        try:
            return self._path(blob_id).read_bytes()
        except FileNotFoundError:
            raise NotFoundError("file-unknown") from None
        except OSError as error:
            raise StorageError("storage-failed") from error

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name[2:4] / name


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside, flush to the disk, rename into place, and make the rename itself durable."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.utime(beside, (0, 0))  # when it came in would date what an anonymous person sent
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    for above in path.parents[:2]:
        os.utime(above, (0, 0))
