"""Drafts of answers, canned answers and ratings mean the same over the fake, SQLite and PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.answers.drafts import AnswerDraft
from core.answers.parts import Part
from core.answers.ratings import Counted, Grade, Rating
from core.answers.templates import Template, TemplateId
from core.petitions.model import Attachment, FileKind, Stage
from core.shared.errors import ConflictError
from core.shared.ids import AttachmentId, BlobId, PetitionId, TelegramUserId
from core.shared.marks import Mark, Marked
from tests.factories.cases import a_petition, a_resident
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract
BIG = TelegramUserId(9_007_199_254_740_001)


async def test_a_draft_is_kept_with_marks_and_files_changed_and_dropped_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    files = (
        Attachment(id=AttachmentId("f1"), kind=FileKind.PHOTO, file_id="p", blob_id=BlobId("b"), name="n", size=9),
        Attachment(id=AttachmentId("f2"), kind=FileKind.VOICE, file_id="v", unique_id="u"),
    )
    parts = {Part.CLAIM: Marked("灯😀坏", (Mark("text_link", 1, 2, "https://a.b"),)), Part.REVIEW: Marked("三楼")}
    draft = AnswerDraft(petition_id=scene.petition.id, parts=parts, files=files, by_name="刘敏", at=START)
    async with ports.uow() as uow:
        assert await uow.answers.of(scene.petition.id) is None
        await uow.answers.put(draft)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.answers.of(scene.petition.id) == draft
    later = draft.with_part(Part.RULE, Marked("第三条"), files, "陈杰", START + timedelta(hours=1))
    assert (later.files, later.version) == (files, 2)
    async with ports.uow() as uow:
        await uow.answers.put(later)
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.answers.of(scene.petition.id) == later
        assert await uow.answers.drop(scene.petition.id)
        assert not await uow.answers.drop(scene.petition.id)
        await uow.commit()


def a_template(scene: Scene, **given: object) -> Template:
    values = {"id": TemplateId("t1"), "unit_id": scene.unit.id, "name": "收到", "text": "{name}", "at": START}
    return Template(**{**values, **given})  # type: ignore[arg-type] # names from above


async def test_canned_answers_are_kept_by_version_and_a_units_names_are_its_own(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    one = a_template(scene)
    above = a_template(scene, id=TemplateId("t2"), unit_id=scene.street.id, name="收 到", by_name="何")
    async with ports.uow() as uow:
        assert await uow.templates.put(one)
        assert await uow.templates.put(above)
        await uow.commit()
    async with ports.uow() as uow:
        with pytest.raises(ConflictError, match="template-exists"):
            await uow.templates.put(a_template(scene, id=TemplateId("t3"), name="收到！"))
    changed = replace(one, version=2, text="好", by_name="陈杰")
    async with ports.uow() as uow:
        assert await uow.templates.put(changed)
        assert not await uow.templates.put(changed)
        assert not await uow.templates.drop(one.id, 1)
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.templates.get(one.id) == changed
        assert await uow.templates.get(TemplateId("t9")) is None
        assert list(await uow.templates.of([scene.unit.id])) == [changed]
        assert {each.id for each in await uow.templates.of([scene.unit.id, scene.street.id])} == {"t1", "t2"}
        assert await uow.templates.drop(one.id, 2)
        await uow.commit()


def a_rating(scene: Scene, petition_id: PetitionId, **given: object) -> Rating:
    values = {
        "petition_id": petition_id,
        "unit_id": scene.unit.id,
        "staff_id": BIG,
        "staff_name": "刘敏",
        "category": "noise",
        "answered_at": START,
    }
    return Rating(**{**values, **given})  # type: ignore[arg-type] # names from above


async def test_ratings_are_opened_given_counted_and_reminded_of(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other = a_resident(scene.unit)
    answered = [
        a_petition(scene.unit, who, number=f"XF-2026-{n:06}", stage=stage)
        for n, (who, stage) in enumerate(
            [
                (scene.resident, Stage.ANSWERED),
                (scene.resident, Stage.CLOSED),
                (other, Stage.ANSWERED),
                (None, Stage.ANSWERED),
                (scene.resident, Stage.WITHDRAWN),
            ],
            start=10,
        )
    ]
    async with ports.uow() as uow:
        await uow.residents.save(other)
        for case in answered:
            uow.petitions.add(case)
        for n, case in enumerate(answered):
            await uow.ratings.open(a_rating(scene, case.id, answered_at=START + timedelta(minutes=n)))
        assert not await uow.ratings.refuses(other.id)
        for _ in range(2):
            await uow.ratings.refuse(other.id, refuses=True)
        await uow.commit()
    first, second, third, *_ = (case.id for case in answered)
    hour = START + timedelta(hours=1)
    async with ports.uow() as uow:
        assert [each.petition_id for each in await uow.ratings.to_remind(START, hour, 9)] == [first, second]
        assert [each.petition_id for each in await uow.ratings.to_remind(START, hour, 1)] == [first]
        assert await uow.ratings.to_remind(hour, hour + timedelta(days=1), 9) == []
        assert await uow.ratings.refuses(other.id)
        await uow.ratings.refuse(other.id, refuses=False)
        await uow.ratings.reminded(first)
        day = date(2026, 3, 5)
        await uow.ratings.rate(second, Grade.UNSATISFIED, "太慢", day)
        await uow.commit()
    async with ports.uow() as uow:
        assert [each.petition_id for each in await uow.ratings.to_remind(START, hour, 9)] == [third]
        assert (await uow.ratings.of(first)) == a_rating(scene, first, reminded=True)
        kept = await uow.ratings.of(second)
        assert kept is not None
        assert (kept.grade, kept.why, kept.rated_on) == (Grade.UNSATISFIED, "太慢", day)
        assert await uow.ratings.of(scene.petition.id) is None
        await uow.ratings.rate(first, Grade.SATISFIED, "", day)
        await uow.ratings.rate(third, Grade.SATISFIED, "", day)
        await uow.ratings.forget_words(second)
        units = {scene.unit.id, scene.street.id}
        after = day + timedelta(days=1)
        alike = {"unit_id": scene.unit.id, "staff_id": BIG, "staff_name": "刘敏", "category": "noise"}
        assert list(await uow.ratings.counts(units, day, after)) == [
            Counted(grade=Grade.SATISFIED, count=2, **alike),  # type: ignore[arg-type] # names from above
            Counted(grade=Grade.UNSATISFIED, count=1, **alike),  # type: ignore[arg-type] # names from above
        ]
        assert list(await uow.ratings.counts(units, after, after + timedelta(days=9))) == []
        assert list(await uow.ratings.counts({scene.street.id}, day, after)) == []
        await uow.commit()
    async with ports.uow.reading() as uow:
        kept = await uow.ratings.of(second)
        assert kept is not None
        assert (kept.grade, kept.why) == (Grade.UNSATISFIED, "")


async def test_of_two_who_drop_one_draft_at_once_one_does(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        await uow.answers.put(AnswerDraft(petition_id=scene.petition.id, at=START))
        await uow.commit()

    async def drop() -> bool:
        async with ports.uow() as uow:
            await uow.petitions.lock(scene.petition.id)
            dropped = await uow.answers.drop(scene.petition.id)
            await uow.commit()
        return dropped

    assert sorted(await asyncio.gather(drop(), drop())) == [False, True]


async def test_of_two_taps_at_once_the_later_one_holds(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    case = scene.petition.id
    async with ports.uow() as uow:
        await uow.ratings.open(a_rating(scene, case))
        await uow.commit()
    order: list[Grade] = []

    async def tap(grade: Grade) -> None:
        async with ports.uow() as uow:
            await uow.petitions.lock(case)
            order.append(grade)
            await uow.ratings.rate(case, grade, "", date(2026, 3, 5))
            await uow.commit()

    await asyncio.gather(tap(Grade.SATISFIED), tap(Grade.UNSATISFIED))

    async with ports.uow.reading() as uow:
        kept = await uow.ratings.of(case)
    assert kept is not None
    assert kept.grade is order[-1]
