"""A case as its author sees it: where it stands, what was promised, what was said. One function, one text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo

from core.petitions.clocks import days_past
from core.petitions.model import ON_THE_WAY, WAITING_STAGES, Author, CaseMessage, Event, HistoryRow, Petition, Stage
from core.petitions.parts import kinds_of
from core.petitions.queries import CaseView
from core.shared.clock import Clock, local_day
from core.shared.ids import PetitionId
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, fold, is_blank, one_line, utf16_len
from dialogs.cases.guessed import NUMBER
from dialogs.content import brief
from dialogs.incoming import Incoming
from dialogs.visit import Visit

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


async def case_named(visit: Visit, incoming: Incoming) -> PetitionId | None:
    """Return the own case that a message names by its number, saying nothing else: that is no news to anybody."""
    if not (incoming.is_plain and NUMBER.fullmatch(fold(incoming.text))):
        return None
    return await visit.use.find.own(visit.actor, incoming.text)


def _where_and_what(petition: Petition) -> list[MessageSpec]:
    lines = [MessageSpec("preview-about", {"item": petition.about_name})] if petition.about_name else []
    if petition.call is not None:
        lines.append(MessageSpec("case-call", {"when": excerpt(petition.call.when, 100)}))
    if petition.team:
        lines.append(MessageSpec("case-team", {"team": Term(f"team-{petition.team}")}))
    if petition.verdict:
        lines.append(MessageSpec("case-verdict", {"verdict": Term(f"verdict-{petition.verdict}")}))
    if petition.party is not None and petition.party.name:
        lines.append(MessageSpec("case-for", {"name": one_line(petition.party.name)}))
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
    if petition.stage in WAITING_STAGES:
        days = {"claim": local_day(promises.claim_by, zone), "accept": local_day(promises.accept_by, zone)}
        key = "case-promise-claim" if promises.pledges_claim else "case-promise-claim-law"
        lines.append(MessageSpec(key if petition.accepted_at is None else "case-promise-claim-again", days))
    if petition.stage in ON_THE_WAY:
        days = {"reply": local_day(promises.reply_by, zone)}
        law = {"answer": local_day(promises.answer_by, zone)}
        if not promises.pledges_reply:
            key = "case-promise-answer-law" if petition.accepted_at else "case-promise-answer-law-open"
            lines.append(MessageSpec(key, law))
        elif petition.accepted_at is None:
            lines.append(MessageSpec("case-promise-answer-from-submission", days))
        else:
            lines.append(MessageSpec("case-promise-answer", days | law))
    if past := days_past(petition, today, zone):
        lines.append(MessageSpec("case-past", {"days": past}))
    if petition.urgent and petition.stage in ON_THE_WAY:
        waits = petition.stage in WAITING_STAGES
        at = promises.claim_by if waits else promises.reply_by
        lines = [MessageSpec("case-urgent", {"at": at, "waits": "yes" if waits else "no"})]
    if petition.handler:
        key = "case-handler" if petition.open and petition.stage is not Stage.ANSWERED else "case-handled"
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


TOGETHER = timedelta(minutes=1)
"""Files that come so soon one after the other stand together if one has no words: an album is a message a picture."""


def _entries(view: CaseView, zone: tzinfo) -> list[MessageSpec]:
    """What happened, oldest first. Of an anonymous case only days are known, so there the order is that of writing."""
    told = [row for row in view.history if row.event is not Event.NOTE]
    if view.petition.anonymous:
        return [_entry(view, each, local_day(each.at, zone)) for each in _joined(_in_order_of_writing(told, view))]
    timed: list[HistoryRow | CaseMessage] = [row for row in told if row.event not in _MERE_WORDS]
    timed += view.messages
    return [_entry(view, each, each.at) for each in _joined(sorted(timed, key=lambda each: each.at))]


def _in_order_of_writing(history: Sequence[HistoryRow], view: CaseView) -> list[HistoryRow | CaseMessage]:
    """Put each message behind the event it was written down with."""
    left = list(view.messages)
    entries: list[HistoryRow | CaseMessage] = []
    for row in history:
        if row.event not in _MERE_WORDS:
            entries.append(row)
        said = next((message for message in left if message.author is _WITH_WORDS.get(row.event)), None)
        if said is not None:
            left.remove(said)
            entries.append(said)
    return [*entries, *left]


def _joined(entries: Sequence[HistoryRow | CaseMessage]) -> list[HistoryRow | CaseMessage]:
    joined: list[HistoryRow | CaseMessage] = []
    for entry in entries:
        last = joined[-1] if joined else None
        if isinstance(last, CaseMessage) and isinstance(entry, CaseMessage) and _belongs(entry, last):
            text = entry.text if is_blank(last.text) else last.text
            joined[-1] = replace(last, text=text, attachments=(*last.attachments, *entry.attachments), at=entry.at)
        else:
            joined.append(entry)
    return joined


def _belongs(entry: CaseMessage, last: CaseMessage) -> bool:
    same = (entry.author, entry.author_name, entry.unit_id) == (last.author, last.author_name, last.unit_id)
    with_files = bool(last.attachments and entry.attachments) and entry.at - last.at <= TOGETHER
    return same and with_files and (is_blank(entry.text) or is_blank(last.text))


def _before(view: CaseView, entry: HistoryRow) -> str:
    """Name the unit that had the case before an event took it elsewhere."""
    units = [row.unit_id for row in view.history[: [*view.history].index(entry)] if row.unit_id is not None]
    return view.units.get(units[-1], "") if units else ""


def _entry(view: CaseView, entry: HistoryRow | CaseMessage, at: Arg) -> MessageSpec:
    if isinstance(entry, HistoryRow):
        where = {"unit": view.units.get(entry.unit_id, "") if entry.unit_id else "", "from": _before(view, entry)}
        reason = excerpt(entry.reason, 300)
        return MessageSpec(f"event-{entry.event}", {"at": at, "name": entry.actor_name, "reason": reason, **where})
    who = "case-you-wrote" if entry.author is Author.RESIDENT else "case-staff-wrote"
    files = len(entry.attachments)
    words: dict[str, Arg] = {
        "at": at,
        **view.signature(entry.author_name, entry.unit_id),
        "text": brief(entry.text, 700, entry.attachments),
        "files": 0 if files == 1 and is_blank(entry.text) else files,  # its kind stands there already
    }
    return MessageSpec(who, words)
