from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from core.shared.ids import CaseMessageId, ChatId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.outbox import OutboxItem, Priority, RowState
from tests.fakes.database import FakeOutboxRow, FakeWork, Tables


class FakeOutboxWriter:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, item: OutboxItem) -> None:
        self._work.later(lambda tables: tables.enqueue(item))

    async def add_all(self, items: Sequence[OutboxItem]) -> None:
        tables = self._work.now()
        for item in items:
            tables.enqueue(item)

    async def held_from(self, chat_id: ChatId) -> Sequence[tuple[PetitionId, CaseMessageId]]:
        held = reversed(self._work.now().held())
        here = [row.item for row in held if chat_id in {row.item.origin_chat, row.item.chat_id}]
        return list(dict.fromkeys((item.petition_id, item.case_message_id) for item in here))

    async def take_back(self, message_id: CaseMessageId) -> bool:
        return await self.put_in_place(message_id, [])

    async def put_in_place(self, message_id: CaseMessageId, items: Sequence[OutboxItem]) -> bool:
        return self._put_for([message_id], lambda row: row.held, items, anywhere=False)

    async def put_unseen(self, message_ids: Sequence[CaseMessageId], items: Sequence[OutboxItem]) -> bool:
        return self._put_for(
            message_ids, lambda row: (row.state, row.attempts) == (RowState.PENDING, 0), items, anywhere=True
        )

    def _put_for(
        self,
        message_ids: Sequence[CaseMessageId],
        free: Callable[[FakeOutboxRow], bool],
        items: Sequence[OutboxItem],
        *,
        anywhere: bool,
    ) -> bool:
        tables = self._work.now()
        parts = [row for row in tables.outbox.values() if row.item.case_message_id in message_ids]
        chats = {row.item.chat_id for row in parts if free(row)}
        going = [row for row in parts if row.state is not RowState.SUPERSEDED]
        going = [row for row in going if anywhere or row.item.chat_id in chats]
        if not going or not all(free(row) for row in going):
            return False
        turns = {row.item.chat_id: row.item.priority for row in going}
        items = [replace(item, priority=turns.get(item.chat_id, item.priority)) for item in items]
        for item in items:
            if item.chat_id not in chats:
                tables.enqueue(item)
        for chat_id in sorted(chats):
            rows = sorted((row for row in going if row.item.chat_id == chat_id), key=lambda row: row.id)
            instead = [item for item in items if item.chat_id == chat_id]
            for row, item in zip_longest(rows, instead):
                if row is None:
                    _squeeze_in(tables, item, behind=max(row.id for row in rows))
                elif item is None:
                    erased = replace(row.item, spec=None, reply_to=None, album="")
                    tables.outbox[row.id] = replace(row, item=erased, state=RowState.SUPERSEDED, not_before=0.0)
                else:
                    kept = replace(item, not_before=0.0)
                    tables.outbox[row.id] = replace(row, item=kept, not_before=item.not_before)
                    tables.hold_as_long(item)
        return True

    async def words_waiting(self, petition_id: PetitionId, chat_id: ChatId) -> Sequence[Priority]:
        rows = [row for row in self._work.now().outbox.values() if row.state is RowState.PENDING]
        here = [row.item for row in rows if (row.item.petition_id, row.item.chat_id) == (petition_id, chat_id)]
        said = [item for item in here if item.role is LinkRole.CASE_TEXT and item.case_message_id is not None]
        return [item.priority for item in said]

    async def only(self, item: OutboxItem) -> None:
        def replace_others(tables: Tables) -> None:
            for row in list(tables.outbox.values()):
                alike = (row.item.chat_id, row.item.operation) == (item.chat_id, item.operation)
                if alike and row.state is RowState.PENDING and row.item.dedupe != item.dedupe:
                    tables.outbox[row.id] = replace(row, state=RowState.SUPERSEDED, not_before=0.0)
            tables.enqueue(item)

        self._work.later(replace_others)


def _squeeze_in(tables: Tables, item: OutboxItem, behind: int) -> None:
    """Put the item right behind others of its message, and what waits there about its case one place further."""
    about = (item.chat_id, item.petition_id, item.priority)
    last = max(tables.outbox)
    tables.enqueue(item)
    ours = [row for row in tables.outbox.values() if row.id > last]
    others = [
        row
        for row in tables.outbox.values()
        if behind < row.id <= last
        and (row.state, row.attempts) == (RowState.PENDING, 0)
        and (row.item.chat_id, row.item.petition_id, row.item.priority) == about
        and row.item.case_message_id != item.case_message_id
    ]
    for place, row in zip(sorted(row.id for row in ours + others), ours + others, strict=True):
        tables.outbox[place] = replace(row, id=place)
