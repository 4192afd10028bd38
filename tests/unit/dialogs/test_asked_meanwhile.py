"""The staff ask about one matter while the person writes another: the answer must reach the one it is for."""

import json
from datetime import timedelta
from typing import Any

import pytest

from core.petitions.model import Stage
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import a_draft, words
from tests.dialog_rig import DialogRig, Person
from tests.fakes.database import Link

pytestmark = pytest.mark.unit


WHERE = {"latitude": 39.9, "longitude": 116.4}


def photo(file_id: str) -> dict[str, Any]:
    return {"photo": [{"file_id": file_id, "file_unique_id": file_id, "width": 1, "height": 1}]}


@pytest.fixture
async def asked(rig: DialogRig) -> PetitionId:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await rig.core.use.claim(rig.core.liu, case_id)
    await rig.core.use.ask(rig.core.liu, case_id, words("哪一层？"))
    return case_id


async def test_a_reply_goes_to_its_case_and_the_petition_stays(rig: DialogRig, wang: Person, asked: PetitionId) -> None:
    link = Link(petition_id=asked, role=LinkRole.RESIDENT_COPY, case_message_id=None)
    rig.core.tables.links[ChatId(wang.telegram_id), MessageId(77)] = link
    for text in ("/petition", "1", "垃圾没人清"):
        await wang.says(text)
    chat = {"id": wang.telegram_id, "type": "private"}
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}

    await wang.says("三层", reply_to_message={"message_id": 77, "date": 1, "chat": chat, "from": bot, "text": "?"})

    assert [message.text for message in rig.core.messages(asked)] == ["哪一层？", "三层"]
    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾没人清"]


@pytest.mark.parametrize("preview", [False, True])
async def test_an_answer_that_went_into_the_petition_can_be_given_to_its_case(
    rig: DialogRig, wang: Person, asked: PetitionId, preview: bool
) -> None:
    for text in ("/petition", "1"):
        await wang.says(text)
    assert "XF-2026-000001 还等着您补充" in wang.shown
    assert not any("最后一条" in label for label in wang.labels)
    await wang.says("垃圾没人清")
    if preview:
        for text in ("写完了", "3号楼"):
            await wang.says(text)
    await wang.says("三层")
    assert "XF-2026-000001 还等着您补充" in wang.shown

    await wang.presses("最后一条是答 XF-2026-000001 的")

    assert [message.text for message in rig.core.messages(asked)] == ["哪一层？", "三层"]
    assert rig.core.case(asked).stage is Stage.IN_PROGRESS
    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾没人清"]
    assert "已补充到 XF-2026-000001" in wang.shown
    assert "还等着您补充" not in wang.shown
    assert not any("最后一条" in label for label in wang.labels)


async def given(rig: DialogRig, wang: Person, case_id: PetitionId) -> list[tuple[str, list[str]]]:
    """Give what was said last to the case, and return what the person's words and files in it are then."""
    await wang.presses("最后一条是答 XF-2026-000001 的")
    _, *mine = rig.core.messages(case_id)
    return [(message.text, [file.file_id for file in message.attachments]) for message in mine]


@pytest.mark.parametrize("caption", ["", "看，就是这盏"])
async def test_what_came_last_is_given_whole_though_it_is_a_photo(
    rig: DialogRig, wang: Person, asked: PetitionId, caption: str
) -> None:
    for text in ("/petition", "1", "邻居打孩子"):
        await wang.says(text)
    await wang.says(**photo("neighbour"))
    message_id = await wang.says(**photo("lamp"), **({"caption": caption} if caption else {}))

    assert await given(rig, wang, asked) == [(caption, ["lamp"])]
    assert wang.draft is not None
    assert (wang.draft.parts, [file.file_id for file in wang.draft.files]) == (["邻居打孩子"], ["neighbour"])
    assert rig.core.tables.links[ChatId(wang.telegram_id), MessageId(message_id)].petition_id == asked


@pytest.mark.parametrize("captioned", [0, 1])
async def test_an_album_is_given_as_the_one_thing_it_is(
    rig: DialogRig, wang: Person, asked: PetitionId, captioned: int
) -> None:
    for text in ("/petition", "1", "邻居打孩子"):
        await wang.says(text)
    await wang.says(**photo("neighbour"), media_group_id="a1")
    for number in range(3):
        await wang.says(
            **photo(f"lamp{number}"), media_group_id="a2", **({"caption": "三层"} if number == captioned else {})
        )

    assert await given(rig, wang, asked) == [("三层", ["lamp0", "lamp1", "lamp2"])]
    assert wang.draft is not None
    assert [file.file_id for file in wang.draft.files] == ["neighbour"]


async def test_words_after_a_photo_are_given_without_it(rig: DialogRig, wang: Person, asked: PetitionId) -> None:
    for text in ("/petition", "1", "邻居打孩子"):
        await wang.says(text)
    await wang.says(**photo("neighbour"))
    await wang.says("三层")

    assert await given(rig, wang, asked) == [("三层", [])]


