import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, exists, func, literal_column, select, update

from core.petitions.places import WORKED_ON
from core.shared.clock import Clock
from core.shared.followups import (
    dead_letter_alert,
    failure_notice,
    leaves_no_trace,
    parts_of,
    reaction,
    with_few_broadcasts,
)
from core.shared.ids import ThreadId
from core.shared.link_roles import LinkRole
from core.shared.outbox import LONGEST_WAIT, ClaimedItem, DeadLetter, Operation, OutboxItem, RowState, Sent
from storage.engine import Database
from storage.operators import operators_chats
from storage.outbox_due import due_parts, due_rows, take_turn
from storage.outbox_rows import claimed_of, values_of
from storage.refusals import record_refusal
from storage.tables import campaigns, message_links, outbox, staff_cards, staff_chats
from storage.work import Values, Work

_LIVE = outbox.c.state == RowState.PENDING
_PURGED: Values = {"spec": None, "finished_at": None, "reply_to": None, "not_before": 0.0, "album": None}
"""Of a row that is to be forgotten neither words nor moments stay."""


class SqlOutboxQueue:
    """The delivery worker's side. `clock` only dates since when a person cannot be reached."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def claim(
        self, *, owner: str, now: float, lease: float, limit: int, broadcasts: int | None = None
    ) -> Sequence[ClaimedItem]:
        async with self._database.transaction() as connection:
            await take_turn(connection)
            due = (await connection.execute(due_rows(limit), {"now": now})).mappings().all()
            claimed = with_few_broadcasts([claimed_of(row, now + lease) for row in due], broadcasts)
            if albums := [row for row in claimed if row.item.album]:
                rows = (await connection.execute(due_parts(albums, now))).mappings().all()
                further = [claimed_of(row, now + lease) for row in rows]
                claimed = [replace(head, parts=parts_of(head, further)) for head in claimed]
            if claimed:
                taken = update(outbox).where(outbox.c.id.in_([each.id for row in claimed for each in row.whole]))
                leased = {"owner": owner, "lease_until": now + lease, "attempts": outbox.c.attempts + 1, "error": None}
                await connection.execute(taken.values(leased))
        return claimed

    async def mark_sent(self, row: ClaimedItem, sent: Sent | None, *, now: float) -> None:
        """A row whose lease was lost is finished all the same: the message is out, twice at worst."""
        item = row.item
        done: Values = {"state": RowState.SENT, "finished_at": now, "not_before": 0.0, "album": None, **_ended()}
        if item.purge_at_once:
            done |= _PURGED
        if leaves_no_trace(item):
            done |= {"chat_id": 0, "petition_id": None, "case_message_id": None}
        async with self._database.transaction() as connection:
            work = Work(connection)
            if item.chat_id < 0 and await _has_moved(work, row):
                return  # it was said where nobody works on the case any more: where they do it is still to be said
            finished = update(outbox).where(outbox.c.id == row.id).values(done).returning(outbox.c.chat_id)
            chat_id = (await work.run(finished)).scalar_one_or_none()
            gone = chat_id == 0 != item.chat_id  # whoever it was for has been forgotten meanwhile, or left the case
            if sent is not None and not gone:
                await _record_place(work, item, sent)
            if (follow := reaction(item)) and not await _waits_for_parts(work, item):
                await work.run(work.insert_new(outbox, values_of(follow)))

    async def mark_retry(self, row: ClaimedItem, *, not_before: float, error: str) -> None:
        async with self._database.transaction() as connection:
            given_back = {"not_before": not_before, "error": error, **_given_back()}
            await connection.execute(update(outbox).where(_still_ours(row)).values(given_back))

    async def give_back(self, row: ClaimedItem) -> None:
        """The count of attempts tells claims apart, so here, where it goes back, the lease has to be the same too."""
        this_claim = and_(_still_ours(row), outbox.c.lease_until == row.lease_until)
        error = None if row.open_ended else "given back"
        given_back = {"attempts": outbox.c.attempts - 1, "error": error, **_given_back()}
        async with self._database.transaction() as connection:
            await connection.execute(update(outbox).where(this_claim).values(given_back))

    async def is_held(self, row: ClaimedItem) -> bool:
        held = select(exists().where(outbox.c.id == row.id, outbox.c.state != RowState.PENDING))
        async with self._database.reading() as connection:
            return bool((await connection.execute(held)).scalar_one())

    async def disband(self, row: ClaimedItem, *, not_before: float, error: str) -> None:
        given_back = {"not_before": not_before, "error": error, "album": None, **_given_back()}
        async with self._database.transaction() as connection:
            for each in row.whole:
                await connection.execute(update(outbox).where(_still_ours(each)).values(given_back))

    async def mark_dead(self, row: ClaimedItem, *, error: str) -> None:
        async with self._database.transaction() as connection:
            dead = {"state": RowState.DEAD, "error": error, "finished_at": row.lease_until, **_ended()}
            work = Work(connection)
            there = outbox.c.chat_id == row.item.chat_id  # another chat has not refused it
            done = await work.run(update(outbox).where(_still_ours(row), there).values(dead))
            if done.rowcount != 1:
                return
            told = [failure_notice(row.item)]
            told += [dead_letter_alert(row, chat) for chat in await operators_chats(work)]
            for item in told:
                if item is not None:
                    await work.run(work.insert_new(outbox, values_of(item)))

    async def mark_unreachable(self, row: ClaimedItem, *, error: str) -> None:
        refused: Values = {"state": RowState.UNREACHABLE, "error": error, **_ended()}
        refused["finished_at"] = row.lease_until  # no later than this; the port tells no time here
        if row.item.purge_at_once:
            refused |= _PURGED
        if leaves_no_trace(row.item):
            refused |= {"chat_id": 0, "petition_id": None, "case_message_id": None}
        async with self._database.transaction() as connection:
            work = Work(connection)
            done = await work.run(update(outbox).where(_still_ours(row)).values(refused))
            if done.rowcount == 1:
                await record_refusal(work, row, self._clock.now())

    async def is_bound(self, row: ClaimedItem) -> bool:
        bound = select(exists().where(staff_chats.c.chat_id == row.item.chat_id))
        async with self._database.reading() as connection:
            return bool((await connection.execute(bound)).scalar_one())

    async def set_topic(self, row: ClaimedItem, thread_id: ThreadId) -> None:
        item = row.item
        values = {"petition_id": item.petition_id, "chat_id": item.chat_id, "rendered_version": 0}
        async with self._database.transaction() as connection:
            work = Work(connection)
            await work.run(work.upsert(staff_cards, {**values, "thread_id": thread_id}, "thread_id"))

    async def forget_topic(self, row: ClaimedItem, thread_id: ThreadId, again: Sequence[OutboxItem]) -> None:
        gone = and_(_card_of(row), staff_cards.c.thread_id == thread_id)
        async with self._database.transaction() as connection:
            work = Work(connection)
            done = await work.run(
                update(staff_cards).where(gone).values(thread_id=None, message_id=None, rendered_version=0)
            )
            for item in again if done.rowcount == 1 else ():
                await work.run(work.insert_new(outbox, values_of(item)))

    async def waiting(self, row: ClaimedItem) -> Sequence[str]:
        of_case = and_(outbox.c.petition_id == row.item.petition_id, outbox.c.chat_id == row.item.chat_id)
        async with self._database.reading() as connection:
            return (await connection.execute(select(outbox.c.dedupe).where(_LIVE, of_case))).scalars().all()

    async def set_card(self, row: ClaimedItem, sent: Sent) -> None:
        async with self._database.transaction() as connection:
            await _record_card(Work(connection), row.item, sent)

    async def forget_card(self, row: ClaimedItem) -> None:
        forgotten = update(staff_cards).where(_card_of(row)).values(message_id=None, rendered_version=0)
        async with self._database.transaction() as connection:
            await connection.execute(forgotten)

    async def supersede_cards(self, row: ClaimedItem) -> int:
        others = and_(
            _LIVE,
            outbox.c.operation == Operation.CARD,
            outbox.c.petition_id == row.item.petition_id,
            outbox.c.chat_id == row.item.chat_id,
            outbox.c.id != row.id,
        )
        finished_at = None if row.item.purge_at_once else row.lease_until
        superseded = {"state": RowState.SUPERSEDED, "finished_at": finished_at, "not_before": 0.0, **_ended()}
        async with self._database.transaction() as connection:
            return (await connection.execute(update(outbox).where(others).values(superseded))).rowcount

    async def release(self, has_died: Callable[[str], bool], *, now: float) -> int:
        leased = and_(_LIVE, outbox.c.owner.is_not(None))
        ahead = and_(_LIVE, literal_column("not_before > 0"), outbox.c.not_before > now + LONGEST_WAIT)
        async with self._database.transaction() as connection:
            await connection.execute(update(outbox).where(ahead).values(not_before=0.0))
            owners = (await connection.execute(select(outbox.c.owner).where(leased).distinct())).scalars().all()
            dead = [owner for owner in owners if has_died(owner)]
            if not dead:
                return 0
            freed = update(outbox).where(leased, outbox.c.owner.in_(dead)).values(_given_back())
            return (await connection.execute(freed)).rowcount

    async def dead(self, limit: int = 100) -> Sequence[DeadLetter]:
        names = (outbox.c.id, outbox.c.dedupe, outbox.c.chat_id, outbox.c.attempts, outbox.c.error)
        wanted = select(*names).where(outbox.c.state == RowState.DEAD).order_by(outbox.c.id).limit(limit)
        async with self._database.reading() as connection:
            rows = (await connection.execute(wanted)).mappings().all()
        return [DeadLetter(**row) for row in rows]

    async def revive(self, row_id: int) -> bool:
        dead = (outbox.c.id == row_id) & (outbox.c.state == RowState.DEAD)
        again = {"attempts": 0, "not_before": 0.0, "revived": outbox.c.revived + 1, "waits_since": time.time()}
        due = {"state": RowState.PENDING, "finished_at": None, **again, **_given_back()}
        async with self._database.transaction() as connection:
            done = await connection.execute(update(outbox).where(dead).values(due))
            return done.rowcount == 1

    async def depth(self) -> Mapping[str, int]:
        wanted = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        async with self._database.reading() as connection:
            return dict((await connection.execute(wanted)).all())

    async def purge(self, before: float) -> int:
        """Take the time away too: then only rows not purged yet are in its index's way, whatever has gathered."""
        over = and_(outbox.c.finished_at < before, outbox.c.state != RowState.DEAD)
        async with self._database.transaction() as connection:
            return (await connection.execute(update(outbox).where(over).values(spec=None, finished_at=None))).rowcount

    async def forget_dead(self, before: float) -> int:
        old = and_(outbox.c.finished_at < before, outbox.c.state == RowState.DEAD)
        given_up = update(outbox).where(old).values({"state": RowState.SUPERSEDED, **_PURGED})
        async with self._database.transaction() as connection:
            return (await connection.execute(given_up)).rowcount


