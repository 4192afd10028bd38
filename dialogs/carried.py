"""Words that were led to a door go along with its window, so that one press brings all of them back.

They are part of the window's data: whoever goes on from there, or anywhere else, leaves them behind.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from core.petitions.draft import Draft
from dialogs.incoming import Incoming, has_position
from dialogs.petition.drafting import current_words, drop_words
from dialogs.states import OfferSG
from dialogs.visit import CARRIED, LANDED, Visit

TOGETHER = timedelta(minutes=2)
"""Messages so near to each other may be one matter: what brings back the later brings back the earlier too."""


def landed_here(visit: Visit) -> bool:
    """Tell whether free text has led to the window that is open."""
    manager = visit.manager
    return manager.has_context() and visit.start_data.get(LANDED) == manager.current_context().state.state


async def carry(visit: Visit, *, into_draft: bool, words: Draft | None = None) -> None:
    """Let the window that is begun next carry the words that wait; `into_draft` where they become a petition.

    Of `words`, if they are given, what waits is left as it is.
    """
    now = visit.use.clock.now()
    earlier = _just_said(visit, now)
    if words is None:
        words = await current_words(visit)
        if not into_draft:
            await drop_words(visit)
    kept = earlier if into_draft else joined(earlier, words)
    carried = {"words": kept.to_json(), "draft": into_draft, "at": now.isoformat()}
    visit.manager.middleware_data[CARRIED] = json.dumps(carried)


def _just_said(visit: Visit, now: datetime) -> Draft:
    """Return what was led astray just before, if this may be more of it."""
    if landed_here(visit):
        carried = _carried(visit)
        if abs(now - datetime.fromisoformat(carried["at"])) < TOGETHER and not carried["draft"]:
            return Draft.from_json(carried["words"])
    return Draft(id=visit.use.ids.new())


async def bring_back(visit: Visit) -> None:
    """Make what was carried, and a petition made of it, waiting words again, and ask what shall become of them."""
    carried = _carried(visit)
    words = Draft.from_json(carried["words"])
    if carried["draft"] and (draft := await visit.draft()) is not None:
        words = joined(words, _unwritten(draft))
        await visit.use.drafts.delete(visit.actor.telegram_id)
    await visit.use.words.put(visit.actor.telegram_id, joined(words, await current_words(visit)))
    await visit.begin(OfferSG.ask)


def _unwritten(draft: Draft) -> Draft:
    """Return a petition as words that may become anything; a position is a line of them."""
    draft.kind = None
    draft.decide_name("")
    draft.name_decided = False
    if draft.latitude is not None and not has_position(draft.text):
        there = Incoming(latitude=draft.latitude, longitude=draft.longitude).words
        draft.add_text(there.text, draft.located_in, there.marks)
    return draft


def joined(first: Draft, then: Draft) -> Draft:
    """Return both, in order; what of the latter does not fit was not there before either."""
    if first.untouched:
        return then
    first.move_texts(then)
    for file in then.files:
        first.add_file(file)
    if then.latitude is not None:
        first.latitude, first.longitude, first.located_in = then.latitude, then.longitude, then.located_in
    return first


def carried_words(visit: Visit) -> Draft | None:
    """Return the words the window that is open was led to by, until something else is begun."""
    return Draft.from_json(_carried(visit)["words"]) if landed_here(visit) else None


def _carried(visit: Visit) -> dict[str, Any]:
    return dict(json.loads(visit.start_data[CARRIED]))
