"""Where a report goes that nobody here may read: the external discipline office, known by its address alone."""

from dataclasses import dataclass

HOTLINE = "12388"
"""The discipline organs' national telephone for reports."""


@dataclass(frozen=True, slots=True)
class DisciplineOffice:
    """Texts as the operator wrote them; without any the national telephone is told."""

    name: str = ""
    address: str = ""
    phone: str = HOTLINE
