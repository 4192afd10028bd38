"""`linli setup` where something is there already, or in the way."""

import asyncio
import io
import json
import os
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.commands.database import schema_state
from bot.config import KNOWN, ConfigError, GivenSettings
from bot.demo.community import chats_of, read_community
from bot.demo.seed import SeedCommunity
from bot.foundation import open_foundation
from bot.nursery import Nursery
from bot.setup.token import settle_groups_allowed, settle_token
from bot.setup.units import settle_database
from core.shared.errors import StorageError
from storage import migrate
from storage.serving import SoleTurns, is_served
from tests.e2e.volunteer import at_a_terminal
from tests.postgres_server import Server
from tests.sandbox_client import SandboxClient, running_sandbox

pytestmark = pytest.mark.integration

OLD, NEW = "7000000001:" + "o" * 35, "7000000001:" + "n" * 35
REFUSED = '{"ok": false, "error_code": 401, "description": "Unauthorized"}'
RIGHTS = {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True}


def environment(folder: Path, **settings: str) -> dict[str, str]:
    measured = {key: value for key, value in os.environ.items() if key.startswith("COVERAGE_")}
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "en_US.UTF-8", **measured, **settings}


@contextmanager
def telegram(*answers: tuple[int, str]) -> Iterator[str]:
    """Answers getMe: NEW with one of `answers` after the other, any other token with 401."""
    waiting = list(answers)

    class GetMe(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, text = waiting.pop(0) if NEW in self.path else (401, REFUSED)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), GetMe) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
    assert not waiting


