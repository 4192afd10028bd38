"""What a staff member wrote in their group."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.petitions.model import Attachment
from core.petitions.parts import PENCIL
from core.shared.ids import ChatId, MessageId
from core.shared.marks import Mark, Marked


@dataclass(frozen=True, slots=True)
class StaffWords:
    """What a staff member wrote in the group, and where: the message that gets the tick when it has arrived."""

    text: str
    message_id: MessageId
    attachments: Sequence[Attachment] = ()
    album: str = ""
    """The album the message is a part of; all parts are meant alike."""
    edition: int = 0
    """Of an edited message the number of its update: each edit is something new to say, the same one twice is not."""
    marks: tuple[Mark, ...] = ()
    """What the writer made of the text."""
    answers: int = 0
    """The message of the chat that it answers; 0 where it answers none."""
    quotes: bool = False
    """Whether words picked out of that message go along."""

    @property
    def said(self) -> Marked:
        return Marked(self.text, self.marks)

    def saying(self, words: Marked) -> "StaffWords":
        """Return the same with other words."""
        return replace(self, text=words.text, marks=words.marks)

    def source(self, chat_id: ChatId) -> str:
        """Name what was said: the same message, or the same edit of it, twice is one."""
        return f"{self.first(chat_id)}:{self.edition}" if self.edition else self.first(chat_id)

    def first(self, chat_id: ChatId) -> str:
        """Name what the message said before any edit."""
        return f"tg:{chat_id}:{self.message_id}"

    @property
    def corrected(self) -> Marked:
        """The words, with the pencil if they correct others."""
        return self.said.behind(PENCIL) if self.edition else self.said
