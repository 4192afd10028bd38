"""Volunteers called for a request for help read what kind, where about and when, never whose it is (DOMAIN §1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.menu import BACK
from core.petitions.menu import code as case_code
from core.petitions.messages import in_case
from core.petitions.model import KINDS, Petition
from core.routing.model import Team
from core.shared.actions import Action
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError
from core.shared.ids import CallId, IdSource, PetitionId
from core.shared.messages import Arg, Button, MessageSpec, Term
from core.uow import UnitOfWork, UnitOfWorkFactory
from core.volunteers.model import Asked, Call, Reply, Skill

COUNTS = (1, 2, 3, 5, 10)
"""How many may be wanted for one case; in button codes."""
SKILLS: Mapping[str, Skill] = {
    Team.MEDICAL: Skill.MEDICAL,
    Team.PROPERTY: Skill.REPAIRS,
    Team.ENVIRONMENT: Skill.CLEANING,
    Team.RELIEF: Skill.VISITS,
    Team.POLICE: Skill.ORDER,
}
"""Who is asked for a team's cases, unless staff choose others."""


class When(StrEnum):
    """Stored by value, in button codes too: never rename."""

    NOW = "n"
    AFTERNOON = "a"
    EVENING = "e"
    MORNING = "m"
    WEEKEND = "w"
    AGREED = "g"


def spec_of(call: Call, key: str, args: Mapping[str, Arg]) -> MessageSpec:
    """Return what is said of a call: of one for a case what kind, where about and when, else its own words."""
    if call.petition_id is None:
        return MessageSpec(key, {**args, "text": call.text})
    team, when, area = call.text.split("\n", 2)
    told: dict[str, Arg] = {"team": Term(f"team-{team}"), "when": Term(f"helpers-when-{when}"), "area": area}
    return MessageSpec(f"{key}-case", {**args, **told})


def how_many(petition: Petition) -> MessageSpec:
    buttons = [
        Button("button-call-count", case_code(Action.VOLUNTEERS, petition, f"{n}"), args={"count": n}) for n in COUNTS
    ]
    back = [Button("button-menu-back", case_code(Action.MORE, petition, BACK))]
    return MessageSpec("call-how-many", {"number": petition.number}, buttons=[buttons, back])


def when(petition: Petition, count: int) -> MessageSpec:
    buttons = [
        Button(f"helpers-when-{each}", case_code(Action.VOLUNTEERS, petition, f"{count}{each}")) for each in When
    ]
    rows = [buttons[n : n + 3] for n in range(0, len(buttons), 3)]
    rows.append([Button("button-menu-back", case_code(Action.VOLUNTEERS, petition))])
    return MessageSpec("helpers-when", {"number": petition.number, "count": count}, buttons=rows)


def chosen(rest: str) -> tuple[int, When | None]:
    """Read what a button names; (0, None) where nothing was chosen yet, or nothing that can be."""
    digits = rest.rstrip("".join(When))
    count = int(digits) if digits.isdecimal() and int(digits) in COUNTS else 0
    return count, next((each for each in When if count and rest == f"{digits}{each}"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForCase:
    """The desk, or the team, that works on a request for help calls volunteers for it; one call at a time."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def see(self, actor: StaffActor, petition_id: PetitionId) -> tuple[Petition, CallId | None]:
        """Return the case, and the call that is open for it. Raises DomainError("call-not-for-case")."""
        async with self.uow.reading() as uow:
            petition = ensure_helped(await see_desk_case(uow, actor, petition_id))
            call = await uow.volunteers.open_for(petition_id)
        return petition, call.id if call else None

    async def draft(self, actor: StaffActor, petition_id: PetitionId, count: int, at: When, press: str) -> CallId:
        """Write a call, to be looked at first; the same press twice is one. Raises what `access_desk_case` does."""
        async with self.uow() as uow:
            petition = ensure_helped(await access_desk_case(uow, actor, petition_id))
            if (open_call := await uow.volunteers.open_for(petition_id)) is not None:
                return open_call.id
            chat = await uow.staff_chats.get(actor.chat_id)
            area = (await uow.units.get(petition.unit_id)).name
            team = petition.team or Team.DESK
            call = Call(
                id=CallId(self.ids.new()),
                unit_id=chat.unit_id if chat else petition.unit_id,
                source=f"case:{press}"[:64],
                text=f"{team}\n{at}\n{area}",
                wanted=count,
                by=actor.user_id,
                chat_id=actor.chat_id,
                made_at=self.clock.now(),
                skill=SKILLS.get(team),
                petition_id=petition_id,
            )
            await uow.volunteers.add(call)
            await uow.commit()
        return call.id


def ensure_helped(petition: Petition) -> Petition:
    """Return a request for help on which somebody works; raises DomainError("call-not-for-case")."""
    if not KINDS[petition.kind].teams or not petition.open:
        raise DomainError("call-not-for-case", number=petition.number)
    return petition


async def tell_case(uow: UnitOfWork, call: Call, who: Asked, reply: Reply, count: int, clock: Clock) -> None:
    """Tell where the case is worked on who comes, or comes no more, and how many there are; commit required."""
    if call.petition_id is None or (reply is Reply.NO and who.reply is not Reply.YES):
        return
    petition = await uow.petitions.get(call.petition_id)
    args: dict[str, Arg] = {"name": who.name, "count": count, "wanted": call.wanted, "number": petition.number}
    key = "call-helper-comes" if reply is Reply.YES else "call-helper-stays-away"
    for place in await uow.links.cards(petition.id):
        word = f"helper:{call.id}:{who.resident_id}:{reply}:{clock.now().isoformat()}:{place.chat_id}"
        uow.outbox.add(in_case(petition, place.chat_id, word, MessageSpec(key, args)))
