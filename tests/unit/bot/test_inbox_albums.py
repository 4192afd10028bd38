"""An album comes as several messages: its words are known to every part, whichever has them."""

import asyncio
from typing import Any

import pytest

from bot import inbox as inbox_module
from tests.inbox_rig import Rig, update

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("waits")]


def part(number: int, caption: str = "", album: str = "a1") -> dict[str, Any]:
    message = {"chat": {"id": 5}, "from": {"id": 5}, "media_group_id": album}
    return {"update_id": number, "message": {**message, **({"caption": caption} if caption else {})}}


async def test_every_part_of_an_album_knows_its_caption(rig: Rig) -> None:
    await rig.take(part(1), part(2, "//内部"), part(3, album="a2"), update(4))

    assert rig.captions == ["//内部", "//内部", "", ""]


async def test_an_album_without_a_caption_is_waited_for_once(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.inbox.ALBUM_PATIENCE", 0.05)
    await rig.runner.accept([part(1)])
    await asyncio.sleep(0)
    await rig.runner.accept([part(2, "//内部")])
    async with asyncio.timeout(10):
        await rig.runner.idle.wait()

    assert rig.captions == ["//内部", "//内部"]


async def test_the_words_under_the_first_part_are_known_to_those_that_come_after_it(rig: Rig) -> None:
    await rig.take(part(1, "/nto 他家有病人"), part(2), part(3))
    await rig.take(part(4))
    await rig.take(part(5, album="a2"))

    assert rig.captions == [*["/nto 他家有病人"] * 4, ""]


async def test_the_words_of_a_few_albums_are_remembered(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_module, "CAPTIONS", 2)
    for number in range(1, 4):
        await rig.take(part(number, f"字{number}", album=f"a{number}"))
    for number in range(1, 4):
        await rig.take(part(number + 10, album=f"a{number}"))

    assert rig.captions[3:] == ["", "字2", "字3"]
