"""An edit keeps its message's id: of a case that has ended its words are new, and must not be taken for given."""

import pytest

from core.petitions.model import Stage
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import a_draft, words
from tests.dialog_rig import DialogRig, Person
from tests.fakes.database import Link

pytestmark = pytest.mark.unit

EDITED = "楼道灯又坏了，这回是五楼，还漏电"


async def ask(rig: DialogRig) -> PetitionId:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await rig.core.use.claim(rig.core.liu, case_id)
    await rig.core.use.ask(rig.core.liu, case_id, words("几楼？"))
    return case_id


@pytest.fixture
async def ended(rig: DialogRig, wang: Person) -> PetitionId:
    """A case that has ended, with one further message of the author's."""
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    link = Link(petition_id=case_id, role=LinkRole.RECEIPT, case_message_id=None)
    rig.core.tables.links[ChatId(wang.telegram_id), MessageId(7)] = link
    return case_id


async def say_and_edit(rig: DialogRig, wang: Person, case_id: PetitionId, stage: Stage) -> None:
    """Add to the case, let it end, edit what was added, and make a petition of that."""
    chat = {"id": wang.telegram_id, "type": "private"}
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    receipt = {"message_id": 7, "date": 1, "chat": chat, "from": bot, "text": "收到了"}
    message_id = await wang.says("楼道灯又坏了", reply_to_message=receipt)
    rig.core.at_stage(case_id, stage=stage)
    await wang.edits(message_id, EDITED)
    await wang.presses("当作一件新的事")
    await wang.says("1")


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.WITHDRAWN])
async def test_it_stays_in_the_petition_and_the_ended_case_waits_for_nothing(
    rig: DialogRig, wang: Person, ended: PetitionId, stage: Stage
) -> None:
    await say_and_edit(rig, wang, ended, stage)
    await wang.says("不填")

    assert wang.draft is not None
    assert wang.draft.text.endswith(EDITED)
    assert "等着您补充" not in wang.shown
    assert not any("最后一条" in label for label in wang.labels)


async def test_it_can_be_given_to_the_case_that_waits(rig: DialogRig, wang: Person, ended: PetitionId) -> None:
    await say_and_edit(rig, wang, ended, Stage.WITHDRAWN)
    asked = await ask(rig)
    await wang.says("不填")
    await wang.presses(f"最后一条是答 {rig.core.case(asked).number} 的")

    assert [message.text.removeprefix("✏️ ") for message in rig.core.messages(asked)] == ["几楼？", EDITED]
    assert [message.text for message in rig.core.messages(ended)] == ["楼道灯又坏了"]


async def test_words_kept_with_the_id_by_an_earlier_version_are_no_others_either(
    rig: DialogRig, wang: Person, ended: PetitionId
) -> None:
    await say_and_edit(rig, wang, ended, Stage.WITHDRAWN)
    asked = await ask(rig)
    draft = wang.draft
    assert draft is not None
    (source,) = [message.source for message in rig.core.messages(ended)]
    draft.said_in = [int(source.rpartition(":")[2])]
    await rig.core.use.drafts.put(wang.telegram_id, draft)
    await wang.says("不填")
    await wang.presses(f"最后一条是答 {rig.core.case(asked).number} 的")

    assert [message.text.removeprefix("✏️ ") for message in rig.core.messages(asked)] == ["几楼？", EDITED]
