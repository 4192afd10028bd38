"""Words longer than a message: in a group without topics only their first part answers the card."""

from typing import Any

import pytest

from core.petitions.model import Author
from tests.dialog_rig import DATE
from tests.group_rig import CARD, Group, a_group

pytestmark = pytest.mark.unit

LONG = "很长。" * 1_300


@pytest.fixture
async def group() -> Group:
    return await a_group()


async def begins(group: Group, text: str = LONG) -> None:
    await group.says(text, **group.answering(CARD))


async def test_the_rest_of_a_reply_goes_the_same_way(group: Group) -> None:
    await begins(group)
    await group.says("剩下的", date=DATE + 1)

    assert group.authors == [(Author.STAFF, LONG), (Author.STAFF, "剩下的")]


async def test_the_rest_of_a_note_stays_inside(group: Group) -> None:
    await begins(group, f"//{LONG}")
    await group.says("剩下的", date=DATE + 30)

    assert group.authors == [(Author.NOTE, LONG), (Author.NOTE, "剩下的")]


@pytest.mark.parametrize("seconds", [30, -3_600])
async def test_what_only_may_be_the_rest_is_said_to_be_kept_nowhere(group: Group, seconds: int) -> None:
    """Later than at once, or both read after an outage."""
    await begins(group)
    await group.says("大家吃饭了吗", date=DATE + seconds)

    assert group.authors == [(Author.STAFF, LONG)]
    assert "如果它是您上一条的后半段" in group.told


async def test_a_colleagues_message_in_between_leaves_it_in_doubt(group: Group) -> None:
    await begins(group)
    await group.says("好", 7002, "陈杰", date=DATE + 1)
    await group.says("剩下的", date=DATE + 1)

    assert group.authors == [(Author.STAFF, LONG)]
    assert "如果它是您上一条的后半段" in group.told


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("短", {"date": DATE + 1}),
        (LONG, {"date": DATE + 120}),
        (LONG, {"date": DATE + 1, "user": 7002, "name": "陈杰"}),
    ],
)
async def test_talk_after_other_words_is_talk(group: Group, first: str, then: dict[str, Any]) -> None:
    await begins(group, first)
    told = group.told
    await group.says("大家吃饭了吗", **then)

    assert group.authors == [(Author.STAFF, first)]
    assert group.told == told
