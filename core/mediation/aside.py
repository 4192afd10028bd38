"""For whom words of the staff in a mediation are, where nobody said so.

What goes on with, corrects or answers words of one party stays with that party: neither a quotation nor the rest of a
long text reaches the other.
"""

from core.petitions import messages
from core.petitions.authors import BY_STAFF, Author
from core.petitions.model import CaseMessage, Kind, Petition
from core.petitions.parts import NEAR, SPLIT
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.ids import MessageId
from core.shared.outbox import OutboxItem
from core.shared.text import utf16_len
from core.uow import UnitOfWork

ALONE = {
    Author.RESIDENT: Author.TO_ASKER,
    Author.TO_ASKER: Author.TO_ASKER,
    Author.OTHER: Author.TO_OTHER,
    Author.TO_OTHER: Author.TO_OTHER,
}
"""Whose words → for whom an answer to them is."""
_KEYS = {Author.TO_ASKER: "gm-staff-only-asker", Author.TO_OTHER: "gm-staff-only-other"}


async def written_for(
    uow: UnitOfWork, petition: Petition, actor: StaffActor, words: StaffWords, writes: Author
) -> Author:
    """Return as whose words they are kept; `writes` is what the writer chose, or what goes to both."""
    if petition.kind is not Kind.MEDIATION or writes is not Author.STAFF:
        return writes
    if words.edition:
        first = await uow.messages.by_source(words.first(actor.chat_id))
        return first.author if first is not None and first.author in BY_STAFF else writes
    begun = await _goes_on(uow, actor, words)
    answered = begun or await _answered(uow, petition, actor, words)
    if answered is None:  # what can be picked out of a card or below it is what was asked
        return Author.TO_ASKER if words.quotes else writes
    return ALONE.get(answered.author, writes)


async def _goes_on(uow: UnitOfWork, actor: StaffActor, words: StaffWords) -> CaseMessage | None:
    """Return long words of the same writer just before, of which these may be the rest."""
    for back in range(1, NEAR):
        before = await uow.messages.by_source(f"tg:{actor.chat_id}:{words.message_id - back}")
        if before is not None and before.author_name == actor.name and utf16_len(before.text) >= SPLIT:
            return before if before.author in _KEYS else None
    return None


async def _answered(uow: UnitOfWork, petition: Petition, actor: StaffActor, words: StaffWords) -> CaseMessage | None:
    """Return the words of the case that stand in the message which is answered."""
    if not words.answers:
        return None
    said = await uow.links.carries(actor.chat_id, MessageId(words.answers))
    return next((each for each in await uow.messages.of(petition.id) if said and each.id == said), None)


def said_aside(petition: Petition, message: CaseMessage, actor: StaffActor, words: StaffWords) -> list[OutboxItem]:
    """Tell the writer that words went to one party alone."""
    key = _KEYS.get(message.author)
    if key is None:
        return []
    return [messages.staff_word(petition, actor.chat_id, key, f"aside:{message.id}", words.message_id)]
