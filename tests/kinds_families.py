"""Keys of the kinds of petitions that are put together at run time: see tests/static/test_locales.py."""

from core.petitions.kinds import SERVICE_TEAMS, Verdict


def of_kinds() -> dict[str, set[str]]:
    return {
        "verdict": {
            f"{front}-{each}"
            for each in Verdict
            for front in ("verdict", "button-verdict", "prompt-answer", "case-answer")
        },
        "team": {f"{front}-{each}" for each in SERVICE_TEAMS for front in ("team", "button-team")},
    }
