from collections.abc import Sequence
from dataclasses import replace

from core.petitions.places import WORKED_ON, CardPlace, Seat, Standing
from core.shared.followups import TOLD, stays_behind
from core.shared.ids import ChatId, PetitionId
from core.shared.outbox import RowState
from tests.fakes.database import FakeWork


class FakeSeatRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, home: ChatId, *, lent: bool) -> Sequence[Seat]:
        tables = self._work.now()
        waiting = {
            row.item.petition_id
            for row in tables.outbox.values()
            if row.state is RowState.PENDING and row.item.chat_id == home
        }
        own = [card for card in tables.cards.values() if card.chat_id == home]
        is_lent = [card for card in own if card.standing is Standing.LENT]
        kept = [card for card in own if card.standing is Standing.HERE]
        need = [c for c in kept if tables.petitions[c.petition_id].open or c.petition_id in waiting]
        there = {c.petition_id: c.chat_id for c in tables.cards.values() if c.standing is Standing.STAND_IN}
        wanted = sorted({c.petition_id for c in (is_lent if lent else is_lent + need)})
        wanted.sort(key=lambda petition_id: tables.petitions[petition_id].number)
        return [Seat(petition_id, there.get(petition_id, home)) for petition_id in wanted]

    async def to_team(self, petition_id: PetitionId, desk: ChatId, team: ChatId) -> None:
        await self.move(Seat(petition_id, desk), team, desk)
        tables = self._work.now()
        for chat_id, standing in ((desk, Standing.WITH_TEAM), (team, Standing.TEAM)):
            tables.cards[petition_id, chat_id] = replace(tables.cards[petition_id, chat_id], standing=standing)

    async def with_team(self, team: ChatId) -> Sequence[PetitionId]:
        tables = self._work.now()
        theirs = [c.petition_id for c in tables.cards.values() if (c.chat_id, c.standing) == (team, Standing.TEAM)]
        found = [tables.petitions[petition_id] for petition_id in theirs]
        return [each.id for each in sorted(found, key=lambda each: each.number) if each.open]

    async def lends_to(self, petition_id: PetitionId) -> ChatId | None:
        cards = [card for card in self._work.now().cards.values() if card.petition_id == petition_id]
        return next((card.chat_id for card in cards if card.standing is Standing.WITH_TEAM), None)

    async def settle(self, petition_id: PetitionId, home: ChatId, works: ChatId) -> None:
        tables = self._work.now()
        for card in [card for card in tables.cards.values() if card.petition_id == petition_id]:
            if card.chat_id != works and card.standing in WORKED_ON:
                await self.move(Seat(petition_id, card.chat_id), works, home)
            elif card.chat_id not in {works, home}:
                tables.cards[petition_id, card.chat_id] = replace(card, standing=Standing.RETURNED)
        wanted = {works: Standing.HERE if works == home else Standing.STAND_IN}
        for chat_id, standing in ({home: Standing.LENT} | wanted).items():
            place = tables.cards.get((petition_id, chat_id)) or CardPlace(petition_id=petition_id, chat_id=chat_id)
            tables.cards[petition_id, chat_id] = replace(place, standing=standing)

    async def move(self, seat: Seat, to: ChatId, home: ChatId) -> None:
        tables = self._work.now()
        taken = {row.item.dedupe for row in tables.outbox.values()}
        for row in list(tables.outbox.values()):
            item = row.item
            if row.state is not RowState.PENDING or item.petition_id != seat.petition_id:
                continue
            if item.origin_chat == seat.chat_id:
                item = replace(item, origin_chat=to, reply_to=None)
            state, freed = row.state, dict[str, float]()
            if item.chat_id == seat.chat_id:
                renamed = item.dedupe.replace(f":{seat.chat_id}", f":{to}")
                has_it = renamed in taken - {item.dedupe}
                taken.add(renamed)
                freed = {"not_before": 0.0, "lease_until": 0.0}
                if has_it or stays_behind(item):
                    state = RowState.SUPERSEDED
                    again = has_it or item.dedupe.startswith(TOLD)
                    item = replace(item, dedupe=f"{item.dedupe}:{row.id}") if again else item
                else:
                    item = replace(item, chat_id=to, dedupe=renamed, reply_to=None, thread_id=None)
            tables.outbox[row.id] = replace(row, item=item, state=state, **freed)
        asked = (seat.chat_id, seat.petition_id)
        tables.intents = {k: i for k, i in tables.intents.items() if (i.chat_id, i.petition_id) != asked}
        left, taken_up = (
            (Standing.LENT if seat.chat_id == home else Standing.RETURNED),
            (Standing.HERE if to == home else Standing.STAND_IN),
        )
        for chat_id, standing in ((seat.chat_id, left), (to, taken_up)):
            key = (seat.petition_id, chat_id)
            place = tables.cards.get(key) or CardPlace(petition_id=seat.petition_id, chat_id=chat_id)
            tables.cards[key] = replace(place, standing=standing)
