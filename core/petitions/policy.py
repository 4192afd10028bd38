"""Pure "may this be done now?" checks; they raise DomainError and change nothing."""

from core.people.model import Resident
from core.petitions.draft import Draft
from core.shared.errors import DomainError
from core.shared.text import is_blank

MAX_OPEN = 20
"""Open cases one resident may have at a time."""


def ensure_consented(resident: Resident) -> None:
    """Nothing is written down for good before both consents (PI 13, 29, 39)."""
    if not resident.consented:
        raise DomainError("consent-first")


def ensure_complete(draft: Draft) -> None:
    """Check what the preview shows.

    Raises "draft-no-kind", "draft-empty", "draft-not-anonymous" or "file-too-large".
    """
    if draft.kind is None:
        raise DomainError("draft-no-kind")
    if draft.empty:
        raise DomainError("draft-empty")
    if draft.anonymous and not (draft.may_be_anonymous and draft.code):
        raise DomainError("draft-not-anonymous")
    if draft.unfetchable:
        raise DomainError("file-too-large")


def ensure_room_for_another(open_cases: int) -> None:
    if open_cases >= MAX_OPEN:
        raise DomainError("too-many-open", count=MAX_OPEN)


def ensure_says_something(text: str, files: int) -> None:
    if is_blank(text) and not files:
        raise DomainError("message-empty")
