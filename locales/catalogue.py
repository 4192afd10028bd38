"""Fluent catalogues, one folder a language. A missing key is an error in tests and a visible key in production."""

import logging
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from core.shared.language import Language

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
        pattern = bundle.get_message(key).value
        if pattern is None:
            return ""
        text, errors = bundle.format_pattern(pattern, dict(args))
        if errors:
            _log.error("text broken: %s in %s: %s", key, language.value, [type(error).__name__ for error in errors])
        return str(text)


def _bundle(folder: Path, language: Language) -> FluentBundle:
    bundle = FluentBundle([language.value], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@cache
def default_catalogue() -> Catalogue:
    return Catalogue()
