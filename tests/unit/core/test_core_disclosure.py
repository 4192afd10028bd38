"""A desk writes, others review: who may do what, and what everybody is told."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.disclosure.app import WORDS
from core.disclosure.model import (
    MAX_PARTS,
    MAX_TEXT,
    Category,
    Span,
    State,
)
from core.disclosure.ports import Post, PostRole, Sheet
from core.disclosure.tables import Table
from core.disclosure.usecases.review import Look
from core.people.model import Level
from core.shared.errors import AppError, ConflictError, NotFoundError
from core.shared.ids import ItemId, MessageId, VersionId
from core.shared.marks import Marked
from core.shared.messages import Term
from tests.core_rig import CoreRig, staff_of
from tests.factories.cases import a_staff_chat, a_unit
from tests.news_rig import Paper, material

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


@pytest.fixture
def paper(rig: CoreRig) -> Paper:
    return Paper(rig)


async def refused(deed: Any) -> AppError:
    with pytest.raises(AppError) as found:
        await deed
    return found.value


# ---------------------------------------------------------------- writing
async def test_a_draft_is_begun_once_for_each_message(paper: Paper, rig: CoreRig) -> None:
    what = material("三季度收支", 901)
    first = await paper.use.begin(rig.liu, "tg:1:2", material=what)
    assert (await paper.use.begin(rig.liu, "tg:1:2", material=what)).version == first.version
    assert first.version.title == "三季度收支"
    assert await paper.use.see.linked(rig.desk.chat_id, MessageId(901)) == Post(first.version.id, PostRole.SOURCE)
    assert [item.id for item in rig.tables.items.values()] == [first.item.id]


async def test_only_a_desk_writes(paper: Paper) -> None:
    assert (await refused(paper.begins(who=paper.qian))).code == "news-at-desk"


async def test_another_desk_sees_no_draft(paper: Paper, rig: CoreRig) -> None:
    seen = await paper.begins()
    for deed in (
        paper.use.see(rig.stranger, seen.version.id),
        paper.use.drop(rig.stranger, seen.version.id),
        paper.use.send(rig.stranger, VersionId("nobody")),
    ):
        assert (await refused(deed)).code == "news-unknown"


async def test_answers_are_added_and_edits_put_in_their_place(paper: Paper, rig: CoreRig) -> None:
    rig.papers.tables["f1"] = table = Table((("a",),))
    seen = await paper.begins(material("一", 11))
    shown = await paper.use.add(rig.chen, seen.version.id, material("", 12, file="f1", name="收支.xlsx"))
    assert shown.version.tables == [table]
    again = await paper.use.add(rig.chen, seen.version.id, material("", 12, file="f1", name="收支.xlsx"))
    assert len(again.version.parts) == 2
    amended = await paper.use.amend(rig.liu, seen.version.id, material("改", 11))
    assert amended.version.words == Marked("改")
    assert amended.version.title == "一"
    assert (await refused(paper.use.add(rig.liu, seen.version.id, material("  ")))).code == "news-empty"


async def test_a_draft_begun_with_nothing_takes_its_title_from_what_comes(paper: Paper, rig: CoreRig) -> None:
    seen = await paper.use.begin(rig.liu, "tg:7", title="")
    assert (seen.version.empty, seen.version.title) == (True, "")
    assert (await paper.use.add(rig.liu, seen.version.id, material("来了"))).version.title == "来了"


async def test_too_much_is_refused(paper: Paper, rig: CoreRig) -> None:
    seen = await paper.begins()
    long = await refused(paper.use.add(rig.liu, seen.version.id, material("字" * MAX_TEXT)))
    assert long.code == "news-long"
    for _ in range(MAX_PARTS - 1):
        await paper.use.add(rig.liu, seen.version.id, material("x"))
    assert (await refused(paper.use.add(rig.liu, seen.version.id, material("x")))).code == "news-many-parts"


async def test_what_is_missing_is_named(paper: Paper, rig: CoreRig) -> None:
    seen = await paper.use.begin(rig.liu, "tg:8")
    version = seen.version.id
    for code, deed in (
        ("news-empty", paper.use.add(rig.liu, version, material("", file="f"))),
        ("news-no-title", paper.use.choose.call(rig.liu, version, "题")),
        ("news-no-category", paper.use.choose(rig.liu, version, category=Category.PARTY)),
        ("news-no-span", paper.use.choose(rig.liu, version, span=Span(2026))),
    ):
        assert (await refused(paper.use.send(rig.liu, version))).code == code
        await deed
    assert (await refused(paper.use.choose.call(rig.liu, version, " "))).code == "news-no-title"
    assert (await paper.use.send(rig.liu, version)).version.state is State.REVIEW
    assert (await paper.use.send(rig.liu, version)).version.round == 1


async def test_without_reviewers_it_is_said_what_to_do(rig: CoreRig) -> None:
    alone = Paper(rig, supervised=False, financed=False)
    version = await alone.drafts()
    error = await refused(alone.use.send(rig.liu, version))
    assert (error.code, error.args_for_text) == ("news-no-supervision", {"unit": rig.unit.name})
    whole = Paper(rig)
    version = await whole.sends(Category.FINANCE)
    del rig.tables.staff_chats[whole.finance.chat_id]
    assert (await refused(whole.use.publish(whole.qian, whole.look(version)))).code == "news-no-finance"
    assert (await refused(whole.use.send(rig.liu, await whole.drafts(Category.FINANCE)))).code == "news-no-finance"


async def test_a_dropped_draft_is_gone(paper: Paper, rig: CoreRig) -> None:
    version = (await paper.begins()).version.id
    for _ in range(2):
        assert (await paper.use.drop(rig.liu, version)).version.state is State.DROPPED
    assert (await refused(paper.use.add(rig.liu, version, material()))).code == "news-dropped"
    assert (await refused(paper.use.amend(rig.liu, version, material()))).code == "news-edited"
    assert rig.papers.taken == []


# ---------------------------------------------------------------- reviewing
async def test_what_the_supervisors_agree_to_is_published_with_a_number(paper: Paper, rig: CoreRig) -> None:
    version = await paper.sends(what=material("电梯 大修", file="f1"))
    assert paper.told(paper.supervision) == ["news-review-text", "no-text", "news-review"]
    item, published = await paper.use.publish(paper.qian, paper.look(version))
    assert (item.number, item.current, published.n) == ("GK-2026-0001", 1, 1)
    assert item.board_until == date(2026, 12, 8)
    assert paper.told(rig.desk) == ["news-published"]
    found, exactly = await paper.use.search([rig.unit.id], "大修")
    assert ([row.id for row in found], exactly) == ([item.id], True)
    assert (await paper.use.search([rig.unit.id], "大修 没有的"))[1] is False
    assert await paper.use.search([rig.unit.id], "？") == ([], False)
    letter = [*(chr(ord("a") + n) * 2 for n in range(WORDS - 1)), "大修"]
    assert (await paper.use.search([rig.unit.id], " ".join(letter)))[0] == [*found]
    assert (await paper.use.search([rig.unit.id], " ".join(["more", *letter]))) == ([], False)
    said = [row.action for row in rig.tables.audit]
    assert said == ["news.begun", "news.submitted", "news.published"]


async def test_money_is_looked_at_twice(paper: Paper, rig: CoreRig) -> None:
    version = await paper.sends(Category.FINANCE)
    seen = paper.look(version)
    _, passed = await paper.use.publish(paper.qian, seen)
    assert passed.state is State.FINANCE_REVIEW
    assert paper.told(rig.desk) == ["news-passed-on"]
    assert paper.told(paper.finance) == ["news-review-text", "news-review-finance"]
    assert (await refused(paper.use.publish(paper.wu, seen))).code == "news-finance-review"
    assert (await refused(paper.use.publish(paper.qian, paper.look(version)))).code == "news-unknown"
    again = staff_of(paper.finance, paper.qian.user_id)
    assert (await refused(paper.use.publish(again, paper.look(version)))).code == "news-agreed-before"
    _, published = await paper.use.publish(paper.zheng, paper.look(version))
    assert published.state is State.PUBLISHED


async def test_of_two_who_agree_at_once_one_does(paper: Paper, rig: CoreRig) -> None:
    look = paper.look(await paper.sends())
    await paper.use.publish(paper.qian, look)
    assert (await refused(paper.use.publish(paper.wu, look))).code == "news-published"
    assert rig.tables.news_counters == {2026: 1}


async def test_nobody_agrees_to_what_they_wrote(paper: Paper, rig: CoreRig) -> None:
    version = await paper.sends()
    liu = staff_of(paper.supervision, rig.liu.user_id)
    for deed in (
        paper.use.publish(liu, paper.look(version)),
        paper.use.reject(liu, paper.look(version), "不行"),
        paper.use.ask_reason(liu, paper.look(version), MessageId(1)),
    ):
        assert (await refused(deed)).code == "news-own"


async def test_who_reviews_elsewhere_decides_nothing_here(paper: Paper, rig: CoreRig) -> None:
    version = await paper.sends()
    assert isinstance(await refused(paper.use.publish(rig.stranger, paper.look(version))), NotFoundError)


async def test_what_is_sent_back_is_a_draft_again_and_older_cards_are_void(paper: Paper, rig: CoreRig) -> None:
    version = await paper.sends()
    old = paper.look(version)
    assert (await refused(paper.use.reject(paper.qian, old, " "))).code == "news-no-reason"
    asked = await paper.use.ask_reason(paper.qian, old, MessageId(77))
    assert asked.state is State.REVIEW
    post = await paper.use.see.linked(paper.supervision.chat_id, MessageId(77))
    assert post == Post(version, PostRole.REASON, "s.1")
    assert Look.parse(version, *_of(post)) == old
    await paper.use.reject(paper.qian, old, Term("news-reason-numbers"))
    assert paper.told(rig.desk) == ["news-rejected"]
    assert (await refused(paper.use.publish(paper.wu, old))).code == "news-draft"
    await paper.use.send(rig.liu, version)
    assert isinstance(await refused(paper.use.publish(paper.wu, old)), ConflictError)
    await paper.use.reject(paper.wu, paper.look(version), "字" * 999)
    spec = [item.spec for item in rig.items if item.chat_id == rig.desk.chat_id][-1]
    assert spec is not None
    assert len(str(spec.args["reason"])) == 500


def _of(post: Post | None) -> tuple[str, int]:
    assert post is not None
    stage, _, seen_round = post.detail.partition(".")
    return stage, int(seen_round)


def test_a_forged_review_is_unknown() -> None:
    with pytest.raises(NotFoundError):
        Look.parse("v", "x", 1)


# ---------------------------------------------------------------- correcting
async def test_a_correction_is_a_version_with_the_head_of_before(paper: Paper, rig: CoreRig) -> None:
    item = await paper.publishes(what=material("旧的"))
    rig.clock.move(timedelta(days=20))
    seen = await paper.begins(material("新的"), title="gk-2026-1")
    assert (seen.item.id, seen.version.title) == (item.id, "旧的")
    assert (await refused(paper.begins(title="GK-2026-0001"))).code == "news-being-corrected"
    head = await refused(paper.use.choose(rig.liu, seen.version.id, category=Category.PARTY))
    assert head.code == "news-head-stays"
    await paper.use.send(rig.liu, seen.version.id)
    again, published = await paper.use.publish(paper.qian, paper.look(seen.version.id))
    assert (again.number, again.current, published.n) == (item.number, 2, 2)
    assert again.board_until == date(2026, 12, 28)
    view = await paper.use.reader.view(item.id)
    assert [version.words.text for version in view.versions] == ["旧的", "新的"]
    assert [row.n for row in (await paper.use.search([rig.unit.id], "旧"))[0]] == [2]
    assert (await refused(paper.use.amend(rig.liu, seen.version.id, material()))).code == "news-edited-published"


async def test_only_what_is_there_and_ones_own_is_corrected(paper: Paper, rig: CoreRig) -> None:
    assert (await refused(paper.begins(title="GK-9"))).code == "news-unknown"
    item = await paper.publishes()
    assert (await refused(paper.begins(title=item.number or "", who=rig.stranger))).code == "news-unknown"
    assert (await paper.begins(title="2026")).version.title == "2026"


# ---------------------------------------------------------------- sheets
async def test_sheets_are_for_the_desk_that_published(paper: Paper, rig: CoreRig) -> None:
    item = await paper.publishes()
    print_sheet = paper.use.print_sheet
    assert await print_sheet.unit(rig.liu) == rig.unit
    assert (await print_sheet.item(rig.liu, item.id)).item == item
    draft = await paper.begins()
    for who, asked in ((rig.stranger, item.id), (rig.liu, draft.item.id), (rig.liu, ItemId("nobody"))):
        assert (await refused(print_sheet.item(who, asked))).code == "news-unknown"
    for _ in range(2):
        await print_sheet(rig.liu, Sheet(title="公开栏", link="https://t.me/x"), "XINGFU", "press1")
    sheets = [i.spec.media for i in rig.items if i.spec is not None and i.spec.key == "news-sheet-ready"]
    assert [media.name for media in sheets if media is not None] == ["XINGFU.pdf"]


async def test_a_groups_paper_is_reviewed_by_the_unit_above(paper: Paper, rig: CoreRig) -> None:
    below = a_unit(parent_id=rig.unit.id, level=Level.GROUP, name="三组")
    chat = a_staff_chat(below)
    rig.tables.units[below.id] = below
    rig.tables.staff_chats[chat.chat_id] = chat
    zhao = staff_of(chat, 7200, "赵组长")
    seen = await paper.begins(who=zhao)
    await paper.use.choose(zhao, seen.version.id, category=Category.PARTY, no_span=True)
    await paper.use.send(zhao, seen.version.id)
    assert "news-review" in paper.told(paper.supervision)
