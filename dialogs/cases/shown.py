"""A case as its author sees it: where it stands, what was promised, what was said. One function, one text."""

from collections.abc import Sequence
from datetime import date, tzinfo

from core.petitions.clocks import days_past
from core.petitions.model import Author, CaseMessage, Event, HistoryRow, Petition, Stage
from core.petitions.parts import kinds_of
from core.petitions.queries import CaseView
from core.shared.clock import Clock, local_day
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, is_blank, utf16_len
from dialogs.content import brief

ROOM = 3_000
"""UTF-16 units for timeline and messages; with the frame a window stays below Telegram's 4096."""


def case_spec(view: CaseView, clock: Clock) -> MessageSpec:
    petition, zone = view.petition, clock.zone
    lines = [MessageSpec("case-text", {"text": brief(petition.text, 500, petition.attachments)})]
    lines += [*_where_and_what(petition), *_promises(view, zone, local_day(clock.now(), zone))]
    shown: list[MessageSpec] = []
    used = 0
    for entry in reversed(_entries(view, zone)):
        used += sum(utf16_len(str(value)) for value in entry.args.values()) + 40
        if used > ROOM:
            shown.append(MessageSpec("case-earlier"))
            break
        shown.append(entry)
    head: dict[str, Arg] = {
        "number": petition.number,
        "kind": Term(f"kind-{petition.kind}"),
        "stage": Term(f"stage-{petition.stage}"),
        "mark": Term(f"mark-{petition.stage}"),
        "unit": view.unit_name,
    }
    return MessageSpec("case", head, more=[*lines, MessageSpec("case-timeline"), *reversed(shown)])


def _where_and_what(petition: Petition) -> list[MessageSpec]:
    lines = []
    if not is_blank(petition.place.text):
        lines.append(MessageSpec("preview-place", {"place": excerpt(petition.place.text, 200)}))
    if petition.place.latitude is not None:
        lines.append(MessageSpec("preview-position"))
    if petition.attachments:
        lines.append(MessageSpec("files-kinds", kinds_of(petition.attachments)))
    return lines


def _promises(view: CaseView, zone: tzinfo, today: date) -> list[MessageSpec]:
    petition, promises = view.petition, view.petition.promises
    lines = []
    if petition.stage is Stage.SUBMITTED:
        days = {"claim": local_day(promises.claim_by, zone), "accept": local_day(promises.accept_by, zone)}
        lines.append(MessageSpec("case-promise-claim", days))
    if petition.stage in {Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO}:
        days = {"reply": local_day(promises.reply_by, zone)}
        if petition.accepted_at is None:
            lines.append(MessageSpec("case-promise-answer-from-submission", days))
        else:
            days["answer"] = local_day(promises.answer_by, zone)
            lines.append(MessageSpec("case-promise-answer", days))
    if past := days_past(petition, today, zone):
        lines.append(MessageSpec("case-past", {"days": past}))
    if petition.handler:
        key = "case-handler" if petition.open else "case-handled"
        lines.append(MessageSpec(key, view.signature(petition.handler.name, petition.handler.unit_id)))
    return lines


_MERE_WORDS = {Event.REPLY, Event.RESIDENT_ADDS, Event.AFTERWORD}
"""Events of which there is nothing to say but the words themselves."""
_WITH_WORDS = {
    Event.RESIDENT_ADDS: Author.RESIDENT,
    Event.AFTERWORD: Author.RESIDENT,
    Event.REPLY: Author.STAFF,
    Event.ASK_MORE: Author.STAFF,
    Event.ANSWER: Author.STAFF,
}
"""Whose words come with an event."""


def _entries(view: CaseView, zone: tzinfo) -> list[MessageSpec]:
    """What happened, oldest first. Of an anonymous case only days are known, so there the order is that of writing."""
    told = [row for row in view.history if row.event is not Event.NOTE]
    if view.petition.anonymous:
        return _in_order_of_writing(told, view, zone)
    timed = [(row.at, _event(row, row.at)) for row in told if row.event not in _MERE_WORDS]
    timed += [(message.at, _message(view, message, message.at)) for message in view.messages]
    return [entry for _, entry in sorted(timed, key=lambda pair: pair[0])]


def _in_order_of_writing(history: Sequence[HistoryRow], view: CaseView, zone: tzinfo) -> list[MessageSpec]:
    """Put each message behind the event it was written down with."""
    left = list(view.messages)
    entries: list[MessageSpec] = []
    for row in history:
        if row.event not in _MERE_WORDS:
            entries.append(_event(row, local_day(row.at, zone)))
        said = next((message for message in left if message.author is _WITH_WORDS.get(row.event)), None)
        if said is not None:
            left.remove(said)
            entries.append(_message(view, said, local_day(said.at, zone)))
    return [*entries, *(_message(view, message, local_day(message.at, zone)) for message in left)]


def _event(row: HistoryRow, at: Arg) -> MessageSpec:
    return MessageSpec(f"event-{row.event}", {"at": at, "name": row.actor_name})


def _message(view: CaseView, message: CaseMessage, at: Arg) -> MessageSpec:
    who = "case-you-wrote" if message.author is Author.RESIDENT else "case-staff-wrote"
    words: dict[str, Arg] = {
        "at": at,
        **view.signature(message.author_name, message.unit_id),
        "text": brief(message.text, 700, message.attachments),
        "files": len(message.attachments),
    }
    return MessageSpec(who, words)
