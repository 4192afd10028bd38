"""Who is concerned by a report, whatever has become of the roster since."""

import pytest

from tests.fakes.world import START
from tests.report_rig import ReportRig

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> ReportRig:
    return ReportRig()


async def test_whoever_is_meant_is_still_meant_when_they_have_left(rig: ReportRig) -> None:
    rig.changes("liu", household="3-1")
    rig.changes("wu", household="3-1")
    rig.changes("liu", left_at=START)

    receipt = await rig.reported("liu")

    assert rig.drawn(receipt.id) == {"qian", "sun"}
    assert await rig.core.use.reports.officers.names([rig.entries["liu"].id]) == ["刘敏"]
