"""What the catalogues say of answers and canned answers, for use cases that have no words of their own."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from core.answers.parts import Part, headings_of
from core.answers.templates import Variable
from core.people.model import Level
from core.petitions.model import Kind
from core.shared.language import Language
from core.shared.text import fold
from locales.render import Renderer


class CatalogueWording:
    """`core.answers.drafts.Wording`."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def titles(self, language: Language) -> Mapping[Part, str]:
        return {part: self._renderer.plain(f"part-{part}", {}, language) for part in Part}

    def review(self, level: Level, language: Language) -> str:
        return self._renderer.plain(f"answer-review-{level}", {}, language)

    @cached_property
    def headings(self) -> Mapping[str, Part]:
        names = {
            part: [
                name
                for language in Language
                for key in (f"part-{part}", f"names-part-{part}")
                for name in self._renderer.plain(key, {}, language).split("|")
            ]
            for part in Part
        }
        return headings_of(names)


class CatalogueVariables:
    """`core.answers.templating.VariableNames`. A variable's own English name is always known."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    @cached_property
    def names(self) -> Mapping[str, Variable]:
        found = {fold(variable): variable for variable in Variable}
        for variable in Variable:
            for language in Language:
                for name in self._renderer.plain(f"names-variable-{variable}", {}, language).split("|"):
                    found.setdefault(fold(name), variable)
        return found

    def listed(self, language: Language) -> str:
        words = (self._renderer.plain(f"names-variable-{each}", {}, language).split("|")[0] for each in Variable)
        return " ".join("{" + word + "}" for word in words)

    def somebody(self, language: Language) -> str:
        return self._renderer.plain("template-somebody", {}, language)

    def kind(self, kind: Kind, language: Language) -> str:
        return self._renderer.plain(f"kind-{kind}", {}, language)

    def day(self, day: date, language: Language) -> str:
        return self._renderer.plain("template-day", {"day": day}, language)
