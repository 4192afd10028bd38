from dataclasses import dataclass

from core.disclosure import messages
from core.disclosure.access import access_desk, access_published
from core.disclosure.ports import Sheet, SheetMaker
from core.disclosure.queries import DisclosureReader, ItemView
from core.people.model import Unit
from core.shared.actor import StaffActor
from core.shared.blobs import BlobStore
from core.shared.ids import ItemId
from core.shared.messages import MediaRef
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSheet:
    """Make a sheet of paper for the board, and send it to the desk that asked."""

    uow: UnitOfWorkFactory
    reader: DisclosureReader
    sheets: SheetMaker
    blobs: BlobStore

    async def unit(self, actor: StaffActor) -> Unit:
        """Return whose board it is; raises DomainError("news-at-desk")."""
        async with self.uow.reading() as uow:
            return await uow.units.get((await access_desk(uow, actor)).unit_id)

    async def item(self, actor: StaffActor, item_id: ItemId) -> ItemView:
        """Return what the actor's desk has published; raises NotFoundError("news-unknown")."""
        async with self.uow.reading() as uow:
            await access_published(uow, actor, item_id)
        return await self.reader.view(item_id)

    async def __call__(self, actor: StaffActor, sheet: Sheet, name: str, press: str) -> None:
        """`press` names the press or the command, so that a repeated update sends one sheet."""
        blob = await self.blobs.put(await self.sheets.make(sheet))
        async with self.uow() as uow:
            await access_desk(uow, actor)
            file = MediaRef("document", blob=blob, name=f"{name}.pdf")
            uow.outbox.add(messages.sheet_ready(actor.chat_id, file, press))
            await uow.commit()
