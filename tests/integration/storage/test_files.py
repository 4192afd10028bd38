import asyncio
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from core.shared.errors import StorageError
from core.shared.ids import BlobId
from storage.blobs import FileBlobStore
from storage.clock import SqlClockOffset
from storage.engine import Database
from storage.tables import clock_offset

pytestmark = pytest.mark.integration


async def test_blobs_lie_in_two_levels_of_folders_and_nothing_else(tmp_path: Path) -> None:
    store = FileBlobStore(tmp_path / "blobs")
    blob = await store.put(b"a picture")
    await asyncio.gather(*(store.put(b"a picture") for _ in range(10)))

    files = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    assert files == [tmp_path / "blobs" / blob[:2] / blob[2:4] / blob]
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600


async def test_no_file_or_folder_tells_when_it_came_in(tmp_path: Path) -> None:
    await FileBlobStore(tmp_path / "blobs").put(b"a picture")

    assert {path.stat().st_mtime for path in (tmp_path / "blobs").rglob("*")} == {0}


async def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("storage.blobs.os.fsync", full)
    store = FileBlobStore(tmp_path / "blobs")
    with pytest.raises(StorageError, match="storage-failed"):
        await store.put(b"a picture")

    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []


async def test_a_blob_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    name = "0" * 64
    (tmp_path / "00" / "00" / name).mkdir(parents=True)
    with pytest.raises(StorageError, match="storage-failed"):
        await FileBlobStore(tmp_path).get(BlobId(name))


async def test_the_demos_clock_offset(database: Database) -> None:
    offset = SqlClockOffset(database)
    assert await offset.read() == timedelta(0)
    async with database.transaction() as connection:
        await connection.execute(insert(clock_offset).values(id=1, seconds=259_200.5))
    assert await offset.read() == timedelta(days=3, seconds=0.5)

    with pytest.raises(StorageError):
        async with database.transaction() as connection:
            await connection.execute(insert(clock_offset).values(id=2, seconds=1))
