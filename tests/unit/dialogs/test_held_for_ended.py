"""Words may have waited for a case that has ended meanwhile: they are not lost with it."""

from typing import Any

import pytest

from core.petitions.model import Stage
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"
SAID = ["还有，路灯也修", "要种银杏，别种杨树"]


def answering(person: Person) -> dict[str, Any]:
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    chat = {"id": person.telegram_id, "type": "private"}
    return {"reply_to_message": {"message_id": 7, "date": 1, "chat": chat, "from": bot, "text": "收到了"}}


@pytest.fixture(params=[Stage.CLOSED, Stage.WITHDRAWN])
async def ended(rig: DialogRig, wang: Person, request: pytest.FixtureRequest) -> None:
    case_id = await rig.core.submitted_anonymously(parts=["种几棵树"])
    rig.core.at_stage(case_id, stage=request.param)
    for text in SAID:
        await wang.says(text, **answering(wang))
    await wang.says(CODE)


@pytest.mark.usefixtures("ended")
async def test_they_can_become_a_new_matter(rig: DialogRig, wang: Person) -> None:
    assert "我还记着" in wang.shown
    assert "银杏" not in repr(rig.core.tables)
    await wang.presses("当作一件新的事")

    assert wang.words is not None
    assert wang.words.parts == SAID
    assert SAID[1] in wang.shown


@pytest.mark.usefixtures("ended")
async def test_they_can_be_dropped(wang: Person) -> None:
    await wang.presses("不要了")

    assert "2 条没有交上去" in wang.shown


@pytest.mark.usefixtures("ended")
async def test_whoever_leaves_is_told_that_they_wait(wang: Person) -> None:
    await wang.says("/start")

    assert "还有 2 条话等着查询码" in wang.shown
