"""One router a process, loaded in a thread."""

import asyncio
from datetime import date
from threading import current_thread, main_thread

import pytest

from bot.adapters import router as adapter
from bot.adapters.router import ThreadedRouter, make_router
from core.routing.model import Decision, Intent
from core.routing.router import Router

pytestmark = pytest.mark.unit


async def test_it_is_made_once_and_never_in_the_way_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bool] = []

    def make() -> Router:
        made.append(current_thread() is main_thread())
        return make_router()

    monkeypatch.setattr(adapter, "make_router", make)
    router = ThreadedRouter()
    assert made == []
    warmed, *routes = await asyncio.gather(
        router.warm(), *(router(text, date(2026, 11, 23)) for text in ("转人工", "怎么投票"))
    )
    assert warmed is None
    assert [(route.decision, route.intent) for route in routes if route] == [
        (Decision.ACT, Intent.HUMAN),
        (Decision.ACT, Intent.VOTE),
    ]
    assert made == [False]
