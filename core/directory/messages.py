"""How an office looks, to residents and to the desk."""

from core.directory.model import TEXTS, Office
from core.shared.messages import MessageSpec, Term

SHOWN = tuple(name for name in TEXTS if name not in {"name", "words"})


def office_message(office: Office) -> MessageSpec:
    """Return everything that is known of an office, line by line."""
    lines = [MessageSpec(f"office-{name}", {"text": getattr(office, name)}) for name in SHOWN if getattr(office, name)]
    return MessageSpec("office", {"name": office.name, "kind": Term(f"office-kind-{office.kind}")}, more=lines)


def office_draft(office: Office) -> MessageSpec:
    """Return the same as residents will read it, with the words by which they find it."""
    shown = office_message(office)
    words = [MessageSpec("office-words", {"text": office.words})] if office.words else []
    return MessageSpec("office-look", more=[MessageSpec(shown.key, shown.args), *shown.more, *words])
