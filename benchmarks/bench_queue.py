"""A desk with ten cases against one with ten thousand: a page of the queue, a search, a card.

Read the ratios, not the numbers. A page and a card read as much from either; a count reads them all.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from core.petitions.queue import QueueView
from core.petitions.search import asked, cut_into_characters
from storage import migrate
from storage.case_search import SqlCaseSearch
from storage.engine import Database
from storage.queries.cards import SqlCardReader
from storage.queries.queue import SqlQueueReader
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.scene import Scene, set_scene
from tests.fakes.world import START
from tests.many_cases import ME, fill

FEW, MANY, ROUNDS = 10, 10_000, 40


async def measure(database: Database, scene: Scene) -> dict[str, float]:
    """Milliseconds of each, the median of many."""
    queue, search, cards = SqlQueueReader(database), SqlCaseSearch(database), SqlCardReader(database)
    chat, wanted = scene.desk.chat_id, asked("停车", cut_into_characters)
    first = await queue.page(chat, ME, QueueView(), START, 8)
    deeds: dict[str, Callable[[], Awaitable[object]]] = {
        "first page": lambda: queue.page(chat, ME, QueueView(), START, 8),
        "next page": lambda: queue.page(chat, ME, QueueView(mark=first.after), START, 8),
        "search": lambda: search.find(chat, wanted, offset=0, limit=5),
        "card": lambda: cards.card(scene.petition.id, chat),
    }
    return {name: await _median(deed) for name, deed in deeds.items()}


async def _median(deed: Callable[[], Awaitable[object]]) -> float:
    times: list[float] = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await deed()
        times.append((time.perf_counter() - began) * 1_000)
    return statistics.median(times)


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'linli.db'}"
        await migrate.upgrade(url)
        database = Database(url)
        scene = await set_scene(SqlUnitOfWorkFactory(database))
        await fill(database, scene, FEW)
        few = await measure(database, scene)
        await fill(database, scene, MANY - FEW)
        many = await measure(database, scene)
        await database.close()
    print(f"{'':<12}{FEW:>10} cases{MANY:>10} cases   ratio")
    for name, at_few in few.items():
        print(f"{name:<12}{at_few:>13.2f} ms{many[name]:>13.2f} ms   {many[name] / at_few:5.1f}")


if __name__ == "__main__":
    asyncio.run(main())
