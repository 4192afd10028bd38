"""The same is found on every database: by words, by parts of them, and by what is nearly the same."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Author, Petition, Place, Stage
from core.petitions.places import Standing
from core.petitions.search import Found, Way, asked, cut_into_characters
from core.shared.ids import ChatId
from core.shared.marks import Mark
from tests.factories.cases import a_message, a_petition
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def look(ports: StoragePorts, scene: Scene, typed: str, offset: int = 0, limit: int = 9) -> Found:
    wanted = asked(typed, cut_into_characters)
    return await ports.search.find(scene.desk.chat_id, wanted, offset=offset, limit=limit)


async def found(ports: StoragePorts, scene: Scene, typed: str) -> list[str]:
    return [hit.row.number for hit in (await look(ports, scene, typed)).hits]


async def file(ports: StoragePorts, scene: Scene, text: str, day: int = 0, **given: object) -> Petition:
    values = {"text": text, "place": Place(), "submitted_at": START + timedelta(days=day), **given}
    petition = a_petition(scene.unit, scene.resident, **values)
    async with ports.uow() as uow:
        uow.petitions.add(petition)
        await uow.links.add_card(petition.id, scene.desk.chat_id)
        await uow.commit()
    return petition


async def test_all_words_wherever_in_the_case_they_stand_newest_first(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    text = await file(ports, scene, "垃圾 没人 收", day=1)
    place = await file(ports, scene, "臭 得 很", day=2, place=Place("垃圾 站"), stage=Stage.CLOSED)
    await file(ports, scene, "别的 事", day=3)
    async with ports.uow() as uow:
        uow.messages.add(a_message(text, text="李师傅 明天 来", author=Author.STAFF))
        uow.messages.add(a_message(place, text="问过 物业", author=Author.NOTE))
        await uow.commit()

    assert await found(ports, scene, "垃圾") == [place.number, text.number]
    assert await found(ports, scene, "垃圾 明天") == [text.number]
    assert await found(ports, scene, "物业") == [place.number]
    hits = (await look(ports, scene, "物业")).hits
    assert [(hit.where, hit.words) for hit in hits] == [("note", "问过 物业")]
    (hit,) = (await look(ports, scene, "收")).hits
    assert (hit.where, hit.words.split("\n")[0]) == ("petition", "垃圾 没人 收")


async def test_parts_of_words_and_then_what_is_like_it(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    lamp = await file(ports, scene, "小区门口的垃圾桶坏了好久")

    part = await look(ports, scene, "垃圾桶坏")
    assert ([hit.row.number for hit in part.hits], part.way) == ([lamp.number], Way.PART)
    like = await look(ports, scene, "垃级桶坏了好久")
    assert ([hit.row.number for hit in like.hits], like.way, like.total) == ([lamp.number], Way.LIKE, 1)
    assert (await look(ports, scene, "完全没有关系的话")).total == 0
    assert (await look(ports, scene, "，。 ！")).total == 0
    assert (await look(ports, scene, "100%_桶")).total == 0


async def test_pages_go_on_from_one_another(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    filed = [await file(ports, scene, f"停车 难 {n}", day=n) for n in range(5)]

    pages = [await look(ports, scene, "停车", offset=at, limit=2) for at in (0, 2, 4)]
    assert {page.total for page in pages} == {5}
    assert [hit.row.number for page in pages for hit in page.hits] == [each.number for each in filed[::-1]]


async def test_only_what_this_desk_works_on_is_found(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    away, back = a_petition(scene.unit, text="秘密 的 事"), a_petition(scene.unit, text="秘密 的 事")
    async with ports.uow() as uow:
        for petition in (away, back):
            uow.petitions.add(petition)
        await uow.links.add_card(away.id, ChatId(-5))
        await uow.links.add_card(back.id, scene.desk.chat_id, Standing.RETURNED)
        await uow.commit()

    assert await found(ports, scene, "秘密") == []


async def test_names_and_cards_of_people_are_not_searched(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    marks = (Mark("contact", 5, 10, "110\t王师傅\t"),)
    await file(ports, scene, "找不到人\n👤 王师傅 110\n门坏了", marks=marks)

    assert await found(ports, scene, "王师傅") == []
    assert await found(ports, scene, scene.resident.name) == []
    assert len(await found(ports, scene, "门坏了")) == 1


async def test_an_edited_message_is_found_by_what_it_says_now(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    case = await file(ports, scene, "灯 不亮")
    message = a_message(case, text="原来 的话", author=Author.STAFF)
    async with ports.uow() as uow:
        uow.messages.add(message)
        await uow.commit()
    async with ports.uow() as uow:
        await uow.messages.amend(replace(message, text="改过 了"))
        await uow.commit()

    assert await found(ports, scene, "改过") == [case.number]
    assert await found(ports, scene, "原来") == []


async def test_what_is_rolled_back_is_not_found(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        uow.messages.add(a_message(scene.petition, text="没有 提交"))
    assert await found(ports, scene, "提交") == []
