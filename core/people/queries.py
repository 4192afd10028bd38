"""What edges read about people: short reads of their own, outside any unit of work."""

from typing import Protocol

from core.shared.ids import ChatId
from core.shared.language import Language


class LanguageReader(Protocol):
    async def language_of(self, chat_id: ChatId, otherwise: Language = Language.ZH_CN) -> Language:
        """Return the staff chat's own language, else the resident's, else `otherwise`."""
        ...
