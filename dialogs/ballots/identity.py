"""Who somebody is, by the card that Telegram makes of the account's own number."""

from aiogram.types import Contact, Message, ReplyKeyboardRemove

from core.ballots.usecases import Standing
from core.shared.errors import DomainError
from dialogs.ballots.door import open_votes
from dialogs.incoming import Incoming
from dialogs.visit import Visit


def shared_contact(visit: Visit) -> Contact | None:
    message = visit.manager.event
    return message.contact if isinstance(message, Message) else None


def own_contact(visit: Visit, incoming: Incoming) -> Contact | None:
    """Return the card, if it is the sender's own and nobody has passed it on."""
    contact = shared_contact(visit)
    return None if contact is None or contact.user_id != visit.actor.telegram_id or incoming.origin else contact


async def shows_late(visit: Visit, incoming: Incoming) -> bool:
    """Take the own card of whoever has been asked for it and has gone elsewhere: its button stays below the screen."""
    if own_contact(visit, incoming) is None:
        return False
    if not any(view.standing is Standing.UNVERIFIED for view in await visit.use.ballots.votes(visit.actor)):
        return False
    await show_who(visit, incoming)
    return True


async def show_who(visit: Visit, incoming: Incoming) -> None:
    contact = own_contact(visit, incoming)
    if contact is None:
        return
    try:
        await visit.use.verify(visit.actor, contact.phone_number)
    except DomainError as error:
        unit = await visit.use.office(visit.actor.resident_id)
        visit.flash(f"error-{error.code}", phone=unit.phone or "—")
        return
    bot = visit.manager.middleware_data["bot"]
    thanks = visit.speech.html("vote-verified")
    await bot.send_message(visit.actor.telegram_id, thanks, reply_markup=ReplyKeyboardRemove())
    await open_votes(visit)
