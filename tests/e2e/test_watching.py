"""What those who run the service can see: numbers by HTTP, a log that names nobody, alerts in their own group."""

import asyncio
import json
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import LINLI, House, free_port, open_house
from tests.e2e.people import Person, consented, files_a_petition, names, said
from tests.sandbox_client import Json

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    more = {"LINLI_LOG_FORMAT": "json", "LINLI_BACKLOG_MINUTES": "0.03"}
    async with open_house(tmp_path_factory.mktemp("house"), watched=True, measured=False, settings=more) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert opened.box.token not in opened.log


async def until(house: House, name: str, least: float) -> dict[str, float]:
    """Wait until a number has come to be `least`."""
    for _ in range(600):
        found = await house.metrics()
        if found.get(name, 0) >= least:
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(name, found)


OPERATORS = "fresh-group"
PHONE = "13900112233"
RIGHTS = {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True}


async def alerted(house: House, wanted: str, after: int = 0) -> Json:
    return await house.box.wait_message(OPERATORS, wanted, after=after)


async def poisoned(house: House, ref: int, text: str, name: str) -> str:
    """An update of this person that cannot be read; return the number they are told."""
    person = {"id": ref, "is_bot": False, "first_name": name}
    message = {"message_id": 9_999, "date": 1, "chat": {"id": ref, "type": "private"}, "from": person, "text": text}
    before = (await house.box.messages(ref))[-1]["message_id"]
    await house.box.raw_update({"message": {**message, "entities": [{"type": text, "offset": "x", "length": name}]}})
    incident = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", said(await house.box.wait_message(ref, "编号", after=before)))
    assert incident is not None
    return incident[0]


async def test_numbers_add_up(house: House) -> None:
    person = await consented(house, "数一数")
    await files_a_petition(person, "路灯坏了")
    assert await house.box.idle()
    found = await until(house, "linli_sends_total send sent", 1)

    updates = [update for update in await house.box.updates() if "message" in update]
    written = len([update for update in updates if "text" in update["message"]])
    assert found["linli_jobs_total reminders done"] == found["linli_job_late_seconds_count reminders"] == 1
    assert found["linli_jobs_total strangers done"] == 1
    assert found["linli_jobs_total weekly done"] >= 1
    assert found["linli_database_up"] == 1
    assert found["linli_updates_total message handled"] == len(updates)
    assert found["linli_handler_seconds_count private.start"] == 1
    assert sum(value for name, value in found.items() if name.startswith("linli_handler_seconds_count")) == written
    assert found["linli_inbox_rows pending"] == found["linli_outbox_rows pending"] == 0
    assert found["linli_inbox_oldest_seconds"] == found["linli_outbox_oldest_seconds"] == 0


async def test_errors_are_counted_by_their_kind_and_what_waits_grows_old(house: House) -> None:
    person = await consented(house, "出错")
    before = await house.metrics()
    await house.box.fault("sendMessage", "status", chat=DESK, code=500, description="Internal Server Error", times=-1)
    number = await files_a_petition(person, "井盖坏了")

    waits = await until(house, "linli_send_errors_total outbox NetworkError", 2)
    assert waits["linli_sends_total card retry"] >= 1
    assert waits["linli_outbox_rows pending"] >= 1
    assert waits["linli_outbox_oldest_seconds"] > 0

    await house.box.clear_faults()
    await Staff(house, "staff-liu", number).card()
    after = await until(house, "linli_sends_total card sent", before["linli_sends_total card sent"] + 1)
    assert after["linli_outbox_rows dead"] == 0
    assert not [name for name in after if number in name or names(name, person.ref)]


@pytest.mark.parametrize("part", ["deliver", "schedule"])
async def test_a_part_alone_can_be_watched_too(house: House, part: str) -> None:
    port = free_port()
    log = (house.folder / f"run-{part}.log").open("wb")
    with log:
        alone = await asyncio.create_subprocess_exec(
            str(LINLI), part, env=house.environment | {"LINLI_HTTP_PORT": port}, stdout=log, stderr=log
        )
    try:
        while True:
            try:
                found = await house.metrics(port)
            except OSError:
                assert alone.returncode is None, house.log
                await asyncio.sleep(0.05)
            else:
                break
        assert found["linli_database_up"] == 1
    finally:
        alone.terminate()
        assert await alone.wait() == 0, house.log


