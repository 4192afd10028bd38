"""Sheets for the board on the wall: A4 as PDF, with a QR code that opens the item, or the board, in the bot."""

import asyncio
import io
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from bot.adapters.fonts import FONT
from core.disclosure.ports import Sheet
from core.disclosure.tables import Table, is_amount
from core.shared.text import excerpt

_NAME = "linli-noto"
_QR_CM = 5.5
_MARGIN_CM = 2.0
_LETTERS = 480
"""UTF-16 units of a row of a table, shared among its columns: a row that fits no page cannot be printed at all."""


class PdfSheets:
    """SheetMaker on reportlab. Characters the font does not have are drawn as an empty box, and break nothing."""

    async def make(self, sheet: Sheet) -> bytes:
        return await asyncio.to_thread(draw, sheet)


@cache
def _font() -> str:
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415 - only where a sheet is made

    pdfmetrics.registerFont(ttfonts.TTFont(_NAME, str(FONT)))
    return _NAME


def draw(sheet: Sheet) -> bytes:
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - see _font
    from reportlab.lib.units import cm  # noqa: PLC0415 - see _font
    from reportlab.platypus import Spacer  # noqa: PLC0415 - see _font

    story: list[Any] = [words_of_sheet(sheet.title, 26, centred=True), Spacer(1, 0.6 * cm)]
    story += [words_of_sheet(line, 13) if line else Spacer(1, 0.4 * cm) for line in sheet.lines]
    if sheet.table is not None:
        story += [Spacer(1, 0.3 * cm), grid_of(sheet.table, A4[0] - 2 * _MARGIN_CM * cm)]
    if sheet.link:
        story += [Spacer(1, 0.8 * cm), qr_drawing(sheet.link, _QR_CM * cm), Spacer(1, 0.3 * cm)]
    story.append(words_of_sheet(sheet.foot, 13, centred=True))
    return document(sheet.title, story)


def document(title: str, story: list[Any]) -> bytes:
    """Return what is put together for A4 as a PDF."""
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - see _font
    from reportlab.lib.units import cm  # noqa: PLC0415 - see _font
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 - see _font

    kept = io.BytesIO()
    margin = _MARGIN_CM * cm
    page = SimpleDocTemplate(
        kept, pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin
    )
    page.title, page.author = title, ""
    page.build(story)
    return kept.getvalue()


def words_of_sheet(text: str, size: int, *, centred: bool = False, at_right: bool = False) -> Any:  # noqa: ANN401 - reportlab ships no types
    from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT  # noqa: PLC0415 - see _font
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - see _font
    from reportlab.platypus import Paragraph  # noqa: PLC0415 - see _font

    style = ParagraphStyle(
        "words",
        fontName=_font(),
        fontSize=size,
        leading=size * 1.5,
        wordWrap="CJK",
        alignment=TA_CENTER if centred else TA_RIGHT if at_right else TA_LEFT,
    )
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def grid_of(table: Table, width: float) -> Any:  # noqa: ANN401 - see words_of_sheet
    from reportlab.lib import colors  # noqa: PLC0415 - see _font
    from reportlab.platypus import Table as Grid  # noqa: PLC0415 - see _font

    columns = len(table.rows[0])
    room = _LETTERS // columns
    cells = [[words_of_sheet(excerpt(cell, room), 11, at_right=is_amount(cell)) for cell in row] for row in table.rows]
    grid = Grid(cells, colWidths=[width / columns] * columns, repeatRows=1)
    grid.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
    )
    return grid


def qr_drawing(link: str, side: float) -> Any:  # noqa: ANN401 - see words_of_sheet
    import segno  # noqa: PLC0415 - see _font
    from reportlab.graphics.shapes import Drawing, Rect  # noqa: PLC0415 - see _font
    from reportlab.lib import colors  # noqa: PLC0415 - see _font

    matrix = [*segno.make_qr(link, error="m").matrix_iter(border=4)]
    dot = side / len(matrix)
    drawing = Drawing(side, side)
    drawing.hAlign = "CENTER"
    for y, row in enumerate(reversed(matrix)):
        for x, dark in enumerate(row):
            if dark:
                drawing.add(Rect(x * dot, y * dot, dot, dot, fillColor=colors.black, strokeColor=None))
    return drawing
