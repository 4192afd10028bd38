from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Table, and_, delete, func, insert, or_, select, update

from core.ballots.model import OVER, Ballot, BallotState, Slip, Voter, Withheld
from core.ballots.paper import Paper
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BallotId, RosterId, TelegramUserId, UnitId
from core.shared.language import Language
from storage.tables import (
    ballot_approvals,
    ballot_box,
    ballot_drafts,
    ballot_lists,
    ballot_receipts,
    ballot_register,
    ballot_roll,
    ballots,
    residents,
    roster_entries,
)
from storage.work import Values, Work

AT_ONCE = 500
"""Rows of one INSERT: SQLite takes 32,766 values in a statement."""


def _values(ballot: Ballot) -> Values:
    plain = {column.name: getattr(ballot, column.name) for column in ballots.c if column.name != "paper"}
    return {**plain, "paper": ballot.paper.to_json()}


def _ballot(row: RowMapping) -> Ballot:
    known = {
        **row,
        "paper": Paper.from_json(row["paper"]),
        "state": BallotState(row["state"]),
        "withheld": None if row["withheld"] is None else Withheld(row["withheld"]),
    }
    return Ballot(**known)


class SqlBallotRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, ballot: Ballot) -> None:
        self._work.later(insert(ballots).values(_values(ballot)))

    async def save(self, ballot: Ballot) -> None:
        unchanged = (ballots.c.id == ballot.id) & (ballots.c.version == ballot.version - 1)
        done = await self._work.run(update(ballots).where(unchanged).values(_values(ballot)))
        if done.rowcount != 1:
            raise ConflictError("ballot-changed")

    async def get(self, ballot_id: BallotId) -> Ballot:
        return await self._known(ballot_id)

    async def lock(self, ballot_id: BallotId, *, shared: bool = False) -> Ballot:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer."""
        if self._work.reads_only:
            raise StorageError("storage-failed")  # PostgreSQL would say so; SQLite would let it pass
        return await self._known(ballot_id, locked=True, shared=shared)

    async def _known(self, ballot_id: BallotId, *, locked: bool = False, shared: bool = False) -> Ballot:
        wanted = select(ballots).where(ballots.c.id == ballot_id)
        wanted = wanted.with_for_update(read=shared, key_share=not shared) if locked else wanted
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("ballot-unknown")
        return _ballot(row)

    async def find(self, unit_id: UnitId, slug: str) -> Ballot | None:
        wanted = select(ballots).where(ballots.c.unit_id == unit_id, ballots.c.slug == slug)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else _ballot(row)

    async def of_units(self, units: Collection[UnitId]) -> Sequence[Ballot]:
        wanted = select(ballots).where(ballots.c.unit_id.in_(units))
        rows = await self._work.run(wanted.order_by(ballots.c.closes_at.desc(), ballots.c.id))
        return [_ballot(row) for row in rows.mappings()]

    async def due(self, now: datetime) -> Sequence[BallotId]:
        opens = and_(ballots.c.state == BallotState.APPROVED, ballots.c.opens_at <= now)
        closes = and_(ballots.c.state == BallotState.OPEN, ballots.c.closes_at <= now)
        ends = and_(ballots.c.state.in_([*OVER, BallotState.CANCELLED]), ballots.c.announced.is_(False))
        wanted = select(ballots.c.id).where(or_(opens, closes, ends)).order_by(ballots.c.id)
        return [BallotId(each) for each in (await self._work.run(wanted)).scalars()]

    async def approve(self, ballot_id: BallotId, by: TelegramUserId, name: str) -> bool:
        row = {"ballot_id": ballot_id, "user_id": by, "name": name}
        added = self._work.insert_new(ballot_approvals, row).returning(ballot_approvals.c.user_id)
        return (await self._work.run(added)).first() is not None

    async def approved_by(self, ballot_id: BallotId) -> Sequence[str]:
        wanted = select(ballot_approvals.c.name).where(ballot_approvals.c.ballot_id == ballot_id)
        rows = await self._work.run(wanted.order_by(ballot_approvals.c.name, ballot_approvals.c.user_id))
        return rows.scalars().all()

    async def clear_approvals(self, ballot_id: BallotId) -> None:
        await self._empty(ballot_approvals, ballot_id)

    async def enrol(self, ballot_id: BallotId, voters: Sequence[Voter]) -> None:
        await self._insert(ballot_roll, [{"ballot_id": ballot_id, **asdict(voter)} for voter in voters])

    async def voter(self, ballot_id: BallotId, voter: RosterId) -> Voter | None:
        wanted = select(ballot_roll).where(ballot_roll.c.ballot_id == ballot_id, ballot_roll.c.voter == voter)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else _voter(row)

    async def voters(self, ballot_id: BallotId) -> Sequence[Voter]:
        wanted = select(ballot_roll).where(ballot_roll.c.ballot_id == ballot_id).order_by(ballot_roll.c.voter)
        return [_voter(row) for row in (await self._work.run(wanted)).mappings()]

    async def accounts(self, ballot_id: BallotId) -> Sequence[tuple[TelegramUserId, Language]]:
        wanted = (
            select(residents.c.telegram_id, residents.c.language)
            .join(roster_entries, roster_entries.c.resident_id == residents.c.id)
            .join(ballot_roll, ballot_roll.c.voter == roster_entries.c.id)
            .where(ballot_roll.c.ballot_id == ballot_id)
            .distinct()
            .order_by(residents.c.telegram_id)
        )
        return [(TelegramUserId(row.telegram_id), Language(row.language)) for row in await self._work.run(wanted)]

    async def mark(self, ballot_id: BallotId, seat: str) -> bool:
        added = self._work.insert_new(ballot_register, {"ballot_id": ballot_id, "seat": seat})
        return (await self._work.run(added.returning(ballot_register.c.seat))).first() is not None

    async def is_marked(self, ballot_id: BallotId, seat: str) -> bool:
        there = select(ballot_register.c.seat).where(
            ballot_register.c.ballot_id == ballot_id, ballot_register.c.seat == seat
        )
        return (await self._work.run(there)).first() is not None

    async def marks(self, ballot_id: BallotId) -> int:
        wanted = select(func.count()).select_from(ballot_register).where(ballot_register.c.ballot_id == ballot_id)
        return int((await self._work.run(wanted)).scalar_one())

    async def marked(self, ballot_id: BallotId) -> Mapping[tuple[str, int], int]:
        """Several people of a household stand on the roll with one seat: it is counted once."""
        register, roll = ballot_register.c, ballot_roll.c
        of_it = (roll.ballot_id == register.ballot_id) & (roll.seat == register.seat)
        wanted = (
            select(roll.group, roll.weight, func.count(register.seat.distinct()).label("seats"))
            .join_from(ballot_register, ballot_roll, of_it)
            .where(register.ballot_id == ballot_id)
            .group_by(roll.group, roll.weight)
        )
        return {(row.group, row.weight): row.seats for row in await self._work.run(wanted)}

    async def drop(self, ballot_id: BallotId, slips: Sequence[Slip], receipt: str) -> None:
        """In an order of its own, so that not even the file shows which slip was first."""
        rows = [{"ballot_id": ballot_id, **asdict(slip)} for slip in sorted(slips, key=lambda slip: slip.id)]
        await self._insert(ballot_box, rows)
        await self._work.run(insert(ballot_receipts).values(ballot_id=ballot_id, hash=receipt))

    async def slips(self, ballot_id: BallotId) -> Sequence[Slip]:
        wanted = select(ballot_box).where(ballot_box.c.ballot_id == ballot_id).order_by(ballot_box.c.id)
        rows = (await self._work.run(wanted)).mappings()
        return [Slip(**{name: value for name, value in row.items() if name != "ballot_id"}) for row in rows]

    async def receipts(self, ballot_id: BallotId) -> Sequence[str]:
        wanted = select(ballot_receipts.c.hash).where(ballot_receipts.c.ballot_id == ballot_id)
        return (await self._work.run(wanted.order_by(ballot_receipts.c.hash))).scalars().all()

    async def draft(self, ballot_id: BallotId, voter: RosterId) -> bytes | None:
        wanted = select(ballot_drafts.c.sealed).where(
            ballot_drafts.c.ballot_id == ballot_id, ballot_drafts.c.voter == voter
        )
        return (await self._work.run(wanted)).scalar_one_or_none()

    async def keep_draft(self, ballot_id: BallotId, voter: RosterId, sealed: bytes | None) -> None:
        if sealed is None:
            theirs = (ballot_drafts.c.ballot_id == ballot_id) & (ballot_drafts.c.voter == voter)
            await self._work.run(delete(ballot_drafts).where(theirs))
        else:
            row = {"ballot_id": ballot_id, "voter": voter, "sealed": sealed}
            await self._work.run(self._work.upsert(ballot_drafts, row))

    async def seal(self, ballot_id: BallotId, lists: Mapping[str, Any] | None) -> None:
        """The register is written anew too, by seat: PostgreSQL keeps with each row which transaction wrote it."""
        wanted = select(ballot_register.c.seat).where(ballot_register.c.ballot_id == ballot_id)
        seats = sorted((await self._work.run(wanted)).scalars())
        for table in (ballot_box, ballot_receipts, ballot_drafts, ballot_register):
            await self._empty(table, ballot_id)
        await self._insert(ballot_register, [{"ballot_id": ballot_id, "seat": seat} for seat in seats])
        if lists is not None:
            await self._work.run(insert(ballot_lists).values(ballot_id=ballot_id, lists=lists))

    async def lists(self, ballot_id: BallotId) -> Mapping[str, Any] | None:
        wanted = select(ballot_lists.c.lists).where(ballot_lists.c.ballot_id == ballot_id)
        return (await self._work.run(wanted)).scalar_one_or_none()

    async def _empty(self, table: Table, ballot_id: BallotId) -> None:
        await self._work.run(delete(table).where(table.c.ballot_id == ballot_id))

    async def _insert(self, table: Table, rows: Sequence[Values]) -> None:
        for start in range(0, len(rows), AT_ONCE):
            await self._work.run(insert(table).values(rows[start : start + AT_ONCE]))


def _voter(row: RowMapping) -> Voter:
    return Voter(**{name: value for name, value in row.items() if name != "ballot_id"})
