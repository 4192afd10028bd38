import pytest

from tests.core_rig import CoreRig
from tests.town import Town


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


@pytest.fixture
def town(rig: CoreRig) -> Town:
    return Town(rig)
