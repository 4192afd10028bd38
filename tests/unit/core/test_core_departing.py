"""Who leaves a staff chat leaves their cases to the colleagues there: nobody has to ask somebody who has gone."""

import pytest

from core.people.model import Purpose
from core.petitions.card import render_card
from core.petitions.model import Event, Kind, Stage
from core.petitions.usecases.departing import LEFT
from core.routing.model import Team
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.ids import ChatId, PetitionId
from core.shared.messages import MessageSpec
from tests.core_rig import CoreRig, staff_of, words
from tests.factories.cases import a_staff_chat
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit


async def leaves(rig: CoreRig, who: StaffActor, occasion: str = "1") -> None:
    await rig.use.queue.free(who.chat_id, who.user_id, who.name, occasion=occasion)


def told(rig: CoreRig) -> list[MessageSpec]:
    return [item.spec for item in rig.items if item.spec and item.spec.key == "handler-left"]


async def labels(rig: CoreRig, case: PetitionId) -> list[object]:
    card = await rig.cards.card(case, rig.desk.chat_id)
    assert card is not None
    return [button.label for row in render_card(card, SHANGHAI, local_day(START, SHANGHAI)).buttons for button in row]


async def test_colleagues_can_take_what_somebody_had_who_has_left() -> None:
    rig = CoreRig()
    accepted, answered, other = [await rig.submitted() for _ in range(3)]
    await rig.use.claim(rig.liu, accepted)
    await rig.use.answer(rig.liu, answered, words())
    await rig.use.claim(rig.chen, other)
    rig.tables.outbox.clear()  # all of it has been sent
    for _ in range(2):
        await leaves(rig, rig.liu)

    assert [spec.args for spec in told(rig)] == [{"name": "刘敏", "count": 2}]
    for case, stage in ((accepted, Stage.ACCEPTED), (answered, Stage.ANSWERED)):
        assert (rig.case(case).handler, rig.case(case).stage) == (None, stage)
        last = rig.history(case)[-1]
        assert (last.event, last.actor_kind, last.actor_name, last.reason) == (Event.RELEASE, "system", "刘敏", LEFT)
        assert [item.chat_id for item in rig.items if item.dedupe.startswith(f"card:{case}:")] == [rig.desk.chat_id]
    has = rig.case(other).handler
    assert has is not None
    assert has.name == "陈杰"
    assert "button-claim" in await labels(rig, accepted)
    await rig.use.claim(rig.chen, accepted)
    has = rig.case(accepted).handler
    assert has is not None
    assert has.name == "陈杰"


async def test_what_is_not_worked_on_in_that_chat_stays_theirs() -> None:
    rig = CoreRig()
    chat = a_staff_chat(rig.unit, purposes=frozenset({Purpose.TEAM}), teams=frozenset({Team.FIRE.value}))
    lent, closed = await rig.submitted(), await rig.submitted()
    await rig.use.answer(rig.liu, closed, words())
    await rig.use.close(rig.liu, closed)
    await rig.use.claim(rig.liu, lent)
    rig.tables.staff_chats[chat.chat_id] = chat
    await leaves(rig, staff_of(chat, rig.liu.user_id, "刘敏"))  # left the team's chat, is still in the desk's
    await leaves(rig, staff_of(rig.other_desk, rig.liu.user_id, "刘敏"))
    await rig.use.queue.free(ChatId(-12345), rig.liu.user_id, "刘敏", occasion="2")
    assert rig.case(lent).handler is not None

    fire, he = await rig.submitted(kind=Kind.SERVICE, parts=["楼上着火了"]), staff_of(chat, 7010, "何队长")
    await rig.use.claim(he, fire)
    await leaves(rig, staff_of(rig.desk, 7010, "何队长"))  # left the desk's chat, is still in the team's
    assert rig.case(fire).handler is not None

    await rig.use.seat_cases(rig.desk.chat_id, able=False, occasion="3")
    await leaves(rig, staff_of(rig.other_desk, rig.liu.user_id, "刘敏"))
    await leaves(rig, rig.liu, "4")
    assert rig.case(lent).handler is not None
    assert rig.case(closed).handler is not None
    assert told(rig) == []


async def test_what_changes_hands_meanwhile_is_not_taken_from_whoever_has_it_now() -> None:
    rig = CoreRig()
    case = await rig.submitted()
    await rig.use.claim(rig.liu, case)
    page = rig.use.queue.free.queue.page

    class Late:
        """The list is read; then 刘敏 hands the case back, and 陈杰 takes it."""

        async def page(self, *asked: object) -> object:
            found = await page(*asked)  # type: ignore[arg-type]  # passed on
            await rig.use.flow.hand_back(rig.liu, case, words("交给小陈"))
            await rig.use.claim(rig.chen, case)
            return found

    object.__setattr__(rig.use.queue.free, "queue", Late())
    await leaves(rig, rig.liu)

    has = rig.case(case).handler
    assert has is not None
    assert has.name == "陈杰"
    assert told(rig) == []
