"""What of a text is weighed: its words, its runs of one to three characters, and the kinds of things they speak of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_RUN = re.compile(r"[a-z\u00fc]+|0|[^\W\da-z_]+|[?!\u2026]")
_LATIN = re.compile(r"[a-z\u00fc]+")
MOST = 3
KIND = "#"


@dataclass(frozen=True, slots=True)
class Concepts:
    """Kinds of things, each with the words that name one; a word may be of several kinds."""

    kinds: Mapping[str, Sequence[str]]
    _of: dict[str, tuple[str, ...]] = field(init=False)
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        of: dict[str, tuple[str, ...]] = {}
        for kind, words in self.kinds.items():
            for word in words:
                of[word] = (*of.get(word, ()), kind)
        object.__setattr__(self, "_of", of)
        object.__setattr__(self, "_longest", max(map(len, of), default=0))

    def found(self, plain: str) -> Iterator[tuple[str, str]]:
        """Return (kind, word) in the order of the text; the longest word at a place counts."""
        at = 0
        while at < len(plain):
            for size in range(min(self._longest, len(plain) - at), 0, -1):
                word = plain[at : at + size]
                if word in self._of:
                    yield from ((kind, word) for kind in self._of[word])
                    at += size
                    break
            else:
                at += 1


def pieces(plain: str, words: Iterable[str]) -> set[str]:
    """Return the pieces of a normalised text; ^ and $ stand for its beginning and end."""
    found = {word for word in words if len(word) > MOST}
    runs = _RUN.findall(plain)
    for run in runs:
        if _LATIN.fullmatch(run):
            found.add(run)
            continue
        for size in range(1, MOST + 1):
            found.update(run[at : at + size] for at in range(len(run) - size + 1))
    if runs:
        found.update((f"^{runs[0][:2]}", f"{runs[-1][-2:]}$", f"^{runs[0][:1]}", f"{runs[-1][-1:]}$"))
    return found


def kinds(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the kinds a text speaks of, and which two follow one another, each with the words that say so."""
    named: dict[str, str] = {}
    before: tuple[str, str] | None = None
    for kind, word in found:
        named.setdefault(KIND + kind, word)
        if before is not None:
            named.setdefault(f"{KIND}{before[0]}>{kind}", f"{before[1]}+{word}")
        before = (kind, word)
    return named
