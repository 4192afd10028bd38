"""Cards and lists of a desk above the community show people's words masked, on every storage."""

from datetime import timedelta

import pytest

from core.petitions.model import FileKind, Place
from core.petitions.places import Standing
from core.petitions.queue import QueueView
from core.petitions.search import asked, cut_into_characters
from tests.factories.cases import a_message, a_petition, a_staff_chat, an_attachment
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def test_a_street_reads_no_numbers_where_the_community_does(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    above = a_staff_chat(scene.street)
    petition = a_petition(
        scene.unit,
        scene.resident,
        text="漏水，我的电话13812345678",
        place=Place("幸福路12号3号楼2单元501"),
        attachments=(an_attachment(kind=FileKind.DOCUMENT, name="13812345678.pdf"),),
    )
    async with ports.uow() as uow:
        await uow.staff_chats.save(above)
        uow.petitions.add(petition)
        await uow.links.add_card(petition.id, scene.desk.chat_id)
        await uow.links.add_card(petition.id, above.chat_id, Standing.STAND_IN)
        await uow.commit()

    at_home, there = [await ports.cards.card(petition.id, chat.chat_id) for chat in (scene.desk, above)]
    assert at_home is not None
    assert at_home.petition == petition
    assert there is not None
    assert there.petition.text == "漏水，我的电话***********"
    assert there.petition.place.text == "幸福路12号3号楼*单元***"
    assert [file.name for file in there.petition.attachments] == ["***********.pdf"]
    assert [await ports.cards.masks(chat.chat_id) for chat in (scene.desk, above)] == [False, True]
    async with ports.uow() as uow:
        due = await uow.petitions.falling_due(START + timedelta(days=99))
    shown = {case.chat_id: case.excerpt for case in due if case.id == petition.id}
    assert shown == {scene.desk.chat_id: petition.text, above.chat_id: "漏水，我的电话***********"}
    page = await ports.queue_page.page(above.chat_id, 77, QueueView(), START, 9)
    assert [row.excerpt for row in page.rows] == ["漏水，我的电话***********"]
    async with ports.uow() as uow:
        uow.messages.add(a_message(petition, text="另一个号码13987654321"))
        await uow.commit()
    for words in ("漏水", "12号", "号码"):
        found = await ports.search.find(above.chat_id, asked(words, cut_into_characters), offset=0, limit=9)
        assert ["1" in hit.words.replace("12号", "") or "501" in hit.words for hit in found.hits] == [False], words


@pytest.mark.parametrize(
    "words", ["13812345678", "1381234", "电话13812345678", "501", "2单元501", "13987654321", "9876"]
)
async def test_what_a_street_reads_masked_it_does_not_find_either(ports: StoragePorts, words: str) -> None:
    scene = await set_scene(ports.uow)
    above = a_staff_chat(scene.street)
    text, place = "漏水，我的电话13812345678", Place("幸福路12号3号楼2单元501")
    petition = a_petition(scene.unit, scene.resident, text=text, place=place)
    async with ports.uow() as uow:
        await uow.staff_chats.save(above)
        uow.petitions.add(petition)
        uow.messages.add(a_message(petition, text="另一个号码13987654321"))
        for chat in (scene.desk, above):
            await uow.links.add_card(petition.id, chat.chat_id)
        await uow.search.renew(petition.id)
        await uow.commit()

    wanted = asked(words, cut_into_characters)
    here, there = [await ports.search.find(c.chat_id, wanted, offset=0, limit=9) for c in (scene.desk, above)]
    assert ([hit.row.id for hit in here.hits], there.hits, there.total) == ([petition.id], [], 0)
