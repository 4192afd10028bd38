"""Shows where free text would be sent, and how often that is right. No database, no token."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from bot.adapters.router import make_router
from bot.terminal import padded, say, words
from core.routing.model import Intent, Route
from core.routing.scores import Scores, Wanted, score
from core.shared.errors import DomainError

HEADER = (
    "id", "decision", "intent", "intent_score", "alternatives", "category", "category_score", "team", "slots", "words"
)  # fmt: skip
BETWEEN = "|"
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ALSO = re.compile(r"alt=([\w.|]+)")
NAME_WIDTH = 24


def fields(name: str, route: Route) -> tuple[str, ...]:
    """Return a route as the columns of HEADER; no field holds a tab or the end of a line."""
    values = (
        name,
        route.decision,
        route.intent,
        f"{route.score:.3f}",
        BETWEEN.join(route.alternatives),
        route.category,
        f"{route.category_score:.3f}",
        route.team or "",
        json.dumps(dict(route.slots), ensure_ascii=False),
        BETWEEN.join(route.words),
    )
    return tuple(_BREAKS.sub(" ", value) for value in values)


def show_routes(texts: list[str], today: date) -> None:
    """Print for each text what would be done, and the words that decided."""
    router = make_router()
    for text in texts:
        route = router.route(text, today)
        _, decision, intent, sure, others, category, category_sure, team, slots, said = fields("", route)
        say("cli-route-text", text=_BREAKS.sub(" ", text))
        say("cli-route-line", decision=decision, intent=intent, score=sure)
        if others:
            say("cli-route-others", intents=others.replace(BETWEEN, " "))
        if category:
            say("cli-route-category", category=category, score=category_sure)
        if team:
            say("cli-route-team", team=team)
        if route.slots:
            say("cli-route-slots", slots=slots)
        if route.call:
            say("cli-route-call")
        if said:
            say("cli-route-words", words=said.replace(BETWEEN, " "))


def route_file(file: Path, today: date) -> None:
    """Print a route for each line of a file with the columns id and text, in order; a line without text has one too.

    Raises DomainError("route-file" or "route-columns"); then nothing is printed.
    """
    table = _read(file)
    router = make_router()
    typer.echo("\t".join(HEADER))
    for row in table:
        typer.echo("\t".join(fields(_BREAKS.sub(" ", row["id"]), router.route(row["text"], today))))


@dataclass(frozen=True, slots=True)
class Judged:
    text: str
    wanted: Wanted


def evaluate(file: Path, today: date) -> None:
    """Print scores over a file with the columns text and intent, and slots and note where it has them.

    Lines that are empty are left out. Raises DomainError as `route_file` does, and "route-line", "route-intent" or
    "route-slots" with the number of the line.
    """
    judged = judged_texts(file)
    router = make_router()
    _show(score([(one.wanted, router.route(one.text, today)) for one in judged]))


def judged_texts(file: Path) -> list[Judged]:
    """Read the texts of a file with what they should lead to. Raises as `evaluate` does."""
    return list(_judged(_read(file, needed=("text", "intent"))))


def _judged(table: Iterator[dict[str, str]]) -> Iterator[Judged]:
    for line, row in enumerate(table, start=2):
        if not any(row.values()):
            continue
        if not row["intent"]:
            raise DomainError("route-line", line=line, columns="text, intent")
        also = _ALSO.search(row.get("note", ""))
        names = [row["intent"], *(also[1].split(BETWEEN) if also else ())]
        unknown = [name for name in names if name not in set(Intent)]
        if unknown:
            raise DomainError("route-intent", line=line, intent=unknown[0])
        intents = [Intent(name) for name in names]
        yield Judged(row["text"], Wanted(intent=intents[0], also=frozenset(intents[1:]), slots=_slots(row, line)))


def _slots(row: dict[str, str], line: int) -> dict[str, str | int] | None:
    if "slots" not in row:
        return None
    try:
        slots = json.loads(row["slots"] or "{}")
    except ValueError:
        slots = None
    if not isinstance(slots, dict):
        raise DomainError("route-slots", line=line)
    return slots


def _show(scores: Scores) -> None:
    say("cli-route-count", count=scores.count)
    for key in (
        "accuracy",
        "macro_f1",
        "acted",
        "act_precision",
        "wrong_and_confident",
        "offered",
        "slots_exact",
    ):
        typer.echo(f"{padded(key, NAME_WIDTH)}{getattr(scores, key):.3f}")
    typer.echo(padded("intent", NAME_WIDTH) + words("cli-route-columns"))
    for intent, one in scores.by_intent.items():
        figures = f"{one.count:5}  {one.precision:.3f}  {one.recall:.3f}  {one.f1:.3f}"
        typer.echo(padded(intent, NAME_WIDTH) + figures)


def _read(file: Path, needed: tuple[str, ...] = ("id", "text")) -> Iterator[dict[str, str]]:
    r"""Read a table line by line; with the columns id and text a first line that names them may be missing.

    Nothing is quoted, only "\n" ends a line. What a line lacks is empty there; what it has too much of, tabs and all,
    belongs to the last column.
    """
    try:
        lines = file.read_bytes().decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DomainError("route-file", file=str(file)) from error
    if not lines[-1]:
        lines.pop()  # the end of the last line begins no other
    names = lines[0].rstrip("\r").split("\t") if lines else []
    if not set(needed) <= set(names):
        if needed != ("id", "text") or not any(lines) or "text" in names:
            raise DomainError("route-columns", file=str(file), columns=", ".join(needed))
        names = ["id", "text"]
    else:
        del lines[0]
    return (_row(names, line.removesuffix("\r")) for line in lines)


def _row(names: list[str], line: str) -> dict[str, str]:
    cells = line.split("\t", len(names) - 1)
    return dict(zip(names, [*cells, *[""] * (len(names) - len(cells))], strict=True))


def today_of(text: str, zone_today: date) -> date:
    """Read a day given as 2026-11-23; nothing given is today. Raises DomainError("route-day")."""
    if not text:
        return zone_today
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DomainError("route-day", day=text) from error


def run(texts: list[str], file: Path | None, today: date) -> None:
    """Do what was asked for: show texts, route a file, or measure on one (`eval FILE`). Raises DomainError."""
    if file is not None and not texts:
        route_file(file, today)
    elif file is None and len(texts) == len(("eval", "FILE")) and texts[0] == "eval":
        evaluate(Path(texts[1]), today)
    elif file is None and texts and texts != ["eval"]:
        show_routes(texts, today)
    else:
        raise DomainError("route-what")
