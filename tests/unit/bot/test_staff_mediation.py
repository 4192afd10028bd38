"""A mediation's page in the desk's group: what is signed on paper is the text its presser knew."""

from typing import Any

import pytest

from core.mediation.model import How, Mediation, Side, State
from core.mediation.pages import page
from core.shared.ids import MessageId, PetitionId
from core.shared.messages import MessageSpec
from tests.core_rig import CoreRig, words
from tests.dialog_rig import DATE
from tests.group_rig import LIU, Group, a_group
from tests.unit.core.test_core_mediation import drafted

pytestmark = pytest.mark.unit
SIGNED = {Side.ASKER: "button-gm-signed-asker", Side.OTHER: "button-gm-signed-other"}


async def says(core: CoreRig, case: PetitionId, text: str, message_id: int) -> None:
    await core.use.mediation.draft(core.liu, case, words(text, message_id=MessageId(message_id)))


def code_of(spec: MessageSpec, label: str) -> str:
    return next(each.action for row in spec.buttons for each in row if each.label == label)


def of(group: Group, case: PetitionId) -> Mediation:
    return group.rig.core.tables.mediations[case]


async def presses(group: Group, code: str) -> str:
    """Press it below a page; return the code of "sure" there is now, "" if there is none."""
    message: dict[str, Any] = {"message_id": 600, "date": DATE, "chat": group.chat, "text": "?"}
    who = {"id": LIU, "is_bot": False, "first_name": "刘敏"}
    callback = {"id": "m1", "from": who, "chat_instance": "i", "data": code, "message": message}
    await group.rig.handle({"callback_query": callback})
    rows = group.rig.session.messages[group.rig.core.desk.chat_id, 600]["reply_markup"]["inline_keyboard"]
    return next((key["callback_data"] for row in rows for key in row if "确定" in key["text"]), "")


@pytest.mark.parametrize("side", Side)
async def test_a_text_changed_before_the_press_is_not_signed(side: Side) -> None:
    group = await a_group()
    core = group.rig.core
    case = await drafted(core)
    stale = code_of(page(await core.use.mediation.desk.see(core.liu, case)), SIGNED[side])
    sure = await presses(group, stale)
    await says(core, case, "赔六百元", 3)
    for late in (sure, await presses(group, stale), sure.replace("1y:", "y:")):
        await presses(group, late)
        assert "协议改过了" in group.rig.session.answers[-1]
        assert of(group, case).confirmed(side) is None
    fresh = code_of(page(await core.use.mediation.desk.see(core.liu, case)), SIGNED[side])
    sure = await presses(group, fresh)
    for _ in range(2):
        await presses(group, sure)
    assert of(group, case).confirmed(side) is How.PAPER
    assert (of(group, case).state, of(group, case).edition) == (State.DRAFTED, 2)
