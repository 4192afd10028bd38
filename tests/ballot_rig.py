"""A ballot on in-memory storage, people who vote, and a supervision committee."""

from collections.abc import Sequence
from typing import Any

import pytest

from core.ballots.model import Ballot, BallotState
from core.ballots.paper import GRADES, Paper
from core.ballots.usecases import TendBallots
from core.journeys.motions import tell_author
from core.people.model import Purpose, RosterEntry
from core.shared.actor import ResidentActor
from core.shared.errors import AppError
from tests.core_rig import CoreRig, actor_of, staff_of
from tests.factories.ballots import a_ballot, an_entry
from tests.factories.cases import a_resident, a_staff_chat
from tests.fakes.ballots import FakeCharts, FakeScrubber, shuffled
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START


class Hall:
    """Six people of the roster, each with an account; two of the committee and one more."""

    def __init__(self, rig: CoreRig, paper: Paper | None = None, voters: int = 6, **given: Any) -> None:
        self.rig = rig
        self.chat = a_staff_chat(rig.unit, purposes=frozenset({Purpose.SUPERVISION}))
        rig.tables.staff_chats[self.chat.chat_id] = self.chat
        self.qian, self.wu = staff_of(self.chat, 7101, "钱监督"), staff_of(self.chat, 7102, "吴监督")
        self.ballot_id = self.adds(paper, **given)
        self.people = [self.joins() for _ in range(voters)]
        self.scrub, self.charts = FakeScrubber(), FakeCharts()
        uow = InMemoryUnitOfWorkFactory(rig.database)
        self.tend = TendBallots(
            uow=uow,
            clock=rig.clock,
            keys=rig.vote_keys,
            shuffle=shuffled,
            scrub=self.scrub,
            charts=self.charts,
            follow=tell_author,
        )

    def adds(self, paper: Paper | None = None, **given: Any) -> Any:
        ballot = a_ballot(self.rig.unit, **({"paper": paper} if paper else {}), **given)
        self.rig.tables.ballots[ballot.id] = ballot
        return ballot.id

    def joins(self, **given: Any) -> ResidentActor:
        """Somebody of the roster, verified."""
        agreed = a_resident(self.rig.unit).agrees(START).agrees_to_transfer(START)
        self.rig.tables.residents[agreed.id] = agreed
        entry = an_entry(self.rig.unit, **{"resident_id": agreed.id, **given})
        self.rig.tables.roster[entry.id] = entry
        return actor_of(agreed)

    def entry(self, who: ResidentActor) -> RosterEntry:
        return next(each for each in self.rig.tables.roster.values() if each.resident_id == who.resident_id)

    @property
    def ballot(self) -> Ballot:
        return self.rig.tables.ballots[self.ballot_id]

    async def approves(self) -> None:
        use = self.rig.use.ballots
        await use.propose(self.qian, self.ballot_id)
        await use.approve(self.qian, self.ballot_id)
        await use.approve(self.wu, self.ballot_id)

    async def opens(self) -> None:
        await self.approves()
        self.rig.clock.move(self.ballot.opens_at - self.rig.clock.now())
        await self.tend()
        assert self.ballot.state is BallotState.OPEN

    async def closes(self) -> None:
        self.rig.clock.move(self.ballot.closes_at - self.rig.clock.now())
        await self.tend()

    async def fills_in(self, who: ResidentActor, grade: str) -> str:
        """Give the same grade everywhere, or the one in its place on other scales; return the token that casts it."""
        fill, place = self.rig.use.ballots.fill_in, next((g.index(grade) for g in GRADES.values() if grade in g), -1)
        for question in self.ballot.paper.questions:
            paper = await fill.look(who, self.ballot_id, question)
            wanted = self.ballot.paper.subject(question[0]).answers[place]
            token = next(token for token, its in paper.tokens.items() if its == wanted)
            await fill.choose(who, self.ballot_id, question, token)
        return next(iter((await fill.look(who, self.ballot_id)).tokens))

    async def votes(self, who: ResidentActor, grade: str) -> int:
        return await self.rig.use.ballots.cast(who, self.ballot_id, await self.fills_in(who, grade))

    async def all_vote(self, grades: Sequence[str]) -> None:
        for who, grade in zip(self.people, grades, strict=False):
            await self.votes(who, grade)


async def refused(deed: object) -> str:
    """Return the code of the error that a deed ends in."""
    with pytest.raises(AppError) as found:
        await deed  # type: ignore[misc] # a coroutine
    return found.value.code
