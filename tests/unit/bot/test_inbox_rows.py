import json
from typing import Any

import pytest
from aiogram_dialog.utils import REPLY_CALLBACK_SYMBOLS, encode_reply_callback

from bot.raw import clean_update, inbox_row

pytestmark = pytest.mark.unit

USER = {"id": 5, "is_bot": False, "first_name": "王"}
PRIVATE = {"id": 5, "type": "private"}
GROUP = {"id": -1_001, "type": "supergroup"}


@pytest.mark.parametrize(
    ("update", "key"),
    [
        ({"message": {"chat": PRIVATE, "from": USER}}, "c5"),
        ({"edited_message": {"chat": PRIVATE, "from": USER}}, "c5"),
        ({"callback_query": {"from": USER, "message": {"chat": PRIVATE}}}, "c5"),
        ({"message": {"chat": GROUP, "from": USER}}, "c-1001"),
        ({"callback_query": {"from": USER, "message": {"chat": GROUP, "date": 0}}}, "c-1001"),
        ({"callback_query": {"from": USER, "inline_message_id": "x"}}, "u5"),
        ({"my_chat_member": {"chat": GROUP, "from": USER}}, "c-1001"),
        ({"chat_member": {"chat": GROUP, "from": USER}}, "c-1001"),
        ({"inline_query": {"from": USER, "query": ""}}, "u5"),
        ({"poll": {"id": "1"}}, "u0"),
        ({}, "u0"),
        ({"message": {"chat": None, "from": USER}}, "u5"),
        ({"message": {"chat": {"id": "5"}, "from": [1]}}, "u0"),
        ({"callback_query": {"from": None, "message": "x"}}, "u0"),
    ],
)
def test_one_chat_is_one_conversation(update: dict[str, Any], key: str) -> None:
    row = inbox_row({"update_id": 9, **update})

    assert (row.update_id, row.order_key) == (9, key)
    assert json.loads(row.payload) == {"update_id": 9, **update}


@pytest.mark.parametrize("kind", ["message", "edited_message"])
@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("同意", "同意"),
        ("同意" + encode_reply_callback("abc\x1dc:yes"), "同意"),
        ("同意\u200b", "同意"),
        ("\u2060同\u2060意", "\u2060同\u2060意"),
        (REPLY_CALLBACK_SYMBOLS, "\u00a0"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("同意 ", "同意 "),
    ],
)
def test_characters_nobody_sees_are_dropped_from_the_end(kind: str, text: str, clean: str) -> None:
    assert clean_update({kind: {"text": text}}) == {kind: {"text": clean}}


@pytest.mark.parametrize(
    "update", [{}, {"message": {"photo": []}}, {"message": None}, {"callback_query": {"data": "x\u2060"}}]
)
def test_everything_else_is_left_alone(update: dict[str, Any]) -> None:
    before = json.dumps(update)

    assert json.dumps(clean_update(update)) == before


def test_what_no_database_takes_is_replaced_everywhere() -> None:
    """One for one, so that entities still point at the right characters."""
    message = {"chat": {"id": 5}, "text": "a\0b\ud83d", "entities": [{"type": "text_link", "url": "\udc00"}]}
    row = inbox_row({"update_id": 1, "message": message})

    assert row.order_key == "c5"
    assert json.loads(row.payload)["message"]["text"] == "a\ufffdb\ufffd"
    assert json.loads(row.payload)["message"]["entities"][0]["url"] == "\ufffd"
