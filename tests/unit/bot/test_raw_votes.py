"""What a window of a vote said is not written down with the press on it, not even for a moment."""

import json
from typing import Any

from bot.raw import inbox_row

REVIEW = {
    "message_id": 7,
    "date": 1,
    "chat": {"id": 1001, "type": "private"},
    "from": {"id": 42, "is_bot": True, "first_name": "Linli"},
    "text": "张主任：优秀 7SSW-TM7F-B4G3-TSB3",
    "entities": [{"type": "code", "offset": 0, "length": 3}],
    "reply_markup": {"inline_keyboard": [[{"text": "确定投出", "callback_data": "x\x1dc:review.abc"}]]},
}


def kept(**body: Any) -> str:
    return inbox_row({"update_id": 1, **body}).payload


def test_a_press_is_kept_without_its_window() -> None:
    press = {"id": "1", "from": {"id": 1001}, "data": "x\x1dc:review.abc", "message": REVIEW}
    row = inbox_row({"update_id": 1, "callback_query": press})
    assert "TSB3" not in row.payload
    assert "优秀" not in row.payload
    assert row.order_key == "c1001"
    assert json.loads(row.payload)["callback_query"]["message"] == {
        name: REVIEW[name] for name in ("message_id", "date", "chat", "from")
    }


def test_words_that_answer_the_window_are_kept_without_it() -> None:
    answer = {"message_id": 8, "chat": REVIEW["chat"], "text": "好", "reply_to_message": REVIEW}
    assert "TSB3" not in kept(message=answer)
    assert "好" in kept(message=answer)


def test_what_is_no_vote_stays_whole() -> None:
    """A card in a group, and a question somebody answers."""
    card = {**REVIEW, "chat": {"id": -5, "type": "supergroup"}, "text": "XF-2026-000001"}
    assert "XF-2026-000001" in kept(
        callback_query={"id": "1", "from": {"id": 2}, "data": "l1:clm:1:1", "message": card}
    )
    asked = {name: value for name, value in card.items() if name != "reply_markup"}
    assert "XF-2026-000001" in kept(message={"message_id": 9, "chat": card["chat"], "reply_to_message": asked})
