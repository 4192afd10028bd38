"""An answer that is being written part by part: one for each case, whoever of the desk writes on it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from core.answers.parts import Part, missing
from core.people.model import Level
from core.petitions.menu import YES, code
from core.petitions.model import Attachment, Petition
from core.shared.actions import Action, ActionCode
from core.shared.ids import PetitionId
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked, short
from core.shared.messages import Button, MessageSpec, Term

PROMPT_OF: Mapping[Part, LinkRole] = {part: LinkRole(f"prompt_part_{part}") for part in Part}
SHOWN = 600
"""UTF-16 units of a part in the preview, so that it is one message; what is sent is whole."""
PREVIEW = "p"
"""Behind the case's id in a code of STEPS: show the preview in the message that bears the button."""


class Wording(Protocol):
    """What the catalogues say of answers; core has no words of its own."""

    def titles(self, language: Language) -> Mapping[Part, str]:
        """Return the title that stands above each part."""
        ...

    def review(self, level: Level, language: Language) -> str:
        """Return how to ask for review of what a unit of this level has answered."""
        ...

    @property
    def headings(self) -> Mapping[str, Part]:
        """Words by which parts are found in what is typed, folded, of all languages."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDraft:
    """`version` counts changes: a button sends only what its presser has seen."""

    petition_id: PetitionId
    parts: Mapping[Part, Marked] = field(default_factory=dict)
    files: tuple[Attachment, ...] = ()
    version: int = 1
    by_name: str = ""
    """Who wrote on it last."""
    at: datetime

    def with_files(self, files: Sequence[Attachment]) -> "AnswerDraft":
        """Return it with further pictures of an album whose words have been seen: a button sends these too."""
        kept = {file.id for file in self.files}
        return replace(self, files=(*self.files, *(file for file in files if file.id not in kept)))

    def with_part(self, part: Part, words: Marked, files: Sequence[Attachment], by: str, at: datetime) -> "AnswerDraft":
        parts = {**self.parts, part: words} if words.text else dict(self.parts)
        return replace(self.with_files(files), parts=parts, version=self.version + 1, by_name=by, at=at)

    def complete(self, review: str) -> Mapping[Part, Marked]:
        """Return the parts as they would be sent: how to ask for review stands there unless it was written anew."""
        return {Part.REVIEW: Marked(review), **self.parts}


class AnswerDraftRepository(Protocol):
    """Writes in the open unit of work and never commits. The case is locked by whoever changes its draft."""

    async def of(self, petition_id: PetitionId) -> AnswerDraft | None: ...

    async def put(self, draft: AnswerDraft) -> None:
        """Insert or replace."""
        ...

    async def drop(self, petition_id: PetitionId) -> bool:
        """Erase; tell whether there was one."""
        ...


def preview(petition: Petition, draft: AnswerDraft, review: str, *, needed: bool, refused: bool = False) -> MessageSpec:
    """Return the draft as staff see it, with what is still missing, and what can be done.

    `needed` says that all parts are; then there is no button to send it before they are there. `refused` says that
    it was one message, which could not go out like that.
    """
    lacking = missing(draft.parts)
    head = MessageSpec("answer-refused", {"part": Term(f"part-{lacking[0]}")}) if refused and lacking else None
    lines = [
        MessageSpec("answer-draft-part", {"title": Term(f"part-{part}"), "text": short(words, SHOWN).simplest})
        for part, words in ((part, draft.complete(review).get(part)) for part in Part)
        if words is not None
    ]
    lines += [MessageSpec("answer-draft-missing", {"part": Term(f"part-{part}")}) for part in lacking]
    if draft.files:
        lines.append(MessageSpec("answer-draft-files", {"count": len(draft.files)}))
    if lacking and not needed:
        lines.append(MessageSpec("answer-draft-may-go"))
    buttons = [
        Button(
            "button-part-add" if part in lacking else "button-part-edit",
            _code(Action.PART, petition, draft, part),
            args={"part": Term(f"part-{part}")},
        )
        for part in Part
    ]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    last = [Button("button-answer-drop", _code(Action.DROP_ANSWER, petition, draft))]
    if draft.parts and not (lacking and needed):
        last.insert(0, Button("button-answer-send", _code(Action.SEND_ANSWER, petition, draft)))
    title = MessageSpec("answer-draft", {"number": petition.number, "name": draft.by_name})
    first, *more = [head, title, *lines] if head else [title, *lines]
    return MessageSpec(first.key, first.args, buttons=[*rows, last], more=more)


def sure_to_drop(petition: Petition, draft: AnswerDraft) -> MessageSpec:
    """Return the question whether what was written is to be thrown away."""
    rows = [
        [Button("button-sure", _code(Action.DROP_ANSWER, petition, draft, YES))],
        [Button("button-back", code(Action.STEPS, petition, PREVIEW))],
    ]
    return MessageSpec("answer-drop-sure", {"number": petition.number}, buttons=rows)


def _code(action: Action, petition: Petition, draft: AnswerDraft, rest: str = "") -> str:
    return ActionCode(action, f"{petition.id}.{rest}" if rest else petition.id, draft.version).pack()


def hint(parts: Collection[Part], petition: Petition) -> MessageSpec | None:
    """Return the gentle word about what an answer in one message leaves out; None if it leaves out nothing."""
    lacking = missing(parts)
    if not lacking:
        return None
    lines = [MessageSpec("answer-hint-part", {"part": Term(f"part-{part}")}) for part in lacking]
    return MessageSpec("answer-hint", {"number": petition.number}, more=lines)
