import pytest

from core.petitions.draft import MAX_TEXT
from core.petitions.model import FileKind, Kind, Stage
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


async def begin(wang: Person) -> None:
    await wang.says("/petition")
    assert "哪一类" in wang.shown


async def test_a_petition_from_the_first_word_to_the_number(rig: DialogRig, wang: Person) -> None:
    await begin(wang)
    await wang.presses("投诉请求")
    await wang.says("楼道灯坏了")
    await wang.says("写完了，下一步")
    await wang.says("3号楼")
    assert "楼道灯坏了" in wang.shown
    assert "3号楼" in wang.shown
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert (case.kind, case.text, case.place.text) == (Kind.COMPLAINT, "楼道灯坏了", "3号楼")
    assert case.number in wang.shown
    assert wang.draft is None
    assert rig.core.said(wang.telegram_id) == ["receipt"]


async def test_confirming_a_confirmed_window_again_makes_no_second_case(rig: DialogRig, wang: Person) -> None:
    await begin(wang)
    for text in ("1", "楼道灯坏了", "1", "3号楼"):
        await wang.says(text)
    window, confirm = wang.windows[-1], wang.buttons[0]["callback_data"]

    await wang.forges(confirm, window)
    await wang.forges(confirm, window)

    assert len(rig.core.tables.petitions) == 1


async def test_long_texts_over_several_messages_are_joined(rig: DialogRig, wang: Person) -> None:
    await begin(wang)
    await wang.says("1")
    parts = ["甲" * 4_096, "乙" * 4_096, "丙" * 100]
    for part in parts:
        await wang.says(part)
    assert f"{sum(map(len, parts)) + 2:,}" in wang.shown

    await wang.says("写完了，下一步")
    await wang.says("不填，下一步")
    assert "会完整送到" in wang.shown
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert case.text == "\n".join(parts)


async def test_what_does_not_fit_is_said_and_the_rest_is_kept(wang: Person) -> None:
    await begin(wang)
    await wang.says("1")
    for _ in range(5):
        await wang.says("长" * 4_000)

    assert "太长" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["长" * 4_000] * 4
    assert len(wang.draft.text) < MAX_TEXT


async def test_back_works_from_every_window(wang: Person) -> None:
    await begin(wang)
    await wang.presses("意见建议")
    await wang.presses("返回")
    assert "哪一类" in wang.shown
    await wang.presses("意见建议")
    await wang.says("种几棵树")
    await wang.presses("返回")
    assert "哪一类" in wang.shown
    await wang.presses("意见建议")
    assert "什么地方" in wang.shown
    await wang.presses("返回")
    assert "已记下" in wang.shown
    await wang.presses("写完了")
    await wang.says("小区北门")
    assert "留名" in wang.shown
    await wang.presses("返回")
    assert "什么地方" in wang.shown
    await wang.presses("地点不变")
    await wang.presses("不留名")
    assert "查询码" in wang.shown
    await wang.presses("返回")
    assert "要<b>留名</b>吗" in wang.shown

    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.place) == (["种几棵树"], "小区北门")


async def test_back_from_the_preview_of_a_named_kind_leads_to_the_place(wang: Person) -> None:
    await begin(wang)
    for text in ("1", "楼道灯坏了", "1", "3号楼"):
        await wang.says(text)

    await wang.presses("返回")

    assert "什么地方" in wang.shown


async def test_a_draft_survives_start_and_a_restart(rig: DialogRig, wang: Person) -> None:
    await begin(wang)
    await wang.says("1")
    await wang.says("楼道灯坏了")

    await wang.says("/start")
    assert "接着写：“楼道灯坏了”" in wang.labels[0]
    rig.restart()
    await wang.says("/petition")

    await wang.presses("接着写那一件")

    assert "上次没写完" in wang.shown
    assert "楼道灯坏了" in wang.shown
    await wang.says("1")
    assert [case.text for case in rig.core.tables.petitions.values()] == ["楼道灯坏了"]


async def test_a_forged_press_of_what_is_not_offered_does_nothing_but_answer(rig: DialogRig, wang: Person) -> None:
    """Anybody can send any callback data from a window of theirs (STACK §5)."""
    await begin(wang)
    intent = wang.buttons[0]["callback_data"].split("c:")[0]
    before = (wang.draft, wang.shown, dict(rig.core.tables.petitions))

    for choice in ("confirm", "discard", "unnamed", "", "complaint\x1d", "投诉"):
        await wang.forges(f"{intent}c:kind.{choice}")

    assert (wang.draft, wang.shown, dict(rig.core.tables.petitions)) == before
    assert rig.session.answers.count("这个按钮现在用不了了，请看最新的消息。") >= 5


async def test_a_complaint_cannot_be_made_anonymous_by_a_forged_press(rig: DialogRig, wang: Person) -> None:
    await begin(wang)
    for text in ("1", "楼道灯坏了", "1", "3号楼"):
        await wang.says(text)
    intent = wang.buttons[0]["callback_data"].split("c:")[0]

    for choice in ("name", "unnamed"):
        await wang.forges(f"{intent}c:preview.{choice}")
    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert not case.anonymous


