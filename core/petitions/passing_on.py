"""What is said in a case, on its way to the other side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.petitions.authors import Author
from core.petitions.gathering import Turn
from core.petitions.messages import case_buttons, in_case
from core.petitions.model import CaseMessage, FileKind, Petition
from core.petitions.parts import in_album, message_specs
from core.petitions.places import CardPlace
from core.shared.ids import ChatId, MessageId, TelegramUserId
from core.shared.link_roles import LinkRole
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority

AT_ONCE_ALONE = Turn()
NOBODY = "—"
"""Stands where a name stood."""
AT_ONCE = 10
"""Words of one case that may wait before those of other cases: as many as an album has pictures."""


def in_turn(waiting: Sequence[Priority]) -> Priority:
    """Return when a resident's further words go, behind those of theirs that wait.

    What comes after many of them comes after other cases, and never before those.
    """
    return max([Priority.EDIT if len(waiting) >= AT_ONCE else Priority.REPLY, *waiting])


def to_staff(
    petition: Petition,
    message: CaseMessage,
    places: Sequence[CardPlace],
    turns: Mapping[ChatId, Priority],
    *,
    afterword: bool = False,
    album: str = "",
    not_before: float = 0.0,
    gathered: Turn = AT_ONCE_ALONE,
) -> list[OutboxItem]:
    """A resident's further message, into every staff chat that has the case; `turns` says when in each.

    A part of an album waits for the rest, what is `gathered` for its like. An `afterword`, said when the case was
    closed, goes behind all else.
    """
    key = "staff-resident-adds-anonymous" if petition.anonymous else "staff-resident-adds"
    key = "gm-staff-other-adds" if message.author is Author.OTHER else key
    key = "staff-afterword" if afterword else key
    specs = message_specs(message, key, {"name": message.author_name, "number": petition.number}, ())
    items = [
        replace(
            in_case(petition, place.chat_id, f"add:{message.id}:{place.chat_id}:{n}", spec, about=message.id),
            spec=replace(spec, quiet=afterword),
            priority=Priority.BRIEF if afterword else turns[place.chat_id],
            not_before=not_before,
            album=in_album(petition.id, album, spec),
        )
        for place in places
        for n, spec in enumerate(specs)
    ]
    return [gathered.of(item) for item in items]


def unnamed_spec(spec: MessageSpec) -> MessageSpec:
    """Return what waits for a staff chat without the name of the resident who said it, and of their file."""
    media = spec.media
    if media is not None and media.kind in set(FileKind):
        media = replace(media, name="")
    said = spec.key.startswith(("staff-resident-adds", "staff-afterword"))
    return replace(spec, media=media, args={**spec.args, "name": NOBODY} if said else spec.args)


def without_name(spec: MessageSpec, name: str) -> MessageSpec:
    """Return what waits for a staff chat without a name that is all an argument says."""
    args: dict[str, Arg] = {key: NOBODY if value == name else value for key, value in spec.args.items()}
    return replace(spec, args=args, more=[without_name(line, name) for line in spec.more])


def to_resident(
    petition: Petition,
    message: CaseMessage,
    chat: TelegramUserId,
    key: str,
    unit_name: str,
    origin: tuple[ChatId, MessageId] | None = None,
    above: Sequence[Sequence[Button]] = (),
    *,
    album: str = "",
    not_before: float = 0.0,
    edition: int = 0,
) -> list[OutboxItem]:
    """A staff message in the resident's chat; the writer sees a reaction when all its parts have arrived.

    `above` are buttons besides those of any case. `edition` numbers what takes the place of earlier words of the same
    message that were held.
    """
    args: dict[str, Arg] = {"number": petition.number, "name": message.author_name, "unit": unit_name}
    specs = message_specs(message, key, args, [*above, *case_buttons(petition)])
    return [
        OutboxItem(
            dedupe=f"reply:{message.id}:{n}" + (f":{edition}" if edition else ""),
            operation=Operation.SEND,
            chat_id=ChatId(chat),
            priority=Priority.REPLY,
            spec=spec,
            petition_id=petition.id,
            role=LinkRole.RESIDENT_COPY,
            case_message_id=message.id,
            origin_chat=origin[0] if origin else None,
            reply_to=origin[1] if origin else None,
            not_before=not_before,
            album=in_album(petition.id, album, spec),
        )
        for n, spec in enumerate(specs)
    ]


def among_staff(
    petition: Petition, note: CaseMessage, places: Sequence[CardPlace], key: str, **args: Arg
) -> list[OutboxItem]:
    """What was noted in another chat, with its files, in the chats that work on the case."""
    specs = message_specs(note, key, args, ())
    return [
        in_case(petition, place.chat_id, f"noted:{note.id}:{place.chat_id}:{n}", spec, about=note.id)
        for place in places
        for n, spec in enumerate(specs)
    ]
