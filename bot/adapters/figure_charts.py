"""Figures as a picture: this span's bars beside those of the year before, drawn with Pillow alone."""

from io import BytesIO
from typing import Protocol

from PIL import Image, ImageDraw

from bot.adapters.charts import COLOURS, GREY, INK, MARGIN, PAPER, WIDTH, fitting, font
from core.figures.lines import NUMBERS, In, Line, Section
from core.figures.report import Report
from core.shared.messages import Arg, Term

DRAWN = (
    Section.TOTAL,
    Section.TIME,
    Section.CONTENT,
    Section.COLLECTIVE,
    Section.PROPOSALS,
    Section.KIND,
    Section.CATEGORY,
    Section.LEVEL,
    Section.UNIT,
)
LABEL, BAR, LINE, HEADING, FIGURES = 330, 18, 56, 60, 260
MOST_LINES = 12
"""Of a section, so that the picture stays within what Telegram shows."""


class Words(Protocol):
    def __call__(self, key: str, **args: Arg) -> str: ...


def draw_figures(report: Report, words: Words) -> bytes:
    """Return the picture as PNG."""
    sections = [(section, report.of(section)[:MOST_LINES]) for section in DRAWN]
    sections = [(section, [line for line in lines if line.measured is not In.DAYS]) for section, lines in sections]
    sections = [(section, lines) for section, lines in sections if lines]
    height = MARGIN * 2 + 130 + sum(HEADING + LINE * len(lines) for _, lines in sections)
    image = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(image)
    heading = words("figures-head-plain", **report.heading())
    pen.text((MARGIN, MARGIN), fitting(heading, 34, WIDTH - 2 * MARGIN), INK, font=font(34))
    _legend(pen, words)
    at = MARGIN + 120
    for section, lines in sections:
        pen.text((MARGIN, at + 8), words(f"figures-section-{section}"), INK, font=font(30))
        at += HEADING
        numbers = [value or 0 for line in lines if line.measured in NUMBERS for value in (line.now, line.before)]
        most = max([*numbers, 1])
        for line in lines:
            _draw(pen, line, at, 1_000 if line.measured is In.PERCENT else most, words)
            at += LINE
    made = BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def _legend(pen: ImageDraw.ImageDraw, words: Words) -> None:
    left = MARGIN
    for colour, key in ((COLOURS[0], "figures-legend-now"), (GREY, "figures-legend-before")):
        pen.rectangle((left, MARGIN + 64, left + 26, MARGIN + 90), fill=colour)
        pen.text((left + 36, MARGIN + 58), words(key), INK, font=font(24))
        left += 76 + round(font(24).getlength(words(key)))


def _draw(pen: ImageDraw.ImageDraw, line: Line, at: int, most: int, words: Words) -> None:
    label = words(line.label.key) if isinstance(line.label, Term) else str(line.label)
    pen.text((MARGIN, at + 4), fitting(label, 24, LABEL - 16), INK, font=font(24))
    begins, room = MARGIN + LABEL, WIDTH - 2 * MARGIN - LABEL - FIGURES
    for value, colour, top in ((line.now, COLOURS[0], at), (line.before, GREY, at + BAR + 2)):
        if value:
            pen.rectangle((begins, top, begins + max(value * room // most, 2), top + BAR), fill=colour)
    told = [words(part.key) if isinstance(part, Term) else str(part) for part in line.words().values()][1:]
    numbers = f"{told[0]} / {told[1]}   {told[2]}"
    pen.text((WIDTH - MARGIN - FIGURES + 16, at + 4), fitting(numbers, 22, FIGURES - 16), INK, font=font(22))