async def test_a_kind_changed_later_takes_the_anonymity_along(wang: Person) -> None:
    await begin(wang)
    for text in ("2", "种几棵树", "1", "北门", "2"):
        await wang.says(text)
    assert wang.draft is not None
    assert wang.draft.anonymous

    for _ in range(4):
        await wang.presses("返回")
    await wang.presses("求助服务")

    assert wang.draft is not None
    assert (wang.draft.kind, wang.draft.anonymous, wang.draft.code) == (Kind.SERVICE, False, "")


async def test_an_anonymous_petition_leaves_no_draft_and_no_dialog_state_of_its_words(
    rig: DialogRig, wang: Person
) -> None:
    await begin(wang)
    for text in ("2", "种几棵银杏树", "1", "北门", "2"):
        await wang.says(text)
    assert wang.draft is not None
    code = wang.draft.code
    assert code in repr(rig.core.tables.state)

    await wang.presses("确认提交")

    (case,) = rig.core.tables.petitions.values()
    assert case.anonymous
    assert code in wang.shown
    for trace in (code, "银杏", case.id, case.number, case.draft_id):
        assert trace not in repr(rig.core.tables.state)


async def test_words_before_the_kind_is_chosen_are_kept(wang: Person) -> None:
    await begin(wang)
    await wang.says("楼道灯坏了")
    assert "记下了" in wang.shown
    await wang.presses("投诉请求")

    assert "什么地方" in wang.shown
    assert wang.draft is not None
    assert wang.draft.parts == ["楼道灯坏了"]


async def test_photos_voices_and_positions_belong_to_the_petition(wang: Person) -> None:
    await begin(wang)
    await wang.says("1")
    size = {"file_unique_id": "u", "width": 1, "height": 1}
    await wang.says(photo=[{"file_id": "small", **size}, {"file_id": "large", **size}], caption="看这里")
    await wang.says(voice={"file_id": "v", "file_unique_id": "u", "duration": 2})
    await wang.presses("写完了")
    await wang.says(document={"file_id": "d", "file_unique_id": "u", "file_name": "a.pdf"})
    assert "文件收到了" in wang.shown
    await wang.says(location={"latitude": 39.9, "longitude": 116.4})

    assert "📎 照片 1 张 语音 1 段 文件 1 个" in wang.shown
    assert wang.draft is not None
    assert [(file.kind, file.file_id, file.name) for file in wang.draft.files] == [
        (FileKind.PHOTO, "large", ""),
        (FileKind.VOICE, "v", ""),
        (FileKind.DOCUMENT, "d", "a.pdf"),
    ]
    assert (wang.draft.parts, wang.draft.latitude, wang.draft.longitude) == (["看这里"], 39.9, 116.4)


async def test_a_position_sent_before_the_petition_becomes_its_place(wang: Person) -> None:
    await wang.says("楼道灯坏了")
    await wang.says(location={"latitude": 39.9, "longitude": 116.4})
    assert "🗺 39.9, 116.4" in wang.shown
    await wang.says("1")
    await wang.says("1")

    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.latitude, wang.draft.longitude) == (["楼道灯坏了"], 39.9, 116.4)
    assert "地点不变" in wang.labels[0]


async def test_what_cannot_be_taken_is_said_and_loses_nothing(wang: Person) -> None:
    await begin(wang)
    await wang.says("1")
    await wang.says("楼道灯坏了")
    await wang.says(dice={"emoji": "🎲", "value": 1})

    assert "还收不了" in wang.shown
    assert "已记下" in wang.shown


async def test_a_month_old_window_leads_to_the_present_one(rig: DialogRig, wang: Person) -> None:
    await begin(wang)
    old, button = wang.windows[-1], wang.buttons[0]["callback_data"]
    await wang.says("/cases")

    await wang.forges(button, old)

    assert rig.session.answers[0] in {
        "这一页过期了，请看下面新的消息。",
        "这个按钮现在用不了了，请看最新的消息。",  # aiogram-dialog gives two dialogs of one second one id, once in 100
    }
    assert wang.draft is not None
    assert wang.draft.kind is None


async def test_a_file_that_cannot_be_had_is_told_at_once(rig: DialogRig, wang: Person) -> None:
    """Tried again by the inbox, it once held the whole conversation up for half an hour."""
    await begin(wang)
    await wang.says("2")
    await wang.says(voice={"file_id": "gone", "file_unique_id": "u", "duration": 2})
    for text in ("1", "北门", "2"):
        await wang.says(text)
    await wang.presses("确认提交")

    assert rig.core.tables.petitions == {}
    assert "取不到" in wang.shown
    assert wang.draft is not None
    rig.core.files.telegram["gone"] = b"voice"
    await wang.presses("确认提交")
    assert [case.stage for case in rig.core.tables.petitions.values()] == [Stage.SUBMITTED]


@pytest.mark.parametrize("typed", ["3", "１", "一", "12"])
async def test_a_bare_number_is_the_house_where_the_place_is_asked_for(wang: Person, typed: str) -> None:
    for text in ("/petition", "1", "楼道灯坏了", "1"):
        await wang.says(text)
    assert "什么地方" in wang.shown
    assert not any(label[0].isdecimal() for label in wang.labels)

    await wang.says(typed)

    assert f"📍 {typed}" in wang.shown
    assert wang.draft is not None
    assert wang.draft.place == typed
