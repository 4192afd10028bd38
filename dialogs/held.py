"""Words that may belong to an anonymous case: they wait in memory, for beside a name they must not rest."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from aiogram.types import Update

from core.petitions.draft import DraftFile
from core.shared.marks import Mark
from core.shared.text import is_blank
from dialogs.incoming import Incoming
from dialogs.states import CasesSG
from dialogs.stray import is_stray
from dialogs.visit import Visit
from dialogs.windows import answers_unknown


def source_of(visit: Visit) -> str:
    """Name what is being said, so that said again by the inbox it is the same."""
    update: Update = visit.manager.middleware_data["event_update"]
    return f"update:{update.update_id}"


async def hold(visit: Visit, incoming: Incoming, source: str = "") -> None:
    """Keep words until a code opens their case, or the person says what else becomes of them.

    They are kept for the person and not for the window, so that no way out of it loses them; a restart forgets them.
    """
    await _keep(visit, [*await _all(visit), (asdict(incoming), source or source_of(visit))])


async def hold_for_code(visit: Visit, incoming: Incoming) -> None:
    """Keep words, and ask for the code they wait for."""
    await hold(visit, incoming)
    await visit.begin(CasesSG.code)


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


async def amend_held(visit: Visit, incoming: Incoming) -> bool:
    """Take an edit of a message that is held; tell whether there is one. It goes into its case once, as it is now."""
    held = await _all(visit)
    amended = [
        (asdict(incoming) if kept["message_id"] == incoming.message_id else kept, source) for kept, source in held
    ]
    known = any(kept["message_id"] == incoming.message_id for kept, _ in held)
    if known:
        await _keep(visit, amended)
    return known


async def count_held(visit: Visit) -> int:
    return len(await _all(visit))


async def take_held(visit: Visit) -> list[tuple[Incoming, str]]:
    """Return what was held, oldest first, each with its source, and hold it no longer."""
    held = await _all(visit)
    await _keep(visit, [])
    return [(_read(kept), source) for kept, source in held]


async def _all(visit: Visit) -> list[tuple[dict[str, Any], str]]:
    kept = await visit.use.held.get(visit.actor.telegram_id)
    return list(json.loads(kept)) if kept else []


async def _keep(visit: Visit, held: Sequence[tuple[dict[str, Any], str]]) -> None:
    await visit.use.held.put(visit.actor.telegram_id, json.dumps(held) if held else None)


def _read(kept: dict[str, Any]) -> Incoming:
    files = tuple(DraftFile.from_json(file) for file in kept["files"])
    marks = tuple(Mark(**mark) for mark in kept.get("marks", ()))
    return Incoming(**{**kept, "files": files, "marks": marks})