async def test_a_photo_is_given_once_though_a_kill_comes_in_between(
    rig: DialogRig, wang: Person, asked: PetitionId
) -> None:
    for text in ("/petition", "1", "邻居打孩子"):
        await wang.says(text)
    await wang.says(**photo("lamp"))
    rig.dies = True
    await wang.presses("最后一条是答 XF-2026-000001 的")
    await rig.repeat()

    assert [message.text for message in rig.core.messages(asked)] == ["哪一层？", ""]
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.files) == (["邻居打孩子"], [])


@pytest.mark.parametrize("venue", [False, True])
async def test_a_position_that_came_last_is_given_as_words(
    rig: DialogRig, wang: Person, asked: PetitionId, venue: bool
) -> None:
    for text in ("/petition", "1", "邻居打孩子"):
        await wang.says(text)
    named = {"venue": {"location": WHERE, "title": "中心花园", "address": "幸福路"}} if venue else {}
    await wang.says(location=WHERE, **named)

    name = "中心花园 幸福路\n" if venue else ""
    assert await given(rig, wang, asked) == [(f"{name}🗺 39.9, 116.4", [])]
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.place, wang.draft.latitude) == (["邻居打孩子"], "", None)


async def test_the_place_of_the_petition_is_not_what_was_said_last(
    rig: DialogRig, wang: Person, asked: PetitionId
) -> None:
    for text in ("/petition", "1", "邻居打孩子", "三层", "写完了"):
        await wang.says(text)
    await wang.says(location=WHERE)

    assert await given(rig, wang, asked) == [("三层", [])]
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.latitude) == (["邻居打孩子"], 39.9)


async def test_a_draft_of_before_messages_were_counted_gives_its_last_words(
    rig: DialogRig, wang: Person, asked: PetitionId
) -> None:
    for text in ("/petition", "1", "邻居打孩子", "三层"):
        await wang.says(text)
    await wang.says(**photo("neighbour"))
    key = f"draft:{wang.telegram_id}"
    old = json.loads(rig.core.tables.state[key])
    del old["said_in"], old["located_in"], old["files"][0]["said_in"], old["files"][0]["album"]
    rig.core.tables.state[key] = json.dumps(old)

    assert await given(rig, wang, asked) == [("三层", [])]
    assert wang.draft is not None
    assert (wang.draft.parts, len(wang.draft.files)) == (["邻居打孩子"], 1)


async def test_nothing_is_said_where_nobody_waits(rig: DialogRig, wang: Person) -> None:
    await rig.core.use.submit(rig.core.wang, a_draft())
    for text in ("/petition", "1", "垃圾没人清"):
        await wang.says(text)

    assert "等着您补充" not in wang.shown
    assert not any("最后一条" in label for label in wang.labels)


async def test_what_was_given_to_its_case_leaves_the_petition_even_after_a_kill_in_between(
    rig: DialogRig, wang: Person, asked: PetitionId
) -> None:
    for text in ("/petition", "1", "垃圾没人清", "三层"):
        await wang.says(text)
    rig.dies = True
    await wang.presses("最后一条是答 XF-2026-000001 的")
    await rig.repeat()

    assert [message.text for message in rig.core.messages(asked)] == ["哪一层？", "三层"]
    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾没人清"]
    assert "已补充到 XF-2026-000001" in wang.shown


@pytest.mark.parametrize("typed", ["1", "１", "1。"])
async def test_a_bare_number_is_an_answer_and_not_the_number_of_a_case(
    rig: DialogRig, wang: Person, asked: PetitionId, typed: str
) -> None:
    await wang.says("/start")
    await wang.says(typed)

    assert wang.words is not None
    assert wang.words.parts == [typed]
    await wang.presses("补充到 XF-2026-000001")
    assert [message.text for message in rig.core.messages(asked)] == ["哪一层？", typed]


@pytest.mark.parametrize("typed", ["XF-2026-000001", "2026-1", "000001"])
async def test_a_number_written_out_opens_the_case_even_then(wang: Person, asked: PetitionId, typed: str) -> None:
    assert asked
    await wang.says("/start")
    await wang.says(typed)

    assert wang.words is None
    assert "哪一层？" in wang.shown


async def test_the_case_that_waits_is_offered_first_however_old_it_is(
    rig: DialogRig, wang: Person, asked: PetitionId
) -> None:
    for _ in range(4):
        rig.core.clock.move(timedelta(minutes=1))
        await rig.core.use.submit(rig.core.wang, a_draft())
    await wang.says("三层，靠电梯那边")

    offered = [label for label in wang.labels if "补充到" in label]
    assert len(offered) == 3
    assert "❓ 补充到 XF-2026-000001" in offered[0]
    await wang.presses("XF-2026-000001")
    assert [message.text for message in rig.core.messages(asked)] == ["哪一层？", "三层，靠电梯那边"]


async def test_the_menu_asks_for_a_number_only_where_numbers_stand(rig: DialogRig, wang: Person) -> None:
    receipt = await rig.core.use.submit(rig.core.wang, a_draft())
    await wang.says("/start")
    assert "打数字" in wang.shown
    assert wang.labels[0].startswith("1. ")

    rig.core.at_stage(receipt.petition_id, stage=Stage.MORE_INFO)
    await wang.says("/start")

    assert "为您服务" in wang.shown
    assert "打数字" not in wang.shown
    assert not wang.labels[0][0].isdecimal()
