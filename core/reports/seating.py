"""Whose committee gets a report, and who of it reads it: climbing until two may (DOMAIN §2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.ballots.access import downwards, upwards
from core.ballots.ports import Shuffler
from core.people.model import Purpose, Role, RosterEntry, StaffChat
from core.reports.model import REVIEWERS, Body
from core.reports.people import may_review, without
from core.reports.ports import Present
from core.shared.ids import ChatId, RosterId, TelegramUserId, UnitId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Reviewer:
    entry: RosterEntry
    account: TelegramUserId


@dataclass(frozen=True, slots=True)
class Seat:
    """A committee in which at least two may read a report."""

    unit: UnitId
    chat: ChatId
    eligible: tuple[Reviewer, ...]


async def committee_of(uow: UnitOfWork, unit_id: UnitId) -> StaffChat | None:
    """Return the group of the unit's own supervision committee, if it has one that we are in."""
    chat = await uow.staff_chats.serving(unit_id, Purpose.SUPERVISION)
    return chat if chat is not None and chat.unit_id == unit_id and chat.out_since is None else None


async def tree_of(uow: UnitOfWork, unit_id: UnitId) -> dict[str, frozenset[str]]:
    """Return the units of the tree a unit hangs in, each with itself and those below it."""
    root = (await upwards(uow, unit_id))[-1]
    return {unit: frozenset(await downwards(uow, unit)) for unit in await downwards(uow, root)}


async def roster_of(uow: UnitOfWork, unit_id: UnitId) -> Sequence[RosterEntry]:
    return await uow.roster.of_units(list(map(UnitId, await tree_of(uow, unit_id))))


async def eligible_in(uow: UnitOfWork, chat: StaffChat, body: Body) -> list[Reviewer]:
    """Return who of a committee may read a report, as the roster has it."""
    tree = await tree_of(uow, chat.unit_id)
    everybody = await uow.roster.of_units(list(map(UnitId, tree)))
    concerned = [entry for entry in await uow.roster.everybody() if entry.id in body.concerned]  # gone or not
    found = []
    for entry in everybody:
        served = await uow.staff_chats.serving(entry.unit_id, Purpose.SUPERVISION) if _supervises(entry) else None
        if served is None or served.chat_id != chat.chat_id or entry.resident_id in {None, body.author}:
            continue
        if entry.resident_id and may_review(entry, concerned, tree):
            found.append(Reviewer(entry, (await uow.residents.get(entry.resident_id)).telegram_id))
    return found


def _supervises(entry: RosterEntry) -> bool:
    return Role.SUPERVISION in entry.roles


async def everybody_present(chat_id: ChatId, user_id: TelegramUserId) -> bool:  # noqa: ARG001 - the port's
    """Stand in for Telegram where only the roster is asked."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSeat:
    uow: UnitOfWorkFactory
    present: Present

    async def __call__(self, unit_id: UnitId, body: Body, *, above: bool = False) -> Seat | None:
        """Return the nearest committee in which two or more may read it; `above` begins one level up.

        None: nobody here may, and it goes to the external discipline office. Asks Telegram: in no unit of work.
        """
        async with self.uow.reading() as uow:
            levels = (await upwards(uow, unit_id))[1 if above else 0 :]
            chats = [chat for level in levels if (chat := await committee_of(uow, level)) is not None]
            found = [(chat, await eligible_in(uow, chat, body)) for chat in chats]
        for chat, people in found:
            there = [each for each in people if await self.present(chat.chat_id, each.account)]
            if len(there) >= REVIEWERS:
                return Seat(chat.unit_id, chat.chat_id, tuple(there))
        return None


def drawn(
    seat: Seat, body: Body, today: str, shuffle: Shuffler, *, more: int = REVIEWERS
) -> tuple[Body, list[Reviewer]]:
    """Draw `more` who have not been drawn. By lot, so that who is not asked learns nothing by that."""
    left = {entry.id for entry in without([each.entry for each in seat.eligible], body.reviewers)}
    new = shuffle([each for each in seat.eligible if each.entry.id in left])[:more]
    ids: tuple[RosterId, ...] = (*body.reviewers, *(each.entry.id for each in new))
    return replace(body, reviewers=ids, drawn_on=today if new else body.drawn_on), new
