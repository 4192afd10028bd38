import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar

from core.ballots.model import OVER, Ballot, BallotState, Slip, Voter
from core.ballots.paper import Paper
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BallotId, BlobId, RosterId, TelegramUserId, UnitId
from core.shared.language import Language
from tests.fakes.database import FakeWork, Tables, require, unique

T = TypeVar("T")


class FakeBallotRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, ballot: Ballot) -> None:
        def write(tables: Tables) -> None:
            require(ballot.unit_id in tables.units)
            slugs = {(each.unit_id, each.slug) for each in tables.ballots.values()}
            unique((ballot.unit_id, ballot.slug) not in slugs, "ballot-exists")
            tables.ballots[ballot.id] = _through_json(ballot)

        self._work.later(write)

    async def save(self, ballot: Ballot) -> None:
        if (await self.get(ballot.id)).version != ballot.version - 1:
            raise ConflictError("ballot-changed")
        self._work.now().ballots[ballot.id] = _through_json(ballot)

    async def get(self, ballot_id: BallotId) -> Ballot:
        if ballot_id not in self._work.now().ballots:
            raise NotFoundError("ballot-unknown")
        return self._work.now().ballots[ballot_id]

    async def lock(self, ballot_id: BallotId, *, shared: bool = False) -> Ballot:
        if self._work.reads_only:
            raise StorageError("storage-failed")
        return await self.get(ballot_id)

    async def find(self, unit_id: UnitId, slug: str) -> Ballot | None:
        found = (b for b in self._work.now().ballots.values() if (b.unit_id, b.slug) == (unit_id, slug))
        return next(found, None)

    async def of_units(self, units: Collection[UnitId]) -> Sequence[Ballot]:
        found = sorted((b for b in self._work.now().ballots.values() if b.unit_id in units), key=lambda b: b.id)
        return sorted(found, key=lambda ballot: ballot.closes_at, reverse=True)

    async def due(self, now: datetime) -> Sequence[BallotId]:
        def is_due(ballot: Ballot) -> bool:
            opens = ballot.state is BallotState.APPROVED and ballot.opens_at <= now
            closes = ballot.state is BallotState.OPEN and ballot.closes_at <= now
            return opens or closes or (ballot.state in {*OVER, BallotState.CANCELLED} and not ballot.announced)

        return sorted(ballot.id for ballot in self._work.now().ballots.values() if is_due(ballot))

    async def approve(self, ballot_id: BallotId, by: TelegramUserId, name: str) -> bool:
        approvals = self._work.now().approvals
        if (ballot_id, by) in approvals:
            return False
        approvals[ballot_id, by] = name
        return True

    async def approved_by(self, ballot_id: BallotId) -> Sequence[str]:
        return sorted(name for (ballot, _), name in self._work.now().approvals.items() if ballot == ballot_id)

    async def clear_approvals(self, ballot_id: BallotId) -> None:
        tables = self._work.now()
        tables.approvals = {key: name for key, name in tables.approvals.items() if key[0] != ballot_id}

    async def enrol(self, ballot_id: BallotId, voters: Sequence[Voter]) -> None:
        for voter in voters:
            self._work.now().roll[ballot_id, voter.voter] = voter

    async def voter(self, ballot_id: BallotId, voter: RosterId) -> Voter | None:
        return self._work.now().roll.get((ballot_id, voter))

    async def voters(self, ballot_id: BallotId) -> Sequence[Voter]:
        found = (voter for (ballot, _), voter in self._work.now().roll.items() if ballot == ballot_id)
        return sorted(found, key=lambda voter: voter.voter)

    async def accounts(self, ballot_id: BallotId) -> Sequence[tuple[TelegramUserId, Language]]:
        tables = self._work.now()
        entries = (tables.roster[voter] for ballot, voter in tables.roll if ballot == ballot_id)
        bound = (tables.residents[entry.resident_id] for entry in entries if entry.resident_id is not None)
        return sorted({(each.telegram_id, each.language) for each in bound})

    async def mark(self, ballot_id: BallotId, seat: str) -> bool:
        register = self._work.now().register
        if (ballot_id, seat) in register:
            return False
        register[ballot_id, seat] = True
        return True

    async def is_marked(self, ballot_id: BallotId, seat: str) -> bool:
        return (ballot_id, seat) in self._work.now().register

    async def marks(self, ballot_id: BallotId) -> int:
        return sum(ballot == ballot_id for ballot, _ in self._work.now().register)

    async def marked(self, ballot_id: BallotId) -> Mapping[tuple[str, int], int]:
        seats = {(v.seat, v.group, v.weight) for v in await self.voters(ballot_id)}
        register = self._work.now().register
        return Counter((group, weight) for seat, group, weight in seats if (ballot_id, seat) in register)

    async def drop(self, ballot_id: BallotId, slips: Sequence[Slip], receipt: str) -> None:
        tables = self._work.now()
        unique((ballot_id, receipt) not in tables.receipts)
        tables.receipts[ballot_id, receipt] = True
        for slip in slips:
            tables.box[ballot_id, slip.id] = slip

    async def slips(self, ballot_id: BallotId) -> Sequence[Slip]:
        found = (slip for (ballot, _), slip in self._work.now().box.items() if ballot == ballot_id)
        return sorted(found, key=lambda slip: slip.id)

    async def receipts(self, ballot_id: BallotId) -> Sequence[str]:
        return sorted(receipt for ballot, receipt in self._work.now().receipts if ballot == ballot_id)

    async def draft(self, ballot_id: BallotId, voter: RosterId) -> bytes | None:
        return self._work.now().vote_drafts.get((ballot_id, voter))

    async def keep_draft(self, ballot_id: BallotId, voter: RosterId, sealed: bytes | None) -> None:
        drafts = self._work.now().vote_drafts
        drafts.pop((ballot_id, voter), None)
        if sealed is not None:
            drafts[ballot_id, voter] = sealed

    async def seal(self, ballot_id: BallotId, lists: Mapping[str, Any] | None) -> None:
        tables = self._work.now()
        for shelf in (tables.box, tables.receipts, tables.vote_drafts):
            for key in [key for key in shelf if key[0] == ballot_id]:
                del shelf[key]  # type: ignore[attr-defined] # each has keys of its own
        if lists is not None:
            tables.lists[ballot_id] = lists

    async def lists(self, ballot_id: BallotId) -> Mapping[str, Any] | None:
        return self._work.now().lists.get(ballot_id)


