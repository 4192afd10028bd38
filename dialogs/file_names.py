"""Names of files as people give them, made harmless: no folders, nothing unseen, no end that is only painted on."""

import unicodedata
from pathlib import PurePosixPath

LONGEST = 100
"""Characters; with four bytes each that is still less than what file systems take."""
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"|?*\ufffd', "_"))


def safe_name(name: str) -> str:
    """Return the last part of a path without signs that turn or hide letters; a long one is cut before its ending."""
    seen = "".join(char for char in name if unicodedata.category(char) not in _UNSEEN)
    last = seen.replace("\\", "/").rstrip("/").rpartition("/")[2].translate(_NOT_IN_NAMES).strip(". ")
    ending = PurePosixPath(last).suffix
    if len(last) <= LONGEST:
        return last
    return last[: LONGEST - len(ending)] + ending if len(ending) < LONGEST // 2 else last[:LONGEST]
