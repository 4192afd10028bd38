"""Windows opened within a second are not taken for each other."""

import pytest
from aiogram_dialog.api.entities.stack import id_to_str, new_id

from bot.window_ids import unlike_id, use_unlike_ids
from tests.dialog_rig import DialogRig

pytestmark = pytest.mark.unit


def test_ids_are_short_and_never_alike() -> None:
    ids = {id_to_str(unlike_id()) for _ in range(10_000)}

    assert len(ids) == 10_000
    assert {len(each) for each in ids} == {8}


def test_the_library_uses_them() -> None:
    use_unlike_ids()

    assert len({new_id() for _ in range(1_000)}) == 1_000


async def test_a_window_opened_at_once_after_another_is_shown_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Called alike, the second window was shown twice."""
    monkeypatch.setattr("aiogram_dialog.api.entities.stack.new_int_id", lambda: 10**9)
    rig = DialogRig()
    wang = rig.resident()
    await wang.says("楼道灯坏了")
    await wang.says("1")

    assert len(wang.windows) == 2