async def _waits_for_parts(work: Work, item: OutboxItem) -> bool:
    """Tell whether other parts of the same reply have not arrived: in wait, or refused."""
    if item.case_message_id is None:
        return False
    missing = outbox.c.state.in_([RowState.PENDING, RowState.DEAD, RowState.UNREACHABLE])
    part = and_(missing, outbox.c.chat_id == item.chat_id, outbox.c.case_message_id == item.case_message_id)
    return bool((await work.run(select(exists().where(part)))).scalar_one())


async def _has_moved(work: Work, row: ClaimedItem) -> bool:
    """Tell whether another chat has taken over the case, and with it the row, since it was claimed."""
    moved = select(exists().where(outbox.c.id == row.id, outbox.c.chat_id != row.item.chat_id))
    left = select(exists().where(_card_of(row), staff_cards.c.standing.not_in(WORKED_ON)))
    return bool((await work.run(moved)).scalar_one()) and bool((await work.run(left)).scalar_one())


def _card_of(row: ClaimedItem) -> ColumnElement[bool]:
    return and_(staff_cards.c.petition_id == row.item.petition_id, staff_cards.c.chat_id == row.item.chat_id)


def _given_back() -> Values:
    return {"lease_until": 0.0, "owner": None}


def _ended() -> Values:
    return {"waits_since": None, **_given_back()}


