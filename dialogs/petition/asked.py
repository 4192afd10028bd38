"""While a petition is being written, the staff may wait for an answer about another matter: it must not end up here."""

from copy import deepcopy

from core.petitions.draft import Draft
from core.petitions.model import OPEN_STAGES, CaseMessage, Stage
from core.petitions.queries import CaseSummary
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.marks import Marked
from core.shared.messages import MessageSpec
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Visit
from dialogs.petition.drafting import attachments_of, current_draft


async def asked_elsewhere(visit: Visit, draft: Draft) -> tuple[list[MessageSpec], list[Choice]]:
    """Return what to say, and what to offer, about the cases whose staff wait for words of this person."""
    cases = await visit.use.cases.of_resident(visit.actor.resident_id)
    last = _last(draft)
    given = await _given_already(visit, last)
    waiting = [case for case in cases if case.id == given and case.stage in OPEN_STAGES]
    if not waiting:
        waiting = [case for case in cases if case.stage is Stage.MORE_INFO]
    lines = [MessageSpec("petition-asked", {"number": case.number}) for case in waiting[:1]]
    if last.untouched:
        return lines, []
    choices = [Choice(f"for-{case.id}", "button-for-case", _give(case), {"number": case.number}) for case in waiting]
    return lines, choices


def _last(draft: Draft) -> Draft:
    return deepcopy(draft).take_last()


def _message_of(last: Draft) -> MessageId | None:
    """Return the message what was said last is known by: of an album the one with the words, else the latest."""
    known = filter(None, [*last.said_in, *(file.said_in for file in reversed(last.files)), last.located_in])
    return next(map(MessageId, known), None)


async def _given_already(visit: Visit, last: Draft) -> PetitionId | None:
    """Return the case what was said last went into, where we were stopped before it left the petition.

    An edit keeps its message's id, so the id alone proves nothing: the case must have the same words from it.
    """
    there = await _in_a_case(visit, last)
    return there.petition_id if there is not None and there.text == _said(last).text else None


async def _in_a_case(visit: Visit, last: Draft) -> CaseMessage | None:
    """Return what the message of what was said last has said in a case."""
    message = _message_of(last)
    return await visit.use.find.said(ChatId(visit.actor.telegram_id), message) if message else None


def _said(last: Draft) -> Marked:
    """Return what was said last as the words of a case."""
    venue = "" if last.place_said_in or last.latitude is None else last.place
    words = last.words if last.text else Marked(venue)
    return Incoming(words.text, latitude=last.latitude, longitude=last.longitude, marks=words.marks).words


def _give(case: CaseSummary) -> Go:
    async def go(visit: Visit) -> None:
        """Move what was said last out of the petition and into the case, with all that came in that message."""
        draft = await current_draft(visit)
        last = draft.take_last()
        said, known = _said(last), _message_of(last)
        there = await _in_a_case(visit, last)
        if there is not None and (there.petition_id != case.id or there.text != said.text):
            known = None  # the message has said something else in a case: these words are new
        source = f"tg:{visit.actor.telegram_id}:{known}" if known else f"draft:{draft.id}:{len(draft.parts)}"
        files = attachments_of(visit, last.files)
        number = await visit.use.add_to_case(visit.actor, case.id, said, files, source=source, said_in=known)
        await visit.keep(draft)
        visit.flash("case-added", number=number)

    return go
