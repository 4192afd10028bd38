"""Tables in files of strangers, within limits; and sheets as PDF."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from PIL import Image

from bot.adapters import papers
from bot.adapters.papers import LARGEST_TABLE, TelegramPapers, read_table
from bot.adapters.sheets import PdfSheets
from bot.adapters.words import search_tokenizer
from core.disclosure.ports import Offered, Sheet
from core.disclosure.tables import MAX_ROWS, Table
from core.shared.errors import DomainError, NotFoundError, StorageError
from core.shared.ids import BlobId
from core.shared.messages import MediaRef
from tests.fakes.stores import FakeBlobStore

pytestmark = pytest.mark.unit


def xlsx(*rows: list[Any], **forms: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cell, form in forms.items():
        sheet[cell].number_format = form
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


class Downloads:
    def __init__(self, data: bytes | None) -> None:
        self.data, self.asked = data, list[str]()

    async def download(self, file_id: str, limit: int) -> bytes:
        self.asked.append(file_id)
        if self.data is None:
            raise NotFoundError("file-gone")
        return self.data


async def test_a_file_is_kept_and_its_table_read() -> None:
    data = xlsx(["项目", "支出"], ["电梯", 1250])
    blobs = FakeBlobStore()
    taken, table = await TelegramPapers(Downloads(data), blobs).take(Offered("document", "f1", "收支.XLSX", len(data)))
    assert table == Table((("项目", "支出"), ("电梯", "1250")))
    assert (taken.kind, taken.file_id, taken.name) == ("document", "f1", "收支.XLSX")
    assert await blobs.get(taken.blob) == data  # type: ignore[arg-type] # its id, as the reference carries it


async def test_what_telegram_hands_out_to_no_bot_stays_there() -> None:
    downloads = Downloads(b"")
    taken = await TelegramPapers(downloads, FakeBlobStore()).take(Offered("video", "f1", "x.mp4", 21 * 1024 * 1024))
    assert taken == (MediaRef("video", file_id="f1", name="x.mp4"), None)
    assert downloads.asked == []


async def test_a_file_that_cannot_be_had_can_be_sent_again() -> None:
    with pytest.raises(StorageError, match="file-unavailable"):
        await TelegramPapers(Downloads(None), FakeBlobStore()).take(Offered("document", "f1"))


def test_cells_are_written_as_people_read_them() -> None:
    data = xlsx(
        ["项", 1234.5, 0.1, True, date(2026, 9, 3), datetime(2026, 9, 3, 8, 30), 7.0, 1 / 3],  # noqa: DTZ001 - a cell has no zone
        ["二", 88000, 0.125, False, None, "字\n字", 2, 12345],
        B1="#,##0.00",
        B2="#,##0",
        C1="0%",
        C2="0.0%",
        G1="0.00",
        G2="0",
    )
    table = read_table("a.xlsx", data)
    assert table is not None
    assert table.rows == (
        ("项", "1,234.50", "10%", "✓", "2026-09-03", "2026-09-03 08:30", "7.00", "0.3333333333"),
        ("二", "88,000", "12.5%", "✗", "", "字 字", "2", "12345"),
    )


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        (
            '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
            19600.0,
            "19,600.00",
        ),  # what Chinese spreadsheets give sums
        ("￥#,##0.00;￥-#,##0.00", 19600.5, "19,600.50"),
        ("0.00_);[Red]\\(0.00\\)", 12.0, "12.00"),
        ('#,##0.00"元"', 1234.5, "1,234.50"),
        ("#,##0", 0.5, "1"),
        ("0.00", 0.125, "0.13"),
        (".%", 0.5, "50%"),
        ("0.0%", 0.1255, "12.6%"),
        ("0.00E+00", 19600.5, "19600.5"),
    ],
)
def test_amounts_are_written_as_the_spreadsheet_shows_them(form: str, value: float, shown: str) -> None:
    table = read_table("a.xlsx", xlsx(["项目", value], B1=form))
    assert table is not None
    assert table.rows == (("项目", shown),)


def test_what_is_hidden_in_a_spreadsheet_is_no_table() -> None:
    book = openpyxl.Workbook()
    book.active.append(["身份证"])
    book.create_sheet("公开").append(["公开的"])
    book.active.sheet_state = "hidden"
    book.active = 1
    kept = io.BytesIO()
    book.save(kept)
    assert read_table("a.xlsx", kept.getvalue()) == Table((("公开的",),), hides=True)


def test_a_row_of_a_million_cells_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It unpacks to little enough, but a row is read as a whole: it took 48 seconds and 1.5 GB."""
    with zipfile.ZipFile(io.BytesIO(xlsx(["x"]))) as packed:
        parts = {part: packed.read(part) for part in packed.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</row>", b"<c/>" * papers.MOST_TAGS + b"</row>")
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, data in parts.items():
            packed.writestr(part, data)
    monkeypatch.setattr(openpyxl, "load_workbook", None)
    assert len(kept.getvalue()) < 10_000
    assert read_table("a.xlsx", kept.getvalue()) is None


def _picture(form: str) -> bytes:
    """A picture that says where it was taken."""
    said = Image.Exif()
    said[0x010F] = "LINLI-PHONE"
    said.get_ifd(0x8825)[2] = (39.0, 54.0, 20.0)
    kept = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(kept, form, exif=said)
    return kept.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
async def test_a_picture_sent_as_a_file_does_not_tell_where_it_was_taken(form: str) -> None:
    blobs, sent = FakeBlobStore(), _picture(form)
    assert b"LINLI-PHONE" in sent

    file, table = await TelegramPapers(Downloads(sent), blobs).take(Offered("document", "f1", "公示.jpg"))

    assert (file.file_id, file.name, table) == ("", "公示.jpg", None)
    kept = await blobs.get(BlobId(file.blob))
    assert b"LINLI-PHONE" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((40, 20), {})


async def test_a_picture_that_cannot_be_made_anew_is_asked_for_as_a_photo() -> None:
    heic = b"\0\0\0\x18ftypheic" + b"\0" * 40
    for offered in (Offered("document", "f1", "a.heic"), Offered("document", "f1", "IMG.JPG", 21 * 1024 * 1024)):
        with pytest.raises(DomainError, match="news-as-photo"):
            await TelegramPapers(Downloads(heic), FakeBlobStore()).take(offered)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv_files_are_read_as_spreadsheets_write_them(encoding: str) -> None:
    assert read_table("a.csv", '项目,支出\n电梯,"1,250"\n'.encode(encoding)) == Table(
        (("项目", "支出"), ("电梯", "1,250"))
    )


def test_long_tables_are_cut_and_not_read_to_the_end() -> None:
    rows = "项目\n" + "x\n" * (10 * MAX_ROWS)
    for name, data in (("a.csv", rows.encode()), ("a.xlsx", xlsx(*[["x"]] * (10 * MAX_ROWS)))):
        table = read_table(name, data)
        assert table is not None
        assert (len(table.rows), table.cut) == (MAX_ROWS, True)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF"),
        ("a.xlsx", b"no zip"),
        ("a.xlsx", xlsx()),
        ("a.csv", b"\xff\xff\xff\x80"),
        ("a.csv", b"x," * LARGEST_TABLE),
        ("", b""),
    ],
)
def test_where_there_is_no_table_the_file_is_published_all_the_same(name: str, data: bytes) -> None:
    assert read_table(name, data) is None


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = xlsx(["项目"], ["电梯"])
    assert read_table("a.xlsx", data) is not None
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        whole = sum(part.file_size for part in packed.infolist())
    monkeypatch.setattr(papers, "LARGEST_UNPACKED", whole - 1)
    monkeypatch.setattr(openpyxl, "load_workbook", None)
    assert read_table("a.xlsx", data) is None


