"""Taking somebody's name out of everything (PI 47), and what every area does for it.

The law keeps case files; what it keeps is left without identity. Each area that keeps something of residents has a row
in `ERASERS`; a test fails where a table that could hold it is in none of them.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.booking.usecases.places import Places
from core.booking.usecases.resident import cancel, pass_place_on
from core.mediation.leaving import leave_all
from core.people.ports import Secrets
from core.petitions import messages
from core.petitions.model import HistoryRow, Kind, Petition
from core.petitions.stages import Event
from core.petitions.usecases.submit import access_hash
from core.privacy.model import Unnamed
from core.reports.model import Vault
from core.reports.usecases.tending import unname as unname_report
from core.shared.actor import RESIDENT, ResidentActor
from core.shared.clock import Clock
from core.shared.errors import ConflictError
from core.shared.ids import IdSource, PetitionId, ResidentId, TelegramUserId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Whoever is erased, and what of theirs stays reachable: for each open case the hash of a code."""

    resident_id: ResidentId
    telegram_id: TelegramUserId
    clock: Clock
    secrets: Secrets
    hashes: Mapping[PetitionId, str] = field(default_factory=dict)
    nobody: str = ""
    """Chance: what stands in place of the person where they stay counted."""


@dataclass(frozen=True, slots=True)
class Eraser:
    """What one area does, in the open unit of work, and the tables it sees to."""

    area: str
    tables: frozenset[str]
    erase: Callable[[UnitOfWork, Leaving], Awaitable[None]]


async def unname(
    uow: UnitOfWork, petition: Petition, why: Unnamed, at: datetime, *, code: str | None = None
) -> Petition:
    """Take the author out of a locked case: the case, what was said in it and sent about it, and its history.

    `code` is the hash by which the author comes back; the words stay, and what names somebody inside them.
    """
    event = Event.FORGET if why is Unnamed.ERASED else Event.MASK
    bare = replace(petition, resident_id=None, access_hash=code, unnamed=why, party=None, version=petition.version + 1)
    await uow.persons.unname(petition.id)
    await uow.ratings.forget_words(petition.id)
    await uow.together.hide(petition.id)
    await uow.petitions.save(bare)
    uow.history.append(
        HistoryRow(
            petition_id=petition.id,
            event=event,
            actor_kind="resident" if why is Unnamed.ERASED else "system",
            actor_id="",
            actor_name="",
            at=at,
            from_stage=petition.stage,
            to_stage=petition.stage,
        )
    )
    for chat_id in await uow.persons.card_chats(petition.id):
        uow.outbox.add(messages.card(bare, chat_id))
    return bare


async def _cases(uow: UnitOfWork, who: Leaving) -> None:
    for petition_id in await uow.persons.cases(who.resident_id):
        petition = await uow.petitions.lock(petition_id)
        code = who.hashes.get(petition.id)
        if petition.open and code is None:
            raise ConflictError("erase-changed")  # filed since the codes were shown
        await unname(uow, petition, Unnamed.ERASED, who.clock.now(), code=code if petition.open else None)
    await uow.persons.unname_said(who.resident_id, who.telegram_id)
    await uow.persons.forget_mentions(who.telegram_id)


async def _bookings(uow: UnitOfWork, who: Leaving) -> None:
    """Give back what is to come, to whoever waits; of what has been the day and what became of it stay."""
    now, places = who.clock.now(), Places(uow=uow, clock=who.clock)
    for booking, _, slot in await uow.bookings.live_of(who.resident_id):
        if slot is not None and slot.begins <= now:
            continue
        day = await uow.days.lock(booking.day_id)
        before, cancelled = await cancel(places, booking.id, RESIDENT)
        await pass_place_on(places, before, cancelled, day)
    await uow.persons.unname_bookings(who.resident_id)


async def _choices(uow: UnitOfWork, who: Leaving) -> None:
    await uow.persons.drop_choices(who.resident_id)


async def _ratings(uow: UnitOfWork, who: Leaving) -> None:
    """Whether they want to be asked; what they thought of answers counts on, without their words (see `unname`)."""
    await uow.ratings.refuse(who.resident_id, refuses=False)


async def _roster(uow: UnitOfWork, who: Leaving) -> None:
    """The line is the committee's own; it is free again, and a vote half given under it goes."""
    await uow.persons.free_roster(who.resident_id)


