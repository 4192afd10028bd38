"""Quorum and majority of the bodies that decide (JW 27, 29), and who must not be counted apart. Whole numbers only."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from core.ballots.model import Voter
from core.ballots.paper import Meeting, Paper, VoterClass
from core.people.model import Role, RosterEntry
from core.shared.errors import DomainError

NOTICE = timedelta(days=10)
"""JW 26: a meeting's matter is made known ten days before."""
FEWEST = 5
"""Voters below which no number is shown apart from others: it would tell what somebody chose (DOMAIN §4)."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole that has to be reached or, where `more`, passed."""

    top: int
    bottom: int
    more: bool

    def reached(self, part: int, whole: int) -> bool:
        left, right = part * self.bottom, whole * self.top
        return left > right if self.more else left >= right


@dataclass(frozen=True, slots=True)
class MeetingRule:
    quorum: Share
    """Of the seats, how many take part."""
    majority: Share
    """Of those who took part, how many say yes."""


HALF, TWO_THIRDS = Share(1, 2, more=True), Share(2, 3, more=False)

MEETINGS: dict[Meeting, MeetingRule] = {
    Meeting.RESIDENTS: MeetingRule(HALF, HALF),  # JW 27
    Meeting.HOUSEHOLDS: MeetingRule(HALF, HALF),  # JW 27
    Meeting.REPRESENTATIVES: MeetingRule(TWO_THIRDS, HALF),  # JW 29
}


def freeze(paper: Paper, entries: Sequence[RosterEntry]) -> list[Voter]:
    """Return the roll: everybody who may vote, with seat, weight and the group their vote is counted in.

    Raises DomainError("ballot-roll-small") where fewer than five seats are there in all, and
    DomainError("ballot-class-small") where that is so of a weight.
    """
    households = paper.meeting is Meeting.HOUSEHOLDS
    found: list[tuple[RosterEntry, str, VoterClass]] = []
    for entry in entries:
        fitting = next((each for each in paper.classes if not each.roles or each.roles & entry.roles), None)
        if fitting is not None and not (households and not entry.household):
            found.append((entry, household_seat(entry) if households else entry.id, fitting))
    sizes = Counter({each.name: len({seat for _, seat, its in found if its == each}) for each in paper.classes})
    if len({seat for _, seat, _ in found}) < FEWEST:
        raise DomainError("ballot-roll-small", count=len({seat for _, seat, _ in found}), least=FEWEST)
    groups = _groups(paper.classes, sizes)
    return [Voter(voter=e.id, seat=seat, group=groups[c.name], weight=c.weight) for e, seat, c in found]


def household_seat(entry: RosterEntry) -> str:
    """Return the seat of a household. A unit names its own alone: 3-1-201 is somebody else's home in the next one."""
    return sha256(f"{entry.unit_id}/{entry.household}".encode()).hexdigest()


def _groups(classes: Sequence[VoterClass], sizes: Mapping[str, int]) -> dict[str, str]:
    """Return under which name each class is counted: small ones together with others of the same weight."""
    names: dict[str, str] = {}
    for weight in {each.weight for each in classes}:
        same = [each.name for each in classes if each.weight == weight and sizes[each.name]]
        for together in merged({name: sizes[name] for name in same}):
            if sum(sizes[name] for name in together) < FEWEST:
                raise DomainError("ballot-class-small", name=together[0], least=FEWEST)
            names |= dict.fromkeys(together, JOINT.join(together))
    return names


JOINT = " + "
"""Between the names of classes that are counted together."""


def merged(sizes: Mapping[str, int]) -> list[list[str]]:
    """Put parts of fewer than five together until none is left, or all are one; the order of names is kept.

    Whoever takes shown parts away from the whole is left with whole parts again, so no difference is smaller either.
    """
    parts = [[name] for name in sizes]
    order = list(sizes)

    def size(part: list[str]) -> int:
        return sum(sizes[name] for name in part)

    while len(parts) > 1 and size(least := min(parts, key=size)) < FEWEST:
        parts.remove(least)
        other = min(parts, key=size)
        parts.remove(other)
        parts.append(sorted([*least, *other], key=order.index))
    return sorted(parts, key=lambda part: order.index(part[0]))


ROLES_OF_MEETING: dict[Meeting, frozenset[Role]] = {
    Meeting.RESIDENTS: frozenset(),
    Meeting.HOUSEHOLDS: frozenset(),
    Meeting.REPRESENTATIVES: frozenset({Role.RESIDENT_REPRESENTATIVE}),
}
"""Who sits in a body; nobody's vote has more weight than another's there."""
