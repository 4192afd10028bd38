import pytest

from tests.dialog_rig import DialogRig, Person


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    return rig.resident()
