"""The slip somebody without Telegram takes home. It is sent at once and kept nowhere: the code word is on it."""

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from core.app import UseCases
from core.people.walk_in import Filed, Slip
from core.petitions.model import Petition
from core.shared.actions import ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.ids import PetitionId
from core.shared.messages import Arg
from dialogs.identity.links import SLIP
from dialogs.speech import Speech


async def print_slip(message: Message, speech: Speech, use_cases: UseCases, petition: Petition, code: str) -> None:
    """Send the slip below `message`."""
    bot = message.bot
    username = ((await bot.me()).username or "") if bot is not None else ""
    filed = await use_cases.people.file_walk_in.slip_of(petition, code)
    pdf = await use_cases.people.slips.make(_slip(filed, speech, use_cases, username))
    name = petition.party.name if petition.party and petition.party.name else "—"
    caption = speech.html("slip-ready", number=petition.number, name=name)
    await message.reply_document(BufferedInputFile(pdf, f"{petition.number}.pdf"), caption=caption)


def _slip(filed: Filed, speech: Speech, use_cases: UseCases, username: str) -> Slip:
    petition, zone, unit = filed.petition, use_cases.clock.zone, filed.unit
    promises = petition.promises
    days: dict[str, Arg] = {
        "claim": local_day(promises.claim_by, zone),
        "reply": local_day(promises.reply_by, zone),
        "accept": local_day(promises.accept_by, zone),
        "answer": local_day(promises.answer_by, zone),
    }
    kind = speech.plain(f"kind-{petition.kind}")
    name = petition.party.name if petition.party and petition.party.name else "—"
    return Slip(
        title=speech.plain("slip-title", unit=unit.name),
        number=petition.number,
        code=filed.code,
        lines=[
            speech.plain("slip-what", kind=kind, name=name, day=local_day(petition.submitted_at, zone)),
            *_pledged(petition, speech, days),
            speech.plain("slip-law", **days),
            speech.plain("slip-bot", bot=username),
            speech.plain("slip-call", phone=unit.phone or "—", number=petition.number),
            speech.plain("slip-office", office=unit.office or unit.name, hours=unit.hours or "—"),
        ],
        foot=speech.plain("slip-foot"),
        link=f"https://t.me/{username}?start={SLIP}{filed.code}",
    )


def _pledged(petition: Petition, speech: Speech, days: dict[str, Arg]) -> list[str]:
    """Our own pledge: hours of what cannot wait, days, or none where only the law's limits hold."""
    promises = petition.promises
    if petition.urgent:
        return [speech.plain("slip-next-urgent", claim=promises.claim_by, reply=promises.reply_by)]
    return [speech.plain("slip-next", **days)] if promises.pledges_reply else []


async def slip_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """The slip is lost: a new one, and the old code word opens nothing any more."""
    petition, word = await use_cases.people.renew_slip(actor, PetitionId(code.subject))
    if isinstance(callback.message, Message):
        await print_slip(callback.message, speech, use_cases, petition, word)
    await callback.answer()


async def phone_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Only the presser sees it, and it stays in no chat."""
    name, phone = await use_cases.people.see_phone(actor, PetitionId(code.subject))
    await callback.answer(speech.plain("phone-is", name=name or "—", phone=phone), show_alert=True)
