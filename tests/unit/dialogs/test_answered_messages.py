"""Which message of ours is answered decides: of an unknown one the words may be for an anonymous case."""

from typing import Any

import pytest

from core.petitions.model import Stage
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

SAID = "种树那件我再补充一句，要种银杏"


def answering(person: Person, message_id: int = 7) -> dict[str, Any]:
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    chat = {"id": person.telegram_id, "type": "private"}
    return {"reply_to_message": {"message_id": message_id, "date": 1, "chat": chat, "from": bot, "text": "收到了"}}


async def hand_in(wang: Person, *texts: str) -> int:
    """Hand something in and return the message that says so."""
    for text in texts:
        await wang.says(text)
    return int(wang.windows[-1]["message_id"])


WAYS = {
    "menu": ("/start",),
    "view": ("/cases", "1"),
    "write": ("/cases", "1", "补充"),
    "withdraw": ("/cases", "1", "撤回"),
    "kind": ("/petition",),
    "text": ("/petition", "1"),
    "place": ("/petition", "1", "垃圾没人清", "写完了"),
    "preview": ("/petition", "1", "垃圾没人清", "写完了", "不填"),
    "offer": ("楼下的垃圾没人清",),
    "drop": ("楼下的垃圾没人清", "不要了"),
}


@pytest.mark.parametrize("way", WAYS)
async def test_the_receipt_of_an_anonymous_case_is_answered_in_no_other_window(
    rig: DialogRig, wang: Person, way: str
) -> None:
    await rig.core.use.submit(rig.core.wang, a_draft())
    receipt = await hand_in(wang, "/petition", "2", "种几棵树", "写完了", "不填", "匿名", "1")
    for step in WAYS[way]:
        await wang.says(step)
    await wang.says(SAID, **answering(wang, receipt))

    assert "还没有存下来" in wang.shown
    assert "银杏" not in repr(rig.core.tables)


@pytest.mark.parametrize("press", [False, True])
async def test_nor_is_the_preview_that_shows_what_was_handed_in(rig: DialogRig, wang: Person, press: bool) -> None:
    preview = await hand_in(wang, "/petition", "2", "种几棵树", "写完了", "不填", "匿名")
    await (wang.presses("确认") if press else wang.says("1"))
    await wang.says("/start")
    await wang.says(SAID, **answering(wang, preview))

    assert "还没有存下来" in wang.shown
    assert "银杏" not in repr(rig.core.tables)


async def test_nor_is_a_window_of_the_anonymous_case(rig: DialogRig, wang: Person) -> None:
    await rig.core.submitted_anonymously(parts=["种几棵树"])
    opened = await hand_in(wang, "/start", "ABCD-EFGH-JKLM")
    await wang.says("/start")
    await wang.says(SAID, **answering(wang, opened))

    assert "还没有存下来" in wang.shown
    assert "银杏" not in repr(rig.core.tables)


@pytest.mark.parametrize("earlier", [1, 2, 3])
async def test_whoever_answers_a_window_just_writes(wang: Person, earlier: int) -> None:
    for text in ("/start", "/petition", "1", "垃圾没人清"):
        await wang.says(text)
    await wang.says("还有三楼的灯也不亮了", **answering(wang, wang.windows[-earlier]["message_id"]))

    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾没人清", "还有三楼的灯也不亮了"]


async def test_the_menu_is_answered_like_anything_written_to_us(wang: Person) -> None:
    await wang.says("/start")
    await wang.says("楼道灯坏了，请来修", **answering(wang, wang.windows[-1]["message_id"]))

    assert wang.words is not None
    assert wang.words.parts == ["楼道灯坏了，请来修"]


async def test_the_window_that_is_open_is_known_after_a_restart_too(rig: DialogRig, wang: Person) -> None:
    for text in ("/petition", "1", "垃圾没人清"):
        await wang.says(text)
    rig.restart()
    await wang.says("还有三楼", **answering(wang, wang.windows[-1]["message_id"]))
    await wang.says("还有四楼", **answering(wang, wang.windows[0]["message_id"]))

    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾没人清", "还有三楼"]
    assert "还没有存下来" in wang.shown


async def test_a_choice_is_one_whatever_it_answers(wang: Person) -> None:
    await wang.says("/petition")
    await wang.says("投诉请求", **answering(wang))
    assert wang.draft is not None
    assert wang.draft.kind is not None
    await wang.says("9", **answering(wang))
    assert "还没有存下来" not in wang.shown


async def test_an_opened_case_takes_answers_to_what_nobody_knows(rig: DialogRig, wang: Person) -> None:
    case_id = await rig.core.submitted_anonymously(parts=["种几棵树"])
    await wang.says("ABCD-EFGH-JKLM")
    await wang.says("要种银杏", **answering(wang))

    assert [message.text for message in rig.core.messages(case_id)] == ["要种银杏"]


async def test_where_a_code_is_asked_for_such_words_wait_and_the_code_is_a_code(rig: DialogRig, wang: Person) -> None:
    case_id = await rig.core.submitted_anonymously(parts=["种几棵树"])
    await wang.says("/start")
    await wang.presses("查询码")
    await wang.says("还有，要种银杏", **answering(wang))
    assert "银杏" not in repr(rig.core.tables)
    await wang.says("ABCD-EFGH-JKLM", **answering(wang))

    assert [message.text for message in rig.core.messages(case_id)] == ["还有，要种银杏"]
    assert rig.core.case(case_id).stage is not Stage.WITHDRAWN


async def test_the_windows_of_many_days_are_not_all_remembered(rig: DialogRig, wang: Person) -> None:
    for _ in range(120):
        await wang.says("/start")
    first, last = wang.windows[0]["message_id"], wang.windows[-1]["message_id"]
    kept = await rig.core.use.windows.get(wang.telegram_id)

    assert kept is not None
    assert str(last) in kept
    assert str(first) not in kept
    assert not [key for key in rig.core.tables.state if "windows" in key]
