"""What a new card says of cases like the one that has just come: the desk may want to answer them together."""

from dataclasses import replace

from core.petitions.model import Petition
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from core.together.model import JOINABLE
from core.together.similar import nearest
from core.uow import UnitOfWork

MOST_READ = 300
"""Open cases of the desk that are compared: in one query, whatever the desk has."""
MOST_NAMED = 3


async def near_line(uow: UnitOfWork, petition: Petition, chat_id: ChatId) -> MessageSpec | None:
    """Return the line that names what is like a new case and worked on in the same chat; None where nothing is."""
    if petition.kind not in JOINABLE:
        return None
    there = await uow.together.near(petition, chat_id, MOST_READ)
    if not there:
        return None
    texts = {str(key): tokens for key, _, tokens in there}
    texts[petition.id] = await uow.search.tokens(f"{petition.words.title}\n{petition.place.text}")
    numbers = {str(key): number for key, number, _ in there}
    found = [numbers[key] for key in nearest(petition.id, texts, MOST_NAMED)]
    return MessageSpec("card-near", {"numbers": " ".join(found)}) if found else None


async def on_arrival(
    uow: UnitOfWork, petition: Petition, chat_id: ChatId, duty: MessageSpec | None
) -> MessageSpec | None:
    """Return what a card says as it is first sent to a chat: what the case is like, and whom `duty` calls."""
    near = await near_line(uow, petition, chat_id)
    return duty if near is None else replace(near, more=[duty, *duty.more] if duty else [])
