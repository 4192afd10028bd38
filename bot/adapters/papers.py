"""Files for disclosure: fetched, kept, and the tables in them read, within limits that no hostile file breaks."""

import asyncio
import csv
import io
import logging
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from bot.adapters.files import DOWNLOAD_LIMIT, Downloader
from bot.adapters.pictures import bare_picture, looks_like_picture
from core.disclosure.ports import Offered
from core.disclosure.tables import MAX_COLUMNS, MAX_ROWS, Table
from core.petitions.model import FileKind
from core.shared.blobs import BlobStore
from core.shared.errors import DomainError, NotFoundError, StorageError
from core.shared.messages import MediaRef

_log = logging.getLogger(__name__)

LARGEST_TABLE = 2 * 1024 * 1024
"""Bytes of a file in which we look for a table."""
LARGEST_UNPACKED = 32 * 1024 * 1024
"""Bytes an XLSX may unpack to: its parts say so before anything is unpacked, and no more than said is read."""
_PICTURES = {"jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "heic", "heif", "avif"}
MOST_TAGS = 300_000
"""Of XML in an XLSX, all parts together. A row is read as a whole: one of a million cells would take a gigabyte."""
_LOOKED_AT = 4 * MAX_ROWS
"""Rows that are looked at; empty ones count."""
_HIDDEN_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*\bstate=[\"'](?:hidden|veryHidden)")
_HIDDEN_CELLS = re.compile(rb"<(?:\w+:)?(?:col|row)\s[^>]*\bhidden=[\"'](?:1|true)")
_NOT_DIGITS = re.compile(r'"[^"]*"|\[[^\]]*\]|[_*\\].|\s')
"""What of a cell's form stands for itself, or for room."""


class TelegramPapers:
    """PaperIntake over Telegram's files and our blobs."""

    def __init__(self, downloader: Downloader, blobs: BlobStore) -> None:
        self._downloader = downloader
        self._blobs = blobs
        self._hands = ThreadPoolExecutor(1, "news-pictures")
        """One at a time: a large picture takes 400 MB while it is made anew."""

    async def take(self, file: Offered) -> tuple[MediaRef, Table | None]:
        there = MediaRef(file.kind, file_id=file.file_id, name=file.name)
        if file.size > DOWNLOAD_LIMIT:
            if file.name.rpartition(".")[2].lower() in _PICTURES:
                raise DomainError("news-as-photo")
            return there, None
        try:
            data = await self._downloader.download(file.file_id, DOWNLOAD_LIMIT)
        except NotFoundError:
            raise StorageError("file-unavailable") from None
        if file.kind != FileKind.PHOTO and looks_like_picture(data):
            return MediaRef(file.kind, await self._blobs.put(await self._bare(data)), name=file.name), None
        table = await asyncio.to_thread(read_table, file.name, data)
        return MediaRef(file.kind, await self._blobs.put(data), file.file_id, file.name), table

    async def _bare(self, data: bytes) -> bytes:
        """Return a picture sent as a file without what it tells of place and device; photos Telegram itself makes anew.

        Raises DomainError("news-as-photo") for one we cannot read.
        """
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._hands, partial(bare_picture, data, as_photo=False)
            )
        except StorageError:
            raise DomainError("news-as-photo") from None


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
        if sum(packed.read(part).count(b"<") for part in packed.infolist()) > MOST_TAGS:
            _log.warning("table not read: it has too many cells")
            return None
        hides = any(_hides(part.filename, packed.read(part)) for part in packed.infolist())
    import openpyxl  # noqa: PLC0415 - only where a table comes

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not shown:
            return None
        sheet = shown[0]
        sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
        rows = sheet.iter_rows(max_row=_LOOKED_AT + 1, max_col=2 * MAX_COLUMNS)
        read = [[_shown(cell.value, cell.number_format) for cell in row] for row in rows]
    finally:
        book.close()
    return Table.of(read[:_LOOKED_AT], cut=len(read) > _LOOKED_AT, hides=hides)


def _hides(part: str, xml: bytes) -> bool:
    """Tell whether a part of an XLSX has hidden sheets, rows or columns, or notes at its cells."""
    if part == "xl/workbook.xml":
        return _HIDDEN_SHEET.search(xml) is not None
    if part.startswith("xl/worksheets/"):
        return _HIDDEN_CELLS.search(xml) is not None
    return part.startswith(("xl/comments", "xl/threadedComments"))


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
    """Write a number by the form of its cell; of a form with parts for plus, minus and nothing the first counts."""
    form = _NOT_DIGITS.sub("", form.partition(";")[0])
    whole, dot, rest = form.partition(".")
    places = min(sum(letter in "0#?" for letter in rest), 4)
    if form.endswith("%"):
        return f"{_rounded(value, places + 2) * 100:.{places}f}%"
    money = "#,##" in whole
    if isinstance(value, int) and not dot:
        return f"{value:,}" if money else str(value)
    return f"{_rounded(value, places):,}" if money or (dot and "E" not in rest) else f"{value:.10g}"


def _rounded(value: float, places: int) -> Decimal:
    """Round as spreadsheets do: half a cent is up."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
