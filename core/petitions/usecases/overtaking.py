"""An extension that nobody has decided falls when the case is answered, ends, or goes elsewhere (XF 34)."""

from collections.abc import Collection

from core.petitions import messages
from core.petitions.extension import ExtensionState
from core.petitions.model import Petition
from core.shared.clock import Clock
from core.shared.ids import ChatId, TelegramUserId
from core.uow import UnitOfWork


async def overtake(
    uow: UnitOfWork,
    petition: Petition,
    clock: Clock,
    chats: Collection[ChatId] | None = None,
    asker: TelegramUserId | None = None,
) -> None:
    """Let what was proposed count no more, and tell whoever asked, in `chats` or where the case is; commit required.

    With `asker` only what that person proposed. What was decided stays.
    """
    extension = await uow.extensions.of(petition.id)
    if extension is None or extension.state is not ExtensionState.PROPOSED:
        return
    if asker is not None and extension.proposed_by != asker:
        return
    await uow.extensions.save(extension.overtaken(clock.now()))
    places = {place.chat_id for place in await uow.links.cards(petition.id)} if chats is None else set(chats)
    for chat_id in sorted(places):
        key = f"extension-fell:{extension.id}:{chat_id}"
        who, user = extension.proposed_name, str(extension.proposed_by)
        uow.outbox.add(messages.staff_word(petition, chat_id, "staff-extension-fell", key, name=who, user=user))
