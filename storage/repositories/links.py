from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, exists, insert, or_, select, update

from core.petitions.places import WORKED_ON, CardPlace, Standing
from core.shared.ids import CaseMessageId, ChatId, MessageId, PetitionId, ThreadId
from core.shared.outbox import LinkRole, OutboxItem, RowState
from storage.held import is_held
from storage.outbox_rows import values_of
from storage.tables import audit, message_links, outbox, staff_cards
from storage.work import Values, Work

_WITHDRAWN: Values = {"state": RowState.SUPERSEDED, "spec": None, "waits_since": None}

_PLACE = (
    staff_cards.c.petition_id,
    staff_cards.c.chat_id,
    staff_cards.c.message_id,
    staff_cards.c.thread_id,
    staff_cards.c.standing,
)


class SqlLinkRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def find(self, chat_id: ChatId, message_id: MessageId) -> tuple[PetitionId, LinkRole] | None:
        wanted = select(message_links.c.petition_id, message_links.c.role).where(
            message_links.c.chat_id == chat_id, message_links.c.message_id == message_id
        )
        row = (await self._work.run(wanted)).one_or_none()
        return None if row is None else (row.petition_id, LinkRole(row.role))

    async def by_topic(self, chat_id: ChatId, thread_id: ThreadId) -> PetitionId | None:
        wanted = select(staff_cards.c.petition_id).where(
            staff_cards.c.chat_id == chat_id, staff_cards.c.thread_id == thread_id
        )
        return (await self._work.run(wanted.limit(1))).scalar_one_or_none()

    async def add(
        self,
        chat_id: ChatId,
        message_id: MessageId,
        petition_id: PetitionId,
        role: LinkRole,
        case_message_id: CaseMessageId | None = None,
    ) -> None:
        values = {
            "chat_id": chat_id,
            "message_id": message_id,
            "petition_id": petition_id,
            "role": role,
            "case_message_id": case_message_id,
        }
        await self._work.run(self._work.insert_new(message_links, values))

    async def cards(self, petition_id: PetitionId) -> Sequence[CardPlace]:
        here = (staff_cards.c.petition_id == petition_id, staff_cards.c.standing.in_(WORKED_ON))
        rows = (await self._work.run(select(*_PLACE).where(*here).order_by(staff_cards.c.chat_id))).mappings()
        return [CardPlace(**{**row, "standing": Standing(row["standing"])}) for row in rows]

    async def stood_in(self, petition_id: PetitionId, chat_id: ChatId) -> bool:
        here = (staff_cards.c.petition_id == petition_id, staff_cards.c.chat_id == chat_id)
        return bool((await self._work.run(select(exists().where(*here)))).scalar_one())

    async def add_card(self, petition_id: PetitionId, chat_id: ChatId, standing: Standing = Standing.HERE) -> None:
        values = {"petition_id": petition_id, "chat_id": chat_id, "rendered_version": 0, "standing": standing}
        await self._work.run(self._work.insert_new(staff_cards, values))


class SqlAuditLog:
    def __init__(self, work: Work) -> None:
        self._work = work

    def record(self, action: str, actor: str, subject: str, *, at: datetime, detail: str = "") -> None:
        values = {"at": at, "action": action, "actor": actor, "subject": subject, "detail": detail}
        self._work.later(insert(audit).values(values))


class SqlOutboxWriter:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, item: OutboxItem) -> None:
        self._work.later(self._work.insert_new(outbox, values_of(item)))

    async def held_from(self, chat_id: ChatId) -> Sequence[tuple[PetitionId, CaseMessageId]]:
        here = or_(outbox.c.origin_chat == chat_id, outbox.c.chat_id == chat_id)
        said = select(outbox.c.petition_id, outbox.c.case_message_id).where(
            is_held(), here, outbox.c.case_message_id.is_not(None)
        )
        rows = await self._work.run(said.order_by(outbox.c.id.desc()))
        return list(dict.fromkeys((PetitionId(row.petition_id), CaseMessageId(row.case_message_id)) for row in rows))

    async def take_back(self, message_id: CaseMessageId) -> bool:
        return await self.put_in_place(message_id, [])

    async def put_in_place(self, message_id: CaseMessageId, items: Sequence[OutboxItem]) -> bool:
        ids = await self._held_parts(message_id)
        if not ids:
            return False
        for row_id, item in zip(ids, items, strict=False):
            await self._work.run(update(outbox).where(outbox.c.id == row_id).values(values_of(item)))
        ended = {**_WITHDRAWN, "reply_to": None, "not_before": 0.0}
        await self._work.run(update(outbox).where(outbox.c.id.in_(ids[len(items) :])).values(ended))
        for item in items[len(ids) :]:
            self.add(item)
        return True

    async def _held_parts(self, message_id: CaseMessageId) -> Sequence[int]:
        """Return the rows of a message in their order, none if it is not held as a whole.

        Locked rows cannot be leased meanwhile; one that was leased first is not held any more.
        """
        parts = outbox.c.case_message_id == message_id
        wanted = select(outbox.c.id, outbox.c.chat_id).where(is_held(), parts)
        held = (await self._work.run(wanted.order_by(outbox.c.id).with_for_update())).all()
        if not held:
            return []
        ids, chats = [row.id for row in held], {row.chat_id for row in held}
        going = [state for state in RowState if state is not RowState.SUPERSEDED]
        tried = and_(outbox.c.state.in_(going), outbox.c.chat_id.in_(chats), parts, outbox.c.id.not_in(ids))
        return [] if (await self._work.run(select(exists().where(tried)))).scalar_one() else ids

    async def withdraw(self, dedupes: Sequence[str]) -> bool:
        """Locks none that was leased: whoever marks it as sent waits for the case, which this transaction has."""
        named = outbox.c.dedupe.in_(dedupes)
        untouched = and_(named, outbox.c.state == RowState.PENDING, outbox.c.attempts == 0)
        ids = (await self._work.run(select(outbox.c.id).where(untouched).with_for_update())).scalars().all()
        others = select(exists().where(named, outbox.c.id.not_in(ids)))
        if not ids or (await self._work.run(others)).scalar_one():
            return False
        await self._work.run(update(outbox).where(outbox.c.id.in_(ids)).values(_WITHDRAWN))
        return True
