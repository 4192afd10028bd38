"""What is said about a case in a chat that works on it from now on, or no longer does."""

from collections.abc import Sequence
from dataclasses import replace

from core.petitions.messages import in_case, to_staff
from core.petitions.model import Author, CaseMessage, Petition
from core.petitions.parts import message_specs
from core.petitions.places import CardPlace
from core.shared.ids import ChatId
from core.shared.outbox import TOLD, OutboxItem, Priority


def retold(petition: Petition, said: Sequence[CaseMessage], chat: ChatId) -> list[OutboxItem]:
    """What was said in a case so far, for a chat that works on it from now on; what it has heard already is left out.

    Words of residents are the rows they were at first, one a chat; of the staff's those written elsewhere are told.
    """
    items: list[OutboxItem] = []
    for message in said:
        if message.author is Author.RESIDENT:
            items += to_staff(petition, message, [CardPlace(petition_id=petition.id, chat_id=chat)])
        elif not message.source.startswith(f"tg:{chat}:"):
            key = "staff-said-before" if message.author is Author.STAFF else "staff-noted-before"
            specs = message_specs(message, key, {"name": message.author_name}, ())
            items += [
                in_case(petition, chat, f"{TOLD}{message.id}:{chat}:{n}", spec, about=message.id)
                for n, spec in enumerate(specs)
            ]
    return [replace(item, priority=Priority.CARD) for item in items]
