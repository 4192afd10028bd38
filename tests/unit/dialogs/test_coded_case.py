"""An anonymous case, opened again with its code."""

import pytest

from core.petitions.kinds import Verdict
from core.petitions.model import Attachment, FileKind, Stage
from core.shared.ids import AttachmentId, PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import words
from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return await rig.core.submitted_anonymously(parts=["种几棵树"])


async def opened(wang: Person) -> None:
    await wang.says("/cases")
    await wang.presses("匿名")
    await wang.says(CODE)
    assert "种几棵树" in wang.shown


async def test_an_anonymous_case_is_opened_by_its_code_only(rig: DialogRig, wang: Person) -> None:
    case_id = await rig.core.submitted_anonymously(parts=["种几棵树"])
    await wang.says("/cases")
    assert "种几棵树" not in str(wang.windows)
    await wang.presses("匿名")
    await wang.says("ABCD")
    assert "12 个字母" in wang.shown
    await wang.says("ABCD-EFGH-XXXX")
    assert "没有这个查询码" in wang.shown
    await wang.says("abcd efgh jklm")
    assert "种几棵树" in wang.shown
    await wang.says("再种几盆花")
    assert [message.text for message in rig.core.messages(case_id)] == ["再种几盆花"]

    for trace in (CODE, "abcd efgh", "ABCDEFGH", "abcdefgh", case_id, "种几"):
        assert trace not in repr(rig.core.tables.state)
    await wang.presses("离开")
    assert rig.core.use.codes.code_of(wang.telegram_id) is None


