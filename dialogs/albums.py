"""An album comes as one message a picture. It gets one window, which each further part replaces."""

from collections.abc import Sequence

from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from core.shared.messages import MessageSpec

SAID = "album"
"""Where a window remembers what was said on top of it about earlier parts of an album."""


def show_below(manager: DialogManager) -> None:
    """Show what comes next below what the person sent, or in place of the window for the album's part before."""
    album, stack = _album(manager), manager.current_stack()
    again = album is not None and album == stack.last_income_media_group_id and stack.last_message_id is not None
    manager.show_mode = ShowMode.EDIT if again else ShowMode.SEND


def said_of_album(manager: DialogManager, flashes: Sequence[MessageSpec]) -> Sequence[MessageSpec]:
    """Add what the replaced window said: that a part did not fit must not vanish with the next part."""
    album = _album(manager)
    if album is None:
        return flashes
    before, said = manager.dialog_data.get(SAID, (None, []))
    kept = list(said) if before == album else []
    for spec in flashes:
        if (said_now := spec.to_json()) not in kept:  # as JSON: a sequence read back is not the one written down
            kept.append(said_now)
    manager.dialog_data[SAID] = [album, kept]
    return [MessageSpec.from_json(each) for each in kept]


def _album(manager: DialogManager) -> str | None:
    return manager.event.media_group_id if isinstance(manager.event, Message) else None
