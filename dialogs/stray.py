"""Words that only lead somewhere, and bare numbers: typed by themselves they are nothing to pass on."""

from collections.abc import Iterable

from core.petitions.model import Kind
from core.shared.text import fold, is_bare_number
from dialogs.incoming import Incoming
from dialogs.speech import Speech

LEADING = ("names-back", "names-menu", "names-leave", "button-back", "button-menu", "button-later")
"""Keys of texts with words that lead back, to the menu or away."""

BARE = (
    *("names-yes", "names-confirm", "names-really", "names-no", "names-rather-not", "names-named", "names-unnamed"),
    *("button-agree", "button-confirm", "button-with-name", "button-anonymous"),
)
"""Keys of texts with words that only answer a question: said once more, where none is asked, they are no content."""
KIND_WORDS = tuple(key for kind in Kind for key in (f"kind-{kind}", f"names-kind-{kind}"))
"""Keys of the words for what a petition can be."""

SHORT = 24
"""Letters of a short answer, of which a Chinese character takes two."""


def is_short(text: str) -> bool:
    """Tell whether a text may have been meant as yes or no, however it was put."""
    return sum(1 if char.isascii() else 2 for char in text.strip()) <= SHORT


def words_of(keys: Iterable[str], speech: Speech) -> set[str]:
    """Return the words these texts give, in every language, as they are compared."""
    return {fold(name) for key in keys for text in speech.names(key) for name in text.split("|")}


def is_stray(incoming: Incoming, speech: Speech, *, numbered: bool = True, aside: Iterable[str] = ()) -> bool:
    """Tell whether a message that chose nothing was meant to choose.

    `numbered` False leaves numbers alone; `aside` are keys of further words that are no content here.
    """
    if not incoming.is_plain:
        return False
    return (numbered and is_bare_number(incoming.text)) or fold(incoming.text) in words_of((*LEADING, *aside), speech)


def is_thanks(incoming: Incoming, speech: Speech) -> bool:
    """Tell whether a message says thank you and nothing more, in whichever of our languages."""
    if not incoming.is_plain:
        return False
    left = incoming.text.casefold()
    words = {name for text in speech.names("names-thanks") for name in text.casefold().split("|")}
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, " ")
    return not any(sign.isalnum() for sign in left)
