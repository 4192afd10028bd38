"""What somebody has done and leaves, how a desk stands, and offers to colleagues, on every database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.handover import Handover, HandoverId
from core.petitions.model import Author, Event, Handler, Kind, Stage
from core.shared.errors import NotFoundError
from core.shared.ids import TelegramUserId
from tests.factories.cases import a_history_row, a_message, a_petition
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract
ME = TelegramUserId(77)


async def test_what_somebody_did_since_the_morning(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    mine = {"actor_kind": "staff", "actor_id": str(ME), "at": START}
    elsewhere = a_petition(scene.unit)
    async with ports.uow() as uow:
        uow.petitions.add(elsewhere)
        for case, changes in (
            (scene.petition, {"event": Event.REPLY}),
            (scene.petition, {"event": Event.REPLY}),
            (scene.petition, {"event": Event.CLOSE, "actor_id": "8"}),
            (scene.petition, {"event": Event.CLAIM, "at": START - timedelta(hours=1)}),
            (elsewhere, {"event": Event.ANSWER}),
        ):
            uow.history.append(a_history_row(case, **{**mine, **changes}))
        await uow.commit()

    assert await ports.shifts.done_by(scene.desk.chat_id, ME, START) == {Event.REPLY: 1}


async def test_the_latest_note_of_each_case(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        uow.messages.add(a_message(scene.petition, author=Author.NOTE, text="先前"))
        uow.messages.add(a_message(scene.petition, author=Author.NOTE, text="后来\n的"))
        uow.messages.add(a_message(scene.petition, author=Author.STAFF, text="说给居民"))
        await uow.commit()

    assert await ports.shifts.latest_notes([scene.petition.id]) == {scene.petition.id: "后来 的"}
    assert await ports.shifts.latest_notes([]) == {}


async def test_an_offer_is_taken_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    offer = Handover(
        id=HandoverId("h1"),
        chat_id=scene.desk.chat_id,
        giver_id=ME,
        giver_name="李敏",
        made_at=START,
        cases=[scene.petition.id],
    )
    async with ports.uow() as uow:
        uow.handovers.add(offer)
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.handovers.lock(offer.id) == offer
        await uow.handovers.taken(offer.id, TelegramUserId(8))
        await uow.commit()
    async with ports.uow() as uow:
        assert (await uow.handovers.lock(offer.id)).taken_by == 8
        with pytest.raises(NotFoundError, match="handover-unknown"):
            await uow.handovers.lock(HandoverId("absent"))


async def test_a_desk_is_counted_kind_by_kind(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    mine = Handler(user_id=ME, name="李敏", unit_id=scene.unit.id)
    away = replace(mine, unit_id=scene.street.id)
    cases = [
        a_petition(scene.unit, scene.resident, stage=Stage.ACCEPTED, handler=mine),
        a_petition(scene.unit, scene.resident, stage=Stage.ACCEPTED, handler=away, kind=Kind.SERVICE),
        a_petition(scene.unit, scene.resident, stage=Stage.CLOSED),
    ]
    async with ports.uow() as uow:
        for case in cases:
            uow.petitions.add(case)
            await uow.links.add_card(case.id, scene.desk.chat_id)
        await uow.commit()

    counts = await ports.stats.open_counts(scene.desk.chat_id, START + timedelta(days=2))
    assert [(c.kind, c.open, c.waiting, c.overdue) for c in counts] == [
        (Kind.COMPLAINT, 2, 1, 1),
        (Kind.SERVICE, 1, 1, 0),
    ]


async def test_each_event_counts_once_when_it_first_happened(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    old = a_petition(scene.unit, scene.resident)
    async with ports.uow() as uow:
        uow.petitions.add(old)
        await uow.links.add_card(old.id, scene.desk.chat_id)
        for case, event, hours in (
            (old, Event.ANSWER, -1),
            (old, Event.ANSWER, 1),
            (scene.petition, Event.CLAIM, 1),
            (scene.petition, Event.REPLY, 2),
            (scene.petition, Event.ANSWER, 3),
            (scene.petition, Event.ANSWER, 4),
        ):
            uow.history.append(a_history_row(case, event=event, at=START + timedelta(hours=hours)))
        await uow.commit()

    found = await ports.stats.happened(scene.desk.chat_id, START)
    assert [(h.petition_id, h.event, h.at, h.anonymous) for h in found] == [
        (scene.petition.id, Event.CLAIM, START + timedelta(hours=1), False),
        (scene.petition.id, Event.ANSWER, START + timedelta(hours=3), False),
    ]
