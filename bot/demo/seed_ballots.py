"""An open appraisal and an open motion, so that there is something behind the door of a demo."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from bot.ballot_file import read_ballots
from bot.foundation import Foundation
from core.ballots.model import Ballot, BallotEvent, Slip
from core.ballots.paper import GRADES, Scale
from core.ballots.rules import NOTICE
from core.ballots.usecases import ApproveBallot, LoadBallots, ProposeBallot
from core.ballots.usecases.supervision import happens
from core.ballots.usecases.voting import receipt_hash
from core.people.model import Purpose, Role, RosterEntry
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.ids import TelegramUserId
from core.uow import UnitOfWork

EXAMPLE = Path(__file__).with_name("ballots.yaml")
OPEN_DAYS = 7
EARLIER = NOTICE + timedelta(days=2)
"""So long ago it was loaded and approved: a motion is made known ten days before."""
VOTED = frozenset({Role.STAFF, Role.SUPERVISION, Role.FINANCE, Role.LAWYER})
"""Those of the roster who have voted already, on paper so to say: enough that a result can be published."""
CHOICES = (0, 0, 1, 0, 1, 2, 0)
"""Which grade of its scale each of them gives, the best being 0."""


@dataclass(frozen=True, slots=True)
class EarlierClock:
    """The community's clock as it was some days ago."""

    clock: Clock
    by: timedelta

    @property
    def zone(self) -> tzinfo:
        return self.clock.zone

    def now(self) -> datetime:
        return self.clock.now() - self.by


async def seed_ballots(ground: Foundation) -> None:
    """Load the example as if days ago, let two members approve, and open it. Safe to repeat; nobody is told.

    Without a supervision chat nobody could see to it, and nothing is done.
    """
    before = EarlierClock(ground.clock, EARLIER)
    opens = ground.clock.now().replace(minute=0, second=0, microsecond=0)
    rows = await read_ballots(EXAMPLE, ground.clock.zone, ground.blobs)
    async with ground.uow.reading() as uow:
        chat = next((each for each in await uow.staff_chats.all() if Purpose.SUPERVISION in each.purposes), None)
        entries = await uow.roster.of_units([unit.id for unit in await uow.units.all()])
        units = {unit.id: unit.name for unit in await uow.units.all()}
        there = {(units[ballot.unit_id], ballot.slug) for ballot in await uow.ballots.of_units([*units])}
    committee = [entry.name for entry in entries if Role.SUPERVISION in entry.roles]
    fresh = [
        replace(row, opens_at=opens, closes_at=opens + timedelta(days=OPEN_DAYS))
        for row in rows
        if (row.unit, row.slug) not in there
    ]
    if chat is None or not committee:
        return
    members = [
        StaffActor(user_id=TelegramUserId(number), name=name, chat_id=chat.chat_id, language=chat.language)
        for number, name in enumerate(committee, 1)
    ]
    for loaded in await LoadBallots(uow=ground.uow, clock=before, ids=ground.ids)(fresh):
        await ProposeBallot(uow=ground.uow, clock=before)(members[0], loaded.ballot.id)
        for member in members[:2]:
            await ApproveBallot(uow=ground.uow, clock=before)(member, loaded.ballot.id)
        async with ground.uow() as uow:
            ballot = await uow.ballots.lock(loaded.ballot.id)
            await happens(uow, ballot, BallotEvent.OPEN, "seed", before)
            await _some_vote(ground, uow, ballot, [entry for entry in entries if entry.roles & VOTED])
            await uow.commit()


async def _some_vote(ground: Foundation, uow: UnitOfWork, ballot: Ballot, entries: list[RosterEntry]) -> None:
    for number, entry in enumerate(sorted(entries, key=lambda each: each.name)):
        voter = await uow.ballots.voter(ballot.id, entry.id)
        if voter is None or not await uow.ballots.mark(ballot.id, voter.seat):
            continue
        slips = [
            Slip(
                id=ground.ids.new(),
                subject=key,
                dimension=str(dimension),
                group=voter.group,
                weight=voter.weight,
                grade=_grade(ballot.paper.subject(key).scale, number),
            )
            for key, dimension in ballot.paper.questions
        ]
        await uow.ballots.drop(ballot.id, slips, receipt_hash(ballot.id, ground.ids.code(4)))


def _grade(scale: Scale, number: int) -> str:
    grades = GRADES[scale]
    return grades[min(CHOICES[number % len(CHOICES)], len(grades) - 1)]
