"""`linli setup` as a volunteer goes through it: from an empty folder to the first petition answered."""

import asyncio
import os
import re
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.e2e.desk import Staff
from tests.e2e.house import LINLI, House, traced
from tests.e2e.people import consented, files_a_petition, newcomer
from tests.e2e.volunteer import Volunteer, at_a_terminal
from tests.sandbox_client import Json, SandboxClient, running_sandbox

pytestmark = pytest.mark.e2e

WRONG = "7000000001:" + "x" * 35
ALL = {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True}
DESK = "幸福社区·接待台"


@asynccontextmanager
async def an_empty_folder(folder: Path, language: str, *, measured: bool) -> AsyncIterator[House]:
    """Telegram with nobody in it, and a folder with nothing in it."""
    async with running_sandbox(world="empty", measured=measured) as box:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": language,
            "LINLI_API_URL": box.url,
            **traced(),
            **{key: value for key, value in os.environ.items() if measured and key.startswith("COVERAGE_")},
        }
        yield House(box, folder, environment)


async def _group(box: SandboxClient, **how: object) -> tuple[int, Json]:
    owner = (await box.add_user("刘敏", language_code="zh-hans"))["id"]
    return owner, await box.add_chat(DESK, [owner], bot="none", is_forum=True, **how)


async def _follow_link(box: SandboxClient, owner: int, chat: Json, code: str, rights: dict[str, bool] | None) -> None:
    """What Telegram's apps do with a link that adds a bot: add it, with these rights, and say /start in the group."""
    await box.add_bot(owner, chat["id"])
    if rights is not None:
        await box.promote(owner, chat["id"], "bot", rights)
    name = (await box.world())["bot"]["username"]
    await box.text(owner, f"/start@{name} {code}", chat=chat["id"])


def _widest(screen: str) -> int:
    wide = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]")
    lines = [line for line in screen.splitlines() if "https://" not in line]
    return max(len(line) + len(wide.findall(line)) for line in lines)


async def _as_far_as_the_community(volunteer: Volunteer, token: str) -> None:
    await volunteer.answers("3  English", "")
    await volunteer.reads("https://t.me/BotFather")
    await volunteer.types("什么？")
    await volunteer.answers("这不像令牌", WRONG)
    await volunteer.answers("Telegram 不认这个令牌", f"  {token} ")
    await volunteer.reads("✓ 机器人")
    await volunteer.reads("社区叫什么名字？")
    await volunteer.reads("> ")


async def _group_with_a_right_missing(volunteer: Volunteer, box: SandboxClient) -> int:
    """The third step; returns the owner of the group."""
    link = await volunteer.reads("我在这里等")
    code = re.search(r"startgroup=(bind_\S+?)&admin=manage_topics\+delete_messages\+pin_messages", link)
    assert code, link
    assert "█" in link
    owner, chat = await _group(box)
    await _follow_link(box, owner, chat, "bind_AAAA-ZZZZ", {**ALL, "can_pin_messages": False})
    await box.wait_message(chat["id"], "还不能绑定")
    await box.text(owner, f"/start {code[1]}", chat=chat["id"])
    lacking = await volunteer.reads("请在群设置 →")
    assert "还缺：置顶消息。" in lacking
    await box.promote(owner, chat["id"], "bot", ALL)
    await volunteer.reads("✓ 群“幸福社区·接待台”就是幸福社区的工作群：接待。")
    await box.wait_message(chat["id"], "已绑定到")
    await box.text(owner, "/bind AAAA-ZZZZ", chat=chat["id"])
    await box.wait_message(chat["id"], "绑定码不对")
    return owner


