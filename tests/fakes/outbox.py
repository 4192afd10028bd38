from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from core.petitions.places import WORKED_ON, CardPlace
from core.shared.clock import Clock
from core.shared.followups import (
    card_after_refusal,
    dead_letter_alert,
    failure_notice,
    goes_with,
    leaves_no_trace,
    reaction,
    refusal_notice,
    room_for,
    with_few_broadcasts,
)
from core.shared.ids import ChatId, ThreadId
from core.shared.outbox import LONGEST_WAIT, ClaimedItem, DeadLetter, Operation, OutboxItem, RowState, Sent
from tests.fakes.database import FakeDatabase, FakeOutboxRow, Tables
from tests.fakes.outbox_places import put_card, record_card, record_place


class FakeOutboxQueue:
    def __init__(self, database: FakeDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def claim(
        self, *, owner: str, now: float, lease: float, limit: int, broadcasts: int | None = None
    ) -> Sequence[ClaimedItem]:
        taken: list[ClaimedItem] = []
        async with self._database.transaction() as tables:
            due = [row for row in _heads(tables, now) if row.not_before <= now][:limit]
            wanted = {row.id for row in with_few_broadcasts([row.claimed() for row in due], broadcasts)}
            for row in due:
                if row.id in wanted:
                    head, *parts = [_lease(tables, each, owner, now + lease) for each in _with_parts(tables, row, now)]
                    taken.append(replace(head, parts=tuple(parts)))
        return taken

    async def mark_sent(self, row: ClaimedItem, sent: Sent | None, *, now: float) -> None:
        async with self._database.transaction() as tables:
            if _has_moved(tables, row):
                return
            purged = row.item.purge_at_once
            finished = replace(tables.outbox[row.id], state=RowState.SENT, finished_at=None if purged else now)
            gone = finished.item.chat_id == 0
            item = finished.item if gone else replace(_erased(row.item), album="")
            tables.outbox[row.id] = replace(finished, item=item, lease_until=0.0, not_before=0.0)
            if sent is not None and not gone and not leaves_no_trace(row.item):
                record_place(tables, row.item, sent)
            if (follow := reaction(row.item)) and not _waits_for_parts(tables, row.item):
                tables.enqueue(follow)

    async def mark_retry(self, row: ClaimedItem, *, not_before: float, error: str) -> None:
        await self._give_back(row, not_before=not_before, error=error)

    async def give_back(self, row: ClaimedItem) -> None:
        if self._database.committed.outbox[row.id].lease_until == row.lease_until:
            error = None if row.open_ended else "given back"
            await self._give_back(row, attempts=row.attempts - 1, error=error)

    async def is_held(self, row: ClaimedItem) -> bool:
        return self._database.committed.outbox[row.id].state is not RowState.PENDING

    async def disband(self, row: ClaimedItem, *, not_before: float, error: str) -> None:
        for each in row.whole:
            alone = replace(each.item, album="")
            await self._give_back(each, not_before=not_before, error=error, item=alone)

    async def mark_dead(self, row: ClaimedItem, *, error: str) -> None:
        ours = await self._give_back(row, there=True, state=RowState.DEAD, error=error, finished_at=row.lease_until)
        if not ours:
            return
        async with self._database.transaction() as tables:
            told = [failure_notice(row.item), *(dead_letter_alert(row, chat) for chat in tables.operators())]
            for item in told:
                if item is not None:
                    tables.enqueue(item)

    async def mark_unreachable(self, row: ClaimedItem, *, error: str) -> None:
        item = _erased(row.item)
        finished = None if item.purge_at_once else row.lease_until
        ours = await self._give_back(row, state=RowState.UNREACHABLE, error=error, item=item, finished_at=finished)
        if not ours:
            return
        async with self._database.transaction() as tables:
            person = tables.resident_of(row.item.chat_id)
            if person is not None:
                since = person.unreachable_since or self._clock.now()
                tables.residents[person.id] = replace(person, unreachable_since=since)
                for place in _cards_concerned(tables, person.id, row.item):
                    tables.enqueue(card_after_refusal(row, place.petition_id, place.chat_id))
            if notice := refusal_notice(row.item):
                tables.enqueue(notice)

    async def is_bound(self, row: ClaimedItem) -> bool:
        return row.item.chat_id in self._database.committed.staff_chats

    async def set_topic(self, row: ClaimedItem, thread_id: ThreadId) -> None:
        async with self._database.transaction() as tables:
            put_card(tables, row.item, row.item.chat_id, thread_id=thread_id)

    async def forget_topic(self, row: ClaimedItem, thread_id: ThreadId, again: Sequence[OutboxItem]) -> None:
        async with self._database.transaction() as tables:
            card = tables.cards.get((row.item.petition_id, row.item.chat_id))
            if card is None or card.thread_id != thread_id:
                return
            put_card(tables, row.item, row.item.chat_id, thread_id=None, message_id=None)
            for item in again:
                tables.enqueue(item)

    async def waiting(self, row: ClaimedItem) -> Sequence[str]:
        pending = [each.item for each in self._database.committed.outbox.values() if each.state is RowState.PENDING]
        about = (row.item.petition_id, row.item.chat_id)
        return [item.dedupe for item in pending if (item.petition_id, item.chat_id) == about]

    async def set_card(self, row: ClaimedItem, sent: Sent) -> None:
        async with self._database.transaction() as tables:
            record_card(tables, row.item, sent)

    async def forget_card(self, row: ClaimedItem) -> None:
        async with self._database.transaction() as tables:
            if (row.item.petition_id, row.item.chat_id) in tables.cards:
                put_card(tables, row.item, row.item.chat_id, message_id=None)

    async def supersede_cards(self, row: ClaimedItem) -> int:
        async with self._database.transaction() as tables:
            others = [
                other
                for other in tables.outbox.values()
                if other.state is RowState.PENDING
                and other.item.operation is Operation.CARD
                and (other.item.petition_id, other.item.chat_id) == (row.item.petition_id, row.item.chat_id)
                and other.id != row.id
            ]
            for other in others:
                tables.outbox[other.id] = replace(other, state=RowState.SUPERSEDED, finished_at=row.lease_until)
            return len(others)

    async def release(self, has_died: Callable[[str], bool], *, now: float) -> int:
        async with self._database.transaction() as tables:
            for row in list(tables.outbox.values()):
                if row.not_before > now + LONGEST_WAIT:
                    tables.outbox[row.id] = replace(row, not_before=0.0)
            left = [
                row
                for row in tables.outbox.values()
                if row.state is RowState.PENDING and row.lease_until > 0 and has_died(row.owner)
            ]
            for row in left:
                tables.outbox[row.id] = replace(row, lease_until=0.0, owner="")
            return len(left)

    async def dead(self, limit: int = 100) -> Sequence[DeadLetter]:
        dead = [row for row in self._database.committed.outbox.values() if row.state is RowState.DEAD]
        return [
            DeadLetter(id=r.id, dedupe=r.item.dedupe, chat_id=r.item.chat_id, attempts=r.attempts, error=r.error or "")
            for r in dead[:limit]
        ]

    async def revive(self, row_id: int) -> bool:
        async with self._database.transaction() as tables:
            row = tables.outbox.get(row_id)
            if row is None or row.state is not RowState.DEAD:
                return False
            tables.outbox[row_id] = replace(
                row, state=RowState.PENDING, attempts=0, not_before=0.0, revived=row.revived + 1, finished_at=None
            )
            return True

    async def depth(self) -> Mapping[str, int]:
        return Counter(str(row.state) for row in self._database.committed.outbox.values())

    async def purge(self, before: float) -> int:
        return await self._forget(before, dead=False)

    async def forget_dead(self, before: float) -> int:
        return await self._forget(before, dead=True)

    async def _forget(self, before: float, *, dead: bool) -> int:
        async with self._database.transaction() as tables:
            over = [r for r in tables.outbox.values() if r.finished_at is not None and r.finished_at < before]
            over = [row for row in over if (row.state is RowState.DEAD) == dead]
            for row in over:
                state = RowState.SUPERSEDED if dead else row.state
                tables.outbox[row.id] = replace(row, item=replace(row.item, spec=None), finished_at=None, state=state)
            return len(over)

    async def _give_back(self, row: ClaimedItem, *, there: bool = False, **changes: Any) -> bool:
        """`there`: only where it has not been sent on to another chat."""
        async with self._database.transaction() as tables:
            stored = tables.outbox[row.id]
            ours = stored.state in {RowState.PENDING, RowState.PAUSED} and stored.attempts == row.attempts
            if ours and there:
                ours = stored.item.chat_id == row.item.chat_id
            if ours:
                tables.outbox[row.id] = replace(stored, lease_until=0.0, **changes)
            return ours


def _heads(tables: Tables, now: float) -> list[FakeOutboxRow]:
    """Return the first row of every chat that has none in flight, by (priority, age)."""
    pending = [row for row in tables.outbox.values() if row.state is RowState.PENDING]
    busy = {row.item.chat_id for row in pending if row.lease_until > now}
    first: dict[ChatId, FakeOutboxRow] = {}
    waiting: set[tuple[ChatId, str | None]] = set()
    for row in sorted(pending, key=lambda r: (r.item.priority, r.id)):
        chat, talk = row.item.chat_id, (row.item.chat_id, row.item.petition_id)
        if chat in busy or chat in first or talk in waiting:
            continue
        if row.not_before > now and (chat < 0 or row.attempts == 0):
            waiting.add(talk)  # in a group, and behind what is held, only the rows of the same case wait with it
        else:
            first[chat] = row
    return list(first.values())


def _with_parts(tables: Tables, head: FakeOutboxRow, now: float) -> list[FakeOutboxRow]:
    """The row, and what is due of its album, as many as there is room for."""
    pending = [row for row in tables.outbox.values() if row.state is RowState.PENDING and row.not_before <= now]
    parts = [row for row in pending if row.id != head.id and goes_with(row.item, head.item)]
    return [head, *parts[: room_for(head.item, [row.item for row in parts])]]


def _lease(tables: Tables, row: FakeOutboxRow, owner: str, until: float) -> ClaimedItem:
    leased = replace(row, attempts=row.attempts + 1, lease_until=until, owner=owner)
    tables.outbox[row.id] = replace(leased, error=None)
    return leased.claimed()


def _waits_for_parts(tables: Tables, item: OutboxItem) -> bool:
    missing = {RowState.PENDING, RowState.DEAD, RowState.UNREACHABLE}
    return item.case_message_id is not None and any(
        row.state in missing and (row.item.chat_id, row.item.case_message_id) == (item.chat_id, item.case_message_id)
        for row in tables.outbox.values()
    )


def _erased(item: OutboxItem) -> OutboxItem:
    if item.purge_at_once:
        item = replace(item, spec=None, reply_to=None)
    if leaves_no_trace(item):
        item = replace(item, chat_id=ChatId(0), petition_id=None, case_message_id=None)
    return item


def _has_moved(tables: Tables, row: ClaimedItem) -> bool:
    place = tables.cards.get((row.item.petition_id, row.item.chat_id)) if row.item.petition_id else None
    moved = tables.outbox[row.id].item.chat_id != row.item.chat_id
    return moved and place is not None and place.standing not in WORKED_ON


def _cards_concerned(tables: Tables, resident_id: str, item: OutboxItem) -> list[CardPlace]:
    cards = [
        (tables.petitions[place.petition_id].number, place.chat_id, place)
        for place in tables.cards.values()
        if place.standing in WORKED_ON
        and tables.petitions[place.petition_id].resident_id == resident_id
        and (tables.petitions[place.petition_id].open or place.petition_id == item.petition_id)
    ]
    return [place for _, _, place in sorted(cards, key=lambda c: c[:2])]
