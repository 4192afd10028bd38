"""The only ways to get an item for somebody of the staff: all load *and* authorise."""

from core.disclosure.model import Item, State, Version
from core.people.model import Purpose, StaffChat
from core.shared.actor import StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ItemId, VersionId
from core.uow import UnitOfWork

REVIEWERS = {State.REVIEW: Purpose.SUPERVISION, State.FINANCE_REVIEW: Purpose.FINANCE}
"""Which chat decides in which review."""


async def access_desk(uow: UnitOfWork, actor: StaffActor) -> StaffChat:
    """Return the actor's chat; raises DomainError("news-at-desk") where it is no desk: only desks write."""
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None or Purpose.DESK not in chat.purposes:
        raise DomainError("news-at-desk")
    return chat


async def access_draft(uow: UnitOfWork, actor: StaffActor, version_id: VersionId) -> tuple[Item, Version]:
    """Return what the actor's desk writes, locked; raises NotFoundError("news-unknown")."""
    chat = await access_desk(uow, actor)
    item, version = await uow.disclosure.lock(version_id)
    if item.unit_id != chat.unit_id:
        raise NotFoundError("news-unknown")
    return item, version


async def access_published(uow: UnitOfWork, actor: StaffActor, item_id: ItemId) -> Item:
    """Return an item that the actor's desk has published; raises NotFoundError("news-unknown")."""
    chat = await access_desk(uow, actor)
    item = await uow.disclosure.item(item_id)
    if item.unit_id != chat.unit_id or item.number is None:
        raise NotFoundError("news-unknown")
    return item


async def access_review(
    uow: UnitOfWork, actor: StaffActor, version_id: VersionId, stage: State
) -> tuple[Item, Version]:
    """Return what is in this review, locked; raises NotFoundError("news-unknown") if another chat decides in it."""
    item, version = await uow.disclosure.lock(version_id)
    chat = await uow.staff_chats.serving(item.unit_id, REVIEWERS[stage])
    if chat is None or chat.chat_id != actor.chat_id:
        raise NotFoundError("news-unknown")
    return item, version
