"""How well routes agree with what was wanted; what `linli route eval` shows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.routing.model import Decision, Intent, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a text should lead to; `also` are intents as good as the first."""

    intent: Intent
    also: frozenset[Intent] = frozenset()
    slots: Mapping[str, str | int] | None = None
    """None where nobody said which slots there are."""

    def accepts(self, intent: Intent) -> bool:
        return intent == self.intent or intent in self.also


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentScore:
    count: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Shares of all texts, if not said otherwise; 0 where there is nothing to share."""

    count: int
    accuracy: float
    macro_f1: float
    acted: float
    """Texts for which the router acts."""
    act_precision: float
    """Of those, the right ones."""
    wrong_and_confident: float
    offered: float
    """Texts for which it acts rightly, or offers what was wanted, or rightly says that it cannot help."""
    slots_exact: float
    """Of texts whose slots are known and whose intent was found: all slots are right and none is too many."""
    by_intent: Mapping[Intent, IntentScore]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def score(pairs: Sequence[tuple[Wanted, Route]]) -> Scores:
    right = [wanted.accepts(route.intent) for wanted, route in pairs]
    acts = [ok for ok, (_, route) in zip(right, pairs, strict=True) if route.decision is Decision.ACT]
    served = [
        ok or (route.decision is Decision.ASK and any(wanted.accepts(one) for one in route.alternatives))
        for ok, (wanted, route) in zip(right, pairs, strict=True)
    ]
    known = [(wanted, route) for wanted, route in pairs if wanted.slots is not None and wanted.accepts(route.intent)]
    slots = [route.slots == wanted.slots for wanted, route in known]
    by_intent = _by_intent(pairs)
    return Scores(
        count=len(pairs),
        accuracy=_share(sum(right), len(pairs)),
        macro_f1=sum(one.f1 for one in by_intent.values()) / len(by_intent) if by_intent else 0.0,
        acted=_share(len(acts), len(pairs)),
        act_precision=_share(sum(acts), len(acts)),
        wrong_and_confident=_share(len(acts) - sum(acts), len(pairs)),
        offered=_share(sum(served), len(pairs)),
        slots_exact=_share(sum(slots), len(slots)),
        by_intent=by_intent,
    )


def _by_intent(pairs: Sequence[tuple[Wanted, Route]]) -> dict[Intent, IntentScore]:
    """Score each intent that was wanted; where an alternative was found, it is what was wanted."""
    truths = [route.intent if wanted.accepts(route.intent) else wanted.intent for wanted, route in pairs]
    found = [route.intent for _, route in pairs]
    hits = Counter(truth for truth, guess in zip(truths, found, strict=True) if truth == guess)
    wanted, guessed = Counter(truths), Counter(found)
    scores = {}
    for intent in Intent:
        if not wanted[intent]:
            continue
        precision, recall = _share(hits[intent], guessed[intent]), _share(hits[intent], wanted[intent])
        f1 = 2 * precision * recall / (precision + recall) if hits[intent] else 0.0
        scores[intent] = IntentScore(count=wanted[intent], precision=precision, recall=recall, f1=f1)
    return scores
