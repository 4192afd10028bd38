"""Reads what the router knows from the files beside this one. They are text, so that they can be read and reviewed."""

from importlib.resources import files

from core.routing.features import Concepts
from core.routing.hints import parse_hints
from core.routing.lexicon import Lexicon
from core.routing.normal import Normaliser
from core.routing.router import Knowledge
from core.routing.slots import SlotPatterns
from core.routing.teams import Teams


def _read(name: str) -> str:
    return files("core.routing").joinpath("data", name).read_text(encoding="utf-8")


def rows(text: str) -> dict[str, str]:
    """Return the two columns of a text, lines that begin with # left out."""
    pairs = (line.split("\t") for line in text.splitlines() if line and not line.startswith("# "))
    return {first: second for first, second in pairs}  # noqa: C416 - `dict` cannot say that there are two columns


def load_normaliser() -> Normaliser:
    return Normaliser(rows(_read("wordings.tsv")))


def load_concepts() -> Concepts:
    return Concepts({kind: words.split("|") for kind, words in rows(_read("concepts.tsv")).items()})


def load() -> Knowledge:
    """Read all files, some tens of milliseconds; do it once."""
    return Knowledge(
        normaliser=load_normaliser(),
        concepts=load_concepts(),
        intents=Lexicon.parse(_read("intents.tsv")),
        categories=Lexicon.parse(_read("categories.tsv")),
        hints=parse_hints(_read("hints.tsv")),
        slots=SlotPatterns.parse(_read("patterns.tsv")),
        teams=Teams.parse(_read("teams.tsv")),
    )


def category_words() -> dict[str, str]:
    """Return what each category is called in the database, and its name in the taxonomy."""
    return rows(_read("categories_named.tsv"))


def dictionary() -> str:
    """Return the words of ours that a cutter must know, one a line, as jieba's dictionaries are written."""
    return _read("dictionary.txt")


def stop_words() -> frozenset[str]:
    """Return simplified words that never tell what a petition is about."""
    return frozenset(_read("stop_words.txt").split())
