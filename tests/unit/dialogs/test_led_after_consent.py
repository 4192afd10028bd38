"""What somebody wrote before they were asked leads where it would have led afterwards."""

from dataclasses import replace

import pytest

from core.routing.model import Intent
from core.shared.errors import StorageError
from dialogs.doors import DOORS, Wish
from dialogs.pages import Visit
from tests.booking_rig import Office
from tests.dialog_rig import DialogRig, Person
from tests.door_rig import ROUTER, WAITING, came_back_with

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig(route=ROUTER)


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    Office(rig.core)
    return rig.person()


async def agrees(person: Person) -> None:
    for _ in range(3):  # the language, then both questions
        await person.says("1")


async def test_the_first_words_open_their_door(wang: Person) -> None:
    text = "下周二想找律师问遗产"
    await wang.says(text)
    await agrees(wang)

    assert "二楼调解室" in wang.shown
    assert f"“{text}”" in wang.shown
    await came_back_with(wang, text)


async def test_a_petition_begins_with_them(wang: Person) -> None:
    await wang.says("垃圾桶三天没人清")
    await agrees(wang)

    assert wang.draft is not None
    assert wang.draft.parts == ["垃圾桶三天没人清"]
    assert wang.words is None


async def test_where_it_is_not_sure_it_is_asked(wang: Person) -> None:
    await wang.says("墙裂了，见附件")
    await agrees(wang)

    assert "您是想" in wang.shown


@pytest.mark.parametrize("texts", [["今天天气真好"], ["想找律师", "垃圾桶三天没人清"]])
async def test_what_is_not_known_or_may_be_two_matters_is_offered(wang: Person, texts: list[str]) -> None:
    for text in texts:
        await wang.says(text)
    await agrees(wang)

    assert WAITING in wang.shown
    assert wang.words is not None
    assert wang.words.parts == texts


async def test_what_somebody_else_said_is_offered(wang: Person) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "老李", "date": 1}
    await wang.says("想找律师", forward_origin=origin)
    await agrees(wang)

    assert WAITING in wang.shown


async def test_the_last_of_several_leads_too(wang: Person) -> None:
    await wang.says("今天天气真好")
    await wang.says("下周二想找律师问遗产")
    await agrees(wang)
    await wang.presses("只留最后一条")
    await wang.presses("只留这一条")

    assert "二楼调解室" in wang.shown


async def test_words_that_wait_do_not_swallow_what_is_said_clearly(wang: Person) -> None:
    await wang.says("你好")
    await agrees(wang)
    await wang.says("今天天气真好")
    await wang.says("下周二想找律师问遗产")
    await wang.presses("最后一条：约律师")

    assert "二楼调解室" in wang.shown
    assert wang.words is not None
    assert wang.words.parts == ["今天天气真好"]
    await wang.says("/menu")
    assert "为您服务" in wang.shown


async def test_nothing_is_lost_where_the_door_fails(wang: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(_visit: Visit, _wish: Wish) -> None:
        raise StorageError("storage-failed")

    await wang.says("今天天气真好")
    await agrees(wang)
    await wang.says("想找律师")
    monkeypatch.setitem(DOORS, Intent.LEGAL, replace(DOORS[Intent.LEGAL], open=fails))
    with pytest.raises(StorageError):
        await wang.presses("最后一条：约律师")

    assert wang.words is not None
    assert wang.words.parts == ["今天天气真好", "想找律师"]


async def test_what_it_leads_to_comes_back_with_the_others(wang: Person) -> None:
    await wang.says("今天天气真好")
    await agrees(wang)
    await wang.says("想找律师")
    await wang.presses("最后一条：约律师")
    await wang.presses("不是这个意思")

    assert wang.words is not None
    assert sorted(wang.words.parts) == ["今天天气真好", "想找律师"]


@pytest.mark.parametrize("text", ["谢谢", "垃圾桶三天没人清", "嗯嗯好的吧"])
async def test_a_petition_or_nothing_clear_is_more_of_the_same(wang: Person, text: str) -> None:
    await wang.says("今天天气真好")
    await agrees(wang)
    await wang.says(text)

    assert not any("最后一条：" in label for label in wang.labels)
