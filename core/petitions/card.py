"""The staff card: a projection of the database row, made by this one function and nowhere else."""

from datetime import date, tzinfo

from core.petitions.authors import BY_PEOPLE, BY_STAFF, Author
from core.petitions.clocks import days_past
from core.petitions.messages import CARD_EXCERPT, stage_for_staff
from core.petitions.model import DUE_STAGES, KINDS, OUTSIDE_STAGES, WAITING_STAGES, Event, Kind, Stage
from core.petitions.parts import kinds_of
from core.petitions.party import PartyRole
from core.petitions.queries import CardView, MediationLine
from core.shared.actions import Action, ActionCode
from core.shared.clock import local_day
from core.shared.marks import short
from core.shared.messages import Arg, Button, MessageSpec, Term
from core.shared.text import excerpt, is_blank

_BUTTONS: tuple[tuple[Action, Event, str], ...] = (
    (Action.CLAIM, Event.CLAIM, "button-claim"),
    (Action.REPLY, Event.REPLY, "button-reply"),
    (Action.ASK, Event.ASK_MORE, "button-ask"),
    (Action.ANSWER, Event.ANSWER, "button-answer"),
    (Action.CLOSE, Event.CLOSE, "button-close"),
    (Action.NOTE, Event.NOTE, "button-note"),
)


def topic_name(view: CardView) -> str:
    """The forum topic's name: the number first, so that it stays readable when cut; at most 128 characters."""
    return f"{view.petition.number} {excerpt(view.petition.words.title, 60)}".strip()


def render_card(view: CardView, zone: tzinfo, today: date) -> MessageSpec:
    """Return what the card shows `today` in the community's `zone` and which buttons it has, from the row alone."""
    petition = view.petition
    lines: list[MessageSpec] = [MessageSpec("card-urgent")] if petition.urgent and petition.open else []
    if not is_blank(petition.text):
        lines.append(MessageSpec("card-text", {"text": short(petition.words, CARD_EXCERPT).simplest}))
    lines += _about(view)
    if petition.place.text:
        lines.append(MessageSpec("card-place", {"place": _one_line(petition.place.text, 200)}))
    if petition.attachments:
        lines.append(MessageSpec("card-files", kinds_of(petition.attachments)))
    lines.append(_who(view))
    lines.append(_dates(view, zone))
    if days_past(petition, today, zone) and not view.elsewhere and not view.merged:
        lines.append(MessageSpec("card-past"))
    lines += _whose(view)
    if any(view.counts.values()):
        counts = {
            name: sum(view.counts.get(author, 0) for author in authors)
            for name, authors in (("resident", BY_PEOPLE), ("staff", BY_STAFF), ("note", (Author.NOTE,)))
        }
        lines.append(MessageSpec("card-counts", counts))
    if view.unreachable:
        lines.append(MessageSpec("card-unreachable"))
    if view.elsewhere:
        gone = MessageSpec("card-gone", {"unit": view.unit_name}) if view.left else MessageSpec("card-elsewhere")
        lines.append(gone)
    elif petition.open:
        lines.append(MessageSpec(_hint(view)))
    head: dict[str, Arg] = {
        "number": petition.number,
        "kind": Term(f"kind-{petition.kind}"),
        "stage": stage_for_staff(petition.stage),
        "unit": view.unit_name,
        "mark": Term(f"mark-{petition.stage}"),
    }
    return MessageSpec("card", head, buttons=_rows(view), more=lines)


def _about(view: CardView) -> list[MessageSpec]:
    petition, lines = view.petition, list[MessageSpec]()
    if petition.category:
        lines.append(MessageSpec("card-category", {"category": Term(f"category-{petition.category}")}))
    if petition.mandate:
        lines.append(MessageSpec("card-mandate", {"mandate": Term(f"mandate-{petition.mandate}")}))
    if petition.call is not None:
        when: dict[str, Arg] = {"when": _one_line(petition.call.when, 100), "tries": petition.call.tries}
        lines.append(MessageSpec("card-call", when))
    if petition.team:
        lines.append(MessageSpec("card-team", {"team": Term(f"team-{petition.team}")}))
    if petition.verdict:
        lines.append(MessageSpec("card-verdict", {"verdict": Term(f"verdict-{petition.verdict}")}))
    if view.mediation is not None:
        lines.append(_mediation(view.mediation))
    if view.signers:
        lines.append(MessageSpec("card-signers", {"count": view.signers}))
    if view.merged:
        lines.append(MessageSpec("card-merged", {"number": view.merged}))
    if petition.about_name:
        lines.append(MessageSpec("card-about", {"item": _one_line(petition.about_name, 200)}))
    return lines


def _mediation(at: MediationLine) -> MessageSpec:
    """How far a mediation is, who the other party is, who mediates, and when."""
    args: dict[str, Arg] = {
        "state": Term(f"gm-state-{at.state}"),
        "other": _one_line(at.other_name, 60) or "—",
        "mediator": _one_line(at.mediator_name, 60),
        "named": "yes" if at.mediator_name else "no",
        "at": at.session_at or "",
        "held": "yes" if at.session_at else "no",
    }
    return MessageSpec("card-mediation", args)


