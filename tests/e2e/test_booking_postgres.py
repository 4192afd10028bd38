"""The booking door on PostgreSQL: a place is booked, waited for, given up, offered and taken, and the desk sees it."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.bookings import DaysOfDesk, adds_days, arrived, books, cancels, own_day, ticket, today, waits
from tests.e2e.house import open_house
from tests.e2e.people import said
from tests.postgres_server import Server

pytestmark = pytest.mark.e2e


async def test_a_place_changes_hands(tmp_path: Path, postgres: Server) -> None:
    with postgres.database() as url:
        async with open_house(tmp_path, database=url, measured=False) as house:
            await adds_days(house, own_day("插花", today() + timedelta(days=6)))
            first, second = await arrived(house, "先约的人"), await arrived(house, "排队的人")
            number = await books(first, "插花", "带自己的花")
            await waits(second, "插花")
            desk = DaysOfDesk(house)
            shown = said(await desk.opens("插花"))
            assert all(wanted in shown for wanted in (number, "先约的人", "带自己的花", "排队 1"))
            await cancels(first)
            await house.box.wait_message(second.ref, "有空位了")
            await second.walk("> /book\nmonth.mine mine.* view.take")
            assert number not in said(await ticket(second, "预约单"))
            to = await desk.moves("场地用不了")
            assert to.partition("（")[0] in said(await ticket(second, "改期了"))
            assert await house.stop() == 0, house.log
            assert "Traceback" not in house.log, house.log
