"""Keys of the kinds of petitions that are put together at run time: see tests/static/test_locales.py."""

from core.petitions.kinds import SERVICE_TEAMS, Mandate, Verdict
from core.petitions.model import KINDS
from dialogs.petition.calling import PARTS


def of_kinds() -> dict[str, set[str]]:
    return {
        "verdict": {
            f"{front}-{each}"
            for each in Verdict
            for front in ("verdict", "button-verdict", "prompt-answer", "case-answer")
        },
        "mandate": {f"mandate-{each}" for each in Mandate},
        "never": {f"error-never-{kind}" for kind, rule in KINDS.items() if rule.never},
        "call": {f"{front}-{part}" for part in PARTS for front in ("call", "button-call")},
        "team": {f"{front}-{each}" for each in SERVICE_TEAMS for front in ("team", "button-team")},
    }
