"""Albums go on as albums: which parts go together, how long they wait, and what comes of edits."""

from dataclasses import replace

import pytest

from core.petitions.draft import DraftFile
from core.petitions.model import Attachment, FileKind
from core.petitions.parts import ALBUM_PATIENCE, as_album
from core.petitions.usecases.desk import StaffWords
from core.shared.ids import AttachmentId, MessageId, PetitionId
from core.shared.messages import Button, MediaRef, MessageSpec
from core.shared.outbox import OutboxItem, RowState
from tests.core_rig import CoreRig, a_claimed_case, a_draft
from tests.factories.cases import an_attachment

pytestmark = pytest.mark.unit


def file(kind: FileKind = FileKind.PHOTO) -> Attachment:
    return Attachment(id=AttachmentId("x"), kind=kind, file_id="f")


def of_files(rig: CoreRig) -> list[OutboxItem]:
    return [item for item in rig.pending if item.spec is not None and item.spec.media is not None]


def waits(rig: CoreRig) -> list[float]:
    rows = [row for row in rig.tables.outbox.values() if row.state is RowState.PENDING and row.item.album]
    return [row.not_before - rig.elapsed.seconds() for row in rows]


async def add(rig: CoreRig, case: PetitionId, said_in: int, text: str = "", edition: int = 0, **given: object) -> None:
    source = f"tg:{rig.wang.telegram_id}:{said_in}" + (f":{edition}" if edition else "")
    values = {"album": "77", "source": source, "said_in": MessageId(said_in), **given}
    await rig.use.add_to_case(rig.wang, case, text, [an_attachment()], **values)  # type: ignore[arg-type] # a test's


async def test_pictures_of_a_petition_stand_together_and_papers_apart(rig: CoreRig) -> None:
    draft = a_draft()
    kinds = (FileKind.PHOTO, FileKind.VIDEO, FileKind.VOICE, FileKind.PHOTO, FileKind.DOCUMENT, FileKind.DOCUMENT)
    for n, kind in enumerate(kinds):
        draft.files.append(DraftFile(kind=kind, file_id=f"f{n}"))
    await rig.use.submit(rig.wang, draft)

    albums = [item.album for item in of_files(rig)]
    assert albums[0] == albums[1] != ""
    assert albums[2] == ""
    assert albums[3] not in {"", albums[0]}
    assert albums[4] == albums[5] != albums[3]
    assert waits(rig) == [-rig.elapsed.seconds()] * 5  # all of it is there: nothing to wait for


async def test_parts_of_a_residents_album_wait_for_each_other(rig: CoreRig) -> None:
    case = await rig.submitted()
    await add(rig, case, 31, "看")
    assert waits(rig) == [ALBUM_PATIENCE]
    rig.elapsed.pass_by(1)
    await add(rig, case, 32)

    first, second = of_files(rig)
    assert first.album == second.album != ""
    assert waits(rig) == [ALBUM_PATIENCE] * 2
    view = await rig.use.cases.view(case)
    assert view is not None
    assert len(view.messages) == 2  # who has said it sees it


async def test_what_is_sent_alone_waits_for_nothing(rig: CoreRig) -> None:
    case = await rig.submitted()
    await add(rig, case, 31, album="")

    (item,) = of_files(rig)
    assert (item.album, item.not_before) == ("", 0.0)


async def test_an_edited_part_keeps_its_place_and_goes_alone_behind_those_that_went(rig: CoreRig) -> None:
    case = await rig.submitted()
    await add(rig, case, 31, "看")
    await add(rig, case, 32)
    await add(rig, case, 31, "✏️ 看看", edition=9)
    assert [str(item.spec and item.spec.args["text"]) for item in of_files(rig)] == ["看看", ""]
    assert len({item.album for item in of_files(rig)}) == 1

    async with rig.database.transaction() as tables:
        for row in list(tables.outbox.values()):
            tables.outbox[row.id] = replace(row, attempts=1)
    await add(rig, case, 32, "✏️ 后", edition=10)
    assert of_files(rig)[-1].album == ""


async def test_of_an_anonymous_album_telegrams_number_is_not_kept(rig: CoreRig) -> None:
    case = await rig.submitted_anonymously()
    picture = an_attachment()
    rig.files.telegram[picture.file_id] = b"picture"
    await rig.use.add_to_case(rig.wang, None, "", [picture], source="u:1", code="ABCD-EFGH-JKLM", album="7712")

    (item,) = of_files(rig)
    assert item.album.startswith(f"{case}:")
    assert "7712" not in item.album


def staff_part(message_id: int, text: str = "", edition: int = 0) -> StaffWords:
    return StaffWords(text, MessageId(message_id), [file()], "88", edition)


@pytest.mark.parametrize(("undo", "wait"), [(0, ALBUM_PATIENCE), (10, 10)])
async def test_parts_of_a_reply_wait_for_each_other(undo: float, wait: float) -> None:
    rig = CoreRig(undo_seconds=undo)
    case = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case, staff_part(41, "看"))
    rig.elapsed.pass_by(2)
    await rig.use.reply(rig.liu, case, staff_part(42))

    assert len({item.album for item in of_files(rig)}) == 1
    assert waits(rig) == [wait, wait]


async def test_undo_takes_all_parts_back() -> None:
    rig = CoreRig(undo_seconds=10)
    case = await a_claimed_case(rig)
    for n in (41, 42, 43):
        await rig.use.reply(rig.liu, case, staff_part(n))
    await rig.use.undo(rig.liu, MessageId(99))

    assert of_files(rig) == []


async def test_a_corrected_part_of_a_reply_stays_in_the_album_while_it_waits(rig: CoreRig) -> None:
    case = await a_claimed_case(rig)
    await rig.use.reply(rig.liu, case, staff_part(41, "周一"))
    await rig.use.reply(rig.liu, case, staff_part(42))
    await rig.use.reply(rig.liu, case, staff_part(41, "周二", edition=5))

    said = [str(item.spec and item.spec.args["text"]) for item in of_files(rig)]
    assert said == ["周二", ""]
    assert len({item.album for item in of_files(rig)}) == 1


def test_who_says_it_stands_where_words_are_and_buttons_nowhere() -> None:
    buttons = [[Button("open", "l1:cas:1:0")]]
    parts = [MessageSpec("said", {"text": text}, buttons, MediaRef("photo")) for text in ("", "看", "")]
    large = MessageSpec("said", {"text": ""}, buttons, MediaRef("photo"), more=[MessageSpec("file-large")])

    album = as_album([*parts, large])
    assert [spec.key for spec in album] == ["no-text", "said", "no-text", "no-text"]
    assert [len(spec.more) for spec in album] == [0, 0, 0, 1]
    assert not any(spec.buttons for spec in album)
    assert [spec.key for spec in as_album([parts[0], parts[2]])] == ["said", "no-text"]