async def test_operators_hear_of_what_went_wrong_in_numbers_alone(house: House) -> None:
    box = house.box
    code = re.search(r"/bind (\S+)", await house.command("unit", "bind", "幸福社区", "--purpose", "operators"))
    assert code is not None
    await box.promote("staff-liu", OPERATORS, "bot", RIGHTS)
    await box.text("staff-liu", f"/bind {code[1]}", chat=OPERATORS)
    await alerted(house, "已绑定到")
    person = await consented(house, "报警的人")

    incident = await poisoned(house, person.ref, "毒消息", "毒名字")
    parked = await alerted(house, incident)
    assert "毒" not in said(parked)
    assert incident in await house.command("inbox", "list")
    assert [line["update_id"] for line in lines(house) if line.get("incident") == incident]
    assert (await house.metrics())["linli_updates_total message parked"] == 1

    number = await files_a_petition(person, "送不出去")
    staff = Staff(house, "staff-liu", number)
    await staff.press("我来办")
    await person.look("已受理")
    await box.fault("sendMessage", "status", chat=person.ref, code=400, description="Bad Request: odd", times=2)
    for words in ("第一句", "第二句"):
        written = await staff.write(words)
        await box.wait_message(DESK, "没有送到居民手里", thread=staff.thread, after=written["message_id"])
    dead = await until(house, "linli_outbox_rows dead", 2)
    assert dead["linli_sends_total send dead"] == 2
    await alerted(house, "送不出去", after=parked["message_id"])
    assert await box.idle()
    assert len([m for m in await box.messages(OPERATORS) if "送不出去" in said(m)]) == 1
    listed = await house.command("outbox", "list")
    rows = re.findall(r"#(\d+) to chat", listed)
    assert "2 not deliverable" in listed
    assert len(rows) == 2
    assert "第一句" not in listed
    await house.command("outbox", "revive", *rows)
    await person.look("第二句")
    assert "dead" not in await house.command("outbox", "list")

    await box.fault("sendMessage", "status", chat=person.ref, code=500, description="Internal", times=-1)
    await staff.write("等了很久")
    waits = await alerted(house, "还没发出去", after=parked["message_id"])
    assert "1 条消息" in said(waits)
    assert "oldest has waited 0 minutes" in await house.command("outbox", "list")
    await box.clear_faults()
    await person.look("等了很久")


def lines(house: House) -> list[dict[str, Any]]:
    logs = sorted(house.folder.glob("run-*.log"))
    return [json.loads(line) for log in logs for line in log.read_text(encoding="utf-8").splitlines()]


async def test_the_log_names_nobody_and_nothing_that_was_said(house: House) -> None:
    """Whatever goes wrong: poison, refusals that quote, a database that fails, files that cannot be had."""
    box = house.box
    user = await box.add_user("标记名字", last_name="标记姓", username="marked_username", phone=PHONE)
    person = await consented_as(house, user["id"])
    number = await files_a_petition(person, "标记诉求的话")
    staff = Staff(house, "staff-liu", number)
    await staff.press("我来办")
    await person.look("已受理")
    await box.other(person.ref, "dice")
    await person.look("还收不了")
    quoting = f'Bad Request: "标记引号" {person.ref}'
    await box.fault("sendMessage", "status", chat=person.ref, code=400, description=quoting)
    await staff.write("标记回复的话")
    await box.wait_message(DESK, "没有送到居民手里", thread=staff.thread)
    await box.fault("sendMessage", "status", chat=DESK, code=403, description='Forbidden: "标记拒绝"')
    await staff.write("// 标记备注")
    await box.fault("sendMessage", "drop_answer", chat=person.ref)
    await box.fault("sendMessage", "half_answer", chat=person.ref)
    await person.write("/start")
    incident = await poisoned(house, person.ref, "标记毒话", "标记毒名")
    quoting = 'Bad Request: tag "标记标签" is odd'
    await box.fault("sendMessage", "status", chat=person.ref, code=400, description=quoting)
    await box.text(person.ref, "标记最后的话")
    await person.write("/petition", "哪一类")
    await person.press("意见建议")
    await person.write("标记建议", "已记下")
    await person.press("写完了", "什么地方")
    await person.write("标记地点", "留名")
    preview = await person.press("2. 不留名", "请先记下")
    case_code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", said(preview))
    with closing(sqlite3.connect(house.folder / "linli.db", timeout=30)) as database:
        database.execute("ALTER TABLE dialog_state RENAME TO away")
        database.commit()
        await box.text(person.ref, "标记数据库坏了时的话")
        await until_logged(house, "waits: StorageError")
        database.execute("ALTER TABLE away RENAME TO dialog_state")
        database.commit()
    await person.look("标记数据库坏了时的话")

    written = lines(house)
    assert {line["level"] for line in written} >= {"warning", "error"}
    assert [line for line in written if line.get("incident") == incident and "File " in line["exception"]]
    for line in written:
        assert datetime.fromisoformat(line["time"]).utcoffset() == timedelta(0)
        assert line["logger"]
        assert line["event"]
    everything = house.log
    assert case_code is not None
    marks = ("标记", "\\u6807", "marked_username", str(user["id"]), PHONE)
    secret = (case_code[0], case_code[0].replace("-", ""), house.box.token, house.box.token.partition(":")[2])
    assert [line for line in everything.splitlines() for mark in (*marks, *secret) if mark in line] == []


async def until_logged(house: House, words: str) -> None:
    for _ in range(600):
        if words in house.log:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(words, house.log)


async def consented_as(house: House, ref: int) -> Person:
    person = Person(house, ref)
    await person.start()
    for typed in ("1", "1", "1"):
        await person.write(typed)
    return person
