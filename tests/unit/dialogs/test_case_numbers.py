"""The number of a case, typed where nothing asked for one."""

import pytest

from core.shared.ids import PetitionId
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return (await rig.core.use.submit(rig.core.wang, a_draft(parts=["楼道灯坏了"]))).petition_id


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


async def test_the_number_of_anothers_case_is_something_to_say(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    zhao = Person(rig, rig.core.zhao.telegram_id, name="赵强")
    await zhao.says("/start")
    await zhao.says("XF-2026-000001")

    assert "楼道灯坏了" not in zhao.shown
    assert zhao.words is not None
