"""Free text that is a petition: begun with its words and kind, unless it may belong to something that is open."""

import pytest

from core.petitions.model import Kind, Stage
from tests.dialog_rig import DialogRig, Person
from tests.door_rig import ROUTER, WAITING, came_back_with

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig(route=ROUTER)


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    return rig.resident()


@pytest.mark.parametrize(
    ("text", "kind", "understood"),
    [
        ("垃圾桶三天没人清", Kind.COMPLAINT, "投诉请求"),
        ("垃圾桶三天沒人清", Kind.COMPLAINT, "投诉请求"),
        ("建议在门口加一个红绿灯", Kind.SUGGESTION, "提建议"),
        ("我妈摔倒了，快来人", Kind.SERVICE, "求助服务"),
    ],
)
async def test_a_petition_begins_with_the_words_and_its_kind(
    wang: Person, text: str, kind: Kind, understood: str
) -> None:
    await wang.says(text)
    assert f"“{text}”" in wang.shown
    assert f"<b>{understood}" in wang.shown
    assert "已记下" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.kind, wang.draft.parts) == (kind, [text])
    assert wang.words is None
    await came_back_with(wang, text)


@pytest.mark.parametrize(
    "text",
    ["请给我回个电话", "請打電話給我", "call me back please", "麻烦给我会个电活", "让主任给我回个电话"],
)
async def test_who_wants_to_be_called_is_asked_at_which_number(rig: DialogRig, wang: Person, text: str) -> None:
    await wang.says(text)
    assert "<b>给我回电话" in wang.shown
    assert "号码" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.kind, wang.draft.parts) == (Kind.CALLBACK, [text])
    await wang.says("13812345678")
    await wang.presses("上午")
    await wang.presses("确认")
    (case,) = rig.core.tables.petitions.values()
    assert (case.kind, case.text) == (Kind.CALLBACK, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("请给我回个电话 13812345678", "请给我回个电话 ***********"),
        ("請打電話給我，138-1234-5678", "請打電話給我，*************"),
        ("call me back +44 20 7946 0958", "call me back *** ** **** ****"),
    ],
)
async def test_a_number_that_was_written_is_called_and_stays_in_no_words(
    rig: DialogRig, wang: Person, text: str, kept: str
) -> None:
    await wang.says(text)
    assert "尾号" in wang.shown
    await wang.presses("上午")
    await wang.presses("确认")
    (case,) = rig.core.tables.petitions.values()
    assert (case.kind, case.text) == (Kind.CALLBACK, kept)
    assert case.party is not None
    assert case.party.phone
    assert not [item for item in rig.core.items if "5678" in str(item.spec) or "0958" in str(item.spec)]


async def test_of_two_numbers_it_is_asked_which_and_the_other_one_stays(rig: DialogRig, wang: Person) -> None:
    await wang.says("请给我回个电话")
    await wang.says("13812345678")
    await wang.presses("上午")
    await wang.says("打不通就找我女儿 13987654321，别打13812345678了")
    await wang.presses("确认")
    (case,) = rig.core.tables.petitions.values()
    assert case.text == "请给我回个电话\n打不通就找我女儿 13987654321，别打***********了"


async def test_a_call_back_that_was_not_meant_comes_back(wang: Person) -> None:
    await wang.says("打电话给我")
    await came_back_with(wang, "打电话给我")


@pytest.mark.parametrize("text", ["别给我打电话", "昨天有人打电话给我推销", "社区电话多少", "没人给我回电话"])
async def test_who_wants_no_call_is_asked_for_no_number(wang: Person, text: str) -> None:
    await wang.says(text)
    assert wang.draft is None


async def test_what_surely_wants_more_than_a_call_is_that(wang: Person) -> None:
    await wang.says("垃圾桶三天没人清，臭得很，请给我回个电话")
    assert wang.draft is None or wang.draft.kind is not Kind.CALLBACK


async def test_a_petition_is_handed_in_as_it_was_written(rig: DialogRig, wang: Person) -> None:
    await wang.says("3号楼电梯坏了")
    await wang.says("老人下不了楼")
    await wang.presses("写完了")
    assert "3号楼电梯" in wang.shown
    await wang.presses("地点不变")
    await wang.presses("确认")
    (case,) = rig.core.tables.petitions.values()
    assert (case.kind, case.text, case.place.text) == (Kind.COMPLAINT, "3号楼电梯坏了\n老人下不了楼", "3号楼电梯")


async def test_a_petition_gone_wrong_comes_back_with_all_that_was_added(wang: Person) -> None:
    await wang.says("垃圾桶三天没人清")
    await wang.says("臭得很")
    await wang.says("", location={"latitude": 30.5, "longitude": 114.25})
    await came_back_with(wang, "垃圾桶三天没人清", "臭得很", "🗺 30.5, 114.25")
    await wang.presses("当作一件新的事")
    await wang.presses("求助服务")
    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.latitude) == (["垃圾桶三天没人清", "臭得很"], 30.5)


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("我妈摔倒了，快来人", True),
        ("我不想活了", True),
        ("家里进小偷了", True),
        ("有人要跳楼", True),
        ("3号楼电梯坏了", False),
    ],
)
async def test_where_minutes_may_count_the_numbers_to_call_stand_first(wang: Person, text: str, urgent: bool) -> None:
    await wang.says(text)
    assert wang.shown.startswith("⚠️ 急事请先打 110") is urgent


async def test_a_quarrel_begins_a_mediation_and_asks_who_the_other_party_is(wang: Person) -> None:
    await wang.says("我和楼上因为漏水吵起来了，想请人调解")
    assert wang.draft is not None
    assert wang.draft.kind is Kind.MEDIATION
    await wang.presses("写完了")
    assert "和谁有纠纷" in wang.shown
    await wang.says("楼上老赵")
    await wang.presses("不填")
    assert "对方：楼上老赵" in wang.shown
    assert not any("留名" in label for label in wang.labels)


async def test_where_it_is_about_staff_the_writer_chooses_the_kind(wang: Person) -> None:
    text = "投诉居委会主任态度很差"
    await wang.says(text)
    assert "哪一类" in wang.shown
    assert "举报工作人员" in wang.shown
    assert wang.draft is not None
    assert (wang.draft.kind, wang.draft.parts) == (None, [text])
    await came_back_with(wang, text)


async def test_words_that_may_belong_to_what_is_open_are_offered(rig: DialogRig, wang: Person) -> None:
    case = await rig.core.submitted()
    for text in ("垃圾桶三天没人清", "谢谢你们"):
        await wang.says(text)
        assert WAITING in wang.shown
        assert any("补充到" in label for label in wang.labels)
        await wang.presses("不要了")
        await wang.presses("确定不要了")
    await wang.says("转人工")
    assert "怎么用" in wang.shown
    rig.core.at_stage(case, stage=Stage.MORE_INFO)
    await wang.says("转人工")
    assert WAITING in wang.shown


async def test_beside_a_petition_half_written_no_other_is_begun(wang: Person) -> None:
    await wang.says("垃圾桶三天没人清")
    await wang.says("/start")
    await wang.says("电梯坏了")
    assert any("加到没写完的那件事里" in label for label in wang.labels)
    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾桶三天没人清"]


async def test_a_petition_leaves_no_earlier_question_behind(wang: Person) -> None:
    await wang.says("转人工")
    await wang.says("垃圾桶三天没人清")
    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾桶三天没人清"]
    await came_back_with(wang, "转人工", "垃圾桶三天没人清")
