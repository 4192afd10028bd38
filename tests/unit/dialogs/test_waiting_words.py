"""Words that wait to be told what to become: blank ones are none, and several can be told apart."""

import json
from typing import Any

import pytest

from tests.dialog_rig import DialogRig, Person

pytestmark = pytest.mark.unit


def photo(file_id: str) -> dict[str, Any]:
    return {"photo": [{"file_id": file_id, "file_unique_id": file_id, "width": 1, "height": 1}]}


async def test_a_blank_message_adds_nothing_to_waiting_words(wang: Person) -> None:
    await wang.says("楼道灯坏了")

    await wang.says("\u3164\u200b ")

    assert "没有内容" in wang.shown
    assert "“楼道灯坏了”" in wang.shown
    assert wang.words is not None
    assert wang.words.parts == ["楼道灯坏了"]


async def test_every_waiting_message_is_shown_and_the_earlier_ones_can_be_thrown_away(
    rig: DialogRig, wang: Person
) -> None:
    for text in ("楼道灯坏了", "<b>垃圾</b>没人清", "想学太极拳"):
        await wang.says(text)
    assert "3 条消息" in wang.shown
    assert "• “楼道灯坏了”\n• “&lt;b&gt;垃圾&lt;/b&gt;没人清”\n• “想学太极拳”" in wang.shown

    await wang.presses("只留最后一条")
    assert "前面发的都会删掉" in wang.shown
    assert "• “想学太极拳”" in wang.shown
    await wang.presses("只留这一条")
    assert "楼道灯坏了" not in wang.shown
    assert not any("只留" in label for label in wang.labels)
    await wang.presses("当作一件新的事")
    await wang.presses("求助服务")
    for text in ("3号楼", "确认"):
        await wang.says(text)

    (case,) = rig.core.tables.petitions.values()
    assert case.text == "想学太极拳"


async def only_the_last(wang: Person) -> None:
    await wang.presses("只留最后一条")
    await wang.presses("只留这一条")


async def test_a_number_that_was_meant_as_words_throws_nothing_away(wang: Person) -> None:
    for text in ("楼道灯坏了，三单元老人摔了", "还有垃圾没人清"):
        await wang.says(text)
    assert wang.labels[3] == "4. 只留最后一条"

    await wang.says("4")
    assert "前面发的都会删掉" in wang.shown
    assert wang.words is not None
    assert wang.words.parts == ["楼道灯坏了，三单元老人摔了", "还有垃圾没人清"]

    await wang.says("四楼")
    assert "没看懂" in wang.shown
    assert "前面发的都会删掉" in wang.shown
    await wang.says("老人摔在四楼，灯也是四楼的坏了")
    assert "3 条消息" in wang.shown
    assert wang.words.parts[2:] == ["老人摔在四楼，灯也是四楼的坏了"]


@pytest.mark.parametrize(
    ("typed", "left", "shown"),
    [
        *[(typed, 1, "“还有垃圾没人清”") for typed in ("对", "好", "要", "确定", "yes")],
        *[(typed, 2, "2 条消息") for typed in ("返回", "不是", "取消", "留着", "等等", "别删", "no", "keep", "算了")],
        *[(typed, 2, "幸福社区") for typed in ("主菜单", "菜单", "menu")],
        *[(typed, 2, "前面发的都会删掉") for typed in ("什么意思", "why?", "哪一条")],
    ],
)
async def test_only_a_yes_throws_the_earlier_words_away(wang: Person, typed: str, left: int, shown: str) -> None:
    for text in ("楼道灯坏了，三单元老人摔了", "还有垃圾没人清"):
        await wang.says(text)
    await wang.presses("只留最后一条")
    await wang.says(typed)

    assert shown in wang.shown
    assert wang.words is not None
    assert len(wang.words.parts) == left


async def test_files_and_position_of_earlier_messages_go_with_them(wang: Person) -> None:
    await wang.says(caption="这是我家", **photo("home"))
    await wang.says(location={"latitude": 39.9, "longitude": 116.4})
    await wang.says("建议多种树")

    await only_the_last(wang)
    await wang.presses("当作一件新的事")

    assert wang.draft is not None
    assert (wang.draft.parts, wang.draft.files, wang.draft.latitude) == (["建议多种树"], [], None)


@pytest.mark.parametrize("caption", ["", "就在三号楼前"])
async def test_the_last_message_is_kept_though_it_is_a_photo(wang: Person, caption: str) -> None:
    await wang.says("楼道灯坏了")
    await wang.says(**photo("garbage"), **({"caption": caption} if caption else {}))

    await wang.presses("只留最后一条")
    assert "📎 照片 1 张" in wang.shown
    assert ("就在三号楼前" in wang.shown) == bool(caption)
    await wang.presses("只留这一条")

    assert wang.words is not None
    assert wang.words.parts == [caption] * bool(caption)
    assert [file.file_id for file in wang.words.files] == ["garbage"]
    assert not any("只留" in label for label in wang.labels)


async def test_an_album_or_a_position_that_came_last_is_kept_whole(wang: Person) -> None:
    await wang.says("楼道灯坏了")
    for number in range(2):
        await wang.says(**photo(f"garbage{number}"), media_group_id="a1")
    await only_the_last(wang)
    assert wang.words is not None
    assert (wang.words.parts, len(wang.words.files)) == ([], 2)

    await wang.says(location={"latitude": 39.9, "longitude": 116.4})
    await only_the_last(wang)
    assert (wang.words.files, wang.words.latitude) == ([], 39.9)
    assert wang.words.parts == ["🗺 39.9, 116.4"]


async def test_a_photo_that_waited_before_messages_were_counted_is_not_thrown_away(
    rig: DialogRig, wang: Person
) -> None:
    await wang.says(location={"latitude": 39.9, "longitude": 116.4})
    await wang.says(**photo("garbage"))
    await wang.says("垃圾没人清")
    key = f"words:{wang.telegram_id}"
    old = json.loads(rig.core.tables.state[key])
    del old["located_in"], old["files"][0]["said_in"], old["files"][0]["album"]
    rig.core.tables.state[key] = json.dumps(old)
    await wang.says("就在三号楼前")

    await only_the_last(wang)

    assert wang.words is not None
    assert (wang.words.parts, len(wang.words.files), wang.words.latitude) == (["就在三号楼前"], 1, 39.9)


async def test_many_waiting_messages_still_fit(wang: Person) -> None:
    for number in range(30):
        await wang.says(f"第{number}句：" + "长" * 500)

    assert "更早的 18 条也在" in wang.shown
    assert "第17句" not in wang.shown
    assert "第18句" in wang.shown
    assert "第29句" in wang.shown
    assert len(wang.shown) < 4_096
