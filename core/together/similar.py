"""How alike two texts are, by the words and pairs of characters they are searched by. Pure, symmetric, 0 to 1."""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from math import log
from types import MappingProxyType

ALIKE = 0.30
"""From here on staff are asked whether it is the same matter. Measured: tests/unit/core/test_together_similar.py."""


def weights(texts: Mapping[str, AbstractSet[str]]) -> dict[str, float]:
    """Return what each token is worth among these texts: what stands in many says little."""
    count = Counter(token for tokens in texts.values() for token in tokens)
    return {token: log(1 + len(texts) / times) for token, times in count.items()}


def likeness(one: AbstractSet[str], two: AbstractSet[str], worth: Mapping[str, float]) -> float:
    """Return how much of what both say they have in common."""

    def weight(tokens: AbstractSet[str]) -> float:
        return sum(worth.get(token, 1.0) for token in tokens)

    both = weight(one) + weight(two)
    return 2 * weight(one & two) / both if both else 0.0


def nearest(
    own: str,
    texts: Mapping[str, AbstractSet[str]],
    limit: int,
    also: Mapping[str, AbstractSet[str]] = MappingProxyType({}),
) -> list[str]:
    """Return the keys of the texts like that of `own`, the nearest first, equals by key.

    `also` has what else some of them are known by: it is enough to be like one of the two, and a long text does not
    drown a short line.
    """
    worth = weights({key: tokens | also.get(key, frozenset()) for key, tokens in texts.items()})

    def near(key: str) -> float:
        return max(likeness(texts[own], tokens, worth) for tokens in (texts[key], also.get(key, frozenset())))

    found = [(near(key), key) for key in texts if key != own]
    return [key for like, key in sorted(found, key=lambda each: (-each[0], each[1])) if like >= ALIKE][:limit]
