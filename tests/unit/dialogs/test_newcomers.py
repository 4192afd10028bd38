"""Whoever has not agreed is written down nowhere, whatever they do besides agreeing."""

from typing import Any

import pytest

from core.people.model import Level, Unit
from core.shared.ids import TelegramUserId
from core.shared.language import Language
from tests.dialog_rig import DATE, DialogRig, Person
from tests.factories.cases import a_unit

pytestmark = pytest.mark.unit

NEW = TelegramUserId(5_500_000_001)
STICKER: dict[str, Any] = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}


@pytest.fixture
def group(rig: DialogRig) -> Unit:
    """A group with a poster of its own, in the only community."""
    unit = a_unit(parent_id=rig.core.unit.id, name="三号楼小组", level=Level.GROUP)
    rig.core.tables.units[unit.id] = unit
    return unit


async def blocks(person: Person) -> None:
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    change = {
        "chat": {"id": person.telegram_id, "type": "private", "first_name": person.name},
        "from": {"id": person.telegram_id, "is_bot": False, "first_name": person.name},
        "date": DATE,
        "old_chat_member": {"status": "member", "user": bot},
        "new_chat_member": {"status": "kicked", "user": bot, "until_date": 0},
    }
    await person.rig.handle({"my_chat_member": change})


@pytest.mark.parametrize("after", ["block", "sticker", "edit", "stale", "nothing"])
async def test_whoever_refused_stays_forgotten(rig: DialogRig, after: str) -> None:
    person = rig.person()
    message_id = await person.says("楼上天天吵")
    for typed in ("1", "不同意"):
        await person.says(typed)
    if after == "block":
        await blocks(person)
    elif after == "sticker":
        await person.says(sticker=STICKER)
        assert "电话和窗口" in person.shown
    elif after == "edit":
        await person.edits(message_id, "楼上又吵")
    elif after == "stale":
        await person.forges("l1:mnu::0")

    assert rig.core.tables.resident_of(NEW) is None
    assert person.name not in repr(rig.core.tables.state)
    assert "吵" not in repr(rig.core.tables)


async def test_whoever_only_looks_is_not_written_down(rig: DialogRig) -> None:
    person = rig.person(language_code="en")
    for typed in ("/start", "English", "/help", "/language", "繁體中文"):
        await person.says(typed)
    await blocks(person)

    assert rig.core.tables.resident_of(NEW) is None
    assert person.name not in repr(rig.core.tables.state)
    for typed in ("1", "1"):
        await person.says(typed)
    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert (resident.name, resident.language, resident.consented) == (person.name, Language.ZH_TW, True)
    assert not [key for key in rig.core.tables.state if key.startswith("newcomer")]


async def test_a_restart_before_the_first_question_forgets_neither_language_nor_poster(
    rig: DialogRig, group: Unit
) -> None:
    person = rig.person()
    for typed in (f"/start u_{group.invite}", "English"):
        await person.says(typed)
    rig.restart()
    for typed in ("yes", "yes"):
        await person.says(typed)

    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert (resident.unit_id, resident.language) == (group.id, Language.EN)


@pytest.mark.parametrize("agreed", [0, 1])
async def test_whoever_agrees_after_all_keeps_the_unit_of_their_poster(
    rig: DialogRig, group: Unit, agreed: int
) -> None:
    person = rig.person()
    for typed in (f"/start u_{group.invite}", "1", *["同意"] * agreed):
        await person.says(typed)
    await person.presses("不同意")
    assert "三号楼小组" in person.shown
    assert rig.core.tables.resident_of(NEW) is None
    await person.presses("改主意了")
    for typed in ("同意", "同意"):
        await person.says(typed)

    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    assert resident.unit_id == group.id


async def test_the_posters_office_is_shown_before_anything_is_agreed_to(rig: DialogRig, group: Unit) -> None:
    person = rig.person()
    for typed in (f"/start u_{group.invite}", "1", "/help"):
        await person.says(typed)

    assert "三号楼小组" in person.shown
