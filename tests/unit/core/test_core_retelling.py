"""What a group hears of a case that comes to it: as it was said, in the last words of whoever corrected them."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from core.petitions.model import Stage
from core.petitions.passing_on import AT_ONCE
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, words

pytestmark = pytest.mark.unit
_occasions = count(1)


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


async def moves(rig: CoreRig, *, able: bool) -> None:
    await rig.use.seat_cases(rig.desk.chat_id, able=able, occasion=str(next(_occasions)))


def all_is_sent(rig: CoreRig) -> None:
    for row in list(rig.tables.outbox.values()):
        rig.tables.outbox[row.id] = replace(row, state=RowState.SENT)


async def adds(rig: CoreRig, case: PetitionId, text: str, edition: int = 0, said_in: int = 31, **given: bool) -> None:
    rig.clock.move(timedelta(seconds=1))
    source = f"tg:{rig.wang.telegram_id}:{said_in}" + (f":{edition}" if edition else "")
    await rig.use.add_to_case(rig.wang, case, text, [], source=source, said_in=MessageId(said_in), **given)


def heard(rig: CoreRig, chat: ChatId) -> list[tuple[str, str]]:
    """What a chat has been told, or is to be told, of what the author said: how, and in which words."""
    going = [row.item for row in rig.tables.outbox.values() if row.state is not RowState.SUPERSEDED]
    specs = [item.spec for item in going if item.chat_id == chat and item.spec and item.spec.args.get("text")]
    return [(spec.key, str(spec.args["text"])) for spec in specs]


async def test_what_was_said_before_it_was_closed_is_no_afterword(rig: CoreRig) -> None:
    case = await rig.submitted()
    await moves(rig, able=False)
    await adds(rig, case, "五楼也是")
    await rig.use.answer(rig.stranger, case, words())
    rig.clock.move(timedelta(seconds=1))
    await rig.use.close(rig.stranger, case)
    await adds(rig, case, "谢谢", said_in=32, answers=True)
    all_is_sent(rig)
    await moves(rig, able=True)

    told = [(key, text) for key, text in heard(rig, rig.desk.chat_id) if key != "staff-said-before"]
    assert told == [("staff-resident-adds", "五楼也是"), ("staff-afterword", "谢谢")]


@pytest.mark.parametrize("end", ["withdrawn", "closed"])
async def test_of_an_anonymous_author_nothing_is_an_afterword(rig: CoreRig, end: str) -> None:
    case = await rig.submitted_anonymously()
    await moves(rig, able=False)
    await rig.use.add_to_case(rig.wang, None, "五楼也是", [], source="u:1", code="ABCD-EFGH-JKLM")
    if end == "withdrawn":
        await rig.use.withdraw(rig.wang, None, code="ABCD-EFGH-JKLM")
    else:
        rig.at_stage(case, stage=Stage.CLOSED, closed_at=rig.clock.now())
    all_is_sent(rig)
    await moves(rig, able=True)

    assert heard(rig, rig.desk.chat_id)[-1] == ("staff-resident-adds-anonymous", "五楼也是")


async def test_words_corrected_before_anybody_saw_them_do_not_come_back_with_the_case(rig: CoreRig) -> None:
    case = await rig.submitted()
    await adds(rig, case, "三楼")
    await adds(rig, case, "✏️ 五楼", edition=9)
    assert heard(rig, rig.desk.chat_id) == [("staff-resident-adds", "五楼")]
    await moves(rig, able=False)
    await moves(rig, able=True)

    assert [text for _, text in heard(rig, rig.desk.chat_id)] in (["五楼"], ["✏️ 五楼"])


async def test_a_group_that_heard_words_hears_their_correction(rig: CoreRig) -> None:
    case = await rig.submitted()
    await adds(rig, case, "三楼")
    all_is_sent(rig)
    await moves(rig, able=False)
    await adds(rig, case, "✏️ 五楼", edition=9)
    await moves(rig, able=True)

    assert [text for _, text in heard(rig, rig.desk.chat_id)] == ["三楼", "✏️ 五楼"]


def turns(rig: CoreRig, chat: ChatId) -> list[str]:
    """What waits for a chat of the author's words, in the order in which it goes."""
    waiting = [row for row in rig.tables.outbox.values() if row.state is RowState.PENDING and row.item.chat_id == chat]
    waiting.sort(key=lambda row: (row.item.priority, row.id))
    specs = [row.item.spec for row in waiting]
    return [str(spec.args.get("text", spec.key)) for spec in specs if spec and spec.key != "stand-in-begins"]


async def test_what_waits_when_a_case_moves_comes_behind_what_was_said_before(rig: CoreRig) -> None:
    case = await rig.submitted()
    await adds(rig, case, "三楼")
    all_is_sent(rig)
    await adds(rig, case, "五楼", said_in=32)
    await moves(rig, able=False)
    assert turns(rig, rig.other_desk.chat_id) == ["三楼", "五楼"]

    await moves(rig, able=True)
    assert turns(rig, rig.desk.chat_id) == ["group-back", "五楼"]


async def test_that_a_case_is_withdrawn_comes_behind_the_words_that_wait(rig: CoreRig) -> None:
    case = await rig.submitted()
    for n in range(AT_ONCE + 2):
        await adds(rig, case, f"第{n}句", said_in=40 + n)
    await rig.use.withdraw(rig.wang, case)

    assert turns(rig, rig.desk.chat_id)[-1] == "staff-withdrawn"
