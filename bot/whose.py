"""Of whom a value beside the dialogs is, told by its key."""

import re

from core.shared.ids import TelegramUserId

_OWN = re.compile(r"(?:newcomer|draft|words|intake):(\d+)")
_WINDOW = re.compile(r"fsm:\d+:(\d+):(\d+):.*")
"""aiogram's keys: bot, chat, person. In a private chat chat and person are one."""


def owner(key: str) -> TelegramUserId | None:
    """Return the person whose private chat a key belongs to; None where it belongs to nobody's."""
    if found := _OWN.fullmatch(key):
        return TelegramUserId(int(found[1]))
    found = _WINDOW.fullmatch(key)
    return TelegramUserId(int(found[1])) if found and found[1] == found[2] else None