def me(*, may_join: bool) -> tuple[int, str]:
    bot = {"id": 7, "is_bot": True, "first_name": "Linli", "username": "a_bot", "can_join_groups": may_join}
    return 200, json.dumps({"ok": True, "result": bot})


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, no settings, English."""
    for key in KNOWN:
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_token_that_is_refused_and_a_bot_kept_out_of_groups(
    alone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = alone / "linli.toml"
    file.write_text(f'# ours\nLINLI_BOT_TOKEN = "{OLD}"\nLINLI_TIMEZONE = "Asia/Urumqi"\n', encoding="utf-8")
    types(monkeypatch, NEW, "", "")
    with telegram((502, "<html>"), me(may_join=False), me(may_join=True)) as url:
        monkeypatch.setenv("LINLI_API_URL", url)
        settings, bot = settle_token()
        settle_groups_allowed(settings, bot)

    assert (settings.token(), bot.username) == (NEW, "a_bot")
    written = file.read_text(encoding="utf-8")
    assert written.startswith("# ours\n")
    assert tomllib.loads(written) == {"LINLI_BOT_TOKEN": NEW, "LINLI_TIMEZONE": "Asia/Urumqi"}
    told = capsys.readouterr().out
    assert "The token in linli.toml no longer works" in told
    assert "press Enter to try again" in told
    assert "/setjoingroups, choose @a_bot" in told
    assert OLD not in told
    assert NEW not in told


def test_a_token_of_no_form_in_the_file_is_asked_for_again(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (alone / "linli.toml").write_text('LINLI_BOT_TOKEN = "later"\n', encoding="utf-8")
    types(monkeypatch, f"Use this token: {NEW}")
    with telegram(me(may_join=True)) as url:
        monkeypatch.setenv("LINLI_API_URL", url)

        assert settle_token()[0].token() == NEW


def test_what_asking_does_not_mend_is_told(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, NEW)
    with telegram((200, "<html>")) as url:
        monkeypatch.setenv("LINLI_API_URL", url)
        with pytest.raises(ConfigError, match="config-api-url-wrong"):
            settle_token()
        monkeypatch.setenv("LINLI_BOT_TOKEN", OLD)
        with pytest.raises(ConfigError, match="check-token-refused"):
            settle_token()
        monkeypatch.setenv("LINLI_BOT_TOKEN", "later")
        with pytest.raises(ConfigError, match="config-bot-token"):
            settle_token()

    assert not (alone / "linli.toml").exists()


def test_a_database_of_a_server_is_brought_up_after_asking(
    alone: Path, monkeypatch: pytest.MonkeyPatch, postgres: Server
) -> None:
    with postgres.database() as url:
        types(monkeypatch, "2", "")
        with pytest.raises(StorageError, match="schema-behind"):
            settle_database(url)
        settle_database(url)
        settle_database(url)

        assert asyncio.run(schema_state(url))[0] is not None


def database_in(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder}/var/linli.db"


async def seeded(folder: Path, box: SandboxClient) -> None:
    database = database_in(folder)
    (folder / "var").mkdir()
    await migrate.upgrade(database)
    settings = GivenSettings(database_url=database, data_dir=folder / "var")
    async with open_foundation(settings) as ground:
        seed = SeedCommunity(uow=ground.uow, clock=ground.clock, ids=ground.ids, secrets=ground.secrets)
        await seed(read_community(), chats_of(await box.world()))


async def test_groups_that_were_left_or_lack_a_right_are_seen_to(tmp_path: Path) -> None:
    async with running_sandbox() as box:
        await seeded(tmp_path, box)
        await box.kick("street-he", "desk-street", "bot")
        await box.promote("staff-liu", "desk-community", "bot", {**RIGHTS, "can_pin_messages": False})
        given = environment(tmp_path, LINLI_API_URL=box.url, LINLI_BOT_TOKEN=box.token)
        async with at_a_terminal(tmp_path, given, "--language=en") as volunteer:
            await volunteer.answers('The bot is no longer in the group "和平街道·信访办"', "1")
            await volunteer.reads("/bind ")
            code = (await volunteer.reads("\n")).strip()
            await box.text("staff-liu", f"/bind {code}", chat="fresh-group")
            await volunteer.reads('"新建的群" still lacks: administrator, delete messages, pin messages.')
            await box.promote("staff-liu", "fresh-group", "bot", {**RIGHTS, "can_delete_messages": False})
            await volunteer.reads('"新建的群" still lacks: delete messages.')
            await box.promote("staff-liu", "fresh-group", "bot", RIGHTS)
            await volunteer.reads('✓ The group "新建的群" serves 和平街道: desk.')
            await box.wait_message("fresh-group", "已绑定到")  # in the language of the group before

            await volunteer.reads('"幸福社区·接待台" still lacks: pin messages.')
            await box.promote("staff-liu", "desk-community", "bot", RIGHTS)
            await volunteer.reads('✓ The group "幸福社区·接待台" serves 幸福社区: desk.')
            await volunteer.reads('✓ The group "幸福三组·小组群"')

            await volunteer.answers("Another staff group?", "4")
            await volunteer.answers("Whose staff group is it?", "1")
            await volunteer.reads("/bind ")
            code = (await volunteer.reads("\n")).strip()
            await box.text("staff-liu", f"/bind {code}", chat="fresh-group")
            await volunteer.reads('✓ The group "新建的群" serves 和平街道: operators.')
            await volunteer.answers("Another staff group?", "")
            await volunteer.reads("幸福三组:")
            await volunteer.reads("All is well.")
            await volunteer.reads("as long as this window is open")
            assert await is_served(database_in(tmp_path))
            await volunteer.closes_the_window()
        assert not await is_served(database_in(tmp_path))


async def test_a_service_that_is_at_work_goes_on_and_is_no_second(tmp_path: Path) -> None:
    async with running_sandbox() as box:
        await seeded(tmp_path, box)
        given = environment(tmp_path, LINLI_API_URL=box.url, LINLI_BOT_TOKEN=box.token)
        async with Nursery() as nursery:
            turns = SoleTurns(database_in(tmp_path))
            serving = nursery.start(turns.follow(lambda _: None), name="turns")
            await turns.ready()
            async with at_a_terminal(tmp_path, given, "--language=en") as volunteer:
                await volunteer.answers("Another staff group?", "")
                await volunteer.reads("at work already")
                assert await volunteer.ends() == 0
            serving.cancel()
        assert not (tmp_path / "var" / "setup.log").exists()
        assert (await box.world())["pollers"] == 0
