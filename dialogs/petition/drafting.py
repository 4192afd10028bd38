"""Changing the draft. Every function saves what it changed; nothing a person sent is dropped without a word."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import replace

from core.petitions.draft import Draft, DraftFile
from core.petitions.model import KINDS, Attachment
from core.shared.ids import AttachmentId
from core.shared.messages import MessageSpec, Term
from core.shared.text import utf16_len
from dialogs.content import brief
from dialogs.incoming import Incoming
from dialogs.urgent import warn_if_urgent
from dialogs.visit import Visit

MAX_PLACE = 200
"""UTF-16 units of a place in words."""
CHANGING = "changing"
"""Where the window remembers that one thing is being changed, after which comes the preview again."""


async def current_draft(visit: Visit) -> Draft:
    """Return the draft being written; a person in this dialog without one gets a fresh, empty one."""
    return await visit.draft() or Draft(id=visit.use.ids.new())


def add_incoming(draft: Draft, incoming: Incoming) -> MessageSpec | None:
    """Join text and files to the draft; return the sentence that says what did not fit, or None."""
    told = incoming.told
    if told.text and incoming.latitude is None and not draft.add_text(told.text, incoming.message_id, told.marks):
        return MessageSpec("draft-too-long")
    if draft.kind is not None and any(file.kind not in KINDS[draft.kind].files for file in incoming.files):
        return MessageSpec(
            "draft-file-not-taken",
            {"what": brief("", 0, incoming.files), "taken": Term(f"files-taken-by-{draft.kind}")},
        )
    for n, file in enumerate(incoming.files):
        if not draft.add_file(file):
            return _too_many(incoming.files[n:])
    if incoming.latitude is not None:
        draft.latitude, draft.longitude, draft.located_in = incoming.latitude, incoming.longitude, incoming.message_id
        if told.text:
            draft.place, draft.place_said_in = told.text, 0  # named in a message that cannot be rewritten
    return None


def _too_many(left_out: Sequence[DraftFile]) -> MessageSpec:
    """Say what did not fit: a voice may have been the matter itself."""
    return MessageSpec("draft-too-many-files", {"what": brief("", 0, left_out)})


def attachments_of(visit: Visit, files: Iterable[DraftFile]) -> list[Attachment]:
    """Make of files that were sent what a case keeps of them."""
    return [file.kept_as(AttachmentId(visit.use.ids.new())) for file in files]


async def current_words(visit: Visit) -> Draft:
    """Return the words that wait outside any petition; empty ones if there are none."""
    return await visit.use.words.get(visit.actor.telegram_id) or Draft(id=visit.use.ids.new())


async def keep_free_text(visit: Visit, incoming: Incoming) -> MessageSpec | None:
    """Join a message that came outside any dialog to the waiting words; return what did not fit, or None."""
    words = await current_words(visit)
    problem = add_incoming(words, incoming)
    if incoming.latitude is not None:
        words.add_text(incoming.words.text, incoming.message_id, incoming.words.marks)
    await visit.use.words.put(visit.actor.telegram_id, words)
    return problem


def only_last(words: Draft) -> tuple[Draft, bool]:
    """Return the waiting words with nothing but the last message, and whether that leaves any earlier one out.

    A file or a position of which nobody knows the message may have come with the last one, and stays.
    """
    earlier = deepcopy(words)
    last = earlier.take_last()
    last.files = [*(file for file in earlier.files if not file.said_in), *last.files]
    left_out = bool(earlier.parts or earlier.located_in or any(file.said_in for file in earlier.files))
    if not earlier.located_in and earlier.latitude is not None:
        last.latitude, last.longitude, last.place = earlier.latitude, earlier.longitude, earlier.place
    return last, left_out


async def drop_words(visit: Visit) -> None:
    await visit.use.words.delete(visit.actor.telegram_id)


async def words_into_draft(visit: Visit) -> MessageSpec | None:
    """Move the waiting words into the petition being written, or make them one; return what did not fit, or None.

    What did not fit goes on waiting. A position moves to its own place and out of the text.
    """
    words, draft = await current_words(visit), await visit.draft()
    if words.latitude is not None and words.longitude is not None:
        there = Incoming(words.place, latitude=words.latitude, longitude=words.longitude)
        lines = {there.words.text, replace(there, text="").words.text}
        words.keep_parts(lambda part: part not in lines)
    if draft is None or draft.empty:
        await visit.keep(words)
        await drop_words(visit)
        return None
    draft.move_texts(words)
    while words.files and draft.add_file(words.files[0]):
        words.files.pop(0)
    if words.latitude is not None:
        draft.latitude, draft.longitude, draft.located_in = words.latitude, words.longitude, words.located_in
        if words.place:
            draft.place, draft.place_said_in = words.place, 0
    await visit.keep(draft)
    if words.parts or words.files:
        await visit.use.words.put(visit.actor.telegram_id, words)
        return MessageSpec("draft-too-long") if words.parts else _too_many(words.files)
    await drop_words(visit)
    return None


async def amend_unsent(visit: Visit, incoming: Incoming) -> str | None:
    """Take an edit of something not handed in yet; return the sentence to say, or None if it is nowhere here."""
    for store in (visit.use.drafts, visit.use.words):
        draft = await store.get(visit.actor.telegram_id)
        if draft is not None and draft.has_said(incoming.message_id):
            if not draft.amend(incoming.message_id, incoming.told.text, incoming.told.marks):
                return "draft-too-long"
            wanted = [file for file in incoming.files if not draft.stays_out(file)]
            if not all(draft.exchange(file) for file in wanted):
                return "edit-unknown"  # nothing is kept: another picture may show less, and must not be only one more
            await store.put(visit.actor.telegram_id, draft)
            return "edit-kept" if wanted or not incoming.files else "edit-words-kept"
        if draft is not None and draft.place_said_in == incoming.message_id and utf16_len(incoming.text) <= MAX_PLACE:
            draft.place = incoming.text
            await store.put(visit.actor.telegram_id, draft)
            return "edit-kept"
    return None


async def add_words(visit: Visit, incoming: Incoming) -> None:
    """More words or files, at the preview or where only a choice is asked for, belong to the petition."""
    draft = await current_draft(visit)
    problem = add_incoming(draft, incoming)
    await visit.keep(draft)
    await warn_if_urgent(visit, incoming)
    visit.flash(problem or "preview-added")
