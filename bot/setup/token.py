"""The first step: a token that Telegram knows, and a bot that may be added to groups."""

import asyncio
import re
from dataclasses import dataclass

from bot.config import FILE, TELEGRAM, ConfigError, Settings, from_environment, load_settings
from bot.setup.asking import ask
from bot.setup.file import put_setting
from bot.setup.qr import show_link
from bot.terminal import say, sentence_of
from core.shared.errors import AppError

KEY = "LINLI_BOT_TOKEN"
BOTFATHER = "https://t.me/BotFather"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OurBot:
    """Who the token is, as Telegram says."""

    name: str
    username: str
    may_join_groups: bool


def settle_token() -> tuple[Settings, OurBot]:
    """Return settings with a token that works, and whose it is; a token that was asked for is in `linli.toml`.

    Raises ConfigError where asking is no help: another setting is wrong, or the environment gives a wrong token.
    """
    settings = _settings()
    if settings.bot_token is not None:
        try:
            return settings, _who(settings.api_url, settings.token())
        except ConfigError as error:
            if from_environment(KEY) or not _of_token(error, settings.api_url):
                raise
            say("cli-setup-token-old", file=FILE.name)
    say("cli-setup-botfather")
    show_link(BOTFATHER)
    say("cli-setup-botfather-how")
    token, me = _asked(settings.api_url)
    put_setting(KEY, token)
    return load_settings(), me


def _settings() -> Settings:
    """Return the settings, without a token where the file's has not even the form of one."""
    try:
        return load_settings()
    except ConfigError as error:
        if error.code != "config-bot-token" or from_environment(KEY):
            raise
    return load_settings(without_token=True)


def _asked(api_url: str) -> tuple[str, OurBot]:
    while True:
        token = ask(hidden=True)
        found = _TOKEN.search(token)
        if found is None:
            say("cli-setup-token-shape")
            continue
        try:
            return found[0], _who(api_url, found[0])
        except ConfigError as error:
            if not _of_token(error, api_url):
                raise
            say("cli-setup-token-refused")


def _who(api_url: str, token: str) -> OurBot:
    """Ask Telegram until it answers; who sits there decides how often."""
    while True:
        try:
            return asyncio.run(_identify(api_url, token))
        except ConfigError:
            raise
        except AppError as error:
            say("cli-setup-again", reason=sentence_of(error))
            ask()


async def _identify(api_url: str, token: str) -> OurBot:
    from bot.reach import identify, telegram  # noqa: PLC0415 - brings aiogram, some seconds: not before the first words

    async with telegram(api_url, token) as bot:
        me = await identify(bot, api_url)
    return OurBot(name=me.first_name, username=me.username or "", may_join_groups=me.can_join_groups is not False)


def _of_token(error: ConfigError, api_url: str) -> bool:
    """At Telegram itself a token that is none is an address that is none."""
    return error.code == "check-token-refused" or (error.code == "config-api-url-wrong" and api_url == TELEGRAM)


def settle_groups_allowed(settings: Settings, me: OurBot) -> None:
    """Wait until the bot may be added to groups: that is switched on in BotFather alone."""
    while not me.may_join_groups:
        say("cli-setup-groups-off", bot=me.username)
        show_link(BOTFATHER)
        ask()
        me = _who(settings.api_url, settings.token())
