"""A group at Telegram's pace, with a minute of five seconds: see `tests.e2e.busy` for the full size."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e.busy import PER_MINUTE, Day, Traffic, people
from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import files_a_petition

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300), pytest.mark.asyncio(loop_scope="module")]

MINUTE_S = 5.0
PETITIONS = 8
WORDS = 20
AT_ONCE = 10
"""So many words of one case go before those of others."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    pace = {"LINLI_GROUP_PER_MINUTE": str(PER_MINUTE * 60 / MINUTE_S)}
    async with open_house(tmp_path_factory.mktemp("busy"), limits=True, measured=False, settings=pace) as opened:
        await opened.box.settings(minute_s=MINUTE_S)
        yield opened


async def test_people_come_first_then_cards_then_edits_and_nothing_is_refused(house: House) -> None:
    box = house.box
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


async def test_one_who_writes_and_writes_keeps_nobody_back(house: House) -> None:
    box = house.box
    first, eager, quiet, late = await people(house, 4)
    await files_a_petition(first, "占着位置的事")
    await files_a_petition(eager, "写个不停的事")
    here = {"reply_to": eager.window["message_id"]}
    number = await files_a_petition(quiet, "安静的事")
    there = {"reply_to": quiet.window["message_id"]}
    await Staff(house, "staff-sun", number).card()
    while not await box.idle(quiet_ms=1_000):
        pass
    await box.clear_calls()

    held = await box.fault("sendMessage", "hang", chat=DESK, perform=True)
    await first.write("等一等", "已补充到", reply_to=first.window["message_id"])
    words = [f"续{n:02}。" for n in range(WORDS)]
    for text in words:
        eager.seen = (await box.text(eager.ref, text, **here))["message_id"]
    await eager.look(words[-1])
    await quiet.write("只说一句", "已补充到", **there)
    await files_a_petition(late, "后来的事")
    await box.clear_faults(held)
    for said in ("只说一句", "后来的事", words[-1]):
        await box.wait_message(DESK, said, timeout_s=100)
    traffic = Traffic(await box.calls())

    assert traffic.refused == []
    went = traffic.into_the_group()
    said_in_turn = [next(n for n, name in enumerate(went) if text in name) for text in words]
    assert said_in_turn == sorted(said_in_turn)
    theirs = set(said_in_turn)  # what comes in a rush is one message
    before = sum(place < next(n for n, name in enumerate(went) if "只说一句" in name) for place in theirs)
    assert before <= AT_ONCE, went
    assert sum(place < went.index("card") for place in theirs) <= AT_ONCE, went
