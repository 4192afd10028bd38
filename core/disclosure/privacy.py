"""What in a text looks like somebody's own: whoever publishes it is asked first. A warning, no rule."""

import re
import unicodedata

_PERSONAL = re.compile(
    r"(?<!\d)(?:"
    r"1[3-9]\d(?:[ -]?\d{4}){2}"  # a mobile phone; those of offices begin otherwise
    r"|[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dx]"  # an identity card
    r"|\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?"  # a bank card
    r")(?!\d)",
    re.IGNORECASE,
)


def personal(text: str) -> list[str]:
    """Return the different numbers in a text that look like a mobile phone's, an identity card's or a bank card's."""
    plain = unicodedata.normalize("NFKC", text)
    return [*dict.fromkeys(found[0] for found in _PERSONAL.finditer(plain))]
