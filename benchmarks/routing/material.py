"""What the router's weights are learned from: our own lessons and templates, and the public sets beside them."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.words import JiebaTokenizer, OpenccSimplifier
from core.routing.features import kinds, pieces
from core.routing.knowledge import load_concepts, load_normaliser

HERE = Path(__file__).parent
DRAWN = 14
"""Sentences made of each template."""
LIST = re.compile(r"(\w+) = (.*)")
PLACE = re.compile(r"\{(\w+)\}")
ASKING = re.compile("咨询|请问|吗|求助|何时|什么时候|怎么|如何")
PROPOSING = re.compile("建议|希望|增设|呼吁")


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    label: str
    weight: float = 1.0
    own: bool = False


class Features:
    """Features of a text, exactly as the running program makes them."""

    def __init__(self) -> None:
        self.tokenizer, self.simplifier = JiebaTokenizer(), OpenccSimplifier()
        self.normaliser, self.concepts = load_normaliser(), load_concepts()

    def of(self, text: str, *, with_kinds: bool = True) -> set[str]:
        plain = self.normaliser(self.simplifier.simplified(text))
        found = pieces(plain, self.tokenizer.words(plain))
        return found | set(kinds(self.concepts.found(plain))) if with_kinds else found


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line]


def lessons() -> Iterator[Example]:
    for file in sorted((HERE / "lessons").glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield Example(line.strip(), file.stem, own=True)


def drawn(weight: float, seed: int = 7) -> Iterator[Example]:
    """Make sentences from the templates; the same seed makes the same ones."""
    chance = random.Random(seed)  # noqa: S311 - sentences, not secrets
    lists: dict[str, list[str]] = {}
    for line in (HERE / "templates.txt").read_text(encoding="utf-8").splitlines():
        if named := LIST.fullmatch(line):
            lists[named[1]] = named[2].split("|")
        elif line and not line.startswith("#"):
            label, _, pattern = line.partition(": ")
            for _ in range(DRAWN if "{" in pattern else 1):
                yield Example(PLACE.sub(lambda place: chance.choice(lists[place[1]]), pattern), label, weight)


def petitions(data: Path, weight: float) -> Iterator[Example]:
    """Titles of real petitions; those that ask something are of no one intent and left out."""
    for name in ("petition_category_gold.tsv", "petition_category_silver.tsv"):
        for _, text, _ in rows(data / name):
            title = text.partition("。")[0]
            if not ASKING.search(title):
                yield Example(title, "petition.suggestion" if PROPOSING.search(title) else "petition.complaint", weight)


def others(data: Path, none: float, legal: float) -> Iterator[Example]:
    for row in rows(data / "out_of_domain_dev.tsv"):
        yield Example(row[1], "none", none)
    for row in rows(data / "legal_questions_dev.tsv"):
        yield Example(row[1], "booking.legal", legal)
