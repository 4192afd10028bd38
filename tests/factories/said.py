"""Petitions as they are written, and who writes them."""

from itertools import count
from typing import Any

from core.people.model import Resident, StaffChat
from core.petitions.draft import Draft
from core.petitions.model import Kind
from core.petitions.words import StaffWords
from core.shared.actor import ResidentActor, StaffActor
from core.shared.ids import MessageId, TelegramUserId
from core.shared.language import Language

_numbers = count(1)


def a_draft(**given: Any) -> Draft:
    values: dict[str, Any] = {
        "id": f"written{next(_numbers)}",
        "kind": Kind.COMPLAINT,
        "parts": ["楼道灯坏了"],
        "place": "3号楼",
    }
    return Draft(**{**values, **given})


def an_anonymous_draft(**given: Any) -> Draft:
    return a_draft(**{"kind": Kind.SUGGESTION, "anonymous": True, "code": "ABCD-EFGH-JKLM", **given})


def words(text: str = "明天来修", message_id: int | None = None, **given: Any) -> StaffWords:
    return StaffWords(text, MessageId(message_id or 10_000 + next(_numbers)), **given)


def actor_of(resident: Resident) -> ResidentActor:
    return ResidentActor(
        resident_id=resident.id,
        telegram_id=resident.telegram_id,
        name=resident.name,
        language=resident.language,
        language_chosen=resident.language_chosen,
        known=resident.ever_agreed,
    )


def staff_of(chat: StaffChat, user_id: int = 7001, name: str = "刘敏") -> StaffActor:
    return StaffActor(user_id=TelegramUserId(user_id), name=name, chat_id=chat.chat_id, language=Language.ZH_CN)
