from itertools import count

import pytest

from tests.dialog_rig import DialogRig, Person


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    return rig.resident()


@pytest.fixture(autouse=True)
def unlike_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """aiogram-dialog makes a window's id of the second and one of a hundred numbers: two alike count as one window.

    Then it shows a window twice, which people are too slow to see, and tests are not.
    """
    monkeypatch.setattr("aiogram_dialog.api.entities.stack.new_int_id", count(10**8).__next__)