async def _reports(uow: UnitOfWork, who: Leaving) -> None:
    """What was reported stays, as if no name had ever been given; no code is left to follow it with."""
    vault = Vault(who.secrets)
    for found in await uow.reports.by_author(vault.author(who.resident_id)):
        await unname_report(uow, vault, await uow.reports.lock(found.id))


async def _traffic(uow: UnitOfWork, who: Leaving) -> None:
    """Last: what the others have just written to the person, or of them to staff, goes too."""
    await uow.persons.silence(who.telegram_id)
    if name := (await uow.residents.get(who.resident_id)).name:
        await uow.persons.unname_told(name)


async def _resident(uow: UnitOfWork, who: Leaving) -> None:
    await uow.residents.forget(who.resident_id)


async def _mediations(uow: UnitOfWork, who: Leaving) -> None:
    """Before their cases: nobody goes on with a mediation whose party is gone."""
    await leave_all(uow, who.resident_id, who.clock.now())


async def _signatures(uow: UnitOfWork, who: Leaving) -> None:
    """A count never falls: whoever signed stays counted, as one, under a word that names nobody."""
    await uow.together.forget(who.resident_id, who.nobody)


CASES = frozenset({"petitions", "petition_history", "case_messages", "message_links", "attachments"})
CHOICES = frozenset(
    {"subscriptions", "campaign_later", "reminder_optouts", "volunteers", "volunteer_answers", "blocks", "paces"}
)

ERASERS: tuple[Eraser, ...] = (
    Eraser("mediations", frozenset({"mediations"}), _mediations),
    Eraser("cases", CASES, _cases),
    Eraser("bookings", frozenset({"bookings"}), _bookings),
    Eraser("choices", CHOICES, _choices),
    Eraser("ratings", frozenset({"rating_optouts", "answer_ratings"}), _ratings),
    Eraser("roster", frozenset({"roster_entries", "ballot_drafts", "paper_codes"}), _roster),
    Eraser("reports", frozenset({"reports"}), _reports),
    Eraser("together", frozenset({"signatures"}), _signatures),
    Eraser("traffic", frozenset({"outbox", "inbox", "dialog_state"}), _traffic),
    Eraser("resident", frozenset({"residents"}), _resident),
)
"""In the order in which it is done. What an area adds goes before "traffic"."""

KEPT: Mapping[str, str] = {
    "staff_intents": "of staff: whose next words in a chat are what",
    "staff_cards": "of chats",
    "desk_people": "of staff: who works in a desk",
    "duty_aways": "of staff: when somebody is not on duty",
    "case_team": "of staff: who looks into a major matter",
    "report_openings": "of the supervision committee: who has opened a report, which must stay to be seen",
    "ballot_approvals": "of staff: who agreed to a ballot, in office",
    "audit": "append-only; the resident's id names nobody once their row is gone, and is beside no case",
}
"""Tables with a column that could lead to a person and that erasing leaves alone, each with the reason."""


def _goes_on(petition: Petition) -> bool:
    """Tell whether an open case goes on without its author: a mediation ends with them."""
    return petition.open and petition.kind is not Kind.MEDIATION


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A case that goes on without a name, and the code its author comes back with."""

    petition_id: PetitionId
    number: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseMe:
    """Erase a resident, all areas in one transaction."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    secrets: Secrets

    async def prepare(self, actor: ResidentActor) -> Sequence[OpenCase]:
        """Return the cases that are open now, each with a fresh code; written down nowhere."""
        async with self.uow.reading() as uow:
            cases = [await uow.petitions.get(each) for each in await uow.persons.cases(actor.resident_id)]
        return [OpenCase(petition_id=p.id, number=p.number, code=self.ids.code()) for p in cases if _goes_on(p)]

    async def __call__(self, actor: ResidentActor, codes: Mapping[PetitionId, str]) -> None:
        """`codes` are those the person has been shown. A second time there is nobody to erase.

        Raises ConflictError("erase-changed") if they have filed something since.
        """
        nobody = self.ids.new()
        hashes = {case: access_hash(self.secrets, code) for case, code in codes.items()}
        who = Leaving(
            resident_id=actor.resident_id,
            telegram_id=actor.telegram_id,
            clock=self.clock,
            secrets=self.secrets,
            hashes=hashes,
            nobody=nobody,
        )
        async with self.uow() as uow:
            if await uow.residents.by_telegram(actor.telegram_id) is None:
                return
            for eraser in ERASERS:
                await eraser.erase(uow, who)
            uow.audit.record("resident.erased", actor.resident_id, actor.resident_id, at=self.clock.now())
            await uow.commit()
