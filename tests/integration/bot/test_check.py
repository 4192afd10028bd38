import asyncio
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.commands.check import check_everything
from bot.config import GivenSettings, Settings
from bot.demo.community import chats_of, read_community
from bot.demo.seed import SeedCommunity
from bot.foundation import open_foundation
from storage import migrate
from tests.sandbox_client import SandboxClient, running_sandbox

pytestmark = pytest.mark.integration


def settings_for(folder: Path, url: str, token: str) -> Settings:
    return GivenSettings(
        bot_token=SecretStr(token),
        api_url=url,
        database_url=f"sqlite+aiosqlite:///{folder / 'linli.db'}",
        data_dir=folder,
        demo=True,
    )


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.fixture(autouse=True)
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


async def seeded(settings: Settings, client: SandboxClient) -> None:
    await migrate.upgrade(settings.database_url)
    async with open_foundation(settings) as ground:
        seed = SeedCommunity(uow=ground.uow, clock=ground.clock, ids=ground.ids, secrets=ground.secrets)
        await seed(read_community(), chats_of(await client.world()))


async def test_check_follows_the_rights_in_each_chat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with running_sandbox() as client:
        settings = settings_for(tmp_path, client.url, client.token)
        await seeded(settings, client)

        assert await check_everything(settings, {}) == 0
        assert "✗" not in capsys.readouterr().out

        await client.act("staff-liu", "promote", chat="desk-community", target="bot", rights={"can_pin_messages": True})
        await client.act("supervisor-qian", "kick", chat="supervision", target="bot")

        assert await check_everything(settings, {"LINLI_BOT_TOKN": "x"}) == 1
        lines = capsys.readouterr().out.splitlines()
    advice = {line.split()[1]: after for line, after in pairwise(lines) if line.startswith("✗")}
    assert "did you mean LINLI_BOT_TOKEN?" in advice["settings"]
    assert advice["幸福社区·接待台"].endswith("give the bot: delete messages, manage topics.")
    assert "not in this group" in advice["居务监督委员会"] or "administrator" in advice["居务监督委员会"]
    assert lines[-1] == "3 things are to be done."


async def test_check_without_database_and_with_a_refused_token(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with running_sandbox(world="empty") as client:
        settings = settings_for(tmp_path, client.url, "7000000001:some-other-token-of-no-use")

        assert await check_everything(settings, {}) == 1

    printed = capsys.readouterr().out
    assert files_in(tmp_path) == []  # looking makes no database
    assert "run `linli migrate`" in printed
    assert "@BotFather" in printed
    assert "some-other-token" not in printed


async def test_check_when_telegram_does_not_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    settings = settings_for(tmp_path, url, "7000000001:sandbox-token-for-the-demo")
    await migrate.upgrade(settings.database_url)

    assert await check_everything(settings, {}) == 1

    server.close()
    await server.wait_closed()
    printed = capsys.readouterr().out
    assert f"No answer from {url}" in printed
    assert "linli unit add" in printed


async def test_check_points_at_files_others_can_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "linli.toml"
    file.write_text('LINLI_SECRET_KEY = "a-secret-key-long-enough"\n', encoding="utf-8")
    file.chmod(0o644)
    settings = GivenSettings(
        database_url=f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}", data_dir=tmp_path, secret_key=None
    )
    await migrate.upgrade(settings.database_url)
    async with open_foundation(settings):
        (tmp_path / "secret.key").chmod(0o644)

    assert await check_everything(settings, {}) == 1

    printed = capsys.readouterr().out
    assert "chmod 600 linli.toml" in printed
    assert "secret.key can be read by others" in printed
    assert "LINLI_BOT_TOKEN is missing" in printed
