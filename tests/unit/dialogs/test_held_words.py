"""An answer to a message of no known case may be for an anonymous one: it must not rest beside the person."""

from typing import Any

import pytest

from core.shared.actions import Action, ActionCode
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig, Person
from tests.fakes.database import Link

pytestmark = pytest.mark.unit

CODE = "ABCD-EFGH-JKLM"


@pytest.fixture
async def case_id(rig: DialogRig) -> PetitionId:
    return await rig.core.submitted_anonymously(parts=["种几棵树"])


def answering(person: Person) -> dict[str, Any]:
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    chat = {"id": person.telegram_id, "type": "private"}
    return {"reply_to_message": {"message_id": 7, "date": 1, "chat": chat, "from": bot, "text": "收到了"}}


async def test_it_goes_into_the_case_whose_code_follows(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    rig.core.files.telegram["p1"] = b"a picture"
    await wang.says("还有，路灯也修", **answering(wang))
    assert "还没有存下来" in wang.shown
    photo = [{"file_id": "p1", "file_unique_id": "u1", "width": 9, "height": 9}]
    await wang.says(caption="看图", photo=photo, **answering(wang))
    assert "先记着" in wang.shown
    assert not [key for key in rig.core.tables.state if key.startswith("words:")]
    for trace in ("路灯", "看图", "p1"):
        assert trace not in repr(rig.core.tables.state)

    await wang.says(CODE)

    said = [(message.text, len(message.attachments)) for message in rig.core.messages(case_id)]
    assert said == [("还有，路灯也修", 0), ("看图", 1)]
    assert wang.words is None


async def test_it_can_be_something_else_after_all(wang: Person) -> None:
    await wang.says("楼道灯坏了", **answering(wang))
    await wang.presses("不是匿名的事")

    assert "楼道灯坏了" in wang.shown
    assert wang.words is not None
    assert wang.words.parts == ["楼道灯坏了"]
    await wang.presses("当作一件新的事")
    assert wang.draft is not None
    assert wang.draft.parts == ["楼道灯坏了"]


async def test_who_drops_them_is_told_that_nothing_was_kept(rig: DialogRig, wang: Person) -> None:
    await wang.says("好的", **answering(wang))
    await wang.presses("不要了")

    assert "1 条没有交上去，也没有存下来" in wang.shown
    assert wang.words is None
    assert await rig.core.use.held.get(wang.telegram_id) is None


LEAVING = ("/start", "/petition", "/cases", "/help", "/language", "/nothing", "主菜单")


async def reply_to_named(rig: DialogRig, wang: Person, petition_id: PetitionId) -> None:
    link = Link(petition_id=petition_id, role=LinkRole.RECEIPT, case_message_id=None)
    rig.core.tables.links[ChatId(wang.telegram_id), MessageId(9)] = link
    answered = answering(wang)
    answered["reply_to_message"]["message_id"] = 9
    await wang.says("补充一句", **answered)


@pytest.mark.parametrize("way", [*LEAVING, "a reply", "a button"])
async def test_whoever_leaves_is_told_that_they_wait_and_finds_them_again(
    rig: DialogRig, wang: Person, case_id: PetitionId, way: str
) -> None:
    named = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await wang.says("还有，路灯也修", **answering(wang))
    if way == "a reply":
        await reply_to_named(rig, wang, named)
    elif way == "a button":
        await wang.forges(ActionCode(Action.SHOW_CASE, named, 1).pack())
    else:
        await wang.says(way)
    assert "还有 1 条话等着查询码" in wang.shown
    assert "路灯" not in repr(rig.core.tables)
    assert "路灯" not in repr(rig.core.messages(named))

    await wang.says("/start")
    assert "您还有 1 条" not in wang.shown
    await wang.presses("还有 1 条话等着查询码")
    await wang.says(CODE)

    assert [message.text for message in rig.core.messages(case_id)] == ["还有，路灯也修"]
    await wang.says("/start")
    assert not any("等着查询码" in label for label in wang.labels)


async def test_a_code_typed_anywhere_takes_them_in(rig: DialogRig, wang: Person, case_id: PetitionId) -> None:
    await wang.says("还有，路灯也修", **answering(wang))
    await wang.says("/start")
    await wang.says(CODE)

    assert [message.text for message in rig.core.messages(case_id)] == ["还有，路灯也修"]
    assert "已补充" in wang.shown


async def test_a_second_answer_joins_the_first_though_another_window_is_open(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("还有，路灯也修", **answering(wang))
    await wang.says("/start")
    await wang.says("还有，种几棵银杏", **answering(wang))
    await wang.says(CODE)

    assert [message.text for message in rig.core.messages(case_id)] == ["还有，路灯也修", "还有，种几棵银杏"]


async def test_words_that_answer_nothing_are_offered_as_ever(wang: Person) -> None:
    await wang.says("楼道灯坏了")

    assert wang.words is not None
    assert wang.words.parts == ["楼道灯坏了"]


async def test_an_answer_to_a_case_that_has_ended_is_offered_as_a_new_matter(rig: DialogRig, wang: Person) -> None:
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    await rig.core.use.withdraw(rig.core.wang, case_id)
    link = Link(petition_id=case_id, role=LinkRole.RECEIPT, case_message_id=None)
    rig.core.tables.links[ChatId(wang.telegram_id), MessageId(7)] = link
    await wang.says("还是想说一句", **answering(wang))

    assert "不能再改" in wang.shown
    assert "还是想说一句" in wang.shown
    assert any("新的事" in label for label in wang.labels)


@pytest.mark.parametrize("words", ["and the lamp", "ok on floor 3", "yes please", "FIX THE LAMP"])
async def test_short_english_words_are_no_wrong_code(
    rig: DialogRig, wang: Person, case_id: PetitionId, words: str
) -> None:
    await wang.says("Please also fix the door downstairs", **answering(wang))
    await wang.says(words)
    assert "先记着" in wang.shown
    await wang.says("abcd efgh jklm")

    said = [message.text for message in rig.core.messages(case_id)]
    assert said == ["Please also fix the door downstairs", words]


@pytest.mark.parametrize("typed", ["ABCD-EFGH-JKL", "abcd-efgh-jklmn", "abcdefghjkln"])
async def test_a_slip_in_the_code_is_no_words(rig: DialogRig, wang: Person, case_id: PetitionId, typed: str) -> None:
    await wang.says("还有，路灯也修", **answering(wang))
    await wang.says(typed)
    assert "没有这个查询码" in wang.shown
    await wang.says(CODE)

    assert [message.text for message in rig.core.messages(case_id)] == ["还有，路灯也修"]


async def test_a_bare_number_chooses_nothing_while_words_wait(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    await wang.says("还有门也坏了，请一起修", **answering(wang))
    assert not any(label[0].isdecimal() for label in wang.labels)
    await wang.says("2")
    assert "先记着" in wang.shown
    await wang.says(CODE)

    assert [message.text for message in rig.core.messages(case_id)] == ["还有门也坏了，请一起修", "2"]


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_an_edit_changes_what_is_held(rig: DialogRig, wang: Person, case_id: PetitionId, elsewhere: bool) -> None:
    message_id = await wang.says("种十颗树", **answering(wang))
    await wang.says("还有，路灯也修")
    if elsewhere:
        await wang.says("/start")
    await wang.edits(message_id, "种十棵银杏")
    assert "按您改的记下了" in wang.shown
    assert "银杏" not in repr(rig.core.tables)
    await wang.says(CODE)

    assert [message.text for message in rig.core.messages(case_id)] == ["种十棵银杏", "还有，路灯也修"]


@pytest.mark.parametrize("words", ["door is broken", "0571-88881234", "138-1234-5678", "2-1-301", "same week next"])
async def test_what_looks_a_little_like_a_code_is_held_too(
    rig: DialogRig, wang: Person, case_id: PetitionId, words: str
) -> None:
    await wang.says("还有，路灯也修，我的电话是", **answering(wang))
    await wang.says(words)
    await wang.says(CODE)

    assert [message.text for message in rig.core.messages(case_id)] == ["还有，路灯也修，我的电话是", words]


@pytest.mark.parametrize("words", ["need help here", "this lamp died", "0571-88881234", "same week next"])
async def test_four_letters_three_times_are_words(wang: Person, words: str) -> None:
    await wang.says(words)

    assert wang.words is not None
    assert wang.words.parts == [words]


async def test_a_held_picture_that_cannot_be_had_goes_on_waiting(
    rig: DialogRig, wang: Person, case_id: PetitionId
) -> None:
    photo = [{"file_id": "p1", "file_unique_id": "u1", "width": 9, "height": 9}]
    await wang.says(caption="路灯坏了三盏", photo=photo, **answering(wang))
    await wang.says(CODE)
    assert "还没有交上去" in wang.shown
    rig.core.files.telegram["p1"] = b"a picture"
    await wang.says(CODE)

    assert [(m.text, len(m.attachments)) for m in rig.core.messages(case_id)] == [("路灯坏了三盏", 1)]


async def test_what_does_not_fit_into_an_offer_goes_on_waiting(wang: Person) -> None:
    for _ in range(6):
        await wang.says("长" * 4_000, **answering(wang))
    await wang.presses("不是匿名的事")

    assert wang.words is not None
    waits = await wang.rig.core.use.held.get(wang.telegram_id)
    assert len(wang.words.parts) + str(waits).count("message_id") == 6


@pytest.mark.parametrize("typed", [False, True])
async def test_what_answers_the_word_that_gave_the_number_is_for_that_case(
    rig: DialogRig, wang: Person, typed: bool
) -> None:
    for text in ("/petition", "1", "楼道灯坏了", "写完了", "3号楼"):
        await wang.says(text)
    await (wang.says("确认") if typed else wang.presses("确认提交"))
    said_in = wang.windows[-1]["message_id"]
    rig.restart()
    reply = answering(wang)
    reply["reply_to_message"]["message_id"] = said_in
    await wang.says("是三楼的灯", **reply)

    (case,) = rig.core.tables.petitions.values()
    assert [message.text for message in rig.core.messages(case.id)] == ["是三楼的灯"]


async def test_it_does_not_wait_beside_somebody_who_has_to_agree_anew(
    rig: DialogRig, wang: Person, case_id: PetitionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert case_id
    monkeypatch.setattr("core.people.model.CONSENT_VERSION", "2027-01")
    await wang.says("还有，路灯也修", **answering(wang))

    assert "没有存下来" in str(wang.windows)
    assert "路灯" not in repr(rig.core.tables.state)
