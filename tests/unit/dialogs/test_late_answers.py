"""Presses that Telegram lets nobody answer any more: what they mean is done all the same."""

import pytest

from bot.inbox import TRANSIENT
from core.petitions import usecases as petitions
from core.shared.actions import Action
from core.shared.errors import StorageError
from tests.dialog_rig import DialogRig, Person
from tests.group_rig import a_group

pytestmark = pytest.mark.unit

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def test_a_press_meets_a_database_that_is_down_twice_and_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    group, claim = await a_group(), petitions.ClaimCase.__call__

    async def down(*_: object) -> None:
        raise StorageError("storage-failed")

    monkeypatch.setattr(petitions.ClaimCase, "__call__", down)
    with pytest.raises(StorageError):
        await group.presses(Action.CLAIM)
    group.rig.session.refuse["answerCallbackQuery"] = TOO_OLD
    with pytest.raises(TRANSIENT):  # anything else would park the press
        await group.presses(Action.CLAIM)
    monkeypatch.setattr(petitions.ClaimCase, "__call__", claim)
    await group.presses(Action.CLAIM)

    assert group.rig.core.case(group.case_id).handler is not None


@pytest.mark.parametrize("data", ["nonsense", "l1:cas:nothing:0"])
async def test_a_press_of_before_leads_home(rig: DialogRig, wang: Person, data: str) -> None:
    await wang.says("/start")
    before = len(wang.windows)
    rig.session.refuse["answerCallbackQuery"] = TOO_OLD
    await wang.forges(data)

    assert len(wang.windows) > before
