import time


class Clock:
    """Wall time for dates and elapsed time for pace and patience, both movable; steady time for real waits.

    `offset_s` moves both, as if so much time had passed; `shift_s` moves dates alone, as if a calendar had been turned.
    """

    def __init__(self) -> None:
        self.offset_s = 0.0
        self.shift_s = 0
        self.zone = "Asia/Shanghai"
        """In which the page shows dates and times; the Bot API itself knows none."""

    def now(self) -> int:
        return int(time.time() + self.offset_s) + self.shift_s

    def elapsed(self) -> float:
        return time.monotonic() + self.offset_s

    def steady(self) -> float:
        return time.monotonic()

    def json(self) -> dict[str, int | str]:
        return {"now": self.now(), "shift_s": self.shift_s, "zone": self.zone}
