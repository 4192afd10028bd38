"""The queue as its desk sees it: one message with its buttons, made from a page by these functions and nowhere else."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import tzinfo
from enum import StrEnum

from core.petitions.categories import CATEGORIES
from core.petitions.messages import stage_for_staff
from core.petitions.queue import (
    AGES,
    KINDS_BY_PLACE,
    QueueFilter,
    QueuePage,
    QueueRow,
    QueueView,
    Scope,
    packed_number,
)
from core.shared.actions import Action, ActionCode
from core.shared.clock import local_day
from core.shared.ids import ChatId
from core.shared.listed import Listed, Press
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, one_line

ON_A_PAGE = 10
IN_A_ROW = 2
ROW_TEXT = 24
"""UTF-16 units of what a case is about."""


class Deed(StrEnum):
    """What can be done with several cases at once; the value stands in button codes: never rename."""

    CLAIM = "c"
    CLOSE = "x"
    REMIND = "r"


def list_queue(page: QueuePage, zone: tzinfo, chat_id: ChatId) -> Listed:
    """A page of the queue, with buttons to turn it, to look for less, and to choose several."""
    view, mine = page.view, page.view.wanted == QueueFilter(scope=Scope.MINE)
    key = "queue-mine" if mine else "queue"
    rows: list[list[Press]] = [_turning(page)]
    rows.append([_scope(view, scope) for scope in Scope])
    rows.append([_narrower(view, by) for by in ("k", "c", "t")])
    rows.append([Press("button-queue-choose", code(Action.QUEUE_PICK, f"{view.pack()}.."))] if page.rows else [])
    return Listed(
        MessageSpec(key if page.total else f"{key}-empty", {"count": page.total}, more=_lines(page, zone, chat_id)),
        [row for row in rows if row],
    )


def choose(page: QueuePage, zone: tzinfo, chat_id: ChatId, picked: Collection[str]) -> Listed:
    """The same page with a box for each case, and what can be done with those that are chosen."""
    rows = _boxes(page.view, [row.number for row in page.rows], picked)
    rows.append([Press(f"button-queue-all-{deed.name.lower()}", bulk(page.view, deed)) for deed in Deed])
    rows.append([Press("button-back", code(Action.QUEUE, page.view.pack()))])
    count = sum(row.number in picked for row in page.rows)
    return Listed(MessageSpec("queue-choose", {"count": count}, more=_lines(page, zone, chat_id)), rows)


def ask_deed(view: QueueView, rows: Sequence[QueueRow], deed: Deed, zone: tzinfo, chat_id: ChatId) -> Listed:
    """Whether they are sure; what is chosen stands in the boxes, which can still be taken out."""
    buttons = _boxes(view, [row.number for row in rows], [row.number for row in rows])
    buttons.append([Press("button-queue-sure", bulk(view, deed, sure=True), {"count": len(rows)})])
    buttons.append([Press("button-back", code(Action.QUEUE, view.pack()))])
    lines = [line(row, zone, chat_id) for row in rows]
    return Listed(MessageSpec(f"queue-sure-{deed.name.lower()}", {"count": len(rows)}, more=lines), buttons)


def menu(view: QueueView, by: str) -> Listed:
    """The kinds, categories or ages that can be looked for."""
    if by == "k":
        options = [(Term(f"kind-{kind}"), view.narrowed(kind=kind)) for kind in KINDS_BY_PLACE]
        whole = view.narrowed(kind=None)
    elif by == "c":
        options = [(Term(f"category-{each}"), view.narrowed(category=each)) for each in CATEGORIES]
        whole = view.narrowed(category=None)
    else:
        buttons = [
            Press("button-queue-age", code(Action.QUEUE, view.narrowed(age=days).pack()), {"days": days})
            for days in AGES
        ]
        return Listed(MessageSpec("queue-which-t"), [buttons[:IN_A_ROW], buttons[IN_A_ROW:], [_back(view)]])
    presses = [Press("button-queue-named", code(Action.QUEUE, to.pack()), {"name": name}) for name, to in options]
    presses.append(Press("button-queue-any", code(Action.QUEUE, whole.pack())))
    rows = [presses[at : at + IN_A_ROW] for at in range(0, len(presses), IN_A_ROW)]
    return Listed(MessageSpec("queue-which-k" if by == "k" else "queue-which-c"), [*rows, [_back(view)]])


def line(row: QueueRow, zone: tzinfo, chat_id: ChatId) -> MessageSpec:
    args: dict[str, Arg] = {
        **named(row, chat_id),
        "kind": Term(f"kind-{row.kind}"),
        "category": Term(f"category-{row.category}") if row.category else "",
        "sorted": "yes" if row.category else "no",
        "stage": stage_for_staff(row.stage),
        "text": excerpt(one_line(row.excerpt), ROW_TEXT),
        "name": row.handler_name or "",
        "taken": "yes" if row.handler_name else "no",
        "day": local_day(row.due, zone) if row.due else "",
        "dated": "yes" if row.due else "no",
    }
    return MessageSpec("queue-row", args)


def named(row: QueueRow, chat_id: ChatId) -> dict[str, Arg]:
    """Return mark and number of a case, and where its card stands."""
    link = card_link(chat_id, row.message_id)
    return {"mark": Term(f"mark-{row.stage}"), "number": row.number, "link": link, "linked": "yes" if link else "no"}


def card_link(chat_id: ChatId, message_id: int | None) -> str:
    """Return the address of a message of a supergroup; "" for one that is not sent yet."""
    return f"https://t.me/c/{str(chat_id).removeprefix('-100')}/{message_id}" if message_id else ""


def _lines(page: QueuePage, zone: tzinfo, chat_id: ChatId) -> list[MessageSpec]:
    wanted = page.view.wanted
    lines = [line(row, zone, chat_id) for row in page.rows]
    if not wanted.is_whole and wanted != QueueFilter(scope=Scope.MINE):
        lines.insert(0, MessageSpec("queue-filter", _said(wanted)))
    return lines


def _said(wanted: QueueFilter) -> dict[str, Arg]:
    return {
        "scope": Term(f"button-queue-{wanted.scope.name.lower()}"),
        "kind": Term(f"kind-{wanted.kind}") if wanted.kind else Term("button-queue-any"),
        "category": Term(f"category-{wanted.category}") if wanted.category else Term("button-queue-any"),
        "days": wanted.age,
    }


def _turning(page: QueuePage) -> list[Press]:
    marks = (("button-page-before", page.before), ("button-page-after", page.after))
    return [
        Press(key, code(Action.QUEUE, replace(page.view, mark=mark).pack())) for key, mark in marks if mark is not None
    ]


def _scope(view: QueueView, scope: Scope) -> Press:
    on = "button-queue-on" if view.wanted.scope is scope else "button-queue-named"
    name = Term(f"button-queue-{scope.name.lower()}")
    return Press(on, code(Action.QUEUE, view.narrowed(scope=scope).pack()), {"name": name})


def _narrower(view: QueueView, by: str) -> Press:
    return Press(f"button-queue-by-{by}", code(Action.QUEUE_BY, f"{view.pack()}.{by}"))


def _boxes(view: QueueView, numbers: Sequence[str], picked: Collection[str]) -> list[list[Press]]:
    presses = [
        Press(
            "button-queue-picked" if number in picked else "button-queue-unpicked",
            code(Action.QUEUE_PICK, f"{view.pack()}.{packed_number(number)}.{int(number in picked)}"),
            {"number": number},
        )
        for number in numbers
    ]
    return [presses[at : at + IN_A_ROW] for at in range(0, len(presses), IN_A_ROW)]


def bulk(view: QueueView, deed: Deed, *, sure: bool = False) -> str:
    return code(Action.QUEUE_ALL, f"{view.pack()}.{deed}{'.y' if sure else ''}")


def _back(view: QueueView) -> Press:
    return Press("button-back", code(Action.QUEUE, view.pack()))


def code(action: Action, subject: str) -> str:
    return ActionCode(action, subject).pack()
