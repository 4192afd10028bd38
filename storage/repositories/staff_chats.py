from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import delete, insert, literal, select, update
from sqlalchemy.orm import aliased

from core.people.model import Purpose, StaffChat
from core.petitions.model import OPEN_STAGES
from core.shared.followups import card_after_move
from core.shared.ids import ChatId, UnitId
from core.shared.outbox import RowState
from storage.outbox_rows import DROPPED, named_for, values_of
from storage.rows import staff_chat_of
from storage.tables import (
    bind_codes,
    outbox,
    petitions,
    staff_cards,
    staff_chat_purposes,
    staff_chat_teams,
    staff_chats,
    staff_intents,
    units,
)
from storage.work import Work


class SqlStaffChatRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def get(self, chat_id: ChatId) -> StaffChat | None:
        found = await self._where(staff_chats.c.chat_id == chat_id)
        return found[0] if found else None

    async def serving(self, unit_id: UnitId, purpose: Purpose) -> StaffChat | None:
        start = select(units.c.id, units.c.parent_id, literal(0).label("steps")).where(units.c.id == unit_id)
        way = start.cte("way", recursive=True)
        parent = aliased(units)
        up = select(parent.c.id, parent.c.parent_id, way.c.steps + 1).join(way, parent.c.id == way.c.parent_id)
        way = way.union_all(up)
        nearest = (
            select(staff_chats.c.chat_id)
            .join(way, way.c.id == staff_chats.c.unit_id)
            .join(staff_chat_purposes, staff_chat_purposes.c.chat_id == staff_chats.c.chat_id)
            .where(staff_chat_purposes.c.purpose == purpose)
            .order_by(way.c.steps, staff_chats.c.chat_id)
            .limit(1)
        )
        chat_id = (await self._work.run(nearest)).scalar_one_or_none()
        return None if chat_id is None else await self.get(chat_id)

    async def all(self) -> Sequence[StaffChat]:
        return await self._where(literal(value=True))

    async def hold(self) -> None:
        rows = await self._work.run(select(staff_chats.c.chat_id).order_by(staff_chats.c.chat_id).with_for_update())
        rows.close()

    async def save(self, chat: StaffChat) -> None:
        values = asdict(chat)
        purposes, teams = values.pop("purposes"), values.pop("teams")
        await self._work.run(self._work.upsert(staff_chats, values))
        await self._work.run(delete(staff_chat_purposes).where(staff_chat_purposes.c.chat_id == chat.chat_id))
        if purposes:
            rows = [{"chat_id": chat.chat_id, "purpose": purpose} for purpose in sorted(purposes)]
            await self._work.run(insert(staff_chat_purposes).values(rows))
        await self._work.run(delete(staff_chat_teams).where(staff_chat_teams.c.chat_id == chat.chat_id))
        if teams:
            named = [{"chat_id": chat.chat_id, "team": team} for team in sorted(teams)]
            await self._work.run(insert(staff_chat_teams).values(named))

    async def remove(self, chat_id: ChatId) -> None:
        await self._work.run(delete(staff_chats).where(staff_chats.c.chat_id == chat_id))

    async def move(self, old: ChatId, new: ChatId) -> None:
        chat = await self.get(old)
        if chat is None:
            return
        there = await self.get(new)
        purposes = chat.purposes | (there.purposes if there else frozenset())
        teams = chat.teams | (there.teams if there else frozenset())
        await self.save(replace(chat, chat_id=new, purposes=purposes, teams=teams))
        await self.remove(old)
        await self._work.run(update(bind_codes).where(bind_codes.c.used_by == old).values(used_by=new))
        await self._move_undelivered(old, new)
        await self._move_cards(old, new)
        await self._work.run(delete(staff_intents).where(staff_intents.c.chat_id == old))  # asked for too long ago

    async def _move_undelivered(self, old: ChatId, new: ChatId) -> None:
        """Send on to the new chat what waits for the old; message and topic ids of the old mean nothing there.

        What is said in cases gets the keys it has in the new chat, so that it is not said there again.
        """
        pending = outbox.c.state == RowState.PENDING
        said = select(outbox).where(pending, outbox.c.chat_id == old, outbox.c.to_case)
        for row in (await self._work.run(said.order_by(outbox.c.id))).mappings().all():
            named, has_it = await named_for(self._work, row, old, new)
            values = {**(DROPPED if has_it else {}), "dedupe": named}
            await self._work.run(update(outbox).where(pending, outbox.c.id == row["id"]).values(values))
        await self._work.run(
            update(outbox).where(pending, outbox.c.chat_id == old).values(chat_id=new, reply_to=None, thread_id=None),
        )
        await self._work.run(
            update(outbox).where(pending, outbox.c.origin_chat == old).values(origin_chat=new, reply_to=None),
        )

    async def _move_cards(self, old: ChatId, new: ChatId) -> None:
        there = select(staff_cards.c.petition_id).where(staff_cards.c.chat_id == new)
        here = staff_cards.c.chat_id == old
        await self._work.run(delete(staff_cards).where(here, staff_cards.c.petition_id.in_(there)))
        moved = update(staff_cards).where(here).values(chat_id=new, message_id=None, thread_id=None)
        moved_ids = (await self._work.run(moved.returning(staff_cards.c.petition_id))).scalars().all()
        still_open = select(petitions.c.id).where(petitions.c.id.in_(moved_ids), petitions.c.stage.in_(OPEN_STAGES))
        for petition_id in (await self._work.run(still_open.order_by(petitions.c.number))).scalars().all():
            item = card_after_move(petition_id, new)
            await self._work.run(self._work.insert_new(outbox, values_of(item)))

    async def _where(self, condition: Any) -> list[StaffChat]:  # noqa: ANN401 - an SQL condition
        wanted = select(staff_chats).where(condition).order_by(staff_chats.c.chat_id)
        rows = (await self._work.run(wanted)).mappings().all()
        purposes: dict[int, list[str]] = {row["chat_id"]: [] for row in rows}
        wanted = select(staff_chat_purposes).where(staff_chat_purposes.c.chat_id.in_(purposes))
        for row in await self._work.run(wanted):
            purposes[row.chat_id].append(row.purpose)
        teams: dict[int, list[str]] = {chat_id: [] for chat_id in purposes}
        for_teams = [chat_id for chat_id, named in purposes.items() if Purpose.TEAM in named]
        if for_teams:  # else there is nothing to ask
            for row in await self._work.run(select(staff_chat_teams).where(staff_chat_teams.c.chat_id.in_(for_teams))):
                teams[row.chat_id].append(row.team)
        return [staff_chat_of(row, purposes[row["chat_id"]], teams[row["chat_id"]]) for row in rows]
