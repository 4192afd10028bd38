"""Which community is yours: asked where there are several, and never of who came by a poster."""

import json
from dataclasses import replace

import pytest

from core.people.model import Level, Resident, Unit
from core.shared.ids import ResidentId, TelegramUserId
from core.shared.language import Language
from tests.dialog_rig import DialogRig, Person
from tests.factories.cases import a_unit

pytestmark = pytest.mark.unit

NEW = TelegramUserId(5_500_000_001)


@pytest.fixture
def second(rig: DialogRig) -> Unit:
    unit = a_unit(parent_id=rig.core.street.id, name="安宁社区", office="安宁路2号")
    rig.core.tables.units[unit.id] = unit
    return unit


async def agreed(person: Person, payload: str = "") -> None:
    await person.says(f"/start {payload}".strip())
    for _ in range(3):
        await person.says("1")


def unit_of(rig: DialogRig) -> str:
    resident = rig.core.tables.resident_of(NEW)
    assert resident is not None
    return resident.unit_id


async def test_with_one_community_nobody_is_asked(rig: DialogRig) -> None:
    person = rig.person()
    await agreed(person)

    assert "为您服务" in person.shown
    assert not [label for label in person.labels if "社区" in label and "换" in label]


async def test_with_several_everybody_says_which(rig: DialogRig, second: Unit) -> None:
    person = rig.person()
    await agreed(person)
    assert "住在哪个社区" in person.shown
    assert person.labels[:2] == ["1. 安宁社区", "2. 幸福社区"]

    await person.says("安宁社区")

    assert "记下了：安宁社区" in person.shown
    assert "安宁社区</b>为您服务" in person.shown
    assert unit_of(rig) == second.id
    assert [row.action for row in rig.core.tables.audit][-1] == "resident.unit"


async def test_who_came_by_a_poster_is_not_asked(rig: DialogRig, second: Unit) -> None:
    person = rig.person()
    await agreed(person, f"u_{second.invite}")

    assert "安宁社区</b>为您服务" in person.shown
    assert unit_of(rig) == second.id


async def test_a_made_up_poster_does_not_choose(rig: DialogRig, second: Unit) -> None:
    person = rig.person()
    await agreed(person, "u_AAAA-AAAA")

    assert "住在哪个社区" in person.shown


async def test_words_that_wait_are_offered_after_the_choice(rig: DialogRig, second: Unit) -> None:
    person = rig.person()
    await person.says("楼道灯坏了")
    for typed in ("1", "1", "1", "1"):
        await person.says(typed)

    assert "楼道灯坏了" in person.shown
    assert unit_of(rig) == second.id


async def test_it_can_be_changed_later_and_new_matters_go_there(rig: DialogRig, wang: Person, second: Unit) -> None:
    await wang.says("/start")
    await wang.presses("更多")
    await wang.presses("换一个社区")
    await wang.presses("安宁社区")
    resident = rig.core.tables.residents[rig.core.wang.resident_id]

    assert resident.unit_id == second.id
    assert "安宁社区" in wang.shown


async def test_a_forged_choice_of_what_is_no_community_is_refused(rig: DialogRig, wang: Person, second: Unit) -> None:
    await wang.says("/start")
    await wang.presses("更多")
    await wang.presses("换一个社区")
    data = next(button["callback_data"] for button in wang.buttons if "安宁" in button["text"])

    await wang.forges(data.replace(second.id, rig.core.street.id))

    assert rig.core.tables.residents[rig.core.wang.resident_id].unit_id == rig.core.unit.id


async def test_who_is_served_already_is_asked_before_a_poster_moves_them(rig: DialogRig, second: Unit) -> None:
    person = rig.person()
    await agreed(person)
    await person.says("幸福社区")
    rows = len(rig.core.tables.audit)

    await person.says(f"/start u_{second.invite.lower()}")
    assert "您现在由幸福社区服务" in person.shown
    await person.says("2")
    assert "幸福社区</b>为您服务" in person.shown
    assert (unit_of(rig), len(rig.core.tables.audit)) == (rig.core.unit.id, rows)

    await person.says(f"/start u_{second.invite}")
    await person.says("1")
    assert "安宁社区</b>为您服务" in person.shown
    assert unit_of(rig) == second.id
    assert [row.action for row in rig.core.tables.audit][-1] == "resident.unit"


async def test_the_poster_of_ones_own_community_asks_nothing(rig: DialogRig, second: Unit) -> None:
    person = rig.person()
    await agreed(person, f"u_{second.invite}")

    await person.says(f"/start u_{second.invite}")

    assert "安宁社区</b>为您服务" in person.shown


