"""The router as shipped, and the way back from where it has led."""

from bot.adapters.router import ThreadedRouter
from tests.dialog_rig import Person

ROUTER = ThreadedRouter()
NOT_MEANT = "不是这个意思"
WAITING = "要怎么办"


async def came_back_with(wang: Person, *parts: str) -> None:
    """One press, and the words are offered as if no door had been opened."""
    await wang.presses(NOT_MEANT)
    assert any("不要了" in label for label in wang.labels)
    for part in parts:
        assert part in wang.shown
    assert wang.words is not None
    assert wang.words.parts == list(parts)
    assert wang.draft is None
