"""What is said about a case, to whom. Every function returns outbox items; nothing here sends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import groupby

from core.petitions.model import CaseMessage, Kind, Petition, Stage
from core.petitions.parts import PIECE, cards_of, in_album, media, risk_lines, size_lines
from core.petitions.places import CardPlace
from core.petitions.queries import DueCase
from core.shared.actions import Action, ActionCode
from core.shared.actor import ResidentActor, StaffActor
from core.shared.clock import Clock, local_day
from core.shared.ids import CaseMessageId, ChatId, MessageId, TelegramUserId
from core.shared.link_roles import LinkRole
from core.shared.marks import split_marked
from core.shared.messages import Arg, Button, MediaRef, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.text import utf16_len

CARD_EXCERPT = 900
"""UTF-16 units of the petition shown on its card; a longer text follows in full below it."""


CONTENT = "content"
"""How the dedupe key of every part of a petition's content begins; it ends with the part's place among them."""


def case_buttons(petition: Petition) -> list[list[Button]]:
    """What a resident can do under any message about their case."""
    subject = petition.id
    rows = [[Button("button-show-case", ActionCode(Action.SHOW_CASE, subject).pack())]]
    if petition.open:
        rows[0].append(Button("button-add-to-case", ActionCode(Action.ADD_TO_CASE, subject).pack()))
    return rows


def _receipt_key(petition: Petition) -> str:
    if petition.call is not None:
        return "receipt-call"
    if petition.urgent:
        return "receipt-urgent"
    return "receipt" if petition.promises.pledges_reply else "receipt-by-law"


def receipt(
    petition: Petition, author: ResidentActor, unit_name: str, zone: tzinfo, back: Sequence[MessageSpec] = ()
) -> OutboxItem:
    """The resident's receipt: number and promised dates, both names where it is for somebody else, and `back` when.

    Of a mediation it says how the other party is invited: nothing begins before.
    """
    promises, party = petition.promises, petition.party
    both = [MessageSpec("receipt-for", {"author": author.name, "name": party.name})] if party and party.name else []
    more = [] if promises.calendar_certain else [MessageSpec("receipt-calendar-uncertain")]
    more += [MessageSpec("receipt-mediation")] if petition.kind is Kind.MEDIATION else []
    more += back
    spec = MessageSpec(
        _receipt_key(petition),
        {
            "claim-at": promises.claim_by,
            "reply-at": promises.reply_by,
            "number": petition.number,
            "kind": Term(f"kind-{petition.kind}"),
            "unit": unit_name,
            "claim": local_day(promises.claim_by, zone),
            "reply": local_day(promises.reply_by, zone),
            "accept": local_day(promises.accept_by, zone),
            "answer": local_day(promises.answer_by, zone),
        },
        buttons=case_buttons(petition),
        more=[*both, *more],
    )
    return OutboxItem(
        dedupe=f"receipt:{petition.id}",
        operation=Operation.SEND,
        chat_id=ChatId(author.telegram_id),
        priority=Priority.REPLY,
        spec=spec,
        petition_id=petition.id,
        role=LinkRole.RECEIPT,
    )


def in_case(
    petition: Petition,
    chat: ChatId,
    dedupe: str,
    spec: MessageSpec,
    *,
    priority: Priority = Priority.REPLY,
    about: CaseMessageId | None = None,
    reply_to: MessageId | None = None,
) -> OutboxItem:
    """Say something in the case's topic or under its card; `about` is the message of the case that it carries."""
    return OutboxItem(
        dedupe=dedupe,
        operation=Operation.SEND,
        chat_id=chat,
        priority=priority,
        spec=spec,
        petition_id=petition.id,
        to_case=True,
        role=LinkRole.CASE_TEXT,
        case_message_id=about,
        reply_to=reply_to,
        purge_at_once=petition.anonymous,
    )


