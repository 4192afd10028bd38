"""What a delivery brings about in turn: rules of the outbox, the same for every kind of storage."""

from collections.abc import Sequence
from itertools import accumulate

from core.shared.ids import ChatId, PetitionId, ThreadId
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked
from core.shared.messages import MessageSpec
from core.shared.outbox import ClaimedItem, Operation, OutboxItem, Priority
from core.shared.text import utf16_len

LARGEST_ALBUM = 10
"""Parts at most, by Telegram's rule."""
GATHERED = 3_600
"""UTF-16 units of words that are gathered into one message; the frame around them stays below Telegram's 4096."""
MOST_WORDS = 60
"""Messages gathered into one at most."""
TOLD = "told:"
"""How the dedupe key of what is told again in another chat begins; it is told anew wherever it is wanted."""


def stays_behind(item: OutboxItem) -> bool:
    """Tell whether what waits for a staff chat means nothing in another that takes over the case.

    A card is drawn anew there, and calls whom that chat calls.
    """
    answers = item.operation is Operation.SEND and not item.to_case
    asks = item.role is not None and item.role.asks
    return item.operation in {Operation.REACT, Operation.CARD} or answers or asks or item.dedupe.startswith(TOLD)


def goes_with(part: OutboxItem, head: OutboxItem) -> bool:
    """Tell whether two items are of one album in one chat."""
    return bool(head.album) and (part.chat_id, part.album) == (head.chat_id, head.album)


def parts_of(head: ClaimedItem, due: Sequence[ClaimedItem]) -> tuple[ClaimedItem, ...]:
    """Return what goes out with a row, of what is due."""
    parts = [row for row in due if goes_with(row.item, head.item)]
    return tuple(parts[: room_for(head.item, [row.item for row in parts])])


def room_for(head: OutboxItem, parts: Sequence[OutboxItem]) -> int:
    """Return how many of the parts go with the first: of an album as Telegram takes, of words as one message holds."""
    if not head.all_words:
        return LARGEST_ALBUM - 1
    sizes = accumulate((_size(item) for item in parts), initial=_size(head))
    fitting = sum(size <= GATHERED for size in sizes)
    return max(0, min(fitting - 1, MOST_WORDS - 1))


def _size(item: OutboxItem) -> int:
    """Return the room of gathered words in UTF-16 units; their frame is drawn once."""
    said = item.spec.args.get("text", "") if item.spec else ""
    return 1 + utf16_len(said.text if isinstance(said, Marked) else str(said))


def with_few_broadcasts(due: Sequence[ClaimedItem], most: int | None) -> list[ClaimedItem]:
    """Leave out broadcasts beyond so many, where that is said: who waits for an answer shall find the sender free."""
    others = [row for row in due if row.item.priority is not Priority.BROADCAST]
    many = [row for row in due if row.item.priority is Priority.BROADCAST]
    return [*others, *many[:most]]


def _reply(item: OutboxItem) -> str:
    """Name the whole reply an item carries a part of: its writer is told once, however many parts it has."""
    return item.case_message_id or item.dedupe


def leaves_no_trace(item: OutboxItem) -> bool:
    """Tell whether nothing may join the recipient with the case once this is sent."""
    return item.purge_at_once and item.chat_id > 0


def reaction(item: OutboxItem) -> OutboxItem | None:
    """Return the sign to put on a staff reply that arrived: to be written once all its parts have.

    `spec` says it in words, for groups that do not let us put the sign.
    """
    if item.role is not LinkRole.RESIDENT_COPY or item.origin_chat is None or item.reply_to is None:
        return None
    return OutboxItem(
        dedupe=f"react:{_reply(item)}",
        operation=Operation.REACT,
        chat_id=item.origin_chat,
        priority=Priority.EDIT,
        spec=MessageSpec("staff-reply-arrived"),
        petition_id=item.petition_id,
        to_case=True,
        role=LinkRole.CASE_TEXT,
        reply_to=item.reply_to,
    )


