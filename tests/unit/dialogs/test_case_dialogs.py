import pytest

from core.answers.ratings import Grade
from core.petitions.model import Stage
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import a_claimed_case, a_draft, words
from tests.dialog_rig import DialogRig, Person
from tests.fakes.database import Link

pytestmark = pytest.mark.unit


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return (await rig.core.use.submit(rig.core.wang, a_draft(parts=["楼道灯坏了"]))).petition_id


async def test_my_cases_lead_to_each_and_its_way_so_far(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await rig.core.use.reply(rig.core.liu, case_id, words("明天<b>来修"))

    await wang.says("/cases")
    assert "1 件事" in wang.shown
    await wang.says("xf2026 000001")

    assert "明天&lt;b&gt;来修" in wang.shown
    assert "接手，已受理" in wang.shown
    assert "办理中" in wang.shown


@pytest.mark.usefixtures("case_id")
@pytest.mark.parametrize(("typed", "seen"), [("/case 1", "已提交"), ("/case", "1 件事"), ("/case 77", "没有这个编号")])
async def test_the_staffs_command_finds_ones_own_cases(wang: Person, typed: str, seen: str) -> None:
    await wang.says(typed)

    assert seen in wang.shown


async def test_words_in_an_open_case_go_into_it(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("/cases")
    await wang.says("1")
    await wang.says("三楼也坏了")

    assert "已补充到 XF-2026-000001" in wang.shown
    assert [message.text for message in rig.core.messages(case_id)] == ["三楼也坏了"]


async def test_words_for_a_case_that_was_closed_meanwhile_are_kept_and_offered(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("/cases")
    await wang.says("1")
    await wang.presses("我要补充")
    rig.core.at_stage(case_id, stage=Stage.CLOSED)

    await wang.says("三楼也坏了")

    assert "已经办结" in wang.shown
    assert "三楼也坏了" in wang.shown
    assert wang.words is not None
    assert wang.words.parts == ["三楼也坏了"]
    assert not rig.core.messages(case_id)


@pytest.mark.parametrize(("stage", "said"), [(Stage.CLOSED, "已经办结"), (Stage.WITHDRAWN, "已经撤回")])
async def test_nobody_is_invited_to_add_to_a_case_that_has_ended(
    rig: DialogRig, wang: Person, case_id: PetitionId, stage: Stage, said: str
) -> None:
    rig.core.at_stage(case_id, stage=stage)

    await wang.forges(f"l1:add:{case_id}:0", {"message_id": 9})

    assert said in wang.shown
    assert "另写一件新的事" in wang.shown
    assert "要补充的发给我" not in wang.shown
    await wang.presses("我要反映一件事")
    assert "哪一类" in wang.shown


async def test_words_typed_at_a_case_that_has_ended_are_kept(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    rig.core.at_stage(case_id, stage=Stage.CLOSED)
    await wang.forges(f"l1:add:{case_id}:0", {"message_id": 9})

    await wang.says("三楼也坏了")

    assert wang.words is not None
    assert wang.words.parts == ["三楼也坏了"]
    assert "要怎么办" in wang.shown


async def test_withdrawing_asks_first(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("/cases")
    await wang.says("1")
    await wang.says("撤回")
    assert rig.core.case(case_id).stage is Stage.SUBMITTED
    await wang.presses("不撤回")
    assert rig.core.case(case_id).stage is Stage.SUBMITTED

    await wang.presses("撤回")
    await wang.presses("确定撤回")

    assert rig.core.case(case_id).stage is Stage.WITHDRAWN
    assert "已撤回" in wang.shown
    assert not any("撤回" in label for label in wang.labels)


async def test_nobody_opens_anothers_case_by_forged_codes(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    zhao = Person(rig, rig.core.zhao.telegram_id, name="赵强")
    await zhao.says("/start")

    for action in ("cas", "add", "mnu"):
        await zhao.forges(f"l1:{action}:{case_id}:0")
        assert "楼道灯坏了" not in zhao.shown
    await zhao.says("三楼也坏了")

    assert not rig.core.messages(case_id)
    assert rig.core.case(case_id).version == 1


async def test_buttons_under_a_receipt_work_for_ever(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("/start")
    await wang.forges(f"l1:cas:{case_id}:0")
    assert "楼道灯坏了" in wang.shown
    await wang.forges(f"l1:add:{case_id}:0")
    assert "要补充的发给我" in wang.shown
    await wang.says("三楼也坏了")

    assert len(rig.core.messages(case_id)) == 1


async def test_a_reply_to_a_message_about_a_case_goes_into_it(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await rig.core.use.reply(rig.core.liu, case_id, words("哪一层？"))
    await _delivered(rig, case_id, message_id=77)
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    chat = {"id": wang.telegram_id, "type": "private"}
    ours = {"message_id": 77, "date": 1, "chat": chat, "from": bot, "text": "哪一层？"}

    await wang.says("三层", reply_to_message=ours)

    assert [message.text for message in rig.core.messages(case_id)] == ["哪一层？", "三层"]
    assert "已补充" in wang.shown


async def test_a_reply_without_anything_to_see_is_told_so(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await _delivered(rig, case_id, message_id=77)
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    ours = {"message_id": 77, "date": 1, "chat": {"id": wang.telegram_id, "type": "private"}, "from": bot, "text": "x"}

    await wang.says("\u200b\u3164", reply_to_message=ours)

    assert wang.shown.count("没有内容") == 1
    assert "楼道灯坏了" in wang.shown
    assert not rig.core.messages(case_id)


async def _delivered(rig: DialogRig, case_id: PetitionId, message_id: int) -> None:
    key = (ChatId(rig.core.wang.telegram_id), MessageId(message_id))
    rig.core.tables.links[key] = Link(petition_id=case_id, role=LinkRole.RESIDENT_COPY, case_message_id=None)


async def test_free_words_are_offered_as_a_petition_with_the_words_kept(rig: DialogRig, wang: Person) -> None:
    await wang.says("楼道灯坏了")
    assert "楼道灯坏了" in wang.shown
    await wang.says("已经三天了")
    assert "• “楼道灯坏了”\n• “已经三天了”" in wang.shown
    await wang.presses("当作一件新的事")
    await wang.presses("投诉请求")
    await wang.presses("不填")
    await wang.presses("确认提交")

    assert [case.text for case in rig.core.tables.petitions.values()] == ["楼道灯坏了\n已经三天了"]


async def test_free_words_can_be_added_to_an_open_case_once(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("三楼也坏了")
    window = wang.windows[-1]
    (button,) = [button for button in wang.buttons if "补充到" in button["text"]]

    for _ in range(2):
        await wang.forges(button["callback_data"], window)

    assert [message.text for message in rig.core.messages(case_id)] == ["三楼也坏了"]
    assert wang.words is None


async def test_words_put_into_a_case_are_there_once_whatever_is_repeated(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("三楼也坏了")
    rig.dies = True
    await wang.presses("补充到")
    await rig.repeat()

    assert [message.text for message in rig.core.messages(case_id)] == ["三楼也坏了"]
    assert wang.words is None


async def test_free_words_can_be_thrown_away(wang: Person) -> None:
    await wang.says("楼道灯坏了")
    await wang.says("三")
    assert "真的不要了吗" in wang.shown
    await wang.says("返回")
    assert "楼道灯坏了" in wang.shown

    await wang.presses("不要了")
    await wang.says("是")

    assert "没有提交" in wang.shown
    assert wang.words is None


async def test_the_language_changes_with_the_very_next_window(rig: DialogRig, wang: Person) -> None:
    await wang.says("/language")
    await wang.presses("English")

    assert "use this language from now on" in wang.shown
    await wang.says("/help")
    assert wang.labels == ["1. Back"]
    await wang.says("返回上一步")
    assert "1. " in wang.labels[0]


async def test_an_unknown_command_is_not_taken_for_words(wang: Person) -> None:
    await wang.says("/nonsense 楼道灯坏了")

    assert "没有这个命令" in wang.shown
    assert wang.draft is None


@pytest.mark.parametrize("data", ["l1:clm:x:1", "l1:wdr:x:1", "garbage", "l9:mnu::0"])
async def test_a_button_nobody_knows_is_answered_and_leads_to_the_menu(rig: DialogRig, wang: Person, data: str) -> None:
    await wang.forges(data, {"message_id": 9, "text": "very old"})
    assert rig.session.answers == ["这一页过期了，请看下面新的消息。"]
    assert "幸福社区" in wang.shown

    await wang.forges(data)
    assert len(rig.session.answers) == 2
    assert "幸福社区" in wang.shown


async def test_words_for_a_case_do_not_take_a_half_written_petition_along(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("/petition")
    await wang.says("1")
    await wang.says("另一件还没写完的事")
    await wang.says("/cases")
    await wang.says("电梯今天又坏了")
    await wang.presses("补充到")

    assert wang.words is None
    assert wang.draft is not None
    assert wang.draft.parts == ["另一件还没写完的事"]
    assert [message.text for message in rig.core.messages(case_id)] == ["电梯今天又坏了"]


async def test_words_can_join_the_half_written_petition_too(wang: Person) -> None:
    await wang.says("/petition")
    await wang.says("1")
    await wang.says("第一段")
    await wang.says("/start")
    await wang.says("第二段")
    await wang.presses("加到没写完的那件事里")

    assert wang.words is None
    assert wang.draft is not None
    assert wang.draft.parts == ["第一段", "第二段"]
    assert "第一段\n第二段" in wang.shown


async def test_whoever_is_not_content_reads_of_no_button_that_is_not_there(rig: DialogRig, wang: Person) -> None:
    case = await a_claimed_case(rig.core)
    await rig.core.use.answer(rig.core.liu, case, words("明天修好"))
    await rig.core.use.answers.rate(rig.core.wang, case, Grade.BASICALLY)
    await wang.says("/cases")
    await wang.says("1")
    await wang.presses("🙁 不满意")
    await wang.says("没人来修")

    assert "再看一遍" in wang.shown
    assert not any("不满意" in label for label in wang.labels)
    assert "点“不满意”" not in wang.shown
