"""What is said about reports outside of the windows in which they are read: never a word of one, and of whom to nobody.

The keys of the outbox are random and its rows are purged at once: what was sent, or could not be, names no report.
"""

from collections.abc import Sequence
from datetime import date, tzinfo

from core.reports.model import Report
from core.shared.actions import Action, ActionCode
from core.shared.clock import local_day
from core.shared.ids import ChatId, IdSource, TelegramUserId
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority

LINK = "j_"
"""Begins the number of a report in a link that opens the private chat."""


def _word(chat: int, ids: IdSource, spec: MessageSpec, priority: Priority = Priority.CARD) -> OutboxItem:
    return OutboxItem(
        dedupe=f"word:{ids.new()}",
        operation=Operation.SEND,
        chat_id=ChatId(chat),
        priority=priority,
        spec=spec,
        purge_at_once=True,
    )


def open_button(report: Report, *, numbered: bool = False) -> Button:
    """The same for everybody who sees it: who may read is decided in the private chat."""
    label = report.number if numbered else "button-report-open"
    return Button(label, ActionCode(Action.OPEN_REPORT, report.number).pack())


def told_committee(report: Report, chat: ChatId, ids: IdSource, zone: tzinfo) -> OutboxItem:
    accept, answer = local_day(report.accept_by, zone), local_day(report.answer_by, zone)
    days: dict[str, Arg] = {"number": report.number, "accept": accept, "answer": answer}
    return _word(chat, ids, MessageSpec("report-notice", days, [[open_button(report)]]))


def told_reviewer(report: Report, account: TelegramUserId, ids: IdSource, zone: tzinfo) -> OutboxItem:
    day = local_day(report.due, zone)
    return _word(
        account, ids, MessageSpec("report-drawn", {"number": report.number, "day": day}, [[open_button(report)]])
    )


def told_author(account: TelegramUserId, ids: IdSource) -> OutboxItem:
    """Something has happened; which report it is stands in the window."""
    return _word(account, ids, MessageSpec("report-news"), Priority.REPLY)


def reminder(chat: ChatId, ids: IdSource, rows: Sequence[MessageSpec], today: date) -> OutboxItem:
    return _word(chat, ids, MessageSpec("report-reminder", {"day": today}, more=rows), Priority.BRIEF)
