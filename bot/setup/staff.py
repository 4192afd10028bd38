"""Which groups the staff of which unit work in: those that are bound are looked at, the first and more are offered."""

import asyncio
from collections.abc import Sequence

from bot.config import Settings
from bot.setup.asking import choose, section
from bot.setup.child import RunningBot
from bot.setup.groups import Groups, serving
from bot.setup.units import read_units
from bot.terminal import say, words
from core.people.model import Level, Purpose, Unit

OFFERED = (Purpose.DESK, Purpose.SUPERVISION, Purpose.FINANCE, Purpose.OPERATORS)
"""Teams are bound by `linli unit bind`: a unit has as many as it likes, so there is no end of asking."""


def settle_groups(settings: Settings, username: str, running: RunningBot) -> None:
    """See to it that one unit at least has a desk at work; then offer what else a group may be for."""
    groups = Groups(settings=settings, username=username, running=running)
    _settle_desk(groups)
    _settle_others(groups)


def _settle_desk(groups: Groups) -> None:
    """Each unit may have a desk; without one its residents' matters go to the unit above. One is needed at least."""
    units, chats = asyncio.run(read_units(groups.settings))
    served = [unit for unit in units if serving(chats, unit, Purpose.DESK)]
    for unit in served:
        chat = serving(chats, unit, Purpose.DESK)
        if chat is not None and not groups.see(unit, chat):
            say("cli-setup-gone", title=chat.title, name=unit.name)
            if choose([words("cli-setup-gone-new"), words("cli-setup-gone-later")]) == 1:
                groups.bind(unit, Purpose.DESK, replaces=True)
    if not served:
        groups.bind(_which(units), Purpose.DESK)


def _which(units: Sequence[Unit]) -> Unit:
    if len(units) == 1:
        return units[0]
    say("cli-setup-which")
    first = next((at for at, unit in enumerate(units, 1) if unit.level is Level.COMMUNITY), 1)
    return units[choose([unit.name for unit in units], preferred=first) - 1]


def _settle_others(groups: Groups) -> None:
    """Offer what else a group may be for, until nothing more is wanted."""
    while True:
        units, chats = asyncio.run(read_units(groups.settings))
        lacking = {
            purpose: [unit for unit in units if unit.level is not Level.GROUP and not serving(chats, unit, purpose)]
            for purpose in OFFERED
        }
        free = [purpose for purpose in OFFERED if lacking[purpose]]
        if not free:
            return
        section("cli-setup-others")
        chosen = choose([words("cli-setup-others-none"), *(words(f"cli-setup-for-{purpose}") for purpose in free)])
        if chosen == 1:
            return
        purpose = free[chosen - 2]
        groups.bind(_which(lacking[purpose]), purpose)
