"""What somebody said in a case, as the Telegram messages it takes."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from core.petitions.authors import BY_PEOPLE
from core.petitions.draft import DraftFile
from core.petitions.files import is_risky
from core.petitions.model import Attachment, CaseMessage, FileKind
from core.shared.ids import PetitionId
from core.shared.marks import CONTACT, POSITION, Mark, Marked, split_marked
from core.shared.messages import Arg, Button, MediaRef, MessageSpec
from core.shared.text import utf16_len

PIECE = 3_500
"""UTF-16 units of a person's text per message; the frame around it stays below Telegram's 4096."""
CAPTION = 800
"""UTF-16 units of a person's text under a file; Telegram's limit for the whole caption is 1024."""
ALBUM_PATIENCE = 3.0
"""Elapsed seconds a part of an album waits for the next: Telegram hands an album on as one message a part."""
_FAMILIES: Mapping[str, str] = {
    FileKind.PHOTO: "seen",
    FileKind.VIDEO: "seen",
    FileKind.DOCUMENT: "document",
    FileKind.AUDIO: "audio",
}
"""What Telegram takes together in an album."""
_CALLED = {FileKind.VIDEO_NOTE: FileKind.VIDEO, FileKind.ANIMATION: FileKind.VIDEO}
"""What nobody calls by another name."""
NEAR = 4
"""Between the parts of a split text a colleague's message may come."""
SPLIT = 2_000
"""UTF-16 units. Telegram's programs split at 4096 at most, at the last good break in the second half."""
WITHOUT_CAPTION = {FileKind.VIDEO_NOTE, FileKind.STICKER}
"""Under these Telegram shows no words."""


def media(attachment: Attachment) -> MediaRef:
    return MediaRef(attachment.kind, attachment.blob_id or "", attachment.file_id, attachment.name)


def message_specs(
    message: CaseMessage, key: str, args: Mapping[str, Arg], buttons: Sequence[Sequence[Button]]
) -> list[MessageSpec]:
    """One message as one Telegram message where possible: text with one file goes as its caption."""
    files = message.attachments
    warn = risk_lines if message.author in BY_PEOPLE else _nothing
    cards = cards_of(message.marks)
    captioned = len(files) == 1 and files[0].kind not in WITHOUT_CAPTION and not cards
    if captioned and utf16_len(message.text) <= CAPTION:
        return [
            MessageSpec(
                key, {**args, "text": message.words.simplest}, buttons, media(files[0]), more=_below(files[0], warn)
            )
        ]
    pieces = split_marked(message.words, PIECE) if message.text else []
    specs = [MessageSpec(key, {**args, "text": piece.simplest}) for piece in pieces]
    specs += [MessageSpec(key, {**args, "text": ""}, media=media(file), more=_below(file, warn)) for file in files]
    specs += cards
    specs[-1] = replace(specs[-1], buttons=buttons)
    return specs


def _nothing(_file: Attachment) -> list[MessageSpec]:
    return []


def _below(file: Attachment, warn: Callable[[Attachment], list[MessageSpec]]) -> list[MessageSpec]:
    return [*size_lines(file), *warn(file)]


def in_album(petition_id: PetitionId, album: str, spec: MessageSpec) -> str:
    """Return the name of what a spec goes with of an album about a case; "" if it goes alone."""
    family = _FAMILIES.get(spec.media.kind) if spec.media else None
    return f"{petition_id}:{album}:{family}" if album and family else ""


def as_album(specs: Sequence[MessageSpec]) -> list[MessageSpec]:
    """Leave out who says it where nothing is said, and the buttons, which an album cannot have.

    Telegram shows a caption below an album if it has only one. Where no part has words the first keeps its frame.
    """
    worded = any(spec.args.get("text") for spec in specs)
    said = [bool(spec.args.get("text")) if worded else n == 0 for n, spec in enumerate(specs)]
    return [
        replace(spec, buttons=()) if keeps else replace(spec, key="no-text", args={}, buttons=())
        for spec, keeps in zip(specs, said, strict=True)
    ]


def gathered(specs: Sequence[MessageSpec]) -> MessageSpec:
    """Say words of one person in one message, in their order; who says it stands above the first."""
    first, *others = specs
    further = [MessageSpec("staff-resident-further", {"text": spec.args["text"]}) for spec in others]
    return replace(first, more=[*first.more, *further])


def cards_of(marks: Sequence[Mark]) -> list[MessageSpec]:
    """Return the places and the contacts that stand in words, as what Telegram shows them as."""
    shown = {POSITION: "location", CONTACT: "contact"}
    return [MessageSpec("no-text", media=MediaRef(shown[m.kind], name=m.value)) for m in marks if m.kind in shown]


def kinds_of(files: Sequence[Attachment | DraftFile]) -> dict[str, Arg]:
    """Count files by what people call them, for the words `files-kinds`."""
    kinds = Counter(_CALLED.get(file.kind, file.kind) for file in files)
    return {kind.value: kinds[kind] for kind in FileKind if kind not in _CALLED}


def risk_lines(file: Attachment) -> list[MessageSpec]:
    """Warn the staff of a resident's file that may have a program inside."""
    risky = file.kind is FileKind.DOCUMENT and is_risky(file.name)
    return [MessageSpec("file-risky", {"name": file.name})] if risky else []


def size_lines(file: Attachment) -> list[MessageSpec]:
    """Say of a file under it that nobody but Telegram has it."""
    return [MessageSpec("file-large")] if file.stays_with_telegram else []


PENCIL = "✏️ "
"""Begins every correction, in every language."""


def without_pencil(words: Marked) -> Marked:
    """Return words as they would be if they corrected none."""
    return words.only(words.text.removeprefix(PENCIL.strip()).removeprefix(" "))
