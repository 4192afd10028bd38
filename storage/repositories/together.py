from collections.abc import Collection, Sequence
from dataclasses import asdict

from sqlalchemy import RowMapping, and_, case, delete, or_, select, update

from core.petitions.model import OPEN_STAGES, Petition
from core.petitions.places import WORKED_ON
from core.shared.errors import ConflictError
from core.shared.ids import ChatId, PetitionId, ResidentId, UnitId
from core.together.model import Collective, Merge, Part, Signature, Signer
from core.together.neighbours import NeighbourLine, Shown
from storage.tables import (
    case_words,
    collectives,
    merges,
    neighbour_lines,
    petitions,
    residents,
    signatures,
    staff_cards,
)
from storage.work import Work

_COLUMNS = ("petition_id", "person", "resident_id", "part", "at")


class SqlTogetherRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Collective | None:
        wanted = select(collectives).where(collectives.c.petition_id == petition_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else Collective(**row)

    async def by_invite(self, invite: str) -> Collective | None:
        row = (await self._work.run(select(collectives).where(collectives.c.invite == invite))).mappings().one_or_none()
        return None if row is None else Collective(**row)

    async def open(self, collective: Collective) -> None:
        await self._work.run(self._work.insert_new(collectives, asdict(collective)))

    async def signature(self, petition_id: PetitionId, resident_id: ResidentId) -> Signature | None:
        theirs = and_(signatures.c.petition_id == petition_id, signatures.c.resident_id == resident_id)
        row = (await self._work.run(select(signatures).where(theirs))).mappings().one_or_none()
        return None if row is None else _signature(row)

    async def sign(self, signature: Signature) -> bool:
        added = self._work.insert_new(signatures, asdict(signature)).returning(signatures.c.person)
        return (await self._work.run(added)).first() is not None

    async def save(self, signature: Signature) -> None:
        theirs = and_(signatures.c.petition_id == signature.petition_id, signatures.c.person == signature.person)
        await self._work.run(update(signatures).where(theirs).values(part=signature.part))

    async def leave(self, petition_id: PetitionId, person: str) -> None:
        theirs = and_(signatures.c.petition_id == petition_id, signatures.c.person == person)
        await self._work.run(delete(signatures).where(theirs))

    async def signers(self, petition_ids: Sequence[PetitionId]) -> Sequence[Signer]:
        wanted = select(signatures, residents.c.name, residents.c.telegram_id)
        wanted = wanted.outerjoin(residents, residents.c.id == signatures.c.resident_id)
        wanted = wanted.where(signatures.c.petition_id.in_([*petition_ids]))
        first = case((signatures.c.part == Part.SPEAKER, 0), else_=1)
        wanted = wanted.order_by(first, signatures.c.at, signatures.c.person, signatures.c.petition_id)
        return [
            Signer(signature=_signature(row), name=row["name"] or "", telegram_id=row["telegram_id"])
            for row in (await self._work.run(wanted)).mappings()
        ]

    async def joined(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        wanted = select(signatures.c.petition_id).join(petitions, petitions.c.id == signatures.c.petition_id)
        others = or_(petitions.c.resident_id.is_(None), petitions.c.resident_id != resident_id)
        wanted = wanted.where(signatures.c.resident_id == resident_id, others)
        wanted = wanted.order_by(signatures.c.at.desc(), signatures.c.petition_id)
        return [PetitionId(each) for each in (await self._work.run(wanted)).scalars()]

    async def forget(self, resident_id: ResidentId, person: str) -> None:
        theirs = signatures.c.resident_id == resident_id
        await self._work.run(update(signatures).where(theirs).values(resident_id=None, person=person))

    async def forget_signers(self, petition_id: PetitionId) -> None:
        """Under the case's own id and a number they stay counted."""
        named = and_(signatures.c.petition_id == petition_id, signatures.c.resident_id.is_not(None))
        wanted = select(signatures.c.person).where(named).order_by(signatures.c.person)
        for number, person in enumerate((await self._work.run(wanted)).scalars().all()):
            theirs = and_(signatures.c.petition_id == petition_id, signatures.c.person == person)
            bare = {"resident_id": None, "person": f"{petition_id[:24]}{number:08d}"}
            await self._work.run(update(signatures).where(theirs).values(bare))

    async def merge_of(self, petition_id: PetitionId) -> Merge | None:
        row = (await self._work.run(select(merges).where(merges.c.petition_id == petition_id))).mappings().one_or_none()
        return None if row is None else Merge(**row)

    async def merge(self, merge: Merge) -> None:
        added = self._work.insert_new(merges, asdict(merge)).returning(merges.c.petition_id)
        if (await self._work.run(added)).first() is None:
            raise ConflictError("together-merged")

    async def unmerge(self, petition_id: PetitionId) -> None:
        await self._work.run(delete(merges).where(merges.c.petition_id == petition_id))

    async def members(self, main_id: PetitionId) -> Sequence[PetitionId]:
        wanted = select(merges.c.petition_id).where(merges.c.main_id == main_id)
        wanted = wanted.order_by(merges.c.at, merges.c.petition_id)
        return [PetitionId(each) for each in (await self._work.run(wanted)).scalars()]

    async def alike(self, petition: Petition, limit: int) -> Sequence[tuple[PetitionId, frozenset[str]]]:
        own = petitions.c.id == petition.id
        there = and_(petitions.c.unit_id == petition.unit_id, petitions.c.stage.in_([*OPEN_STAGES]))
        wanted = select(petitions.c.id, case_words.c.words).join(case_words, case_words.c.petition_id == petitions.c.id)
        wanted = wanted.where(case_words.c.message_id == "", or_(own, there))
        wanted = wanted.order_by(case((own, 0), else_=1), petitions.c.number.desc()).limit(limit)
        return [(PetitionId(row.id), frozenset(row.words.split())) for row in await self._work.run(wanted)]

    async def line_of(self, petition_id: PetitionId) -> NeighbourLine | None:
        wanted = select(neighbour_lines).where(neighbour_lines.c.petition_id == petition_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else NeighbourLine(**row)

    async def allow(self, line: NeighbourLine) -> None:
        await self._work.run(self._work.insert_new(neighbour_lines, asdict(line)))

    async def put_line(self, line: NeighbourLine) -> None:
        own = neighbour_lines.c.petition_id == line.petition_id
        said = {"line": line.line, "unit_id": line.unit_id, "by": line.by}
        await self._work.run(update(neighbour_lines).where(own).values(said))

    async def hide(self, petition_id: PetitionId) -> None:
        await self._work.run(delete(neighbour_lines).where(neighbour_lines.c.petition_id == petition_id))

    async def lines(self, unit_ids: Collection[UnitId]) -> Sequence[Shown]:
        wanted = select(petitions.c.id, petitions.c.resident_id, neighbour_lines.c.line)
        wanted = wanted.join(neighbour_lines, neighbour_lines.c.petition_id == petitions.c.id)
        stands = and_(neighbour_lines.c.line != "", neighbour_lines.c.unit_id == petitions.c.unit_id)
        wanted = wanted.where(neighbour_lines.c.unit_id.in_(unit_ids), stands, petitions.c.stage.in_(OPEN_STAGES))
        rows = await self._work.run(wanted.order_by(petitions.c.number))
        return [Shown(petition_id=PetitionId(row.id), line=row.line, resident_id=row.resident_id) for row in rows]

    async def texts(
        self, unit_ids: Collection[UnitId], among: Collection[PetitionId], limit: int
    ) -> Sequence[tuple[PetitionId, frozenset[str]]]:
        first = petitions.c.id.in_(among)
        wanted = select(petitions.c.id, case_words.c.words).join(case_words, case_words.c.petition_id == petitions.c.id)
        there = and_(petitions.c.unit_id.in_(unit_ids), petitions.c.stage.in_(OPEN_STAGES))
        wanted = wanted.where(case_words.c.message_id == "", there)
        wanted = wanted.order_by(case((first, 0), else_=1), petitions.c.number.desc()).limit(limit)
        return [(PetitionId(row.id), frozenset(row.words.split())) for row in await self._work.run(wanted)]

    async def near(
        self, petition: Petition, chat_id: ChatId, limit: int
    ) -> Sequence[tuple[PetitionId, str, frozenset[str]]]:
        here = and_(staff_cards.c.petition_id == petitions.c.id, staff_cards.c.chat_id == chat_id)
        wanted = select(petitions.c.id, petitions.c.number, case_words.c.words)
        wanted = wanted.join(case_words, case_words.c.petition_id == petitions.c.id).join(staff_cards, here)
        like = and_(petitions.c.unit_id == petition.unit_id, petitions.c.kind == petition.kind)
        like = and_(like, petitions.c.stage.in_(OPEN_STAGES), petitions.c.id != petition.id)
        wanted = wanted.where(case_words.c.message_id == "", like, staff_cards.c.standing.in_(WORKED_ON))
        rows = await self._work.run(wanted.order_by(petitions.c.number.desc()).limit(limit))
        return [(PetitionId(row.id), row.number, frozenset(row.words.split())) for row in rows]


def _signature(row: RowMapping) -> Signature:
    return Signature(**{**{name: row[name] for name in _COLUMNS}, "part": Part(row["part"])})
