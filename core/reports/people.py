"""Who is meant by a report, and who may read it: pure functions over lines of the roster."""

from collections.abc import Collection, Iterable, Sequence

from core.people.model import Role, RosterEntry
from core.shared.ids import RosterId
from core.shared.text import fold

OFFICES = (Role.STAFF, Role.PETITION_OFFICER, Role.SUPERVISION, Role.FINANCE, Role.GROUP_LEADER)
"""Public offices: who holds one can be reported, and shown as holding it; no other role is shown to residents."""
EMPLOYED = frozenset({Role.STAFF, Role.PETITION_OFFICER, Role.GROUP_LEADER})
"""Who works for the committee, and so with or under whoever else does."""
LONG_NAME = 4
"""Characters from which a Chinese name has a surname of two."""


def officers(entries: Iterable[RosterEntry]) -> list[RosterEntry]:
    """Return those who hold a public office, by name."""
    return sorted((e for e in entries if e.roles & set(OFFICES)), key=lambda entry: (entry.name, entry.id))


def offices_of(entry: RosterEntry) -> list[Role]:
    return [role for role in OFFICES if role in entry.roles]


def named_in(
    text: str, people: Iterable[RosterEntry], titles: Sequence[str], prefixes: Sequence[str]
) -> list[RosterEntry]:
    """Return whose name may stand in a text: in full, or the surname with a title or a form of address.

    `titles` follow a surname, `prefixes` stand before it; both are words of the language people write in.
    """
    plain = fold(text)
    return [each for each in people if any(form and form in plain for form in _forms(each.name, titles, prefixes))]


def _forms(name: str, titles: Sequence[str], prefixes: Sequence[str]) -> list[str]:
    whole = fold(name)
    if not whole or whole.isascii():
        parts = [fold(part) for part in name.split()]
        return [whole, *(part for part in parts[-1:] if len(part) > 2)]  # noqa: PLR2004 - initials are in every text
    surname = whole[: 2 if len(whole) >= LONG_NAME else 1]
    spoken = [fold(surname + title) for title in titles] + [fold(prefix + surname) for prefix in prefixes]
    return [whole, *spoken] if len(whole) > 1 else spoken


def searched(typed: str, people: Iterable[RosterEntry], office_of: dict[Role, str]) -> list[RosterEntry]:
    """Return who is meant by a name, a part of one, or an office by its word."""
    wanted = fold(typed)
    if not wanted:
        return []

    def fits(entry: RosterEntry) -> bool:
        words = [entry.name, *(office_of[role] for role in offices_of(entry))]
        return any(wanted in fold(word) or fold(word) in wanted for word in words if fold(word))

    return [each for each in people if fits(each)]


def may_review(entry: RosterEntry, concerned: Collection[RosterEntry], tree: dict[str, frozenset[str]]) -> bool:
    """Tell whether somebody of the supervision committee may read a report about `concerned`.

    They are not meant themselves, share no household with one who is, and do not work where one works or above them.
    `tree` gives for each unit itself and the units below it.
    """
    return Role.SUPERVISION in entry.roles and not any(_near(entry, other, tree) for other in concerned)


def _near(entry: RosterEntry, other: RosterEntry, tree: dict[str, frozenset[str]]) -> bool:
    if entry.id == other.id or (entry.resident_id is not None and entry.resident_id == other.resident_id):
        return True
    if entry.household and (entry.unit_id, entry.household) == (other.unit_id, other.household):
        return True
    below = entry.unit_id in tree.get(other.unit_id, frozenset())
    return bool(entry.roles & EMPLOYED) and bool(other.roles & EMPLOYED) and below


def without(entries: Sequence[RosterEntry], ids: Collection[RosterId]) -> list[RosterEntry]:
    return [each for each in entries if each.id not in ids]
