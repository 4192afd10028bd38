"""What happens to ballots by itself: they open and close by the clock, are counted, and what came of them is told."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from core.ballots.counting import Result, consequences, count, fault, shown_groups, tells_who
from core.ballots.messages import told_of_end, told_of_opening, told_staff
from core.ballots.model import OVER, Ballot, BallotEvent, BallotState, Withheld
from core.ballots.paper import BallotKind
from core.ballots.ports import Charts, Scrubber, Shuffler, VoteKeys
from core.ballots.usecases.supervision import happens
from core.ballots.usecases.voting import SPLIT
from core.people.model import Purpose
from core.shared.clock import Clock
from core.shared.ids import BallotId, BlobId
from core.shared.language import Language
from core.uow import UnitOfWork, UnitOfWorkFactory

Follow: TypeAlias = Callable[[UnitOfWork, Ballot], Awaitable[None]]
"""Say in the same transaction what it means elsewhere that a ballot has opened or come to its end."""
CLOCK = "clock"
"""Who opens and closes, in the audit."""
NO_GROUP = "—"
"""Where numbers do not agree, nobody can say how many of a group voted."""


async def nothing_follows(_uow: UnitOfWork, _ballot: Ballot) -> None:
    """Nobody else is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TendBallots:
    """Whatever of a ballot has come to its time, by its row alone: late or twice, it happens once.

    Closing is one transaction: counted, compared with the register, box and receipts rewritten as lists without order,
    and emptied. Keys and what the database's files still hold of deleted rows go before anybody is told of the end.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    keys: VoteKeys
    shuffle: Shuffler
    scrub: Scrubber
    charts: Charts
    follow: Follow = nothing_follows

    @property
    def name(self) -> str:
        return "ballots"

    async def __call__(self) -> bool:
        """Do it, a transaction for each step; tell whether there was anything to do."""
        async with self.uow.reading() as uow:
            due = await uow.ballots.due(self.clock.now())
        for ballot_id in due:
            await self._open(ballot_id)
            await self._close(ballot_id)
        for ballot_id in due:  # last: what fails here must not keep another one from opening
            await self._announce(ballot_id)
        swept = await self._sweep()
        return bool(due) or swept

    async def _open(self, ballot_id: BallotId) -> None:
        async with self.uow() as uow:
            ballot = await uow.ballots.lock(ballot_id)
            if ballot.state is not BallotState.APPROVED or ballot.opens_at > self.clock.now():
                return
            opened = await happens(uow, ballot, BallotEvent.OPEN, CLOCK, self.clock)
            if opened.closes_at > self.clock.now():
                for account, _ in await uow.ballots.accounts(ballot_id):
                    uow.outbox.add(told_of_opening(opened, account))
                await self._tell_staff(uow, opened)
                await self.follow(uow, opened)
            await uow.commit()

    async def _close(self, ballot_id: BallotId) -> None:
        async with self.uow() as uow:
            ballot = await uow.ballots.lock(ballot_id)
            if ballot.state is not BallotState.OPEN or ballot.closes_at > self.clock.now():
                return
            closed = await happens(uow, ballot, BallotEvent.CLOSE, CLOCK, self.clock)
            slips, receipts = await uow.ballots.slips(ballot_id), await uow.ballots.receipts(ballot_id)
            marks = await uow.ballots.marks(ballot_id)
            why = fault(ballot.paper, slips, len(receipts), marks, await uow.ballots.marked(ballot_id))
            lists: Mapping[str, Any] | None = None
            if why is not Withheld.FEW and not tells_who(slips):
                shown = shown_groups(ballot.paper, slips) if why is None else {}
                choices = {
                    SPLIT.join(question): self.shuffle(
                        [
                            [shown.get(s.group, NO_GROUP), s.weight, s.grade]
                            for s in slips
                            if (s.subject, s.dimension) == question
                        ]
                    )
                    for question in ballot.paper.questions
                }
                lists = {"receipts": self.shuffle(receipts), "choices": choices}
            if why is None:
                result = count(ballot.paper, slips, ballot.seats, marks)
                flags = consequences(ballot.paper, result, await _before(uow, ballot))
                closed = replace(closed, result=replace(result, flags=flags).to_json())
            event = BallotEvent.PUBLISH if why is None else BallotEvent.WITHHOLD
            await happens(uow, replace(closed, withheld=why), event, CLOCK, self.clock)
            await uow.ballots.seal(ballot_id, lists)
            await uow.commit()

    async def _announce(self, ballot_id: BallotId) -> None:
        async with self.uow.reading() as uow:
            ballot = await uow.ballots.get(ballot_id)
            accounts = await uow.ballots.accounts(ballot_id)
        if ballot.announced or ballot.state not in {*OVER, BallotState.CANCELLED}:
            return
        await self.keys.destroy(ballot_id)
        await self.scrub()
        drawn: dict[Language, BlobId] = {}
        if ballot.state is BallotState.PUBLISHED and ballot.result is not None:
            for language in {Language.ZH_CN, *(language for _, language in accounts)}:
                drawn[language] = await self.charts.draw(ballot.paper, ballot.result, language)
        async with self.uow() as uow:
            ballot = await uow.ballots.lock(ballot_id)
            if ballot.announced:
                return
            ballot = replace(ballot, announced=True, version=ballot.version + 1)
            await uow.ballots.save(ballot)
            if ballot.seats:  # else nobody has heard of it
                for account, language in await uow.ballots.accounts(ballot_id):
                    uow.outbox.add(told_of_end(ballot, account, drawn.get(language)))
                await self._tell_staff(uow, ballot, drawn.get(Language.ZH_CN))
                await self.follow(uow, ballot)
            await uow.commit()

    async def _tell_staff(self, uow: UnitOfWork, ballot: Ballot, chart: BlobId | None = None) -> None:
        chats = [await uow.staff_chats.serving(ballot.unit_id, each) for each in (Purpose.SUPERVISION, Purpose.DESK)]
        for chat_id in sorted({chat.chat_id for chat in chats if chat is not None}):
            uow.outbox.add(told_staff(ballot, chat_id, await uow.ballots.marks(ballot.id), chart))

    async def _sweep(self) -> bool:
        """Destroy the keys of votes that are in: whoever cast one may have been stopped before it was done."""
        kept, done = await self.keys.kept(), []
        if not kept:
            return False
        async with self.uow.reading() as uow:
            for ballot_id, voter_id in kept:
                voter = await uow.ballots.voter(ballot_id, voter_id)
                if voter is None or await uow.ballots.is_marked(ballot_id, voter.seat):
                    done.append((ballot_id, voter_id))
        for ballot_id, voter_id in done:
            await self.keys.destroy(ballot_id, voter_id)
        return bool(done)


async def _before(uow: UnitOfWork, ballot: Ballot) -> dict[str, str | None]:
    """Return the overall grade each subject had in the last published appraisal in which it was asked about."""
    if ballot.paper.kind is not BallotKind.APPRAISAL:
        return {}
    found: dict[str, str | None] = {}
    for earlier in await uow.ballots.of_units([ballot.unit_id]):  # those that closed last come first
        its = earlier.paper.kind is BallotKind.APPRAISAL and earlier.state is BallotState.PUBLISHED
        if its and earlier.closes_at < ballot.closes_at and earlier.result is not None:
            for each in Result.from_json(earlier.result).subjects:
                found.setdefault(each.key, each.overall)
    return found
