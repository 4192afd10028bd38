from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.terminal import complain, say
from core.privacy.sealing import SHOWN, VerifyAudit


async def verify_audit(settings: Settings, seal: str) -> int:
    """Say whether every row of the audit is what was written; 1 if not, or if `seal` is none of ours."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        verdict = await VerifyAudit(uow=ground.uow, secrets=ground.secrets)(seal)
    for broken in verdict.broken:
        day = broken.at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
        complain("cli-audit-broken", first=str(broken.first), last=str(broken.last), day=day)
    if not verdict.known:
        complain("cli-audit-seal-unknown", seal=seal)
    newest = verdict.newest.seal[:SHOWN] if verdict.newest else "—"
    if verdict.well:
        say("cli-audit-well", rows=verdict.rows, unsealed=verdict.unsealed, seal=newest)
    return 0 if verdict.well else 1
