"""An adopted suggestion becomes a motion: its draft, and word to its author when it is voted on and of what came of it.

Who opens a motion is as it was: the desk only writes the draft, the supervision committee proposes and approves it.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from core.ballots.access import downwards
from core.ballots.counting import Result
from core.ballots.messages import outcome, show_button
from core.ballots.model import Ballot, BallotState
from core.ballots.paper import BallotKind, Dimension, Meeting, Paper, Scale, Subject, SubjectKind, VoterClass
from core.ballots.rules import ROLES_OF_MEETING, freeze
from core.people.model import Purpose
from core.petitions import messages, policy
from core.petitions.access import access_desk_case
from core.petitions.menu import BACK, code, ensure_adopted
from core.petitions.model import Event, Petition
from core.petitions.naming import names_in, without_names
from core.petitions.usecases.deeds import Doing, OpenMenu
from core.petitions.usecases.desk import record
from core.petitions.words import StaffWords
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import ConflictError
from core.shared.ids import BallotId, ChatId, PetitionId
from core.shared.masking import masked_words
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.text import excerpt
from core.uow import UnitOfWork

MEETINGS = {"r": Meeting.RESIDENTS, "h": Meeting.HOUSEHOLDS, "p": Meeting.REPRESENTATIVES}
"""By what a button's code bears."""
OPENS_IN, LASTS = timedelta(days=20), timedelta(days=7)
"""A draft's dates: time for the committee before the ten days of notice (JW 26) begin. A file can say others."""
OPENS, CLOSES = time(8), time(20)
TITLE, TEXT, STUDY = 30, 2_000, 300
"""UTF-16 units of a draft's title, text, and what the party branch found."""


def which_meeting(petition: Petition) -> MessageSpec:
    """Ask who decides; what the party branch found is asked for when one is chosen."""
    rows = [[Button(f"button-motion-{each}", code(Action.MOTION, petition, key))] for key, each in MEETINGS.items()]
    rows.append([Button("button-menu-back", code(Action.MORE, petition, BACK))])
    return MessageSpec("motion-which", {"number": petition.number}, buttons=rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeMotion(Doing):
    """Make the draft of a motion of an adopted suggestion; the words are what the party branch found (JW 30)."""

    async def ask(self, opened: OpenMenu, actor: StaffActor, petition_id: PetitionId) -> MessageSpec:
        """Return the question who decides. Raises DomainError("motion-not-adopted")."""
        petition = (await opened.see(actor, petition_id)).petition
        ensure_adopted(petition)
        return which_meeting(petition)

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Made again while it is a draft, it is made anew.

        Raises DomainError("motion-not-adopted", "reason-empty", "ballot-roll-small"), and ConflictError("motion-made")
        where the committee has it already.
        """
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            ensure_adopted(was)
            policy.ensure_reason(words.text)
            meant = await uow.intents.of(actor.chat_id, actor.user_id, was.id)
            if not await self.heard(uow, actor, was, words):
                return was
            meeting = MEETINGS.get(meant.subject if meant else "", Meeting.RESIDENTS)
            ballot = await self._draft(uow, was, meeting, words.text)
            now = self.clock.now()
            record(uow, was, was, Event.NOTE, actor, now, ballot.slug)
            uow.audit.record("ballot.drafted", str(actor.user_id), ballot.id, at=now)
            self.answered(uow, was, actor, words, "staff-motion-made")
            committee = await uow.staff_chats.serving(was.unit_id, Purpose.SUPERVISION)
            if committee is not None:
                told: dict[str, Arg] = {"title": ballot.paper.title, "number": was.number, "opens": ballot.opens_at}
                spec = MessageSpec("motion-drafted", told, buttons=[[_look(ballot)]])
                dedupe = f"motion:{ballot.id}:{ballot.version}"
                uow.outbox.add(_to(committee.chat_id, dedupe, spec))
            if chat := await self.chat_of(uow, was):
                notice = messages.notice(was, chat, "notice-motion-made", title=ballot.paper.title)
                uow.outbox.add(replace(notice, dedupe=f"motion-made:{ballot.id}"))
            await uow.commit()
        return was

    async def _draft(self, uow: UnitOfWork, petition: Petition, meeting: Meeting, study: str) -> Ballot:
        text = without_names(masked_words(petition.words).text, await names_in(uow, petition))
        title = excerpt(" ".join(text.split()), TITLE)
        subject = Subject(
            key="motion",
            name=title,
            kind=SubjectKind.MATTER,
            scale=Scale.MOTION,
            dimensions=(Dimension.DECISION,),
            debrief=excerpt(text, TEXT),
        )
        paper = Paper(
            kind=BallotKind.MOTION,
            title=title,
            intro="",
            subjects=(subject,),
            classes=(VoterClass(name=meeting, roles=ROLES_OF_MEETING[meeting]),),
            meeting=meeting,
            branch_study=excerpt(study.strip(), STUDY),
            about=petition.id,
        )
        freeze(paper, await uow.roster.of_units(await downwards(uow, petition.unit_id)))
        first = local_day(self.clock.now(), self.clock.zone) + OPENS_IN
        opens, closes = (
            datetime.combine(day, at, tzinfo=self.clock.zone) for day, at in ((first, OPENS), (first + LASTS, CLOSES))
        )
        slug = f"suggestion-{petition.number.lower()}"
        there = await uow.ballots.find(petition.unit_id, slug)
        if there is None:
            its = {"paper": paper, "opens_at": opens, "closes_at": closes}
            ballot = Ballot(id=BallotId(self.ids.new()), unit_id=petition.unit_id, slug=slug, **its)  # type: ignore[arg-type] # by name
            uow.ballots.add(ballot)
            return ballot
        if there.state is not BallotState.DRAFT:
            raise ConflictError("motion-made", number=petition.number)
        ballot = replace(there, paper=paper, opens_at=opens, closes_at=closes, version=there.version + 1)
        await uow.ballots.save(ballot)
        return ballot


def _look(ballot: Ballot) -> Button:
    return Button("button-motion-look", ActionCode(Action.BALLOT, ballot.id).pack())


def _to(chat: ChatId, dedupe: str, spec: MessageSpec) -> OutboxItem:
    return OutboxItem(dedupe=dedupe, operation=Operation.SEND, chat_id=chat, priority=Priority.CARD, spec=spec)


async def tell_author(uow: UnitOfWork, ballot: Ballot) -> None:
    """Tell whose suggestion a motion was that it is voted on, or what came of it; commit required.

    Nobody is told where it was no suggestion, or its author cannot be known or is known no more.
    """
    if ballot.paper.about is None:
        return
    petition = await uow.petitions.get(PetitionId(ballot.paper.about))
    if petition.resident_id is None:
        return
    chat = (await uow.residents.get(petition.resident_id)).telegram_id
    notice = messages.notice(petition, chat, f"notice-motion-{ballot.state}", title=ballot.paper.title)
    spec = notice.spec
    if spec is not None and ballot.state is not BallotState.CANCELLED:
        lines = []
        if ballot.state is BallotState.PUBLISHED and ballot.result is not None:
            motion = Result.from_json(ballot.result).motion
            lines = [] if motion is None else [MessageSpec(outcome(motion))]
        spec = replace(spec, more=lines, buttons=[*spec.buttons, [show_button(ballot)]])
    uow.outbox.add(replace(notice, spec=spec, dedupe=f"motion:{ballot.state}:{ballot.id}"))
