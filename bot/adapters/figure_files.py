"""Figures as files: a spreadsheet, values between commas, a chart, and a page to print."""

import asyncio
import csv
import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.adapters.figure_charts import draw_figures
from bot.adapters.sheets import document, grid_of, words_of_sheet
from core.disclosure.tables import Table
from core.figures.hot_words import HotWord, title
from core.figures.lines import NUMBERS, Line, Section
from core.figures.report import Report
from core.figures.usecases import Form
from core.shared.language import Language
from core.shared.messages import Arg, Term
from locales.catalogue import default_catalogue

COLUMNS = ("section", "label", "now", "before", "change", "unit")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins with one of them is a formula to spreadsheets."""
PRINTED = (
    Section.TOTAL,
    Section.TIME,
    Section.CONTENT,
    Section.COLLECTIVE,
    Section.MEDIATION,
    Section.PROPOSALS,
    Section.KIND,
    Section.CATEGORY,
    Section.LEVEL,
    Section.UNIT,
    Section.CONTENT_CATEGORY,
    Section.CONTENT_UNIT,
    Section.VOLUNTEERS,
)
MOST_UNITS = 30
"""Lines of a section that are printed."""


class FilesOfFigures:
    """FigureFiles on openpyxl, Pillow and reportlab."""

    async def make(self, report: Report, hot: list[HotWord], form: Form, language: Language) -> bytes:
        return await asyncio.to_thread(make, report, hot, form, language)


def make(report: Report, hot: list[HotWord], form: Form, language: Language) -> bytes:
    match form:
        case Form.XLSX:
            return _xlsx(report, language)
        case Form.CSV:
            return _csv(report, language)
        case Form.PDF:
            return _pdf(report, hot, language)
        case Form.PICTURE:
            return draw_figures(report, lambda key, **args: said(key, args, language))


def said(key: str, args: Mapping[str, Arg], language: Language) -> str:
    """Return a text with days as they are written on paper."""
    plain = {name: _plain(value, language) for name, value in args.items()}
    return default_catalogue().format(key, plain, language)


def _plain(value: Arg, language: Language) -> str | int:
    if isinstance(value, Term):
        return default_catalogue().format(value.key, {}, language)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int) else value.text


def harmless(text: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _rows(report: Report, language: Language) -> list[list[str | int | float | None]]:
    """Return the table with numbers as numbers; a word where nothing may be told, nothing where nothing is."""

    def number(line: Line, value: int | None, *, few: bool) -> str | int | float | None:
        if value is None:
            return said("figures-few", {}, language) if few else None
        return value if line.measured in NUMBERS else value / 10

    rows: list[list[str | int | float | None]] = []
    for line in report.lines:
        section = said(f"figures-section-{line.section}", {}, language)
        change = None if line.change is None else line.change / 10
        label = harmless(str(_plain(line.label, language)))
        unit = said(f"figures-in-{line.measured}", {}, language)
        now = line.text or number(line, line.now, few=line.few)
        rows.append([section, label, now, number(line, line.before, few=line.few_before), change, unit])
    return rows


def _columns(language: Language) -> list[str]:
    return [said(f"figures-column-{name}", {}, language) for name in COLUMNS]


def _csv(report: Report, language: Language) -> bytes:
    kept = io.StringIO(newline="")
    writer = csv.writer(kept)
    writer.writerow(_columns(language))
    writer.writerows(_rows(report, language))
    return kept.getvalue().encode("utf-8-sig")  # by that mark Excel knows that it is UTF-8


def _xlsx(report: Report, language: Language) -> bytes:
    import openpyxl  # noqa: PLC0415 - only where a spreadsheet is made
    from openpyxl.styles import Font  # noqa: PLC0415 - same

    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = report.span.key
    page.append([harmless(said("figures-head-plain", report.heading(), language))])
    page.append(_columns(language))
    for row in _rows(report, language):
        page.append(row)
    for cell in (*page[1], *page[2]):
        cell.font = Font(bold=True)
    for column, width in zip("ABCDEF", (26, 26, 12, 14, 12, 10), strict=True):
        page.column_dimensions[column].width = width
    page.freeze_panes = "A3"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _pdf(report: Report, hot: list[HotWord], language: Language) -> bytes:
    from reportlab.lib.units import cm  # noqa: PLC0415 - only where a sheet is made
    from reportlab.platypus import Image, Spacer  # noqa: PLC0415 - same

    def words(key: str, **args: Arg) -> str:
        return said(key, args, language)

    heading = words("figures-head-plain", **report.heading())
    picture = draw_figures(report, words)
    story: list[Any] = [words_of_sheet(heading, 18, centred=True), Spacer(1, 0.4 * cm)]
    width, height = _size(picture, 17 * cm, 20 * cm)
    columns = tuple(words(f"figures-column-{name}") for name in COLUMNS[1:5])
    for section in PRINTED:
        lines = report.of(section)[:MOST_UNITS]
        if lines:
            cells = [tuple(str(_plain(value, language)) for value in line.words().values()) for line in lines]
            table = Table((columns, *cells))
            story += [words_of_sheet(words(f"figures-section-{section}"), 13), grid_of(table, 17 * cm)]
            story.append(Spacer(1, 0.3 * cm))
    story.append(Image(io.BytesIO(picture), width, height))
    if hot:
        story += [words_of_sheet(words("figures-words-plain"), 13), words_of_sheet(title(hot), 11)]
    story += [Spacer(1, 0.3 * cm), words_of_sheet(words("figures-notes"), 9)]
    return document(heading, story)


def _size(picture: bytes, widest: float, highest: float) -> tuple[float, float]:
    from PIL import Image  # noqa: PLC0415 - only where a sheet is made

    with Image.open(io.BytesIO(picture)) as image:
        scale = min(widest / image.width, highest / image.height)
        return image.width * scale, image.height * scale
