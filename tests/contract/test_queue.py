"""The queue of a desk, page by page, with every filter, while cases come and go."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.petitions.categories import Category
from core.petitions.model import Handler, Kind, Petition, Stage
from core.petitions.places import Standing
from core.petitions.queue import Mark, QueueFilter, QueuePage, QueueView, Scope
from core.shared.ids import ChatId
from tests.factories.cases import a_petition, a_staff_chat, a_unit, some_promises
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract
ME = 77


async def stand(ports: StoragePorts, scene: Scene, *petitions: Petition, **place: Any) -> None:
    async with ports.uow() as uow:
        for petition in petitions:
            uow.petitions.add(petition)
            await uow.links.add_card(
                petition.id, place.get("chat", scene.desk.chat_id), place.get("as_", Standing.HERE)
            )
        await uow.commit()


def due_in(scene: Scene, days: float, **given: Any) -> Petition:
    return a_petition(
        scene.unit, scene.resident, promises=some_promises(claim_by=START + timedelta(days=days)), **given
    )


async def shown(
    ports: StoragePorts, scene: Scene, view: QueueView | None = None, size: int = 3, days: float = 0
) -> QueuePage:
    now = START + timedelta(days=days)
    return await ports.queue_page.page(scene.desk.chat_id, ME, view or QueueView(), now, size)


def numbers(page: QueuePage) -> list[str]:
    return [row.number for row in page.rows]


async def a_full_desk(ports: StoragePorts) -> tuple[Scene, list[Petition]]:
    """A desk with ten cases, of which pairs are due at the same moment; the scene's own is due after them."""
    scene = await set_scene(ports.uow)
    cases = [due_in(scene, 0.05 + n // 2 / 100) for n in range(9)]
    await stand(ports, scene, *cases)
    return scene, [*cases, scene.petition]


async def test_pages_show_each_case_once_and_turn_back_to_the_same(ports: StoragePorts) -> None:
    scene, cases = await a_full_desk(ports)
    pages = [await shown(ports, scene)]
    while pages[-1].after is not None:
        pages.append(await shown(ports, scene, QueueView(mark=pages[-1].after)))

    assert [number for page in pages for number in numbers(page)] == [case.number for case in cases]
    assert [len(page.rows) for page in pages] == [3, 3, 3, 1]
    assert {page.total for page in pages} == {10}
    assert pages[0].before is None
    back = await shown(ports, scene, QueueView(mark=pages[2].before))
    assert numbers(back) == numbers(pages[1])
    assert back.after == pages[1].after
    first = await shown(ports, scene, QueueView(mark=back.before))
    assert (numbers(first), first.before, first.view.mark) == (numbers(pages[0]), None, None)


async def close(ports: StoragePorts, *petitions: Petition) -> None:
    async with ports.uow() as uow:
        for petition in petitions:
            await uow.petitions.save(replace(petition, stage=Stage.CLOSED, version=petition.version + 1))
        await uow.commit()


async def test_a_page_goes_on_where_it_was_though_cases_before_it_are_gone(ports: StoragePorts) -> None:
    scene, cases = await a_full_desk(ports)
    first = await shown(ports, scene)
    await close(ports, *cases[:3])
    second = await shown(ports, scene, QueueView(mark=first.after))

    assert numbers(second) == [case.number for case in cases[3:6]]
    assert (second.total, second.before is not None) == (7, True)
    back = await shown(ports, scene, QueueView(mark=second.before))
    assert numbers(back) == [case.number for case in cases[3:6]], "nothing is left before it: the first page, full"


async def test_a_page_of_which_nothing_is_left_is_the_first(ports: StoragePorts) -> None:
    scene, cases = await a_full_desk(ports)
    mark = Mark(START + timedelta(days=900), "XF-2026-999999")

    page = await shown(ports, scene, QueueView(mark=mark))
    assert (numbers(page), page.view.mark) == ([case.number for case in cases[:3]], None)
    await close(ports, *cases)
    nothing = await shown(ports, scene, QueueView(mark=mark))
    assert (nothing.rows, nothing.total, nothing.before, nothing.after) == ([], 0, None, None)


@pytest.fixture
def filters() -> Sequence[tuple[QueueFilter, str]]:
    return (
        (QueueFilter(), "mine theirs free elsewhere old answered scene"),
        (QueueFilter(scope=Scope.MINE), "mine"),
        (QueueFilter(scope=Scope.UNCLAIMED), "free elsewhere old answered scene"),
        (QueueFilter(scope=Scope.OVERDUE), "mine theirs"),
        (QueueFilter(kind=Kind.SERVICE), "theirs"),
        (QueueFilter(category=Category.ENVIRONMENT), "mine free"),
        (QueueFilter(category=Category.ENVIRONMENT, scope=Scope.MINE), "mine"),
        (QueueFilter(age=7), "old"),
        (QueueFilter(age=30), ""),
    )


async def test_each_filter_and_all_at_once(ports: StoragePorts, filters: Sequence[tuple[QueueFilter, str]]) -> None:
    scene = await set_scene(ports.uow)
    here = {"stage": Stage.ACCEPTED, "promises": some_promises(reply_by=START)}
    me = Handler(user_id=ME, name="李敏", unit_id=scene.unit.id)
    cases = {
        "mine": a_petition(scene.unit, scene.resident, handler=me, category=Category.ENVIRONMENT, **here),
        "theirs": a_petition(scene.unit, scene.resident, handler=replace(me, user_id=8), kind=Kind.SERVICE, **here),
        "free": due_in(scene, 3, category=Category.ENVIRONMENT),
        "elsewhere": due_in(scene, 3, stage=Stage.MORE_INFO, handler=replace(me, unit_id=scene.street.id)),
        "old": due_in(scene, 3, submitted_at=START - timedelta(days=8)),
        "answered": due_in(scene, -9, stage=Stage.ANSWERED),
        "closed": due_in(scene, -9, stage=Stage.CLOSED),
    }
    await stand(ports, scene, *cases.values())
    names = {case.number: name for name, case in cases.items()} | {scene.petition.number: "scene"}

    for wanted, expected in filters:
        page = await shown(ports, scene, QueueView(wanted=wanted), size=20, days=0.5)
        assert sorted(names[number] for number in numbers(page)) == sorted(expected.split()), wanted
        assert page.total == len(expected.split())


async def test_a_row_says_what_is_due_and_who_has_it_here(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    handler = Handler(user_id=ME, name="李敏", unit_id=scene.unit.id)
    taken = a_petition(scene.unit, scene.resident, stage=Stage.ACCEPTED, handler=handler, category="building")
    away = replace(due_in(scene, 9), handler=replace(handler, unit_id=scene.street.id), stage=Stage.ANSWERED)
    await stand(ports, scene, taken, away)
    rows = {row.number: row for row in (await shown(ports, scene, size=9)).rows}

    row = rows[taken.number]
    assert (row.handler_name, row.handler_id, row.due) == ("李敏", ME, taken.promises.reply_by)
    assert (row.category, row.excerpt, row.message_id) == (Category.BUILDING, taken.text, None)
    assert (rows[away.number].handler_name, rows[away.number].due) == (None, None)
    assert rows[scene.petition.number].due == scene.petition.promises.claim_by


async def test_only_what_this_desk_works_on(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other = a_staff_chat(a_unit())
    lent, back, theirs, helped = (due_in(scene, 1) for _ in range(4))
    await stand(ports, scene, lent, as_=Standing.LENT)
    await stand(ports, scene, back, as_=Standing.RETURNED)
    await stand(ports, scene, theirs, chat=ChatId(-5))
    await stand(ports, scene, helped, as_=Standing.STAND_IN)

    assert set(numbers(await shown(ports, scene, size=9))) == {helped.number, scene.petition.number}
    every = [each.number for each in (lent, back, theirs, helped)]
    found = await ports.queue_page.by_numbers(scene.desk.chat_id, every)
    assert [row.number for row in found] == [helped.number]
    assert other.chat_id != scene.desk.chat_id


async def test_a_category_is_kept(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        await uow.petitions.save(replace(scene.petition, category=Category.TRADE, version=2))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert (await uow.petitions.get(scene.petition.id)).category == "trade"
