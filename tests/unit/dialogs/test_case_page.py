"""A case found by its number, and what its page shows besides the words."""

from datetime import timedelta

import pytest

from core.petitions.draft import DraftFile
from core.petitions.model import FileKind, Stage
from core.shared.ids import PetitionId
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return (await rig.core.use.submit(rig.core.wang, a_draft(parts=["楼道灯坏了"]))).petition_id


async def test_a_case_shows_its_place_and_how_many_files_of_which_kind(rig: DialogRig, wang: Person) -> None:
    kinds = [FileKind.PHOTO, FileKind.PHOTO, FileKind.VIDEO, FileKind.VIDEO_NOTE, FileKind.VOICE]
    files = [DraftFile(kind=kind, file_id=f"F{number}") for number, kind in enumerate(kinds)]
    draft = a_draft(place="3号楼<2单元>", latitude=39.9, longitude=116.4, files=files)
    await rig.core.use.submit(rig.core.wang, draft)

    await wang.says("/cases")
    await wang.says("1")

    assert "📍 3号楼&lt;2单元&gt;\n🗺 已附上您发的位置\n📎 照片 2 张 视频 2 个 语音 1 段\n" in wang.shown


async def test_a_case_without_place_and_files_says_nothing_of_them(rig: DialogRig, wang: Person) -> None:
    await rig.core.use.submit(rig.core.wang, a_draft(place=""))

    await wang.says("/cases")
    await wang.says("1")

    assert "楼道灯坏了" in wang.shown
    assert not any(mark in wang.shown for mark in "📍🗺📎")


@pytest.mark.usefixtures("case_id")
async def test_a_promise_that_is_past_is_owned_up_to(rig: DialogRig, wang: Person) -> None:
    await wang.says("/cases")
    await wang.says("1")
    assert "⏰" not in wang.shown

    rig.core.clock.move(timedelta(days=4))
    await wang.says("/cases")
    await wang.says("1")
    assert "⏰ <b>对不起，已过承诺日期 3 天</b>" in wang.shown


@pytest.mark.parametrize("first", ["/start", "/help", "/cases", None])
async def test_the_number_of_an_own_case_opens_it(rig: DialogRig, wang: Person, first: str | None) -> None:
    for _ in range(11):
        await rig.core.use.submit(rig.core.wang, a_draft(parts=["楼道灯坏了"]))
    if first:
        await wang.says(first)

    for typed in ("XF-2026-000011", "000011"):
        await wang.says(typed)
        assert "<b>XF-2026-000011</b>" in wang.shown
        await wang.presses("主菜单")

    assert wang.words is None


@pytest.mark.usefixtures("case_id")
async def test_the_number_of_anothers_case_is_something_to_say(rig: DialogRig) -> None:
    zhao = Person(rig, rig.core.zhao.telegram_id, name="赵强")
    await zhao.says("/start")
    await zhao.says("XF-2026-000001")

    assert "楼道灯坏了" not in zhao.shown
    assert zhao.words is not None


async def test_the_end_of_a_number_opens_its_case_and_not_what_stands_there_in_the_list(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await rig.core.use.submit(rig.core.wang, a_draft(parts=["电梯坏了"]))
    await wang.says("/cases")
    await wang.says("000001")

    assert rig.core.case(case_id).number in wang.shown
    assert "楼道灯坏了" in wang.shown


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.MORE_INFO])
async def test_a_number_alone_is_no_word_for_the_case_that_is_shown_unless_staff_ask(
    rig: DialogRig, wang: Person, case_id: PetitionId, stage: Stage
) -> None:
    other = (await rig.core.use.submit(rig.core.wang, a_draft(parts=["电梯坏了"]))).petition_id
    rig.core.at_stage(case_id, stage=stage)
    await wang.says("/cases")
    await wang.says("XF-2026-000001")
    assert "楼道灯坏了" in wang.shown

    await wang.says("xf-2026-000002")

    asked = stage is Stage.MORE_INFO
    assert ("楼道灯坏了" if asked else "电梯坏了") in wang.shown
    assert [each.text for each in rig.core.messages(case_id)] == (["xf-2026-000002"] if asked else [])
    assert rig.core.messages(other) == []


async def test_who_gave_the_answer_is_not_said_to_be_working_on_it(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await rig.core.use.claim(rig.core.liu, case_id)
    await wang.says("/cases")
    await wang.says("1")
    assert "刘敏 在办" in wang.shown

    rig.core.at_stage(case_id, stage=Stage.ANSWERED)
    await wang.says("/cases")
    await wang.says("1")
    assert "刘敏 经办" in wang.shown
