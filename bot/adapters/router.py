"""The router as this process uses it: made once, in a thread, and asked in a thread."""

import asyncio
from datetime import date
from functools import cached_property
from threading import Lock

from bot.adapters.words import SIMPLIFIER, TOKENIZER
from core.routing.knowledge import load
from core.routing.model import Route, Team
from core.routing.router import Router

WARMING, SOME_DAY = "-", date(2000, 1, 1)
"""Any text that is not blank makes the ports load what they need."""


def make_router() -> Router:
    """Put the router together; it reads dictionaries at its first text."""
    return Router(load(), TOKENIZER, SIMPLIFIER)


class ThreadedRouter:
    """A `TextRouter`. Whoever writes first waits the second that loading takes, and nobody else does."""

    def __init__(self) -> None:
        self._lock = Lock()

    async def __call__(self, text: str, today: date) -> Route:
        return await asyncio.to_thread(self._route, text, today)

    async def category(self, text: str) -> str:
        """Return the taxonomy's name for what a petition is about, "" where none is likely."""
        return await asyncio.to_thread(lambda: self._made().category(text))

    async def team(self, text: str) -> Team:
        """Return the team a request for help is for, by its words."""
        return await asyncio.to_thread(lambda: self._made().team(text))

    async def warm(self) -> None:
        """Load everything, so that nobody has to wait for it."""
        await self(WARMING, SOME_DAY)

    def _route(self, text: str, today: date) -> Route:
        return self._made().route(text, today)

    def _made(self) -> Router:
        with self._lock:
            return self._router

    @cached_property
    def _router(self) -> Router:
        return make_router()
