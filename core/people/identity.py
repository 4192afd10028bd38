"""Who somebody is on the roster, and binding on paper where no phone number can tell (DOMAIN §1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.people.model import PaperCode, Purpose, RosterEntry, StaffChat, Unit
from core.people.ports import Secrets
from core.people.roster import live_where_written
from core.petitions import messages
from core.petitions.model import Event, HistoryRow, Petition
from core.shared.actions import Action, ActionCode
from core.shared.actor import RESIDENT, ResidentActor, StaffActor
from core.shared.clock import Clock
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import ChatId, IdSource, RosterId, UnitId
from core.shared.messages import Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.text import fold
from core.uow import UnitOfWork, UnitOfWorkFactory

PAPER_CODE_LIFE = timedelta(days=1)
MOST_FOUND = 8
"""People of one name offered at once; more of them are told apart by their home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the roster says of an account: roles are not in it, and shown to nobody."""

    rostered: bool
    """There is a roster at all."""
    entry: RosterEntry | None = None
    unit: Unit | None = None
    helped: Sequence[RosterEntry] = ()
    """For whom the account speaks besides."""
    walk_ins: Sequence[Petition] = ()
    """Filed at the counter with the same phone number, and nobody's account's yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeIdentity:
    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor) -> Identity:
        async with self.uow.reading() as uow:
            entry = await uow.roster.of_resident(actor.resident_id)
            helped = await uow.roster.helped_by(actor.resident_id)
            if entry is None:
                return Identity(rostered=await uow.roster.count() > 0, helped=helped)
            return Identity(
                rostered=True,
                entry=entry,
                unit=await uow.units.get(entry.unit_id),
                helped=helped,
                walk_ins=await walk_ins_of(uow, entry),
            )

    async def household(self, actor: ResidentActor) -> Sequence[str]:
        """Return the names of those for whom the account speaks, and of others in the household, where one is known."""
        async with self.uow.reading() as uow:
            entry = await uow.roster.of_resident(actor.resident_id)
            helped = await uow.roster.helped_by(actor.resident_id)
            family = [] if entry is None else await uow.roster.of_household(entry)
        return list(dict.fromkeys(one.name for one in (*helped, *family)))


