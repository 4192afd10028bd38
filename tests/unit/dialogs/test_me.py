"""`/me`: what is known of somebody; taken along, and erased after two questions."""

import re

import pytest

from core.petitions.model import Stage
from core.shared.ids import PetitionId
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


async def at_home() -> tuple[DialogRig, Person]:
    rig = DialogRig()
    person = rig.resident()
    return rig, person


async def case_of(rig: DialogRig) -> PetitionId:
    return await rig.core.submitted()


async def test_one_page_says_what_is_known() -> None:
    rig, wang = await at_home()
    await case_of(rig)
    await wang.says("/me")

    for part in ("王秀英", "幸福社区", "未核对", "简体中文", "1 件"):
        assert part in wang.shown
    await wang.says("/start")
    await wang.presses("更多")
    await wang.presses("我的资料")
    assert "王秀英" in wang.shown
    await wang.presses("改通知")
    assert "通知" in wang.shown
    await wang.says("/me")
    await wang.presses("改语言")
    assert "English" in " ".join(wang.labels)


async def test_the_data_is_sent_once_a_day() -> None:
    rig, wang = await at_home()
    await wang.says("/me")
    await wang.presses("发给我")
    assert "共 1 个文件" in wang.shown
    (row,) = [item for item in rig.core.items if item.dedupe.startswith("export:")]
    assert row.chat_id == wang.telegram_id
    assert row.purge_at_once
    await wang.presses("发给我")
    assert "今天已经发过" in wang.shown
    assert len([item for item in rig.core.items if item.dedupe.startswith("export:")]) == 1


async def test_erasing_is_asked_for_twice_and_says_first_what_stays() -> None:
    rig, wang = await at_home()
    case = await case_of(rig)
    await wang.says("/petition")
    await wang.says("/me")
    await wang.presses("删除我的资料")
    for part in ("马上删掉", "依法要留下", "Telegram", "找不出来", "正在调解的就到此结束"):
        assert part in wang.shown
    assert rig.core.case(case).resident_id == wang_id(rig)
    await wang.presses("继续")
    number = rig.core.case(case).number
    (code,) = re.findall(rf"{number} — (\S+)", wang.shown)
    assert rig.core.case(case).resident_id == wang_id(rig)
    await wang.presses("不删了")
    assert "这里有您的" in wang.shown
    await wang.presses("删除我的资料")
    await wang.presses("继续")
    (code,) = re.findall(rf"{number} — (\S+)", wang.shown)
    await wang.presses("确定删除")

    assert "都删好了" in wang.shown
    assert code in wang.shown
    assert rig.core.case(case).resident_id is None
    assert rig.core.case(case).open
    assert not [key for key in rig.core.tables.state if str(wang.telegram_id) in key]
    assert wang_id(rig) not in rig.core.tables.residents
    await wang.says("/cases")
    assert number not in wang.shown
    assert "语言" in wang.shown or "隐私" in wang.shown


async def test_the_code_opens_what_goes_on_without_a_name() -> None:
    rig, wang = await at_home()
    case = await case_of(rig)
    await wang.says("/me")
    await wang.presses("删除我的资料")
    await wang.presses("继续")
    (code,) = re.findall(r"XF-\S+ — (\S+)", wang.shown)
    await wang.presses("确定删除")
    zhao = Person(rig, rig.core.zhao.telegram_id)
    await zhao.says(code)

    assert "楼道灯坏了" in zhao.shown
    await rig.core.use.withdraw(rig.core.zhao, None, code=code)
    assert rig.core.case(case).stage is Stage.WITHDRAWN


async def test_what_was_filed_meanwhile_gets_its_code_before_anything_goes() -> None:
    rig, wang = await at_home()
    await wang.says("/me")
    await wang.presses("删除我的资料")
    await wang.presses("继续")
    assert " — " not in wang.shown
    case = await case_of(rig)
    await wang.presses("确定删除")

    assert "重新抄" in wang.shown
    assert rig.core.case(case).number in wang.shown
    assert rig.core.case(case).resident_id is not None
    await wang.presses("确定删除")
    assert rig.core.case(case).resident_id is None


def wang_id(rig: DialogRig) -> str:
    return rig.core.wang.resident_id
