"""Nobody floods a staff topic: many words of one case within a minute go on as few messages, in order."""

import pytest

from core.petitions.gathering import FEW, GATHERED_FOR, MINUTE
from core.petitions.model import FileKind
from core.shared.ids import MessageId, PetitionId
from core.shared.outbox import Operation, OutboxItem, Priority
from tests.core_rig import CoreRig
from tests.factories.cases import an_attachment
from tests.factories.said import a_draft, an_anonymous_draft

pytestmark = pytest.mark.unit


async def say(rig: CoreRig, case: PetitionId, n: int, *, files: int = 0, album: str = "", edition: int = 0) -> None:
    source = f"tg:{rig.wang.telegram_id}:{n}" + (f":{edition}" if edition else "")
    said = [an_attachment(kind=FileKind.PHOTO) for _ in range(files)]
    text = "" if files else f"第{n}句{'改' * edition}"
    await rig.use.add_to_case(rig.wang, case, text, said, source=source, said_in=MessageId(n), album=album)


def going(rig: CoreRig) -> list[OutboxItem]:
    """What the desk is told of the resident's further words."""
    return [item for item in rig.pending if item.dedupe.startswith("add:")]


def holds(rig: CoreRig) -> list[float]:
    rows = sorted(rig.tables.outbox.values(), key=lambda row: row.id)
    return [row.not_before and row.not_before - rig.elapsed.seconds() for row in rows if row.item in going(rig)]


async def test_the_first_few_go_at_once_and_further_ones_together(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(1, FEW + 1):
        await say(rig, case, n)
    assert {item.album for item in going(rig)} == {""}
    for n in range(FEW + 1, FEW + 4):
        await say(rig, case, n)

    names = [item.album for item in going(rig)]
    assert names[:FEW] == [""] * FEW
    assert len({*names[FEW:]}) == 1
    assert "" not in names[FEW:]
    assert holds(rig) == [0.0] * FEW + [GATHERED_FOR] * 3


async def test_what_comes_when_a_message_has_gone_is_gathered_into_the_next(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(1, FEW + 2):
        await say(rig, case, n)
    rig.elapsed.pass_by(GATHERED_FOR)
    await say(rig, case, 40)
    first, second = (item.album for item in going(rig)[FEW:])
    assert first != second
    rig.elapsed.pass_by(MINUTE)
    await say(rig, case, 41)
    assert going(rig)[-1].album == ""  # quiet again


async def test_words_and_pictures_are_gathered_each_with_what_follows_its_like(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(1, FEW + 1):
        await say(rig, case, n)
    for n, files in enumerate((0, 1, 1, 0), 30):
        await say(rig, case, n, files=files)
    words, picture, another, again = (item.album for item in going(rig)[FEW:])
    assert picture == another
    assert len({words, picture, again}) == 3


async def test_an_album_counts_once_and_stays_one(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(1, 11):
        await say(rig, case, n, files=1, album="77")
    await say(rig, case, 11)
    assert len({item.album for item in going(rig)[:10]}) == 1
    assert going(rig)[-1].album == ""


async def test_the_card_is_drawn_when_what_is_gathered_goes_and_behind_all_else(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(1, FEW + 1):
        await say(rig, case, n)
    before = [item.dedupe for item in rig.pending]
    for n in range(30, 40):
        await say(rig, case, n)
    rows = [row for row in rig.tables.outbox.values() if row.item.dedupe not in before]
    cards = [row for row in rows if row.item.operation is Operation.CARD]
    assert {(row.item.priority, row.not_before - rig.elapsed.seconds()) for row in cards} == {
        (Priority.BRIEF, GATHERED_FOR)
    }


async def test_one_case_does_not_make_another_wait(rig: CoreRig) -> None:
    case = await rig.submitted()
    other = (await rig.use.submit(rig.zhao, a_draft())).petition_id
    for n in range(1, FEW + 3):
        await say(rig, case, n)
    await rig.use.add_to_case(rig.zhao, other, "我也有一句", [], source="tg:z:1")
    assert going(rig)[-1].album == ""


async def test_an_edit_of_what_nobody_has_seen_stays_in_its_place(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(1, FEW + 4):
        await say(rig, case, n)
    await say(rig, case, FEW + 2, edition=9)
    texts = [str(item.spec.args["text"]) for item in going(rig) if item.spec]
    assert texts == [f"第{n}句{'改' * 9 if n == FEW + 2 else ''}" for n in range(1, FEW + 4)]


async def test_an_anonymous_case_is_gathered_too(rig: CoreRig) -> None:
    await rig.use.submit(rig.wang, an_anonymous_draft())
    for n in range(FEW + 2):
        await rig.use.add_to_case(rig.wang, None, f"第{n}句", [], source=f"s{n}", code="ABCD-EFGH-JKLM")
    assert [bool(item.album) for item in going(rig)] == [False] * FEW + [True] * 2
    assert all(item.purge_at_once for item in going(rig))
