"""Small builders: a valid object, with what the test is about given by keyword."""

from datetime import timedelta
from itertools import count
from typing import Any

from core.people.model import Level, Purpose, Resident, RosterEntry, StaffChat, Unit
from core.petitions.model import (
    Attachment,
    Author,
    CaseMessage,
    Event,
    FileKind,
    HistoryRow,
    Kind,
    Petition,
    Place,
    Stage,
)
from core.petitions.promises import Promises
from core.shared.ids import (
    AttachmentId,
    CaseMessageId,
    ChatId,
    DraftId,
    PetitionId,
    ResidentId,
    RosterId,
    TelegramUserId,
    UnitId,
)
from core.shared.language import Language
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from tests.fakes.world import START

_numbers = count(1)


def a_unit(**given: Any) -> Unit:
    n = next(_numbers)
    values = {
        "id": UnitId(f"unit{n}"),
        "parent_id": None,
        "level": Level.COMMUNITY,
        "name": f"幸福社区{n}",
        "invite": f"invite{n}",
    }
    return Unit(**{**values, **given})


def a_staff_chat(unit: Unit, **given: Any) -> StaffChat:
    values = {
        "chat_id": ChatId(-1_001_000_000_000 - next(_numbers)),
        "unit_id": unit.id,
        "purposes": frozenset({Purpose.DESK}),
        "title": "幸福社区值班室",
        "is_forum": True,
    }
    return StaffChat(**{**values, **given})


def a_resident(unit: Unit, **given: Any) -> Resident:
    n = next(_numbers)
    values = {
        "id": ResidentId(f"resident{n}"),
        "telegram_id": TelegramUserId(5_000_000_000 + n),
        "name": "王秀英",
        "language": Language.ZH_CN,
        "language_chosen": False,
        "unit_id": unit.id,
    }
    return Resident(**{**values, **given})


def a_roster_entry(unit: Unit, **given: Any) -> RosterEntry:
    values = {
        "id": RosterId(f"roster{next(_numbers)}"),
        "unit_id": unit.id,
        "name": "王秀英",
        "phone_cipher": b"sealed",
        "phone_hash": "hash",
    }
    return RosterEntry(**{**values, **given})


def some_promises(**given: Any) -> Promises:
    values = {
        "claim_by": START + timedelta(days=1),
        "reply_by": START + timedelta(days=7),
        "accept_by": START + timedelta(days=15),
        "answer_by": START + timedelta(days=60),
    }
    return Promises(**{**values, **given})


def a_petition(unit: Unit, resident: Resident | None = None, **given: Any) -> Petition:
    n = next(_numbers)
    values = {
        "id": PetitionId(f"petition{n}"),
        "number": f"XF-2026-{n:06d}",
        "draft_id": DraftId(f"draft{n}"),
        "kind": Kind.COMPLAINT if resident else Kind.SUGGESTION,
        "unit_id": unit.id,
        "resident_id": resident.id if resident else None,
        "text": "三号楼的路灯坏了，晚上看不见。",
        "place": Place("三号楼"),
        "submitted_at": START,
        "promises": some_promises(),
    }
    return Petition(**{**values, **given})


def an_attachment(**given: Any) -> Attachment:
    n = next(_numbers)
    values = {
        "id": AttachmentId(f"file{n}"),
        "kind": FileKind.PHOTO,
        "file_id": f"AgAD{n}",
        "name": f"{n}.jpg",
        "size": 1000,
    }
    return Attachment(**{**values, **given})


def a_message(petition: Petition, **given: Any) -> CaseMessage:
    n = next(_numbers)
    values = {
        "id": CaseMessageId(f"message{n}"),
        "petition_id": petition.id,
        "author": Author.RESIDENT,
        "author_name": "王秀英",
        "text": f"第{n}条",
        "at": START,
        "source": f"source{n}",
    }
    return CaseMessage(**{**values, **given})


def a_history_row(petition: Petition, **given: Any) -> HistoryRow:
    values = {
        "petition_id": petition.id,
        "event": Event.SUBMIT,
        "actor_kind": "resident",
        "actor_id": "resident1",
        "actor_name": "",
        "at": START,
        "from_stage": None,
        "to_stage": Stage.SUBMITTED,
    }
    return HistoryRow(**{**values, **given})


def an_item(chat_id: int, **given: Any) -> OutboxItem:
    values = {
        "dedupe": f"item{next(_numbers)}",
        "operation": Operation.SEND,
        "chat_id": ChatId(chat_id),
        "priority": Priority.REPLY,
        "spec": MessageSpec("receipt", {"number": "XF-2026-000001"}),
    }
    return OutboxItem(**{**values, **given})


def a_card_item(petition: Petition, chat_id: int, **given: Any) -> OutboxItem:
    values = {"operation": Operation.CARD, "priority": Priority.EDIT, "petition_id": petition.id, "spec": None}
    return an_item(chat_id, **{**values, **given})
