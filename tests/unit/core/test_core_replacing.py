"""A group that takes another's place gets the cases, with all that was said in them, and nothing twice."""

from dataclasses import replace

import pytest

from core.people.binding import ChatFacts
from core.people.model import Purpose
from core.petitions.draft import DraftFile
from core.petitions.model import FileKind
from core.shared.ids import ChatId, TelegramUserId
from core.shared.language import Language
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, a_group_below, words

pytestmark = pytest.mark.unit

NEW = ChatId(-1_009_000_000_001)


async def replaced(rig: CoreRig) -> None:
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.DESK, replaces=True)
    facts = ChatFacts(chat_id=NEW, title="新的群", is_supergroup=True, is_forum=True)
    await rig.use.bind(code, facts, TelegramUserId(7001), Language.ZH_CN)
    await rig.use.seat_cases.anew("bound:1")


async def test_a_group_that_takes_anothers_place_is_told_all_there_is(rig: CoreRig) -> None:
    case = await rig.submitted(parts=["长" * 1_200], files=[DraftFile(kind=FileKind.PHOTO, file_id="f1")])
    await rig.use.add_to_case(rig.wang, case, "又漏了", [], source="1")
    await rig.use.reply(rig.liu, case, words("来看看"))
    await rig.use.note(rig.liu, case, words("难缠"))
    rows = rig.tables.outbox
    for row in list(rows.values()):
        rows[row.id] = replace(row, state=RowState.SENT)
    await rig.use.add_to_case(rig.wang, case, "还在漏", [], source="2")  # waits to be said in the old group
    await replaced(rig)

    waits = [item for item in rig.pending if item.chat_id == NEW and item.to_case and item.spec]
    keys = [item.spec.key for item in waits if item.spec]
    added = ["staff-resident-adds"] * 2
    assert sorted(keys) == ["card-full-text", "no-text", "staff-noted-before", *added, "staff-said-before"]
    assert not [item for item in rig.pending if item.chat_id == rig.desk.chat_id and item.petition_id]
    card = await rig.cards.card(case, NEW)
    assert card is not None
    assert (card.petition.handler, card.taken_in) == (rig.case(case).handler, ""), "the desk is the same"


async def test_a_group_that_takes_the_place_of_one_that_stands_in_is_told_too(rig: CoreRig) -> None:
    home = a_group_below(rig)
    case = await rig.submitted(files=[DraftFile(kind=FileKind.PHOTO, file_id="f1")])
    await rig.use.seat_cases(home.chat_id, able=False, occasion="1")
    rows = rig.tables.outbox
    for row in list(rows.values()):
        rows[row.id] = replace(row, state=RowState.SENT)
    await replaced(rig)

    said = [item.spec.key for item in rig.pending if item.chat_id == NEW and item.to_case and item.spec]
    assert said == ["no-text"]
    assert [place.chat_id for place in rig.tables.cards.values() if place.petition_id == case] == [home.chat_id, NEW]
