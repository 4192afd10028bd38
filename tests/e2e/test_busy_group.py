"""A group at Telegram's pace, with a minute of five seconds: see `tests.e2e.busy` for the full size."""

import asyncio
from pathlib import Path

import pytest

from tests.e2e.busy import PER_MINUTE, Day, Traffic, people
from tests.e2e.desk import DESK, Staff
from tests.e2e.house import open_house
from tests.e2e.people import files_a_petition

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

MINUTE_S = 5.0
PETITIONS = 8


async def test_people_come_first_then_cards_then_edits_and_nothing_is_refused(tmp_path: Path) -> None:
    pace = {"LINLI_GROUP_PER_MINUTE": str(PER_MINUTE * 60 / MINUTE_S)}
    async with open_house(tmp_path, limits=True, measured=False, settings=pace) as house:
        box = house.box
        await box.settings(minute_s=MINUTE_S)
        first, *others = await people(house, 1 + PETITIONS)
        number = await files_a_petition(first, "最早的一件")
        staff = Staff(house, "staff-sun", number)
        await staff.card()
        assert await box.idle()
        await box.clear_calls()

        await box.fault("createForumTopic", "hang", chat=DESK, perform=True)
        day = Day(house, others)
        async with asyncio.TaskGroup() as filing:
            filing.create_task(day.everybody(spread_s=0))
            await day.filed.wait()
            await first.write("/cases", "1 件事")
            await first.write("1", number)
            await first.press("补充")
            await first.write("补充：灯一闪一闪")
            await staff.write("马上来看")
            await staff.write("带了新灯泡")
            await box.clear_faults()
        await day.settled(quiet_ms=2_000)
        traffic = Traffic(await box.calls())
        replies = [await first.look("带了新灯泡")]

    assert [(call["error_code"], call["description"]) for call in traffic.refused] == []
    assert replies
    went = traffic.into_the_group()
    added = next(n for n, name in enumerate(went) if "一闪一闪" in name)
    cards = [n for n, name in enumerate(went) if name == "card"]
    edits = [n for n, name in enumerate(went) if name == "edit"]
    assert len(cards) == PETITIONS
    assert added < cards[2], went
    assert max(cards) < min(edits), went
    assert len(edits) == 1 + PETITIONS, "one for each card, whatever has happened to its case"
