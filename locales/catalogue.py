"""Fluent catalogues, one folder a language. A missing key is an error in tests and a visible key in production."""

import logging
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from core.shared.language import Language
from core.shared.trace import seen

ROOT = Path(__file__).parent
_log = logging.getLogger(__name__)


class Catalogue:
    """All texts of all languages. A language is read once, when it is first spoken."""

    def __init__(self, root: Path = ROOT) -> None:
        self._root = root
        self._bundles: dict[Language, FluentBundle] = {}

    def _bundle(self, language: Language) -> FluentBundle:
        if language not in self._bundles:
            self._bundles[language] = _bundle(self._root / language.value, language)
        return self._bundles[language]

    def has(self, key: str, language: Language) -> bool:
        return self._bundle(language).has_message(key)

    def keys(self, language: Language) -> Iterator[str]:
        yield from self._bundle(language)._messages  # noqa: SLF001 - fluent.runtime has no public listing

    def format(self, key: str, args: Mapping[str, str | int], language: Language) -> str:
        """Return the text; problems in one language never stop a message: they are logged and the rest is shown."""
        bundle = self._bundle(language)
        if not bundle.has_message(key):
            _log.error("text missing: %s in %s", key, language.value)
            return key
        seen("text", key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            return ""
        short, long = _set_aside(args)
        text, errors = bundle.format_pattern(pattern, short)
        if errors:
            _log.error("text broken: %s in %s: %s", key, language.value, [type(error).__name__ for error in errors])
        return _PLACE.sub(lambda place: long.get(place[0], place[0]), str(text)) if long else str(text)


_LONG = 200
"""Characters. fluent.runtime refuses arguments above 2,500, and people write longer texts; selectors are short."""
_PLACE = re.compile("\ue000\\d+\ue001")


def _set_aside(args: Mapping[str, str | int]) -> tuple[dict[str, str | int], dict[str, str]]:
    """Put a mark in the place of each long text; return the arguments with marks, and what the marks stand for.

    A mark that a person typed stands for nothing unless its text is put in by us, and then all texts are put in at
    once: no text is searched for marks after it has been put in.
    """
    short: dict[str, str | int] = {}
    long: dict[str, str] = {}
    for number, (name, value) in enumerate(args.items()):
        if isinstance(value, str) and (len(value) > _LONG or "\ue000" in value):
            mark = f"\ue000{number}\ue001"
            long[mark] = value
            short[name] = mark
        else:
            short[name] = value
    return short, long


def _bundle(folder: Path, language: Language) -> FluentBundle:
    bundle = FluentBundle([language.value], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@cache
def default_catalogue() -> Catalogue:
    return Catalogue()
