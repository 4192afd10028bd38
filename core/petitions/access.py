"""The only ways to get a case for a person: all load *and* authorise, with one error for absent and not yours."""

from core.petitions.model import Kind, Petition
from core.shared.actor import ResidentActor, StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import PetitionId
from core.together.model import Part
from core.uow import UnitOfWork


async def access_own_case(uow: UnitOfWork, actor: ResidentActor, petition_id: PetitionId) -> Petition:
    """Return a case the actor has filed, or speaks for, locked; raises NotFoundError("case-unknown")."""
    petition = await uow.petitions.lock(petition_id)
    if petition.resident_id != actor.resident_id and not await speaks_for(uow, actor, petition_id):
        raise NotFoundError("case-unknown")
    return petition


async def speaks_for(uow: UnitOfWork, actor: ResidentActor, petition_id: PetitionId) -> bool:
    """Tell whether somebody is a representative of a petition of several (XF 20)."""
    mine = await uow.together.signature(petition_id, actor.resident_id)
    return mine is not None and mine.part is Part.SPEAKER


async def access_by_code(uow: UnitOfWork, access_hash: str) -> Petition:
    """Return the anonymous case this code opens, locked; raises NotFoundError("code-unknown")."""
    found = await uow.petitions.by_access_hash(access_hash)
    if found is None:
        raise NotFoundError("code-unknown")
    return await uow.petitions.lock(found.id)


async def access_desk_case(uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId) -> Petition:
    """Return a case that is worked on in the actor's staff chat, locked.

    Raises NotFoundError("case-unknown"), DomainError("case-elsewhere") if another chat works on it now
    or ("case-with-team") if that is one of a service team of this desk,
    DomainError("you-recused") to whoever has an interest in it (XF 28), and ("own-case") to its author.
    """
    await _ensure_bound(uow, actor)
    petition = await uow.petitions.lock(petition_id)
    await _ensure_card(uow, actor, petition_id)
    if await uow.history.recused(petition_id, actor.user_id):
        raise DomainError("you-recused", number=petition.number)
    await ensure_not_own(uow, actor, petition)
    return petition


async def ensure_not_own(uow: UnitOfWork, actor: StaffActor, petition: Petition) -> None:
    """Whoever works at the desk and is a party of a case is a resident there: colleagues handle it.

    Raises DomainError("own-case").
    """
    mediation = await uow.mediations.of(petition.id) if petition.kind is Kind.MEDIATION else None
    for who in (petition.resident_id, None if mediation is None else mediation.other_id):
        if who is not None and (await uow.residents.get(who)).telegram_id == actor.user_id:
            raise DomainError("own-case", number=petition.number)


async def see_desk_case(uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId) -> Petition:
    """Return the same case for looking, in a unit of work that may only read; raises NotFoundError("case-unknown")."""
    await _ensure_bound(uow, actor)
    petition = await uow.petitions.get(petition_id)
    await _ensure_card(uow, actor, petition_id)
    return petition


async def _ensure_bound(uow: UnitOfWork, actor: StaffActor) -> None:
    if await uow.staff_chats.get(actor.chat_id) is None:
        raise NotFoundError("chat-not-bound")


async def _ensure_card(uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId) -> None:
    cards = await uow.links.cards(petition_id)
    if actor.chat_id in {card.chat_id for card in cards}:
        return
    if await uow.seats.lends_to(petition_id) == actor.chat_id:
        raise DomainError("case-with-team")
    if await uow.links.stood_in(petition_id, actor.chat_id):
        raise DomainError("case-elsewhere")
    raise NotFoundError("case-unknown")
