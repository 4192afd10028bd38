from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, RowMapping, Update, and_, delete, exists, insert, or_, select, update

from core.petitions.places import WORKED_ON, CardPlace, Standing
from core.shared.ids import CaseMessageId, ChatId, MessageId, PetitionId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.outbox import OutboxItem, Priority, RowState
from storage.held import is_held
from storage.outbox_rows import values_of
from storage.tables import audit, message_links, outbox, staff_cards
from storage.work import Values, Work

_WITHDRAWN: Values = {"state": RowState.SUPERSEDED, "spec": None, "album": None, "waits_since": None}

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

    async def carries(self, chat_id: ChatId, message_id: MessageId) -> CaseMessageId | None:
        wanted = select(message_links.c.case_message_id).where(
            message_links.c.chat_id == chat_id, message_links.c.message_id == message_id
        )
        return (await self._work.run(wanted)).scalar_one_or_none()

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
        if item.album and item.not_before:
            self._work.later(_held_as_long(item))

    async def add_all(self, items: Sequence[OutboxItem]) -> None:
        """One statement, prepared once, for all of them: one by one takes several times as long."""
        if items:
            statement = self._work.insert(outbox).on_conflict_do_nothing()
            await self._work.run_many(statement, [values_of(item) for item in items])

    async def held_from(self, chat_id: ChatId) -> Sequence[tuple[PetitionId, CaseMessageId]]:
        here = or_(outbox.c.origin_chat == chat_id, outbox.c.chat_id == chat_id)
        said = select(outbox.c.petition_id, outbox.c.case_message_id).where(
            is_held(), here, outbox.c.case_message_id.is_not(None)
        )
        rows = await self._work.run(said.order_by(outbox.c.id.desc()))
        return list(dict.fromkeys((PetitionId(row.petition_id), CaseMessageId(row.case_message_id)) for row in rows))

    async def words_waiting(self, petition_id: PetitionId, chat_id: ChatId) -> Sequence[Priority]:
        here = and_(outbox.c.state == RowState.PENDING, outbox.c.chat_id == chat_id)
        said = and_(outbox.c.role == LinkRole.CASE_TEXT, outbox.c.case_message_id.is_not(None))
        wanted = select(outbox.c.priority).where(here, said, outbox.c.petition_id == petition_id)
        return [Priority(priority) for priority in (await self._work.run(wanted)).scalars()]

    async def take_back(self, message_id: CaseMessageId) -> bool:
        return await self.put_in_place(message_id, [])

    async def put_in_place(self, message_id: CaseMessageId, items: Sequence[OutboxItem]) -> bool:
        return await self._put_for([message_id], is_held(), items, anywhere=False)

    async def put_unseen(self, message_ids: Sequence[CaseMessageId], items: Sequence[OutboxItem]) -> bool:
        """Locks none that was leased: whoever marks it as sent waits for the case, which this transaction has."""
        untried = and_(outbox.c.state == RowState.PENDING, outbox.c.attempts == 0)
        return await self._put_for(message_ids, untried, items, anywhere=True)

    async def _put_for(
        self,
        message_ids: Sequence[CaseMessageId],
        free: ColumnElement[bool],
        items: Sequence[OutboxItem],
        *,
        anywhere: bool,
    ) -> bool:
        parts = await self._free_parts(message_ids, free, anywhere=anywhere)
        if not parts:
            return False
        turns = {chat_id: priority for _, chat_id, priority in parts}
        left = [replace(item, priority=turns.get(item.chat_id, item.priority)) for item in items]
        for row_id, chat_id, _ in parts:
            item = next((item for item in left if item.chat_id == chat_id), None)
            values: Values = {**_WITHDRAWN, "reply_to": None, "not_before": 0.0}
            if item is not None:
                left.remove(item)
                values = values_of(item)
            await self._work.run(update(outbox).where(outbox.c.id == row_id).values(values))
            if item is not None and item.album:
                await self._work.run(_held_as_long(item))
        for chat_id, more in groupby(left, key=lambda item: item.chat_id):
            await self._squeeze_in([*more], max((row_id for row_id, chat, _ in parts if chat == chat_id), default=None))
        return True

    async def _free_parts(
        self, message_ids: Sequence[CaseMessageId], free: ColumnElement[bool], *, anywhere: bool
    ) -> Sequence[tuple[int, ChatId, Priority]]:
        """Return the messages' rows in their order, each with its chat and priority; none unless all of them are free.

        With `anywhere` those in other chats count too.
        Locked rows cannot be leased meanwhile; one that was leased first is not free any more.
        """
        parts = outbox.c.case_message_id.in_(message_ids)
        wanted = select(outbox.c.id, outbox.c.chat_id, outbox.c.priority).where(free, parts)
        rows = (await self._work.run(wanted.order_by(outbox.c.id).with_for_update())).all()
        if not rows:
            return []
        ids, chats = [row.id for row in rows], {row.chat_id for row in rows}
        going = [state for state in RowState if state is not RowState.SUPERSEDED]
        tried = and_(outbox.c.state.in_(going), parts, outbox.c.id.not_in(ids))
        if not anywhere:
            tried = and_(tried, outbox.c.chat_id.in_(chats))
        if (await self._work.run(select(exists().where(tried)))).scalar_one():
            return []
        return [(row.id, ChatId(row.chat_id), Priority(row.priority)) for row in rows]

    async def _squeeze_in(self, items: Sequence[OutboxItem], behind: int | None) -> None:
        """Add items that go right behind a row: what waits there about the same case is written anew behind them."""
        item, rows = items[0], list[RowMapping]()
        alike = and_(outbox.c.chat_id == item.chat_id, outbox.c.petition_id.is_not_distinct_from(item.petition_id))
        waits = and_(outbox.c.state == RowState.PENDING, outbox.c.attempts == 0, outbox.c.id > (behind or 0))
        later = select(outbox).where(alike, waits, outbox.c.priority == int(item.priority))
        if behind is not None:
            rows += (await self._work.run(later.order_by(outbox.c.id).with_for_update())).mappings()
            await self._work.run(delete(outbox).where(outbox.c.id.in_([row["id"] for row in rows])))
        for more in items:
            self.add(more)
        for row in rows:
            self._work.later(insert(outbox).values({name: value for name, value in row.items() if name != "id"}))

    async def only(self, item: OutboxItem) -> None:
        alike = and_(outbox.c.chat_id == item.chat_id, outbox.c.operation == item.operation)
        others = and_(outbox.c.state == RowState.PENDING, alike, outbox.c.dedupe != item.dedupe)
        await self._work.run(update(outbox).where(others).values({**_WITHDRAWN, "not_before": 0.0}))
        self.add(item)


def _held_as_long(item: OutboxItem) -> Update:
    """Let the rest of an album wait for its latest part, as far as it is held and nobody has leased it."""
    rest = and_(outbox.c.chat_id == item.chat_id, outbox.c.album == item.album, outbox.c.not_before < item.not_before)
    until = {"not_before": item.not_before, "waits_since": item.not_before}
    return update(outbox).where(is_held(), rest).values(until)
