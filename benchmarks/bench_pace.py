"""How fast messages leave when Telegram takes 150 ms for each, against python-telegram-bot's own AIORateLimiter.

300 messages to 60 people, into the sandbox with Telegram's limits on. Ours goes the whole way: rows of an outbox file,
leased, sent and marked. The peer is the library's limiter as its manual sets it up, told to try again after a 429, and
keeps nothing. What counts besides the pace: how many came in the busiest second, and how many Telegram refused.
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from telegram.ext import AIORateLimiter, ExtBot

from bot.adapters.clock import SystemClock, SystemElapsed
from core.shared.gate import ChatGate
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from delivery.bot import quieten, sending_bot
from delivery.pace import Pace
from delivery.worker import DeliveryWorker
from locales.catalogue import default_catalogue
from locales.render import Renderer
from storage import migrate
from storage.blobs import FileBlobStore
from storage.engine import Database
from storage.outbox import SqlOutboxQueue
from storage.queries.campaigns import SqlCampaignReader
from storage.queries.cards import SqlCardReader
from storage.queries.languages import SqlLanguageReader
from storage.queries.prompts import SqlPromptReader
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.e2e.busy import Traffic
from tests.sandbox_client import SandboxClient, running_sandbox

PEOPLE = 60
EACH = 5
LATENCY_MS = 150
SHANGHAI = ZoneInfo("Asia/Shanghai")

Deliver = Callable[[SandboxClient, Sequence[int], Path], Awaitable[None]]


@dataclass(frozen=True)
class Run:
    """What one way of sending did."""

    seconds: float
    busiest: int
    refused: int

    @property
    def per_second(self) -> float:
        return PEOPLE * EACH / self.seconds

    def show(self, name: str) -> None:
        print(
            f"{name:<30}{self.per_second:6.1f} messages/s   busiest second {self.busiest:3}   "
            f"refused with 429: {self.refused}"
        )


async def ours(box: SandboxClient, chats: Sequence[int], folder: Path) -> None:
    url = f"sqlite+aiosqlite:///{folder / 'linli.db'}"
    await migrate.upgrade(url)
    database = Database(url)
    async with SqlUnitOfWorkFactory(database)() as uow:
        for n in range(EACH):
            for chat in chats:
                uow.outbox.add(_item(chat, n))
        await uow.commit()
    queue, pace = SqlOutboxQueue(database, SystemClock(SHANGHAI)), Pace()
    async with sending_bot(box.token, box.url, pace=pace, gate=ChatGate()) as bot:
        worker = DeliveryWorker(
            owner="bench",
            queue=queue,
            cards=SqlCardReader(database),
            prompts=SqlPromptReader(database),
            campaigns=SqlCampaignReader(database),
            languages=SqlLanguageReader(database),
            blobs=FileBlobStore(folder / "blobs"),
            bot=bot,
            renderer=Renderer(default_catalogue(), SHANGHAI, lambda: datetime.now(UTC)),
            elapsed=SystemElapsed(),
            pace=pace,
            follow=_stays,
        )
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(worker.run())
            while (await queue.depth()).get("pending"):  # noqa: ASYNC110 - rows ring no bell
                await asyncio.sleep(0.05)
            worker.stop()
    await database.close()


async def peers(box: SandboxClient, chats: Sequence[int], _folder: Path) -> None:
    limiter = AIORateLimiter(max_retries=20)
    async with ExtBot(box.token, base_url=f"{box.url}/bot", rate_limiter=limiter) as bot:
        sends = [bot.send_message(chat, "/language zh-CN") for _ in range(EACH) for chat in chats]
        await asyncio.gather(*sends)


def _item(chat: int, number: int) -> OutboxItem:
    return OutboxItem(
        dedupe=f"{chat}:{number}",
        operation=Operation.SEND,
        chat_id=ChatId(chat),
        priority=Priority.REPLY,
        spec=MessageSpec("staff-language-usage"),
    )


async def _stays(_old: ChatId, _new: ChatId) -> None:
    """No group here becomes a supergroup."""


async def measure(deliver: Deliver) -> Run:
    quieten()
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as folder:
        async with running_sandbox(world="empty", limits=True) as box:
            chats = [(await box.add_user(f"居民{n}"))["id"] for n in range(PEOPLE)]
            for chat in chats:
                await box.start(chat)
            await box.settings(latency_ms=LATENCY_MS)
            began = time.perf_counter()
            await deliver(box, chats, Path(folder))
            seconds = time.perf_counter() - began
            traffic = Traffic([call for call in await box.calls() if call["method"] == "sendMessage"])
            arrived = sum(call["ok"] for call in traffic.calls)
    if arrived != PEOPLE * EACH:
        raise SystemExit(f"{arrived} of {PEOPLE * EACH} arrived")
    return Run(seconds, traffic.busiest_second, len(traffic.refused))


async def main() -> None:
    run, peer = await measure(ours), await measure(peers)
    print(f"Pace: {PEOPLE * EACH} messages to {PEOPLE} people, {LATENCY_MS} ms each, Telegram's limits on")
    run.show("outbox and one smooth pace")
    peer.show("AIORateLimiter, its defaults")
    print(f"→ {run.per_second / peer.per_second:.2f} × as many messages a second\n")


if __name__ == "__main__":
    asyncio.run(main())
