"""The ballot door from end to end: residents' phones, the committee's group, the clock, and who looks into the file."""

import json
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from tests.e2e.ballots import WU, Committee, codes, grades, local, moved_in, opens, receipt_of, shows_who
from tests.e2e.house import House, open_house
from tests.e2e.people import said
from tests.e2e.walker import Walker
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

OWN = """
ballots:
  - name: police
    unit: 幸福社区
    kind: appraisal
    title: 社区工作者评议
    opens: {opens}
    closes: {closes}
    voters: [{{name: 居民}}]
    subjects:
      - {{key: staff, name: 接待台, kind: body, scale: satisfaction, dimensions: [diligence]}}
"""
ANNUAL, SHED = "年度居委会民主测评", "充电棚"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def wang(house: House) -> Walker:
    walker = await moved_in(house, "resident-wang")
    await shows_who(walker)
    return walker


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def receipts(wang: Walker) -> dict[str, str]:
    """The receipt of each vote cast here, which nobody else knows."""
    return {}


async def test_a_vote_is_cast_by_pressing_alone(house: House, wang: Walker, receipts: dict[str, str]) -> None:
    await opens(wang, ANNUAL)
    await wang.walk("ballot.start")
    await wang.look("修好 3 号楼电梯")
    await wang.walk("debrief.go")
    await wang.say("优秀", "打字不算票")
    await grades(wang, "较好", 5)
    await wang.walk("debrief.go")
    await grades(wang, "称职", 5)
    await wang.look("回执码")
    await wang.walk("review.change change.of-1")
    await grades(wang, "优秀", 5)
    receipts["annual-2026"] = await receipt_of(wang)
    review = await wang.look("德 优秀 · 能 优秀 · 勤 优秀 · 绩 优秀 · 廉 优秀")
    code = next(code for text, code in zip(buttons(review), codes(review), strict=True) if "确定投出" in text)
    for _ in range(3):
        await house.box.press(wang.ref, review, data=code)
    done = await wang.look("已经投进票箱")
    assert "已投 8 票，应投 12 票（66.7%）" in said(done)
    await opens(wang, SHED)
    await wang.walk("ballot.start debrief.go")
    await grades(wang, "同意", 1)
    receipts["charging-shed"] = await receipt_of(wang)
    await wang.walk("review.*\n? 已经投进票箱")


async def test_two_different_members_approve_what_a_file_says(house: House, wang: Walker) -> None:
    now = datetime.now(UTC)
    file = house.folder / "own.yaml"
    file.write_text(OWN.format(opens=local(now, 1), closes=local(now, 20)), encoding="utf-8")
    assert "12" in await house.command("ballot", "load", str(file), "--preview")
    await house.command("ballot", "load", str(file))
    committee = Committee(house)
    await committee.lists()
    await committee.press("社区工作者评议", "草稿")
    await committee.press("提交审批", "等两人审批")
    await committee.press("退回修改", "草稿")
    await committee.press("提交审批", "等两人审批")
    await committee.press("我批准", "钱监督（1/2）")
    assert "另一位" in await committee.press("我批准")
    await committee.press("我批准", "等开始", ref=WU)
    await committee.press("取消", "会销毁")
    await committee.press("不取消", "等开始")
    await wang.say("/vote")
    await house.box.wait_message(wang.ref, lambda m: any("社区工作者评议 · 还没开始" in b for b in buttons(m)))
    desk = await house.box.text("staff-liu", "/ballots", chat="desk-community")
    await house.box.wait_message("desk-community", "监督委员会的群", after=desk["message_id"])
    file.write_text(file.read_text(encoding="utf-8").replace("评议", "测评"), encoding="utf-8")
    await house.command("ballot", "load", str(file), expect=1)


async def test_everybody_votes_in_their_own_language(house: House) -> None:
    for ref, language, title, yes, done in (
        ("resident-smith", "en", SHED, "Yes", "Your vote is in the box"),
        ("resident-chen", "zh-tw", SHED, "同意", "已經投進票箱"),
    ):
        walker = await moved_in(house, ref, language)
        await shows_who(walker)
        await opens(walker, title)
        await walker.walk("ballot.start debrief.go")
        await grades(walker, yes, 1)
        await receipt_of(walker)
        await walker.walk("review.*")
        await walker.look(done)


async def test_the_close_counts_and_publishes_and_nothing_joins(
    house: House, wang: Walker, receipts: dict[str, str]
) -> None:
    await house.move_time(days=8)
    await house.box.wait_message(wang.ref, lambda m: "photo" in m and SHED in said(m))
    told = await house.box.wait_message(wang.ref, lambda m: "photo" in m and ANNUAL in said(m))
    assert "已投 8 票，应投 12 票（66.7%）" in said(told)
    await house.box.wait_message("supervision", lambda m: "photo" in m and ANNUAL in said(m))
    await opens(wang, SHED)
    result = await wang.look("通过。")
    assert "10 × 2 = 20 > 12 = 12 × 1，够了" in said(result)
    await wang.walk("result.chart result.lists")
    sent = await house.box.wait_message(wang.ref, lambda m: "document" in m)
    file = house.folder / "shed.json"
    file.write_bytes(await house.box.file(sent["document"]["file_id"]))
    printed = await house.command("ballot", "verify", str(file), "--receipt", receipts["charging-shed"])
    assert "✓" in printed
    assert "✗" not in printed
    (seal,) = re.findall(r"(?:[0-9A-F]{4}-){3}[0-9A-F]{4}", sent["caption"])
    assert seal in printed
    data = json.loads(file.read_text(encoding="utf-8"))
    data["choices"]["motion/decision"][0][2] = "no" if data["choices"]["motion/decision"][0][2] == "yes" else "yes"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert "✗" in await house.command("ballot", "verify", str(file), expect=1)
    await opens(wang, ANNUAL)
    await wang.walk("result.of-0 result.whole result.back")
    exported = await house.command("ballot", "export", "annual-2026", "--csv")
    (house.folder / "annual.csv").write_text(exported, encoding="utf-8")
    assert "✓" in await house.command(
        "ballot", "verify", str(house.folder / "annual.csv"), "--receipt", receipts["annual-2026"]
    )
    await house.stop()
    with closing(sqlite3.connect(house.folder / "linli.db")) as database:
        for table in ("ballot_box", "ballot_receipts", "ballot_drafts"):
            (left,) = database.execute(
                f"SELECT count(*) FROM {table} WHERE ballot_id NOT IN (SELECT id FROM ballots WHERE slug = 'police')"  # noqa: S608 - our own names
            ).fetchone()
            assert left == 0
        assert database.execute("SELECT count(*) FROM inbox WHERE payload IS NOT NULL").fetchone() == (0,)
    held = b"".join(each.read_bytes() for each in house.folder.glob("linli.db*"))
    logs = house.log.encode()
    for code in receipts.values():
        assert code.encode() not in held
        assert code.encode() not in logs
    assert not any(file.is_file() for file in (house.folder / "data" / "vote-keys").rglob("*"))
    await house.start()
