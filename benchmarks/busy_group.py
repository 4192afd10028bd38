"""Forty petitions in five minutes into one group, staff answering each, at Telegram's own pace: about ten minutes.

The installed `linli run` against the sandbox with its limits on. Nothing may be refused and nothing be missing.
"""

import asyncio
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.e2e.busy import Day, Traffic, people
from tests.e2e.house import open_house

PETITIONS = 40
SPREAD_S = 300


async def main(folder: Path) -> None:
    async with open_house(folder, limits=True, measured=False) as house:
        day = Day(house, await people(house, PETITIONS))
        began = time.monotonic()
        await day.everybody(SPREAD_S)
        await day.settled(quiet_ms=8_000)
        took = time.monotonic() - began
        traffic = Traffic(await house.box.calls())
    into = Counter(name if name in {"topic", "card", "edit"} else "words" for name in traffic.into_the_group())
    print(f"Busy group: {PETITIONS} petitions in {SPREAD_S} s, all shown and answered after {took:.0f} s")
    print(f"into the group {dict(into)}; calls in the busiest second {traffic.busiest_second}")
    for what, waits in day.waits.items():
        print(f"until the {what}: median {sorted(waits)[len(waits) // 2]:.1f} s, longest {max(waits):.1f} s")
    print(f"refused: {dict(Counter(call['error_code'] for call in traffic.refused)) or 'nothing'}\n")
    if traffic.refused or {len(day.waits["reply"]), into["card"]} != {PETITIONS}:
        raise SystemExit("not as promised")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="linli-busy-") as place:
        asyncio.run(main(Path(place)))
