"""Who somebody is, by the card that Telegram makes of the account's own number. One way, wherever it is asked."""

from aiogram.types import Contact, KeyboardButton, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove
from aiogram_dialog import ShowMode

from core.ballots.usecases import Standing
from core.shared.errors import DomainError
from core.shared.text import is_phone
from dialogs.ballots.door import open_votes
from dialogs.incoming import Incoming
from dialogs.pages import Go
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
    await _show_who(visit, incoming, open_votes)
    return True


async def ask_phone(visit: Visit) -> None:
    """Put Telegram's own button below the screen."""
    button = KeyboardButton(text=visit.speech.plain("keyboard-share-phone"), request_contact=True)
    keyboard = ReplyKeyboardMarkup(keyboard=[[button]], resize_keyboard=True, one_time_keyboard=True)
    bot = visit.manager.middleware_data["bot"]
    await bot.send_message(visit.actor.telegram_id, visit.speech.html("vote-share-below"), reply_markup=keyboard)
    visit.manager.show_mode = ShowMode.NO_UPDATE


async def take_card(visit: Visit, incoming: Incoming, then: Go) -> bool:
    """A card of somebody else, one that was passed on, and a number that was typed prove nothing; each is told why.

    False if it was something else to say.
    """
    contact = shared_contact(visit)
    if contact is None and incoming.is_plain and _is_number(incoming.text):
        visit.flash("identity-typed")
    elif contact is None:
        return False
    elif incoming.origin:
        visit.flash("identity-forwarded")
    elif own_contact(visit, incoming) is None:
        visit.flash("vote-contact-own")
    else:
        await _show_who(visit, incoming, then)
    return True


def _is_number(text: str) -> bool:
    return sum(char.isdecimal() for char in text) >= _DIGITS and is_phone(text)


_DIGITS = 7
"""A shorter number is a choice, a house, or 110."""


async def _show_who(visit: Visit, incoming: Incoming, then: Go) -> None:
    contact = own_contact(visit, incoming)
    if contact is None:
        return
    try:
        await visit.use.people.verify(visit.actor, contact.phone_number)
    except DomainError as error:
        unit = await visit.use.office(visit.actor.resident_id)
        visit.flash(f"error-{error.code}", phone=unit.phone or "—")
        return
    bot = visit.manager.middleware_data["bot"]
    thanks = visit.speech.html("vote-verified")
    await bot.send_message(visit.actor.telegram_id, thanks, reply_markup=ReplyKeyboardRemove())
    await then(visit)
