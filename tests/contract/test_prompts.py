"""Whether a prompt on its way is still waited for."""

from dataclasses import replace

import pytest

from core.petitions.asking import ASKED
from core.petitions.intent import Intent
from core.petitions.messages import prompt
from core.petitions.model import Petition, Stage
from core.shared.actor import StaffActor
from core.shared.ids import TelegramUserId
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from core.shared.outbox import OutboxItem
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

LIU = TelegramUserId(7001)


async def asked(ports: StoragePorts, scene: Scene, role: LinkRole = LinkRole.PROMPT_ANSWER) -> OutboxItem:
    chat = scene.desk.chat_id
    intent = Intent(chat_id=chat, user_id=LIU, petition_id=scene.petition.id, role=role, at=START)
    async with ports.uow() as uow:
        await uow.intents.put(intent)
        await uow.commit()
    actor = StaffActor(user_id=LIU, name="刘敏", chat_id=chat, language=Language.ZH_CN)
    return prompt(scene.petition, actor, role, "prompt:1", ASKED[role].prompt)


async def stands_at(ports: StoragePorts, petition: Petition, stage: Stage) -> None:
    async with ports.uow() as uow:
        await uow.petitions.save(replace(petition, stage=stage, version=petition.version + 1))
        await uow.commit()


async def test_it_is_as_long_as_nothing_was_said(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = await asked(ports, scene)
    assert await ports.prompts.awaits(item)

    async with ports.uow() as uow:
        await uow.intents.drop(scene.desk.chat_id, LIU, scene.petition.id)
        await uow.commit()
    assert not await ports.prompts.awaits(item)


async def test_another_button_takes_its_place(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    first = await asked(ports, scene)
    second = await asked(ports, scene, LinkRole.PROMPT_NOTE)

    assert not await ports.prompts.awaits(first)
    assert await ports.prompts.awaits(second)


@pytest.mark.parametrize(
    ("stage", "role", "awaited"),
    [
        (Stage.ANSWERED, LinkRole.PROMPT_ASK, False),
        (Stage.ANSWERED, LinkRole.PROMPT_ANSWER, True),
        (Stage.WITHDRAWN, LinkRole.PROMPT_REPLY, False),
        (Stage.WITHDRAWN, LinkRole.PROMPT_NOTE, True),
    ],
)
async def test_a_case_that_can_take_it_no_longer_asks_for_nothing(
    ports: StoragePorts, stage: Stage, role: LinkRole, awaited: bool
) -> None:
    scene = await set_scene(ports.uow)
    item = await asked(ports, scene, role)
    await stands_at(ports, scene.petition, stage)

    assert await ports.prompts.awaits(item) is awaited
