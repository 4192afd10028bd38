from collections.abc import Collection, Sequence
from dataclasses import replace

from core.petitions.model import Petition
from core.petitions.places import WORKED_ON
from core.petitions.search import Cut, cut_into_characters
from core.shared.errors import ConflictError
from core.shared.ids import ChatId, PetitionId, ResidentId, UnitId
from core.together.model import Collective, Merge, Part, Signature, Signer
from core.together.neighbours import NeighbourLine, Shown
from storage.case_search import tokens_of
from tests.fakes.database import FakeWork, require


class FakeTogetherRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Collective | None:
        return self._work.now().collectives.get(petition_id)

    async def by_invite(self, invite: str) -> Collective | None:
        return next((each for each in self._work.now().collectives.values() if each.invite == invite), None)

    async def open(self, collective: Collective) -> None:
        self._work.now().collectives.setdefault(collective.petition_id, collective)

    async def signature(self, petition_id: PetitionId, resident_id: ResidentId) -> Signature | None:
        found = self._work.now().signatures.values()
        return next((s for s in found if (s.petition_id, s.resident_id) == (petition_id, resident_id)), None)

    async def sign(self, signature: Signature) -> bool:
        tables, key = self._work.now(), (signature.petition_id, signature.person)
        require(signature.petition_id in tables.petitions)
        if key in tables.signatures:
            return False
        tables.signatures[key] = signature
        return True

    async def save(self, signature: Signature) -> None:
        tables, key = self._work.now(), (signature.petition_id, signature.person)
        if key in tables.signatures:
            tables.signatures[key] = replace(tables.signatures[key], part=signature.part)

    async def leave(self, petition_id: PetitionId, person: str) -> None:
        self._work.now().signatures.pop((petition_id, person), None)

    async def signers(self, petition_ids: Sequence[PetitionId]) -> Sequence[Signer]:
        tables = self._work.now()
        found = [each for each in tables.signatures.values() if each.petition_id in petition_ids]
        found.sort(key=lambda s: (s.part is not Part.SPEAKER, s.at, s.person, s.petition_id))
        signers = []
        for each in found:
            who = tables.residents[each.resident_id] if each.resident_id else None
            known = {"name": who.name, "telegram_id": who.telegram_id} if who else {}
            signers.append(Signer(signature=each, **known))  # type: ignore[arg-type] # by name
        return signers

    async def joined(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        tables = self._work.now()
        found = [each for each in tables.signatures.values() if each.resident_id == resident_id]
        found = [each for each in found if tables.petitions[each.petition_id].resident_id != resident_id]
        by_id = sorted(found, key=lambda each: each.petition_id)
        return [each.petition_id for each in sorted(by_id, key=lambda each: each.at, reverse=True)]

    async def forget(self, resident_id: ResidentId, person: str) -> None:
        tables = self._work.now()
        for key, each in list(tables.signatures.items()):
            if each.resident_id == resident_id:
                del tables.signatures[key]
                tables.signatures[each.petition_id, person] = replace(each, resident_id=None, person=person)

    async def forget_signers(self, petition_id: PetitionId) -> None:
        tables = self._work.now()
        named = sorted(key for key, each in tables.signatures.items() if key[0] == petition_id and each.resident_id)
        for number, key in enumerate(named):
            person = f"{key[0][:24]}{number:08d}"
            bare = replace(tables.signatures.pop(key), resident_id=None, person=person)
            tables.signatures[key[0], person] = bare

    async def merge_of(self, petition_id: PetitionId) -> Merge | None:
        return self._work.now().merges.get(petition_id)

    async def merge(self, merge: Merge) -> None:
        if merge.petition_id in self._work.now().merges:
            raise ConflictError("together-merged")
        self._work.now().merges[merge.petition_id] = merge

    async def unmerge(self, petition_id: PetitionId) -> None:
        self._work.now().merges.pop(petition_id, None)

    async def members(self, main_id: PetitionId) -> Sequence[PetitionId]:
        found = [each for each in self._work.now().merges.values() if each.main_id == main_id]
        return [each.petition_id for each in sorted(found, key=lambda each: (each.at, each.petition_id))]

    async def alike(self, petition: Petition, limit: int) -> Sequence[tuple[PetitionId, frozenset[str]]]:
        every = self._work.now().petitions.values()
        found = [p for p in every if p.id == petition.id or (p.unit_id == petition.unit_id and p.open)]
        by_number = sorted(found, key=lambda each: each.number, reverse=True)
        own_first = sorted(by_number, key=lambda each: each.id != petition.id)[:limit]
        return [(each.id, frozenset(tokens_of(_cut(each)).split())) for each in own_first]

    async def line_of(self, petition_id: PetitionId) -> NeighbourLine | None:
        return self._work.now().neighbour_lines.get(petition_id)

    async def allow(self, line: NeighbourLine) -> None:
        self._work.now().neighbour_lines.setdefault(line.petition_id, line)

    async def put_line(self, line: NeighbourLine) -> None:
        tables = self._work.now()
        if (was := tables.neighbour_lines.get(line.petition_id)) is not None:
            tables.neighbour_lines[line.petition_id] = replace(was, line=line.line, unit_id=line.unit_id, by=line.by)

    async def hide(self, petition_id: PetitionId) -> None:
        self._work.now().neighbour_lines.pop(petition_id, None)

    async def lines(self, unit_ids: Collection[UnitId]) -> Sequence[Shown]:
        tables = self._work.now()
        found = [(tables.petitions[key], each) for key, each in tables.neighbour_lines.items()]
        stand = [(p, each) for p, each in found if each.unit_id in unit_ids and each.stands(p)]
        stand.sort(key=lambda pair: pair[0].number)
        return [Shown(petition_id=p.id, line=each.line, resident_id=p.resident_id) for p, each in stand]

    async def texts(
        self, unit_ids: Collection[UnitId], among: Collection[PetitionId], limit: int
    ) -> Sequence[tuple[PetitionId, frozenset[str]]]:
        found = [p for p in self._work.now().petitions.values() if p.unit_id in unit_ids and p.open]
        newest = sorted(found, key=lambda p: p.number, reverse=True)
        first = sorted(newest, key=lambda p: p.id not in among)[:limit]
        return [(p.id, frozenset(tokens_of(_cut(p)).split())) for p in first]

    async def near(
        self, petition: Petition, chat_id: ChatId, limit: int
    ) -> Sequence[tuple[PetitionId, str, frozenset[str]]]:
        tables = self._work.now()
        cards = [card for card in tables.cards.values() if card.chat_id == chat_id and card.standing in WORKED_ON]
        found = [tables.petitions[card.petition_id] for card in cards]
        like = [p for p in found if (p.unit_id, p.kind) == (petition.unit_id, petition.kind) and p.open]
        like = sorted((p for p in like if p.id != petition.id), key=lambda p: p.number, reverse=True)
        return [(p.id, p.number, frozenset(tokens_of(_cut(p)).split())) for p in like[:limit]]


def _cut(petition: Petition) -> Cut:
    return cut_into_characters(f"{petition.words.title}\n{petition.place.text}")
