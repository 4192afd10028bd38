"""A report being written. It rests sealed, under a key that says of nobody that they are writing one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from core.petitions.draft import Draft
from core.shared.ids import RosterId


@dataclass(slots=True, kw_only=True)
class ReportDraft:
    """`words` has text and files; `id` makes confirming twice give one report."""

    words: Draft
    accused: list[RosterId] = field(default_factory=list)
    denied: list[RosterId] = field(default_factory=list)
    """Whose names were found in the words, and who is not meant."""
    others: list[str] = field(default_factory=list)
    anonymous: bool = True
    call: bool = False
    """Somebody of the committee writes down what a caller says."""
    code: str = ""

    @property
    def id(self) -> str:
        return self.words.id

    @property
    def told_of_somebody(self) -> bool:
        return bool(self.accused or self.others)

    @property
    def complete(self) -> bool:
        return not self.words.empty and self.told_of_somebody

    def to_json(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)} | {"words": self.words.to_json()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ReportDraft":
        known = {each.name for each in fields(cls)}
        return cls(**{**{k: v for k, v in data.items() if k in known}, "words": Draft.from_json(data["words"])})
