from collections.abc import Sequence

from sqlalchemy import and_, delete, exists, func, or_, select, update

from core.petitions.model import OPEN_STAGES
from core.petitions.places import WORKED_ON, Seat, Standing
from core.shared.followups import TOLD, stays_behind
from core.shared.ids import ChatId, PetitionId
from core.shared.outbox import RowState
from storage.outbox_rows import DROPPED, FREE, claimed_of, named_for
from storage.tables import outbox, petitions, staff_cards, staff_intents
from storage.work import Values, Work

_LIVE = outbox.c.state == RowState.PENDING
_FOLLOWS: Values = {"reply_to": None, "thread_id": None, **FREE}


class SqlSeatRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, home: ChatId, *, lent: bool) -> Sequence[Seat]:
        own, there = staff_cards.alias("own"), staff_cards.alias("there")
        standing_in = and_(there.c.petition_id == own.c.petition_id, there.c.standing == Standing.STAND_IN)
        waits = exists().where(_LIVE, outbox.c.petition_id == own.c.petition_id, outbox.c.chat_id == home)
        needs_one = and_(own.c.standing == Standing.HERE, or_(petitions.c.stage.in_(OPEN_STAGES), waits))
        is_lent = own.c.standing == Standing.LENT
        wanted = (
            select(own.c.petition_id, func.coalesce(there.c.chat_id, home).label("chat_id"))
            .join(petitions, petitions.c.id == own.c.petition_id)
            .outerjoin(there, standing_in)
            .where(own.c.chat_id == home, is_lent if lent else or_(is_lent, needs_one))
        )
        rows = (await self._work.run(wanted.order_by(petitions.c.number))).all()
        return [Seat(row.petition_id, ChatId(row.chat_id)) for row in rows]

    async def move(self, seat: Seat, to: ChatId, home: ChatId) -> None:
        await self._send_on(seat, to)
        await self._left(seat, to)
        await self._stands(seat.chat_id, seat, Standing.LENT if seat.chat_id == home else Standing.RETURNED)
        await self._stands(to, seat, Standing.HERE if to == home else Standing.STAND_IN)

    async def to_team(self, petition_id: PetitionId, desk: ChatId, team: ChatId) -> None:
        seat = Seat(petition_id, desk)
        await self._send_on(seat, team)
        await self._left(seat, team)
        await self._stands(desk, seat, Standing.WITH_TEAM)
        await self._stands(team, seat, Standing.TEAM)

    async def with_team(self, team: ChatId) -> Sequence[PetitionId]:
        wanted = (
            select(petitions.c.id)
            .join(staff_cards, staff_cards.c.petition_id == petitions.c.id)
            .where(staff_cards.c.chat_id == team, staff_cards.c.standing == Standing.TEAM)
            .where(petitions.c.stage.in_(OPEN_STAGES))
        )
        return (await self._work.run(wanted.order_by(petitions.c.number))).scalars().all()

    async def lends_to(self, petition_id: PetitionId) -> ChatId | None:
        wanted = select(staff_cards.c.chat_id).where(staff_cards.c.petition_id == petition_id)
        lent = wanted.where(staff_cards.c.standing == Standing.WITH_TEAM)
        return (await self._work.run(lent)).scalar_one_or_none()

    async def settle(self, petition_id: PetitionId, home: ChatId, works: ChatId) -> None:
        mine = and_(staff_cards.c.petition_id == petition_id, staff_cards.c.standing != Standing.RETURNED)
        wanted = select(staff_cards.c.chat_id, staff_cards.c.standing).where(mine).order_by(staff_cards.c.chat_id)
        for row in (await self._work.run(wanted)).all():
            chat_id, standing = row.chat_id, Standing(row.standing)
            if chat_id != works and standing in WORKED_ON:
                await self.move(Seat(petition_id, ChatId(chat_id)), works, home)
            elif chat_id not in {works, home}:
                await self._stands(ChatId(chat_id), Seat(petition_id, works), Standing.RETURNED)
        seat = Seat(petition_id, works)
        await self._stands(works, seat, Standing.HERE if works == home else Standing.STAND_IN)
        if works != home:
            await self._stands(home, seat, Standing.LENT)

    async def _left(self, seat: Seat, to: ChatId) -> None:
        """Let signs of what arrives go to the new chat; what was asked for in the old one is meant no more."""
        origin = and_(_LIVE, outbox.c.petition_id == seat.petition_id, outbox.c.origin_chat == seat.chat_id)
        await self._work.run(update(outbox).where(origin).values(origin_chat=to, reply_to=None))
        asked = and_(staff_intents.c.chat_id == seat.chat_id, staff_intents.c.petition_id == seat.petition_id)
        await self._work.run(delete(staff_intents).where(asked))

    async def _send_on(self, seat: Seat, to: ChatId) -> None:
        waiting = and_(_LIVE, outbox.c.petition_id == seat.petition_id, outbox.c.chat_id == seat.chat_id)
        for row in (await self._work.run(select(outbox).where(waiting).order_by(outbox.c.id))).mappings().all():
            named, has_it = await named_for(self._work, row, seat.chat_id, to)
            gone = has_it or stays_behind(claimed_of(row, 0.0).item)
            again = {"dedupe": f"{row['dedupe']}:{row['id']}"} if has_it or row["dedupe"].startswith(TOLD) else {}
            values = {**DROPPED, **again} if gone else {**_FOLLOWS, "chat_id": to, "dedupe": named}
            await self._work.run(update(outbox).where(_LIVE, outbox.c.id == row["id"]).values(values))

    async def _stands(self, chat_id: ChatId, seat: Seat, standing: Standing) -> None:
        values = {"petition_id": seat.petition_id, "chat_id": chat_id, "rendered_version": 0, "standing": standing}
        await self._work.run(self._work.upsert(staff_cards, values, "standing"))
