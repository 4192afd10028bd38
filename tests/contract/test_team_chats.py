"""Chats of service teams over the fake, SQLite and PostgreSQL: who works on what, what goes along, who is bound."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import BindCode, Purpose, StaffChat
from core.petitions.model import Stage
from core.petitions.places import CardPlace, Standing
from core.petitions.queue import QueueFilter, QueueView
from core.shared.ids import ChatId
from tests.contract.test_seats import about, above, waiting
from tests.factories.cases import a_petition, a_staff_chat
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def a_team(ports: StoragePorts, scene: Scene) -> StaffChat:
    chat = a_staff_chat(scene.unit, purposes=frozenset({Purpose.TEAM}), teams=frozenset({"fire", "emergency"}))
    async with ports.uow() as uow:
        await uow.staff_chats.save(chat)
        await uow.commit()
    return chat


async def given(ports: StoragePorts, scene: Scene, team: StaffChat) -> None:
    async with ports.uow() as uow:
        await uow.seats.to_team(scene.petition.id, scene.desk.chat_id, team.chat_id)
        await uow.commit()


async def queue(ports: StoragePorts, chat: ChatId) -> list[str]:
    view = QueueView(wanted=QueueFilter())
    return [row.number for row in (await ports.queue_page.page(chat, 1, view, START, 20)).rows]


async def test_a_case_with_its_team_is_worked_on_there_and_listed_at_the_desk(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    team = await a_team(ports, scene)
    await enqueue(ports.uow, about(scene, f"add:1:{scene.desk.chat_id}:0"))
    await given(ports, scene, team)

    case, desk = scene.petition, scene.desk.chat_id
    async with ports.uow.reading() as uow:
        place = CardPlace(petition_id=case.id, chat_id=team.chat_id, standing=Standing.TEAM)
        assert await uow.links.cards(case.id) == [place]
        assert await uow.seats.lends_to(case.id) == desk
        assert await uow.seats.with_team(team.chat_id) == [case.id]
        assert await uow.seats.with_team(desk) == []
        assert await uow.seats.of(desk, lent=False) == await uow.seats.of(desk, lent=True) == []
        due = await uow.petitions.falling_due(START + timedelta(days=99))
        assert [each.chat_id for each in due] == [team.chat_id]
    assert await queue(ports, team.chat_id) == await queue(ports, desk) == [case.number]
    assert [item.dedupe for item in await waiting(ports, team.chat_id)] == [f"add:1:{team.chat_id}:0"]
    views = {chat: await ports.cards.card(case.id, chat) for chat in (team.chat_id, desk)}
    assert {chat: view and (view.elsewhere, view.left) for chat, view in views.items()} == {
        team.chat_id: (False, False),
        desk: (True, False),
    }


async def test_it_comes_back_to_the_desk_or_goes_to_another(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    team, street = await a_team(ports, scene), await above(ports, scene)
    await given(ports, scene, team)
    for chat in (scene.desk, street):
        async with ports.uow() as uow:
            await uow.seats.settle(scene.petition.id, chat.chat_id, chat.chat_id)
            await uow.commit()
        async with ports.uow.reading() as uow:
            assert await uow.seats.lends_to(scene.petition.id) is None
            assert [place.chat_id for place in await uow.links.cards(scene.petition.id)] == [chat.chat_id]
        view = await ports.cards.card(scene.petition.id, team.chat_id)
        assert view is not None
        assert view.left
        assert await queue(ports, team.chat_id) == []


async def test_what_has_ended_needs_no_other_chat(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    team = await a_team(ports, scene)
    closed = a_petition(scene.unit, scene.resident, number="XF-2026-000009", stage=Stage.CLOSED)
    async with ports.uow() as uow:
        uow.petitions.add(closed)
        await uow.links.add_card(closed.id, scene.desk.chat_id, Standing.WITH_TEAM)
        await uow.links.add_card(closed.id, team.chat_id, Standing.TEAM)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.seats.with_team(team.chat_id) == []
        assert await uow.seats.lends_to(closed.id) == scene.desk.chat_id


async def test_teams_of_a_chat_are_kept_changed_and_moved_along(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    team = await a_team(ports, scene)
    code = BindCode(code_hash="c" * 64, unit_id=scene.unit.id, purpose=Purpose.TEAM, expires_at=START, team="fire")
    async with ports.uow() as uow:
        assert await uow.staff_chats.get(team.chat_id) == team
        uow.bind_codes.add(code)
        await uow.staff_chats.save(replace(team, teams=frozenset({"fire"})))
        await uow.commit()
    new = ChatId(team.chat_id - 1_000)
    async with ports.uow() as uow:
        await uow.staff_chats.save(replace(team, chat_id=new, teams=frozenset({"medical"})))
        await uow.staff_chats.move(team.chat_id, new)
        await uow.commit()
    async with ports.uow.reading() as uow:
        moved = await uow.staff_chats.get(new)
        assert moved is not None
        assert moved.teams == {"fire", "medical"}
        assert await uow.bind_codes.by_hash("c" * 64) == code
        assert {chat.chat_id: chat.teams for chat in await uow.staff_chats.all()}[scene.desk.chat_id] == frozenset()
