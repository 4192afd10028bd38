"""What somebody sent, in few words; what has none is called by its kind."""

from collections.abc import Sequence

from core.petitions.draft import DraftFile
from core.petitions.model import Attachment
from core.shared.messages import Arg, Term
from core.shared.text import excerpt, is_blank


def brief(text: str, limit: int, files: Sequence[DraftFile | Attachment] = ()) -> Arg:
    """Return the beginning of the text, or what kind of thing was sent instead of one."""
    if not is_blank(text):
        return excerpt(text, limit)
    kinds = {file.kind for file in files}
    return Term(f"content-{kinds.pop()}" if len(kinds) == 1 else "content-files")


def on_one_line(text: str, limit: int, files: Sequence[DraftFile | Attachment] = ()) -> Arg:
    """Return the same for a button."""
    return brief(" ".join(text.split()), limit, files)
