"""The dates a case was promised, and by what they were computed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The dates told to the resident. `*_by` are the last days on which it may happen, local calendar days."""

    claim_by: datetime
    """Our own pledge: somebody takes the case."""
    reply_by: datetime
    """Our own pledge: an answer."""
    accept_by: datetime
    """Statutory: written notice of acceptance (XF 22–23)."""
    answer_by: datetime
    """Statutory: the answer (XF 34); counted from submission until the case is accepted, then from acceptance."""
    calendar_certain: bool = True
    claim_days: int | None = None
    """How many working days our own pledge is; 0 where only the law's limit holds, None of before it was noted."""
    reply_days: int | None = None
    extended_days: int = 0
    """By how many calendar days the answer was put off (XF 34)."""
    calendar_stamp: str = ""
    """By what calendar the dates were computed."""
    pledged_at: datetime | None = None
    """When our own pledges began anew because another unit had the case; None where they run from the submission."""

    @property
    def pledges_claim(self) -> bool:
        return self.claim_days != 0

    @property
    def pledges_reply(self) -> bool:
        return self.reply_days != 0

    def put_off(self, agreed_at: datetime | None) -> int:
        """Return by how many days our own pledge was put off by what was agreed to at `agreed_at` (aware).

        A pledge that began anew after that was not: of it the date of law alone bears the extension.
        """
        anew = self.pledged_at is not None and (agreed_at is None or agreed_at < self.pledged_at)
        return 0 if anew else self.extended_days
