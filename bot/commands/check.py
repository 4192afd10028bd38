"""`linli check`: everything that must be right before people rely on the bot, and what to do where it is not."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import typer
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.adapters.secrets import readable_by_others
from bot.commands.database import require_schema
from bot.config import FILE, KNOWN, PREFIX, ConfigError, Settings, nearest, read_file
from bot.foundation import open_foundation
from bot.membership import chat_facts
from bot.reach import identify, telegram
from bot.terminal import listed, padded, sentence_of, words
from core.people.model import StaffChat
from core.shared.errors import AppError, StorageError

SUBJECT_WIDTH = 24
SECRET_NAMES = ("LINLI_BOT_TOKEN", "LINLI_SECRET_KEY", "LINLI_WEBHOOK_SECRET", "LINLI_DATABASE_URL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the table; `advice` is empty where all is well."""

    subject: str
    detail: str = ""
    advice: str = ""


async def check_everything(settings: Settings, environment: Mapping[str, str]) -> int:
    """Print the table; 1 if anything has to be done."""
    findings = [check_names(environment), check_file(), check_folder(settings)]
    chats, database = await check_database(settings)
    findings.append(database)
    findings += await check_redis(settings)
    findings += await check_telegram(settings, chats)
    for finding in findings:
        show(finding)
    wrong = sum(bool(finding.advice) for finding in findings)
    typer.echo(words("cli-check-wrong", count=wrong) if wrong else words("cli-check-well"))
    return 1 if wrong else 0


def show(finding: Finding) -> None:
    mark = "✗" if finding.advice else "✓"
    typer.echo(f"{mark} {padded(finding.subject, SUBJECT_WIDTH)} {finding.detail}".rstrip())
    if finding.advice:
        typer.echo(f"  → {finding.advice}")


def check_names(environment: Mapping[str, str]) -> Finding:
    """A setting with a slip in its name is silently no setting, so it is looked for here."""
    strange = sorted(key for key in environment if key.upper().startswith(PREFIX) and key.upper() not in KNOWN)
    subject = words("cli-check-settings")
    if not strange:
        return Finding(subject=subject)
    near = nearest(strange[0])
    advice = ConfigError("config-unknown-near" if near else "config-unknown", key=strange[0], near=near)
    return Finding(subject=subject, detail=", ".join(strange), advice=sentence_of(advice))


def check_file() -> Finding:
    subject = FILE.name
    secret = any(key in SECRET_NAMES for key in read_file(FILE))
    if secret and FILE.stat().st_mode & 0o077:
        return Finding(subject=subject, advice=words("cli-check-file-open", file=FILE.name))
    return Finding(subject=subject, detail=words("cli-check-file" if FILE.exists() else "cli-check-file-none"))


def check_folder(settings: Settings) -> Finding:
    subject = words("cli-check-folder")
    folder = settings.data_dir
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError:
        writable = False
    if not writable:
        return Finding(subject=subject, detail=str(folder), advice=words("cli-check-folder-closed"))
    if readable_by_others(folder):
        return Finding(subject=subject, detail=str(folder), advice=words("cli-check-key-open"))
    return Finding(subject=subject, detail=str(folder))


async def check_database(settings: Settings) -> tuple[Sequence[StaffChat] | None, Finding]:
    """Return the staff chats too; None if the database could not be read."""
    subject = words("cli-check-database")
    try:
        await require_schema(settings.database_url)
        async with open_foundation(settings) as ground, ground.uow() as uow:
            units = await uow.units.all()
            chats = await uow.staff_chats.all()
    except AppError as error:
        return None, Finding(subject=subject, advice=sentence_of(error))
    detail = words("cli-check-database-has", units=len(units), chats=len(chats))
    if not units:
        return chats, Finding(subject=subject, detail=detail, advice=words("cli-unit-none"))
    if not chats:
        return chats, Finding(subject=subject, detail=detail, advice=words("cli-check-no-chats"))
    return chats, Finding(subject=subject, detail=detail)


async def check_redis(settings: Settings) -> list[Finding]:
    """Nothing where dialog state lies in the database."""
    if not settings.redis_url:
        return []
    from storage.redis_state import RedisStateStore  # noqa: PLC0415 - only where it is used

    subject, state = words("cli-check-redis"), RedisStateStore(settings.redis_url)
    try:
        await state.ping()
    except StorageError:
        return [Finding(subject=subject, advice=words("cli-check-redis-away"))]
    finally:
        await state.close()
    return [Finding(subject=subject)]


async def check_telegram(settings: Settings, chats: Sequence[StaffChat] | None) -> list[Finding]:
    subject = words("cli-check-token")
    try:
        token = settings.token()
    except ConfigError as error:
        return [Finding(subject=subject, advice=sentence_of(error))]
    async with telegram(settings.api_url, token) as bot:
        try:
            me = await identify(bot, settings.api_url)
        except AppError as error:
            return [Finding(subject=subject, advice=sentence_of(error))]
        found = [Finding(subject=subject, detail=f"@{me.username}")]
        return found + [await check_chat(bot, chat) for chat in chats or ()]


def rights_named(rights: Sequence[str]) -> str:
    return listed(words(f"cli-right-{right.replace('_', '-')}") for right in rights)


async def check_chat(bot: Bot, chat: StaffChat) -> Finding:
    """Ask Telegram what we may do in a staff chat now; rights can be taken away later."""
    purposes = listed(words(f"cli-purpose-{purpose}") for purpose in sorted(chat.purposes))
    try:
        facts = await chat_facts(bot, chat.chat_id)
    except TelegramAPIError:
        return Finding(subject=chat.title, detail=purposes, advice=words("cli-check-chat-gone"))
    if facts.missing_rights:
        advice = words("cli-check-rights", rights=rights_named(facts.missing_rights))
        return Finding(subject=chat.title, detail=purposes, advice=advice)
    return Finding(subject=chat.title, detail=purposes)
