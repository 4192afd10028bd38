import time


class Clock:
    """Wall time for dates and elapsed time for pace and patience, both movable; steady time for real waits."""

    def __init__(self) -> None:
        self.offset_s = 0.0

    def now(self) -> int:
        return int(time.time() + self.offset_s)

    def elapsed(self) -> float:
        return time.monotonic() + self.offset_s

    def steady(self) -> float:
        return time.monotonic()
