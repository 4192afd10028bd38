"""What becomes of a suggestion by its answer: a button says it before the answer is written (XF 29)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from core.petitions.kinds import verdict_of
from core.petitions.model import KINDS, Event, HistoryRow, Petition
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.uow import UnitOfWork


async def verdict_said(uow: UnitOfWork, was: Petition, actor: StaffActor, words: StaffWords) -> str:
    """Return what becomes of a suggestion by this answer, "" of other kinds.

    What corrects an answer says it as before. Raises DomainError("verdict-first").
    """
    if not KINDS[was.kind].verdict or words.edition:
        return was.verdict
    meant = await uow.intents.of(actor.chat_id, actor.user_id, was.id)
    verdict = verdict_of(meant.subject) if meant is not None else None
    if verdict is None:
        raise DomainError("verdict-first", number=was.number)
    return verdict


def answers_before(history: Sequence[HistoryRow], unsaid: Collection[datetime]) -> str:
    """Return what the last answer said that was not given at the moments `unsaid`; "" if there is none."""
    said = [row.reason for row in history if row.event is Event.ANSWER and row.at not in unsaid]
    return said[-1] if said else ""