async def test_what_is_said_after_the_code_was_forgotten_waits_for_it_in_memory_only(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await opened(wang)
    await wang.presses("我要补充")
    rig.core.use.codes.forget(wang.telegram_id)

    await wang.says("再种几盆花")
    await wang.says("还有几棵草")

    assert "先记着" in wang.shown
    assert not rig.core.tables.messages
    assert "几盆花" not in repr(rig.core.tables.state)
    await wang.says("ABCD-EFGH-XXXX")
    assert "没有这个查询码" in wang.shown
    await wang.says(CODE)
    assert [message.text for message in rig.core.messages(case_id)] == ["再种几盆花", "还有几棵草"]
    assert "种几棵树" in wang.shown


async def test_a_held_file_that_cannot_be_had_keeps_back_no_words(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await opened(wang)
    rig.core.use.codes.forget(wang.telegram_id)
    await wang.says(photo=[{"file_id": "gone", "file_unique_id": "u1", "width": 9, "height": 9}])
    await wang.says("还有几棵草")

    await wang.says(CODE)

    assert "还没有交上去" in wang.shown
    assert [message.text for message in rig.core.messages(case_id)] == ["还有几棵草"]


async def test_a_code_typed_anywhere_opens_its_case_and_is_not_kept_as_words(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("/petition")
    await wang.says("abcdefghjklm")
    assert "种几棵树" in wang.shown
    await wang.presses("离开")

    await wang.says("ABCD-EFGH-XXXX")

    assert "没有这个查询码" in wang.shown
    assert wang.words is None
    assert wang.draft is None or wang.draft.empty
    assert "abcdefgh" not in repr(rig.core.tables.state).casefold()


async def test_words_that_only_look_like_a_code_are_words(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("/help")
    await wang.says("breakfastbus")

    assert wang.words is not None
    assert wang.words.text == "breakfastbus"


async def test_a_code_before_consent_is_not_kept(rig: DialogRig, case_id: PetitionId) -> None:
    new = rig.person()
    await new.says(CODE)
    await new.says(CODE)

    assert new.words is None
    assert "没有记下来" in new.shown


async def test_what_is_said_where_the_code_is_asked_for_is_not_taken_for_one(wang: Person) -> None:
    await wang.says("/cases")
    await wang.presses("匿名")

    await wang.says("楼道灯坏了")

    assert wang.words is not None
    assert wang.words.text == "楼道灯坏了"


async def test_words_to_an_ended_case_are_said_not_to_be_added(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await opened(wang)
    await wang.presses("撤回")
    await wang.says("是的")
    assert rig.core.case(case_id).stage is Stage.WITHDRAWN

    await wang.says("再种几盆花")

    assert "没有加进去" in wang.shown


async def test_words_at_the_question_whether_to_withdraw_are_added(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await opened(wang)
    await wang.presses("撤回")

    await wang.says("因为楼下已经种了三棵，够了")

    assert [message.text for message in rig.core.messages(case_id)] == ["因为楼下已经种了三棵，够了"]
    assert rig.core.case(case_id).open


async def test_what_the_staff_wrote_comes_whole_and_with_its_files(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    photo = Attachment(id=AttachmentId("a1"), kind=FileKind.PHOTO, file_id="file-1")
    await rig.core.use.reply(rig.core.liu, case_id, words("春天<b>" + "树" * 900, attachments=[photo]))
    await opened(wang)
    assert "树" * 900 not in wang.shown

    await wang.presses("全文")

    texts = [str(window["text"]) for window in wang.windows]
    assert any("春天&lt;b&gt;" + "树" * 900 in text for text in texts)
    sent = [call for call in rig.session.called if call.startswith("send")]
    assert sent[-3:] == ["sendMessage", "sendPhoto", "sendMessage"]  # the words, the file, the window below them
    assert "种几棵树" in wang.shown


async def test_more_can_be_written_by_a_button_and_pictures_are_warned_of(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    rig.core.files.telegram["v1"] = b"a voice"
    await opened(wang)
    await wang.presses("我要补充")
    assert "照片、语音都行" in wang.shown

    await wang.says(voice={"file_id": "v1", "file_unique_id": "u1", "duration": 2})

    assert "听出、看出" in wang.shown
    (message,) = rig.core.messages(case_id)
    assert [file.kind for file in message.attachments] == [FileKind.VOICE]


async def test_a_file_telegram_has_lost_comes_from_our_own_copy(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    kept = await rig.core.blobs.put(b"pixels")
    photo = Attachment(id=AttachmentId("a1"), kind=FileKind.PHOTO, file_id="file-1", blob_id=kept)
    await rig.core.use.reply(rig.core.liu, case_id, words("看图", attachments=[photo]))
    await opened(wang)
    rig.session.refuse["sendPhoto"] = "wrong file identifier/HTTP URL specified"

    await wang.presses("全文")

    assert rig.session.called.count("sendPhoto") == 2
    assert "不再保存" not in wang.shown


async def test_a_file_nobody_has_any_more_is_said_to_be_gone(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    photo = Attachment(id=AttachmentId("a1"), kind=FileKind.PHOTO, file_id="file-1")
    await rig.core.use.reply(rig.core.liu, case_id, words("看图", attachments=[photo]))
    await opened(wang)
    rig.session.refuse["sendPhoto"] = "wrong file identifier/HTTP URL specified"

    await wang.presses("全文")

    assert "不再保存" in wang.shown
    assert "种几棵树" in wang.shown


async def test_each_addition_is_taken_and_one_repeated_after_a_kill_is_taken_once(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await opened(wang)
    await wang.says("再种几盆花")
    rig.dies = True
    await wang.says("再种几棵草")
    await rig.repeat()
    await wang.says("就这些")

    assert [message.text for message in rig.core.messages(case_id)] == ["再种几盆花", "再种几棵草", "就这些"]


async def test_what_was_said_stands_where_it_was_said(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    """Of an anonymous case only days are known; a day's words stood before all that happened on it."""
    use, liu = rig.core.use, rig.core.liu
    await use.claim(liu, case_id)
    await use.ask(liu, case_id, words("种在哪里？"))
    await opened(wang)
    await wang.says("北门")
    await use.reply(liu, case_id, words("好的"))
    await use.prompt(liu, case_id, LinkRole.PROMPT_ANSWER, press="1", subject=Verdict.ADOPTED)
    await use.answer(liu, case_id, words("下周种"))
    await wang.says("谢谢")

    told = ["接手", "请您补充", "种在哪里", "北门", "好的", "办理答复", "下周种", "谢谢"]
    found = [wang.shown.rfind(word) for word in told]
    assert found == sorted(found)
    assert -1 not in found


async def test_a_document_may_name_its_writer(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    rig.core.files.telegram["d1"] = b"a document"
    await opened(wang)

    await wang.says(document={"file_id": "d1", "file_unique_id": "u1", "file_name": "王秀英.docx"})

    assert "文件里可能有您的名字" in wang.shown


async def test_a_position_can_be_added(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await opened(wang)

    await wang.says(location={"latitude": 39.9, "longitude": 116.4})

    assert [message.text for message in rig.core.messages(case_id)] == ["🗺 39.9, 116.4"]


async def test_a_file_that_cannot_be_fetched_is_not_said_to_be_added(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await opened(wang)

    await wang.says(caption="这里", photo=[{"file_id": "p1", "file_unique_id": "u1", "width": 9, "height": 9}])

    assert "还没有交上去" in wang.shown
    assert not rig.core.messages(case_id)


async def test_it_is_withdrawn_only_when_asked_twice(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await opened(wang)
    await wang.presses("撤回")
    assert "真的要撤回" in wang.shown
    await wang.presses("不撤回")
    assert rig.core.case(case_id).open

    await wang.presses("撤回")
    await wang.presses("确定撤回")

    assert rig.core.case(case_id).stage is Stage.WITHDRAWN
    assert "已撤回" in wang.shown
    assert not [label for label in wang.labels if "补充" in label or "撤回" in label]


async def test_a_wrong_code_can_be_given_up(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("/cases")
    await wang.presses("匿名")

    await wang.presses("主菜单")

    assert "幸福社区" in wang.shown
    assert rig.core.use.codes.code_of(wang.telegram_id) is None
    assert rig.core.case(case_id).open