async def walk_ins_of(uow: UnitOfWork, entry: RosterEntry) -> Sequence[Petition]:
    """Return what was filed at the counter for this person: with their phone and their name.

    A phone of the household is given at the counter by whoever comes; who has it need not be who came.
    """
    if entry.phone_hash is None:
        return []
    found = await uow.petitions.walked_in(entry.phone_hash)
    return [p for p in found if p.party is not None and fold(p.party.name) == fold(entry.name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeWalkIns:
    """Make the cases somebody filed at the counter their account's own. The slip's code word stays good."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor) -> Sequence[str]:
        """Return the numbers; twice is once. Raises DomainError("person-unverified")."""
        now = self.clock.now()
        async with self.uow() as uow:
            entry = await uow.roster.of_resident(actor.resident_id)
            if entry is None:
                raise DomainError("person-unverified")
            taken = [await self._take(uow, actor, petition, now) for petition in await walk_ins_of(uow, entry)]
            await uow.commit()
        return [petition.number for petition in taken]

    async def _take(self, uow: UnitOfWork, actor: ResidentActor, found: Petition, now: datetime) -> Petition:
        was = await uow.petitions.lock(found.id)
        if was.resident_id is not None:
            return was
        petition = replace(was, resident_id=actor.resident_id, version=was.version + 1)
        uow.history.append(
            HistoryRow(
                petition_id=petition.id,
                event=Event.JOIN,
                actor_kind="resident",
                actor_id=actor.resident_id,
                actor_name="",
                at=now,
                from_stage=was.stage,
                to_stage=petition.stage,
            )
        )
        uow.audit.record("petition.joined", RESIDENT, petition.id, at=now)
        await uow.petitions.save(petition)
        for item in messages.refresh_cards(petition, await uow.links.cards(petition.id)):
            uow.outbox.add(item)
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePaperCode:
    """Make the code somebody shows at the counter; it is good once, for a day, and voids their earlier ones."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    secrets: Secrets

    async def __call__(self, actor: ResidentActor) -> str:
        code = self.ids.code(2)
        async with self.uow() as uow:
            now = self.clock.now()
            uow.paper_codes.add(
                PaperCode(
                    code_hash=paper_hash(self.secrets, code),
                    resident_id=actor.resident_id,
                    expires_at=now + PAPER_CODE_LIFE,
                )
            )
            uow.audit.record("person.code-issued", actor.resident_id, actor.resident_id, at=now)
            await uow.commit()
        return code


def paper_hash(secrets: Secrets, code: str) -> str:
    return secrets.keyed_hash("paper-code", fold(code))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """Whom staff may bind with a code: `bound` is who has the account already, so that another one is only helped."""

    bound: RosterEntry | None
    found: Sequence[RosterEntry]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOnPaper:
    """Look up whom staff mean who have seen the person's papers: by name, and home where a name is not enough."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def __call__(self, actor: StaffActor, code: str, who: str) -> OnPaper:
        """Raises DomainError("person-at-desk"), NotFoundError("paper-code") or ("person-unknown")."""
        async with self.uow.reading() as uow:
            chat = await desk_of(uow, actor)
            paper = await live_code(uow, self.secrets, code, self.clock.now())
            bound = await uow.roster.of_resident(paper.resident_id)
            people = await uow.roster.of_units(await below(uow, chat.unit_id))
        found = [entry for entry in people if _is_meant(entry, who.split())]
        if not found:
            raise NotFoundError("person-unknown")
        return OnPaper(bound=bound, found=found[:MOST_FOUND], more=max(len(found) - MOST_FOUND, 0))


def _is_meant(entry: RosterEntry, typed: Sequence[str]) -> bool:
    """Tell whether the words are the name, or the name with something of the home behind it."""
    name, home = fold(entry.name), fold(f"{entry.building}{entry.room} {entry.household}")
    for words in range(len(typed), 0, -1):
        if fold("".join(typed[:words])) == name:
            return all(fold(word) in home for word in typed[words:])
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class BindOnPaper:
    """Bind a line to the account whose code is shown; an account that has its own line speaks for this one.

    Voting is for one's own line only: a person who has no account of their own votes on paper.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def __call__(self, actor: StaffActor, code: str, entry_id: RosterId) -> tuple[RosterEntry, bool]:
        """Return the line, and whether the account only speaks for it.

        Raises DomainError("person-at-desk"), NotFoundError("paper-code") or ("person-unknown"), and
        ConflictError("person-taken") where the line has an account.
        """
        async with self.uow() as uow:
            chat, now = await desk_of(uow, actor), self.clock.now()
            paper = await live_code(uow, self.secrets, code, now)
            entry = await uow.roster.get(entry_id)
            if entry.unit_id not in await below(uow, chat.unit_id) or not entry.here:
                raise NotFoundError("person-unknown")
            own = await uow.roster.of_resident(paper.resident_id)
            bind = uow.roster.bind if own is None else uow.roster.help
            if not await bind(entry.id, paper.resident_id):
                raise ConflictError("person-taken")
            if not await uow.paper_codes.use(paper.code_hash, now):
                raise NotFoundError("paper-code")
            if own is None:
                await live_where_written(uow, paper.resident_id, entry, now)
            action = "person.bound-on-paper" if own is None else "person.helped-on-paper"
            uow.audit.record(action, str(actor.user_id), entry.id, at=now, detail=paper.resident_id)
            uow.outbox.add(await _told(uow, paper, entry, helps=own is not None))
            await uow.commit()
        return entry, own is not None


async def _told(uow: UnitOfWork, paper: PaperCode, entry: RosterEntry, *, helps: bool) -> OutboxItem:
    resident = await uow.residents.get(paper.resident_id)
    return OutboxItem(
        dedupe=f"paper:{paper.code_hash[:32]}",
        operation=Operation.SEND,
        chat_id=ChatId(resident.telegram_id),
        priority=Priority.REPLY,
        spec=MessageSpec(
            "identity-helps" if helps else "identity-bound",
            {"name": entry.name},
            [[Button("button-who-i-am", ActionCode(Action.WHO_I_AM).pack())]],
        ),
    )


async def desk_of(uow: UnitOfWork, actor: StaffActor) -> StaffChat:
    """Return the actor's chat; raises DomainError("person-at-desk") where it is none of a desk."""
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None or Purpose.DESK not in chat.purposes:
        raise DomainError("person-at-desk")
    return chat


async def live_code(uow: UnitOfWork, secrets: Secrets, code: str, now: datetime) -> PaperCode:
    """Return a code that is good still; raises NotFoundError("paper-code")."""
    paper = await uow.paper_codes.by_hash(paper_hash(secrets, code))
    if paper is None or paper.used_at is not None or paper.expires_at < now:
        raise NotFoundError("paper-code")
    return paper


async def below(uow: UnitOfWork, unit_id: UnitId) -> list[UnitId]:
    """Return the unit and those below it."""
    found = [unit_id]
    for unit in await uow.units.all():  # parents come before their children
        if unit.parent_id in found:
            found.append(unit.id)
    return found
