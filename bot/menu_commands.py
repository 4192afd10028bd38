"""The commands Telegram shows, in each language: only what works is offered."""

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from core.shared.language import Language
from locales.render import Renderer

READING = ("book", "news", "vote", "report", "subscribe", "who", "volunteer")
PRIVATE = ("start", "petition", "cases", *READING, "me", "why", "language", "help")
MATTER = ("dates", "major", "identity", "block")
DESK = ("queue", "mine", "overdue", "case", "find", "stats", "figures", "handover", "tpl", *MATTER)
WORK = ("duty", "swap", "away", "who", "call", "days", "publish", "board", "ballots", "notice")
TRUST = ("reports", "audit", "blocked")
GROUP = (*DESK, *WORK, *TRUST, "undo", "language", "help", "bind")
SHOWN = {None: Language.ZH_CN, "zh": Language.ZH_CN, "en": Language.EN}
"""Telegram knows two-letter languages only, so zh-TW readers see the list in simplified characters."""


async def set_commands(bot: Bot, renderer: Renderer) -> None:
    for code, language in SHOWN.items():
        for names, scope, kind in (
            (PRIVATE, BotCommandScopeAllPrivateChats(), "private"),
            (GROUP, BotCommandScopeAllGroupChats(), "group"),
        ):
            commands = [
                BotCommand(command=name, description=renderer.plain(f"command-{kind}-{name}", {}, language))
                for name in names
            ]
            await bot.set_my_commands(commands, scope=scope, language_code=code)
