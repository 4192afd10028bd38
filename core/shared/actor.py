"""Who acts. Edges build actors only after checking who they are; use cases take them and ask the policies."""

from dataclasses import dataclass

from core.shared.ids import ChatId, ResidentId, TelegramUserId
from core.shared.language import Language

RESIDENT = "resident"
"""Stands in the audit for whoever acts in a case or place of their own: the audit is for ever, and names nobody so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentActor:
    """A person in a private chat with the bot."""

    resident_id: ResidentId
    telegram_id: TelegramUserId
    name: str
    language: Language
    language_chosen: bool = True
    consented: bool = True
    known: bool = True
    """Whether they have ever agreed; of whoever has not there is nothing under `resident_id` yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffActor:
    """A person who is, at this moment, a member of the bound staff chat `chat_id`."""

    user_id: TelegramUserId
    name: str
    chat_id: ChatId
    language: Language
