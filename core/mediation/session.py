"""When and where a mediation is held, read out of what a staff member typed: "7月5日下午3点 社区二楼调解室"."""

import re
from datetime import datetime, tzinfo

from core.mediation.model import MAX_PLACE, Session
from core.shared.clock import local_day
from core.shared.errors import DomainError
from core.shared.phrases import Kind, Lean, phrases
from core.shared.text import excerpt, is_blank

_EDGES = re.compile(r"^\W+|\W+$")


def read_session(text: str, now: datetime, zone: tzinfo) -> Session:
    """Return it; `now` is aware, the time typed is that of `zone`.

    Raises DomainError("mediation-session-when") without a clear day and time, ("mediation-session-past") for one that
    is over, ("mediation-session-where") where nothing is left for the place.
    """
    days = [one for one in phrases(text, local_day(now, zone), lean=Lean.AHEAD) if one.kind is Kind.DAY]
    if len(days) != 1 or days[0].at is None:
        raise DomainError("mediation-session-when")
    when = days[0]
    at = datetime.combine(when.first, days[0].at, tzinfo=zone)
    if at <= now:
        raise DomainError("mediation-session-past")
    place = _EDGES.sub("", f"{text[: when.start]} {text[when.end :]}")
    if is_blank(place):
        raise DomainError("mediation-session-where")
    return Session(at=at, place=excerpt(" ".join(place.split()), MAX_PLACE))
