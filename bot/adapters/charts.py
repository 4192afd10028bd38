"""Results of ballots as a picture: one bar a line, cut by how many gave which grade. Drawn with Pillow alone."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from bot.adapters.fonts import FONT
from core.ballots.counting import Result, percent
from core.ballots.paper import ABSTAIN, GRADES, Paper
from core.shared.blobs import BlobStore
from core.shared.ids import BlobId
from core.shared.language import Language
from locales.catalogue import default_catalogue

WIDTH, MARGIN, LABEL, LINE, BAR, LEGEND = 1200, 48, 300, 56, 36, 44
COLOURS = ("#2f6b4f", "#7fae6f", "#e0a63a", "#b8433a")
GREY, INK, PAPER = "#b9b9b4", "#22302a", "#fbfaf6"
MOST_LINES = 60
"""So that the picture stays within what Telegram shows."""
ROOM = 40
"""Pixels below which a number does not fit into its piece of the bar."""


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    parts: Sequence[tuple[str, int]]
    """Colour and size."""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    colour: str
    name: str
    left: int
    row: int


class BallotCharts:
    def __init__(self, blobs: BlobStore) -> None:
        self._blobs = blobs

    async def draw(self, paper: Paper, result: Mapping[str, Any], language: Language) -> BlobId:
        return await self._blobs.put(await asyncio.to_thread(draw_chart, paper, result, language))


def draw_chart(paper: Paper, result: Mapping[str, Any], language: Language) -> bytes:
    """Return the picture as PNG."""
    bars = _bars(paper, Result.from_json(result), language)
    legend = _legend(paper, language)
    height = MARGIN * 2 + 110 + LINE * len(bars) + LEGEND * (legend[-1].row + 1)
    image = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(image)
    pen.text((MARGIN, MARGIN), fitting(paper.title, 40, WIDTH - 2 * MARGIN), INK, font=font(40))
    rated = "chart-turnout" if paper.meeting is not None else "chart-turnout-rated"
    turnout = _words(rated, language, cast=result["cast"], seats=result["seats"])
    pen.text((MARGIN, MARGIN + 58), turnout, INK, font=font(26))
    at = MARGIN + 110
    for bar in bars:
        _draw(pen, bar, at)
        at += LINE
    for mark in legend:
        top = at + 12 + LEGEND * mark.row
        pen.rectangle((mark.left, top + 4, mark.left + 26, top + 30), fill=mark.colour)
        pen.text((mark.left + 36, top - 2), mark.name, INK, font=font(26))
    made = BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def _bars(paper: Paper, result: Result, language: Language) -> list[_Bar]:
    found: list[_Bar] = []
    for each in result.subjects:
        subject = paper.subject(each.key)
        total = [sum(tally[grade] for tally in each.dimensions.values()) for grade in subject.answers]
        rate = f"  {percent(each.satisfied, each.judged)}%" if result.motion is None else ""
        found.append(_Bar(f"{subject.name}{rate}", _parts(subject.answers, total), heading=True))
        if len(each.dimensions) > 1 and len(result.subjects) * (len(each.dimensions) + 1) <= MOST_LINES:
            found += [
                _Bar(
                    _words(f"dimension-{name}", language),
                    _parts(subject.answers, [tally[grade] for grade in subject.answers]),
                )
                for name, tally in each.dimensions.items()
            ]
    return found[:MOST_LINES]


def _parts(answers: Sequence[str], numbers: Sequence[int]) -> list[tuple[str, int]]:
    return [(_colour(answers, grade), number) for grade, number in zip(answers, numbers, strict=True)]


def _colour(answers: Sequence[str], grade: str) -> str:
    if grade == ABSTAIN:
        return GREY
    worst = grade == answers[-2]
    return COLOURS[-1] if worst else COLOURS[answers.index(grade)]


def _legend(paper: Paper, language: Language) -> list[_Mark]:
    """Name each colour once; where scales differ, all the grades that bear it. As many rows as it takes."""
    names: dict[str, list[str]] = {}
    for scale in dict.fromkeys(subject.scale for subject in paper.subjects):
        answers = (*GRADES[scale], ABSTAIN)
        for grade in answers:
            word, its = _words(f"grade-{grade}", language), names.setdefault(_colour(answers, grade), [])
            if word not in its:
                its.append(word)
    found: list[_Mark] = []
    left, row = MARGIN, 0
    for colour, its in names.items():
        name = " / ".join(its)
        width = 36 + round(font(26).getlength(name)) + 40
        if left > MARGIN and left + width - 40 > WIDTH - MARGIN:
            left, row = MARGIN, row + 1
        found.append(_Mark(colour, name, left, row))
        left += width
    return found


def _draw(pen: ImageDraw.ImageDraw, bar: _Bar, at: int) -> None:
    size = 28 if bar.heading else 24
    left = MARGIN if bar.heading else MARGIN + 32
    pen.text((left, at - 2), fitting(bar.label, size, LABEL + MARGIN - left), INK, font=font(size))
    begins, width = MARGIN + LABEL + 16, WIDTH - 2 * MARGIN - LABEL - 16
    whole, done = sum(number for _, number in bar.parts), 0
    for colour, number in bar.parts:
        if not number:
            continue
        ends = (done + number) * width // whole
        x = begins + done * width // whole
        pen.rectangle((x, at, begins + ends, at + BAR), fill=colour)
        if begins + ends - x >= ROOM:
            pen.text((x + 12, at + 4), str(number), "#ffffff", font=font(22))
        done += number


def fitting(text: str, size: int, width: int) -> str:
    if font(size).getlength(text) <= width:
        return text
    while text and font(size).getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text}…"


def _words(key: str, language: Language, **args: int) -> str:
    return default_catalogue().format(key, args, language)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)
