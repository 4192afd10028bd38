"""What the inbox costs: dialog state committed with the inbox row against state written as it changes.

One update of a dialog changes state a handful of times. Ours holds the changes back and writes them in the transaction
that finishes the inbox row; the peer writes each at once, as FSM storages do, and then finishes the row. The second
part accepts updates: a poll's batch in one transaction against one transaction an update.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.state_scope import ScopedState
from core.shared.inbox import InboxRow
from storage import migrate
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.state import SqlStateStore

UPDATES = 300
ROUNDS = 3
BATCH = 100
CHANGES = 4
"""State writes of one step of a dialog: context, stack, state, draft."""
STATE = json.dumps({"dialog_data": {"text": "楼道的灯坏了" * 40}, "stack": list(range(20))}, ensure_ascii=False)
UPDATE = json.dumps({"message": {"text": "楼道的灯坏了" * 20, "chat": {"id": 1001}}}, ensure_ascii=False)

Way = Callable[["Bench", int], Awaitable[None]]


class Bench:
    """One fresh database, its inbox and its dialog state."""

    def __init__(self, database: Database) -> None:
        self.inbox = SqlInbox(database)
        self.direct = SqlStateStore(database)
        self.scoped = ScopedState(self.direct)


def _row(number: int) -> InboxRow:
    return InboxRow(update_id=number, order_key=f"c{number % 16}", payload=UPDATE)


async def held_back(bench: Bench, number: int) -> None:
    with bench.scoped.scope() as writes:
        for change in range(CHANGES):
            await bench.scoped.put({f"{number % 16}:{change}": STATE})
    await bench.inbox.finish(number, writes)


async def at_once(bench: Bench, number: int) -> None:
    for change in range(CHANGES):
        await bench.direct.put({f"{number % 16}:{change}": STATE})
    await bench.inbox.finish(number, {})


async def handle(bench: Bench, way: Way, first: int) -> float:
    """Return the seconds it takes to finish `UPDATES` updates that are in the inbox already."""
    await bench.inbox.put([_row(number) for number in range(first, first + UPDATES)])
    began = time.perf_counter()
    for number in range(first, first + UPDATES):
        await way(bench, number)
    return time.perf_counter() - began


async def read(bench: Bench, first: int) -> float:
    """Return the seconds it takes to look what waits in a conversation while many others wait, `UPDATES` times."""
    await bench.inbox.put([_row(number) for number in range(first, first + UPDATES)])
    began = time.perf_counter()
    for number in range(first, first + UPDATES):
        await bench.inbox.pending(_row(number).order_key, limit=50)
    taken = time.perf_counter() - began
    for number in range(first, first + UPDATES):
        await bench.inbox.finish(number, {})
    return taken


async def accept(bench: Bench, first: int, size: int) -> float:
    """Return the seconds it takes to write `UPDATES` updates down, `size` in a transaction."""
    began = time.perf_counter()
    for start in range(first, first + UPDATES, size):
        await bench.inbox.put([_row(number) for number in range(start, start + size)])
    return time.perf_counter() - began


async def main() -> None:
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'inbox.db'}"
        await migrate.upgrade(url)
        database = Database(url)
        bench = Bench(database)
        await handle(bench, held_back, 1)  # warm up
        ours = peer = reading = batched = single = 0.0
        for turn in range(1, ROUNDS + 1):  # by turns, so that a busy moment of the machine hits both
            first = turn * 10_000
            ours += await handle(bench, held_back, first)
            peer += await handle(bench, at_once, first + 2_000)
            reading += await read(bench, first + 8_000)
            batched += await accept(bench, first + 4_000, BATCH)
            single += await accept(bench, first + 6_000, 1)
        await database.close()
    each = 1000 / (UPDATES * ROUNDS)
    print(f"Inbox: {UPDATES * ROUNDS} updates, {CHANGES} changes of dialog state each")
    print(f"state with the inbox row (ours){ours * each:8.2f} ms an update")
    print(f"state written at once          {peer * each:8.2f} ms an update")
    print(f"→ the peer takes {peer / ours:.2f} × as long, and a kill in between leaves the dialog a step ahead")
    print(f"looking what waits             {reading * each:8.2f} ms an update, {reading / ours:.2f} × finishing it")
    print(f"accepting {BATCH} at a time        {batched * each:8.2f} ms an update (ours)")
    print(f"accepting one by one           {single * each:8.2f} ms an update")
    print(f"→ one by one takes {single / batched:.1f} × as long\n")


if __name__ == "__main__":
    asyncio.run(main())
