"""What the side roads of a case need of storage: who has kept out, where a case is worked on, what was chosen."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.app import FlowUseCases
from core.petitions.intent import Intent
from core.petitions.model import Event, Handler, Stage
from core.petitions.places import Standing
from core.petitions.usecases import ClaimCase, CloseCase, FindCase
from core.petitions.usecases.desk import Grace
from core.shared.actor import StaffActor
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import PetitionId, TelegramUserId
from core.shared.link_roles import LinkRole
from tests.core_rig import staff_of, words
from tests.factories.cases import a_history_row, a_petition, a_resident, a_staff_chat
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.disclosure import FakeSheets
from tests.fakes.stores import FakeBlobStore
from tests.fakes.world import START, FakeCalendar, FakeClock, FakeElapsed, FakeIds
from tests.flow_rig import flow_of

pytestmark = pytest.mark.contract

REFUSALS = (DomainError, ConflictError, NotFoundError)


async def test_who_keeps_out_of_a_case_is_known_of_that_case_alone(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other = a_petition(scene.unit, scene.resident)
    async with ports.uow() as uow:
        uow.petitions.add(other)
        uow.history.append(a_history_row(scene.petition, event=Event.RECUSE, actor_id="7001"))
        uow.history.append(a_history_row(scene.petition, event=Event.NOTE, actor_id="7002"))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.history.recused(scene.petition.id, TelegramUserId(7001))
        assert not await uow.history.recused(scene.petition.id, TelegramUserId(7002))
        assert not await uow.history.recused(other.id, TelegramUserId(7001))


async def test_the_history_knows_where_a_case_has_gone(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    went = a_history_row(scene.petition, event=Event.ESCALATE, reason="上交", unit_id=scene.street.id)
    async with ports.uow() as uow:
        uow.history.append(went)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert list(await uow.history.of(scene.petition.id)) == [went]
    view = await ports.cases.view(scene.petition.id)
    assert view is not None
    assert view.units[scene.street.id] == scene.street.name
    assert (view.history[0].actor_id, view.history[0].reason) == ("", "上交")


async def test_a_case_outside_comes_back_as_it_was_and_is_due_when_the_opinion_is(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    by = START + timedelta(days=30)
    was = replace(scene.petition, stage=Stage.REVIEW, review_by=by, version=2)
    async with ports.uow() as uow:
        await uow.petitions.save(was)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert (await uow.petitions.get(was.id)).review_by == by
        due = await uow.petitions.falling_due(by + timedelta(days=1))
    assert [(case.due, case.law) for case in due] == [(by, by)]
    assert [case.due for case in await ports.cases.queue(scene.desk.chat_id)] == [by]


@pytest.mark.parametrize("lent", [False, True])
async def test_a_case_settles_in_another_chat_and_leaves_all_others(ports: StoragePorts, lent: bool) -> None:
    scene = await set_scene(ports.uow)
    street, third = a_staff_chat(scene.street), a_staff_chat(scene.unit)
    home, works = third.chat_id, street.chat_id if lent else third.chat_id
    async with ports.uow() as uow:
        for chat in (street, third):
            await uow.staff_chats.save(chat)
        await uow.commit()
    async with ports.uow() as uow:
        await uow.seats.settle(scene.petition.id, home, works)
        await uow.commit()

    async with ports.uow.reading() as uow:
        (place,) = await uow.links.cards(scene.petition.id)
    assert (place.chat_id, place.standing) == (works, Standing.STAND_IN if lent else Standing.HERE)
    card = await ports.cards.card(scene.petition.id, scene.desk.chat_id)
    assert card is not None
    assert (card.elsewhere, card.left) == (True, True)
    at_home = await ports.cards.card(scene.petition.id, home)
    assert at_home is not None
    assert (at_home.elsewhere, at_home.left) == (lent, False)


async def test_open_cases_are_told_with_their_words_and_drafts(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    closed = a_petition(scene.unit, scene.resident, stage=Stage.CLOSED)
    theirs = a_petition(scene.unit, neighbour := a_resident(scene.unit))
    async with ports.uow() as uow:
        await uow.residents.save(neighbour)
        uow.petitions.add(closed)
        uow.petitions.add(theirs)
        await uow.commit()
    async with ports.uow.reading() as uow:
        found = await uow.petitions.open_texts(scene.resident.id)
    kept = scene.petition
    assert list(found) == [(kept.id, kept.number, kept.text, kept.draft_id)]


async def test_what_was_chosen_before_the_words_is_kept(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    user = TelegramUserId(7001)
    intent = Intent(
        chat_id=scene.desk.chat_id,
        user_id=user,
        petition_id=scene.petition.id,
        role=LinkRole.PROMPT_TRANSFER,
        at=START,
        subject="0123456789ab",
    )
    async with ports.uow() as uow:
        await uow.intents.put(intent)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.intents.of(scene.desk.chat_id, user, scene.petition.id) == intent


class Rivals:
    """Two people of one desk, who do what they like at the same moment."""

    def __init__(self, ports: StoragePorts, scene: Scene) -> None:
        self.clock, uow = FakeClock(), ports.uow
        desk = {"uow": uow, "clock": self.clock, "ids": FakeIds(), "grace": Grace(FakeElapsed(), 0)}
        find = FindCase(uow=uow, clock=self.clock)
        self.flow: FlowUseCases = flow_of(desk, FakeCalendar(), find, FakeSheets(), FakeBlobStore())
        self.claim, self.close = ClaimCase(**desk), CloseCase(**desk)
        self.liu, self.chen = staff_of(scene.desk, 7001, "刘敏"), staff_of(scene.desk, 7002, "陈杰")

    def deed(self, name: str, actor: StaffActor, case: PetitionId) -> Awaitable[object]:
        if name in {"claim", "close"}:
            return (self.claim if name == "claim" else self.close)(actor, case)
        if name == "recuse":
            return self.flow.recuse(actor, case)
        said: Awaitable[object] = getattr(self.flow, name)(actor, case, words(f"{name} {actor.name}"))
        return said


RACES = [
    (Stage.SUBMITTED, "claim", "claim"),
    (Stage.SUBMITTED, "claim", "escalate"),
    (Stage.SUBMITTED, "escalate", "escalate"),
    (Stage.SUBMITTED, "claim", "refuse"),
    (Stage.SUBMITTED, "transfer", "transfer"),
    (Stage.SUBMITTED, "transfer", "escalate"),
    (Stage.ANSWERED, "close", "close"),
    (Stage.ANSWERED, "close", "reopen"),
    (Stage.ACCEPTED, "hand_back", "escalate"),
]


@pytest.mark.parametrize(("stage", "one", "other"), RACES)
async def test_of_two_at_once_each_is_done_or_refused_and_the_row_is_whole(
    ports: StoragePorts, stage: Stage, one: str, other: str
) -> None:
    scene = await set_scene(ports.uow)
    street = a_staff_chat(scene.street)
    rivals = Rivals(ports, scene)
    taken = stage is not Stage.SUBMITTED
    handler = Handler(user_id=7001, name="刘敏", unit_id=scene.unit.id) if taken else None
    case = replace(scene.petition, stage=stage, handler=handler, accepted_at=START if taken else None, version=2)
    async with ports.uow() as uow:
        await uow.staff_chats.save(street)
        await uow.petitions.save(case)
        first = a_history_row(case, unit_id=scene.unit.id, to_stage=stage)
        uow.history.append(first)
        for actor in (rivals.liu, rivals.chen):
            chosen = Intent(
                chat_id=actor.chat_id,
                user_id=actor.user_id,
                petition_id=case.id,
                role=LinkRole.PROMPT_TRANSFER,
                at=rivals.clock.now(),
                subject=scene.street.id[:12],
            )
            await uow.intents.put(chosen)
        await uow.commit()

    deeds = [rivals.deed(one, rivals.liu, case.id), rivals.deed(other, rivals.chen, case.id)]
    results = await asyncio.gather(*deeds, return_exceptions=True)

    assert all(not isinstance(result, BaseException) or isinstance(result, REFUSALS) for result in results), results
    async with ports.uow.reading() as uow:
        after, history = await uow.petitions.get(case.id), await uow.history.of(case.id)
        places = await uow.links.cards(case.id)
    stages = [row.to_stage for row in history]
    assert [row.from_stage for row in history][1:] == stages[:-1]
    assert stages[-1] is after.stage
    assert after.version == case.version + len(history) - 1
    assert len(history) >= 2
    assert [row.unit_id for row in history if row.unit_id][-1] == after.unit_id
    assert [place.chat_id for place in places] == [
        street.chat_id if after.unit_id == scene.street.id else scene.desk.chat_id
    ]
