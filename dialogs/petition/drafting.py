"""Changing the draft. Every function saves what it changed; nothing a person sent is dropped without a word."""

from core.petitions.draft import Draft
from dialogs.incoming import Incoming
from dialogs.pages import Visit


async def current_draft(visit: Visit) -> Draft:
    """Return the draft being written; a person in this dialog without one gets a fresh, empty one."""
    return await visit.draft() or Draft(id=visit.use.ids.new())


def add_incoming(draft: Draft, incoming: Incoming) -> str | None:
    """Join text and files to the draft; return the sentence that says what did not fit, or None."""
    if incoming.text and incoming.latitude is None and not draft.add_text(incoming.text):
        return "draft-too-long"
    for file in incoming.files:
        if not draft.add_file(file):
            return "draft-too-many-files"
    if incoming.latitude is not None:
        draft.latitude, draft.longitude = incoming.latitude, incoming.longitude
        draft.place = incoming.text or draft.place
    return None


async def keep_free_text(visit: Visit, incoming: Incoming) -> bool:
    """Put a message that came outside the petition dialog into the draft; False if it did not fit."""
    draft = await visit.draft()
    if draft is None:
        draft = Draft(id=visit.use.ids.new(), source="free")
    problem = add_incoming(draft, incoming)
    await visit.keep(draft)
    return problem is None
