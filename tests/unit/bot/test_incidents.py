"""What a person is told when a message of theirs could not be handled, and what is no trouble at all."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest

from bot.incidents import end_press, notice_of
from bot.raw import inbox_row
from core.shared.errors import StorageError
from core.shared.language import Language
from core.shared.outbox import OutboxItem
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig
from tests.fakes.stores import FakeInbox

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


async def told(rig: DialogRig, update: dict[str, Any]) -> OutboxItem | None:
    """Set the update aside as the inbox does, and return what is to be said about it."""
    update = {"update_id": 7, **update}
    inbox = FakeInbox(rig.core.database)
    await inbox.put([inbox_row(update)])
    notice = notice_of(update, "AAAA-BBBB")
    await inbox.park(7, incident="AAAA-BBBB", payload="{}", notice=notice)
    items = [row.item for row in rig.core.tables.outbox.values() if row.item.dedupe.startswith("incident:")]
    return items[0] if items else None


async def test_the_number_is_told_and_nothing_of_the_words(rig: DialogRig) -> None:
    chat = {"id": rig.core.wang.telegram_id}

    item = await told(rig, {"message": {"chat": chat, "text": "秘密"}})

    assert item is not None
    assert item.spec is not None
    assert (item.chat_id, item.spec.otherwise) == (rig.core.wang.telegram_id, Language.ZH_CN)
    assert (item.spec.key, item.spec.args) == ("incident", {"incident": "AAAA-BBBB"})


async def test_where_there_are_topics_it_is_told_in_the_topic(rig: DialogRig) -> None:
    item = await told(rig, {"edited_message": {"chat": {"id": -5}, "message_thread_id": 9}})

    assert item is not None
    assert (item.chat_id, item.thread_id) == (-5, 9)


async def test_a_press_is_told_in_words_and_its_button_waits_no_longer(rig: DialogRig) -> None:
    press = {"callback_query": {"id": "c", "message": {"chat": {"id": rig.core.wang.telegram_id}}}}
    await end_press(rig.bot, press)
    rig.session.refuse["answerCallbackQuery"] = "query is too old and response timeout expired"
    await end_press(rig.bot, press)
    await end_press(rig.bot, {"message": {}})

    assert rig.session.called == ["answerCallbackQuery", "answerCallbackQuery"]
    assert await told(rig, press) is not None


@pytest.mark.parametrize(
    "payload",
    [
        {"message": {"chat": None}},
        {"message": {"chat": {"id": "x"}}},
        {"message": ["x"]},
        {"callback_query": {"message": "x"}},
        {"my_chat_member": {"chat": {"id": 1}}},
        {"poll": {}},
    ],
)
async def test_where_nobody_wrote_nobody_is_told(rig: DialogRig, payload: dict[str, Any]) -> None:
    assert await told(rig, payload) is None


@pytest.mark.parametrize("sender", [{"language_code": "en"}, {"language_code": 3}, {}, None, "x"])
async def test_whoever_has_not_agreed_yet_is_told_in_telegrams_language(rig: DialogRig, sender: Any) -> None:
    item = await told(rig, {"message": {"chat": {"id": 6}, "from": sender}})

    english = sender == {"language_code": "en"}
    assert item is not None
    assert item.spec is not None
    assert item.spec.otherwise is (Language.EN if english else Language.ZH_CN)


@pytest.mark.parametrize(
    "description", ["query is too old and response timeout expired", "message to delete not found"]
)
async def test_a_refusal_that_loses_nothing_is_no_incident(rig: DialogRig, description: str) -> None:
    wang = rig.resident()
    await wang.says("/start")
    rig.session.refuse["answerCallbackQuery"] = description

    await wang.forges("garbage", {"message_id": 9, "text": "old"})

    assert "幸福社区" in wang.shown


async def test_any_other_refusal_is_raised_to_the_inbox(rig: DialogRig) -> None:
    rig.session.refuse["sendMessage"] = "can't parse entities"

    with pytest.raises(TelegramBadRequest, match="can't parse"):
        await rig.resident().says("/start")


async def test_failing_infrastructure_is_raised_to_the_inbox_and_nothing_is_said(
    rig: DialogRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The inbox tries again; once, words for a case were then offered as a new petition instead."""
    case_id = (await rig.core.use.submit(rig.core.wang, a_draft())).petition_id
    wang = rig.resident()
    await wang.says("/cases")
    await wang.says("1")
    before = wang.shown

    async def down(*_: Any, **__: Any) -> str:
        raise StorageError("storage-failed")

    monkeypatch.setattr(type(rig.core.use.add_to_case), "__call__", down)
    with pytest.raises(StorageError):
        await wang.says("三楼也坏了")

    assert wang.shown == before
    assert wang.draft is None
    monkeypatch.undo()
    await wang.says("三楼也坏了")
    assert [message.text for message in rig.core.messages(case_id)] == ["三楼也坏了"]


async def test_a_case_that_is_not_ones_own_leads_home_with_a_sentence(rig: DialogRig) -> None:
    wang = rig.resident()

    await wang.forges("l1:cas:absent:0", {"message_id": 9, "text": "old"})

    assert "没有找到这件事" in wang.shown
    assert "幸福社区" in wang.shown
