"""What is said about a case in a chat that works on it from now on, or no longer does."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.petitions.authors import BY_PEOPLE, BY_STAFF
from core.petitions.messages import case_content, in_case
from core.petitions.model import CaseMessage, Handler, Petition
from core.petitions.parts import message_specs
from core.petitions.passing_on import to_staff
from core.petitions.places import CardPlace
from core.shared.followups import TOLD
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from core.shared.outbox import OutboxItem, Priority

BY_SIGNER = "joined:"
"""What the source of words begins with that somebody who signs gave to the staff, without a name."""
NAMED = 10
"""Numbers of cases in one sentence; of more it is said how many they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A case, as it is now that the desk of `chat_id` works on it."""

    petition: Petition
    chat_id: ChatId
    waits: bool
    """Nobody of that desk has it."""
    released: Handler | None = None
    """Who had it until then, and cannot work on it there."""


def retold(petition: Petition, said: Sequence[CaseMessage], chat: ChatId) -> list[OutboxItem]:
    """All there is to know of a case, for a chat that works on it from now on; what it has heard already is left out.

    Words of residents are the rows they were at first, one a chat; of what they have corrected the last words alone.
    Of the staff's those written elsewhere are told.
    """
    items = case_content(petition, chat)
    last = {_first(message): message.id for message in said}
    for message in said:
        if message.author in BY_PEOPLE:
            place = CardPlace(petition_id=petition.id, chat_id=chat)
            if message.id == last[_first(message)]:
                after = petition.has_ended_by(message.at)
                items += to_staff(petition, message, [place], {chat: Priority.CARD}, afterword=after)
        elif message.source.startswith(BY_SIGNER):
            items += by_signer(petition, message, chat)
        elif not message.source.startswith(f"tg:{chat}:"):
            key = "staff-said-before" if message.author in BY_STAFF else "staff-noted-before"
            specs = message_specs(message, key, {"name": message.author_name}, ())
            items += [
                in_case(petition, chat, f"{TOLD}{message.id}:{chat}:{n}", spec, about=message.id)
                for n, spec in enumerate(specs)
            ]
    return [replace(item, priority=Priority.CARD) for item in items]


def by_signer(petition: Petition, message: CaseMessage, chat: ChatId) -> list[OutboxItem]:
    """Words for the staff of somebody who signs, whose name stands nowhere."""
    specs = message_specs(message, "staff-signer-adds", {"number": petition.number}, ())
    return [
        in_case(petition, chat, f"add:{message.id}:{chat}:{n}", spec, about=message.id) for n, spec in enumerate(specs)
    ]


def _first(message: CaseMessage) -> str:
    """Name the Telegram message in which something was said: an edit's source is the message's with more behind."""
    return ":".join(message.source.split(":")[:3])


def thanks(moved: Sequence[Moved]) -> dict[Handler, MessageSpec]:
    """What those are told whose cases have gone: which they were; one sentence each, however many."""
    numbers: dict[Handler, list[str]] = defaultdict(list)
    for case in moved:
        if case.released is not None:
            numbers[case.released].append(case.petition.number)
    return {
        handler: MessageSpec(
            "stand-in-released",
            {
                "name": handler.name,
                "user": str(handler.user_id),
                "numbers": " ".join(theirs[:NAMED]),
                "more": "yes" if len(theirs) > NAMED else "no",
                "count": len(theirs),
            },
        )
        for handler, theirs in numbers.items()
    }
