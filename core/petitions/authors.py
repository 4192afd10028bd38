"""Who speaks in a case, and who of its people reads whom."""

from enum import StrEnum


class Author(StrEnum):
    """Who wrote a message of a case."""

    RESIDENT = "resident"
    STAFF = "staff"
    NOTE = "note"
    """Internal: never leaves the staff chat."""
    OTHER = "other"
    """The other party of a mediation: read by the staff alone."""
    TO_ASKER = "to_asker"
    """Staff, to whoever asked for a mediation and not to the other party."""
    TO_OTHER = "to_other"
    """Staff, to the other party alone."""


BY_PEOPLE = (Author.RESIDENT, Author.OTHER)
BY_STAFF = (Author.STAFF, Author.TO_ASKER, Author.TO_OTHER)
"""What has gone, or goes, out to somebody."""
READ_BY_AUTHOR = (Author.RESIDENT, Author.STAFF, Author.TO_ASKER)
"""Whose words the author of a case reads."""
READ_BY_OTHER = (Author.STAFF, Author.OTHER, Author.TO_OTHER)
"""Whose words the other party of a mediation reads."""
