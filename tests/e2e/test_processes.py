"""The program as processes: its parts run apart, it says what is wrong in one sentence, and stops when told."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.desk import Staff
from tests.e2e.house import open_house
from tests.e2e.people import consented, files_a_petition, said

pytestmark = pytest.mark.e2e


async def test_updates_and_delivery_run_apart(tmp_path: Path) -> None:
    async with open_house(tmp_path, started=False) as house:
        parts = [await house.begin("serve"), await house.begin("deliver")]
        house.process = parts[0]
        try:
            await house.working()
            resident = await consented(house, "两个进程")
            number = await files_a_petition(resident, "分开也能办")
            staff = Staff(house, "staff-liu", number)
            await staff.card("分开也能办")
            reply = await staff.write("收到")
            await resident.look("收到")
            assert await staff.reacted(reply)
        finally:
            for part in parts:
                part.terminate()
            codes = [await part.wait() for part in parts]
        assert codes == [0, 0], house.log
        assert "Traceback" not in house.log, house.log


async def test_check_names_what_is_missing_and_what_to_do(tmp_path: Path) -> None:
    async with open_house(tmp_path, started=False, measured=False) as house:
        good = await house.command("check")
        assert "✗" not in good
        await house.box.demote("staff-liu", "desk-community", "bot")
        bad = await house.command("check", expect=1)
        assert "✗" in bad
        assert house.box.token not in good + bad


async def test_a_wrong_token_or_setting_is_one_sentence(tmp_path: Path) -> None:
    async with open_house(tmp_path, started=False, measured=False) as house:
        right = house.environment["LINLI_BOT_TOKEN"]
        house.environment["LINLI_BOT_TOKEN"] = "7000000001:" + "x" * 35
        refused = await house.command("run", expect=2)
        assert "LINLI_BOT_TOKEN" in refused
        assert "Traceback" not in refused
        house.environment["LINLI_BOT_TOKEN"] = right
        house.environment |= {"LINLI_WEBHOOK_URL": "http://example.org/hook", "LINLI_WEBHOOK_SECRET": "s" * 20}
        house.environment["LINLI_HTTP_PORT"] = "0"
        refused = await house.command("run", expect=2)
        assert "LINLI_WEBHOOK_URL" in refused
        assert "Traceback" not in refused
        del house.environment["LINLI_WEBHOOK_URL"]
        house.environment["LINLI_REDIS_URL"] = "127.0.0.1"
        refused = await house.command("run", expect=2)
        assert "LINLI_REDIS_URL" in refused
        house.environment["LINLI_REDIS_URL"] = f"unix://{tmp_path}/nobody"
        refused = await house.command("check", expect=1)
        assert "LINLI_REDIS_URL" in refused
        del house.environment["LINLI_REDIS_URL"]
        house.environment["LINLI_TIMEZONE"] = "Mars/Base"
        refused = await house.command("run", expect=2)
        assert "LINLI_TIMEZONE" in refused
        assert "Traceback" not in refused


async def test_after_two_days_the_staff_learn_what_may_be_missing(tmp_path: Path) -> None:
    async with open_house(tmp_path, measured=False) as house:
        await consented(house, "两天前")  # Telegram was in touch
        assert await house.stop() == 0
        with closing(sqlite3.connect(tmp_path / "linli.db")) as database:  # nobody can make a test wait for two days
            aged = "UPDATE dialog_state SET value = value - 172800 WHERE key = 'telegram-heard'"
            assert database.execute(aged).rowcount == 1
            database.commit()
        await house.start()

        told = await house.box.wait_message("desk-community", "服务停了超过一天")
        assert "请再发一次" in said(told)
        assert await house.stop() == 0
        await house.start()
        assert await house.box.idle(quiet_ms=1_000, timeout_ms=20_000)
        everything = [said(message) for message in await house.box.messages("desk-community", limit=1_000)]
        assert len([text for text in everything if "服务停了超过一天" in text]) == 1
