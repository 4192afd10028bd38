"""Notices in the desk's group, before the production dispatcher."""

from typing import Any

import pytest

from tests.dialog_rig import DATE
from tests.unit.bot.test_staff_news import Chats, chats, codes

__all__ = ["chats"]
pytestmark = pytest.mark.unit
PHOTO: dict[str, Any] = {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]}
LEFT_BEHIND = "图片和文件不会跟着发"


@pytest.mark.parametrize(
    ("own", "answered", "asked", "left"),
    [
        ({"text": "/notice 停水"}, None, True, False),
        ({"caption": "/notice 停水", **PHOTO}, None, True, True),
        ({"text": "/notice"}, {"caption": "停水", **PHOTO}, True, True),
        ({"text": "/notice"}, PHOTO, False, True),
        ({"text": "/notice 停水"}, PHOTO, True, False),
        ({"text": "/notice"}, {"text": "停水"}, True, False),
        ({"text": "/notice"}, None, False, False),
        ({"caption": "/notice", **PHOTO}, None, False, True),
        ({"text": "/notice"}, {"forum_topic_created": {"name": "话题", "icon_color": 7322096}}, False, False),
    ],
)
async def test_staff_are_told_what_does_not_go_along(
    chats: Chats, own: dict[str, Any], answered: dict[str, Any] | None, asked: bool, left: bool
) -> None:
    liu = chats.rig.core.liu
    given = {} if answered is None else chats.answering(liu, 5, date=DATE, **{"from": chats._user(liu), **answered})
    if answered is not None and "text" not in answered:
        del given["reply_to_message"]["text"]
    if "text" in own:
        command = {"entities": [{"type": "bot_command", "offset": 0, "length": 7}]}
    else:
        command = {"caption_entities": [{"type": "bot_command", "offset": 0, "length": 7}]}
    await chats.says(liu, **own, **command, **given)
    shown = chats.shown(liu)
    assert ("发给谁" in shown["text"], LEFT_BEHIND in shown["text"]) == (asked, left)
    assert bool(codes(shown)) is asked
