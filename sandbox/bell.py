"""A bell that wakes every waiter at once, with a timeout: what long polls, pushes and event streams wait on."""

import asyncio


class Bell:
    """Rings for all who wait at that moment; whoever comes later waits for the next ring."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, seconds: float | None = None) -> bool:
        """Whether the bell rang before the time was up."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            async with asyncio.timeout(seconds):  # not `wait_for`: it loses a cancellation that comes with a ring
                await waiter
        except TimeoutError:
            return False
        else:
            return True
        finally:
            self._waiters.discard(waiter)
