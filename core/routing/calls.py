"""Texts that ask to be called back. What intent a text has is not touched by it: see docs/routing.md."""

from core.routing.model import Decision, Intent, Route
from core.routing.slots import SlotPatterns

NO_MORE = {Intent.HUMAN, Intent.GREETING, Intent.NONE}
"""What a text may otherwise be taken for that asks for a call and for nothing else."""
BESIDE = 10
"""Characters beside the request that say nothing else."""


def asks_to_be_called(plain: str, route: Route, patterns: SlotPatterns) -> bool:
    """Tell whether a normalised text asks for a call back; of one that surely wants something else besides, not."""
    found = patterns.first("callback", plain)
    if found is None or patterns.first("no_callback", plain) is not None:
        return False
    if route.intent in NO_MORE:
        return True
    return route.decision is Decision.ASK and len(plain) - len(found[0]) <= BESIDE
