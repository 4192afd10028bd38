"""A week's rota for the demo's desks, so that a new case calls somebody, and a directory to look things up in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.directory_file import read_directory
from bot.foundation import Foundation
from core.directory.usecases import ImportOffices
from core.duty.model import Colleague, weekly
from core.people.model import Purpose
from core.shared.ids import ChatId, TelegramUserId
from core.volunteers.model import Skill, Times, Volunteer

DIRECTORY = Path(__file__).with_name("directory.yaml")


async def seed_directory(ground: Foundation) -> None:
    """Safe to repeat."""
    await ImportOffices(uow=ground.uow, clock=ground.clock, ids=ground.ids)(read_directory(DIRECTORY))


VOLUNTEERS = ((Skill.VISITS, Times.WEEKENDS), (Skill.REPAIRS, Times.EVENINGS))


async def seed_volunteers(ground: Foundation, world: Mapping[str, Any]) -> None:
    """Let the first two of those who know the bot already be volunteers. Safe to repeat."""
    async with ground.uow() as uow:
        started = [TelegramUserId(person["id"]) for person in world["users"] if person["started"]]
        known = [await uow.residents.by_telegram(each) for each in started]
        people = [each for each in known if each is not None]
        for resident, (skill, times) in zip(people, VOLUNTEERS, strict=False):
            if await uow.volunteers.of(resident.id) is None:
                helper = Volunteer(
                    resident_id=resident.id,
                    skills=frozenset({skill}),
                    times=frozenset({times}),
                    since=ground.clock.now(),
                )
                await uow.volunteers.save(helper)
        await uow.commit()


async def seed_duty(ground: Foundation, world: Mapping[str, Any]) -> None:
    """Put the members of each desk's chat on duty in turn. Safe to repeat: a rota that is there stays as it is."""
    users = {user["id"]: user for user in world["users"]}
    async with ground.uow() as uow:
        for chat in world["chats"]:
            bound = await uow.staff_chats.get(ChatId(chat["id"]))
            if bound is None or Purpose.DESK not in bound.purposes or await uow.duty.people(bound.unit_id):
                continue
            people = [
                Colleague(
                    unit_id=bound.unit_id,
                    user_id=TelegramUserId(each["id"]),
                    name=f"{each['first_name']}{each.get('last_name') or ''}",
                    username=each.get("username") or "",
                )
                for member in chat["members"]
                if (each := users.get(member["user_id"])) is not None and not each.get("is_bot")
            ]
            for each in people:
                await uow.duty.know(each)
            for day in range(1, 6 if people else 1):
                await uow.duty.put(bound.unit_id, weekly(day), [people[day % len(people)].user_id])
        await uow.commit()
