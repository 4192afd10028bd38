from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, case, delete, exists, func, insert, join, or_, select, update

from core.petitions.masking import ABOVE
from core.petitions.model import (
    DUE_STAGES,
    OPEN_STAGES,
    OUTSIDE_STAGES,
    WAITING_STAGES,
    Attachment,
    CaseMessage,
    Event,
    HistoryRow,
    Kind,
    Petition,
    Stage,
)
from core.petitions.places import WORKED_ON
from core.petitions.queries import DueCase, excerpt_of
from core.petitions.tally import Tally
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BlobId, CaseMessageId, ChatId, DraftId, PetitionId, ResidentId, TelegramUserId
from core.shared.marks import Marked, read_back, write_down
from core.shared.trace import seen
from storage.case_search import SqlSearchIndex
from storage.rows import (
    DUE,
    HANDLER_HERE,
    MERGED,
    attachment_of,
    attachment_values,
    case_message_values,
    history_of,
    messages_where,
    petition_files,
    petition_of,
    petition_values,
)
from storage.tables import (
    attachments,
    blobs,
    case_messages,
    petition_counters,
    petition_history,
    petitions,
    staff_cards,
    staff_chats,
    units,
)
from storage.work import Work

MAX_DOWNLOAD = 20 * 1024 * 1024
"""Bots cannot fetch larger files from Telegram; those stay there."""


_LAW = case(
    (petitions.c.stage.in_(OUTSIDE_STAGES), petitions.c.review_by),
    (petitions.c.stage.in_(WAITING_STAGES) & petitions.c.accepted_at.is_(None), petitions.c.accept_by),
    else_=petitions.c.answer_by,
).label("law")


def _due_case(row: RowMapping) -> DueCase:
    values = dict(row)
    words = Marked(values.pop("text"), read_back(values.pop("marks")))
    values["anonymous"] = values.pop("resident_id") is None
    values["pledged"] = bool(values["pledged"])
    shown = excerpt_of(words, hidden=bool(values.pop("above")))
    return DueCase(**{**values, "kind": Kind(row["kind"]), "stage": Stage(row["stage"])}, excerpt=shown)


