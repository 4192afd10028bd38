"""The directory: what is found, what may be published, and that nothing is before it was looked at."""

from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from core.directory.messages import office_draft, office_message
from core.directory.model import Entry, Office, OfficeKind, find, is_mobile
from core.directory.usecases import ImportOffices
from core.shared.errors import AppError
from core.shared.ids import OfficeId, UnitId
from tests.core_rig import CoreRig, a_group_below
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit

POLICE = {"name": "社区警务室", "phone": "010-55500110", "words": "派出所 民警", "does": "报案、开证明"}
WOMEN = {"name": "妇女儿童之家", "phone": "010-55500202", "words": "妇联", "does": "家庭矛盾、权益"}


def entries(*offices: dict[str, str]) -> list[Entry]:
    return [
        Entry(id=OfficeId(f"o{n}"), unit_id=UnitId("u"), slug=str(n), position=n, published=Office(**each))
        for n, each in enumerate(offices)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("派出所电话", ["社区警务室"]),
        ("派出所电话多少？", ["社区警务室"]),
        ("妇联", ["妇女儿童之家"]),
        ("妇联在哪里办公", ["妇女儿童之家"]),
        ("警务室", ["社区警务室"]),
        ("开证明找谁", []),
        ("家庭矛盾找谁", ["妇女儿童之家"]),
        ("派出所和妇联", ["社区警务室", "妇女儿童之家"]),
        ("楼道灯坏了", []),
        ("社", []),
        ("", []),
    ],
)
def test_words_find_the_office_they_ask_for(text: str, found: list[str]) -> None:
    seen = find(entries(POLICE, WOMEN), text)
    assert [each.published.name for each in seen if each.published] == found


@for_any(st.text(max_size=60))
def test_anything_can_be_looked_up(text: str) -> None:
    assert {each.id for each in find(entries(POLICE, WOMEN), text)} <= {"o0", "o1"}


def test_the_mobile_of_a_person_is_no_telephone_of_an_office() -> None:
    assert is_mobile("13800138000")
    assert is_mobile("010-55500110、138 0013 8000")
    assert not is_mobile("010-55500110")
    assert not is_mobile("110")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " "}, "office-name"),
        ({"name": "甲" * 61}, "office-long"),
        ({"name": "甲", "phone": "问门卫"}, "office-phone"),
        ({"name": "甲", "phone": "13800138000"}, "office-mobile"),
        ({"name": "甲", "kind": "spy"}, "office-kind"),
    ],
)
async def test_what_may_not_be_published_is_refused_at_once(given: dict[str, str], code: str) -> None:
    rig = CoreRig()
    with pytest.raises(AppError, match=code):
        await rig.use.directory.edit.draft(rig.liu, given)
    assert rig.tables.offices == {}


async def names(rig: CoreRig, text: str = "", **who: Any) -> list[str]:
    found = await rig.use.directory.find(who.get("actor", rig.wang), text)
    return [each.published.name for each in found if each.published]


async def test_a_draft_is_read_by_nobody_until_it_is_published() -> None:
    rig = CoreRig()
    edit = rig.use.directory.edit
    first = await edit.draft(rig.liu, POLICE)
    assert await names(rig) == []
    second = await edit.draft(rig.liu, {"name": "社区警务室", "hours": "白天", "kind": "police"})
    assert second.draft == Office(**POLICE, hours="白天", kind=OfficeKind.POLICE)
    with pytest.raises(AppError, match="office-changed"):
        await edit.publish(rig.liu, first.id, first.version)
    await edit.publish(rig.chen, second.id, second.version)
    assert await names(rig) == ["社区警务室"]
    assert await rig.use.directory.find.one(rig.wang, first.id) == second.draft
    changed = await edit.draft(rig.liu, {"name": " 社区警务室", "phone": "010-55500111"})
    assert changed.id == first.id
    dropped = await edit.drop(rig.liu, changed.id, changed.version)
    assert dropped.published == second.draft
    gone = await edit.withdraw(rig.liu, dropped.id, dropped.version)
    assert await names(rig) == []
    assert [row.action for row in rig.tables.audit] == ["office.published", "office.dropped", "office.withdrawn"]
    await edit.drop(rig.liu, gone.id, gone.version)
    assert rig.tables.offices == {}


async def test_only_the_desk_of_its_unit_changes_an_office_and_those_below_read_it() -> None:
    rig = CoreRig()
    edit = rig.use.directory.edit
    own = await edit.draft(rig.stranger, POLICE)
    await edit.publish(rig.stranger, own.id, own.version)
    with pytest.raises(AppError, match="office-unknown"):
        await edit.one(rig.liu, own.id)
    with pytest.raises(AppError, match="office-unknown"):
        await edit.withdraw(rig.liu, own.id, own.version + 1)
    below = await edit.draft(rig.liu, WOMEN)
    await edit.publish(rig.liu, below.id, below.version)
    a_group_below(rig)
    assert await names(rig) == ["妇女儿童之家", "社区警务室"]
    assert await names(rig, "派出所") == ["社区警务室"]
    assert [each.slug for each in await edit.see(rig.stranger)] == [own.slug]
    assert len(await edit.see(rig.liu, "妇联")) == 1


async def test_a_file_is_taken_whole_and_again_changes_nothing() -> None:
    rig = CoreRig()
    imports = ImportOffices(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock, ids=rig.ids)
    offices = {"幸福社区": [Office(**POLICE), Office(**WOMEN)]}
    assert await imports(offices, preview=True) == (2, 0)
    assert await names(rig) == []
    with pytest.raises(AppError, match="unit-unknown"):
        await imports({**offices, "哪里": [Office(**POLICE)]})
    assert await names(rig) == []
    assert await imports(offices) == (2, 0)
    assert await imports(offices) == (0, 0)
    assert await imports({"幸福社区": [Office(**{**POLICE, "phone": "010-1"}), Office(**WOMEN)]}) == (0, 1)
    assert await names(rig) == ["社区警务室", "妇女儿童之家"]


def test_an_office_shows_what_is_known_and_a_partner_what_it_pledged() -> None:
    office = Office(name="供水公司", kind=OfficeKind.PARTNER, goal="改造", results="四栋", words="停水")
    assert [line.key for line in office_message(office).more] == ["office-goal", "office-results"]
    assert [line.key for line in office_draft(office).more][-1] == "office-words"
