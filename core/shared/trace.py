"""Names of what the program does, for tests that count what was never tried. Never a word of anybody's.

Nothing is written unless something listens to the logger `linli.trace` at level DEBUG (see `bot.trace`).
"""

import logging

TRACE = "linli.trace"
_log = logging.getLogger(TRACE)


def seen(kind: str, name: str) -> None:
    _log.debug("%s %s", kind, name)
