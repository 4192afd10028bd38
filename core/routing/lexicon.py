"""The weighted keywords: which pieces of a text speak for and against each name, and how much."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from core.routing.model import Weighed

HUNDREDTHS = 100
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Linear scores: the weights of the pieces that are known, over the length of all, and softmax of that.

    The file has one piece a line: the piece, a tab, and `number:weight` for each name it bears on, the weights in
    hundredths; the first two lines list the names and their starting weights. Lines are as `benchmarks.routing.learn`
    writes them.
    """

    names: tuple[str, ...]
    biases: tuple[float, ...]
    weights: Mapping[str, tuple[tuple[int, float], ...]]

    @classmethod
    def parse(cls, text: str) -> Self:
        lines = text.splitlines()
        names = tuple(lines[0].split("\t"))
        biases = tuple(float(bias) for bias in lines[1].split("\t"))
        rows = (line.partition("\t") for line in lines[2:])
        return cls(names, biases, {piece: _pairs(pairs) for piece, _, pairs in rows})

    def scores(self, pieces: Mapping[str, float]) -> list[float]:
        """Return how sure we are of each name, in the order of `names`; together they are 1.

        `pieces` says how much each counts. Unknown ones lengthen a text, so that one known word among many unknown ones
        is no certainty.
        """
        sums = [0.0] * len(self.names)
        length = 0.0
        for piece, count in pieces.items():
            length += count * count
            for at, weight in self.weights.get(piece, ()):
                sums[at] += count * weight
        root = math.sqrt(length or 1)
        totals = [bias + total / root for bias, total in zip(self.biases, sums, strict=True)]
        top = max(totals)
        powers = [math.exp(total - top) for total in totals]
        whole = sum(powers)
        return [power / whole for power in powers]

    def words_for(self, name: str, pieces: Mapping[str, str]) -> tuple[str, ...]:
        """Return the words that spoke most for a name; of words within one another the longer stands for both.

        `pieces` gives with each piece the word of the text it stands for.
        """
        at = self.names.index(name)
        voices: dict[str, float] = {}
        for piece, word in pieces.items():
            weight = dict(self.weights.get(piece, ())).get(at, 0.0)
            if weight > 0:
                voices[word] = voices.get(word, 0.0) + weight
        chosen: list[str] = []
        for word in sorted(voices, key=lambda word: (-voices[word] * min(len(word), 3), word)):
            if len(word) > 1 and not any(word in other or other in word for other in chosen):
                chosen.append(word)
        return tuple(chosen[:SHOWN])

    def best(self, pieces: Mapping[str, float]) -> Weighed:
        scores = self.scores(pieces)
        score = max(scores)
        return Weighed(name=self.names[scores.index(score)], score=score)


def _pairs(text: str) -> tuple[tuple[int, float], ...]:
    pairs = (pair.partition(":") for pair in text.split(" "))
    return tuple((int(at), int(weight) / HUNDREDTHS) for at, _, weight in pairs)
