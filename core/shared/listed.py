"""A message of lists with buttons of its own, as staff groups page through them: one message, edited in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.shared.messages import Arg, MessageSpec


@dataclass(frozen=True, slots=True)
class Press:
    """A button: a text by key, and what it does."""

    key: str
    action: str
    args: Mapping[str, Arg] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    spec: MessageSpec
    rows: Sequence[Sequence[Press]] = ()