def _through_json(ballot: Ballot) -> Ballot:
    return replace(ballot, paper=Paper.from_json(ballot.paper.to_json()))


class FakeVoteKeys:
    """Keys that repeat in every run, in memory."""

    def __init__(self) -> None:
        self.keys: dict[tuple[BallotId, RosterId], bytes] = {}
        self.made = 0

    async def make(self, ballot_id: BallotId, voter: RosterId) -> bytes:
        if (ballot_id, voter) not in self.keys:
            self.made += 1
            self.keys[ballot_id, voter] = f"key{self.made:03d}".encode()
        return self.keys[ballot_id, voter]

    async def get(self, ballot_id: BallotId, voter: RosterId) -> bytes | None:
        return self.keys.get((ballot_id, voter))

    async def destroy(self, ballot_id: BallotId, voter: RosterId | None = None) -> None:
        self.keys = {
            each: key for each, key in self.keys.items() if each[0] != ballot_id or (voter and each[1] != voter)
        }

    async def kept(self) -> Sequence[tuple[BallotId, RosterId]]:
        return list(self.keys)

    def seal(self, key: bytes, text: str) -> bytes:
        return key + text[::-1].encode()

    def open(self, key: bytes, sealed: bytes) -> str | None:
        return sealed.removeprefix(key).decode()[::-1] if sealed.startswith(key) else None

    def token(self, key: bytes, text: str) -> str:
        return sha256(key + text.encode()).hexdigest()[:12]

    def receipt(self, key: bytes) -> str:
        return f"RCPT-{key.decode().upper()}"


class FakeScrubber:
    def __init__(self) -> None:
        self.times = 0

    async def __call__(self) -> None:
        self.times += 1


class FakeCharts:
    def __init__(self) -> None:
        self.drawn: list[tuple[str, Language]] = []
        self.fails = False

    async def draw(self, paper: Paper, result: Mapping[str, Any], language: Language) -> BlobId:
        if self.fails:
            raise StorageError("storage-failed")
        self.drawn.append((paper.title, language))
        return BlobId(f"chart{len(self.drawn)}")


def shuffled(items: Sequence[T]) -> list[T]:
    """Another order than they came in, the same in every run."""
    return random.Random(len(items)).sample(list(items), len(items))  # noqa: S311 - a test
