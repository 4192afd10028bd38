import pytest

from tests.core_rig import CoreRig


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()
