"""Many words of one case within a minute go to the staff as few messages, in order; nobody floods a topic."""

from dataclasses import dataclass, replace

from core.petitions.model import CaseMessage
from core.petitions.parts import cards_of, in_album
from core.shared.clock import Elapsed
from core.shared.ids import PetitionId
from core.shared.outbox import GATHERED_WORDS, OutboxItem

FEW = 8
"""Messages of one case that go on one by one within a minute, unless a setting says otherwise; others are gathered."""
MINUTE = 60.0
GATHERED_FOR = 12.0
"""Elapsed seconds for which further messages are gathered: the staff read five a minute then, not fifty."""
_KNOWN = 512


@dataclass(slots=True)
class _Run:
    moments: list[float]
    until: float = 0.0
    count: int = 0
    family: str = ""
    album: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """Under which name a message is gathered, and until when (elapsed seconds) it is held; nothing of it for most."""

    name: str = ""
    not_before: float = 0.0

    def of(self, item: OutboxItem) -> OutboxItem:
        """Return the item as it goes on; what is part of an album already stays with that."""
        if not self.name or item.album or item.spec is None:
            return item
        album = in_album(item.petition_id, self.name, item.spec) if item.petition_id is not None else ""
        if item.spec.media is None and not item.spec.buttons:
            album = f"{item.petition_id}:{self.name}{GATHERED_WORDS}"
        return replace(item, album=album, not_before=max(item.not_before, self.not_before))


class Gathering:
    """Remembered by this process in memory only: a restart lets a few more messages through, and dates nothing."""

    def __init__(self, elapsed: Elapsed, few: int = FEW) -> None:
        self._elapsed = elapsed
        self._few = few
        self._runs: dict[PetitionId, _Run] = {}

    def turn(self, petition_id: PetitionId, family: str, album: str = "") -> Turn:
        """Count a message of the case and say how it goes on; only what follows its own `family` goes with it.

        An `album`, which its person sent with one press, counts once.
        """
        now = self._elapsed.seconds()
        if len(self._runs) >= _KNOWN:
            self._runs = {each: run for each, run in self._runs.items() if run.moments[-1] > now - MINUTE}
        run = self._runs.setdefault(petition_id, _Run([]))
        again, run.album = bool(album) and album == run.album, album
        if again:
            return Turn()
        run.moments = [*(moment for moment in run.moments if moment > now - MINUTE), now][-self._few - 1 :]
        if len(run.moments) <= self._few:
            return Turn()
        if now >= run.until:
            run.until, run.family, run.count = now + GATHERED_FOR, family, run.count + 1
        elif family != run.family:
            run.family, run.count = family, run.count + 1
        return Turn(f"{run.until:.3f}:{run.count}", run.until)


def family_of(message: CaseMessage) -> str:
    """Name what a message goes together with: words alone, or files."""
    return "files" if message.attachments or cards_of(message.marks) else "words"
