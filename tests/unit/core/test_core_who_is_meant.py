"""Rules that ask who somebody is: whose pace it is, who ends a merged case, what goes up without numbers."""

import pytest

from core.petitions.model import FileKind, Stage
from core.petitions.party import PartyRole
from core.shared.ids import MessageId, PetitionId
from core.shared.tries import CASE_FILES, CASE_STICKERS, CASE_WORDS, PETITIONS
from tests.core_rig import CoreRig, a_claimed_case, a_draft, words
from tests.factories.cases import an_attachment
from tests.unit.core.test_together import opened, refused, told, two_alike

pytestmark = pytest.mark.unit


async def spoken_for(rig: CoreRig) -> PetitionId:
    """A petition of 王秀英, for which 赵强 speaks, too."""
    case, invite = await opened(rig)
    await rig.use.together.sign.join(rig.zhao, invite)
    await rig.use.together.sign.ask(rig.wang, case, rig.zhao.resident_id)
    await rig.use.together.sign.speak(rig.zhao, case)
    return case


async def test_whoever_speaks_for_a_petition_uses_up_their_own_pace() -> None:
    rig = CoreRig()
    case = await spoken_for(rig)
    for n in range(CASE_WORDS.count):
        await rig.use.add_to_case(rig.zhao, case, f"第{n}句", [], source=f"z{n}")

    assert await refused(rig.use.add_to_case(rig.zhao, case, "还有", [], source="z")) == "pace-words"
    await rig.use.add_to_case(rig.wang, case, "发起人的话", [], source="w")
    own = (await rig.use.submit(rig.zhao, a_draft())).petition_id
    assert await refused(rig.use.add_to_case(rig.zhao, own, "自己的事", [], source="own")) == "pace-words"


@pytest.mark.parametrize(
    ("kind", "count", "code"),
    [(FileKind.PHOTO, CASE_FILES.count, "pace-files"), (FileKind.STICKER, CASE_STICKERS.count, "pace-stickers")],
)
async def test_their_files_and_stickers_too(kind: FileKind, count: int, code: str) -> None:
    rig = CoreRig()
    case = await spoken_for(rig)
    for n in range(count):
        await rig.use.add_to_case(rig.zhao, case, "", [an_attachment(kind=kind)], source=f"z{n}")

    more = [an_attachment(kind=kind)]
    assert await refused(rig.use.add_to_case(rig.zhao, case, "", more, source="z")) == code
    await rig.use.add_to_case(rig.wang, case, "", more, source="w")


async def test_whoever_files_for_a_parent_uses_up_their_own_pace() -> None:
    rig = CoreRig()
    for n in range(PETITIONS.count):
        draft = a_draft()
        draft.file_for(PartyRole.HOUSEHOLD, f"妈妈{n}")
        await rig.use.withdraw(rig.wang, (await rig.use.submit(rig.wang, draft)).petition_id)

    assert await refused(rig.submitted()) == "pace-petitions"
    await rig.use.submit(rig.zhao, a_draft())


async def test_what_somebody_keeps_out_of_does_not_end_by_their_hand() -> None:
    rig = CoreRig()
    first, second = await two_alike(rig)
    await rig.use.together.merge(rig.liu, second, first)
    await rig.use.flow.recuse(rig.liu, second)
    await rig.use.answer(rig.liu, first, words("修好了", message_id=MessageId(9)))
    await rig.use.close(rig.liu, first)
    assert rig.case(first).stage is Stage.CLOSED
    assert rig.case(second).stage is Stage.SUBMITTED
    assert "notice-closed" not in told(rig, rig.zhao)


@pytest.mark.parametrize("withdrawn", [True, False])
async def test_what_has_ended_already_is_not_ended_again(*, withdrawn: bool) -> None:
    rig = CoreRig()
    first, second = await two_alike(rig)
    await rig.use.together.merge(rig.liu, second, first)
    if withdrawn:
        await rig.use.withdraw(rig.zhao, second)
    before = len(rig.history(second))
    await rig.use.answer(rig.liu, first, words("修好了", message_id=MessageId(9)))
    await rig.use.close(rig.liu, first)
    assert (len(rig.history(second)) == before) is withdrawn
    assert rig.case(second).stage is (Stage.WITHDRAWN if withdrawn else Stage.CLOSED)


async def test_the_level_above_reads_why_more_time_is_wanted_without_whose_number_it_is() -> None:
    rig = CoreRig()
    case = await a_claimed_case(rig)
    why = "王大爷的电话13800138000打不通，住3号楼2单元501"
    await rig.use.clocks.propose(rig.liu, case, words(why))

    def read_in(chat: int) -> str:
        specs = [item.spec for item in rig.items if item.chat_id == chat and item.spec]
        return next(str(spec.args["reason"]) for spec in specs if spec.key == "extension-asked")

    assert read_in(rig.desk.chat_id) == why
    above = read_in(rig.other_desk.chat_id)
    assert "王大爷的电话" in above
    assert not any(part in above for part in ("13800138000", "501"))
