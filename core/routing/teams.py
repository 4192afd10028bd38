from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from core.routing.model import Intent, Team

FIXED = {
    Intent.MEDIATION: Team.MEDIATION,
    Intent.REPORT: Team.SUPERVISION,
    Intent.LEGAL: Team.LEGAL,
}
BY_WORDS = {Intent.COMPLAINT, Intent.SERVICE, Intent.SUGGESTION}


@dataclass(frozen=True, slots=True)
class Teams:
    """Which team a text is for: some intents have theirs, petitions and calls for help go by their words."""

    words: Mapping[Team, Sequence[str]]

    @classmethod
    def parse(cls, text: str) -> Self:
        rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("# "))
        return cls({Team(team): words.split("|") for team, words in rows})

    def for_text(self, intent: Intent, plain: str) -> Team | None:
        """Return the team for a normalised text; None where no team is meant."""
        if intent not in BY_WORDS:
            return FIXED.get(intent)
        counts = {team: sum(word in plain for word in words) for team, words in self.words.items()}
        team = max(counts, key=lambda one: counts[one])
        return team if counts[team] else Team.DESK
