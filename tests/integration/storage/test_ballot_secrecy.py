"""Two hundred voters at once; and after the close, whoever has the whole database tries to join voters and votes."""

import asyncio
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from bot.adapters.ids import RandomIds, shuffled
from bot.adapters.vote_keys import FileVoteKeys
from core.ballots.model import Ballot, BallotState
from core.ballots.rules import freeze
from core.ballots.usecases import CastVote, FillIn, TendBallots
from core.ballots.usecases.voting import SPLIT, cast_token
from core.people.model import Resident, RosterEntry
from core.shared.errors import AppError
from storage.engine import Database
from storage.tables import SECRET
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.core_rig import actor_of
from tests.factories.ballots import a_ballot, a_body, a_paper, an_entry, some_slips
from tests.factories.cases import a_resident
from tests.factories.scene import Scene, set_scene
from tests.fakes.ballots import FakeCharts
from tests.fakes.world import START, FakeClock

pytestmark = pytest.mark.integration
VOTERS = 200


@pytest.fixture(params=["url", "postgres_url"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty SQLite or PostgreSQL database."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def databases(address: str) -> AsyncIterator[list[Database]]:
    opened = [Database(address) for _ in range(4)]
    yield opened
    for database in opened:
        await database.close()


class Poll:
    """An open ballot with one question for each dimension, and people on its roll, served by several processes."""

    def __init__(self, databases: list[Database], folder: Path) -> None:
        self.databases = databases
        self.uows = [SqlUnitOfWorkFactory(database) for database in databases]
        self.clock, self.keys = FakeClock(), FileVoteKeys(folder / "vote-keys")
        self.folder = folder
        self.people: list[Resident] = []
        self.entries: list[RosterEntry] = []
        self.ballot: Ballot
        self.scene: Scene

    async def prepare(self, voters: int) -> None:
        uow = self.uows[0]
        self.scene = scene = await set_scene(uow)
        paper = a_paper(subjects=(a_body(dimensions=a_body().dimensions[:2]),))
        given: dict[str, Any] = {"id": "b" * 32, "opens_at": START, "state": BallotState.OPEN, "seats": voters}
        self.ballot = a_ballot(scene.unit, paper=paper, **given)
        agreed = [a_resident(scene.unit, name=f"居民{n}").agrees(START) for n in range(voters)]
        self.people = [resident.agrees_to_transfer(START) for resident in agreed]
        async with uow() as work:
            for resident in self.people:
                await work.residents.save(resident)
                entry = an_entry(scene.unit, id=RandomIds().new(), resident_id=resident.id)
                self.entries.append(entry)
                work.roster.add(entry)
            work.ballots.add(self.ballot)
            await work.commit()
        async with uow() as work:
            await work.ballots.enrol(self.ballot.id, freeze(paper, self.entries))
            await work.commit()

    async def all_fill_in(self, grades: Callable[[int], str]) -> list[str]:
        """Keep everybody's answers as the use case does, all at once; return the tokens that cast them."""
        tokens: list[str] = []
        async with self.uows[0]() as work:
            for number, entry in enumerate(self.entries):
                key = await self.keys.make(self.ballot.id, entry.id)
                choices = dict.fromkeys(self.ballot.paper.questions, grades(number))
                sealed = self.keys.seal(key, json.dumps({SPLIT.join(each): grade for each, grade in choices.items()}))
                await work.ballots.keep_draft(self.ballot.id, entry.id, sealed)
                tokens.append(cast_token(self.keys, key, choices))
            await work.commit()
        return tokens

    async def casts(self, who: Resident, token: str, uow: SqlUnitOfWorkFactory) -> str:
        cast = CastVote(uow=uow, clock=self.clock, ids=RandomIds(), keys=self.keys)
        try:
            await cast(actor_of(who), self.ballot.id, token)
        except AppError as error:
            return error.code
        return "cast"

    async def tend(self, uow: SqlUnitOfWorkFactory | None = None) -> None:
        async def scrub() -> None:
            await self.databases[0].scrub(SECRET)

        tend = TendBallots(
            uow=uow or self.uows[0],
            clock=self.clock,
            keys=self.keys,
            shuffle=shuffled,
            scrub=scrub,
            charts=FakeCharts(),
        )
        await tend()

    async def now(self) -> Ballot:
        async with self.uows[0].reading() as uow:
            return await uow.ballots.get(self.ballot.id)

    def closes(self) -> None:
        self.clock.move(self.ballot.closes_at - self.clock.now())


@pytest.fixture
async def poll(databases: list[Database], tmp_path: Path) -> Poll:
    return Poll(databases, tmp_path)


def grade_of(number: int) -> str:
    return ("good", "fair", "average", "poor", "abstain")[number % 5]


async def test_two_hundred_at_once_each_pressed_in_two_processes(poll: Poll) -> None:
    await poll.prepare(VOTERS)
    uows = poll.uows
    tokens = await poll.all_fill_in(grade_of)

    outcomes = Counter(
        await asyncio.gather(
            *(
                poll.casts(who, tokens[n], uows[(n + twice) % 4])
                for n, who in enumerate(poll.people)
                for twice in (0, 1)
            )
        )
    )

    assert outcomes["cast"] == VOTERS
    assert set(outcomes) <= {"cast", "vote-cast", "vote-choice"}
    assert await poll.keys.kept() == []
    poll.closes()
    await asyncio.gather(*(poll.tend(uow) for uow in uows))
    ballot = await poll.now()
    assert ballot.state is BallotState.PUBLISHED
    assert ballot.result is not None
    (subject,) = ballot.result["subjects"]
    for tally in subject["dimensions"].values():
        assert tally == dict.fromkeys(("good", "fair", "average", "poor", "abstain"), VOTERS // 5)
    async with uows[0].reading() as uow:
        lists = await uow.ballots.lists(ballot.id)
        assert lists is not None
        assert len(set(lists["receipts"])) == VOTERS == await uow.ballots.marks(ballot.id)


async def test_votes_at_the_very_end_are_in_or_refused(poll: Poll) -> None:
    """Whoever is told that the vote is cast is counted, however close to the close it was."""
    await poll.prepare(40)
    tokens = await poll.all_fill_in(lambda _: "good")

    async def ends() -> str:
        await asyncio.sleep(0)
        poll.closes()
        await poll.tend()
        return "tended"

    halves = [poll.casts(who, tokens[n], poll.uows[n % 4]) for n, who in enumerate(poll.people)]
    outcomes = Counter(await asyncio.gather(*halves[:20], ends(), *halves[20:]))

    await poll.tend()
    ballot = await poll.now()
    assert set(outcomes) <= {"cast", "vote-not-open", "tended"}
    async with poll.uows[0].reading() as uow:
        assert await uow.ballots.marks(ballot.id) == outcomes["cast"]
    if outcomes["cast"] >= 5:
        assert ballot.result is not None
        assert ballot.result["cast"] == outcomes["cast"]


async def rows_of(database: Database, url: str) -> dict[str, list[dict[str, Any]]]:
    """Everything in the database, in the order of the file, with what PostgreSQL keeps beside each row."""
    hidden = ", xmin::text AS xmin, ctid::text AS ctid" if url.startswith("postgresql") else ""
    async with database.reading() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        found: dict[str, list[dict[str, Any]]] = {}
        for name in names:
            rows = await connection.execute(text(f'SELECT *{hidden} FROM "{name}"'))  # noqa: S608 - our own names
            found[name] = [dict(row) for row in rows.mappings()]
        return found


async def test_after_the_close_nothing_joins_a_voter_with_a_vote(poll: Poll, address: str, tmp_path: Path) -> None:
    """Votes are cast one after the other, so that whatever keeps an order would give them away.

    The one question of each half has a vote that nobody else gave, and everybody's receipt is known to us.
    """
    await poll.prepare(30)
    receipts: dict[str, str] = {}
    drafts: list[bytes] = []
    tokens = await poll.all_fill_in(grade_of)
    for number, who in enumerate(poll.people):
        fill = FillIn(uow=poll.uows[0], clock=poll.clock, keys=poll.keys)
        receipts[who.id] = (await fill.look(actor_of(who), poll.ballot.id)).receipt
        async with poll.uows[0].reading() as uow:
            sealed = await uow.ballots.draft(poll.ballot.id, poll.entries[number].id)
        assert sealed is not None
        drafts.append(sealed)
        assert await poll.casts(who, tokens[number], poll.uows[number % 4]) == "cast"
    async with poll.uows[0].reading() as uow:
        slips = [slip.id for slip in await uow.ballots.slips(poll.ballot.id)]
    other = a_ballot(poll.scene.unit, state=BallotState.OPEN, closes_at=poll.ballot.closes_at + timedelta(days=1))
    theirs = [replace(slip, id=RandomIds().new()) for slip in some_slips(other.paper, ["good"] * 30)]
    async with poll.uows[0]() as uow:
        uow.ballots.add(other)
        await uow.ballots.drop(other.id, theirs, "f" * 64)
        await uow.commit()
    poll.closes()
    await poll.tend()

    assert (await poll.now()).state is BallotState.PUBLISHED
    async with poll.uows[0].reading() as uow:
        assert {slip.id for slip in await uow.ballots.slips(other.id)} == {slip.id for slip in theirs}
    tables = await rows_of(poll.databases[0], address)
    for name in ("ballot_box", "ballot_receipts", "ballot_drafts"):
        assert {row["ballot_id"] for row in tables[name]} <= {other.id}
    seats = [row["seat"] for row in tables["ballot_register"]]
    assert seats == sorted(seats)  # in the file they lie by seat, not by when they came
    if address.startswith("postgresql"):
        assert len({row["xmin"] for row in tables["ballot_register"]}) == 1
    everything = repr(tables)
    for code in receipts.values():
        assert code not in everything
    (kept,) = tables["ballot_lists"]
    voters = {entry.id for entry in poll.entries} | {resident.id for resident in poll.people}
    assert not any(voter in repr(kept) for voter in voters)
    for name in (name for name in tables if name != "ballot_lists"):
        for row in tables[name]:  # no row has an answer beside a voter
            named = any(voter in repr(row) for voter in voters)
            assert not (named and re.search(r"'(good|fair|average|poor|abstain)'", repr(row))), (name, row)
    assert await poll.keys.kept() == []
    assert not any((tmp_path / "vote-keys").rglob("*"))

    if address.startswith("sqlite"):
        path = Path(address.removeprefix("sqlite+aiosqlite:///"))
        held = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
        assert not any(slip.encode() in held for slip in slips)
        assert not any(sealed in held for sealed in drafts)
    else:
        held = b"".join([await file_of(poll.databases[0], table) for table in SECRET])
        assert not any(slip.encode() in held for slip in slips)
        assert not any(sealed in held for sealed in drafts)


async def file_of(database: Database, table: str) -> bytes:
    """What stands in the table's file once everything has been written to it."""
    async with database.writing() as connection:
        await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(text("CHECKPOINT"))
    async with database.reading() as connection:
        wanted = text("SELECT pg_read_binary_file(pg_relation_filepath(:name), 0, 100000000, true)")
        return bytes((await connection.execute(wanted, {"name": table})).scalar_one() or b"")


async def test_without_the_scrub_the_slips_would_be_found(poll: Poll, address: str) -> None:
    """What the test above looks for is there before: it would be seen."""
    await poll.prepare(5)
    for who, token in zip(poll.people, await poll.all_fill_in(grade_of), strict=True):
        assert await poll.casts(who, token, poll.uows[0]) == "cast"
    async with poll.uows[0].reading() as uow:
        slips = [slip.id for slip in await uow.ballots.slips(poll.ballot.id)]
    async with poll.uows[0]() as uow:
        await uow.ballots.seal(poll.ballot.id, None)
        await uow.commit()
    if address.startswith("sqlite"):
        path = Path(address.removeprefix("sqlite+aiosqlite:///"))
        held = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    else:
        held = await file_of(poll.databases[0], "ballot_box")
    assert any(slip.encode() in held for slip in slips)
