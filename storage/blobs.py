import asyncio
import hashlib
import os
import re
import tempfile
from pathlib import Path

from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import BlobId

_ID = re.compile(r"[0-9a-f]{64}")


class FileBlobStore:
    """Files named by their SHA-256 in two levels of folders. A file is whole or absent, also after a power cut."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, data: bytes) -> BlobId:
        return await asyncio.to_thread(self._put, data)

    async def get(self, blob_id: BlobId) -> bytes:
        return await asyncio.to_thread(self._get, blob_id)

    def _put(self, data: bytes) -> BlobId:
        name = hashlib.sha256(data).hexdigest()
        path = self._path(name)
        try:
            if not path.exists():
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
