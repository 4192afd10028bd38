"""Kinds of messages a bot can do little with, made up as Telegram shapes them."""

from collections.abc import Callable
from typing import Any

from sandbox.acts.base import Act, ActError, act
from sandbox.world.files import Blob, made_content

FILE_SIZE = 2048


@act("other")
def other(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    make = KINDS.get(doing.need("kind"))
    if make is None:
        raise ActError(f"no such kind of message; there are {sorted(KINDS)}")
    return doing.done(doing.post(chat, {doing.said["kind"]: make(doing)}))


def _poll(doing: Act) -> dict[str, Any]:
    options = [{"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(("yes", "no"))]
    return {
        "id": f"poll-{doing.world.clock.now()}",
        "question": doing.said.get("question") or "Agreed?",
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


def _dice(_: Act) -> dict[str, Any]:
    return {"emoji": "🎲", "value": 4}


def _checklist(_: Act) -> dict[str, Any]:
    return {"title": "To do", "tasks": [{"id": 1, "text": "first"}, {"id": 2, "text": "second"}]}


def _story(doing: Act) -> dict[str, Any]:
    user = doing.user
    return {"chat": {"id": user.id, "type": "private", "first_name": user.first_name}, "id": 1}


def _photo(doing: Act) -> Any:
    return doing.world.files.keep("photo", Blob(content=made_content("photo", FILE_SIZE))).json()


def _game(doing: Act) -> dict[str, Any]:
    return {"title": "Chess", "description": "a game", "photo": _photo(doing)}


def _paid_media(_: Act) -> dict[str, Any]:
    return {"star_count": 1, "paid_media": [{"type": "preview", "width": 640, "height": 360, "duration": 3}]}


def _live_photo(doing: Act) -> dict[str, Any]:
    moving = doing.world.files.keep("video", Blob(content=made_content("video", FILE_SIZE))).json()
    return {"photo": _photo(doing), **moving}


KINDS: dict[str, Callable[[Act], dict[str, Any]]] = {
    "poll": _poll,
    "dice": _dice,
    "checklist": _checklist,
    "story": _story,
    "game": _game,
    "paid_media": _paid_media,
    "live_photo": _live_photo,
}
