"""Cards and lists of a desk above the community show people's words masked, on every storage."""

from datetime import timedelta

import pytest

from core.petitions.model import FileKind, Place
from core.petitions.places import Standing
from core.petitions.queue import QueueView
from core.petitions.search import asked, cut_into_characters
from tests.factories.cases import a_petition, a_staff_chat, an_attachment
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
    for words, desk in (("13812345678", above), ("漏水", above)):
        found = await ports.search.find(desk.chat_id, asked(words, cut_into_characters), offset=0, limit=9)
        assert ["138" in hit.words or "501" in hit.words for hit in found.hits] == [False]
