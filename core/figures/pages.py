"""Figures as a desk reads them in its chat: one message, whose buttons turn to other spans and units."""

from collections.abc import Sequence
from datetime import date

from core.figures.hot_words import HotWord
from core.figures.lines import NOTHING, Line, Section
from core.figures.report import Report
from core.figures.spans import Span, spans_of
from core.figures.usecases import Form
from core.people.model import Unit
from core.shared.actions import Action, ActionCode
from core.shared.ids import UnitId
from core.shared.listed import Listed, Press
from core.shared.messages import Arg, MessageSpec, Term

IN_CHAT = (
    Section.TOTAL,
    Section.TIME,
    Section.CONTENT,
    Section.COLLECTIVE,
    Section.MEDIATION,
    Section.PROPOSALS,
    Section.PROPOSALS_OPEN,
    Section.KIND,
    Section.CATEGORY,
    Section.LEVEL,
    Section.AUTHOR,
    Section.VOLUNTEERS,
)
PUBLIC = tuple(section for section in IN_CHAT if section not in {Section.PROPOSALS_OPEN, Section.AUTHOR})
"""What a draft for the board says; the rest is for those who work on it."""
MOST_LINES = 16
"""Of a section in one message, which takes 4,096 characters; files have them all."""
MOST_BELOW = 40
"""Units offered; Telegram takes a hundred buttons."""


def code(span: Span, unit_id: UnitId, what: str = "") -> str:
    return ActionCode(Action.FIGURES, f"{span.key}.{unit_id}{f'.{what}' if what else ''}").pack()


def file_code(span: Span, unit_id: UnitId, form: Form) -> str:
    return ActionCode(Action.FIGURES_FILE, f"{span.key}.{unit_id}.{form}").pack()


def show(report: Report, today: date) -> Listed:
    span, unit = report.span, report.unit.id
    month, quarter, year = spans_of(min(report.until, today))
    lengths = ((month, "month", bool(span.month)), (quarter, "quarter", bool(span.quarter)), (year, "year", False))
    kinds = [Press(f"button-figures-{name}", code(to, unit)) for to, name, same in lengths if not same and to != span]
    turns = [Press("button-figures-earlier", code(span.earlier, unit))]
    if span.later.first <= today:
        turns.append(Press("button-figures-later", code(span.later, unit)))
    year_of = Span(span.year)
    files = [
        Press("button-figures-picture", file_code(span, unit, Form.PICTURE)),
        Press("button-figures-xlsx", file_code(span, unit, Form.XLSX)),
        Press("button-figures-csv", file_code(span, unit, Form.CSV)),
        Press("button-figures-pdf", file_code(year_of, unit, Form.PDF)),
    ]
    more = [Press("button-figures-words", code(span, unit, "w"))]
    if report.below:
        more.append(Press("button-figures-units", code(span, unit, "u")))
    spec = MessageSpec("figures-head", report.heading(), more=_lines(report))
    if not span.month:
        files.append(Press("button-figures-disclose", code(span, unit, "p")))
    return Listed(spec, [kinds, turns, files[:2], files[2:], more])


def public_lines(report: Report) -> list[MessageSpec]:
    """Return what is told to everybody, line by line, to be written down as plain text."""
    lines = [MessageSpec("figures-beside", {"until": report.before_until.isoformat()})]
    for section in PUBLIC:
        if found := report.of(section):
            lines.append(MessageSpec("figures-public-section", {"name": Term(f"figures-section-{section}")}))
            lines += [MessageSpec("figures-public-line", line.words()) for line in found]
    return lines


def _lines(report: Report) -> list[MessageSpec]:
    lines = [MessageSpec("figures-beside", {"until": report.before_until.isoformat()})]
    for section in IN_CHAT:
        found = report.of(section)
        if found:
            lines.append(MessageSpec("figures-section", {"name": Term(f"figures-section-{section}")}))
            lines += [_line(line) for line in found[:MOST_LINES]]
            if len(found) > MOST_LINES:
                lines.append(MessageSpec("queue-more", {"count": len(found) - MOST_LINES}))
    return lines


def _line(line: Line) -> MessageSpec:
    said = line.words()
    short = said["before"] == NOTHING and said["change"] == NOTHING
    return MessageSpec("figures-line-short" if short else "figures-line", said)


def choose_unit(report: Report) -> Listed:
    rows = [
        [Press("button-figures-named", code(report.span, unit.id), {"name": unit.name})]
        for unit in report.below[:MOST_BELOW]
    ]
    return Listed(MessageSpec("figures-units"), [*rows, [_back(report.span, report.unit)]])


def show_words(unit: Unit, span: Span, words: Sequence[HotWord]) -> Listed:
    args: dict[str, Arg] = {"unit": unit.name}
    lines = [MessageSpec("figures-word", {"word": each.word, "count": each.petitions}) for each in words]
    more = [*(lines or [MessageSpec("figures-words-none")]), MessageSpec("figures-words-hint")]
    return Listed(MessageSpec("figures-words", args, more=more), [[_back(span, unit)]])


def _back(span: Span, unit: Unit) -> Press:
    return Press("button-figures-back", code(span, unit.id))
