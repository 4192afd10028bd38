"""Bursts of one person's messages: nothing is lost or refused in silence, and few windows are shown."""

from typing import Any

import pytest

from bot.middlewares.crowd import MANY
from bot.tries import MemoryTries
from core.shared.errors import StorageError
from core.shared.tries import HURRIED, Limit
from dialogs.crowd import BEHIND, CalmMessageManager
from tests.dialog_rig import DialogRig, Person
from tests.fakes.world import FakeElapsed

pytestmark = pytest.mark.unit
DICE = {"dice": {"emoji": "🎲", "value": 3}}
"""Nothing that can be passed on."""


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
async def wang(rig: DialogRig) -> Person:
    """王秀英 writing a complaint."""
    person = rig.resident()
    for words in ("/petition", "1", "楼道灯坏了"):
        await person.says(words)
    assert "已记下" in person.shown
    return person


async def burst(person: Person, *texts: str, more: int = MANY) -> None:
    """Say all of it while further messages wait."""
    for n, text in enumerate(texts):
        token = BEHIND.set(len(texts) - 1 - n + more)
        try:
            await (person.says(text) if text else person.says(**DICE))
        finally:
            BEHIND.reset(token)


async def test_a_burst_has_one_sentence_and_one_window(rig: DialogRig, wang: Person) -> None:
    before = len(wang.windows)
    await burst(wang, *(f"第{n}句" for n in range(20)))
    assert [window["text"] for window in wang.windows[before:]] == [wang.shown]
    assert "您发得很快" in wang.shown
    assert "每一条都收到" not in wang.shown  # what does not fit is not taken

    await wang.says("最后一句")
    assert len(wang.windows) == before + 2
    assert "已记下" in wang.shown
    assert wang.draft is not None
    assert [*wang.draft.parts[1:]] == [*(f"第{n}句" for n in range(20)), "最后一句"]


async def test_what_was_refused_in_between_is_said_at_the_end(wang: Person) -> None:
    await burst(wang, "一句话", "", "两句话", "")
    await wang.says("好了吧")

    assert wang.shown.count("这种消息我还收不了") == 1
    assert "已记下" in wang.shown


async def test_what_was_refused_in_between_is_said_though_we_were_stopped(rig: DialogRig, wang: Person) -> None:
    await burst(wang, "一句话", "", "两句话")
    rig.restart()
    await burst(wang, "三句话", "四句话")
    await wang.says("好了吧")

    assert wang.shown.count("这种消息我还收不了") == 1
    await wang.says("又一句")
    assert "这种消息我还收不了" not in wang.shown


async def test_a_burst_that_ends_with_something_nobody_answers_has_its_window(wang: Person) -> None:
    said = await wang.says("在三楼")
    await burst(wang, "一句话", "")
    await wang.edits(said, location={"latitude": 31.2, "longitude": 121.5})

    assert "这种消息我还收不了" in wang.shown
    assert "已记下" in wang.shown
    before = len(wang.windows)
    await wang.edits(said, location={"latitude": 31.2, "longitude": 121.6})
    assert len(wang.windows) == before


async def test_what_is_still_to_be_said_outlives_a_failure_and_another_conversation(
    rig: DialogRig, wang: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A press in a chat of somebody else's is handled beside the person's own messages."""
    await burst(wang, "一句话", "")
    failing = monkeypatch.context()
    with failing as patch:
        patch.setattr(type(rig.core.use.drafts), "get", _fails)
        with pytest.raises(StorageError):
            await wang.says("好了吧")
    show = CalmMessageManager.show_message

    async def beside(*given: Any) -> Any:
        monkeypatch.setattr(CalmMessageManager, "show_message", show)
        await wang.says("还有")
        return await show(*given)

    monkeypatch.setattr(CalmMessageManager, "show_message", beside)
    await wang.says("好了吧")

    assert sum("这种消息我还收不了" in window["text"] for window in wang.windows) == 1


async def _fails(*_: object) -> None:
    raise StorageError("storage-failed")


async def test_a_few_are_answered_each(wang: Person) -> None:
    before = len(wang.windows)
    await burst(wang, "一句话", "两句话", more=MANY - 3)

    assert len(wang.windows) == before + 2


async def test_a_new_page_is_shown_however_fast_one_writes(wang: Person) -> None:
    before = len(wang.windows)
    await burst(wang, "写完了，下一步", "东门口")

    assert len(wang.windows) == before + 2
    assert "请看一遍" in wang.shown


async def test_what_is_to_be_read_first_is_shown_each_time(rig: DialogRig) -> None:
    person = rig.person()
    for words in ("/start", "1"):
        await person.says(words)
    assert "先说清楚" in person.shown
    before = len(person.windows)
    await burst(person, "喂喂喂喂", "有人在吗")

    assert len(person.windows) == before + 2


async def test_the_sentence_comes_once_a_minute(rig: DialogRig, wang: Person) -> None:
    for _ in range(3):
        await burst(wang, "一句话", "两句话")
        await wang.says("完")
    assert len([window for window in wang.windows if "您发得很快" in window["text"]]) == 1

    rig.core.elapsed.pass_by(HURRIED.seconds)
    await burst(wang, "一句话", "两句话")
    assert "您发得很快" in wang.shown


async def test_an_album_is_no_hurry(wang: Person) -> None:
    size = {"file_id": "F", "file_unique_id": "u", "width": 90, "height": 90, "file_size": 1_000}
    token = BEHIND.set(MANY)
    try:
        for _ in range(4):
            await wang.says(photo=[size], media_group_id="g")
    finally:
        BEHIND.reset(token)
    await wang.says(photo=[size], media_group_id="g")

    assert not any("您发得很快" in window["text"] for window in wang.windows)
    assert "5 个文件" in wang.shown


def test_tries_come_back_with_time_and_are_each_persons_own() -> None:
    elapsed = FakeElapsed()
    tries, limit = MemoryTries(elapsed), Limit("x", 2, 10.0)
    for who in (1, 1, 2):
        tries.count(limit, who)
        elapsed.pass_by(1)
    assert [tries.used_up(limit, who) for who in (1, 2, 3)] == [True, False, False]
    assert not tries.used_up(Limit("y", 2, 10.0), 1)

    elapsed.pass_by(7)
    assert not tries.used_up(limit, 1)
