"""While a petition is being written, the staff may wait for an answer about another matter: it must not end up here."""

from core.petitions.draft import Draft
from core.petitions.model import Stage
from core.petitions.queries import CaseSummary
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.messages import MessageSpec
from core.shared.outbox import LinkRole
from dialogs.pages import Choice, Go, Visit
from dialogs.petition.drafting import current_draft


async def asked_elsewhere(visit: Visit, draft: Draft) -> tuple[list[MessageSpec], list[Choice]]:
    """Return what to say, and what to offer, about the cases whose staff wait for words of this person."""
    cases = await visit.use.cases.of_resident(visit.actor.resident_id)
    given = await _given_already(visit, draft)
    waiting = [case for case in cases if (case.id == given if given else case.stage is Stage.MORE_INFO)]
    lines = [MessageSpec("petition-asked", {"number": case.number}) for case in waiting[:1]]
    if not draft.parts:
        return lines, []
    choices = [Choice(f"for-{case.id}", "button-for-case", _give(case), {"number": case.number}) for case in waiting]
    return lines, choices


async def _given_already(visit: Visit, draft: Draft) -> PetitionId | None:
    """Return the case what was said last went into, where we were stopped before it left the petition."""
    if not draft.said_in or not draft.said_in[-1]:
        return None
    found = await visit.use.find.by_message(ChatId(visit.actor.telegram_id), MessageId(draft.said_in[-1]))
    return found[0] if found and found[1] is LinkRole.RESIDENT_MESSAGE else None


def _give(case: CaseSummary) -> Go:
    async def go(visit: Visit) -> None:
        """Move what was said last out of the petition and into the case."""
        draft = await current_draft(visit)
        words, said_in = draft.parts.pop(), draft.said_in.pop()
        source = f"tg:{visit.actor.telegram_id}:{said_in}" if said_in else f"draft:{draft.id}:{len(draft.parts)}"
        known = MessageId(said_in) if said_in else None
        number = await visit.use.add_to_case(visit.actor, case.id, words, [], source=source, said_in=known)
        await visit.keep(draft)
        visit.flash("case-added", number=number)

    return go