def failure_notice(item: OutboxItem) -> OutboxItem | None:
    """Return the word to whoever wrote a staff reply that it could not be delivered as it is."""
    if item.role is not LinkRole.RESIDENT_COPY or item.origin_chat is None:
        return None
    return OutboxItem(
        dedupe=f"failed:{_reply(item)}",
        operation=Operation.SEND,
        chat_id=item.origin_chat,
        priority=Priority.REPLY,
        spec=MessageSpec("staff-reply-failed"),
        petition_id=item.petition_id,
        to_case=True,
        role=LinkRole.CASE_TEXT,
        reply_to=item.reply_to,
    )


def refusal_notice(item: OutboxItem) -> OutboxItem | None:
    """Return the word to whoever wrote a staff reply that its recipient refuses messages; one for an album."""
    if item.role is not LinkRole.RESIDENT_COPY or item.origin_chat is None:
        return None
    return OutboxItem(
        dedupe=f"unreachable:{item.album or _reply(item)}",
        operation=Operation.SEND,
        chat_id=item.origin_chat,
        priority=Priority.REPLY,
        spec=MessageSpec("staff-reply-unreachable"),
        petition_id=item.petition_id,
        to_case=True,
        role=LinkRole.CASE_TEXT,
        reply_to=item.reply_to,
    )


def card_after_refusal(row: ClaimedItem, petition_id: PetitionId, chat_id: ChatId) -> OutboxItem:
    """Return the redrawing of a card that must now show that the resident cannot be reached."""
    return OutboxItem(
        dedupe=f"card:{petition_id}:{chat_id}:unreachable:{row.id}",
        operation=Operation.CARD,
        chat_id=chat_id,
        priority=Priority.EDIT,
        petition_id=petition_id,
    )


def card_after_move(petition_id: PetitionId, chat_id: ChatId) -> OutboxItem:
    """Return the drawing of an open case's card in the supergroup its staff chat became."""
    return OutboxItem(
        dedupe=f"card:{petition_id}:{chat_id}:moved",
        operation=Operation.CARD,
        chat_id=chat_id,
        priority=Priority.CARD,
        petition_id=petition_id,
    )


_ALERT = "alert:"
"""Begins the dedupe key of every word to the operators; what becomes of one of these alerts nobody."""


def dead_letter_alert(row: ClaimedItem, operators: ChatId) -> OutboxItem | None:
    """Return the word to those who run the service that a row will not be tried again; neither to whom nor what.

    Once an hour: where a whole group is gone, a thousand rows may end at once. What was revived is told of again, or
    whoever revived it would take it for mended.
    """
    if row.item.dedupe.startswith(_ALERT):
        return None
    when = f"{int(row.lease_until // 3_600)}" + (f":{row.revived}" if row.revived else "")
    return alert(f"dead:{when}", operators, MessageSpec("alert-dead-letter", {"row": str(row.id)}))


def incident_notice(
    update_id: int, incident: str, chat: ChatId, thread: ThreadId | None, otherwise: Language
) -> OutboxItem:
    """Return the word to whoever sent an update that could not be handled; once for each time it was set aside.

    `otherwise` is the language of whoever has chosen none. Once it is sent nothing tells who was told: what could not
    be handled may have been of an anonymous case.
    """
    return OutboxItem(
        dedupe=f"incident:{update_id}:{incident}",
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.REPLY,
        spec=MessageSpec("incident", {"incident": incident}, otherwise=otherwise),
        thread_id=thread,
        purge_at_once=True,
    )


def parked_alert(incident: str, operators: ChatId) -> OutboxItem:
    """Return the word to those who run the service that an update could not be handled."""
    return alert(f"parked:{incident}", operators, MessageSpec("alert-parked", {"incident": incident}))


def backlog_alert(key: str, rows: int, minutes: int, window: int, operators: ChatId) -> OutboxItem:
    """Return the word to those who run the service that a row has waited for long; `key` says where.

    One for each `window`: many rows may wait, and while Telegram is away these words wait too.
    """
    return alert(f"{key}:{window}", operators, MessageSpec(key, {"count": rows, "minutes": minutes}))


def alert(about: str, chat: ChatId, spec: MessageSpec) -> OutboxItem:
    """Return a word to an operators' chat, once for whatever it is `about`."""
    return OutboxItem(
        dedupe=f"{_ALERT}{about}:{chat}", operation=Operation.SEND, chat_id=chat, priority=Priority.REPLY, spec=spec
    )
