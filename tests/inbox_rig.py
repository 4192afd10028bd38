"""The inbox runner on an in-memory inbox: what it handles, in which order, and whom it tells of incidents."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.inbox import InboxRunner
from bot.nursery import Nursery
from bot.state_scope import ScopedState
from core.shared.gate import ChatGate
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeInbox, FakeStateStore
from tests.fakes.world import FakeIds


class EveryTurn:
    """Turns of a process that is alone."""

    def __init__(self) -> None:
        self.elsewhere: set[str] = set()
        self.passed_on: list[str] = []

    async def ready(self) -> None:
        return None

    async def pass_on(self, order_keys: Sequence[str]) -> Sequence[str]:
        self.passed_on += [key for key in order_keys if not self.ours(key)]
        return [key for key in order_keys if self.ours(key)]

    def ours(self, order_key: str) -> bool:
        return order_key not in self.elsewhere

    @asynccontextmanager
    async def hold(self, order_key: str) -> AsyncIterator[None]:
        yield

    async def follow(self, wake: Callable[[str], None]) -> None:
        return None


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
    alarms: list[int] = field(default_factory=list)
    talks: ChatGate = field(default_factory=ChatGate)
    turns: EveryTurn = field(default_factory=EveryTurn)
    answered: Counter[str] = field(default_factory=Counter)
    """By the method asked, what Telegram has answered."""
    handle: Handle | None = None
    tell: Handle | None = None

    def __post_init__(self) -> None:
        self.state = ScopedState(FakeStateStore(self.database))
        self.inbox = FakeInbox(self.database)
        self.runner = InboxRunner(
            self.inbox,
            self.state,
            self._feed,
            self._alarm,
            FakeIds(),
            self.nursery,
            self.turns,
            self.answered.__getitem__,
            self.talks,
        )

    async def _feed(self, payload: dict[str, Any], caption: str) -> None:
        self.captions.append(caption)
        if self.handle is not None:
            await self.handle(payload)
        self.handled.append(payload["update_id"])

    async def _alarm(self, payload: dict[str, Any]) -> None:
        self.alarms.append(payload["update_id"])
        if self.tell is not None:
            await self.tell(payload)

    @property
    def told(self) -> list[tuple[int, str]]:
        """Updates whose senders are told that they could not be handled, with the number they are told."""
        specs = {row.item.dedupe: row.item.spec for row in self.database.committed.outbox.values()}
        told = {key.split(":")[1]: spec for key, spec in specs.items() if key.startswith("incident:")}
        return [(int(number), str(spec.args["incident"])) for number, spec in told.items() if spec]

    async def take(self, *updates: dict[str, Any]) -> None:
        await self.runner.accept(updates)
        async with asyncio.timeout(10):
            await self.runner.idle.wait()

    @property
    def unfinished(self) -> list[int]:
        return [number for number, row in self.database.committed.inbox.items() if row is not None]
