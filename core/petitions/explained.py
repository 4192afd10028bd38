"""How the dates of a case came about, in words: from what, by which days, by whose rule, what holidays did."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from core.petitions.clocks import ANSWER_DAYS, NOTICE_DAYS
from core.petitions.extension import Extension
from core.petitions.limits import RULES, Limit, add_workdays, breaks_between, to_workday, workdays_between
from core.petitions.model import Petition
from core.petitions.stages import DUE_STAGES, WAITING_STAGES
from core.shared.calendar import NAMED, Off
from core.shared.clock import Calendar, local_day
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt

REASON = 300
"""UTF-16 units of the reason for an extension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """A case whose dates are to be explained, and what is known to explain them."""

    petition: Petition
    extension: Extension | None
    """The one that was agreed to."""
    calendar: Calendar
    zone: tzinfo

    def explained(self) -> MessageSpec:
        """Return it as one message; of a case that is answered or ended what there is nothing more to wait for."""
        petition = self.petition
        args: dict[str, Arg] = {"number": petition.number}
        lines: list[MessageSpec] = [MessageSpec("dates-acknowledge", {"day": self._submitted})]
        if petition.urgent and petition.stage in (*WAITING_STAGES, *DUE_STAGES):
            hours = {"claim": petition.promises.claim_by, "reply": petition.promises.reply_by}
            return MessageSpec("dates", args, more=[*lines, MessageSpec("dates-urgent", {**hours}), *self._answer()])
        if petition.stage in WAITING_STAGES:
            lines += self._pledge(Limit.CLAIM) if petition.promises.pledges_claim else []
            lines.append(self._law("dates-accept", Limit.ACCEPT, self._submitted, petition.promises.accept_by))
        if petition.stage in (*WAITING_STAGES, *DUE_STAGES):
            lines += self._pledge(Limit.REPLY) if petition.promises.pledges_reply else []
            lines += self._answer()
        else:
            lines.append(MessageSpec("dates-over"))
        return MessageSpec("dates", args, more=lines)

    @property
    def _submitted(self) -> date:
        return local_day(self.petition.submitted_at, self.zone)

    @property
    def _pledged(self) -> date:
        """Return the day from which our own pledges run: filed, or moved to the unit that has it."""
        return local_day(self.petition.promises.pledged_at or self.petition.submitted_at, self.zone)

    def _pledge(self, limit: Limit) -> list[MessageSpec]:
        """Count once more, so that what is told of holidays is what the count met."""
        promises, since = self.petition.promises, self._pledged
        at, noted = promises.reply_by, promises.reply_days
        if limit is Limit.CLAIM:
            at, noted = promises.claim_by, promises.claim_days
        due = local_day(at, self.zone)
        count = workdays_between(since, due, self.calendar) if noted is None else noted
        counted, _ = add_workdays(since, count, self.calendar)
        began = "filed" if promises.pledged_at is None else "moved"
        lines = [MessageSpec(f"dates-{limit}", {"day": due, "since": since, "count": count, "began": began})]
        lines += self._breaks(since, counted)
        days = promises.put_off(self.extension.decided_at if self.extension else None)
        if limit is Limit.REPLY and days:
            put_off, _ = to_workday(counted + timedelta(days=days), self.calendar)
            lines.append(MessageSpec("dates-put-off", {"before": counted, "days": days, "day": put_off}))
            counted = put_off
        if counted != due:
            lines.append(MessageSpec("dates-kept", {"day": due}))
        years = [year for year in range(since.year, due.year + 1) if not self.calendar.knows(year)]
        return lines + [MessageSpec("dates-unknown-year", {"year": str(year)}) for year in years]

    def _breaks(self, since: date, until: date) -> list[MessageSpec]:
        lines = []
        for each in breaks_between(since, until, self.calendar):
            args: dict[str, Arg] = {
                "name": Term(f"holiday-{each.name}") if each.name in NAMED else each.name or Term("holiday-other"),
                "first": each.first,
                "last": each.last,
                "days": (each.last - each.first).days + 1,
            }
            lines.append(MessageSpec("dates-worked" if each.kind is Off.WORKDAY else "dates-off", args))
        return lines

    def _law(self, key: str, limit: Limit, since: date, at: datetime, count: int = NOTICE_DAYS) -> MessageSpec:
        day = local_day(at, self.zone)
        return MessageSpec(key, {"day": day, "since": since, "count": count, "article": RULES[limit].article})

    def _answer(self) -> list[MessageSpec]:
        petition, promises = self.petition, self.petition.promises
        accepted = petition.accepted_at
        key, since = ("dates-answer", accepted) if accepted else ("dates-answer-open", petition.submitted_at)
        lines = [self._law(key, Limit.ANSWER, local_day(since, self.zone), promises.answer_by, ANSWER_DAYS)]
        if self.extension is not None and promises.extended_days:
            told: dict[str, Arg] = {
                "days": promises.extended_days,
                "by": self.extension.proposed_name,
                "name": self.extension.decided_name,
                "reason": excerpt(self.extension.reason, REASON),
                "article": RULES[Limit.EXTEND].article,
            }
            lines.append(MessageSpec("dates-extended", told))
        return lines
