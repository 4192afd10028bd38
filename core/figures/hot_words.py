"""Hot words of the week: what at least five different petitions are about, without whom and where (DOMAIN §7, §8)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.figures.arithmetic import SMALL
from core.figures.model import Said
from core.shared.masking import hidden_in

MOST = 12
LONGEST_NAME = 4
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class HotWord:
    word: str
    petitions: int


class Keywords(Protocol):
    """What makes a word of a text one that tells what it is about."""

    def words(self, text: str) -> Collection[str]:
        """Return the words of a text that may be keywords, simplified. Pure; the first call may be slow."""
        ...

    def weight(self, word: str) -> float:
        """Return the more, the rarer a word is in what people write at large."""
        ...


def hot_words(said: Said, keywords: Keywords) -> list[HotWord]:
    """Return what most petitions are about, the weightiest first; a word counts once in a petition."""
    counted: Counter[str] = Counter()
    names = frozenset(said.names)
    for text in said.texts:
        bare = without_people(text, names)
        counted.update({word for word in keywords.words(bare) if is_word(word) and word not in names})
    found = [HotWord(word, count) for word, count in counted.items() if count >= SMALL]
    found.sort(key=lambda each: (-each.petitions * keywords.weight(each.word), each.word))
    return found[:MOST]


def is_word(word: str) -> bool:
    return len(word) >= SHORTEST and all(char.isalpha() for char in word)


def without_people(text: str, names: Collection[str]) -> str:
    """Return a text without numbers, doors, and the names of whoever is known here: in their place there is a gap."""
    for hidden in sorted(hidden_in(text), key=len, reverse=True):
        text = text.replace(hidden, " ")
    at = 0
    kept: list[str] = []
    while at < len(text):
        ends = (at + size for size in range(LONGEST_NAME, SHORTEST - 1, -1))
        end = next((end for end in ends if text[at:end] in names), 0)
        kept.append(" " if end else text[at])
        at = end or at + 1
    return "".join(kept)


def title(words: Sequence[HotWord]) -> str:
    """Return the words in one line with their counts."""
    return " · ".join(f"{each.word} {each.petitions}" for each in words)
