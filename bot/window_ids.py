"""Ids of aiogram-dialog's windows that are never alike.

The library makes them of the second and one of a hundred numbers. Two windows opened within a second are alike once in
a hundred times; it then takes the second for the first and shows it twice. It offers no place to say otherwise, so the
function is replaced; the ids have eight characters instead of six, and old ones stay good.
"""

import secrets

from aiogram_dialog.api.entities import stack

_BITS = 47
"""As many as eight characters of the library's alphabet of 62 hold; a button's data has 64 bytes in all."""


def unlike_id() -> int:
    return secrets.randbits(_BITS - 1) | 1 << (_BITS - 1)


def use_unlike_ids() -> None:
    """From now on, in this process, no two windows are called alike; a second time changes nothing."""
    stack.new_int_id = unlike_id
