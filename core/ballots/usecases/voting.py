"""What a voter does: sees which ballots there are, chooses in secret, casts once.

A choice rests sealed under a key that lies outside the database. Buttons carry tokens made with the same key: what was
pressed says nothing to whoever has not the key, and the key is destroyed when the vote is cast.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from core.ballots.access import access_vote, upwards
from core.ballots.model import OVER, Ballot, BallotState, Slip, Voter
from core.ballots.paper import Dimension, Question
from core.ballots.ports import OF_RESIDENTS, VoteKeys
from core.shared.actor import ResidentActor
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import BallotId, IdSource
from core.uow import UnitOfWork, UnitOfWorkFactory

Choices = Mapping[Question, str]
SPLIT = "/"
"""Between a subject's key and a dimension, where both are one word."""


class Standing(StrEnum):
    """How a person and a ballot stand to each other."""

    SOON = "soon"
    MAY_VOTE = "may_vote"
    VOTED = "voted"
    NOT_ON_ROLL = "not_on_roll"
    UNVERIFIED = "unverified"
    OVER = "over"
    WAITS = "waits"
    """Its time is up, and it is about to be counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """`marks` and `ballot.seats` are the turnout."""

    ballot: Ballot
    standing: Standing
    marks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A ballot being filled in."""

    ballot: Ballot
    choices: Choices
    tokens: Mapping[str, str]
    """Token → grade, of the question asked for; on the review, of casting exactly these choices."""
    receipt: str = ""
    """Only on the review: shown before the last press, and kept nowhere."""

    @property
    def open_questions(self) -> list[Question]:
        return [question for question in self.ballot.paper.questions if question not in self.choices]


CAST = "cast"
LISTED = 30
"""Ballots listed, those that close last: each is a button, and Telegram shows a hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeVotes:
    """The ballots a resident is told of: those of their units, and of whose roll they are."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor) -> list[BallotView]:
        async with self.uow.reading() as uow:
            found = await self._ballots(uow, actor)
            return [await self._view(uow, actor, ballot) for ballot in found[:LISTED]]

    async def one(self, actor: ResidentActor, ballot_id: BallotId) -> BallotView:
        """Raises NotFoundError("ballot-unknown")."""
        async with self.uow.reading() as uow:
            ballot = next((each for each in await self._ballots(uow, actor) if each.id == ballot_id), None)
            if ballot is None:
                raise NotFoundError("ballot-unknown")
            return await self._view(uow, actor, ballot)

    async def any(self, actor: ResidentActor) -> bool:
        """Tell whether there is one."""
        async with self.uow.reading() as uow:
            return bool(await self._ballots(uow, actor))

    async def lists(self, actor: ResidentActor, ballot_id: BallotId) -> tuple[Ballot, Mapping[str, object]]:
        """Return the published lists. Raises NotFoundError("ballot-unknown")."""
        view = await self.one(actor, ballot_id)
        async with self.uow.reading() as uow:
            lists = await uow.ballots.lists(ballot_id)
        if view.ballot.state is not BallotState.PUBLISHED or lists is None:
            raise NotFoundError("ballot-unknown")
        return view.ballot, lists

    async def _ballots(self, uow: UnitOfWork, actor: ResidentActor) -> Sequence[Ballot]:
        resident = await uow.residents.get(actor.resident_id)
        units = await upwards(uow, resident.unit_id)
        entry = await uow.roster.of_resident(actor.resident_id)
        if entry is not None:
            units += [unit for unit in await upwards(uow, entry.unit_id) if unit not in units]
        return [ballot for ballot in await uow.ballots.of_units(units) if ballot.state in OF_RESIDENTS]

    async def _view(self, uow: UnitOfWork, actor: ResidentActor, ballot: Ballot) -> BallotView:
        marks = await uow.ballots.marks(ballot.id)
        return BallotView(ballot=ballot, standing=await self._standing(uow, actor, ballot), marks=marks)

    async def _standing(self, uow: UnitOfWork, actor: ResidentActor, ballot: Ballot) -> Standing:
        if ballot.state in OVER:
            return Standing.OVER
        entry = await uow.roster.of_resident(actor.resident_id)
        if entry is None:
            return Standing.UNVERIFIED
        voter = await uow.ballots.voter(ballot.id, entry.id)
        if voter is None:
            return Standing.NOT_ON_ROLL
        if await uow.ballots.is_marked(ballot.id, voter.seat):
            return Standing.VOTED
        if ballot.state is BallotState.APPROVED:
            return Standing.SOON
        return Standing.MAY_VOTE if ballot.takes_votes(self.clock.now()) else Standing.WAITS


