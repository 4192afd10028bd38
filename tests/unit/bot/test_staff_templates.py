"""What a canned answer says of itself when it is used: whether it went out, or lacks what the law wants."""

import pytest

from core.answers.template_pages import SEND_ANSWER, SEND_REPLY
from core.petitions.model import Stage
from core.shared.actions import Action, ActionCode
from tests.group_rig import LIU, Group, a_group
from tests.unit.bot.test_staff_albums import at_street

pytestmark = pytest.mark.unit


@pytest.fixture
async def group() -> Group:
    return await a_group()


async def uses(group: Group, step: str) -> str:
    """Press a step below a canned answer in the case; what the message says then."""
    core = group.rig.core
    template = await core.use.answers.templates.add(core.liu, "灯", "明天修好")
    group.rig.session.ids += 1
    message = {"message_id": group.rig.session.ids, "date": 1, "chat": group.chat, "text": "?"}
    who = {"id": LIU, "is_bot": False, "first_name": "刘敏"}
    data = ActionCode(Action.USE_TEMPLATE, f"{group.case_id}.{step}{template.id}", template.version).pack()
    press = {"id": "c9", "from": who, "chat_instance": "i", "data": data, "message": message}
    group.rig.session.messages[core.desk.chat_id, group.rig.session.ids] = {"text": "?"}
    await group.rig.handle({"callback_query": press})
    return str(group.rig.session.messages[core.desk.chat_id, message["message_id"]]["text"])


@pytest.mark.parametrize("step", [SEND_ANSWER, SEND_REPLY])
async def test_what_went_out_is_said_to_be_sent(group: Group, step: str) -> None:
    assert "发出去了" in await uses(group, step)
    assert group.authors[-1][1] == "明天修好"


async def test_what_became_a_draft_is_said_not_to_be_sent(group: Group) -> None:
    at_street(group)
    told = await uses(group, SEND_ANSWER)
    assert "还没有发" in told
    assert "发出去了" not in told
    assert (group.authors, group.stage) == ([], Stage.SUBMITTED)
    assert group.case_id in group.rig.core.tables.answer_drafts
