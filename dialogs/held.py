"""Words that may belong to an anonymous case: they wait in memory, for beside a name they must not rest."""

import json
from dataclasses import asdict
from typing import Any

from aiogram.types import Update
from aiogram_dialog import DialogManager

from core.petitions.draft import DraftFile
from core.petitions.model import FileKind
from core.shared.text import is_blank
from dialogs.incoming import Incoming
from dialogs.states import CasesSG
from dialogs.stray import is_stray
from dialogs.visit import Visit
from dialogs.windows import answers_unknown

_HELD = "held"


def source_of(visit: Visit) -> str:
    """Name what is being said, so that said again by the inbox it is the same."""
    update: Update = visit.manager.middleware_data["event_update"]
    return f"update:{update.update_id}"


def hold(visit: Visit, incoming: Incoming) -> None:
    """Keep words with the window that is shown; a restart forgets both."""
    visit.data.setdefault(_HELD, []).append(_kept(visit, incoming))


async def hold_for_code(visit: Visit, incoming: Incoming) -> None:
    """Keep words with the window that asks for a code, and open it."""
    await visit.begin(CasesSG.code, **{_HELD: json.dumps([_kept(visit, incoming)])})


async def held_back(visit: Visit, incoming: Incoming) -> bool:
    """Hold words that may be for an anonymous case, and ask for its code; tell whether it was done.

    They answer a message of ours that is neither a window nor known to be of a case, and may be the receipt of an
    anonymous one: no named case, no petition and no disk may have them before that is clear. Words that only choose
    or lead somewhere are nothing to hold. Before consent nothing but the way to it is open.
    """
    nothing = is_blank(incoming.text) and not incoming.files and incoming.latitude is None
    if nothing or not visit.actor.consented or is_stray(incoming, visit.speech) or not await answers_unknown(visit):
        return False
    visit.flash("reply-unknown")
    await hold_for_code(visit, incoming)
    return True


async def take_over(data: object, manager: DialogManager) -> None:
    """Take what `hold_for_code` gave along into the window just opened."""
    if isinstance(data, dict) and _HELD in data:
        manager.dialog_data[_HELD] = json.loads(data[_HELD])


def count_held(visit: Visit) -> int:
    return len(visit.data.get(_HELD, ()))


def take_held(visit: Visit) -> list[tuple[Incoming, str]]:
    """Return what was held, oldest first, each with its source, and hold it no longer."""
    return [(_read(kept), source) for kept, source in visit.data.pop(_HELD, [])]


def _kept(visit: Visit, incoming: Incoming) -> tuple[dict[str, Any], str]:
    return asdict(incoming), source_of(visit)


def _read(kept: dict[str, Any]) -> Incoming:
    files = [DraftFile(**{**file, "kind": FileKind(file["kind"])}) for file in kept["files"]]
    return Incoming(**{**kept, "files": tuple(files)})
