"""Confirming is said whatever has become of the window that was pressed."""

import pytest

from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


@pytest.fixture
async def preview(wang: Person) -> Person:
    for text in ("/petition", "1", "楼道灯坏了", "1", "3号楼"):
        await wang.says(text)
    assert "请看一遍" in wang.shown
    return wang


async def test_the_window_itself_becomes_the_confirmation(preview: Person) -> None:
    before = len(preview.windows)

    await preview.presses("确认提交")

    assert "XF-2026-000001" in preview.shown
    assert len(preview.windows) == before
    assert preview.labels == ["看办到哪一步", "🏘 让邻居知道这件事", "主菜单"]


async def test_a_window_that_is_gone_is_answered_below(rig: DialogRig, preview: Person) -> None:
    rig.session.refuse["editMessageText"] = "message to edit not found"
    before = len(preview.windows)

    await preview.presses("确认提交")

    assert "XF-2026-000001" in preview.shown
    assert len(preview.windows) == before + 1


async def test_a_window_too_old_for_telegram_to_show_us_is_answered_below(rig: DialogRig, preview: Person) -> None:
    """Its message then comes as inaccessible: number and date, nothing else."""
    confirm = preview.buttons[0]["callback_data"]
    chat = {"id": preview.telegram_id, "type": "private"}
    who = {"id": preview.telegram_id, "is_bot": False, "first_name": "王秀英"}
    message = {"message_id": preview.windows[-1]["message_id"], "date": 0, "chat": chat}

    callback = {"id": "c", "from": who, "chat_instance": "i", "data": confirm, "message": message}
    await rig.handle({"callback_query": callback})

    assert "XF-2026-000001" in preview.shown
    assert len(rig.core.tables.petitions) == 1


async def test_a_press_handled_again_after_a_kill_ends_the_same(rig: DialogRig, preview: Person) -> None:
    """The case and the edit were done, the inbox row was not finished: everything is done again."""
    state = dict(rig.core.tables.state)
    window, confirm = preview.windows[-1], preview.buttons[0]["callback_data"]
    await preview.forges(confirm, window)
    rig.core.tables.state = state
    rig.state.forget()
    rig.session.refuse["editMessageText"] = "message is not modified: specified new message content"

    await preview.forges(confirm, window)

    assert len(rig.core.tables.petitions) == 1
    assert preview.draft is None
    await preview.says("还有三楼")
    assert "要怎么办" in preview.shown


@pytest.mark.parametrize("typed", ["不对", "不", "不是。", "改", "改一下", "不對", "no", "Wrong", "change it"])
async def test_no_at_the_preview_is_told_what_to_press(preview: Person, typed: str) -> None:
    await preview.says(typed)

    assert "要改哪里，就点" in preview.shown
    assert "请看一遍" in preview.shown
    assert preview.draft is not None
    assert preview.draft.parts == ["楼道灯坏了"]


async def test_words_and_files_at_the_preview_belong_to_the_petition(preview: Person) -> None:
    await preview.says("三天了")

    assert "加上了" in preview.shown
    assert "楼道灯坏了\n三天了" in preview.shown


async def test_text_and_place_can_be_changed_from_the_preview(preview: Person) -> None:
    await preview.presses("补充或重写")
    await preview.presses("2. 重新写")
    assert "真的要重新写吗" in preview.shown
    assert preview.draft is not None
    assert preview.draft.parts == ["楼道灯坏了"]
    await preview.presses("删掉，重新写")
    await preview.says("电梯坏了")
    await preview.presses("写完了")
    await preview.says("5号楼")

    assert "电梯坏了" in preview.shown
    assert "楼道灯坏了" not in preview.shown
    assert "5号楼" in preview.shown
    await preview.presses("改地点")
    assert "什么地方" in preview.shown


async def test_a_discarded_draft_is_gone(rig: DialogRig, preview: Person) -> None:
    await preview.presses("不要了")
    assert preview.draft is not None
    await preview.presses("确定不要了")

    assert preview.draft is None
    assert "没有提交" in preview.shown
    assert rig.core.tables.petitions == {}


async def test_words_into_a_preview_whose_draft_is_gone_are_kept_all_the_same(rig: DialogRig, preview: Person) -> None:
    await rig.core.use.drafts.delete(preview.telegram_id)

    await preview.says("电梯坏了")
    assert "还差一点" in preview.shown
    await preview.presses("接着写")

    assert "哪一类" in preview.shown
    assert preview.draft is not None
    assert preview.draft.parts == ["电梯坏了"]


async def test_a_name_can_be_given_after_all(rig: DialogRig, wang: Person) -> None:
    for text in ("/petition", "2", "种几棵树", "1", "北门", "2"):
        await wang.says(text)
    await wang.presses("改留名")
    await wang.says("留名")
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert case.resident_id == rig.core.wang.resident_id
    assert case.access_hash is None


@pytest.mark.parametrize("way", [["改留名"], ["补充或重写", "2. 重新写"], ["不要了"]])
async def test_words_where_only_a_choice_is_asked_for_belong_to_the_petition(wang: Person, way: list[str]) -> None:
    for text in ("/petition", "2", "种几棵树", "1", "北门", "1"):
        await wang.says(text)
    for label in way:
        await wang.presses(label)

    await wang.says("还有几盆花也想请社区来种上")

    assert "加上了" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["种几棵树", "还有几盆花也想请社区来种上"]


async def test_a_position_sent_first_is_kept_and_said_to_be(wang: Person) -> None:
    await wang.says("/petition")
    await wang.says(location={"latitude": 39.9, "longitude": 116.4})
    assert "位置记下了" in wang.shown

    await wang.says("/petition")

    assert wang.draft is not None
    assert wang.draft.latitude == 39.9


async def test_a_number_for_a_window_nobody_remembers_leads_home(rig: DialogRig, wang: Person) -> None:
    await wang.says("/help")
    rig.restart()

    await wang.says("1")

    assert wang.words is None
    assert "幸福社区" in wang.shown
