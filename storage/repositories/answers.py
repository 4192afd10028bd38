from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping, and_, delete, exists, func, select, update

from core.answers.drafts import AnswerDraft
from core.answers.parts import Part
from core.answers.ratings import RATED_STAGES, Counted, Grade, Rating
from core.answers.templates import Template, TemplateId
from core.petitions.model import Attachment, FileKind
from core.shared.ids import AttachmentId, BlobId, PetitionId, ResidentId, UnitId
from core.shared.marks import Marked, pack, unpack
from storage.tables import answer_drafts, answer_ratings, answer_templates, petitions, rating_optouts
from storage.work import Values, Work


class SqlAnswerDraftRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> AnswerDraft | None:
        wanted = select(answer_drafts).where(answer_drafts.c.petition_id == petition_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            return None
        parts = {part: _words(row["parts"][part]) for part in Part if part in row["parts"]}
        return AnswerDraft(
            petition_id=petition_id,
            parts=parts,
            files=tuple(_file(each) for each in row["files"]),
            version=row["version"],
            by_name=row["by_name"],
            at=row["at"],
        )

    async def put(self, draft: AnswerDraft) -> None:
        values: Values = {
            "petition_id": draft.petition_id,
            "parts": {part: [words.text, pack(words.marks)] for part, words in draft.parts.items()},
            "files": [_packed(file) for file in draft.files],
            "version": draft.version,
            "by_name": draft.by_name,
            "at": draft.at,
        }
        await self._work.run(self._work.upsert(answer_drafts, values))

    async def drop(self, petition_id: PetitionId) -> bool:
        gone = await self._work.run(delete(answer_drafts).where(answer_drafts.c.petition_id == petition_id))
        return gone.rowcount > 0


def _words(kept: Sequence[Any]) -> Marked:
    return Marked(kept[0], unpack(kept[1]))


def _packed(file: Attachment) -> dict[str, Any]:
    return {
        "id": file.id,
        "kind": file.kind,
        "file_id": file.file_id,
        "blob_id": file.blob_id,
        "name": file.name,
        "size": file.size,
        "unique_id": file.unique_id,
    }


def _file(kept: Mapping[str, Any]) -> Attachment:
    blob = kept["blob_id"]
    return Attachment(
        id=AttachmentId(kept["id"]),
        kind=FileKind(kept["kind"]),
        file_id=kept["file_id"],
        blob_id=BlobId(blob) if blob else None,
        name=kept["name"],
        size=kept["size"],
        unique_id=kept["unique_id"],
    )


class SqlTemplateRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def get(self, template_id: TemplateId) -> Template | None:
        wanted = select(answer_templates).where(answer_templates.c.id == template_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return _template(row) if row else None

    async def of(self, units: Sequence[UnitId]) -> Sequence[Template]:
        wanted = select(answer_templates).where(answer_templates.c.unit_id.in_(units))
        rows = (await self._work.run(wanted)).mappings()
        return sorted((_template(row) for row in rows), key=lambda each: (each.name, each.id))

    async def put(self, template: Template) -> bool:
        values: Values = {
            "id": template.id,
            "unit_id": template.unit_id,
            "name": template.name,
            "folded": template.folded,
            "text": template.text,
            "version": template.version,
            "by_name": template.by_name,
            "at": template.at,
        }
        if template.version == 1:
            await self._work.run(self._work.insert(answer_templates).values(values))
            return True
        before = _is(template.id, template.version - 1)
        return (await self._work.run(update(answer_templates).where(before).values(values))).rowcount > 0

    async def drop(self, template_id: TemplateId, version: int) -> bool:
        return (await self._work.run(delete(answer_templates).where(_is(template_id, version)))).rowcount > 0


def _is(template_id: TemplateId, version: int) -> Any:  # noqa: ANN401 - a condition
    return and_(answer_templates.c.id == template_id, answer_templates.c.version == version)


def _template(row: RowMapping) -> Template:
    return Template(
        id=TemplateId(row["id"]),
        unit_id=row["unit_id"],
        name=row["name"],
        text=row["text"],
        version=row["version"],
        by_name=row["by_name"],
        at=row["at"],
    )


class SqlRatingRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Rating | None:
        wanted = select(answer_ratings).where(answer_ratings.c.petition_id == petition_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return _rating(row) if row else None

    async def open(self, rating: Rating) -> None:
        values: Values = {
            "petition_id": rating.petition_id,
            "unit_id": rating.unit_id,
            "staff_id": rating.staff_id,
            "staff_name": rating.staff_name,
            "category": rating.category,
            "answered_at": rating.answered_at,
            "grade": rating.grade,
            "why": rating.why,
            "rated_on": rating.rated_on,
            "reminded": rating.reminded,
        }
        await self._work.run(self._work.upsert(answer_ratings, values))

    async def rate(self, petition_id: PetitionId, grade: Grade, why: str, day: date) -> None:
        await self._change(petition_id, {"grade": grade, "why": why, "rated_on": day})

    async def forget_words(self, petition_id: PetitionId) -> None:
        await self._change(petition_id, {"why": ""})

    async def to_remind(self, since: datetime, until: datetime, limit: int) -> Sequence[Rating]:
        row = answer_ratings.c
        refused = exists().where(rating_optouts.c.resident_id == petitions.c.resident_id)
        waits = and_(row.grade.is_(None), row.reminded.is_(False), row.answered_at >= since, row.answered_at < until)
        named = and_(petitions.c.resident_id.is_not(None), petitions.c.stage.in_(RATED_STAGES), ~refused)
        wanted = select(answer_ratings).join(petitions, petitions.c.id == row.petition_id).where(waits, named)
        rows = (await self._work.run(wanted.order_by(row.answered_at, row.petition_id).limit(limit))).mappings()
        return [_rating(each) for each in rows]

    async def reminded(self, petition_id: PetitionId) -> None:
        await self._change(petition_id, {"reminded": True})

    async def _change(self, petition_id: PetitionId, values: Values) -> None:
        theirs = answer_ratings.c.petition_id == petition_id
        await self._work.run(update(answer_ratings).where(theirs).values(values))

    async def refuses(self, resident_id: ResidentId) -> bool:
        there = select(exists().where(rating_optouts.c.resident_id == resident_id))
        return bool((await self._work.run(there)).scalar_one())

    async def refuse(self, resident_id: ResidentId, *, refuses: bool) -> None:
        if refuses:
            await self._work.run(self._work.insert_new(rating_optouts, {"resident_id": resident_id}))
        else:
            await self._work.run(delete(rating_optouts).where(rating_optouts.c.resident_id == resident_id))

    async def counts(self, units: Collection[UnitId], since: date, until: date) -> Sequence[Counted]:
        row = answer_ratings.c
        alike = (row.unit_id, row.staff_id, row.category, row.grade)
        wanted = select(*alike, func.max(row.staff_name).label("staff_name"), func.count().label("count"))
        given = and_(row.unit_id.in_(units), row.grade.is_not(None), row.rated_on >= since, row.rated_on < until)
        rows = (await self._work.run(wanted.where(given).group_by(*alike).order_by(*alike))).mappings()
        return [
            Counted(
                unit_id=each["unit_id"],
                staff_id=each["staff_id"],
                staff_name=each["staff_name"],
                category=each["category"],
                grade=Grade(each["grade"]),
                count=each["count"],
            )
            for each in rows
        ]


def _rating(row: RowMapping) -> Rating:
    return Rating(
        petition_id=row["petition_id"],
        unit_id=row["unit_id"],
        staff_id=row["staff_id"],
        staff_name=row["staff_name"],
        category=row["category"],
        answered_at=row["answered_at"],
        grade=Grade(row["grade"]) if row["grade"] else None,
        why=row["why"],
        rated_on=row["rated_on"],
        reminded=row["reminded"],
    )
