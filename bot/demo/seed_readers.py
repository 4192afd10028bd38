"""People who have known the bot for a while and want its news, so that a demo's Friday has somebody to go to."""

from collections.abc import Mapping
from typing import Any

from bot.foundation import Foundation
from core.broadcast.model import Rhythm, Subscription
from core.people.model import Level, Resident
from core.shared.ids import ResidentId, TelegramUserId
from core.shared.language import Language

AT_ONCE = frozenset({"reader-fang"})
"""Those who want each item when it is published; the others wait for Friday."""


async def seed_readers(ground: Foundation, world: Mapping[str, Any]) -> None:
    """Let everybody of `world` who has started the bot already live in the community, agreed, and subscribe.

    Safe to repeat: whoever is known stays as they are. Nobody is told anything.
    """
    now = ground.clock.now()
    async with ground.uow() as uow:
        home = next(unit for unit in await uow.units.all() if unit.level is Level.COMMUNITY)
        for person in world["users"]:
            telegram_id = TelegramUserId(person["id"])
            if not person["started"] or await uow.residents.by_telegram(telegram_id) is not None:
                continue
            resident = Resident(
                id=ResidentId(ground.ids.new()),
                telegram_id=telegram_id,
                name=person["first_name"],
                language=Language.ZH_CN,
                language_chosen=True,
                unit_id=home.id,
            )
            await uow.residents.save(resident.agrees(now).agrees_to_transfer(now))
            rhythm = Rhythm.AT_ONCE if person["slug"] in AT_ONCE else Rhythm.WEEKLY
            choice = Subscription(
                resident_id=resident.id, rhythm=rhythm, quiet=None, since=now
            )  # a demo is played at any hour
            await uow.subscriptions.save(choice)
        await uow.commit()
