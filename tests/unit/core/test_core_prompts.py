from datetime import timedelta

import pytest

from core.petitions.model import Stage
from core.shared.errors import DomainError
from core.shared.link_roles import LinkRole
from tests.core_rig import CoreRig, words

pytestmark = pytest.mark.unit

KEYS = {
    LinkRole.PROMPT_REPLY: "prompt-reply",
    LinkRole.PROMPT_ASK: "prompt-ask",
    LinkRole.PROMPT_ANSWER: "prompt-answer",
    LinkRole.PROMPT_NOTE: "prompt-note",
}


@pytest.mark.parametrize(("role", "key"), KEYS.items())
async def test_a_prompt_asks_for_an_answer_to_itself(rig: CoreRig, role: LinkRole, key: str) -> None:
    case_id = await rig.submitted()

    await rig.use.prompt(rig.liu, case_id, role, press="c1")

    item = rig.items[-1]
    assert (item.chat_id, item.to_case, item.role, item.petition_id) == (rig.desk.chat_id, True, role, case_id)
    assert item.spec is not None
    assert (item.spec.key, item.spec.force_reply, item.spec.args["name"]) == (key, True, "刘敏")
    assert item.spec.args["user"] == str(rig.liu.user_id)
    assert rig.case(case_id).version == 1


async def test_the_same_press_prompts_once_and_another_press_again(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    for press, seconds in (("c1", 0), ("c1", 9), ("c2", 0), ("c3", 10)):
        rig.clock.move(timedelta(seconds=seconds))
        await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_REPLY, press=press)
    await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_NOTE, press="c4")
    await rig.use.prompt(rig.chen, case_id, LinkRole.PROMPT_NOTE, press="c5")

    assert rig.said(rig.desk.chat_id) == ["prompt-reply", "prompt-reply", "prompt-note", "prompt-note"]


@pytest.mark.parametrize(
    ("stage", "refused"),
    [
        (Stage.SUBMITTED, set()),
        (Stage.ACCEPTED, set()),
        (Stage.IN_PROGRESS, set()),
        (Stage.MORE_INFO, set()),
        (Stage.ANSWERED, {LinkRole.PROMPT_ASK}),
        (Stage.CLOSED, {LinkRole.PROMPT_REPLY, LinkRole.PROMPT_ASK, LinkRole.PROMPT_ANSWER}),
        (Stage.WITHDRAWN, {LinkRole.PROMPT_REPLY, LinkRole.PROMPT_ASK, LinkRole.PROMPT_ANSWER}),
    ],
)
async def test_only_what_can_be_said_now_is_prompted_for(rig: CoreRig, stage: Stage, refused: set[LinkRole]) -> None:
    case_id = await rig.submitted()
    rig.at_stage(case_id, stage=stage)

    said_no = set()
    for role in KEYS:
        try:
            await rig.use.prompt(rig.liu, case_id, role, press="c")
        except DomainError as error:
            assert error.code == f"case-stage-{stage}"  # noqa: PT017 - which roles refuse is what is asked
            said_no.add(role)

    assert said_no == refused
    assert len(rig.said(rig.desk.chat_id)) == len(KEYS) - len(refused)


async def test_a_prompt_does_not_take_the_case(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.prompt(rig.liu, case_id, LinkRole.PROMPT_REPLY, press="c1")
    assert rig.case(case_id).handler is None

    await rig.use.reply(rig.chen, case_id, words())

    handler = rig.case(case_id).handler
    assert handler is not None
    assert handler.name == "陈杰"
