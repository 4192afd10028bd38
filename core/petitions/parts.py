"""What somebody said in a case, as the Telegram messages it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.petitions.model import Attachment, CaseMessage, FileKind
from core.shared.marks import POSITION, Mark, split_marked
from core.shared.messages import Arg, Button, MediaRef, MessageSpec
from core.shared.text import utf16_len

PIECE = 3_500
"""UTF-16 units of a person's text per message; the frame around it stays below Telegram's 4096."""
CAPTION = 800
"""UTF-16 units of a person's text under a file; Telegram's limit for the whole caption is 1024."""
WITHOUT_CAPTION = {FileKind.VIDEO_NOTE, FileKind.STICKER}
"""Under these Telegram shows no words."""


def media(attachment: Attachment) -> MediaRef:
    return MediaRef(attachment.kind, attachment.blob_id or "", attachment.file_id, attachment.name)


def message_specs(
    message: CaseMessage, key: str, args: Mapping[str, Arg], buttons: Sequence[Sequence[Button]]
) -> list[MessageSpec]:
    """One message as one Telegram message where possible: text with one file goes as its caption."""
    files = message.attachments
    places = [MessageSpec("no-text", media=MediaRef("location", name=m.value)) for m in message.marks if _is_place(m)]
    captioned = len(files) == 1 and files[0].kind not in WITHOUT_CAPTION and not places
    if captioned and utf16_len(message.text) <= CAPTION:
        return [
            MessageSpec(
                key, {**args, "text": message.words.simplest}, buttons, media(files[0]), more=size_lines(files[0])
            )
        ]
    pieces = split_marked(message.words, PIECE) if message.text else []
    specs = [MessageSpec(key, {**args, "text": piece.simplest}) for piece in pieces]
    specs += [MessageSpec(key, {**args, "text": ""}, media=media(file), more=size_lines(file)) for file in files]
    specs += places
    specs[-1] = replace(specs[-1], buttons=buttons)
    return specs


def _is_place(mark: Mark) -> bool:
    return mark.kind == POSITION


def size_lines(file: Attachment) -> list[MessageSpec]:
    """Say of a file under it that nobody but Telegram has it."""
    return [MessageSpec("file-large")] if file.stays_with_telegram else []
