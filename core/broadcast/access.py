"""Whose desk sees to which residents. Absent and not yours are one error."""

from collections.abc import Mapping, Sequence

from core.broadcast.model import Campaign
from core.people.model import Purpose, StaffChat, Unit
from core.shared.actor import StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import CampaignId, ChatId, UnitId
from core.uow import UnitOfWork


def ways_up(units: Sequence[Unit]) -> dict[UnitId, frozenset[UnitId]]:
    """Return for each unit itself and those above it. `units`: all of them, parents before children."""
    ways: dict[UnitId, frozenset[UnitId]] = {}
    for unit in units:
        ways[unit.id] = frozenset({unit.id}) | (ways[unit.parent_id] if unit.parent_id else frozenset())
    return ways


async def desks(uow: UnitOfWork) -> Mapping[ChatId, tuple[StaffChat, frozenset[UnitId]]]:
    """Return each desk's chat with the units it sees to: its own, and those below without a desk of theirs."""
    found: dict[ChatId, tuple[StaffChat, frozenset[UnitId]]] = {}
    for unit in await uow.units.all():
        desk = await uow.staff_chats.serving(unit.id, Purpose.DESK)
        if desk is not None:
            _, units = found.get(desk.chat_id, (desk, frozenset()))
            found[desk.chat_id] = (desk, units | {unit.id})
    return found


async def below(uow: UnitOfWork, unit_id: UnitId) -> list[Unit]:
    """Return the unit and those below it, parents first."""
    found: list[Unit] = []
    for unit in await uow.units.all():
        if unit.id == unit_id or unit.parent_id in {each.id for each in found}:
            found.append(unit)
    return found


async def own_units(uow: UnitOfWork, actor: StaffActor) -> list[Unit]:
    """Return the units whose residents the actor's desk may write to: its own and all below.

    Raises DomainError("notice-elsewhere") in a chat that is no desk.
    """
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None or Purpose.DESK not in chat.purposes:
        raise DomainError("notice-elsewhere")
    return await below(uow, chat.unit_id)


async def access_campaign(
    uow: UnitOfWork, actor: StaffActor, campaign_id: CampaignId, *, locked: bool = False
) -> Campaign:
    """Return a campaign that the actor's desk sees to; raises NotFoundError("campaign-unknown")."""
    campaign = await (uow.campaigns.lock(campaign_id) if locked else uow.campaigns.get(campaign_id))
    desk = await uow.staff_chats.serving(campaign.unit_id, Purpose.DESK)
    if desk is None or desk.chat_id != actor.chat_id:
        raise NotFoundError("campaign-unknown")
    return campaign
