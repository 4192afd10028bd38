"""Several reviewers agree, or several desks correct, in one moment, each from a process of its own."""

import asyncio
from dataclasses import replace

import pytest

from bot.adapters.ids import RandomIds
from core.disclosure.model import Category, State
from core.disclosure.usecases import BeginDraft, PublishVersion
from core.disclosure.usecases.review import Look
from core.people.model import Purpose
from core.shared.errors import AppError
from storage.engine import Database
from storage.queries.disclosure import SqlDisclosureReader
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.core_rig import staff_of
from tests.factories.cases import a_staff_chat
from tests.factories.news import a_version, an_item, publish
from tests.factories.scene import set_scene
from tests.fakes.disclosure import FakePapers, FakeTokenizer
from tests.fakes.world import FakeClock

pytestmark = pytest.mark.integration


async def test_of_eight_who_agree_at_once_one_publishes(several: list[Database]) -> None:
    uow = SqlUnitOfWorkFactory(several[0])
    scene = await set_scene(uow)
    chat = a_staff_chat(scene.unit, purposes=frozenset({Purpose.SUPERVISION}))
    item = an_item(scene.unit, category=Category.PARTY)
    version = replace(a_version(item, "电梯 大修"), state=State.REVIEW, round=1)
    async with uow() as work:
        await work.staff_chats.save(chat)
        work.disclosure.add(item)
        work.disclosure.add_version(version)
        await work.commit()
    look = Look(version_id=version.id, stage=State.REVIEW, round=1)

    async def agrees(number: int) -> str:
        factory = SqlUnitOfWorkFactory(several[number % len(several)])
        publish = PublishVersion(uow=factory, clock=FakeClock(), tokenizer=FakeTokenizer())
        try:
            published, _ = await publish(staff_of(chat, 8000 + number), look)
        except AppError as error:
            return error.code
        return published.number or ""

    answers = await asyncio.gather(*map(agrees, range(8)))

    assert sorted(answers) == ["GK-2026-0001", *["news-published"] * 7]
    view = await SqlDisclosureReader(several[1]).view(item.id)
    assert (view.item.current, [version.n for version in view.versions]) == (1, [1])
    async with uow() as work:
        assert await work.disclosure.next_number(2026) == "GK-2026-0002"


async def test_of_eight_who_begin_a_correction_at_once_one_has_it(several: list[Database]) -> None:
    uow = SqlUnitOfWorkFactory(several[0])
    scene = await set_scene(uow)
    item = await publish(uow, scene.unit, "电梯")

    async def begins(number: int) -> str:
        factory = SqlUnitOfWorkFactory(several[number % len(several)])
        begin = BeginDraft(uow=factory, clock=FakeClock(), ids=RandomIds(), papers=FakePapers())
        try:
            await begin(staff_of(scene.desk, 8000 + number), f"source{number}", title=item.number or "")
        except AppError as error:
            return error.code
        return "begun"

    answers = await asyncio.gather(*map(begins, range(8)))

    assert sorted(answers) == ["begun", *["news-being-corrected"] * 7]
