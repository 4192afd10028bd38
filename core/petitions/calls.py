"""Calling somebody back: by when, and how often it is tried before they are told in writing (DOMAIN §2)."""

from dataclasses import replace
from datetime import date

from core.petitions.clocks import end_of
from core.petitions.draft import Draft
from core.petitions.limits import add_workdays, to_workday
from core.petitions.model import Kind, Petition
from core.petitions.party import Call
from core.shared.clock import Calendar, Clock, local_day
from core.shared.ids import PetitionId
from core.shared.masking import without_phone

TRIES = 3
"""After so many calls that nobody answered, whoever wanted one is asked in writing for another number or time."""


def with_call(petition: Petition, draft: Draft, calendar: Calendar, clock: Clock) -> Petition:
    """Return a new petition with what is known of the call, and its own pledge; of other kinds nothing changes.

    Due on the next working day, or if they want a later day on that one, rolled to a working day. The number stands
    sealed in the case and nowhere in its words, so that it is gone once it is erased.
    """
    if petition.kind is not Kind.CALLBACK:
        return petition
    today = local_day(petition.submitted_at, clock.zone)
    soon, certain = add_workdays(today, 1, calendar)
    wished = date.fromisoformat(draft.call["day"]) if draft.call.get("day") else soon
    due, known = to_workday(max(wished, soon), calendar)
    due = min(due, local_day(petition.promises.answer_by, clock.zone))
    at = end_of(due, clock)
    days = 1 if due == soon else None
    promises = replace(
        petition.promises,
        claim_by=at,
        reply_by=at,
        claim_days=days,
        reply_days=days,
        calendar_certain=certain and known,
    )
    about = PetitionId(draft.call["about"]) if draft.call.get("about") else None
    words = without_phone(petition.words, draft.call.get("end", ""))
    call = Call(when=draft.call["when"], about=about)
    return replace(petition, promises=promises, call=call, text=words.text, marks=words.marks)
