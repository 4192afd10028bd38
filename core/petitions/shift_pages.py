"""What somebody leaves at the end of a shift, and the offer of it, as the desk sees them."""

from collections.abc import Collection, Sequence
from datetime import tzinfo

from core.petitions.handover import Handover, Shift
from core.petitions.model import Event
from core.petitions.queue import QueueRow, packed_number
from core.petitions.queue_pages import IN_A_ROW, code, line
from core.shared.actions import Action
from core.shared.ids import ChatId
from core.shared.listed import Listed, Press
from core.shared.messages import Arg, MessageSpec
from core.shared.text import excerpt, one_line

NOTE = 60
"""UTF-16 units of a note."""
WORDS = 800
"""UTF-16 units of what is written behind the command."""
DONE = {
    "claimed": (Event.CLAIM, Event.TAKE_OVER),
    "said": (Event.REPLY, Event.ASK_MORE),
    "answered": (Event.ANSWER,),
    "closed": (Event.CLOSE,),
}
GIVE, LEAVE, PICK, SURE = "g", "l", "p", "y"


def list_shift(shift: Shift, name: str, words: str, left_out: Collection[str], zone: tzinfo, chat: ChatId) -> Listed:
    """Sum up a shift, with a box for each case, all of them ticked but those `left_out`."""
    rows = _boxes(shift.rows, left_out)
    if rows:
        give = Press("button-handover-give", code(Action.HAND_OVER, GIVE))
        rows.append([give, Press("button-handover-leave", code(Action.HAND_OVER, LEAVE))])
    return Listed(MessageSpec("handover", {"name": name}, more=_lines(shift, words, zone, chat)), rows)


def ask_leave(rows: Sequence[QueueRow], zone: tzinfo, chat: ChatId) -> Listed:
    """Whether they are sure that these go back to the queue."""
    buttons = _boxes(rows, ())
    buttons.append([Press("button-queue-sure", code(Action.HAND_OVER, f"{LEAVE}.{SURE}"), {"count": len(rows)})])
    lines = [line(row, zone, chat) for row in rows]
    return Listed(MessageSpec("handover-sure", {"count": len(rows)}, more=lines), buttons)


def offer(handover: Handover, rows: Sequence[QueueRow], words: str, zone: tzinfo) -> Listed:
    """The offer to the colleagues."""
    lines = [line(row, zone, handover.chat_id) for row in rows]
    args: dict[str, Arg] = {"user": handover.giver_id, "name": handover.giver_name, "count": len(rows)}
    button = Press("button-handover-take", code(Action.TAKE_HANDOVER, handover.id))
    return Listed(MessageSpec("handover-offer", args, more=[*lines, *_said(words)]), [[button]])


def _boxes(rows: Sequence[QueueRow], left_out: Collection[str]) -> list[list[Press]]:
    boxes = [
        Press(
            "button-queue-unpicked" if row.number in left_out else "button-queue-picked",
            code(Action.HAND_OVER, f"{PICK}.{packed_number(row.number)}.{int(row.number not in left_out)}"),
            {"number": row.number},
        )
        for row in rows
    ]
    return [boxes[at : at + IN_A_ROW] for at in range(0, len(boxes), IN_A_ROW)]


def taken(handover: Handover, name: str, rows: Sequence[QueueRow], why: Sequence[MessageSpec], zone: tzinfo) -> Listed:
    """What has become of the offer; `why` says why some of it did not change hands."""
    args: dict[str, Arg] = {"name": name, "giver": handover.giver_name, "count": len(rows)}
    lines = [line(row, zone, handover.chat_id) for row in rows]
    return Listed(MessageSpec("handover-done-by", args, more=[*lines, *why]), [])


def _lines(shift: Shift, words: str, zone: tzinfo, chat: ChatId) -> list[MessageSpec]:
    done: dict[str, Arg] = {name: sum(shift.done.get(e, 0) for e in events) for name, events in DONE.items()}
    lines = [MessageSpec("handover-done", done)]
    lines.append(MessageSpec("handover-hands", {"count": shift.total, "shown": len(shift.rows)}))
    for row in shift.rows:
        lines.append(line(row, zone, chat))
        if note := shift.notes.get(row.id):
            lines.append(MessageSpec("handover-note", {"text": excerpt(one_line(note), NOTE)}))
    return [*lines, *_said(words)]


def _said(words: str) -> list[MessageSpec]:
    return [MessageSpec("handover-words", {"text": excerpt(words, WORDS)})] if words.strip() else []