def _still_ours(row: ClaimedItem) -> ColumnElement[bool]:
    """Every claim counts attempts up, so the count tells whether somebody else has claimed the row since."""
    return and_(
        outbox.c.state.in_((RowState.PENDING, RowState.PAUSED)),
        outbox.c.id == row.id,
        outbox.c.attempts == row.attempts,
    )


async def _record_place(work: Work, item: OutboxItem, sent: Sent) -> None:
    """Write down what the message means, and where the card stands."""
    if item.operation is Operation.CARD:
        await _record_card(work, item, sent)
    elif item.operation is Operation.PROGRESS:
        place: Values = {"chat_id": sent.chat_id, "message_id": sent.message_id}
        await work.run(update(campaigns).where(campaigns.c.id == item.campaign_id).values(place))
    elif item.role is not None:
        await _link(work, item, sent, item.role)


async def _record_card(work: Work, item: OutboxItem, sent: Sent) -> None:
    if item.petition_id is None:
        return
    place: Values = {
        "petition_id": item.petition_id,
        "chat_id": sent.chat_id,
        "message_id": sent.message_id,
        "rendered_version": sent.version,
    }
    if sent.thread_id is not None:  # forgetting a topic is `forget_topic`'s
        place["thread_id"] = sent.thread_id
    await work.run(work.upsert(staff_cards, place))
    await _link(work, item, sent, LinkRole.CARD)


async def _link(work: Work, item: OutboxItem, sent: Sent, role: LinkRole) -> None:
    if item.petition_id is None:
        return
    links = [
        {
            "chat_id": sent.chat_id,
            "message_id": message_id,
            "petition_id": item.petition_id,
            "role": role,
            "case_message_id": None if role is LinkRole.CARD else item.case_message_id,
        }
        for message_id in (*sent.also, sent.message_id)
    ]
    await work.run(work.insert_new(message_links, links))
