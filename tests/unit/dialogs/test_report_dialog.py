"""Reporting and reviewing in private chats, over the production dispatcher."""

import pytest

from core.reports.model import ReportState
from core.routing.model import Decision, Intent, Route
from tests.dialog_rig import DialogRig, Person
from tests.report_rig import ReportRig

pytestmark = pytest.mark.unit


async def led_to_reports(_text: str, _today: object) -> Route:
    return Route(decision=Decision.ACT, intent=Intent.REPORT, score=1.0)


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig(route=led_to_reports)


@pytest.fixture
def stage(rig: DialogRig) -> ReportRig:
    return ReportRig(core=rig.core)


def account(rig: DialogRig, stage: ReportRig, name: str) -> Person:
    return Person(rig, stage.actors[name].telegram_id)


async def writes(person: Person, *accused: str, text: str = "他拿了钱", name: str = "不留名") -> None:
    await person.says("/report")
    await person.presses(f". {name}")
    await person.says(text)
    await person.presses("写完了")
    for each in accused:
        await person.presses(each)
    await person.presses("写完了")


def code_in(text: str) -> str:
    return text.partition("查询码：<b>")[2][:14]


async def test_a_report_without_a_name_from_the_first_screen_to_its_code(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await writes(wang, "刘敏")
    assert "举报的是：刘敏" in wang.shown
    code = code_in(wang.shown)
    await wang.presses("确认提交")
    assert code in wang.shown
    (report,) = rig.core.tables.reports.values()
    assert report.number in wang.shown
    assert rig.core.tables.petitions == {}
    kept = repr(rig.core.tables.state) + repr(rig.core.tables.outbox)
    assert "他拿了钱" not in kept
    assert "sealed:" not in kept
    assert str(wang.telegram_id) not in repr(rig.core.tables.outbox)
    await wang.says("/menu")
    await wang.says(code)
    assert f"举报 <b>{report.number}</b>" in wang.shown
    await wang.says("还有一件事")
    assert "还有一件事" in wang.shown


async def test_free_text_about_staff_is_led_here_and_can_be_taken_back(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await wang.says("我要举报刘敏收红包")
    assert "不会发到任何群里" in wang.shown
    assert wang.words is None
    assert "收红包" not in repr(rig.core.tables.state)
    await wang.presses("不是这个意思")
    assert wang.words is not None
    await wang.presses("不要了")
    await wang.presses("确定不要了")
    await wang.says("我要举报刘敏收红包")
    await wang.presses(". 不留名")
    await wang.presses("写完了")
    await wang.presses("刘敏")
    await wang.presses("写完了")
    assert "收红包" in wang.shown
    assert rig.core.tables.petitions == {}


async def test_a_petition_about_staff_can_become_a_report(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await wang.says("/petition")
    await wang.presses("投诉请求")
    await wang.says("主任态度差")
    await wang.presses("返回")
    await wang.presses("举报工作人员")
    assert wang.draft is None
    await wang.presses("接着写")
    assert "主任态度差" in wang.shown


async def test_names_in_the_words_are_asked_about_and_denied_ones_may_read_it(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await writes(wang, "刘敏", text="刘敏给了钱监督和吴监督红包")
    assert "您举报的就是<b>吴监督</b>吗" in wang.shown
    await wang.presses("是，就是这个人")
    assert "您举报的就是<b>钱监督</b>吗" in wang.shown
    await wang.presses("不是，举报的不是")
    assert "举报的是：刘敏, 吴监督" in wang.shown
    await wang.presses("确认提交")
    (report,) = rig.core.tables.reports
    assert stage.drawn(report) == {"qian", "sun"}


async def test_somebody_on_no_roster_is_written_down(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await wang.says("/report")
    await wang.presses(". 留名")
    await wang.says("他拿了钱")
    await wang.presses("写完了")
    await wang.says("监督委员")
    assert not any("刘敏" in label for label in wang.labels)
    await wang.says("外地来的老板")
    assert "外地来的老板" in wang.shown
    await wang.presses("写完了")
    assert "王秀英" in wang.shown
    await wang.presses("不要了")
    await wang.presses("返回")
    await wang.presses("确认提交")
    await wang.says("/report")
    await wang.presses("看我留名的举报")
    await wang.presses("JB-")
    assert "他拿了钱" in wang.shown


async def test_whoever_is_meant_sees_what_everybody_sees(rig: DialogRig, stage: ReportRig) -> None:
    await writes(rig.resident(), "钱监督")
    await rig.resident().presses("确认提交")
    (report,) = rig.core.tables.reports.values()
    shown = set()
    for name in ("qian", "liu", "shi"):
        person = account(rig, stage, name)
        await person.says(f"/start j_{report.number.replace('-', '_')}")
        shown.add(person.shown.partition("<b>")[0])
    nobody = account(rig, stage, "wu")
    await nobody.says("/start j_JB_999999")
    shown.add(nobody.shown.partition("<b>")[0])
    assert len(shown) == 1
    assert "打不开" in shown.pop()
    assert rig.core.tables.openings == []


async def test_a_reviewer_reads_after_a_warning_and_answers(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await writes(wang, "钱监督")
    code = code_in(wang.shown)
    await wang.presses("确认提交")
    (report,) = rig.core.tables.reports.values()
    wu = account(rig, stage, "wu")
    await wu.says(f"/start j_{report.number.replace('-', '_')}")
    assert "泄露" in wu.shown
    assert "他拿了钱" not in wu.shown
    assert rig.core.tables.openings == []
    await wu.presses("打开看")
    assert "他拿了钱" in wu.shown
    assert "不留名" in wu.shown
    assert len(rig.core.tables.openings) == 1
    await wu.presses("我来查")
    await wu.presses("记一笔")
    await wu.says("先查账")
    await wu.presses("请举报人补充")
    await wu.says("哪一天？")
    await wang.says(code)
    assert "哪一天？" in wang.shown
    assert "先查账" not in wang.shown
    assert "吴监督" not in wang.shown
    await wang.says("上周二")
    await wu.presses("全文")
    await wu.presses("答复")
    await wu.says("已经处理")
    await wu.presses("办结")
    await wu.presses("确定")
    assert rig.core.tables.reports[report.id].state is ReportState.CLOSED
    await wu.presses("主菜单")
    assert not any("他拿了钱" in window["text"] for window in wu.windows[-1:])


async def test_what_a_reviewer_sees_cannot_be_forwarded(rig: DialogRig, stage: ReportRig) -> None:
    await writes(rig.resident(), "钱监督")
    await rig.resident().presses("确认提交")
    (report,) = rig.core.tables.reports.values()
    wu = account(rig, stage, "wu")
    await wu.says(f"/start j_{report.number.replace('-', '_')}")
    await wu.presses("打开看")
    await wu.presses("全文")

    protected = [w for w in wu.windows if "他拿了钱" in w["text"]]
    assert protected
    assert all(w.get("protect_content") for w in protected)


@pytest.mark.parametrize("name", ["sun", "liu"])
async def test_calls_are_written_down_by_the_committee_alone(rig: DialogRig, stage: ReportRig, name: str) -> None:
    person = account(rig, stage, name)
    await person.says("/report")
    assert any("举报电话" in label for label in person.labels) is (name == "sun")
    if name == "sun":
        await person.presses("举报电话")
        await person.says("来电人说他拿了钱")
        await person.presses("写完了")
        await person.presses("刘敏")
        await person.presses("写完了")
        assert "来电人的查询码" in person.shown
        await person.presses("确认提交")
        assert "来电人的查询码" in person.shown


async def test_where_nobody_may_read_it_the_office_is_told_with_something_to_print(
    rig: DialogRig, stage: ReportRig
) -> None:
    wang = rig.resident()
    await writes(wang, "钱监督", "吴监督", "施委员")
    code = code_in(wang.shown)
    await wang.presses("确认提交")
    assert "法治路9号" in wang.shown
    assert "补充" not in wang.shown
    await wang.says(code)
    assert "法治路9号" in wang.shown
    assert "直接写在这里" not in wang.shown
    assert "收不收" not in wang.shown
    await wang.presses("打印")
    assert "sendDocument" in rig.session.called


async def test_of_whoever_is_erased_no_half_written_report_is_left(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await wang.says("/report")
    await wang.presses(". 不留名")
    await wang.says("他拿了钱")
    assert "sealed:" in repr(rig.core.tables.state)
    await wang.says("/me")
    for each in ("删除我的资料", "继续", "确定删除"):
        await wang.presses(each)

    assert "sealed:" not in repr(rig.core.tables.state)


async def test_where_the_code_has_been_forgotten_it_is_asked_for(rig: DialogRig, stage: ReportRig) -> None:
    wang = rig.resident()
    await writes(wang, "刘敏")
    code = code_in(wang.shown)
    await wang.presses("确认提交")
    await wang.says("/menu")
    await wang.says(code)
    rig.core.use.codes.forget(wang.telegram_id)
    await wang.says("还有一件事")
    assert "还有一件事" not in wang.shown
    assert len(rig.core.tables.report_entries) == 1
    await wang.presses("查询码")
    await wang.says(code)
    assert "他拿了钱" in wang.shown
