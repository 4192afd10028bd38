from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from core.answers.drafts import AnswerDraft
from core.answers.ratings import RATED_STAGES, Counted, Grade, Rating
from core.answers.templates import Template, TemplateId
from core.shared.ids import PetitionId, ResidentId, TelegramUserId, UnitId
from tests.fakes.database import FakeWork, require, unique


class FakeAnswerDraftRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> AnswerDraft | None:
        return self._work.now().answer_drafts.get(petition_id)

    async def put(self, draft: AnswerDraft) -> None:
        tables = self._work.now()
        require(draft.petition_id in tables.petitions)
        tables.answer_drafts[draft.petition_id] = draft

    async def drop(self, petition_id: PetitionId) -> bool:
        return self._work.now().answer_drafts.pop(petition_id, None) is not None


class FakeTemplateRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def get(self, template_id: TemplateId) -> Template | None:
        return self._work.now().answer_templates.get(template_id)

    async def of(self, units: Sequence[UnitId]) -> Sequence[Template]:
        found = [each for each in self._work.now().answer_templates.values() if each.unit_id in units]
        return sorted(found, key=lambda each: (each.name, each.id))

    async def put(self, template: Template) -> bool:
        tables = self._work.now()
        require(template.unit_id in tables.units)
        there = tables.answer_templates.get(template.id)
        if template.version > 1 and (there is None or there.version != template.version - 1):
            return False
        others = [each for each in tables.answer_templates.values() if each.id != template.id]
        taken = {(each.unit_id, each.folded) for each in others}
        unique((template.unit_id, template.folded) not in taken, "template-exists")
        tables.answer_templates[template.id] = template
        return True

    async def drop(self, template_id: TemplateId, version: int) -> bool:
        tables = self._work.now()
        there = tables.answer_templates.get(template_id)
        if there is None or there.version != version:
            return False
        del tables.answer_templates[template_id]
        return True


class FakeRatingRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Rating | None:
        return self._work.now().answer_ratings.get(petition_id)

    async def open(self, rating: Rating) -> None:
        tables = self._work.now()
        require(rating.petition_id in tables.petitions and rating.unit_id in tables.units)
        tables.answer_ratings[rating.petition_id] = rating

    async def rate(self, petition_id: PetitionId, grade: Grade, why: str, day: date) -> None:
        self._change(petition_id, grade=grade, why=why, rated_on=day)

    async def forget_words(self, petition_id: PetitionId) -> None:
        self._change(petition_id, why="")

    async def to_remind(self, since: datetime, until: datetime, limit: int) -> Sequence[Rating]:
        tables = self._work.now()
        found = []
        for each in tables.answer_ratings.values():
            case = tables.petitions[each.petition_id]
            wanted = case.resident_id is not None and case.resident_id not in tables.rating_optouts
            waits = each.grade is None and not each.reminded and since <= each.answered_at < until
            if waits and wanted and case.stage in RATED_STAGES:
                found.append(each)
        return sorted(found, key=lambda each: (each.answered_at, each.petition_id))[:limit]

    async def reminded(self, petition_id: PetitionId) -> None:
        self._change(petition_id, reminded=True)

    def _change(self, petition_id: PetitionId, **values: object) -> None:
        ratings = self._work.now().answer_ratings
        if petition_id in ratings:
            ratings[petition_id] = replace(ratings[petition_id], **values)  # type: ignore[arg-type] # names from above

    async def refuses(self, resident_id: ResidentId) -> bool:
        return resident_id in self._work.now().rating_optouts

    async def refuse(self, resident_id: ResidentId, *, refuses: bool) -> None:
        tables = self._work.now()
        require(resident_id in tables.residents)
        if refuses:
            tables.rating_optouts[resident_id] = True
        else:
            tables.rating_optouts.pop(resident_id, None)

    async def counts(self, units: Collection[UnitId], since: date, until: date) -> Sequence[Counted]:
        names: dict[TelegramUserId, str] = {}
        alike: Counter[tuple[UnitId, TelegramUserId, str, Grade]] = Counter()
        for each in self._work.now().answer_ratings.values():
            if each.grade and each.rated_on and each.unit_id in units and since <= each.rated_on < until:
                names[each.staff_id] = max(names.get(each.staff_id, ""), each.staff_name)
                alike[each.unit_id, each.staff_id, each.category, each.grade] += 1
        return [
            Counted(unit_id=unit, staff_id=staff, staff_name=names[staff], category=about, grade=grade, count=count)
            for (unit, staff, about, grade), count in sorted(alike.items())
        ]
