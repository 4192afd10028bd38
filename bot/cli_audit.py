"""`linli audit`: whether the audit is what was written."""

import asyncio
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words

audit_app = typer.Typer(help=words("cli-help-audit"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@audit_app.callback()
def audit() -> None:
    """Only what is named: more may come beside `verify`."""


@audit_app.command("verify", help=words("cli-help-audit-verify"))
def verify(
    seal: Annotated[str, typer.Argument(help=words("cli-help-audit-seal"), metavar="[SEAL]")] = "",
) -> None:
    from bot.commands.audit import verify_audit  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    code = asyncio.run(verify_audit(load_settings(), seal.strip()))
    if code:
        raise typer.Exit(code)
