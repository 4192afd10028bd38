"""What is told about disclosures, to whom. Every function returns outbox items or specs; nothing here sends."""

from collections.abc import Sequence

from core.disclosure.model import Category, Item, Span, State, Version, span_args
from core.disclosure.privacy import personal
from core.disclosure.reading import hides, pages_of, searchable
from core.shared.actions import Action, ActionCode
from core.shared.ids import ChatId
from core.shared.messages import Arg, Button, MediaRef, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority

STAGES = {State.REVIEW: "s", State.FINANCE_REVIEW: "f"}
"""How the code of a review's button says which review it belongs to."""
REASONS = ("incomplete", "numbers", "privacy", "unreadable")
"""Reasons for sending back that are offered as buttons; their numbers are in buttons: only add to the end."""


def head_args(title: str, category: Category | None, span: Span | None) -> dict[str, Arg]:
    """Return what the first lines about an item need."""
    return {"title": title, "category": Term(f"news-category-{category or 'none'}"), **span_args(span)}


def review_code(action: Action, version: Version, more: str = "") -> str:
    """A review's button: which review, and which round of it was seen."""
    return ActionCode(action, f"{version.id}.{STAGES[version.state]}{more}", version.round).pack()


def to_chat(chat: ChatId, dedupe: str, spec: MessageSpec, priority: Priority = Priority.CARD) -> OutboxItem:
    return OutboxItem(dedupe=dedupe, operation=Operation.SEND, chat_id=chat, priority=priority, spec=spec)


def review_card(item: Item, version: Version, unit_name: str) -> MessageSpec:
    """The card under which reviewers decide."""
    args = head_args(version.title, item.category, item.span)
    args |= {"unit": unit_name, "name": version.author_name, "files": len(version.files), "number": item.number or ""}
    rows = [
        [
            Button("button-news-approve", review_code(Action.APPROVE, version)),
            Button("button-news-reject", review_code(Action.REJECT, version)),
        ]
    ]
    more = [MessageSpec("news-review-correction", args)] if item.current else []
    if personal(searchable(version)):
        more.append(MessageSpec("news-review-private"))
    if hides(version):
        more.append(MessageSpec("news-review-hides"))
    key = "news-review-finance" if version.state is State.FINANCE_REVIEW else "news-review"
    return MessageSpec(key, args, buttons=rows, more=[*more, MessageSpec("news-review-hint")])


def for_review(item: Item, version: Version, unit_name: str, chat: ChatId) -> list[OutboxItem]:
    """All of a version as residents will see it, then the card; in a chat that reviews."""
    begin = f"news:{version.id}:{version.round}:{version.state}"
    pages = pages_of(version) if not version.empty else []
    specs = [
        MessageSpec("news-review-text", {"index": n, "count": len(pages), "text": page.simplest})
        for n, page in enumerate(pages, 1)
        if page.text
    ]
    specs += [MessageSpec("no-text", media=file) for file in version.files]
    specs.append(review_card(item, version, unit_name))
    return [to_chat(chat, f"{begin}:{n}", spec) for n, spec in enumerate(specs)]


def told_rejected(version: Version, chat: ChatId, name: str, reason: Term | str) -> OutboxItem:
    """The desk is told why a version came back, and can go on with it."""
    go_on = [[Button("button-news-go-on", ActionCode(Action.PANEL, version.id).pack())]]
    spec = MessageSpec("news-rejected", {"title": version.title, "name": name, "reason": reason}, buttons=go_on)
    return to_chat(chat, f"news:{version.id}:{version.round}:rejected", spec)


def told_taken_back(version: Version, chat: ChatId, name: str) -> OutboxItem:
    spec = MessageSpec("news-taken-back", {"title": version.title, "name": name})
    return to_chat(chat, f"news:{version.id}:{version.round}:back", spec)


def told_passed_on(version: Version, chat: ChatId, name: str) -> OutboxItem:
    spec = MessageSpec("news-passed-on", {"title": version.title, "name": name})
    return to_chat(chat, f"news:{version.id}:{version.round}:passed", spec)


def told_published(item: Item, version: Version, chat: ChatId) -> OutboxItem:
    """The desk is told the number, and can print the sheet."""
    sheet = [[Button("button-news-sheet", ActionCode(Action.SHEET, item.id).pack())]]
    args: dict[str, Arg] = {"title": version.title, "number": item.number or "", "n": version.n}
    if item.board_until is not None:
        args["until"] = item.board_until
    return to_chat(chat, f"news:{version.id}:published", MessageSpec("news-published", args, buttons=sheet))


def sheet_ready(chat: ChatId, file: MediaRef, press: str) -> OutboxItem:
    spec = MessageSpec("news-sheet-ready", media=file)
    return to_chat(chat, f"news:sheet:{press}", spec, Priority.REPLY)


def panel(item: Item, version: Version, unit_name: str) -> MessageSpec:
    """What the desk sees of a draft: as residents will see it, and what is still missing."""
    args = head_args(version.title, item.category, item.span)
    text = pages_of(version)[0]
    args |= {"unit": unit_name, "files": len(version.files), "number": item.number or ""}
    large = any(not file.blob for file in version.files)
    more: Sequence[MessageSpec] = [
        *([MessageSpec("news-panel-text", {"text": text.simplest})] if text.text else []),
        *([MessageSpec("news-panel-files", args)] if version.files else []),
        *([MessageSpec("file-large")] if large else []),
        MessageSpec("news-panel-empty" if version.empty else "news-panel-add"),
    ]
    key = f"news-panel-{version.state.replace('_', '-')}"
    if version.state is not State.DRAFT:
        return MessageSpec(key, args)
    return MessageSpec("news-panel-correction" if item.current else key, args, more=more)
