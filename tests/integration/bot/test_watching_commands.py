"""What those who run the service read from the command line, the same on both databases."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.commands.check import check_everything
from bot.commands.inbox import retry, show_parked
from bot.commands.outbox import revive, show_outbox
from bot.config import GivenSettings, Settings
from bot.demo.community import chats_of, read_community
from bot.demo.seed import SeedCommunity
from bot.foundation import open_foundation
from core.shared.inbox import InboxRow
from tests.factories.cases import an_item
from tests.factories.scene import enqueue
from tests.sandbox_client import running_sandbox

pytestmark = pytest.mark.integration


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    url = f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"
    if request.param == "postgres":
        url = str(request.getfixturevalue("postgres_url"))
    else:
        (tmp_path / "linli.db").write_bytes(request.getfixturevalue("migrated_file").read_bytes())
    token = SecretStr("7000000001:sandbox-token-for-the-demo")
    return GivenSettings(bot_token=token, database_url=url, data_dir=tmp_path, demo=True)


async def test_outbox_shows_counts_age_and_dead_letters_but_no_words(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await show_outbox(settings)
    assert capsys.readouterr().out == "Outbox: no messages.\n"
    async with open_foundation(settings) as ground:
        await enqueue(ground.uow, an_item(77), an_item(78))
        (first, _) = await ground.outbox.claim(owner="w", now=10**10, lease=60, limit=2)
        await ground.outbox.mark_dead(first, error="BadRequest: odd")

    await show_outbox(settings)

    assert capsys.readouterr().out.splitlines() == [
        "Outbox: 1 waiting, 1 not deliverable",
        "The oldest has waited 0 minutes.",
        f"#{first.id} to chat {first.item.chat_id}, 1 tries: BadRequest: odd",
        "Once the cause is mended: `linli outbox revive ID`.",
    ]
    assert await revive(settings, [first.id]) == 0
    assert await revive(settings, [first.id]) == 1


async def test_the_outbox_is_told_in_the_terminals_language(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_foundation(settings) as ground:
        await enqueue(ground.uow, an_item(77))

    for tag, told in (("zh_CN", "等着发 1 条"), ("zh_TW", "等著發 1 條")):
        monkeypatch.setenv("LC_ALL", f"{tag}.UTF-8")
        await show_outbox(settings)
        assert told in capsys.readouterr().out


async def test_inbox_shows_incidents_and_takes_them_back(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_foundation(settings) as ground:
        await ground.inbox.put([InboxRow(update_id=5, order_key="c5", payload="{}")])
        await ground.inbox.park(5, incident="AAAA-BBBB", payload="{}")

    await show_parked(settings)

    assert "AAAA-BBBB" in capsys.readouterr().out
    assert await retry(settings, ["aaaa-bbbb"]) == 0
    assert await retry(settings, ["AAAA-BBBB"]) == 1
    capsys.readouterr()
    await show_parked(settings)
    assert "AAAA-BBBB" not in capsys.readouterr().out


async def test_check_ends_with_what_is_to_be_done(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    async with running_sandbox() as client:
        asked = settings.model_copy(update={"api_url": client.url, "bot_token": SecretStr(client.token)})
        assert await check_everything(asked, {}) == 1
        assert capsys.readouterr().out.splitlines()[-1].endswith("to be done.")
        async with open_foundation(asked) as ground:
            seed = SeedCommunity(uow=ground.uow, clock=ground.clock, ids=ground.ids, secrets=ground.secrets)
            await seed(read_community(), chats_of(await client.world()))

        assert await check_everything(asked, {}) == 0

    printed = capsys.readouterr().out
    assert "✗" not in printed
    assert "✓ 幸福社区·接待台" in printed
