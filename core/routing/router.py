"""From a text to a door: the same text on the same day always gives the same route."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp, log

from core.routing.calls import asks_to_be_called
from core.routing.features import Concepts, kinds, pieces
from core.routing.hints import Hint, hinted
from core.routing.lexicon import Lexicon
from core.routing.model import Decision, Intent, Route, Team, Weighed
from core.routing.normal import Normaliser
from core.routing.ports import Simplifier, Tokenizer
from core.routing.slots import SlotPatterns, slots_of
from core.routing.teams import Teams
from core.shared.text import is_blank

SENTENCE_END = re.compile("[\\u3002!?\\uff01\\uff1f\n]")
OFFERED = 3
"""Buttons under "did you mean"."""
CATEGORY_READS = 700
"""Characters that are looked at for the category; who reads more learns no more."""
NO_DOOR = {Intent.NONE, Intent.GREETING}
"""What is answered, and never offered."""
CATEGORY_KNOWN = 0.3
"""Words that say nothing of any category leave the most frequent one, at 0.26: less than this is not known."""
TITLE_COUNTS = 3.0
"""What the first sentence says of the category counts so much more than the rest."""


def title_of(text: str) -> str:
    """Return the first sentence."""
    return SENTENCE_END.split(text[:CATEGORY_READS].strip(), maxsplit=1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """How sure we must be. Chosen on our own texts only (docs/routing.md)."""

    act: float = 0.65
    margin: float = 0.3
    """So much surer of the first than of the second, to act."""
    ask: float = 0.15
    gate: float = 0.5
    """So sure that it is none of our business, to say so without offering anything."""
    offer: float = 0.06
    """So sure of another intent, to offer it beside the first."""
    category: float = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything the router knows, as `core.routing.knowledge.load` reads it from the packaged files."""

    normaliser: Normaliser
    concepts: Concepts
    intents: Lexicon
    categories: Lexicon
    hints: Sequence[Hint]
    slots: SlotPatterns
    teams: Teams
    thresholds: Thresholds = Thresholds()


@dataclass(frozen=True, slots=True)
class Router:
    """Routes free text. Pure; the first call may be slow, because the ports load their dictionaries then."""

    knowledge: Knowledge
    tokenizer: Tokenizer
    simplifier: Simplifier

    def route(self, text: str, today: date) -> Route:
        """Return the door for a text; `today` is the community's civil day, from which days are counted."""
        plain = self._plain(text)
        if not plain:
            return Route(decision=Decision.FALLBACK, intent=Intent.NONE, score=1.0)
        found = self._route(text, plain, today)
        return replace(found, call=asks_to_be_called(plain, found, self.knowledge.slots))

    def _route(self, text: str, plain: str, today: date) -> Route:
        limits = self.knowledge.thresholds
        weighed = self._doors_first(self.intents(plain))
        first, second = weighed[0], weighed[1]
        intent = Intent(first.name)
        if intent is Intent.NONE or first.score < limits.ask:
            return Route(decision=Decision.FALLBACK, intent=Intent.NONE, score=first.score, words=first.words)
        sure = first.score >= limits.act and first.score - second.score >= limits.margin
        category = self._category(text) if intent.is_petition else Weighed(name="", score=0.0)
        return Route(
            decision=Decision.ACT if sure else Decision.ASK,
            intent=intent,
            score=first.score,
            alternatives=() if sure else self._others(weighed),
            category=category.name,
            category_score=category.score,
            team=self.knowledge.teams.for_text(intent, plain),
            slots=slots_of(text, intent, today, self.knowledge.slots),
            words=first.words,
        )

    def category(self, text: str) -> str:
        """Return the taxonomy's name for what a text is about, whatever door it came by; "" where none is likely."""
        best = self._category(text) if self._plain(text) else Weighed(name="", score=0.0)
        return best.name if best.score >= CATEGORY_KNOWN else ""

    def team(self, text: str) -> Team:
        """Return the team a request for help is for, by its words."""
        return self.knowledge.teams.for_text(Intent.SERVICE, self._plain(text)) or Team.DESK

    def _doors_first(self, weighed: list[Weighed]) -> list[Weighed]:
        """Where a greeting or "none of ours" is not sure and a door is near, the door may be offered, not opened."""
        limits = self.knowledge.thresholds
        first = weighed[0]
        sure = limits.gate if first.name == Intent.NONE else limits.act
        door = next(one for one in weighed if one.name not in NO_DOOR)
        near = door.score >= max(limits.ask, first.score / 2)
        if first.name not in NO_DOOR or first.score >= sure or not near:
            return weighed
        return [door, *(one for one in weighed if one is not door)]

    def _plain(self, text: str) -> str:
        return "" if is_blank(text) else self.knowledge.normaliser(self.simplifier.simplified(text))

    def intents(self, plain: str) -> list[Weighed]:
        """Return all intents for a normalised text, surest first; the first with its words."""
        knowledge = self.knowledge
        cut = set(self.tokenizer.words(plain))
        named = kinds(knowledge.concepts.found(plain))
        found = pieces(plain, cut) | set(named)
        names = knowledge.intents.names
        totals = [log(max(score, 1e-12)) for score in knowledge.intents.scores(dict.fromkeys(found, 1.0))]
        extra = hinted(plain, knowledge.hints)
        for intent, weight, _ in extra:
            totals[names.index(intent)] += weight
        powers = [exp(total - max(totals)) for total in totals]
        ranked = sorted(zip(powers, names, strict=True), key=lambda row: (-row[0], row[1]))
        rest = [Weighed(name=name, score=power / sum(powers)) for power, name in ranked]
        said = tuple(words for intent, _, words in extra if intent == rest[0].name)
        words = said + knowledge.intents.words_for(rest[0].name, {word: word for word in cut} | named)
        return [Weighed(name=rest[0].name, score=rest[0].score, words=tuple(dict.fromkeys(words))), *rest[1:]]

    def _others(self, weighed: Sequence[Weighed]) -> tuple[Intent, ...]:
        offer = self.knowledge.thresholds.offer
        likely = (Intent(one.name) for one in weighed[1:] if one.score >= offer)
        return tuple(intent for intent in likely if intent not in NO_DOOR)[: OFFERED - 1]

    def _category(self, text: str) -> Weighed:
        plain = self._plain(text[:CATEGORY_READS])
        title = self._plain(title_of(text))
        counts = dict.fromkeys(pieces(plain, self.tokenizer.words(plain)), 1.0)
        counts.update(dict.fromkeys(pieces(title, self.tokenizer.words(title)), TITLE_COUNTS))
        best = self.knowledge.categories.best(counts)
        return best if best.score >= self.knowledge.thresholds.category else Weighed(name="", score=best.score)
