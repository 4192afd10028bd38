from datetime import datetime

from sqlalchemy import or_, select, update

from core.petitions.model import OPEN_STAGES
from core.petitions.places import WORKED_ON
from core.shared.followups import card_after_refusal, refusal_notice
from core.shared.outbox import ClaimedItem
from storage.outbox_rows import values_of
from storage.tables import outbox, petitions, residents, staff_cards
from storage.work import Work


async def record_refusal(work: Work, row: ClaimedItem, now: datetime) -> None:
    """Mark the person who refuses our messages, redraw the cards that must say so, and tell who wrote to them."""
    person = residents.c.telegram_id == row.item.chat_id
    marked = update(residents).where(person, residents.c.unreachable_since.is_(None)).values(unreachable_since=now)
    await work.run(marked)
    theirs = petitions.c.resident_id.in_(select(residents.c.id).where(person))
    concerned = or_(petitions.c.stage.in_(OPEN_STAGES), petitions.c.id == row.item.petition_id)
    places = (
        select(staff_cards.c.petition_id, staff_cards.c.chat_id)
        .join(petitions, petitions.c.id == staff_cards.c.petition_id)
        .where(theirs, concerned, staff_cards.c.standing.in_(WORKED_ON))
        .order_by(petitions.c.number, staff_cards.c.chat_id)
    )
    items = [card_after_refusal(row, place.petition_id, place.chat_id) for place in await work.run(places)]
    if notice := refusal_notice(row.item):
        items.append(notice)
    for item in items:
        await work.run(work.insert_new(outbox, values_of(item)))
