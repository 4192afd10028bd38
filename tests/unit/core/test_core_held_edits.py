"""Edits of what staff said and what is held: they take its place."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Author, FileKind, Stage
from core.shared.errors import DomainError
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, a_claimed_case, going, seen, words
from tests.factories.cases import an_attachment

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig(undo_seconds=10)


async def test_an_edit_of_what_waits_takes_its_place(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.ask(rig.liu, case_id, words("明天在家马", 5_001))
    rig.elapsed.pass_by(4)
    edited = words("明天在家吗", 5_001, edition=31)
    await rig.use.reply(rig.liu, case_id, edited)
    await rig.use.reply(rig.liu, case_id, words("后天在家吗", 5_001, edition=32))

    assert going(rig, case_id) == ["后天在家吗"]
    (row,) = rig.tables.held()
    assert row.not_before == rig.elapsed.seconds() + 10
    assert row.item.spec is not None
    assert row.item.spec.key == "case-ask"
    assert [(m.author, m.text) for m in rig.messages(case_id)] == [(Author.STAFF, "后天在家吗")]
    assert rig.case(case_id).stage is Stage.MORE_INFO


async def test_an_edit_of_what_waits_does_not_go_behind_what_was_said_later(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.answer(rig.liu, case_id, words("灯明天修", 5_001))
    rig.clock.move(timedelta(seconds=1))
    await rig.use.close(rig.liu, case_id)
    await rig.use.reply(rig.liu, case_id, words("灯今天修", 5_001, edition=31))

    rows = [row for row in rig.tables.outbox.values() if row.item.chat_id == rig.wang.telegram_id]
    waiting = [row.item.spec.key for row in rows if row.state is RowState.PENDING and row.item.spec]
    assert waiting[-2:] == ["case-answer", "notice-closed"]
    assert going(rig, case_id) == ["灯今天修"]


async def test_a_correction_that_waits_is_corrected_with_its_pencil(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case_id, words("明天9点", 5_001))
    (row,) = rig.tables.held()
    rig.tables.outbox[row.id] = replace(row, attempts=1, state=RowState.SENT)
    for edition, text in ((31, "明天10点"), (32, "明天11点")):
        rig.clock.move(timedelta(seconds=1))
        await rig.use.reply(rig.liu, case_id, words(text, 5_001, edition=edition))

    assert going(rig, case_id) == ["✏️ 明天11点"]
    assert await seen(rig, case_id) == ["明天9点"]


async def test_an_edit_into_a_note_keeps_both_inside(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case_id, words("他去年也来过", 5_001))
    rig.clock.move(timedelta(seconds=1))
    await rig.use.note(rig.liu, case_id, words("他去年也来过", 5_001, edition=31))

    assert going(rig, case_id) == []
    assert [m.author for m in rig.messages(case_id)] == [Author.NOTE, Author.NOTE]
    assert "staff-note-kept" in rig.said(rig.desk.chat_id)
    assert rig.case(case_id).stage is Stage.ACCEPTED


async def test_an_answer_that_waits_is_corrected_by_nothing_unreadable(rig: CoreRig) -> None:
    case_id = await a_claimed_case(rig)
    await rig.use.answer(rig.liu, case_id, words("明天修", 5_001))
    waving = replace(words("", 5_001, edition=31), attachments=(an_attachment(kind=FileKind.ANIMATION),))
    with pytest.raises(DomainError) as refused:
        await rig.use.reply(rig.liu, case_id, waving)

    assert refused.value.code == "answer-in-words"
    assert going(rig, case_id) == ["明天修"]
