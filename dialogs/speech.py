from dataclasses import dataclass

from core.shared.language import Language
from core.shared.messages import Arg, MessageSpec
from locales.render import Renderer


@dataclass(frozen=True, slots=True)
class Speech:
    """The reader's language, ready to speak."""

    renderer: Renderer
    language: Language

    def html(self, key: str, **args: Arg) -> str:
        return self.renderer.html(key, args, self.language)

    def plain(self, key: str, **args: Arg) -> str:
        return self.renderer.plain(key, args, self.language)

    def spec(self, spec: MessageSpec) -> str:
        return self.renderer.render(spec, self.language).html

    def names(self, key: str) -> list[str]:
        """Return the text of `key` in every language: people type a choice's name in theirs."""
        return [self.renderer.plain(key, {}, language) for language in Language]
