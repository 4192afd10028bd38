"""The menu, prompts that have a reason for answer, and commands that are about a case."""

import pytest

from core.petitions.model import Author, Event
from core.shared.actions import Action
from core.shared.link_roles import LinkRole
from tests.fakes.database import Link
from tests.group_rig import CARD, LIU, Group, a_group

pytestmark = pytest.mark.unit

PROMPT = 900


@pytest.fixture
async def group() -> Group:
    group = await a_group()
    await group.rig.core.use.claim(group.rig.core.liu, group.case_id)
    return group


def events(group: Group) -> list[Event]:
    return [row.event for row in group.rig.core.history(group.case_id)]


async def test_the_card_has_a_menu_and_the_menu_asks_for_the_reason(group: Group) -> None:
    await group.presses(Action.MORE)
    assert group.rig.core.said(group.rig.core.desk.chat_id)[-1] == "case-menu"

    await group.presses(Action.HAND_BACK)
    assert group.rig.core.said(group.rig.core.desk.chat_id)[-1] == "prompt-hand-back"
    await group.says("下周休假", **group.topic())

    assert events(group)[-1] is Event.HAND_BACK
    assert group.authors == [(Author.NOTE, "下周休假")]


async def test_a_prompt_is_answered_by_whom_it_asks_and_once(group: Group) -> None:
    link = Link(petition_id=group.case_id, role=LinkRole.PROMPT_HAND_BACK, case_message_id=None)
    group.rig.core.tables.links[group.rig.core.desk.chat_id, PROMPT] = link
    answer = group.answering(PROMPT)
    asked = {"type": "text_mention", "offset": 0, "length": 2}
    answer["reply_to_message"]["text"] = "刘敏 请写"
    answer["reply_to_message"]["entities"] = [asked | {"user": {"id": LIU, "is_bot": False, "first_name": "刘敏"}}]

    await group.says("我来退", user=7002, name="陈杰", **answer)
    assert "请同事写的" in group.told
    await group.says("下周休假", **answer)
    assert events(group)[-1] is Event.HAND_BACK
    await group.says("还有", **answer)
    assert "不在您手上" in group.told
    assert not [item for item in group.rig.core.items if item.dedupe.startswith("reply:")]


async def test_further_pictures_of_the_reason_are_notes(group: Group) -> None:
    await group.presses(Action.HAND_BACK)
    photo = [{"file_id": "A", "file_unique_id": "a", "width": 1, "height": 1, "file_size": 3}]

    await group.says(photo=photo, caption="下周休假", media_group_id="9", **group.topic())
    await group.says(photo=photo, media_group_id="9", album_caption="下周休假", **group.topic())

    assert events(group)[-2:] == [Event.HAND_BACK, Event.NOTE]
    assert {author for author, _ in group.authors} == {Author.NOTE}


@pytest.mark.parametrize("typed", ["/handback 下周休假", "/HANDBACK   下周休假"])
@pytest.mark.parametrize("where", ["topic", "card"])
async def test_a_command_is_about_the_case_where_it_stands(group: Group, where: str, typed: str) -> None:
    place = group.answering(CARD) if where == "card" else group.topic()

    await group.says(typed, **place)

    assert events(group)[-1] is Event.HAND_BACK
    assert group.authors == [(Author.NOTE, "下周休假")]


@pytest.mark.parametrize("number", ["1", "XF-2026-000001", "2026-1", "xf 2026 000001", "No.1", "1，", "000001:"])
async def test_elsewhere_it_is_about_the_case_of_the_number(group: Group, number: str) -> None:
    await group.says(f"/handback {number} 下周休假")

    assert events(group)[-1] is Event.HAND_BACK
    assert group.authors == [(Author.NOTE, "下周休假")]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/handback", "要对哪一件事用 /handback"),
        ("/handback 下周休假", "要对哪一件事"),
        ("/handback 1楼太远", "要对哪一件事"),
        ("/handback 7 下周休假", "没有这个编号"),
    ],
)
async def test_a_command_about_no_case_says_how_to_write_it(group: Group, typed: str, told: str) -> None:
    await group.says(typed)

    assert told in group.told
    assert Event.HAND_BACK not in events(group)


async def test_a_command_without_words_asks_for_them(group: Group) -> None:
    await group.says("/handback", **group.topic())

    assert group.rig.core.said(group.rig.core.desk.chat_id)[-1] == "prompt-hand-back"


async def test_keeping_out_is_asked_once_more_in_the_menu_and_not_in_words(group: Group) -> None:
    await group.presses(Action.RECUSE)
    assert "不能改回来" in group.told
    assert events(group)[-1] is Event.CLAIM

    await group.says("/recuse", **group.topic())
    assert events(group)[-1] is Event.RECUSE
    await group.says("明天去", **group.topic())
    assert "已经回避" in group.told
