"""The table of emulated methods, and the one call a method works on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.world.files import Blob
from sandbox.world.house import World


@dataclass(slots=True, kw_only=True)
class Call:
    """One validated request of the bot: typed parameters, uploaded files, and the world to change."""

    world: World
    method: str
    params: dict[str, Any]
    files: dict[str, Blob] = field(default_factory=dict)


Handler = Callable[[Call], Any]
HANDLERS: dict[str, Handler] = {}


def method(*names: str) -> Callable[[Handler], Handler]:
    """Enters a function into the table under the Bot API's own method name."""

    def enter(handler: Handler) -> Handler:
        for name in names:
            HANDLERS[name] = handler
        return handler

    return enter