ACCEPTED = ("notice-accepted", "notice-accepted-late", "notice-accepted-law")
TAKEN_ON = ("notice-taken-on", "notice-taken-on-late", "notice-taken-on-law")
"""Each: where a pledge holds, where it is past already, where only the law's limit does."""


def taken(
    petition: Petition, chat: TelegramUserId, keys: tuple[str, str, str], unit: str, name: str, clock: Clock
) -> OutboxItem:
    """Say who has a case, and until when it is answered by what holds there."""
    promises, today = petition.promises, local_day(clock.now(), clock.zone)
    pledged, late, law = keys
    reply, answer = local_day(promises.reply_by, clock.zone), local_day(promises.answer_by, clock.zone)
    key = (late if reply < today else pledged) if promises.pledges_reply else law
    return notice(petition, chat, key, unit=unit, name=name, reply=reply, answer=answer)


def card(
    petition: Petition,
    chat: ChatId,
    *,
    first: bool = False,
    occasion: str = "",
    said: MessageSpec | None = None,
    ahead: bool = False,
) -> OutboxItem:
    """Bring the card in `chat` up to date; the worker renders what the database says at that moment.

    `occasion` names what changed where it was not the petition. `said` stands on the card as it is first sent, with its
    further lines behind it: whom it calls, what it is like. What is drawn later leaves it out, and so does a card that
    is made for words about the case: `ahead` of them goes what has any already.
    """
    return OutboxItem(
        dedupe=f"card:{petition.id}:{chat}:{occasion or petition.version}",
        operation=Operation.CARD,
        chat_id=chat,
        priority=(Priority.REPLY if petition.urgent or ahead else Priority.CARD) if first else Priority.EDIT,
        spec=said,
        petition_id=petition.id,
        role=LinkRole.CARD,
        purge_at_once=petition.anonymous,
    )


def card_past_day(case: DueCase) -> OutboxItem:
    """Draw a card anew because the day that was pledged for its case is over."""
    return OutboxItem(
        dedupe=f"card:{case.id}:{case.chat_id}:past:{case.due.isoformat()}",
        operation=Operation.CARD,
        chat_id=case.chat_id,
        priority=Priority.EDIT,
        petition_id=case.id,
        role=LinkRole.CARD,
        purge_at_once=case.anonymous,
    )


def refresh_cards(petition: Petition, places: Sequence[CardPlace], *, not_before: float = 0.0) -> list[OutboxItem]:
    """Bring every card up to date; for words that are gathered until `not_before` not earlier, and behind all else."""
    cards = [card(petition, place.chat_id) for place in places]
    return [replace(item, priority=Priority.BRIEF, not_before=not_before) for item in cards] if not_before else cards


def link_of(chat: ChatId, message_id: int | None) -> str:
    """Return the address of a message, as Telegram links messages of a supergroup; "" as long as it was not sent."""
    return f"https://t.me/c/{str(chat).removeprefix('-100')}/{message_id}" if message_id else ""


def case_content(petition: Petition, chat: ChatId, again: str = "") -> list[OutboxItem]:
    """The petition's full text (if the card cannot show it), position, contacts and files, below the card.

    `again` names the occasion on which they are sent once more, because the topic they stood in was deleted.
    """
    specs: list[MessageSpec] = []
    if utf16_len(petition.text) > CARD_EXCERPT:
        pieces = split_marked(petition.words, PIECE)
        specs += [
            MessageSpec("card-full-text", {"index": n, "count": len(pieces), "text": piece.simplest})
            for n, piece in enumerate(pieces, 1)
        ]
    if petition.place.latitude is not None:
        position = f"{petition.place.latitude},{petition.place.longitude}"
        specs.append(MessageSpec("no-text", media=MediaRef("location", name=position)))
    specs += cards_of(petition.marks)
    files = petition.attachments
    specs += [MessageSpec("no-text", media=media(a), more=[*size_lines(a), *risk_lines(a)]) for a in files]
    runs = groupby(range(len(specs)), lambda n: in_album(petition.id, CONTENT + again, specs[n]))
    albums = [f"{name}:{run}" if name else "" for run, (name, members) in enumerate(runs) for _ in members]
    key = f"{CONTENT}{again and f':{again}'}:{petition.id}:{chat}"
    items = [in_case(petition, chat, f"{key}:{n}", spec, priority=Priority.CARD) for n, spec in enumerate(specs)]
    return [replace(item, album=album) for item, album in zip(items, albums, strict=True)]


