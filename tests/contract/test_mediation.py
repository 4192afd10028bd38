"""Mediations mean the same over the fake, SQLite and PostgreSQL, whoever presses at the same moment."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from core.duty.model import Colleague
from core.mediation.app import MediationUseCases, mediation_use_cases
from core.mediation.model import How, Mediation, Session, State, replayed
from core.petitions.model import Author, Kind, Petition
from core.petitions.passing_on import NOBODY, to_staff
from core.petitions.usecases.desk import Grace
from core.privacy.erasing import EraseMe
from core.shared.errors import AppError
from core.shared.ids import MessageId, TelegramUserId
from core.shared.link_roles import LinkRole
from core.shared.outbox import Priority, Sent
from tests.contract.test_erasing import everything
from tests.factories.broadcast import one_who_agreed
from tests.factories.cases import a_message, a_petition
from tests.factories.said import actor_of, staff_of, words
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START, FakeClock, FakeElapsed, FakeIds, FakeSecrets

pytestmark = pytest.mark.contract


def use_of(ports: StoragePorts) -> MediationUseCases:
    return mediation_use_cases(uow=ports.uow, clock=FakeClock(), ids=FakeIds(), grace=Grace(FakeElapsed(), 0))


async def a_mediation(ports: StoragePorts, **fields: object) -> tuple[Scene, Petition]:
    scene = await set_scene(ports.uow)
    case = a_petition(scene.unit, scene.resident, kind=Kind.MEDIATION, number="XF-2025-000077")
    async with ports.uow() as uow:
        uow.petitions.add(case)
        await uow.links.add_card(case.id, scene.desk.chat_id)
        await uow.mediations.save(replace(Mediation(petition_id=case.id, invite="i1", line="漏水"), **fields))  # type: ignore[arg-type] # by name
        await uow.duty.know(Colleague(unit_id=scene.unit.id, user_id=TelegramUserId(7009), name="孙调解"))
        await uow.commit()
    return scene, case


async def test_everything_of_a_mediation_is_kept_found_and_forgotten(ports: StoragePorts) -> None:
    scene, case = await a_mediation(ports)
    other = one_who_agreed(scene.unit)
    full = Mediation(
        petition_id=case.id,
        other_name="楼上老赵",
        invite="i2",
        line="漏水",
        other_id=other.id,
        state=State.AGREED,
        willing=How.TAP,
        willing_at=START,
        mediator_id=TelegramUserId(7_000_000_009),
        mediator_name="孙调解",
        session=Session(at=START + timedelta(days=1), place="二楼"),
        text="赔八百",
        edition=2,
        asker_confirmed=How.TAP,
        other_confirmed=How.PAPER,
        ended_at=START,
    )
    said = a_message(case, author=Author.OTHER, author_name="赵强", source=f"tg:{other.telegram_id}:3", text="我的话")
    async with ports.uow() as uow:
        await uow.residents.save(other)
        await uow.mediations.save(full)
        uow.messages.add(said)
        await uow.links.add(other.telegram_id, 3, case.id, LinkRole.RESIDENT_MESSAGE, said.id)  # type: ignore[arg-type] # ids
        await uow.commit()
    card = await ports.cards.card(case.id, scene.desk.chat_id)
    assert card is not None
    assert card.mediation is not None
    assert (card.mediation.other_name, card.mediation.mediator_name) == (other.name, "孙调解")
    view = await ports.cases.view(case.id)
    assert view is not None
    assert [message.text for message in view.messages] == []
    async with ports.uow() as uow:
        assert await uow.mediations.of(case.id) == full == await uow.mediations.by_invite("i2")
        assert await uow.mediations.by_invite("i1") is None
        assert await uow.mediations.with_other(other.id) == [case.id]
        assert await uow.mediations.with_other(scene.resident.id) == []
        assert await uow.mediations.to_remind(START, 5) == []
        assert await uow.mediations.to_remind(START + timedelta(seconds=1), 5) == [case.id]
        await uow.mediations.forget(other.id)
        await uow.residents.forget(other.id)
        bare = replace(full, other_id=None, other_name="", invite=None)
        assert await uow.mediations.of(case.id) == bare
        assert [(m.author_name, m.text) for m in await uow.messages.of(case.id)] == [("", "我的话")]
        assert await uow.links.find(other.telegram_id, 3) is None  # type: ignore[arg-type] # ids
        await uow.mediations.save(replace(bare, reminded=True))
        assert await uow.mediations.to_remind(START + timedelta(seconds=1), 5) == []
        await uow.commit()


async def test_names_of_others_go_with_old_cases(ports: StoragePorts) -> None:
    _, case = await a_mediation(ports, other_name="老赵")
    async with ports.uow() as uow:
        locked = await uow.petitions.lock(case.id)
        await uow.petitions.save(replace(locked, closed_at=START, version=locked.version + 1))
        await uow.mediations.forget_closed(START)
        kept = await uow.mediations.of(case.id)
        assert kept is not None
        assert kept.other_name == "老赵"
        await uow.mediations.forget_closed(START + timedelta(seconds=1))
        gone = await uow.mediations.of(case.id)
        assert gone is not None
        assert gone.other_name == ""
        await uow.commit()


async def test_of_two_who_follow_the_link_at_once_one_is_the_other_party(ports: StoragePorts) -> None:
    scene, case = await a_mediation(ports)
    people = [one_who_agreed(scene.unit) for _ in range(3)]
    async with ports.uow() as uow:
        for each in people:
            await uow.residents.save(each)
        await uow.commit()
    parties = use_of(ports).parties
    done = await asyncio.gather(*(parties.consent(actor_of(each), "i1") for each in people), return_exceptions=True)
    assert sorted(isinstance(each, AppError) for each in done) == [False, True, True]
    async with ports.uow.reading() as uow:
        found = await uow.mediations.of(case.id)
        assert found is not None
        assert found.state is replayed(await uow.history.of(case.id)) is State.WILLING


async def test_both_confirm_at_once_and_it_is_agreed_once(ports: StoragePorts) -> None:
    scene, case = await a_mediation(ports)
    other = one_who_agreed(scene.unit)
    async with ports.uow() as uow:
        await uow.residents.save(other)
        drafted = Mediation(
            petition_id=case.id, other_id=other.id, state=State.DRAFTED, text="赔", edition=1, willing_at=START
        )
        await uow.mediations.save(drafted)
        await uow.commit()
    parties, sides = use_of(ports).parties, (actor_of(scene.resident), actor_of(other))
    states = await asyncio.gather(*(parties.confirm(each, case.id, 1) for each in sides for _ in range(2)))
    assert State.AGREED in states
    async with ports.uow.reading() as uow:
        events = [row.event for row in await uow.history.of(case.id)]
    assert [event for event in events if event.startswith("gm_")] == ["gm_confirm", "gm_agree", "gm_end"]


async def test_two_of_the_staff_end_it_at_once_and_it_ends_once(ports: StoragePorts) -> None:
    scene, case = await a_mediation(ports)
    use, liu, chen = use_of(ports), staff_of(scene.desk), staff_of(scene.desk, 7002, "陈杰")
    await use.desk.willing_on_paper(liu, case.id)
    done = await asyncio.gather(
        use.failed(liu, case.id, words("谈不拢", message_id=1)),  # type: ignore[arg-type] # an id
        use.left(chen, case.id, words("不来了", message_id=2)),  # type: ignore[arg-type] # an id
        return_exceptions=True,
    )
    assert len([each for each in done if isinstance(each, AppError)]) == 1
    async with ports.uow.reading() as uow:
        found = await uow.mediations.of(case.id)
        assert found is not None
        assert found.state is replayed(await uow.history.of(case.id))


async def test_of_an_other_party_who_is_erased_staff_chats_are_told_nothing_more(
    ports: StoragePorts, database_url: str
) -> None:
    scene, case = await a_mediation(ports)
    other = replace(one_who_agreed(scene.unit), name="欧阳马克儿")
    async with ports.uow() as uow:
        await uow.residents.save(other)
        await uow.commit()
    await use_of(ports).parties.consent(actor_of(other), "i1")
    for row in await ports.queue.claim(owner="w", now=1, lease=60, limit=99):
        await ports.queue.mark_sent(row, Sent(chat_id=row.item.chat_id, message_id=MessageId(9)), now=2)
    said = a_message(case, author=Author.OTHER, author_name=other.name, source="tg:1:3", text="我的话")
    async with ports.uow() as uow:
        uow.messages.add(said)
        places = await uow.links.cards(case.id)
        for item in to_staff(case, said, places, {place.chat_id: Priority.REPLY for place in places}):
            uow.outbox.add(item)
        await uow.commit()
    erase = EraseMe(uow=ports.uow, clock=FakeClock(), ids=FakeIds(), secrets=FakeSecrets())

    await erase(actor_of(other), {})

    assert other.name not in await everything(ports, database_url)
    waits = [row.item.spec for row in await ports.queue.claim(owner="w", now=99, lease=60, limit=99)]
    (words_of,) = [spec for spec in waits if spec is not None and spec.key == "gm-staff-other-adds"]
    assert words_of.args["name"] == NOBODY
