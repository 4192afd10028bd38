"""What keeps a publication from going wrong: nobody's numbers by mistake, no writer as judge, and a way back."""

from typing import Any

import pytest

from core.disclosure.model import Category, State
from core.disclosure.tables import Table
from core.shared.errors import AppError, ConflictError
from tests.core_rig import CoreRig, staff_of
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


async def test_whoever_added_to_it_wrote_it_too(paper: Paper, rig: CoreRig) -> None:
    version = await paper.drafts()
    await paper.use.add(rig.chen, version, material("再加一句"))
    await paper.use.send(rig.liu, version)
    chen = staff_of(paper.supervision, rig.chen.user_id)
    assert (await refused(paper.use.publish(chen, paper.look(version)))).code == "news-own"
    await paper.use.publish(paper.qian, paper.look(version))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("王大爷 13800001234 收", True),
        ("电话 138 0000 1234", True),
        ("１３８００００１２３４", True),
        ("身份证 11010119900307123x", True),
        ("卡号 6222 0000 1234 5678 901", True),
        ("值班电话 0351-5550008，110", False),
        ("支出 1,380,000,123.40 元，合同号 2026-0003-0012", False),
        ("清洁费 19600 元", False),
    ],
)
async def test_whoever_publishes_a_number_of_somebody_is_asked_first(
    paper: Paper, rig: CoreRig, text: str, asks: bool
) -> None:
    version = await paper.drafts(what=material(text))
    seen = await paper.use.send(rig.liu, version)
    assert (seen.private, seen.version.state) == (asks, State.DRAFT if asks else State.REVIEW)
    assert (paper.told(paper.supervision) == []) is asks
    seen = await paper.use.send(rig.liu, version, sure=True)
    assert (seen.private, seen.version.state, seen.version.round) == (False, State.REVIEW, 1)
    card = [item.spec for item in rig.items if item.chat_id == paper.supervision.chat_id][-1]
    assert card is not None
    assert ("news-review-private" in [line.key for line in card.more]) is asks


async def test_numbers_in_tables_are_seen_too(paper: Paper, rig: CoreRig) -> None:
    table = Table.of([["姓名", "电话"], ["王", "13800001234"]])
    assert table is not None
    rig.papers.tables["f1"] = table
    version = await paper.drafts(what=material("名单", file="f1", name="a.xlsx"))
    assert (await paper.use.send(rig.liu, version)).private


async def test_the_desk_takes_back_what_nobody_has_decided(paper: Paper, rig: CoreRig) -> None:
    """Also where the group that was asked reviews no more: else it would wait for ever."""
    version = await paper.drafts(Category.FINANCE)
    assert (await refused(paper.use.take_back(rig.liu, version))).code == "news-draft"
    await paper.use.send(rig.liu, version)
    old = paper.look(version)
    for _ in range(2):
        assert (await paper.use.take_back(rig.liu, version)).version.state is State.DRAFT
    assert paper.told(paper.supervision)[-1] == "news-taken-back"
    assert paper.told(paper.supervision).count("news-taken-back") == 1
    assert (await refused(paper.use.publish(paper.qian, old))).code == "news-draft"
    await paper.use.add(rig.liu, version, material("改过的"))
    await paper.use.send(rig.liu, version)
    assert isinstance(await refused(paper.use.publish(paper.qian, old)), ConflictError)
    await paper.use.publish(paper.qian, paper.look(version))
    del rig.tables.staff_chats[paper.finance.chat_id]
    assert (await paper.use.take_back(rig.liu, version)).version.state is State.DRAFT


async def test_what_is_published_is_not_taken_back(paper: Paper, rig: CoreRig) -> None:
    version = await paper.sends()
    await paper.use.publish(paper.qian, paper.look(version))
    assert (await refused(paper.use.take_back(rig.liu, version))).code == "news-published"


async def test_a_file_that_hides_something_is_asked_about(paper: Paper, rig: CoreRig) -> None:
    table = Table.of([["姓名", "金额"], ["王", "5"]], hides=True)
    assert table is not None
    assert Table.from_json(table.to_json()) == table
    assert not Table.from_json({"rows": [["a"]], "cut": False}).hides  # written down by an earlier version
    rig.papers.tables["f1"] = table
    version = await paper.drafts(what=material("名单", file="f1", name="a.xlsx"))
    assert (await paper.use.send(rig.liu, version)).private
    assert not (await paper.use.send(rig.liu, version, sure=True)).private
    card = [item.spec for item in rig.items if item.chat_id == paper.supervision.chat_id][-1]
    assert card is not None
    assert "news-review-hides" in [line.key for line in card.more]
