"""Codes of anonymous cases typed anywhere: told from words, and counted if they may be guesses."""

import re

from core.app import UseCases
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import TelegramUserId
from core.shared.text import fold
from core.shared.tries import WRONG_CODES
from dialogs.code_shapes import DASHED, SPACED
from dialogs.visit import Visit

CODE = re.compile(rf"\s*(?:{DASHED}|(?=.*\d){SPACED})\s*", re.IGNORECASE)
"""A code as it is shown; written with spaces it has a digit, or "need this lamp" would be one."""
CODE_LENGTH = 12
NUMBER = re.compile(r"xf20\d{8}")
"""A case's number, folded: as long as a code, and none, for codes have no zero."""


async def opens_case(use: UseCases, typed: str, who: TelegramUserId) -> bool:
    """Tell whether a text is to be taken for a code: it looks like one, or it opens a case.

    What may be a guess counts as a try if it opens nothing; of who has none left it is taken for a code unseen, because
    as words a real one would rest beside their name.
    """
    if CODE.fullmatch(typed):
        return True
    if len(fold(typed)) != CODE_LENGTH or not fold(typed).isascii() or NUMBER.fullmatch(fold(typed)):
        return False
    guess = _may_be_guess(typed)
    if guess and use.tries.used_up(WRONG_CODES, who):
        return True
    if await use.reports.own.knows_code(typed):
        return True
    try:
        await use.open_by_code(typed)
    except (DomainError, NotFoundError):
        if guess:
            use.tries.count(WRONG_CODES, who)
        return False
    return True


def _may_be_guess(typed: str) -> bool:
    """Leave out numbers, as people have them on meters and bills, and several words: hardly a code looks so."""
    plain = fold(typed)
    return not plain.isdecimal() and (not plain.isalpha() or len(typed.split()) == 1)


async def opens_for(visit: Visit, typed: str) -> bool:
    """Remember a code that opens a case; say what is wrong with any other, and look up none of who is guessing."""
    who = visit.actor.telegram_id
    if visit.use.tries.used_up(WRONG_CODES, who):
        visit.flash("too-many-tries")
        return False
    try:
        if not await visit.use.reports.own.knows_code(typed):
            await visit.use.open_by_code(typed)
    except (DomainError, NotFoundError) as error:
        visit.use.tries.count(WRONG_CODES, who)
        visit.flash(f"error-{error.code}")
        return False
    visit.use.codes.remember(visit.actor.telegram_id, typed)
    return True
