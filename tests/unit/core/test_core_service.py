"""Requests for help go to a team by their words; what cannot wait calls those on duty, and again."""

from datetime import timedelta

import pytest

from core.petitions.kinds import SERVICE_TEAMS, URGENT_CLAIM, URGENT_REPLY
from core.petitions.model import Event, Kind, Stage
from core.petitions.service import given_to
from core.petitions.usecases.teams import CallAgain
from core.routing.knowledge import load
from core.routing.model import Intent, Team
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.outbox import Priority
from dialogs.cases.shown import case_spec
from tests.core_rig import CoreRig
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit


async def helped(rig: CoreRig, text: str, **given: str) -> PetitionId:
    return await rig.submitted(kind=Kind.SERVICE, parts=[text], **given)


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("楼上着火了", Team.FIRE),
        ("电梯困住人了，有人被困在里面", Team.EMERGENCY),
        ("家里煤气漏气", Team.EMERGENCY),
        ("老人想做体检", Team.MEDICAL),
        ("我失业了想找工作", Team.JOBS),
        ("低保怎么申请", Team.RELIEF),
        ("孩子打疫苗", Team.HEALTH),
        ("自行车被偷了", Team.POLICE),
        ("垃圾没人收", Team.ENVIRONMENT),
        ("楼道路灯坏了", Team.PROPERTY),
        ("租客要办居住证", Team.TENANCY),
        ("请帮帮我", Team.DESK),
    ],
)
def test_the_words_say_the_team(text: str, team: Team) -> None:
    knowledge = load()
    assert knowledge.teams.for_text(Intent.SERVICE, knowledge.normaliser(text)) is team
    assert team in SERVICE_TEAMS


async def test_what_its_author_chose_goes_before_the_words(rig: CoreRig) -> None:
    case_id = await helped(rig, "楼道路灯坏了")
    assert rig.case(case_id).team == Team.PROPERTY
    other = await helped(rig, "楼道路灯坏了", team="police")
    assert rig.case(other).team == Team.POLICE
    plain = await rig.submitted()
    assert (rig.case(plain).team, rig.case(plain).urgent) == ("", False)


@pytest.mark.parametrize("chosen", ["", "property"])
async def test_what_cannot_wait_goes_first_and_pledges_hours(rig: CoreRig, chosen: str) -> None:
    case_id = await helped(rig, "楼上着火了", team=chosen)

    case = rig.case(case_id)
    assert case.urgent
    assert case.promises.claim_by == case.submitted_at + URGENT_CLAIM
    assert case.promises.reply_by == case.submitted_at + URGENT_REPLY
    card = next(item for item in rig.items if item.dedupe.startswith(f"card:{case_id}"))
    assert card.priority is Priority.REPLY
    assert card.spec is not None
    assert card.spec.key == "card-urgent-nobody"
    assert "receipt-urgent" in rig.said(rig.wang.telegram_id)
    view = await rig.use.cases.view(case_id)
    assert view is not None
    assert "case-urgent" in [line.key for line in case_spec(view, rig.clock).more]
    explained = await rig.use.clocks.dates.own(rig.wang, case_id)
    assert "dates-urgent" in [line.key for line in explained.more]


async def test_staff_give_it_to_another_team_once(rig: CoreRig) -> None:
    case_id = await helped(rig, "楼道路灯坏了")

    await rig.use.kinds.change_team(rig.liu, case_id, Team.FIRE)
    await rig.use.kinds.change_team(rig.chen, case_id, Team.FIRE)

    case, rows = rig.case(case_id), rig.history(case_id)
    assert (case.team, case.urgent) == (Team.FIRE, True)
    assert [(row.event, row.actor_name, row.reason) for row in rows[1:]] == [
        (Event.SERVICE_TEAM, rig.liu.name, "property > fire")
    ]
    assert "notice-team" in rig.said(rig.wang.telegram_id)
    assert "card-urgent-nobody" in rig.said(rig.desk.chat_id)


async def test_only_what_is_not_done_changes_its_team(rig: CoreRig) -> None:
    complaint = await rig.submitted()
    with pytest.raises(DomainError, match="team-none"):
        await rig.use.kinds.change_team(rig.liu, complaint, Team.FIRE)
    case_id = await helped(rig, "楼道路灯坏了")
    rig.at_stage(case_id, stage=Stage.CLOSED)
    with pytest.raises(DomainError, match="team-none"):
        await rig.use.kinds.change_team(rig.liu, case_id, Team.FIRE)


async def test_what_nobody_takes_is_called_out_every_hour_and_above(rig: CoreRig) -> None:
    case_id = await helped(rig, "家里煤气漏气")
    again = CallAgain(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock)
    assert not await again()

    rig.clock.move(timedelta(minutes=61))
    for _ in range(2):
        assert await again()
    assert rig.said(rig.desk.chat_id).count("urgent-late") == 1
    assert rig.said(rig.other_desk.chat_id).count("urgent-below") == 1
    rig.clock.move(timedelta(hours=1))
    await again()
    assert rig.said(rig.desk.chat_id).count("urgent-late") == 2

    await rig.use.claim(rig.liu, case_id)
    assert not await again()


async def test_a_case_that_turns_urgent_when_it_is_taken_keeps_its_first_date(rig: CoreRig) -> None:
    case_id = await helped(rig, "楼道路灯坏了")
    await rig.use.claim(rig.liu, case_id)
    was, now = rig.case(case_id), rig.clock.now()

    petition = given_to(was, Team.EMERGENCY, now)

    assert petition.promises.claim_by == was.promises.claim_by
    assert petition.promises.reply_by == now + URGENT_REPLY
