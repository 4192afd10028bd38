"""The inbox runner on an in-memory inbox: what it handles, in which order, and whom it tells of incidents."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.inbox import InboxRunner
from bot.nursery import Nursery
from bot.state_scope import ScopedState
from core.shared.gate import ChatGate
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeInbox, FakeStateStore
from tests.fakes.world import FakeIds

Handle = Callable[[dict[str, Any]], Awaitable[None]]


def update(number: int, chat: int = 5, text: str = "x") -> dict[str, Any]:
    return {"update_id": number, "message": {"chat": {"id": chat}, "from": {"id": chat}, "text": text}}


@dataclass(slots=True)
class Rig:
    nursery: Nursery
    database: FakeDatabase = field(default_factory=FakeDatabase)
    state: ScopedState = field(init=False)
    inbox: FakeInbox = field(init=False)
    runner: InboxRunner = field(init=False)
    handled: list[int] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)
    talks: ChatGate = field(default_factory=ChatGate)
    handle: Handle | None = None
    tell: Handle | None = None

    def __post_init__(self) -> None:
        self.state = ScopedState(FakeStateStore(self.database))
        self.inbox = FakeInbox(self.database)
        self.runner = InboxRunner(self.inbox, self.state, self._feed, self._alarm, FakeIds(), self.nursery, self.talks)

    async def _feed(self, payload: dict[str, Any], caption: str) -> None:
        self.captions.append(caption)
        if self.handle is not None:
            await self.handle(payload)
        self.handled.append(payload["update_id"])

    async def _alarm(self, payload: dict[str, Any], incident: str) -> None:
        if self.tell is not None:
            await self.tell(payload)
        self.told.append((payload["update_id"], incident))

    async def take(self, *updates: dict[str, Any]) -> None:
        await self.runner.accept(updates)
        async with asyncio.timeout(10):
            await self.runner.idle.wait()

    @property
    def unfinished(self) -> list[int]:
        return [number for number, row in self.database.committed.inbox.items() if row is not None]
