import secrets
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No 0/O, no 1/I/L: the code is read out over the phone and copied by hand."""


class RandomIds:
    """Ids and codes from the operating system's randomness."""

    def new(self) -> str:
        return secrets.token_hex(16)

    def code(self, groups: int = 3) -> str:
        return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(groups))


def shuffled(items: Sequence[T]) -> list[T]:
    """Return the items in an order made by the operating system's randomness."""
    return secrets.SystemRandom().sample(list(items), len(items))
