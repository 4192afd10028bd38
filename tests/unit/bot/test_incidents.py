"""What a person is told when a message of theirs could not be handled, and what is no trouble at all."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest

from bot.incidents import IncidentTeller
from core.shared.errors import StorageError
from core.shared.language import Language
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.core_rig import a_draft
from tests.dialog_rig import DialogRig
from tests.fakes.queries import FakeLanguageReader
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def tell(rig: DialogRig) -> IncidentTeller:
    renderer = Renderer(default_catalogue(), SHANGHAI, lambda: START)
    return IncidentTeller(rig.bot, renderer, FakeLanguageReader(rig.core.database))


async def test_the_number_is_told_and_nothing_of_the_words(rig: DialogRig, tell: IncidentTeller) -> None:
    chat = {"id": rig.core.wang.telegram_id}

    await tell({"message": {"chat": chat, "text": "秘密"}}, "AAAA-BBBB")

    shown = rig.resident().shown
    assert "AAAA-BBBB" in shown
    assert "秘密" not in shown


async def test_a_press_is_answered_too(rig: DialogRig, tell: IncidentTeller) -> None:
    chat = {"id": rig.core.wang.telegram_id}

    await tell({"callback_query": {"id": "c", "message": {"chat": chat}}}, "AAAA-BBBB")

    assert rig.session.called == ["answerCallbackQuery", "sendMessage"]


async def test_a_press_too_old_to_be_answered_is_told_in_words(rig: DialogRig, tell: IncidentTeller) -> None:
    rig.session.refuse["answerCallbackQuery"] = "query is too old and response timeout expired"
    chat = {"id": rig.core.wang.telegram_id}

    await tell({"callback_query": {"id": "c", "message": {"chat": chat}}}, "AAAA-BBBB")

    assert "AAAA-BBBB" in rig.resident().shown


@pytest.mark.parametrize(
    "payload",
    [
        {"message": {"chat": None}},
        {"message": {"chat": {"id": "x"}}},
        {"my_chat_member": {"chat": {"id": 1}}},
        {"poll": {}},
    ],
)
async def test_where_nobody_wrote_nobody_is_told(rig: DialogRig, tell: IncidentTeller, payload: dict[str, Any]) -> None:
    await tell(payload, "AAAA-BBBB")

    assert rig.session.called == []


async def test_a_person_who_cannot_be_told_is_left_alone(rig: DialogRig, tell: IncidentTeller) -> None:
    rig.session.refuse["sendMessage"] = "chat not found"

    await tell({"message": {"chat": {"id": rig.core.wang.telegram_id}}}, "AAAA-BBBB")

    assert rig.session.messages == {}


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


@pytest.mark.parametrize(("language", "said"), [(Language.EN, "sorry"), (Language.ZH_TW, "對不起")])
async def test_it_is_told_in_the_persons_own_language(
    rig: DialogRig, tell: IncidentTeller, language: Language, said: str
) -> None:
    await rig.core.use.choose_language(rig.core.wang, language)

    await tell({"edited_message": {"chat": {"id": rig.core.wang.telegram_id}}}, "AAAA-BBBB")

    assert said in rig.resident().shown.lower()


@pytest.mark.parametrize("sender", [{"language_code": "en"}, {"language_code": 3}, {}, None])
async def test_whoever_has_not_agreed_yet_is_told_in_telegrams_language(
    rig: DialogRig, tell: IncidentTeller, sender: Any
) -> None:
    stranger = rig.person()

    await tell({"message": {"chat": {"id": stranger.telegram_id}, "from": sender}}, "AAAA-BBBB")

    assert ("sorry" in stranger.shown.lower()) == (sender == {"language_code": "en"})