async def test_a_posters_code_moves_its_reader_who_says_yes(rig: DialogRig, wang: Person) -> None:
    await wang.says(f"/start u_{rig.core.street.invite}")
    assert rig.core.tables.residents[rig.core.wang.resident_id].unit_id == rig.core.unit.id
    await wang.says("是")

    assert rig.core.tables.residents[rig.core.wang.resident_id].unit_id == rig.core.street.id
    await wang.says("/start u_nonsense")
    assert rig.core.tables.residents[rig.core.wang.resident_id].unit_id == rig.core.street.id


async def test_a_poster_followed_between_the_two_questions_says_where_its_reader_lives(
    rig: DialogRig, second: Unit
) -> None:
    person = rig.person()
    for typed in ("/start", "1", "1"):
        await person.says(typed)
    assert unit_of(rig) == second.id  # the first by its name, until they say which is theirs
    for typed in (f"/start u_{rig.core.unit.invite}", "1", "1"):
        await person.says(typed)

    assert "幸福社区</b>为您服务" in person.shown
    assert unit_of(rig) == rig.core.unit.id
    assert [row.action for row in rig.core.tables.audit][-1] == "resident.unit"


@pytest.mark.parametrize("between", [False, True])
@pytest.mark.parametrize("refuses", [False, True])
async def test_a_poster_followed_while_a_newer_text_asks_is_asked_about_afterwards(
    rig: DialogRig, wang: Person, second: Unit, between: bool, refuses: bool
) -> None:
    await rig.core.submitted()
    residents, known = rig.core.tables.residents, rig.core.wang.resident_id
    residents[known] = replace(residents[known], consent_version="2020-01")
    for typed in ("/start", *["1"] * between, f"/start u_{second.invite}"):
        await wang.says(typed)
    for typed in ("不同意", "改主意了，再看说明并同意") * refuses:
        await wang.says(typed)
    for typed in ("1", "1"):
        await wang.says(typed)

    assert "您现在由幸福社区服务" in wang.shown
    assert rig.core.tables.residents[known].unit_id == rig.core.unit.id
    await wang.says("1")
    assert rig.core.tables.residents[known].unit_id == second.id


async def test_whoever_agrees_after_all_is_asked_which_if_nobody_knows(rig: DialogRig, second: Unit) -> None:
    person = rig.person()
    for typed in ("/start", "1", "同意", "不同意", "改主意了，再看说明并同意", "同意", "同意"):
        await person.says(typed)

    assert "住在哪个社区" in person.shown


async def test_whoever_was_served_and_agrees_after_all_is_not_asked(rig: DialogRig, wang: Person, second: Unit) -> None:
    residents, known = rig.core.tables.residents, rig.core.wang.resident_id
    residents[known] = replace(residents[known], consent_version="2020-01")
    for typed in ("/start", "不同意", "改主意了，再看说明并同意", "同意", "同意"):
        await wang.says(typed)

    assert "幸福社区</b>为您服务" in wang.shown


async def of_an_earlier_version(rig: DialogRig, unit: Unit, window: dict[str, str]) -> Person:
    """Somebody who reads the first question, as the version before kept it: a row, and a word in the window."""
    early = ResidentId("early")
    rig.core.tables.residents[early] = Resident(
        id=early, telegram_id=NEW, name="王", language=Language.ZH_CN, language_chosen=True, unit_id=unit.id
    )
    person = rig.person()
    await person.says("/start")
    (key,) = [key for key, kept in rig.core.tables.state.items() if "start_data" in kept]
    kept = json.loads(rig.core.tables.state[key])
    rig.core.tables.state[key] = json.dumps(kept | {"start_data": window})
    rig.restart()
    return person


async def test_who_came_by_a_poster_before_an_update_is_not_asked(rig: DialogRig, second: Unit) -> None:
    person = await of_an_earlier_version(rig, second, {"poster": "yes"})
    for typed in ("同意", "同意"):
        await person.says(typed)

    assert "安宁社区</b>为您服务" in person.shown
    assert unit_of(rig) == second.id


async def test_a_group_in_an_early_row_came_from_its_poster(rig: DialogRig, second: Unit) -> None:
    group = a_unit(parent_id=second.id, name="三号楼小组", level=Level.GROUP)
    rig.core.tables.units[group.id] = group
    person = await of_an_earlier_version(rig, group, {})
    for typed in ("/start", "同意", "/start", "同意", "同意"):
        await person.says(typed)

    assert "三号楼小组</b>为您服务" in person.shown
    assert unit_of(rig) == group.id


async def test_a_community_in_an_early_row_may_be_nobodys_choice(rig: DialogRig, second: Unit) -> None:
    """It was the only one when the row was written, and words must not go to the wrong one's staff."""
    assert second.name < rig.core.unit.name
    person = await of_an_earlier_version(rig, rig.core.unit, {})
    for typed in ("同意", "同意"):
        await person.says(typed)

    assert "住在哪个社区" in person.shown