class SqlPetitionRepository:
    """A petition's attachments are written once, by `add`; later files belong to messages."""

    def __init__(self, work: Work, search: SqlSearchIndex) -> None:
        self._work = work
        self._search = search

    async def next_number(self, year: int) -> str:
        counter = self._work.insert(petition_counters).values(year=year, last=1)
        counter = counter.on_conflict_do_update(index_elements=["year"], set_={"last": petition_counters.c.last + 1})
        last = (await self._work.run(counter.returning(petition_counters.c.last))).scalar_one()
        return f"XF-{year}-{last:06d}"

    def add(self, petition: Petition) -> None:
        self._work.later(insert(petitions).values(petition_values(petition)))
        self._search.touch_petition(petition)
        add_files(self._work, petition.attachments, petition.id, None)

    async def by_draft(self, draft_id: DraftId) -> Petition | None:
        return await self._one(select(petitions).where(petitions.c.draft_id == draft_id))

    async def by_access_hash(self, access_hash: str) -> Petition | None:
        return await self._one(select(petitions).where(petitions.c.access_hash == access_hash))

    async def by_number(self, number: str) -> Petition | None:
        return await self._one(select(petitions).where(petitions.c.number == number))

    async def get(self, petition_id: PetitionId) -> Petition:
        return await self._known(select(petitions).where(petitions.c.id == petition_id))

    async def lock(self, petition_id: PetitionId) -> Petition:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer.

        FOR NO KEY UPDATE on PostgreSQL: it keeps out whoever else locks, and not links being written to the case.
        """
        if self._work.reads_only:
            raise StorageError("storage-failed")  # PostgreSQL would say so; SQLite would let it pass
        return await self._known(select(petitions).where(petitions.c.id == petition_id).with_for_update(key_share=True))

    async def _known(self, wanted: Select[Any]) -> Petition:
        found = await self._one(wanted)
        if found is None:
            raise NotFoundError("case-unknown")
        return found

    async def save(self, petition: Petition) -> None:
        unchanged = (petitions.c.id == petition.id) & (petitions.c.version == petition.version - 1)
        done = await self._work.run(update(petitions).where(unchanged).values(petition_values(petition)))
        if done.rowcount != 1:
            raise ConflictError("case-changed")

    async def open_texts(self, resident_id: ResidentId) -> Sequence[tuple[PetitionId, str, str, DraftId]]:
        theirs = (petitions.c.resident_id == resident_id) & petitions.c.stage.in_(OPEN_STAGES)
        wanted = select(petitions.c.id, petitions.c.number, petitions.c.text, petitions.c.draft_id).where(theirs)
        rows = await self._work.run(wanted.order_by(petitions.c.number.desc()))
        return [(PetitionId(row.id), row.number, row.text, DraftId(row.draft_id)) for row in rows]

    async def open_count(self, resident_id: ResidentId) -> int:
        theirs = (petitions.c.resident_id == resident_id) & petitions.c.stage.in_(OPEN_STAGES)
        wanted = select(func.count()).select_from(petitions).where(theirs)
        return int((await self._work.run(wanted)).scalar_one())

    async def open_of(self, resident_id: ResidentId) -> Sequence[Petition]:
        return await self._several((petitions.c.resident_id == resident_id) & petitions.c.stage.in_(OPEN_STAGES))

    async def walked_in(self, phone_hash: str) -> Sequence[Petition]:
        return await self._several((petitions.c.party_phone_hash == phone_hash) & petitions.c.resident_id.is_(None))

    async def _several(self, condition: ColumnElement[bool]) -> Sequence[Petition]:
        rows = (await self._work.run(select(petitions).where(condition).order_by(petitions.c.number))).mappings()
        return [petition_of(row, await petition_files(self._work.run, row["id"])) for row in rows.all()]

    async def falling_due(self, before: datetime) -> Sequence[DueCase]:
        cards = join(staff_cards, staff_chats, staff_chats.c.chat_id == staff_cards.c.chat_id)
        own = (petitions.c[name] for name in ("id", "number", "kind", "stage", "resident_id", "text", "marks"))
        here = case((petitions.c.handler_unit == staff_chats.c.unit_id, petitions.c.handler_id))
        counted = case((petitions.c.stage.in_(WAITING_STAGES), petitions.c.claim_days), else_=petitions.c.reply_days)
        names = (*own, HANDLER_HERE.label("handler_name"), here.label("handler_id"), staff_cards.c.message_id)
        names = (*names, (func.coalesce(counted, 1) != 0).label("pledged"))
        home = units.alias()
        names = (*names, home.c.level.in_(ABOVE).label("above"))
        wanted = select(*names, staff_cards.c.chat_id, units.c.name.label("unit_name"), DUE.label("due"), _LAW)
        wanted = wanted.join(cards, staff_cards.c.petition_id == petitions.c.id)
        wanted = wanted.join(units, units.c.id == petitions.c.unit_id).join(home, home.c.id == staff_chats.c.unit_id)
        wanted = wanted.where(before > DUE, staff_cards.c.standing.in_(WORKED_ON), ~MERGED)
        rows = (await self._work.run(wanted.order_by(DUE, petitions.c.number))).mappings()
        return [_due_case(row) for row in rows]

    async def tallies(self, since: datetime, until: datetime) -> Mapping[ChatId, Tally]:
        tomorrow, rows = until + timedelta(days=1), petition_history.c
        told = (rows.petition_id == petitions.c.id) & (rows.at >= since) & (rows.at < until)
        answered, closed = (exists().where(told, rows.event == event) for event in (Event.ANSWER, Event.CLOSE))
        counts = {
            "new": (petitions.c.submitted_at >= since) & (petitions.c.submitted_at < until),
            "waiting": petitions.c.stage.in_(WAITING_STAGES) & ~MERGED,
            "due": (until <= DUE) & (tomorrow > DUE) & ~MERGED,
            "overdue": (until > DUE) & ~MERGED,
            "answered": answered,
            "closed": closed,
            "open": petitions.c.stage.in_(OPEN_STAGES),
        }
        wanted = select(staff_cards.c.chat_id, *(func.count().filter(how).label(name) for name, how in counts.items()))
        wanted = wanted.join(petitions, petitions.c.id == staff_cards.c.petition_id)
        wanted = wanted.where(staff_cards.c.standing.in_(WORKED_ON)).group_by(staff_cards.c.chat_id)
        found = (await self._work.run(wanted)).mappings()
        return {ChatId(row["chat_id"]): Tally(**{name: row[name] for name in counts}) for row in found}

    async def urgent_waiting(self, since: datetime, until: datetime) -> Sequence[Petition]:
        waits = petitions.c.urgent & petitions.c.stage.in_(WAITING_STAGES) & petitions.c.claim_by.between(since, until)
        rows = await self._work.run(select(petitions).where(waits).order_by(petitions.c.number))
        return [petition_of(row, ()) for row in rows.mappings()]

    async def unanswered(self, kind: Kind, chat_id: ChatId) -> Sequence[str]:
        here = exists().where(
            staff_cards.c.petition_id == petitions.c.id,
            staff_cards.c.chat_id == chat_id,
            staff_cards.c.standing.in_(WORKED_ON),
        )
        told = exists().where(
            petition_history.c.petition_id == petitions.c.id, petition_history.c.event == Event.ANSWER
        )
        waits = (petitions.c.kind == kind) & petitions.c.stage.in_(OPEN_STAGES) & here & ~told
        rows = await self._work.run(select(petitions.c.number).where(waits).order_by(petitions.c.number))
        return list(rows.scalars())

    async def dated_before(self, stamp: str, limit: int) -> Sequence[PetitionId]:
        waits = petitions.c.stage.in_((*WAITING_STAGES, *DUE_STAGES)) & (petitions.c.calendar_stamp < stamp)
        rows = await self._work.run(select(petitions.c.id).where(waits).order_by(petitions.c.id).limit(limit))
        return [PetitionId(row.id) for row in rows]

    async def _one(self, wanted: Select[Any]) -> Petition | None:
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else petition_of(row, await petition_files(self._work.run, row["id"]))


class SqlHistoryRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def append(self, row: HistoryRow) -> None:
        seen("transition", f"{row.from_stage}+{row.event}")
        names = [column.name for column in petition_history.c if column.name != "id"]
        self._work.later(insert(petition_history).values({name: getattr(row, name) for name in names}))

    async def of(self, petition_id: PetitionId) -> Sequence[HistoryRow]:
        of_petition = petition_history.c.petition_id == petition_id
        rows = await self._work.run(select(petition_history).where(of_petition).order_by(petition_history.c.id))
        return [history_of(row) for row in rows.mappings()]

    async def recused(self, petition_id: PetitionId, user_id: TelegramUserId) -> bool:
        row = petition_history.c
        theirs = (row.petition_id == petition_id) & (row.event == Event.RECUSE) & (row.actor_id == str(user_id))
        return bool((await self._work.run(select(exists().where(theirs)))).scalar_one())


def editions_of(source: str) -> ColumnElement[bool]:
    """Return the condition for a message and its edits, whose sources go on with a colon; `;` comes right after it."""
    written = case_messages.c.source
    return or_(written == source, (written >= f"{source}:") & (written < f"{source};"))


class SqlCaseMessageRepository:
    def __init__(self, work: Work, search: SqlSearchIndex) -> None:
        self._work = work
        self._search = search

    def add(self, message: CaseMessage) -> None:
        self._work.later(insert(case_messages).values(case_message_values(message)))
        self._search.touch_message(message)
        add_files(self._work, message.attachments, message.petition_id, message.id)

    async def amend(self, message: CaseMessage) -> None:
        self._search.touch_message(message)
        changed = {"author": message.author, "text": message.text, "marks": write_down(message.marks)}
        await self._work.run(update(case_messages).where(case_messages.c.id == message.id).values(changed))
        await self._work.run(delete(attachments).where(attachments.c.case_message_id == message.id))
        add_files(self._work, message.attachments, message.petition_id, message.id)

    async def by_source(self, source: str) -> CaseMessage | None:
        found = await messages_where(self._work.run, case_messages.c.source == source)
        return found[0] if found else None

    async def latest_edition(self, source: str) -> CaseMessage | None:
        found = await self.editions(source)
        return found[-1] if found else None

    async def editions(self, source: str) -> Sequence[CaseMessage]:
        return await messages_where(self._work.run, editions_of(source))

    async def of(self, petition_id: PetitionId) -> Sequence[CaseMessage]:
        return await messages_where(self._work.run, case_messages.c.petition_id == petition_id)


class SqlAttachmentRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def without_blob(self, limit: int) -> Sequence[Attachment]:
        """Newest first, so that files which cannot be fetched do not keep the others waiting."""
        wanted = select(attachments).where(
            attachments.c.blob_id.is_(None), attachments.c.file_id != "", attachments.c.size <= MAX_DOWNLOAD
        )
        rows = await self._work.run(wanted.order_by(attachments.c.seq.desc()).limit(limit))
        return [attachment_of(row) for row in rows.mappings()]

    async def stored(self, unique_id: str) -> BlobId | None:
        """Return our copy of the file Telegram knows by this name, whichever case it came in."""
        if not unique_id:
            return None
        known = (attachments.c.unique_id == unique_id) & attachments.c.blob_id.is_not(None)
        found: str | None = (await self._work.run(select(attachments.c.blob_id).where(known).limit(1))).scalar()
        return None if found is None else BlobId(found)

    async def set_blob(self, attachment: Attachment, blob_id: BlobId) -> None:
        await self._work.run(self._work.insert_new(blobs, {"id": blob_id}))
        await self._work.run(update(attachments).where(attachments.c.id == attachment.id).values(blob_id=blob_id))


def add_files(
    work: Work, files: Sequence[Attachment], petition_id: PetitionId, message_id: CaseMessageId | None
) -> None:
    """Write files in their order, and the blobs they refer to before them."""
    if kept := sorted({file.blob_id for file in files if file.blob_id}):
        work.later(work.insert_new(blobs, [{"id": blob_id} for blob_id in kept]))
    if files:
        work.later(insert(attachments).values(attachment_values(files, petition_id, message_id)))
