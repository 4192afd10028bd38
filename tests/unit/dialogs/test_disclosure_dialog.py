"""The board in private chats: reading, searching, links of sheets, and asking about an item."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.disclosure.model import Category, Part, Span
from core.disclosure.reading import PAGE
from core.shared.actions import Action, ActionCode
from core.shared.marks import Marked
from core.shared.messages import MediaRef
from tests.core_rig import words
from tests.dialog_rig import DialogRig, Person
from tests.door_rig import ROUTER
from tests.factories.news import later, publish
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit


@pytest.fixture
def uow(rig: DialogRig) -> InMemoryUnitOfWorkFactory:
    return InMemoryUnitOfWorkFactory(rig.core.database)


async def test_the_door_is_offered_once_something_is_behind_it(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    await wang.says("/start")
    assert not any("看公示" in label for label in wang.labels)
    await wang.says("/help")
    assert "/news" not in wang.shown
    await wang.says("/news")
    assert "还没有公示过什么" in wang.shown
    await publish(uow, rig.core.street)
    await wang.says("/start")
    await wang.presses("看公示")
    assert "幸福社区公开栏" in wang.shown
    await wang.says("/help")
    assert "/news" in wang.shown


async def test_lists_have_pages_and_say_what_was_corrected(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    items = [await publish(uow, rig.core.unit, at=later(n), span=Span(2026)) for n in range(7)]
    await publish(uow, rig.core.unit, at=later(9), item=items[6])
    await publish(uow, rig.core.unit, category=Category.PARTY)
    await wang.says("/news")
    await wang.presses("居务（7 项）")
    assert len([label for label in wang.labels if "通知" in label]) == 6
    assert "有更正" in wang.labels[0]
    await wang.presses("更早的")
    assert "第 2 页" in wang.shown
    await wang.presses("更新的")
    await wang.says("1")
    assert "更正以后的第 2 版" in wang.shown
    assert "公示到" in wang.shown


async def test_an_item_is_read_in_pages_and_goes_to_the_archive(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    item = await publish(uow, rig.core.unit, "一" * PAGE + "二")
    rig.core.clock.move(timedelta(days=20))
    await wang.says("/news GK-1")
    assert "第 1/2 页" in wang.shown
    assert "这是存档" in wang.shown
    await wang.presses("接着看")
    assert "二" in wang.shown
    await wang.presses("看前一页")
    assert item.number is not None
    assert item.number in wang.shown


async def test_files_are_sent_by_themselves(rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory) -> None:
    item = await publish(uow, rig.core.unit)
    (version,) = rig.core.tables.versions.values()
    part = Part(words=Marked("见附件"), file=MediaRef("document", file_id="f1"))
    rig.core.tables.versions[version.id] = replace(version, parts=(part,))
    await wang.says(f"/news {item.number}")
    await wang.presses("📎 #1")
    assert "sendDocument" in rig.session.called
    gone = [code for code in wang.buttons if "file-1" in code["callback_data"]]
    rig.core.tables.versions[version.id] = version
    await wang.forges(gone[0]["callback_data"])
    assert any("用不了" in answer for answer in rig.session.answers)


async def test_a_cry_for_help_on_the_board_is_no_mere_search() -> None:
    rig = DialogRig(route=ROUTER)
    await publish(InMemoryUnitOfWorkFactory(rig.core.database), rig.core.unit, "电梯", "维修")
    wang = rig.resident()
    await wang.says("/news")
    await wang.says("电梯")
    assert "120" not in wang.shown
    await wang.says("我不想活了")
    assert "急事请先打 110、119 或 120" in wang.shown


async def test_words_look_for_items_and_long_words_are_something_to_say(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    await publish(uow, rig.core.unit, "电梯", "维修")
    await wang.says("/news")
    await wang.says("电梯")
    assert "找到 1 项" in wang.shown
    await wang.says("电梯 停运")
    assert "对上一部分" in wang.shown
    await wang.says("垃圾")
    assert "没有找到" in wang.shown
    await wang.presses("写给社区")
    assert wang.words is not None
    assert wang.words.parts == ["垃圾"]
    await wang.says("/news 电梯")
    assert "找到 1 项" in wang.shown
    await wang.says("楼下的垃圾桶已经三天没有人来清理了，味道很大，老人孩子都不敢开窗，请你们派人来看看好不好，谢谢")
    assert wang.words is not None
    assert len(wang.words.parts) == 2


async def test_a_question_becomes_a_case_and_its_answer_stands_with_the_item(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    item = await publish(uow, rig.core.unit)
    await wang.says(f"/news {item.number}")
    await wang.presses("有疑问")
    assert "正式答复会显示" in wang.shown
    await wang.says("为什么要修？")
    await wang.presses("写完了")
    await wang.presses("不填")
    assert "问的是公示：GK-2026-0001 通知" in wang.shown
    await wang.presses("确认提交")
    (case,) = rig.core.tables.petitions.values()
    assert (case.about, case.about_name) == (item.id, "GK-2026-0001 通知")
    await rig.core.use.answer(rig.core.liu, case.id, words("到年限了"))
    await wang.says(case.number)
    assert "问的是公示：GK-2026-0001 通知" in wang.shown
    await wang.says(f"/news {item.number}")
    assert "有居民问过" in wang.shown
    await wang.presses("接着看")
    assert "到年限了" in wang.shown
    assert "为什么要修" not in wang.shown


async def test_what_is_being_written_is_not_thrown_away_for_a_question(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    item = await publish(uow, rig.core.unit)
    await wang.says("/petition")
    await wang.says("1")
    await wang.says("路灯坏了")
    await wang.says(f"/news {item.number}")
    await wang.presses("有疑问")
    assert "还有一件事没写完" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.about) == (["路灯坏了"], "")


async def test_old_versions_say_that_they_are_old(rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory) -> None:
    item = await publish(uow, rig.core.unit, "旧的")
    await publish(uow, rig.core.unit, "新的", item=item)
    await wang.says(f"/news {item.number}")
    await wang.presses("更正经过（2 版）")
    await wang.presses("第 1 版")
    assert "旧的" in wang.shown
    assert "请以现在的为准" in wang.shown
    assert not any("疑问" in label for label in wang.labels)
    await wang.presses("看现在的版本")
    assert "新的" in wang.shown


async def test_a_button_opens_an_item(rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory) -> None:
    item = await publish(uow, rig.core.unit, "正文")
    await wang.says("/start")
    window = wang.windows[-1]
    code = ActionCode(Action.SHOW_ITEM, item.id).pack()
    for _ in range(2):
        await wang.forges(code, window)
    assert "正文" in wang.shown
    await wang.forges(ActionCode(Action.SHOW_ITEM, "nobody").pack())
    assert "没有找到这项公示" in wang.shown


async def test_links_of_sheets_are_opened_at_once_by_whoever_agreed(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    item = await publish(uow, rig.core.unit, "正文")
    await wang.says(f"/start d_{item.number}")
    assert "正文" in wang.shown
    await wang.says("/start d_GK-2026-0099")
    assert "链接现在打不开" in wang.shown
    await wang.says(f"/start b_{rig.core.street.invite}")
    assert "平安街道公开栏" in wang.shown
    assert "还没有公示过什么" in wang.shown


async def test_newcomers_land_where_the_link_leads_and_belong_to_its_unit(
    rig: DialogRig, uow: InMemoryUnitOfWorkFactory
) -> None:
    item = await publish(uow, rig.core.street, "正文")
    person = rig.person()
    await person.says(f"/start d_{item.number}")
    assert "请选择语言" in person.shown
    for word in ("1", "1", "1"):
        await person.says(word)
    assert "正文" in person.shown
    resident = rig.core.tables.resident_of(person.telegram_id)
    assert resident is not None
    assert resident.unit_id == rig.core.street.id


async def test_words_written_before_come_first(rig: DialogRig, uow: InMemoryUnitOfWorkFactory) -> None:
    item = await publish(uow, rig.core.unit, "正文")
    person = rig.person()
    await person.says("路灯坏了")
    await person.says(f"/start d_{item.number}")
    for word in ("1", "1", "1"):
        await person.says(word)
    assert "路灯坏了" in person.shown


async def test_whoever_tries_link_after_link_is_told_to_wait(
    rig: DialogRig, wang: Person, uow: InMemoryUnitOfWorkFactory
) -> None:
    item = await publish(uow, rig.core.unit)
    for _ in range(30):
        await wang.says("/start b_WRONG")
    assert "试错的次数太多" in wang.shown
    await wang.says(f"/start d_{item.number}")
    assert "试错的次数太多" in wang.shown
