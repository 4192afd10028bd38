"""Subscribers and campaigns: valid ones, with what the test is about given by keyword."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from core.broadcast.model import Campaign, CampaignKind, Content, DigestLine, Rhythm, Subscription, Topic
from core.people.model import Resident, Unit
from core.shared.ids import CampaignId
from core.shared.messages import MessageSpec
from core.uow import UnitOfWorkFactory
from tests.factories.cases import a_resident
from tests.fakes.world import START

_numbers = count(1)


def a_line(
    unit: Unit, topic: Topic = Topic.DAYS, key: str = "digest-vote-decided", at: datetime | None = None
) -> DigestLine:
    return DigestLine(unit_id=unit.id, topic=topic, spec=MessageSpec(key, {"title": "修路灯"}), at=at)


def a_campaign(unit: Unit, **given: Any) -> Campaign:
    n = next(_numbers)
    values = {
        "id": CampaignId(f"campaign{n}"),
        "kind": CampaignKind.WEEKLY,
        "unit_id": unit.id,
        "period": f"period{n}",
        "content": Content(lines=(a_line(unit),)),
        "made_at": START,
        "units": frozenset({unit.id}),
    }
    return Campaign(**{**values, **given})


def one_who_agreed(unit: Unit, **given: Any) -> Resident:
    return a_resident(unit, **given).agrees(START).agrees_to_transfer(START)


async def some_subscribers(uow: UnitOfWorkFactory, unit: Unit, *rhythms: Rhythm | None, **given: Any) -> list[Resident]:
    """People who have chosen so, one each; None has chosen nothing. They are told at any hour."""
    people = [one_who_agreed(unit) for _ in rhythms]
    chosen = {"quiet": None, "since": START - timedelta(days=1), **given}
    async with uow() as work:
        for person, rhythm in zip(people, rhythms, strict=True):
            await work.residents.save(person)
            if rhythm is not None:
                await work.subscriptions.save(Subscription(resident_id=person.id, rhythm=rhythm, **chosen))
        await work.commit()
    return people