@dataclass(frozen=True, slots=True, kw_only=True)
class FillIn:
    """Choose, change, look it over: nothing of it is a vote yet."""

    uow: UnitOfWorkFactory
    clock: Clock
    keys: VoteKeys

    async def look(self, actor: ResidentActor, ballot_id: BallotId, question: Question | None = None) -> PaperView:
        """Return the paper with the answers to `question`, or with what casts it if there is none.

        Raises DomainError("vote-unverified", "vote-not-on-roll", "vote-cast", "vote-not-open").
        """
        async with self.uow.reading() as uow:
            ballot, voter = await self._open(uow, actor, ballot_id)
            sealed = await uow.ballots.draft(ballot_id, voter.voter)
        key = await self.keys.make(ballot_id, voter.voter)
        choices = read_choices(self.keys, key, sealed)
        if question is None:
            tokens = {cast_token(self.keys, key, choices): CAST}
            return PaperView(ballot=ballot, choices=choices, tokens=tokens, receipt=self.keys.receipt(key))
        answers = ballot.paper.subject(question[0]).answers
        tokens = {self.keys.token(key, f"{SPLIT.join(question)}={grade}"): grade for grade in answers}
        return PaperView(ballot=ballot, choices=choices, tokens=tokens)

    async def choose(self, actor: ResidentActor, ballot_id: BallotId, question: Question, token: str) -> None:
        """Keep an answer. Raises as `look`, and DomainError("vote-choice") for a token of another paper."""
        paper = await self.look(actor, ballot_id, question)
        if token not in paper.tokens:
            raise DomainError("vote-choice")
        async with self.uow() as uow:
            _, voter = await self._open(uow, actor, ballot_id, locked=True)
            key = await self.keys.get(ballot_id, voter.voter)
            if key is None:
                raise DomainError("vote-choice")
            before = read_choices(self.keys, key, await uow.ballots.draft(ballot_id, voter.voter))
            chosen = {**before, question: paper.tokens[token]}
            packed = {SPLIT.join(each): grade for each, grade in chosen.items()}
            await uow.ballots.keep_draft(ballot_id, voter.voter, self.keys.seal(key, json.dumps(packed)))
            await uow.commit()

    async def _open(
        self, uow: UnitOfWork, actor: ResidentActor, ballot_id: BallotId, *, locked: bool = False
    ) -> tuple[Ballot, Voter]:
        ballot, voter = await access_vote(uow, actor, ballot_id, locked=locked)
        if await uow.ballots.is_marked(ballot_id, voter.seat):
            raise DomainError("vote-cast")
        if not ballot.takes_votes(self.clock.now()):
            raise DomainError("vote-not-open")
        return ballot, voter


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote:
    """The last press: one transaction for the mark, the box and the receipt's hash; then the key is destroyed."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    keys: VoteKeys

    async def __call__(self, actor: ResidentActor, ballot_id: BallotId, token: str) -> int:
        """`token` says which choices were looked over: of others it is none. Return how many have voted now.

        Raises DomainError("vote-unverified", "vote-not-on-roll", "vote-cast", "vote-not-open", "vote-choice",
        "vote-incomplete").
        """
        async with self.uow() as uow:
            ballot, voter = await access_vote(uow, actor, ballot_id, locked=True)
            if await uow.ballots.is_marked(ballot_id, voter.seat):
                raise DomainError("vote-cast")
            if not ballot.takes_votes(self.clock.now()):
                raise DomainError("vote-not-open")
            key = await self.keys.get(ballot_id, voter.voter)
            if key is None:
                raise DomainError("vote-choice")
            choices = read_choices(self.keys, key, await uow.ballots.draft(ballot_id, voter.voter))
            if token != cast_token(self.keys, key, choices):
                raise DomainError("vote-choice")
            if any(question not in choices for question in ballot.paper.questions):
                raise DomainError("vote-incomplete")
            if not await uow.ballots.mark(ballot_id, voter.seat):
                raise DomainError("vote-cast")
            slips = [
                Slip(
                    id=self.ids.new(),
                    subject=subject,
                    dimension=str(dimension),
                    group=voter.group,
                    weight=voter.weight,
                    grade=choices[subject, dimension],
                )
                for subject, dimension in ballot.paper.questions
            ]
            await uow.ballots.drop(ballot_id, slips, receipt_hash(ballot_id, self.keys.receipt(key)))
            await uow.ballots.keep_draft(ballot_id, voter.voter, None)
            marks = await uow.ballots.marks(ballot_id)
            await uow.commit()
        await self.keys.destroy(ballot_id, voter.voter)
        return marks


def receipt_hash(ballot_id: BallotId, receipt: str) -> str:
    """Return what of a receipt is kept and published; whoever has the code can compute it."""
    return sha256(f"{ballot_id}:{receipt}".encode()).hexdigest()


def read_choices(keys: VoteKeys, key: bytes, sealed: bytes | None) -> dict[Question, str]:
    """Return what was chosen; nothing where the key is not the one it was sealed with, after a restore perhaps."""
    text = None if sealed is None else keys.open(key, sealed)
    if text is None:
        return {}
    parts = ((name.rpartition(SPLIT), grade) for name, grade in json.loads(text).items())
    return {(subject, Dimension(dimension)): grade for (subject, _, dimension), grade in parts}


def cast_token(keys: VoteKeys, key: bytes, choices: Choices) -> str:
    return keys.token(key, json.dumps(sorted([*question, grade] for question, grade in choices.items())))
