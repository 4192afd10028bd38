"""Setup from beginning to end. Nothing is asked whose answer is there already."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from bot.config import KNOWN, Settings, from_environment
from bot.setup.asking import choose, section
from bot.setup.child import RunningBot
from bot.setup.qr import show_link
from bot.setup.token import settle_groups_allowed, settle_token
from bot.setup.units import read_units, settle_database, settle_units
from bot.terminal import say, speak, spoken, words
from core.people.model import POSTER, Level
from core.shared.errors import AppError
from core.shared.language import Language

INTERRUPTED = 130
LOOK_EVERY = 1.0
"""Seconds between two looks whether the bot is still there."""


def set_up(language: Language | None) -> int:
    """Ask, write, bind, check; in a terminal go on serving until Ctrl-C. Returns the exit code.

    Raises what stands in the way as AppError; what was answered until then is kept.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)  # a window that is closed ends our bot too
    ensure_owner(Path.cwd())
    running: RunningBot | None = None
    try:
        _choose_language(language)
        section("cli-setup-hello")
        settings, me = settle_token()
        say("cli-setup-bot", name=me.name, bot=me.username)
        settle_groups_allowed(settings, me)
        settle_database(settings.database_url)
        settle_units(settings)
        running = RunningBot(settings)
        from bot.setup.staff import settle_groups  # noqa: PLC0415 - brings aiogram, some seconds: not before the first words

        settle_groups(settings, me.username, running)
        _show_posters(settings, me.username)
        return _finish(settings, running)
    except KeyboardInterrupt:
        section("cli-setup-interrupted")
        return INTERRUPTED
    finally:
        if running is not None:
            running.end()


def ensure_owner(folder: Path) -> None:
    """Raises AppError("setup-as-root"): what root writes in a service's folder the service could not read."""
    owner = folder.stat().st_uid
    if os.geteuid() == 0 and owner != 0:
        raise AppError("setup-as-root", folder=str(folder), owner=owner)


def _choose_language(language: Language | None) -> None:
    if language is None:
        options = list(Language)
        names = [words(f"language-{each.value.lower()}") for each in options]
        language = options[choose(names, preferred=options.index(spoken()) + 1) - 1]
    speak(language)


def _show_posters(settings: Settings, username: str) -> None:
    units, _ = asyncio.run(read_units(settings))
    section("cli-setup-posters")
    for unit in units:
        if unit.level is not Level.STREET:
            say("cli-setup-poster", name=unit.name)
            show_link(f"https://t.me/{username}?start={POSTER}{unit.invite}")


def _finish(settings: Settings, running: RunningBot) -> int:
    """Check, say how it goes on, and serve until Ctrl-C where somebody sits."""
    from bot.commands.check import check_everything  # noqa: PLC0415 - as above

    say("cli-setup-check")
    wrong = asyncio.run(check_everything(settings, os.environ))
    if given := [key for key in KNOWN if from_environment(key)]:
        section("cli-setup-environment", names=", ".join(given))
    if not sys.stdin.isatty():
        section("cli-setup-end")
        return wrong
    try:
        asyncio.run(_stay(running))
    except KeyboardInterrupt:
        section("cli-setup-end")
    return wrong


async def _stay(running: RunningBot) -> None:
    """Serve until Ctrl-C; return at once where a service does."""
    await running.start()
    if running.process is None:
        section("cli-setup-served")
        return
    section("cli-setup-serving")
    while True:
        await running.check()
        await asyncio.sleep(LOOK_EVERY)
