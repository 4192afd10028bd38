"""May this person write now? Asked inside the transaction of what they write; nothing is changed but the count."""

import math
from collections.abc import Sequence

from core.abuse.model import Block
from core.shared.clock import Clock, local_day
from core.shared.errors import DomainError
from core.shared.ids import ResidentId, UnitId
from core.shared.tries import Limit
from core.uow import UnitOfWork


async def blocks_of(uow: UnitOfWork, resident_id: ResidentId, unit_id: UnitId, clock: Clock) -> Sequence[Block]:
    """Return what keeps a person from writing to a unit now: blocks of the unit, and of those above it."""
    path, now = [unit_id], clock.now()
    while (above := (await uow.units.get(path[-1])).parent_id) is not None:
        path.append(above)
    return [block for block in await uow.blocks.of(resident_id, path) if block.lasts(now)]


async def ensure_may_write(uow: UnitOfWork, resident_id: ResidentId, unit_id: UnitId, clock: Clock) -> None:
    """Raises DomainError("writing-paused", year=…, month=…, day=…): from that day on they may write again."""
    blocks = await blocks_of(uow, resident_id, unit_id, clock)
    if blocks:
        day = local_day(max(block.until for block in blocks), clock.zone)
        raise DomainError("writing-paused", year=str(day.year), month=day.month, day=day.day)


async def keep_pace(uow: UnitOfWork, limit: Limit, who: str, now: float, count: int = 1) -> None:
    """Count it, or raise DomainError(limit.text, count=…, minutes=…); `now` is in elapsed seconds."""
    wait = await uow.paces.take(limit, who, now, count)
    if wait > 0:
        raise DomainError(limit.text, count=limit.count, minutes=math.ceil(wait / 60))
