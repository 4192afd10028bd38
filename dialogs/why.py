"""Why a person's last free text was understood as it was: kept for a short time, in memory, without the text."""

import json
from datetime import datetime, timedelta

from core.routing.model import Decision, Route
from core.shared.messages import MessageSpec, Term
from dialogs.doors import label_of
from dialogs.visit import Visit

KEPT = timedelta(minutes=30)
BETWEEN = " · "


async def remember_why(visit: Visit, route: Route) -> None:
    """Keep what decided; of its words those that are some: neither pairs of kinds nor numbers."""
    kept = {
        "decision": route.decision,
        "door": label_of(route.intent, call=route.call),
        "words": BETWEEN.join(word for word in route.words if word.replace(" ", "").isalpha()),
        "at": visit.use.clock.now().isoformat(),
    }
    await visit.use.why.put(visit.actor.telegram_id, json.dumps(kept))


async def why(visit: Visit) -> MessageSpec:
    """Say which words decided; what is older than `KEPT` is forgotten."""
    kept = json.loads(await visit.use.why.get(visit.actor.telegram_id) or "{}")
    if not kept or abs(visit.use.clock.now() - datetime.fromisoformat(kept["at"])) > KEPT:
        await visit.use.why.put(visit.actor.telegram_id, None)
        return MessageSpec("why-nothing")
    if kept["decision"] == Decision.FALLBACK:
        return MessageSpec("why-unknown")
    key = "why" if kept["words"] else "why-wordless"
    door, sure = Term(kept["door"]), str(kept["decision"])
    return MessageSpec(key, {"words": kept["words"], "door": door, "sure": sure})