def notice(petition: Petition, chat: TelegramUserId, key: str, **args: Arg) -> OutboxItem:
    """A short word to the resident about a change, once per version of the case."""
    return OutboxItem(
        dedupe=f"notice:{petition.id}:{petition.version}:{key}",
        operation=Operation.SEND,
        chat_id=ChatId(chat),
        priority=Priority.REPLY,
        spec=MessageSpec(key, {"number": petition.number, **args}, buttons=case_buttons(petition)),
        petition_id=petition.id,
        role=LinkRole.RESIDENT_COPY,
    )


def prompt(
    petition: Petition, actor: StaffActor, role: LinkRole, dedupe: str, key: str, chosen: str = ""
) -> OutboxItem:
    """Ask a staff member by `key`, with a mention, to answer this message; what that means is remembered with it."""
    args: dict[str, Arg] = {
        "number": petition.number,
        "name": actor.name,
        "user": str(actor.user_id),
        "chosen": chosen,
    }
    return OutboxItem(
        dedupe=dedupe,
        operation=Operation.SEND,
        chat_id=actor.chat_id,
        priority=Priority.REPLY,
        spec=MessageSpec(key, args, force_reply=True),
        petition_id=petition.id,
        to_case=True,
        role=role,
    )


def note_kept(petition: Petition, note: CaseMessage, chat: ChatId, reply_to: MessageId, *, was_out: bool) -> OutboxItem:
    """Tell the writer that the note stays inside, and of one that `was_out` that too late; answers are notes too."""
    return OutboxItem(
        dedupe=f"note:{note.id}",
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.REPLY,
        spec=MessageSpec("staff-edit-seen" if was_out else "staff-note-kept", {"number": petition.number}),
        petition_id=petition.id,
        to_case=True,
        role=LinkRole.PROMPT_NOTE,
        reply_to=reply_to,
    )


def staff_word(
    petition: Petition, chat: ChatId, key: str, dedupe: str, reply_to: MessageId | None = None, **args: Arg
) -> OutboxItem:
    """A short word to the staff in the case's topic or under its card."""
    return in_case(petition, chat, dedupe, MessageSpec(key, {"number": petition.number, **args}), reply_to=reply_to)


def kept_for_code(
    petition: Petition, message: CaseMessage, chat: ChatId, reply_to: MessageId, *, not_before: float, edition: int
) -> OutboxItem:
    """Tell the writer that an anonymous author finds the words by the code; as long as it is held, they do not."""
    dedupe = f"kept:{message.id}" + (f":{edition}" if edition else "")
    key = "staff-kept-for-code" if petition.anonymous else "staff-kept-for-walk-in"
    word = staff_word(petition, chat, key, dedupe, reply_to)
    return replace(word, case_message_id=message.id, not_before=not_before)


def stage_for_staff(stage: Stage) -> Term:
    """Name a stage from the desk's side: "waiting for you" would be the desk."""
    return Term("stage-more_info-staff" if stage is Stage.MORE_INFO else f"stage-{stage}")


def urgent_below(petition: Petition, chat: ChatId, unit_name: str, occasion: str) -> OutboxItem:
    """Tell the level above, once an `occasion`, that something urgent waits below, without what it is about."""
    args: dict[str, Arg] = {"number": petition.number, "unit": unit_name, "at": petition.promises.claim_by}
    return OutboxItem(
        dedupe=f"urgent-below:{petition.id}:{occasion}:{chat}",
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.REPLY,
        spec=MessageSpec("urgent-below", args),
    )
