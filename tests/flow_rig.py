"""The deeds beside the plain way of a case, on in-memory storage."""

from typing import Any

from core.disclosure.ports import SheetMaker
from core.petitions.app import FlowUseCases, flow_use_cases
from core.petitions.clocks import Pledges
from core.petitions.flow import Body, Roads
from core.petitions.usecases import FindCase
from core.petitions.usecases.moves import Rules
from core.shared.blobs import BlobStore
from core.shared.clock import Calendar
from tests.fakes.world import FakeSecrets

ROADS = Roads(
    reopen_days=30,
    district=Body("和平区信访局", "和平路1号", "010-55501000"),
    city=Body("市信访局", "人民路2号", "010-55502000"),
)


def flow_of(
    desk: dict[str, Any], calendar: Calendar, find: FindCase, sheets: SheetMaker, blobs: BlobStore
) -> FlowUseCases:
    return flow_use_cases(
        **desk, rules=Rules(calendar, Pledges(), ROADS), find=find, sheets=sheets, blobs=blobs, secrets=FakeSecrets()
    )