def _whose(view: CardView) -> list[MessageSpec]:
    lines: list[MessageSpec] = []
    handler = view.petition.handler
    if handler:
        key = "card-handler-of" if view.taken_in else "card-handler"
        lines.append(MessageSpec(key, {"name": handler.name, "unit": view.taken_in}))
    if view.lead or view.major:
        team = ", ".join(view.team)
        lines.append(
            MessageSpec(
                "card-lead" if view.lead else "card-lead-none",
                {"name": view.lead, "team": team, "any": "yes" if team else "no"},
            )
        )
    if _can_be_taken_over(view):
        lines.append(MessageSpec("card-untaken"))
    return lines


def _can_be_taken_over(view: CardView) -> bool:
    """Tell whether the case is accepted, and nobody here has it."""
    nobody = view.petition.handler is None or view.taken_in
    return bool(nobody) and view.petition.can(Event.TAKE_OVER) and not view.elsewhere


def _hint(view: CardView) -> str:
    if view.petition.party is not None and view.petition.resident_id is None:
        return "card-hint-walk-in"
    if view.petition.anonymous:
        return "card-hint-code-topic" if view.has_topic else "card-hint-code-reply"
    return "card-hint-topic" if view.has_topic else "card-hint-reply"


def _who(view: CardView) -> MessageSpec:
    if view.petition.unnamed is not None:
        return MessageSpec(f"card-unnamed-{view.petition.unnamed}")
    if view.petition.anonymous:
        return MessageSpec("card-anonymous")
    party, name = view.petition.party, _one_line(view.resident_name or "—", 200)
    if party is None or party.role is PartyRole.CALL:
        return MessageSpec("card-resident", {"name": name})
    whose = _one_line(party.name or "—", 100)
    if view.petition.resident_id is None:
        at_home = " · ".join(filter(None, (whose, _one_line(party.room, 64))))
        return MessageSpec("card-walk-in", {"name": at_home, "called": "yes" if party.phone else "no"})
    return MessageSpec("card-for", {"author": name, "name": whose})


def _one_line(text: str, limit: int) -> str:
    """Keep what somebody typed from looking like lines of the card's own; longer words stand in a quotation."""
    return excerpt(" ".join(text.split()), limit)


def _dates(view: CardView, zone: tzinfo) -> MessageSpec:
    promises = view.petition.promises
    if view.merged:  # it is answered with another, by whose dates the desk goes
        return MessageSpec("card-submitted", {"day": local_day(view.petition.submitted_at, zone)})
    if view.petition.urgent and view.petition.stage in (*WAITING_STAGES, *DUE_STAGES):
        waits = view.petition.stage in WAITING_STAGES
        at = promises.claim_by if waits else promises.reply_by
        return MessageSpec("card-due-urgent", {"at": at, "waits": "yes" if waits else "no"})
    if view.petition.stage in WAITING_STAGES:
        key = "card-due-claim" if promises.pledges_claim else "card-due-claim-law"
        return MessageSpec(key, {"day": local_day(promises.claim_by, zone)})
    if view.petition.stage in DUE_STAGES:
        days = {
            "day": local_day(promises.reply_by, zone),
            "law": local_day(promises.answer_by, zone),
        }
        return MessageSpec("card-due-answer" if promises.pledges_reply else "card-due-answer-law", days)
    if view.petition.review_by is not None and view.petition.stage in OUTSIDE_STAGES:
        return MessageSpec("card-due-review", {"day": local_day(view.petition.review_by, zone)})
    return MessageSpec("card-submitted", {"day": local_day(view.petition.submitted_at, zone)})


def _call_rows(view: CardView) -> list[list[Button]]:
    """Call, and say what came of it; the number is shown to whoever presses, and never stands in a chat."""
    petition = view.petition
    shown: list[tuple[Action, str]] = [(Action.PHONE, "button-phone")]
    if petition.can(Event.CLAIM) or _can_be_taken_over(view):
        shown.insert(0, (Action.CLAIM, "button-claim"))
    else:
        shown.append((Action.CALLED, "button-called"))
    shown += [(Action.MISSED, "button-missed"), (Action.REPLY, "button-reply"), (Action.NOTE, "button-note")]
    shown.append((Action.MORE, "button-more"))
    buttons = [Button(label, ActionCode(action, petition.id, petition.version).pack()) for action, label in shown]
    return [buttons[n : n + 2] for n in range(0, len(buttons), 2)]


def _rows(view: CardView) -> list[list[Button]]:
    petition = view.petition
    if petition.stage is Stage.WITHDRAWN or view.elsewhere:
        return []
    if petition.kind is Kind.CALLBACK and petition.open:
        return _call_rows(view)
    buttons = [
        Button(label, ActionCode(action, petition.id, petition.version).pack())
        for action, event, label in _BUTTONS
        if petition.can(event)
        or (event is Event.CLAIM and _can_be_taken_over(view))
        or (event not in {Event.CLOSE, *KINDS[petition.kind].never} and petition.stage in WAITING_STAGES)
    ]
    buttons.append(Button("button-more", ActionCode(Action.MORE, petition.id, petition.version).pack()))
    return [buttons[n : n + 3] for n in range(0, len(buttons), 3)]
