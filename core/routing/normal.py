"""Makes alike what is alike in people's texts before anything is weighed: width, case, dialect, slips, fillers."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_FILLERS = re.compile(
    "[嗯呃诶哎]+[，,、 ]*|(?:就是)?(?:那个){2,}|^(?:那个|就是|喂)+[，,、 ]*(?=.)|就是说|(?<=[，,])那个(?=[，,])"
)
_SPACE = re.compile(r"\s+")
_LATIN = re.compile("[a-zü]+")
_DIGITS = re.compile(r"\d+")
LONGEST = 1500
"""Characters that are looked at; who writes more has said what it is about."""


@dataclass(frozen=True, slots=True)
class Normaliser:
    """Turns a text into what the lexicon knows; made once, used for every text."""

    wordings: Mapping[str, str]
    _pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        chinese = sorted((key for key in self.wordings if not _LATIN.fullmatch(key)), key=len, reverse=True)
        object.__setattr__(self, "_pattern", re.compile("|".join(map(re.escape, chinese)) or "(?!)"))

    def __call__(self, text: str) -> str:
        """Return a simplified text in the words of the lexicon; digits become 0, runs of them one."""
        plain = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
        plain = _LATIN.sub(lambda match: self.wordings.get(match[0], match[0]), plain)
        plain = _FILLERS.sub("", plain)
        plain = self._pattern.sub(lambda match: self.wordings[match[0]], plain)
        return _DIGITS.sub("0", _SPACE.sub(" ", plain)).strip()