async def test_a_volunteer_in_chinese(tmp_path: Path) -> None:
    async with an_empty_folder(tmp_path, "zh_CN.UTF-8", measured=True) as house:
        box, token = house.box, house.box.token
        async with at_a_terminal(tmp_path, house.environment) as first:
            await _as_far_as_the_community(first, token)
            await first.interrupts("再运行 linli setup 就接着来")
            assert await first.ends() == 130

        async with at_a_terminal(tmp_path, house.environment) as second:
            await second.answers("3  English", "")
            await second.answers("社区叫什么名字？", "幸福社区")
            await second.answers("幸福社区的值班电话？", "在服务大厅")
            await second.answers("这不像电话号码", "010-5550-0008")
            await second.reads("居民的事会送到这个群里")
            owner = await _group_with_a_right_missing(second, box)
            await second.reads("还要别的工作群吗？")
            await second.reads("运维：给照看机器人的人")
            await second.types("")
            poster = re.search(r"start=(u_\S+)", await second.reads("━━ 检查"))
            assert poster
            await second.reads("一切正常。")
            await second.reads("居民现在就可以写了")

            resident = await newcomer(house, "王秀英")
            await resident.start(poster[1])
            for typed in ("1", "1", "1"):
                await resident.write(typed)
            number = await files_a_petition(resident, "楼道灯坏了")
            staff = Staff(house, owner, number, chat=(await box.world())["chats"][-1]["id"])
            await staff.card("楼道灯坏了")
            await staff.write("明天来修")
            await resident.look("明天来修")
            await second.interrupts("以后启动机器人：linli run")
            assert await second.ends() == 0

        before = (tmp_path / "linli.toml").read_bytes()
        async with at_a_terminal(tmp_path, house.environment) as third:
            await third.answers("3  English", "3")
            tree = await third.reads("Another staff group?")
            assert "幸福社区 (community)" in tree
            assert f'✓ The group "{DESK}" serves 幸福社区: desk.' in tree
            await third.interrupts("What was done is kept")
            assert await third.ends() == 130

        assert (tmp_path / "linli.toml").read_bytes() == before
        assert stat.S_IMODE((tmp_path / "linli.toml").stat().st_mode) == 0o600
        for volunteer in (first, second, third):
            assert token not in volunteer.screen
            assert WRONG not in volunteer.screen
            assert "Traceback" not in volunteer.screen
            assert _widest(volunteer.screen) <= 80, volunteer.screen
        assert second.screen[: second.screen.index("startgroup")].count("> ") <= 6
        assert token not in (tmp_path / "var" / "setup.log").read_text(encoding="utf-8")


async def test_a_volunteer_in_english_by_a_pipe(tmp_path: Path) -> None:
    async with an_empty_folder(tmp_path, "en_US.UTF-8", measured=False) as house:
        box = house.box
        process = await asyncio.create_subprocess_exec(
            str(LINLI),
            "setup",
            "--language=en",
            env=house.environment,
            cwd=tmp_path,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{box.token}\nHarmony Community\n\n1\n".encode())
        process.stdin.write_eof()
        printed = (await process.stdout.readuntil(b"Waiting here for the group")).decode()
        code = re.search(r"/bind (\S+)", printed)
        assert code
        assert "\x1b" not in printed
        owner, chat = await _group(box)
        await box.add_bot(owner, chat["id"])
        await box.promote(owner, chat["id"], "bot", ALL)
        await box.text(owner, f"/bind {code[1]}", chat=chat["id"])
        rest = (await process.stdout.read()).decode()
        assert await process.wait() == 0, rest
        assert f'✓ The group "{DESK}" serves Harmony Community: desk.' in rest
        assert "All is well." in rest
        assert box.token not in printed + rest
        assert "LINLI_API_URL" in rest

        await house.start()
        try:
            resident = await consented(house, "Emma", "en")
            number = await files_a_petition(resident, "The light is broken")
            staff = Staff(house, owner, number, chat=chat["id"])
            await staff.card("The light is broken")
            await staff.write("We come tomorrow")
            await resident.look("We come tomorrow")
        finally:
            assert await house.stop() == 0, house.log
