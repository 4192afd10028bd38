"""What `/find` has found, as the desk sees it."""

from datetime import tzinfo

from core.petitions.queue_pages import code, line
from core.petitions.search import MOST_READ
from core.petitions.usecases.searching import FoundPage
from core.shared.actions import Action
from core.shared.ids import ChatId
from core.shared.listed import Listed, Press
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, one_line

TYPED = 60
"""UTF-16 units of what was looked for."""


def list_found(found: FoundPage, zone: tzinfo, chat_id: ChatId) -> Listed:
    typed = excerpt(one_line(found.typed[:MOST_READ]), TYPED)
    if not found.total:
        return Listed(MessageSpec("found-nothing", {"words": typed}), [])
    lines: list[MessageSpec] = []
    for hit in found.hits:
        lines.append(MessageSpec("found-row", line(hit.row, zone, chat_id).args))
        lines.append(MessageSpec("found-line", {"where": Term(f"found-in-{hit.where}"), "words": hit.words}))
    turning = [
        Press(key, code(Action.FOUND, str(to)))
        for key, to in (("button-page-before", found.page - 1), ("button-page-after", found.page + 1))
        if 0 <= to < found.pages
    ]
    args: dict[str, Arg] = {"words": typed, "count": found.total, "page": found.page + 1, "pages": found.pages}
    return Listed(MessageSpec(f"found-{found.way}", args, more=lines), [turning] if turning else [])
