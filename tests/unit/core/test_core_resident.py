from dataclasses import replace

import pytest

from core.petitions.model import Author, Event, FileKind, Stage
from core.petitions.parts import PENCIL, PIECE
from core.petitions.passing_on import AT_ONCE
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked
from core.shared.messages import MediaRef
from core.shared.outbox import Operation, Priority, RowState
from core.shared.text import utf16_len
from tests.core_rig import CoreRig, words
from tests.factories.cases import an_attachment

pytestmark = pytest.mark.unit


async def add(rig: CoreRig, case_id: PetitionId, text: str = "还有二单元", source: str = "tg:5:6") -> str:
    return await rig.use.add_to_case(rig.wang, case_id, text, [], source=source)


async def test_an_addition_goes_into_the_case_and_before_the_staff(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    number = await add(rig, case_id)

    (message,) = rig.messages(case_id)
    assert number == rig.case(case_id).number
    assert (message.author, message.author_name, message.text) == (Author.RESIDENT, "王秀英", "还有二单元")
    added, card = rig.items[-2:]
    assert (added.chat_id, added.to_case, added.role, added.priority) == (
        rig.desk.chat_id,
        True,
        LinkRole.CASE_TEXT,
        Priority.REPLY,
    )
    assert added.spec is not None
    assert (added.spec.key, added.spec.args["text"], added.spec.args["name"]) == (
        "staff-resident-adds",
        "还有二单元",
        "王秀英",
    )
    assert (card.operation, card.dedupe) == (Operation.CARD, f"card:{case_id}:{rig.desk.chat_id}:2")
    assert [(row.event, row.actor_id) for row in rig.history(case_id)][1:] == [
        (Event.RESIDENT_ADDS, rig.wang.resident_id)
    ]


async def test_of_one_who_writes_and_writes_most_comes_after_other_cases(rig: CoreRig) -> None:
    case_id, other = await rig.submitted(), await rig.submitted()
    for n in range(AT_ONCE + 2):
        await add(rig, case_id, f"第{n}句", source=f"tg:5:{n}")
    await add(rig, other, "另一件", source="tg:5:99")

    def turns() -> list[Priority]:
        return [item.priority for item in rig.items if item.dedupe.startswith("add:")]

    first = [Priority.REPLY] * AT_ONCE
    assert turns() == [*first, Priority.EDIT, Priority.EDIT, Priority.REPLY]

    def sent(count: int) -> None:
        words = [row for row in rig.tables.outbox.values() if row.item.dedupe.startswith("add:")]
        for row in words[:count]:
            rig.tables.outbox[row.id] = replace(row, state=RowState.SENT)

    sent(AT_ONCE + 1)
    await add(rig, case_id, "还有", source="tg:5:100")
    assert turns()[-1] is Priority.EDIT, "never before what was said before it"
    sent(AT_ONCE + 4)
    await add(rig, case_id, "又有", source="tg:5:101")
    assert turns()[-1] is Priority.REPLY


async def test_the_same_update_adds_once(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    first = await add(rig, case_id)
    before = (rig.keys, rig.case(case_id))

    assert await add(rig, case_id) == first
    assert (rig.keys, rig.case(case_id)) == before
    assert len(rig.messages(case_id)) == 1


async def test_an_answer_to_a_question_puts_the_case_back_to_work(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.ask(rig.liu, case_id, words("哪一层？"))
    assert rig.case(case_id).stage is Stage.MORE_INFO

    await add(rig, case_id, "三层")

    assert rig.case(case_id).stage is Stage.IN_PROGRESS
    assert rig.history(case_id)[-1].from_stage is Stage.MORE_INFO


async def test_a_long_addition_arrives_in_pieces_and_whole(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    text = "😀长" * 3_000

    await add(rig, case_id, text)

    pieces = [str(i.spec.args["text"]) for i in rig.items if i.dedupe.startswith("add:") and i.spec]
    assert len(pieces) == 3
    assert "".join(pieces) == text == rig.messages(case_id)[0].text
    assert all(utf16_len(piece) <= PIECE for piece in pieces)


@pytest.mark.parametrize(
    ("text", "kinds", "shown"),
    [
        ("看图", [FileKind.PHOTO], [("看图", "photo")]),
        ("", [FileKind.VOICE], [("", "voice")]),
        ("看", [FileKind.VIDEO_NOTE], [("看", None), ("", "video_note")]),
        ("长" * 801, [FileKind.PHOTO], [("长" * 801, None), ("", "photo")]),
        ("看", [FileKind.PHOTO, FileKind.DOCUMENT], [("看", None), ("", "photo"), ("", "document")]),
    ],
)
async def test_a_file_takes_the_words_as_its_caption_where_telegram_can_show_them(
    rig: CoreRig, text: str, kinds: list[FileKind], shown: list[tuple[str, str | None]]
) -> None:
    case_id = await rig.submitted()
    files = [an_attachment(kind=kind) for kind in kinds]

    await rig.use.add_to_case(rig.wang, case_id, text, files, source="s")

    specs = [i.spec for i in rig.items if i.dedupe.startswith("add:") and i.spec]
    assert [(s.args["text"], s.media.kind if s.media else None) for s in specs] == shown
    assert rig.messages(case_id)[0].attachments == tuple(files)
    assert specs[-1].media == MediaRef(files[-1].kind, "", files[-1].file_id, files[-1].name)


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b\ufeff"])
async def test_an_addition_without_anything_to_see_is_refused(rig: CoreRig, text: str) -> None:
    case_id = await rig.submitted()

    with pytest.raises(DomainError, match="message-empty"):
        await add(rig, case_id, text)
    assert rig.case(case_id).version == 1


async def test_others_and_absent_cases_are_one_and_the_same_error(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    before = (rig.keys, rig.case(case_id))

    for attempt in (
        rig.use.add_to_case(rig.zhao, case_id, "x", [], source="s"),
        rig.use.add_to_case(rig.zhao, PetitionId("absent"), "x", [], source="s"),
        rig.use.add_to_case(rig.zhao, None, "x", [], source="s"),
        rig.use.withdraw(rig.zhao, case_id),
        rig.use.withdraw(rig.zhao, PetitionId("absent")),
        rig.use.withdraw(rig.zhao, None),
        rig.use.see.own(rig.zhao, case_id),
        rig.use.see.own(rig.zhao, PetitionId("absent")),
    ):
        with pytest.raises(NotFoundError, match=r"^case-unknown$"):
            await attempt
    assert (rig.keys, rig.case(case_id)) == before


async def test_a_finished_case_takes_no_more(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    rig.at_stage(case_id, stage=Stage.CLOSED)

    with pytest.raises(DomainError, match="case-stage-closed"):
        await add(rig, case_id)
    with pytest.raises(DomainError, match="case-stage-closed"):
        await rig.use.withdraw(rig.wang, case_id)
    assert not rig.messages(case_id)


async def test_a_withdrawn_case_is_finished_and_the_staff_are_told(rig: CoreRig) -> None:
    case_id = await rig.submitted()

    number = await rig.use.withdraw(rig.wang, case_id)

    case = rig.case(case_id)
    assert (number, case.stage, case.closed_at) == (case.number, Stage.WITHDRAWN, rig.clock.now())
    assert rig.keys[-2:] == [f"withdrawn:{case_id}:{rig.desk.chat_id}", f"card:{case_id}:{rig.desk.chat_id}:2"]
    assert rig.said(rig.desk.chat_id) == ["staff-withdrawn"]
    assert [row.action for row in rig.tables.audit] == ["petition.submitted", "petition.withdrawn"]


async def test_withdrawing_twice_is_one_withdrawal(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    first = await rig.use.withdraw(rig.wang, case_id)
    before = (rig.keys, rig.case(case_id), len(rig.tables.audit))

    assert await rig.use.withdraw(rig.wang, case_id) == first
    assert (rig.keys, rig.case(case_id), len(rig.tables.audit)) == before


async def test_the_author_sees_their_case_without_notes(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    await rig.use.note(rig.liu, case_id, words("他去年也来过"))
    await rig.use.reply(rig.liu, case_id, words("明天来修"))

    view = await rig.use.see.own(rig.wang, case_id)

    assert [message.text for message in view.messages] == ["明天来修"]
    assert Event.NOTE not in {row.event for row in view.history}


async def test_an_edit_before_the_staff_have_it_takes_the_place_of_what_it_corrects(rig: CoreRig) -> None:
    case = await rig.submitted()
    source = f"tg:{rig.wang.telegram_id}:9"
    for edition, text in (("", "三点"), (":7", "四点"), (":8", "五点")):
        await rig.use.add_to_case(rig.wang, case, text, [], source=source + edition, said_in=MessageId(9))

    rows = [row for row in rig.tables.outbox.values() if row.item.dedupe.startswith("add:")]
    assert [row.state for row in rows] == [RowState.PENDING]
    assert [message.text for message in rig.messages(case)] == ["三点", "四点", "五点"]


async def added(rig: CoreRig, case: PetitionId, message: int, text: str, edition: int = 0) -> None:
    source = f"tg:{rig.wang.telegram_id}:{message}" + (f":{edition}" if edition else "")
    said = Marked(text).behind(PENCIL) if edition else Marked(text)
    await rig.use.add_to_case(rig.wang, case, said, [], source=source, said_in=MessageId(message))


def to_desk(rig: CoreRig) -> list[str]:
    """What waits to be told the staff, in its order."""
    rows = sorted((row for row in rig.tables.outbox.values() if row.item.dedupe.startswith("add:")), key=lambda r: r.id)
    return [str(row.item.spec.args["text"]) for row in rows if row.item.spec and row.state is RowState.PENDING]


async def test_edited_before_anything_is_out_it_is_told_in_its_last_form_and_place(rig: CoreRig) -> None:
    case = await rig.submitted()
    await added(rig, case, 9, "三点")
    await added(rig, case, 10, "请带梯子")
    await added(rig, case, 9, "四点", edition=7)
    await added(rig, case, 9, "五点" * 2000, edition=8)

    assert "".join(to_desk(rig)).replace(" ", "") == "五点" * 2000 + "请带梯子"
    assert len(to_desk(rig)) == 3


async def test_edited_again_after_the_staff_have_read_it_the_last_correction_stands_alone(rig: CoreRig) -> None:
    case = await rig.submitted()
    await added(rig, case, 9, "三点")
    (row,) = (row for row in rig.tables.outbox.values() if row.item.dedupe.startswith("add:"))
    rig.tables.outbox[row.id] = replace(row, state=RowState.SENT, attempts=1)
    await added(rig, case, 10, "请带梯子")
    await added(rig, case, 9, "四点", edition=7)
    await added(rig, case, 9, "五点", edition=8)

    assert to_desk(rig) == ["请带梯子", "✏️ 五点"]
