"""Voting on PostgreSQL while the program is killed: nothing pressed is lost, and nobody's vote counts twice."""

from pathlib import Path

import pytest

from tests.e2e.ballots import codes, grades, moved_in, opens, receipt_of, shows_who
from tests.e2e.house import open_house
from tests.e2e.people import said
from tests.postgres_server import Server
from tests.sandbox_client import buttons

pytestmark = pytest.mark.e2e
ANNUAL = "年度居委会民主测评"


async def test_killed_while_choosing_and_while_casting(tmp_path: Path, postgres: Server) -> None:
    with postgres.database() as url:
        async with open_house(tmp_path, database=url, measured=False) as house:
            wang = await moved_in(house, "resident-wang")
            await shows_who(wang)
            await opens(wang, ANNUAL)
            await wang.walk("ballot.start debrief.go")
            await grades(wang, "较好", 3)
            await house.kill()
            await house.start()
            await opens(wang, ANNUAL)
            await wang.walk("ballot.start")  # the three are kept: the fourth question is asked
            assert "绩（做成的事）" in said(await wang.look("✓ 勤"))
            await grades(wang, "较好", 2)
            await wang.walk("debrief.go")
            await grades(wang, "优秀", 5)
            before = await receipt_of(wang)
            review = await wang.look("回执码")
            code = next(c for text, c in zip(buttons(review), codes(review), strict=True) if "确定投出" in text)
            for _ in range(3):
                await house.box.press(wang.ref, review, data=code)
            await house.kill()
            await house.start()
            await house.box.idle()
            await opens(wang, ANNUAL)
            shown = said(await wang.look(ANNUAL))
            if "已经投过票了" not in shown:  # it was killed before the vote was in: then nothing of it is
                assert "已投 7 票" in shown
                await wang.walk("ballot.start")
                assert await receipt_of(wang) == before
                await wang.walk("review.*\n? 已经投进票箱")
            await house.move_time(days=8)
            told = await house.box.wait_message(wang.ref, lambda m: "photo" in m and ANNUAL in said(m))
            assert "已投 8 票，应投 12 票（66.7%）" in said(told)
            exported = house.folder / "annual.json"
            exported.write_text(await house.command("ballot", "export", "annual-2026"), encoding="utf-8")
            assert "✓" in await house.command("ballot", "verify", str(exported), "--receipt", before)
            assert await house.stop() == 0, house.log
            assert "parked" not in house.log
            assert before not in house.log
