"""Receipts, replies and confirmations stay as they are; what a press on them leads to stands below."""

from typing import Any

import pytest

from core.shared.ids import PetitionId
from tests.core_rig import a_draft, words
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return (await rig.core.use.submit(rig.core.wang, a_draft(parts=["楼道灯坏了"]))).petition_id


def delivered(rig: DialogRig, person: Person, case_id: PetitionId) -> dict[str, Any]:
    """A receipt as delivery sends it: the dialogs have not shown it."""
    rig.session.ids += 1
    rows = [[{"text": t, "callback_data": f"l1:{a}:{case_id}:0"} for t, a in (("看", "cas"), ("补", "add"))]]
    kept = {"text": "🧾 回执", "reply_markup": {"inline_keyboard": rows}}
    rig.session.messages[person.telegram_id, rig.session.ids] = dict(kept)
    return {"message_id": rig.session.ids, **kept}


def standing(rig: DialogRig, person: Person, window: dict[str, Any]) -> dict[str, Any]:
    return {"message_id": window["message_id"], **rig.session.messages[person.telegram_id, window["message_id"]]}


@pytest.mark.parametrize("action", ["cas", "add", "mnu"])
async def test_the_buttons_of_a_receipt_stay_however_often_they_are_pressed(
    rig: DialogRig, wang: Person, case_id: PetitionId, action: str
) -> None:
    await wang.says("/start")
    receipt = delivered(rig, wang, case_id)

    for _ in range(2):
        await wang.forges(f"l1:{action}:{case_id}:0", receipt)
        await rig.core.use.reply(rig.core.liu, case_id, words("明天来修"))
        await wang.says("/help")

    assert standing(rig, wang, receipt) == receipt
    assert wang.windows[-1]["message_id"] > receipt["message_id"]


async def test_the_page_that_was_open_gives_its_buttons_to_the_one_below(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("/start")
    menu = wang.windows[-1]
    receipt = delivered(rig, wang, case_id)

    await wang.forges(f"l1:cas:{case_id}:0", receipt)

    assert "reply_markup" not in standing(rig, wang, menu)
    assert "楼道灯坏了" in wang.shown
    assert wang.buttons


@pytest.mark.parametrize("data", ["l1:old:x:0", "c:main.help", "nonsense"])
async def test_an_unknown_button_of_a_receipt_changes_nothing_on_it(
    rig: DialogRig, wang: Person, case_id: PetitionId, data: str
) -> None:
    await wang.says("/start")
    receipt = delivered(rig, wang, case_id)

    await wang.forges(data, receipt)

    assert standing(rig, wang, receipt) == receipt
    assert "幸福社区" in wang.shown
    assert wang.windows[-1]["message_id"] > receipt["message_id"]
    assert "过期" in rig.session.answers[-1]


async def test_the_confirmation_stays_whatever_comes_after_it(rig: DialogRig, wang: Person) -> None:
    for text in ("/petition", "1", "楼道灯坏了", "1", "3号楼"):
        await wang.says(text)
    (change,) = [button["callback_data"] for button in wang.buttons if "改地点" in button["text"]]
    await wang.presses("确认提交")
    sent = wang.windows[-1]
    assert "收到了" in sent["text"]

    await wang.forges(change, sent)
    await wang.forges("l1:mnu::0", sent)
    await wang.says("还有三楼")
    await wang.forges(sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"], sent)

    assert standing(rig, wang, sent) == sent
    assert "楼道灯坏了" in wang.shown
