"""Who refers to a file: whatever stands in a column of JSON or a key of `blobs` and looks like a file's name."""

import re
from collections.abc import Collection, Iterator

from sqlalchemy import JSON, Column, Text, cast, delete, exists, select

from core.people.ports import Secrets
from core.reports.model import Vault
from core.shared.ids import BlobId
from storage.engine import Database
from storage.tables import attachments, blobs, metadata, report_entries

_NAME = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def columns_with_files() -> list[Column[object]]:
    columns = [column for table in metadata.sorted_tables for column in table.c]
    keys = [each for each in columns if any(key.column.table is blobs for key in each.foreign_keys)]
    return [*keys, *(each for each in columns if isinstance(each.type, JSON))]


class SqlBlobUses:
    """Of everything but reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def unused(self, blob_ids: Collection[BlobId]) -> set[BlobId]:
        """Return those nothing refers to; raises StorageError.

        It is looked twice: what goes from one column to another behind the first look is found by the second.
        """
        return await self._look(await self._look(set(blob_ids)))

    async def _look(self, left: set[BlobId]) -> set[BlobId]:
        for column in columns_with_files() if left else ():
            async with self._database.reading() as connection:
                found = await connection.stream_scalars(select(cast(column, Text)).where(column.is_not(None)))
                async for kept in found:
                    left.difference_update(map(BlobId, _NAME.findall(kept)))
        return left

    async def forget(self, blob_ids: Collection[BlobId]) -> None:
        """Delete the rows of removed files, which nothing refers to; raises StorageError."""
        async with self._database.transaction() as connection:
            for blob_id in sorted(blob_ids):
                row = delete(blobs).where(blobs.c.id == blob_id, ~exists().where(attachments.c.blob_id == blob_id))
                await connection.execute(row)


class ReportFileUses:
    """Of reports, whose entries say so sealed."""

    def __init__(self, database: Database, secrets: Secrets) -> None:
        self._database = database
        self._vault = Vault(secrets)

    async def unused(self, blob_ids: Collection[BlobId]) -> set[BlobId]:
        """Return those nothing refers to; raises StorageError."""
        if not blob_ids:
            return set()
        async with self._database.reading() as connection:
            entries = (await connection.execute(select(report_entries.c.sealed))).scalars().all()
        return set(blob_ids) - set(self._files(entries))

    def _files(self, entries: Collection[bytes]) -> Iterator[BlobId]:
        for sealed in entries:
            yield from (file.blob for file in self._vault.entry(sealed).files)

    async def forget(self, blob_ids: Collection[BlobId]) -> None:
        """There is no row of them."""
