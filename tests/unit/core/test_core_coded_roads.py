"""Whoever comes by a code goes the same ways as anybody, and stays as unknown as before (DOMAIN §8)."""

from datetime import timedelta

import pytest

from core.disclosure.ports import Sheet
from core.petitions.kinds import Verdict
from core.petitions.model import Event, Stage
from core.shared.actor import StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import Mark, Marked
from tests.fakes.world import SHANGHAI, START
from tests.town import Town

pytestmark = pytest.mark.unit
CODE = "ABCD-EFGH-JKLM"
DAY = START.astimezone(SHANGHAI).replace(hour=0)


async def answered_without_a_name(town: Town) -> PetitionId:
    case = await town.rig.submitted_anonymously()
    await answered(town, town.leader, case)
    return case


async def answered(town: Town, who: StaffActor, case: PetitionId) -> None:
    await town.use.prompt(who, case, LinkRole.PROMPT_ANSWER, press=f"{who.user_id}", subject=Verdict.NOT)
    await town.answered(who, case)


async def goes(town: Town, event: Event, why: str, **given: object) -> None:
    said = Marked(why, (Mark("text_mention", 0, 1, str(town.rig.wang.telegram_id)),))
    source = f"update:{event}-99887766"
    await town.use.flow.roads(town.rig.wang, None, event, said, source=source, code=CODE, **given)  # type: ignore[arg-type] # by name


def kept(town: Town) -> str:
    tables = town.rig.tables
    return repr([tables.petitions, tables.history, tables.messages, tables.links, tables.audit, tables.outbox])


@pytest.mark.parametrize(
    ("event", "unit", "stage"),
    [
        (Event.RECONSIDER, "幸福社区", Stage.UNDER_REVIEW),
        (Event.GO_TO_STREET, "平安街道", Stage.ESCALATED),
        (Event.REOPEN, "幸福三组", Stage.REOPENED),
    ],
)
async def test_each_way_is_open_by_the_code_and_nothing_says_who_went(
    town: Town, event: Event, unit: str, stage: Stage
) -> None:
    town.rig.clock.move(timedelta(hours=3, minutes=7))
    case = await answered_without_a_name(town)
    audited, before = list(town.rig.tables.audit), len(town.rig.items)
    assert event in [road.event for road in await town.use.flow.roads.open(town.rig.wang, None, code=CODE)]

    await goes(town, event, "不对")
    await goes(town, event, "不对")

    assert town.at(case) == (unit, stage)
    *_, row = town.rig.history(case)
    assert (row.event, row.actor_kind, row.actor_id, row.at) == (event, "anonymous", "", DAY)
    said = [m for m in town.rig.tables.messages.values() if m.text == "不对"]
    assert [(m.author_name, m.marks, m.at) for m in said] == [("", (), DAY)]
    assert list(town.rig.tables.audit) == audited
    for trace in (town.rig.wang.resident_id, str(town.rig.wang.telegram_id), "99887766", town.rig.wang.name):
        assert str(trace) not in kept(town), trace
    assert town.rig.said(town.rig.wang.telegram_id) == []
    assert all(item.purge_at_once for item in town.rig.items[before:] if item.petition_id == case)


async def test_what_is_printed_by_the_code_waits_in_no_queue_and_lies_in_no_folder(town: Town) -> None:
    case = await answered_without_a_name(town)
    await goes(town, Event.GO_TO_STREET, "直接")
    await answered(town, town.he, case)
    sheet = Sheet(title="复查申请书", lines=["申请人：____"])
    files = dict(town.rig.blobs.blobs)

    assert await town.use.flow.roads.printed(sheet)
    await goes(town, Event.ASK_REVIEW, "不合规定", sheet=sheet)

    assert town.rig.case(case).stage is Stage.REVIEW
    assert town.rig.blobs.blobs == files
    assert town.rig.said(town.rig.wang.telegram_id) == []


async def test_another_code_opens_no_way(town: Town) -> None:
    await answered_without_a_name(town)
    with pytest.raises(NotFoundError, match="code-unknown"):
        await town.use.flow.roads.open(town.rig.wang, None, code="ZZZZ-ZZZZ-ZZZZ")
    with pytest.raises(NotFoundError, match="case-unknown"):
        await town.use.flow.roads.open(town.rig.wang, None)