async def test_a_sheet_is_a_pdf_with_all_its_characters_in_it() -> None:
    table = Table((("项目", "支出"), *[("电梯<&>", "1")] * 60))
    made = await PdfSheets().make(
        Sheet(
            title="三季度 <收支>",
            lines=["字𠀀" * 400, ""],
            table=table,
            foot="扫码",
            link="https://t.me/x?start=d_GK-1",
        )
    )
    assert made.startswith(b"%PDF-")
    assert made.count(b"/Type /Page\n") + made.count(b"/Type /Page ") >= 2
    assert b"FontFile2" in made


async def test_a_table_with_long_cells_is_printed_and_breaks_no_page() -> None:
    table = Table(tuple(tuple("字" * 200 for _ in range(12)) for _ in range(24)))
    assert (await PdfSheets().make(Sheet(title="题", table=table))).startswith(b"%PDF")


async def test_a_sheet_without_link_has_no_code() -> None:
    with_code = await PdfSheets().make(Sheet(title="题", link="https://t.me/x"))
    assert len(await PdfSheets().make(Sheet(title="题"))) < len(with_code)


def test_jieba_cuts_long_words_and_short_ones_in_them() -> None:
    cutter = search_tokenizer()
    assert {"居民", "委员", "委员会"} <= {*cutter.words("居民委员会组织法")}
    assert [*cutter.words("電梯維修")] == [*cutter.words("电梯维修")] == ["电梯", "维修"]


def _hide_sheet(book: Any) -> None:
    book.create_sheet("底稿").sheet_state = "hidden"


def _hide_column(book: Any) -> None:
    book.active.column_dimensions["B"].hidden = True


def _hide_row(book: Any) -> None:
    book.active.row_dimensions[2].hidden = True


def _comment(book: Any) -> None:
    book.active["A1"].comment = Comment("王大爷说的", "刘敏")


def _filter(book: Any) -> None:
    book.active.auto_filter.ref = "A1:B2"
    book.create_sheet("明细")


@pytest.mark.parametrize(
    ("change", "hides"),
    [(_hide_sheet, True), (_hide_column, True), (_hide_row, True), (_comment, True), (_filter, False)],
)
def test_what_a_spreadsheet_hides_is_noticed(change: Any, hides: bool) -> None:
    book = openpyxl.Workbook()
    book.active.append(["项目", "支出"])
    book.active.append(["电梯", 5])
    change(book)
    kept = io.BytesIO()
    book.save(kept)
    table = read_table("a.xlsx", kept.getvalue())
    assert table is not None
    assert table.hides is hides
