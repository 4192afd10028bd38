"""Where a case stands, in answer to whoever looked for it."""

from core.petitions import messages
from core.petitions.model import Petition
from core.shared.actions import Action, ActionCode
from core.shared.ids import ChatId, MessageId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.marks import short
from core.shared.messages import Arg, Button, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority


def case_found(
    petition: Petition,
    chat: ChatId,
    asked_by: MessageId,
    thread_id: ThreadId | None,
    link: str,
    *,
    with_team: bool = False,
) -> OutboxItem:
    """Where a case stands, in answer to whoever looked for it, wherever that was; `link` is its card's address.

    What is `with_team` the desk sees, and can take back.
    """
    args: dict[str, Arg] = {
        "number": petition.number,
        "kind": Term(f"kind-{petition.kind}"),
        "stage": messages.stage_for_staff(petition.stage),
        "mark": Term(f"mark-{petition.stage}"),
        "text": short(petition.words, messages.CARD_EXCERPT).simplest if petition.text else "—",
        "name": petition.handler.name if petition.handler else "",
        "taken": "yes" if petition.handler else "no",
        "link": link,
        "linked": "yes" if link else "no",
    }
    below = Button("button-category", ActionCode(Action.CATEGORY, petition.id).pack())
    more: list[MessageSpec] = []
    if with_team:
        below = Button("button-fetch", ActionCode(Action.FETCH, petition.id, petition.version).pack())
        more = [MessageSpec("case-with-team", {"team": Term(f"team-{petition.team}")})]
    return OutboxItem(
        dedupe=f"found:{chat}:{asked_by}",
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.REPLY,
        spec=MessageSpec("case-found", args, buttons=[[below]], more=more),
        petition_id=petition.id,
        role=LinkRole.CASE_TEXT,
        reply_to=asked_by,
        thread_id=thread_id,
        purge_at_once=petition.anonymous,
    )
