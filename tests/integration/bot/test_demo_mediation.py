"""The demo's mediation: one, whose card the desk gets, and that can be gone on with; seeding again adds none."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.demo.prepare import demo_settings, prepare
from bot.foundation import open_foundation
from core.mediation.model import State, replayed
from core.people.model import Purpose
from core.petitions.model import Kind
from core.shared.ids import TelegramUserId

pytestmark = pytest.mark.integration
PERSONAS = Path("sandbox/personas.json")


def world() -> dict[str, Any]:
    told = json.loads(PERSONAS.read_text(encoding="utf-8"))
    people = [person | {"started": bool(person.get("started"))} for person in told["users"]]
    return {"token": told["token"], "users": people, "chats": [chat | {"members": []} for chat in told["chats"]]}


async def test_two_who_are_willing_wait_for_a_mediator(tmp_path: Path) -> None:
    told = world()
    settings = demo_settings(tmp_path, "http://127.0.0.1:1", told["token"])
    for _ in range(2):
        await prepare(settings, told)
    async with open_foundation(settings) as ground, ground.uow.reading() as uow:
        other = await uow.residents.by_telegram(TelegramUserId(1016))
        assert other is not None
        (case,) = await uow.mediations.with_other(other.id)
        petition, mediation = await uow.petitions.get(case), await uow.mediations.of(case)
        assert mediation is not None
        assert (petition.kind, mediation.state) == (Kind.MEDIATION, State.WILLING)
        assert replayed(await uow.history.of(case)) is State.WILLING
        desk = await uow.staff_chats.serving(petition.unit_id, Purpose.DESK)
        assert desk is not None
        assert {place.chat_id for place in await uow.links.cards(case)} == {desk.chat_id}
