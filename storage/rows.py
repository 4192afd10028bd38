"""Rows into domain objects and back; the one place that knows both shapes."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any, TypeAlias

from sqlalchemy import CursorResult, Executable, RowMapping, case, exists, select

from core.people.model import BindCode, Level, PaperCode, Purpose, Resident, Role, RosterEntry, StaffChat, Unit
from core.petitions.model import (
    DUE_STAGES,
    OUTSIDE_STAGES,
    WAITING_STAGES,
    Attachment,
    Author,
    CaseMessage,
    Event,
    FileKind,
    Handler,
    HistoryRow,
    Kind,
    Petition,
    Place,
    Stage,
)
from core.petitions.party import Call, Party, PartyRole
from core.petitions.promises import Promises
from core.petitions.queue import queue_at
from core.shared.ids import CaseMessageId, PetitionId
from core.shared.language import Language
from core.shared.marks import read_back, write_down
from storage.tables import attachments, case_messages, merges, petitions, staff_chats
from storage.work import Values

Run: TypeAlias = Callable[[Executable], Awaitable[CursorResult[Any]]]
"""How a statement is run: in a unit of work or in a reader's snapshot."""

DUE = case(
    (petitions.c.stage.in_(WAITING_STAGES), petitions.c.claim_by),
    (petitions.c.stage.in_(DUE_STAGES), petitions.c.reply_by),
    (petitions.c.stage.in_(OUTSIDE_STAGES), petitions.c.review_by),
)
"""What was promised next: that somebody takes the case, then that they reply; nothing once it is answered."""
MERGED = exists().where(merges.c.petition_id == petitions.c.id)
"""It is answered with another case: nobody waits for it by itself, so it is in no queue and none of its dates count."""
HANDLER_HERE = case((petitions.c.handler_unit == staff_chats.c.unit_id, petitions.c.handler_name))
"""Who has a case, if they took it in the desk of this staff chat: of another desk nobody can work on it here."""

_PROMISES = (
    "claim_by",
    "reply_by",
    "accept_by",
    "answer_by",
    "calendar_certain",
    "claim_days",
    "reply_days",
    "extended_days",
    "calendar_stamp",
    "pledged_at",
)
_PLAIN = (
    "id",
    "number",
    "draft_id",
    "unit_id",
    "resident_id",
    "text",
    "submitted_at",
    "access_hash",
    "version",
    "accepted_at",
    "closed_at",
    "about",
    "about_name",
    "review_by",
    "same_as",
    "category",
    "unnamed",
    "verdict",
    "team",
    "urgent",
    "mandate",
)


def unit_of(row: RowMapping) -> Unit:
    return Unit(**{**row, "level": Level(row["level"])})


def staff_chat_of(row: RowMapping, purposes: Iterable[str], teams: Iterable[str]) -> StaffChat:
    known = {"purposes": frozenset(map(Purpose, purposes)), "teams": frozenset(teams)}
    return StaffChat(**{**row, **known, "language": Language(row["language"])})


def bind_code_of(row: RowMapping) -> BindCode:
    return BindCode(**{**row, "purpose": Purpose(row["purpose"])})


def resident_of(row: RowMapping) -> Resident:
    return Resident(**{**row, "language": Language(row["language"])})


def roster_entry_of(row: RowMapping, roles: Iterable[str]) -> RosterEntry:
    return RosterEntry(**{**row, "roles": frozenset(map(Role, roles))})


def paper_code_of(row: RowMapping) -> PaperCode:
    return PaperCode(**row)


def petition_of(row: RowMapping, files: Sequence[Attachment]) -> Petition:
    return Petition(
        **{name: row[name] for name in _PLAIN},
        kind=Kind(row["kind"]),
        stage=Stage(row["stage"]),
        place=Place(row["place_text"], row["latitude"], row["longitude"]),
        promises=Promises(**{name: row[name] for name in _PROMISES}),
        handler=_handler_of(row),
        attachments=tuple(files),
        marks=read_back(row["marks"]),
        party=_party_of(row),
        call=_call_of(row),
    )


def _call_of(row: RowMapping) -> Call | None:
    if row["call_when"] is None:
        return None
    return Call(when=row["call_when"], about=row["call_about"], tries=row["call_tries"])


