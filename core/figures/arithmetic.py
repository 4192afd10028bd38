"""Percentages, changes and medians, in whole tenths: exact, half away from nought, no rate of nothing."""

from collections.abc import Mapping, Sequence

MINUS = "\u2212"
SMALL = 5
"""Where people could be told apart, numbers below this are not shown, nor what would give them away."""


def tenths(part: int, whole: int) -> int | None:
    """Return a share as tenths of a percent; None of nothing. 2 of 3 is 667."""
    return None if whole == 0 else _halves_up(1_000 * part, whole)


def change(before: int, now: int) -> int | None:
    """Return how much it is more or less, as tenths of a percent; from nothing there is no rate.

    39 → 19 is −51.3 %, 9 → 6 is −33.3 % (DOMAIN §7).
    """
    if before == 0:
        return None
    size = _halves_up(1_000 * abs(now - before), before)
    return size if now >= before else -size


def _halves_up(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)


def median_tenths(counted: Mapping[int, int]) -> int | None:
    """Return the median of values that were counted, in tenths; None of nothing."""
    total, seen = sum(counted.values()), 0
    middle: list[int] = []
    for value, count in sorted(counted.items()):
        places = range(seen, seen + count)
        middle += [value for place in {(total - 1) // 2, total // 2} if place in places]
        seen += count
    return None if not middle else 10 * sum(middle) // len(middle)


def decimal(value: int) -> str:
    """Write tenths with one decimal: 513 is 51.3, -5 is −0.5."""
    sign = MINUS if value < 0 else ""
    return f"{sign}{abs(value) // 10}.{abs(value) % 10}"


def signed(value: int) -> str:
    """Write a change with its sign; no change has none."""
    return f"+{decimal(value)}" if value > 0 else decimal(value)


def shown(counts: Sequence[int]) -> list[int | None]:
    """Return the parts of a whole that is told elsewhere, without those by which people could be told apart.

    Parts below 5 are left out, and more of them, the smallest first, until what is left out is no part alone and 5 or
    more in all: else the whole less what is shown would tell it. Parts of nought hide nobody.
    """
    hidden = {at for at, count in enumerate(counts) if 0 < count < SMALL}
    for at in sorted(range(len(counts)), key=lambda at: counts[at]):
        if not hidden or (len(hidden) > 1 and sum(counts[each] for each in hidden) >= SMALL):
            break
        if counts[at] > 0:
            hidden.add(at)
    return [None if at in hidden else count for at, count in enumerate(counts)]
