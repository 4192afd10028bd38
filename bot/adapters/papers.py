"""Files for disclosure: fetched, kept, and the tables in them read, within limits that no hostile file breaks."""

import asyncio
import csv
import io
import logging
import zipfile
from datetime import date, datetime
from typing import Any

from bot.adapters.files import DOWNLOAD_LIMIT, Downloader
from core.disclosure.ports import Offered
from core.disclosure.tables import MAX_COLUMNS, MAX_ROWS, Table
from core.shared.blobs import BlobStore
from core.shared.errors import NotFoundError, StorageError
from core.shared.messages import MediaRef

_log = logging.getLogger(__name__)

LARGEST_TABLE = 2 * 1024 * 1024
"""Bytes of a file in which we look for a table."""
LARGEST_UNPACKED = 32 * 1024 * 1024
"""Bytes an XLSX may unpack to: its parts say so before anything is unpacked, and no more than said is read."""
_LOOKED_AT = 4 * MAX_ROWS
"""Rows that are looked at; empty ones count."""


class TelegramPapers:
    """PaperIntake over Telegram's files and our blobs."""

    def __init__(self, downloader: Downloader, blobs: BlobStore) -> None:
        self._downloader = downloader
        self._blobs = blobs

    async def take(self, file: Offered) -> tuple[MediaRef, Table | None]:
        there = MediaRef(file.kind, file_id=file.file_id, name=file.name)
        if file.size > DOWNLOAD_LIMIT:
            return there, None
        try:
            data = await self._downloader.download(file.file_id, DOWNLOAD_LIMIT)
        except NotFoundError:
            raise StorageError("file-unavailable") from None
        table = await asyncio.to_thread(read_table, file.name, data)
        return MediaRef(file.kind, await self._blobs.put(data), file.file_id, file.name), table


def read_table(name: str, data: bytes) -> Table | None:
    """Return the first table of an XLSX or CSV file; None for other files, and for one that cannot be read."""
    form = name.rpartition(".")[2].lower()
    if form not in {"xlsx", "csv"} or len(data) > LARGEST_TABLE:
        return None
    try:
        return _of_csv(data) if form == "csv" else _of_xlsx(data)
    except Exception as error:  # noqa: BLE001 - whatever is in a stranger's file: it is published as a file all the same
        _log.warning("table not read: %s", type(error).__name__)
        return None


def _of_csv(data: bytes) -> Table | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")  # as spreadsheets on Chinese computers write it
    rows: list[list[str]] = []
    cut = False
    for row in csv.reader(io.StringIO(text)):
        cut = len(rows) >= _LOOKED_AT
        if cut:
            break
        rows.append(row)
    return Table.of(rows, cut=cut)


def _of_xlsx(data: bytes) -> Table | None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
            _log.warning("table not read: it unpacks to too much")
            return None
    import openpyxl  # noqa: PLC0415 - only where a table comes

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
        rows = sheet.iter_rows(max_row=_LOOKED_AT + 1, max_col=2 * MAX_COLUMNS)
        read = [[_shown(cell.value, cell.number_format) for cell in row] for row in rows]
    finally:
        book.close()
    return Table.of(read[:_LOOKED_AT], cut=len(read) > _LOOKED_AT)


def _shown(value: Any, form: str | None) -> str:  # noqa: ANN401 - whatever a cell holds
    """Write a cell as people read it: amounts with separators, dates without a time that is not there."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, int | float):
        return _number(value, form or "")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: float, form: str) -> str:
    if form.endswith("%"):
        return f"{value:.{form.count('0') - 1}%}" if "." in form else f"{value:.0%}"
    money = "#,##" in form
    if isinstance(value, int) and "." not in form:
        return f"{value:,}" if money else str(value)
    places = len(form.partition(".")[2].rstrip('_ );\\"')) if "." in form else None
    if money or places is not None:
        return f"{value:,.{min(places or 0, 4)}f}"
    return f"{value:.10g}"
