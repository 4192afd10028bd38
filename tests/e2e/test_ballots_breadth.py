"""Every button of the ballot door, every state of a ballot and every refusal that can be brought about, once each."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from tests.e2e import ballots
from tests.e2e.ballots import WU, Committee, codes, entry, grades, loads, local, moved_in, opens, shows_who
from tests.e2e.house import House, open_house
from tests.e2e.people import newcomer, said
from tests.e2e.walker import Walker, walks_in
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
ANNUAL = "年度居委会民主测评"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def li(house: House) -> Walker:
    return await moved_in(house, "resident-li")


async def test_every_choice_leads_somewhere(house: House, li: Walker) -> None:
    await li.walk(ballots.WALK)
    await shows_who(li)
    await opens(li, ANNUAL)
    await li.walk(ballots.FILLING)
    await opens(li, ANNUAL)
    await li.walk("ballot.start debrief.go grade.* grade.before grade.later")
    await opens(li, ANNUAL)
    await li.walk("ballot.start")
    await grades(li, "好", 4)
    await li.walk("debrief.go")
    await grades(li, "弃权", 5)
    await li.walk(ballots.LOOKING)
    await opens(li, ANNUAL)
    await li.walk("ballot.start review.change change.of-0")
    await grades(li, "差", 5)
    await li.walk("review.later")


async def test_a_paper_whose_key_is_lost_begins_anew(house: House, li: Walker) -> None:
    await opens(li, ANNUAL)
    await li.walk("ballot.start review.change")
    for file in (house.folder / "data" / "vote-keys").rglob("*"):
        if file.is_file():
            file.unlink()
    await li.walk("change.back\n? 还有 10 个没选\nreview.rest debrief.go")
    await grades(li, "好", 1)


async def test_numbers_that_prove_nothing(house: House, li: Walker) -> None:
    twins = {"units": [], "roster": [{"unit": "幸福社区", "name": n, "phone": "13900000001"} for n in ("甲", "乙")]}
    file = house.folder / "twins.json"
    file.write_text(json.dumps(twins), encoding="utf-8")
    await house.command("seed", str(file))
    walker = await walks_in(await newcomer(house, "陌生人"))
    await walker.start("u_XINGFU")
    await walker.walk("language.zh-cn privacy.yes abroad.yes\n> /vote\nlist.verify")
    for number, wanted in (
        ("+8613700000000", "名册上没有这个手机号"),
        ("+8613900000001", "几位用这个手机号"),
        ("+8613800001002", "另一个账号"),
    ):
        sent = await house.box.contact(walker.ref, phone_number=number)
        walker.seen = sent["message_id"]
        await walker.look(wanted)
    await house.box.contact(walker.ref, of="resident-wang")
    await walker.look("您自己的手机号")


async def test_what_is_approved_has_been_read_and_a_motion_is_made_known(house: House, li: Walker) -> None:
    now, committee = datetime.now(UTC), Committee(house)
    motion = {"kind": "motion", "meeting": "residents", "text": "说明", "voters": "", "subjects": ""}
    two = "{key: one, name: 一组, kind: body, debrief: 甲事}, {key: two, name: 二组, kind: body, file: report.txt}"
    await loads(
        house,
        entry("known", local(now, 11), local(now, 30), **motion),
        entry("read", local(now, 11), local(now, 30), subjects=f"[{two}]"),
    )
    ballot = await committee.ballot_id("read")
    await committee.press("read", "草稿")
    await committee.press("提交审批", "等两人审批")
    await committee.press("看内容", "（1/2）")
    await committee.press("下一项", "（2/2）")
    await committee.press("看文件")
    await house.box.wait_message(committee.chat, lambda m: "document" in m)
    await committee.press("返回", "等两人审批")
    assert "改过了" in await committee.forge(f"l1:bap:{ballot}:1")
    await committee.press("我批准", "（1/2）")
    await committee.press("我批准", "等开始", ref=WU)
    await committee.approved("known")
    told = await house.box.wait_message(li.ref, lambda m: "known" in said(m) and "开始表决" in said(m))
    show = next(code for text, code in zip(buttons(told), codes(told), strict=True) if "打开看看" in text)
    await house.box.press(li.ref, told, data=show, wait_ms=8_000)
    await li.walk("ballot.read\n? 说明\nread.back\n? 居民会议表决\nballot.back")
    await opens(li, "read")
    await li.walk("ballot.read read.next read.file read.back")
    for name in ("known", "read"):
        await committee.cancels(name, two=True)


async def test_every_state_of_a_ballot_and_what_it_refuses(house: House, li: Walker) -> None:
    now, committee = datetime.now(UTC), Committee(house)
    soon, end = local(now, 1), local(now, 20)
    motion = {"kind": "motion", "meeting": "residents", "text": "说明", "voters": "", "subjects": ""}
    cancelled = ("draft-one", "proposed-one", "approved-one", "open-one")
    await loads(
        house,
        *(entry(name, soon, end) for name in (*cancelled, "few")),
        entry("late", soon, local(now, 2)),
        entry("notice", soon, end, **motion),
    )
    draft = await committee.ballot_id("draft-one")
    assert "先提交审批" in await committee.forge(f"l1:bap:{draft}:1")
    assert "没有找到这次投票" in await committee.forge("l1:blt:nobody:0")
    await committee.press("notice", "草稿")
    assert "提前 10 天" in await committee.press("提交审批")
    await committee.lists()
    await committee.press("proposed-one", "草稿")
    await committee.press("提交审批", "等两人审批")
    await committee.press("全部", "测评和投票")
    for name in ("draft-one", "proposed-one"):
        await committee.cancels(name)
    assert "已经取消了" in await committee.forge(f"l1:bap:{draft}:1")
    approved, opened, few = [await committee.approved(name) for name in ("approved-one", "open-one", "few")]
    assert "名单已定" in await committee.forge(f"l1:bap:{approved}:1")
    await committee.cancels("approved-one", two=True)

    await house.move_time(days=3)
    await house.box.wait_message(li.ref, lambda m: "few" in said(m) and "开始投票" in said(m))
    assert "已经开始投票" in await committee.forge(f"l1:bap:{opened}:1")
    await committee.lists()
    await committee.press("late", "草稿")
    assert "截止时间已经过了" in await committee.press("提交审批")
    await committee.cancels("open-one", two=True)
    await house.box.wait_message(li.ref, lambda m: "open-one" in said(m) and "已经销毁" in said(m))
    await opens(li, "few")
    await li.walk("ballot.start debrief.file debrief.go")
    await grades(li, "满意", 1)
    await li.walk("review.*\n? 已经投进票箱")

    await house.move_time(days=18)
    ended = await house.box.wait_message(li.ref, lambda m: "few" in said(m) and "不到 5 个" in said(m))
    assert "不能再改" in await committee.forge(f"l1:bcn:{few}.y:1")
    assert "不能再改" in await committee.forge(f"l1:bcn:{await committee.ballot_id(ANNUAL)}.y:1")
    show = next(code for text, code in zip(buttons(ended), codes(ended), strict=True) if "打开看看" in text)
    await house.box.press(li.ref, ended, data=show, wait_ms=8_000)
    await li.walk("result.back")
    await opens(li, ANNUAL)
    await li.walk("result.read read.back result.of-0 result.whole result.of-1 result.menu")
    assert "few" in await house.command("ballot", "list")
    await house.command("ballot", "show", "few")
    await house.command("ballot", "export", "few", expect=1)
    await house.command("ballot", "cancel", "notice")
    await house.command("ballot", "show", "nothing", expect=1)
