"""Every way a call to Telegram can fail, met on the real HTTP path; `docs/operations.md` says what is promised."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import consented, files_a_petition, said
from tests.e2e.troubles import PASSING, Played, Trouble, begins_to_write, hands_in, hits, notes, play_all, takes_up

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert opened.box.token not in opened.log


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def operators(house: House) -> str:
    """The chat of those who run it."""
    chat = await house.box.add_chat("值班群", ["staff-liu"])
    printed = await house.command("unit", "bind", "幸福社区", "--purpose", "operators")
    code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", printed)
    assert code, printed
    await house.box.text("staff-liu", f"/bind {code[0]}", chat=chat["id"])
    await house.box.wait_message(chat["id"], "已绑定到")
    return str(chat["id"])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def played(house: House) -> dict[str, Played]:
    return await play_all(house)


@pytest.mark.parametrize("trouble", PASSING, ids=str)
async def test_what_passes_is_tried_again_until_it_is_done(played: dict[str, Played], trouble: Trouble) -> None:
    """Answers of the dialogs go out through aiogram, replies and receipts through python-telegram-bot."""
    seen = played[trouble.name]

    assert seen.hits == [1] * len(trouble.where)
    assert seen.told
    assert 1 <= seen.times(seen.reply) <= 1 + trouble.repeats
    assert seen.times("🧾") == 1
    assert seen.times("✅") == 1
    windows = [said(message) for message in seen.chat if message["from"].get("is_bot")]
    again = len(windows) - len(set(windows))
    assert again <= trouble.repeats * len(trouble.where), windows


POLLS = [
    {"kind": "status", "code": 400},
    {"kind": "status", "code": 403},
    {"kind": "status", "code": 404},
    {"kind": "status", "code": 409},
    {"kind": "status", "retry_after": 1},
    {"kind": "status", "code": 500},
    {"kind": "status", "code": 502},
    {"kind": "drop_request"},
    {"kind": "drop_answer"},
    {"kind": "half_answer"},
    {"kind": "delay", "delay_ms": 200},
]


async def test_updates_come_once_and_in_order_whatever_befalls_the_question_for_them(house: House) -> None:
    person = await consented(house, "总在写")
    await begins_to_write(person)
    written = []
    for number, how in enumerate(POLLS):
        fault = await house.box.fault("getUpdates", **how)
        for words in (
            f"第{number}件",
            f"第{number}件补充",
        ):  # the question that waits just now brings the first of them
            await notes(person, words)
            written.append(words)
        await hits(house, fault, 1)

    card = await hands_in(person)
    assert [line for line in card if line.startswith("第")] == written


async def test_when_telegram_is_gone_everything_waits_and_then_comes_once(house: House) -> None:
    """Here for some seconds; that an hour is no different the schedules of the tries show in their unit tests."""
    box = house.box
    person = await consented(house, "断网")
    staff = await takes_up(person, await files_a_petition(person, "断网前"))
    await begins_to_write(person)

    outwards = await box.fault("*", "drop_request", times=-1)
    reply = await staff.write("断网时的回复")
    await hits(house, outwards, 4)
    inwards = await box.fault("getUpdates", "drop_request", times=-1)
    words = [f"断网时说的第{n}句" for n in range(4)]
    for each in words:
        await box.text(person.ref, each)
    await hits(house, inwards, 4)
    await box.clear_faults()

    await person.look("断网时的回复")
    assert await staff.reacted(reply)
    card = await hands_in(person)
    assert [line for line in card if line.startswith("断网")] == words
    chat = [said(message) for message in await box.messages(person.ref) if message["from"].get("is_bot")]
    assert sum("断网时的回复" in text for text in chat) == 1


async def test_a_window_telegram_refuses_for_good_is_set_aside_and_named(house: House, operators: str) -> None:
    """400: trying again says the same. The person and those who run it have a number, and what was said is kept.

    The word with the number has to wait as well: once it was lost then.
    """
    box = house.box
    person = await consented(house, "被拒")
    await begins_to_write(person)
    await box.fault("sendMessage", "status", chat=person.ref, code=400, description="Bad Request: no such luck")
    unheard = await box.fault("sendMessage", "status", chat=person.ref, code=429, retry_after=1)

    told = await person.write("设了障的一句", "编号")
    await hits(house, unheard, 1)
    incident = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", said(told))[0]
    await box.wait_message(operators, incident)
    assert incident in await house.command("inbox", "list")
    await notes(person, "下一句")
    await house.command("inbox", "retry", incident)
    await person.look("10 个字")

    card = await hands_in(person)
    assert [line for line in card if "一句" in line] == ["下一句", "设了障的一句"]


async def test_a_reply_telegram_refuses_for_good_is_told_to_its_writer(house: House, operators: str) -> None:
    box = house.box
    person = await consented(house, "收不到")
    staff = await takes_up(person, await files_a_petition(person, "等回复"))
    await box.fault("sendMessage", "status", chat=person.ref, code=400, description="Bad Request: no such luck")

    await staff.write("发不出的回复")
    await box.wait_message(DESK, "没有送到居民手里", thread=staff.thread)
    await box.wait_message(operators, "linli outbox list")
    listed = await house.command("outbox", "list")
    dead = re.search(r"#(\d+) .*No such luck", listed)[1]
    await house.command("outbox", "revive", dead)
    await person.look("发不出的回复")


async def test_a_person_who_refuses_messages_is_named_and_nobody_else_waits(house: House) -> None:
    box = house.box
    person = await consented(house, "不收")
    staff = await takes_up(person, await files_a_petition(person, "先收后不收"))
    await box.fault(
        "sendMessage", "status", chat=person.ref, code=403, description="Forbidden: bot was blocked", times=2
    )

    await staff.write("会被拒收")
    await box.wait_message(DESK, "没有送到：居民停用了机器人", thread=staff.thread)
    await staff.card("📵")
    await box.text(person.ref, "/help")  # its answer is refused as well, and that is the end of it
    await person.write("/help", "怎么用")
    assert not any(fault["times"] for fault in await box.faults())


async def test_what_telegram_brings_twice_is_done_once(house: House) -> None:
    box = house.box
    person = await consented(house, "重复")
    staff = Staff(house, "staff-liu", await files_a_petition(person, "只办一次"))
    await staff.card()
    reply = await staff.write("只回一次")
    await person.look("只回一次")
    assert await staff.reacted(reply)
    await box.idle(quiet_ms=500)
    before = [await box.messages(chat, limit=10_000) for chat in (person.ref, DESK)]

    for update in await box.updates():
        await box.replay(update["update_id"])
    assert await box.idle(quiet_ms=1_000, timeout_ms=20_000)

    assert [await box.messages(chat, limit=10_000) for chat in (person.ref, DESK)] == before