def _party_of(row: RowMapping) -> Party | None:
    if row["party_role"] is None:
        return None
    names = ("name", "phone", "phone_hash", "room")
    return Party(role=PartyRole(row["party_role"]), **{name: row[f"party_{name}"] for name in names})


def _handler_of(row: RowMapping) -> Handler | None:
    if row["handler_id"] is None:
        return None
    return Handler(user_id=row["handler_id"], name=row["handler_name"], unit_id=row["handler_unit"])


def petition_values(petition: Petition) -> Values:
    handler, party = petition.handler, petition.party
    return {
        **{name: getattr(petition, name) for name in _PLAIN},
        **{name: getattr(petition.promises, name) for name in _PROMISES},
        "kind": petition.kind,
        "stage": petition.stage,
        "place_text": petition.place.text,
        "latitude": petition.place.latitude,
        "longitude": petition.place.longitude,
        "handler_id": handler.user_id if handler else None,
        "handler_name": handler.name if handler else None,
        "handler_unit": handler.unit_id if handler else None,
        "marks": write_down(petition.marks),
        "queue_at": queue_at(petition),
        "call_when": petition.call.when if petition.call else None,
        "call_about": petition.call.about if petition.call else None,
        "call_tries": petition.call.tries if petition.call else 0,
        "party_role": party.role if party else None,
        "party_name": party.name if party else "",
        "party_phone": party.phone if party else None,
        "party_phone_hash": party.phone_hash if party else None,
        "party_room": party.room if party else "",
    }


def attachment_of(row: RowMapping) -> Attachment:
    names = ("id", "file_id", "blob_id", "name", "size", "unique_id")
    return Attachment(**{name: row[name] for name in names}, kind=FileKind(row["kind"]))


def attachment_values(
    files: Sequence[Attachment], petition_id: PetitionId, message_id: CaseMessageId | None
) -> list[Values]:
    return [{**asdict(file), "petition_id": petition_id, "case_message_id": message_id} for file in files]


def history_of(row: RowMapping) -> HistoryRow:
    names = ("petition_id", "actor_kind", "actor_id", "actor_name", "at", "reason", "unit_id")
    return HistoryRow(
        **{name: row[name] for name in names},
        event=Event(row["event"]),
        from_stage=None if row["from_stage"] is None else Stage(row["from_stage"]),
        to_stage=Stage(row["to_stage"]),
    )


def case_message_of(row: RowMapping, files: Sequence[Attachment]) -> CaseMessage:
    names = ("id", "petition_id", "author_name", "text", "at", "source", "unit_id")
    return CaseMessage(
        **{name: row[name] for name in names},
        author=Author(row["author"]),
        attachments=tuple(files),
        marks=read_back(row["marks"]),
    )


def case_message_values(message: CaseMessage) -> Values:
    names = [column.name for column in case_messages.c if column.name not in {"seq", "marks"}]
    return {**{name: getattr(message, name) for name in names}, "marks": write_down(message.marks)}


async def petition_files(run: Run, petition_id: PetitionId) -> Sequence[Attachment]:
    """Return what was filed with the petition itself, in the order it was sent."""
    of_petition = (attachments.c.petition_id == petition_id) & attachments.c.case_message_id.is_(None)
    rows = await run(select(attachments).where(of_petition).order_by(attachments.c.seq))
    return [attachment_of(row) for row in rows.mappings()]


async def messages_where(run: Run, condition: Any) -> Sequence[CaseMessage]:  # noqa: ANN401 - an SQL condition
    """Return messages with their files, oldest first, in two statements however many there are."""
    rows = (await run(select(case_messages).where(condition).order_by(case_messages.c.seq))).mappings().all()
    files: dict[str, list[Attachment]] = {row["id"]: [] for row in rows}
    if rows:
        wanted = select(attachments).where(attachments.c.case_message_id.in_(files)).order_by(attachments.c.seq)
        for row in (await run(wanted)).mappings():
            files[row["case_message_id"]].append(attachment_of(row))
    return [case_message_of(row, files[row["id"]]) for row in rows]
