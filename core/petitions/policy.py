"""Pure "may this be done now?" checks; they raise DomainError and change nothing."""

from collections.abc import Collection
from typing import Protocol

from core.people.model import Resident
from core.petitions.draft import Draft
from core.petitions.model import Event, FileKind, Kind, Petition
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import TelegramUserId
from core.shared.marks import POSITION, Marked
from core.shared.text import is_blank, utf16_len

MAX_OPEN = 20
"""Open cases one resident may have at a time."""
WORDLESS = {FileKind.STICKER, FileKind.ANIMATION}
"""Files that cannot say what was found and decided."""


class Acting(Protocol):
    """Somebody of the staff."""

    @property
    def user_id(self) -> TelegramUserId: ...


def ensure_consented(resident: Resident) -> None:
    """Nothing is written down for good before both consents (PI 13, 29, 39)."""
    if not resident.consented:
        raise DomainError("consent-first")


def ensure_complete(draft: Draft) -> None:
    """Check what the preview shows.

    Raises "draft-no-kind", "draft-empty", "draft-not-anonymous", "file-not-taken" or "file-too-large".
    """
    if draft.kind is None:
        raise DomainError("draft-no-kind")
    if draft.empty:
        raise DomainError("draft-empty")
    if draft.kind is Kind.CALLBACK and not (draft.call.get("phone") and draft.call.get("when")):
        raise DomainError("call-incomplete")
    if draft.anonymous and not (draft.may_be_anonymous and draft.code):
        raise DomainError("draft-not-anonymous")
    if draft.untaken:
        raise DomainError("file-not-taken")
    if draft.unfetchable:
        raise DomainError("file-too-large")


def ensure_room_for_another(open_cases: int) -> None:
    if open_cases >= MAX_OPEN:
        raise DomainError("too-many-open", count=MAX_OPEN)


def ensure_can_be_read(event: Event, words: Marked, kinds: Collection[FileKind]) -> None:
    """A question and an answer need words, or a file that can hold them; raises DomainError("answer-in-words")."""
    if event not in {Event.ASK_MORE, Event.ANSWER}:
        return
    place_only = any(m.kind == POSITION and m.length == utf16_len(words.text) for m in words.marks)
    if (is_blank(words.text) or place_only) and not set(kinds) - WORDLESS:
        raise DomainError("answer-in-words")


def ensure_has_it(petition: Petition, who: Acting) -> None:
    """Only whoever has a case can give it back; raises DomainError("not-in-your-hands")."""
    if petition.handler is None or petition.handler.user_id != who.user_id:
        raise DomainError("not-in-your-hands", number=petition.number)


def ensure_asks_for_own(petition: Petition, who: Acting) -> None:
    """Only whoever has a case asks for more time, and once; raises DomainError or ConflictError("extension-exists")."""
    if petition.handler is None or petition.handler.user_id != who.user_id:
        raise DomainError("extension-not-yours", number=petition.number)
    if petition.promises.extended_days:
        raise ConflictError("extension-exists")


def ensure_may_extend(petition: Petition, actor: StaffActor, clock: Clock) -> None:
    """The same, and before the law's limit is over; raises DomainError("extension-late")."""
    ensure_asks_for_own(petition, actor)
    if is_over(petition, clock):
        raise DomainError("extension-late")


def is_over(petition: Petition, clock: Clock) -> bool:
    """Tell whether the statutory limit for the answer has passed: then it can be put off no more."""
    return clock.now() > petition.promises.answer_by


def ensure_reason(text: str) -> None:
    """What is done to a case has a reason that can be read; raises DomainError("reason-empty")."""
    if is_blank(text):
        raise DomainError("reason-empty")


def ensure_says_something(text: str, files: int) -> None:
    if is_blank(text) and not files:
        raise DomainError("message-empty")
