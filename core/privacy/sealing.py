"""Seals over the audit, so that a row that was changed, removed or put in later is noticed.

The database refuses to change the audit's rows; whoever holds its file can go round that. They cannot make the seals
anew without the key, which is not in the database. Rows since the last seal are not covered yet, some seconds' worth.
Who takes away the newest seals with their rows leaves a shorter, flawless chain: therefore the supervision committee
is shown the newest seal with every page of looks, and can have it asked for.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from core.people.ports import Secrets
from core.privacy.model import AuditRow, Seal
from core.shared.clock import Clock
from core.uow import UnitOfWork, UnitOfWorkFactory

AT_ONCE = 1_000
"""Rows under one seal at most."""
SHOWN = 12
"""Signs of a seal that people are shown and can type."""


def seal_of(secrets: Secrets, before: str, rows: Iterable[AuditRow]) -> str:
    """Return the seal of rows that come after those of the seal `before`."""
    told = [[row.id, row.at.timestamp(), row.action, row.actor, row.subject, row.detail] for row in rows]
    return secrets.keyed_hash("audit", json.dumps([before, told], ensure_ascii=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class SealAudit:
    """A chore: seal what has been written to the audit since the last seal."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    @property
    def name(self) -> str:
        return "audit-seals"

    async def __call__(self) -> bool:
        async with self.uow.reading() as uow:
            last = await uow.trail.last_seal()
            if not await uow.trail.rows(_next(last), None, 1):
                return False
        async with self.uow() as uow:
            await uow.trail.hold()
            last = await uow.trail.last_seal()
            rows = await uow.trail.rows(_next(last), None, AT_ONCE)
            if not rows:
                return False
            seal = seal_of(self.secrets, last.seal if last else "", rows)
            ends = {"first": rows[0].id, "last": rows[-1].id, "rows": len(rows)}
            await uow.trail.add_seal(Seal(at=self.clock.now(), seal=seal, **ends))
            await uow.commit()
        return True


def _next(last: Seal | None) -> int:
    return last.last + 1 if last else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of the audit. `broken` are seals whose rows are not what they were, in their order."""

    rows: int
    unsealed: int
    broken: tuple[Seal, ...] = ()
    newest: Seal | None = None
    known: bool = True
    """Whether the seal that was asked for is one of ours."""

    @property
    def well(self) -> bool:
        return not self.broken and self.known


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyAudit:
    """Read the whole audit against its seals."""

    uow: UnitOfWorkFactory
    secrets: Secrets

    async def __call__(self, asked: str = "") -> Verdict:
        """`asked` is the beginning of a seal that somebody has noted, "" for none. Raises StorageError."""
        broken: list[Seal] = []
        count, known, before = 0, not asked, None
        async with self.uow.reading() as uow:
            while seals := await uow.trail.seals(before.id if before else 0, AT_ONCE):
                for seal in seals:
                    rows = await uow.trail.rows(_next(before), seal.last, seal.rows + 1)
                    made = seal_of(self.secrets, before.seal if before else "", rows)
                    if made != seal.seal or len(rows) != seal.rows:
                        broken.append(seal)
                    known = known or seal.seal.startswith(asked.lower())
                    count, before = count + len(rows), seal
            unsealed = await self._rest(uow, _next(before))
        return Verdict(rows=count + unsealed, unsealed=unsealed, broken=tuple(broken), newest=before, known=known)

    async def _rest(self, uow: UnitOfWork, first: int) -> int:
        count = 0
        while rows := await uow.trail.rows(first, None, AT_ONCE):
            count, first = count + len(rows), rows[-1].id + 1
        return count
