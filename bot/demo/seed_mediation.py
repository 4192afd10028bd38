"""Two who have agreed to mediate already, so that a demo's desk has something to choose a mediator for."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.foundation import Foundation
from core.mediation.model import How, Mediation, State
from core.people.model import Purpose, Resident
from core.petitions import messages
from core.petitions.clocks import Pledges, promise
from core.petitions.model import Event, HistoryRow, Kind, Petition
from core.petitions.places import Place
from core.shared.clock import local_day
from core.shared.ids import DraftId, PetitionId, TelegramUserId

EXAMPLE = Path(__file__).with_name("mediation.json")
MARK = DraftId("demo-mediation")
"""As whose draft it was filed: seeding again finds it."""


async def seed_mediation(ground: Foundation, world: Mapping[str, Any], pledges: Pledges) -> None:
    """File it in the name of people of `world` who know the bot already. Safe to repeat; nobody is told anything."""
    told: dict[str, str] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    ids = {person["slug"]: TelegramUserId(person["id"]) for person in world["users"] if person.get("slug")}
    async with ground.uow() as uow:
        asker, other = [
            await uow.residents.by_telegram(ids.get(told[who], TelegramUserId(0))) for who in ("asker", "other")
        ]
        desk = None if asker is None else await uow.staff_chats.serving(asker.unit_id, Purpose.DESK)
        if asker is None or other is None or desk is None or await uow.petitions.by_draft(MARK):
            return
        now, zone = ground.clock.now(), ground.clock.zone
        petition = Petition(
            id=PetitionId(ground.ids.new()),
            number=await uow.petitions.next_number(local_day(now, zone).year),
            draft_id=MARK,
            kind=Kind.MEDIATION,
            unit_id=asker.unit_id,
            resident_id=asker.id,
            text=told["text"],
            place=Place(),
            submitted_at=now,
            promises=promise(now, ground.clock, ground.calendar, pledges),
        )
        uow.petitions.add(petition)
        for event, who in ((Event.SUBMIT, asker), (Event.GM_CONSENT, other)):
            uow.history.append(_row(petition, event, who))
        mediation = Mediation(
            petition_id=petition.id,
            other_name=told["name"],
            invite=ground.ids.new(),
            line=told["line"],
            other_id=other.id,
            state=State.WILLING,
            willing=How.TAP,
            willing_at=now,
        )
        await uow.mediations.save(mediation)
        await uow.links.add_card(petition.id, desk.chat_id)
        uow.outbox.add(messages.card(petition, desk.chat_id, first=True))
        await uow.commit()


def _row(petition: Petition, event: Event, who: Resident) -> HistoryRow:
    submits = event is Event.SUBMIT
    return HistoryRow(
        petition_id=petition.id,
        event=event,
        actor_kind="resident",
        actor_id=who.id,
        actor_name="",
        at=petition.submitted_at,
        from_stage=None if submits else petition.stage,
        to_stage=petition.stage,
        unit_id=petition.unit_id if submits else None,
    )
