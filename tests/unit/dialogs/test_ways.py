"""From every page the words for back, for the menu and for leaving lead where they say."""

from typing import Any

import pytest

from core.petitions.model import Kind
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

MENU = "为您服务"
CODE = "ABCD-EFGH-JKLM"
WRITTEN = ["/petition", "1", "灯坏了", "写完了", "3号楼"]
PAGES: list[tuple[list[str], str]] = [
    (["/start"], MENU),
    (["/help"], MENU),
    (["/language"], MENU),
    (["/petition"], MENU),
    (["/petition", "1"], "哪一类"),
    (["/petition", "1", "灯坏了"], "哪一类"),
    (["/petition", "1", "灯坏了", "重新写"], "已记下"),
    (["/petition", "1", "灯坏了", "写完了"], "已记下"),
    (["/petition", "2", "种树", "写完了", "北门"], "什么地方"),
    (WRITTEN, "什么地方"),
    ([*WRITTEN, "不要了"], "请看一遍"),
    (["墙裂了"], MENU),
    (["墙裂了", "不要了"], "要怎么办"),
    (["/cases"], MENU),
    (["/cases", "1"], "1 件事"),
    (["/cases", "1", "我要补充"], "经过"),
    (["/cases", "1", "撤回"], "经过"),
    (["/cases", "用查询码看匿名的建议"], MENU),
    ([CODE], MENU),
    ([CODE, "我要补充"], "种几棵树"),
    ([CODE, "撤回"], "种几棵树"),
]


async def everything(rig: DialogRig) -> dict[str, Any]:
    """What the staff have and what waits."""
    return {"messages": dict(rig.core.tables.messages), "petitions": dict(rig.core.tables.petitions)}


@pytest.fixture
async def there(rig: DialogRig, wang: Person) -> Person:
    await rig.core.use.submit(rig.core.wang, a_draft())
    code = {"kind": Kind.SUGGESTION, "anonymous": True, "code": CODE, "parts": ["种几棵树"]}
    await rig.core.use.submit(rig.core.wang, a_draft(**code))
    return wang


@pytest.mark.parametrize(("way", "before"), PAGES, ids=[" ".join(way) for way, _ in PAGES])
@pytest.mark.parametrize("typed", ["返回", "back"])
async def test_back_leads_back(rig: DialogRig, there: Person, way: list[str], before: str, typed: str) -> None:
    for words in way:
        await there.says(words)
    kept, draft = await everything(rig), there.draft

    await there.says(typed)

    assert before in there.shown
    assert "没看懂" not in there.shown
    assert await everything(rig) == kept
    assert there.draft == draft


@pytest.mark.parametrize(("way", "before"), PAGES, ids=[" ".join(way) for way, _ in PAGES])
@pytest.mark.parametrize("typed", ["主菜单", "menu"])
async def test_the_menu_can_be_had_from_everywhere(
    rig: DialogRig, there: Person, way: list[str], before: str, typed: str
) -> None:
    assert before
    for words in way:
        await there.says(words)
    kept, draft = await everything(rig), there.draft

    await there.says(typed)

    assert MENU in there.shown
    assert await everything(rig) == kept
    assert there.draft == draft


@pytest.mark.parametrize("way", [[CODE], [CODE, "我要补充"], [CODE, "撤回"]])
@pytest.mark.parametrize("typed", ["离开", "退出", "leave"])
async def test_leaving_forgets_the_code(rig: DialogRig, there: Person, way: list[str], typed: str) -> None:
    for words in way:
        await there.says(words)

    await there.says(typed)

    assert rig.core.use.codes.code_of(there.telegram_id) is None
    assert not rig.core.tables.messages


async def test_the_preview_can_be_left_for_later(there: Person) -> None:
    for words in WRITTEN:
        await there.says(words)
    labels = [label.partition(". ")[2] for label in there.labels]
    assert labels.index("先存着，回主菜单") == labels.index("🗑 不要了") - 1

    await there.presses("先存着")

    assert MENU in there.shown
    assert there.draft is not None


@pytest.mark.parametrize("typed", ["写完了", "下一步", "done", "没有了"])
@pytest.mark.parametrize("way", [["/petition"], ["/petition", "1"], WRITTEN, [*WRITTEN, "不要了"]])
async def test_that_one_has_finished_is_no_part_of_the_petition(there: Person, way: list[str], typed: str) -> None:
    for words in way:
        await there.says(words)
    before = there.draft

    await there.says(typed)

    assert "没看懂" in there.shown
    assert there.draft == before


async def test_a_draft_that_lacks_something_can_be_gone_on_with_or_left(rig: DialogRig, there: Person) -> None:
    for words in WRITTEN:
        await there.says(words)
    await rig.core.use.drafts.delete(there.telegram_id)
    await there.says("写完了")
    assert "还差一点" in there.shown
    await there.says("返回")
    assert "哪一类" in there.shown
    assert there.draft is None or there.draft.empty


async def test_back_from_the_privacy_screen_leads_to_the_languages(rig: DialogRig) -> None:
    person = rig.person()
    for words in ("/start", "1", "返回"):
        await person.says(words)

    assert "请选择语言" in person.shown
