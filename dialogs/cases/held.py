"""Words that may belong to an anonymous case: they wait in memory, for beside a name they must not rest."""

import json
from dataclasses import asdict
from typing import Any

from aiogram.types import Update
from aiogram_dialog import DialogManager

from core.petitions.draft import DraftFile
from core.petitions.model import FileKind
from dialogs.incoming import Incoming
from dialogs.pages import Visit
from dialogs.states import CasesSG

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
