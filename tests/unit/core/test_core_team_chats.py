"""A service team with a chat of its own: its cases are worked on there, the desk sees them and can take them back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.binding import ChatFacts
from core.people.intake import Intake
from core.people.model import Purpose, StaffChat
from core.petitions.card import render_card
from core.petitions.model import Event, Kind, Stage
from core.petitions.places import Standing
from core.petitions.queue import QueueFilter, QueueView
from core.petitions.usecases.teams import CallAgain
from core.routing.model import Team
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import AppError
from core.shared.ids import ChatId, MessageId, PetitionId, TelegramUserId
from core.shared.language import Language
from core.shared.messages import MessageSpec
from tests.core_rig import CoreRig, a_group_below, words
from tests.factories.cases import a_staff_chat
from tests.factories.said import staff_of
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit


class Brigade:
    """The desk of a community, and the chat of its fire brigade."""

    def __init__(self) -> None:
        self.rig = CoreRig()
        self.chat = self.chat_of(Team.FIRE)
        self.he = staff_of(self.chat, 7010, "何队长")

    def chat_of(self, *teams: Team) -> StaffChat:
        named = frozenset(team.value for team in teams)
        chat = a_staff_chat(self.rig.unit, purposes=frozenset({Purpose.TEAM}), teams=named)
        self.rig.tables.staff_chats[chat.chat_id] = chat
        return chat

    async def help(self, text: str = "楼上着火了") -> PetitionId:
        return await self.rig.submitted(kind=Kind.SERVICE, parts=[text])

    async def queue(self, chat: StaffChat) -> list[PetitionId]:
        view, now = QueueView(wanted=QueueFilter()), self.rig.clock.now()
        return [row.id for row in (await self.rig.use.queue.reader.page(chat.chat_id, 1, view, now, 20)).rows]

    def standing(self, case: PetitionId, chat: StaffChat) -> Standing | None:
        place = self.rig.tables.cards.get((case, chat.chat_id))
        return place.standing if place else None

    def said(self, chat: StaffChat) -> list[str]:
        return self.rig.said(chat.chat_id)

    def cards(self, chat: StaffChat) -> list[MessageSpec | None]:
        return [
            item.spec for item in self.rig.items if item.chat_id == chat.chat_id and item.dedupe.startswith("card:")
        ]


async def refused(work: object) -> str:
    with pytest.raises(AppError) as error:
        await work  # type: ignore[misc]  # a coroutine
    return error.value.code


async def test_its_cases_are_worked_on_in_its_chat_and_seen_at_the_desk() -> None:
    b = Brigade()
    rig = b.rig
    case, other = await b.help(), await b.help("楼道路灯坏了")

    assert (b.standing(case, b.chat), b.standing(case, rig.desk)) == (Standing.TEAM, Standing.WITH_TEAM)
    assert (b.standing(other, b.chat), b.standing(other, rig.desk)) == (None, Standing.HERE)
    assert await b.queue(b.chat) == [case]
    assert set(await b.queue(rig.desk)) == {case, other}
    await rig.use.claim(b.he, case)
    await rig.use.reply(b.he, case, words("水枪来了"))
    await rig.use.add_to_case(rig.wang, case, "还在烧", [], source="s1")
    await rig.use.answer(b.he, case, words("灭了", message_id=MessageId(3)))
    assert rig.case(case).stage is Stage.ANSWERED
    assert "staff-resident-adds" in b.said(b.chat)
    assert "staff-resident-adds" not in b.said(rig.desk)
    for who, code in ((rig.liu, "case-with-team"), (rig.stranger, "case-unknown")):
        assert await refused(rig.use.reply(who, case, words("我来说"))) == code
    assert await refused(rig.use.reply(b.he, other, words("我来说"))) == "case-unknown"


async def test_what_cannot_wait_calls_in_the_team_and_tells_the_desk_without_what_it_is() -> None:
    b = Brigade()
    rig = b.rig
    await rig.use.duty.know(rig.desk.chat_id, rig.liu.user_id, rig.liu.name)
    await rig.use.duty.set.words(rig.liu, "周一到周日 刘敏")
    case = await b.help()

    assert [spec.key for spec in b.cards(b.chat) if spec] == ["card-urgent-team"]
    told = next(item.spec for item in rig.items if item.spec and item.spec.key == "urgent-with-team")
    assert (told.args["number"], [line.args["name"] for line in told.more]) == (rig.case(case).number, ["刘敏"])
    assert b.said(rig.desk) == ["urgent-with-team"]
    rig.clock.move(timedelta(hours=3))
    await CallAgain(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock)()
    late = next(item.spec for item in rig.items if item.spec and item.spec.key == "urgent-late")
    assert [line.key for line in late.more] == ["card-urgent-team"]
    assert b.said(rig.desk)[-1] == "urgent-below"


async def test_the_desk_looks_it_up_and_takes_it_back() -> None:
    b = Brigade()
    rig = b.rig
    case = await b.help()
    await rig.use.claim(b.he, case)
    await rig.use.note(b.he, case, words("水带不够"))
    number = rig.case(case).number

    assert await rig.use.show_to_staff(rig.liu, number, MessageId(77), None)
    found = next(item.spec for item in rig.items if item.spec and item.spec.key == "case-found")
    assert [line.key for line in found.more] == ["case-with-team"]
    assert ActionCode.parse(found.buttons[0][0].action) == ActionCode(Action.FETCH, case, rig.case(case).version)
    assert not await rig.use.show_to_staff(rig.stranger, number, MessageId(78), None)

    await rig.use.kinds.fetch(rig.liu, case)

    assert (b.standing(case, b.chat), b.standing(case, rig.desk)) == (Standing.RETURNED, Standing.HERE)
    assert rig.case(case).handler is None
    rows = [(row.event, row.actor_id, row.actor_name, row.reason) for row in rig.history(case)][-2:]
    assert rows == [(Event.RELEASE, "", "何队长", ""), (Event.MOVE, str(rig.liu.user_id), "幸福社区", "刘敏")]
    assert "staff-noted-before" in b.said(rig.desk)
    assert "card-urgent-nobody" in b.said(rig.desk)
    view = await rig.cards.card(case, b.chat.chat_id)
    assert view is not None
    assert "card-gone" in [line.key for line in render_card(view, rig.clock.zone, rig.clock.now().date()).more]
    await rig.use.claim(rig.liu, case)
    assert await refused(rig.use.claim(b.he, case)) == "case-elsewhere"
    assert await refused(rig.use.kinds.fetch(rig.liu, case)) == "fetch-not-with-team"
    assert await refused(rig.use.kinds.fetch(rig.stranger, case)) == "case-unknown"
    assert await b.queue(b.chat) == []


async def test_whoever_keeps_out_takes_nothing_back() -> None:
    b = Brigade()
    case = await b.help()
    await b.rig.use.flow.recuse(replace(b.he, user_id=b.rig.liu.user_id), case)
    assert await refused(b.rig.use.kinds.fetch(b.rig.liu, case)) == "you-recused"


async def test_nobody_takes_their_own_request_out_of_the_teams_hands() -> None:
    b = Brigade()
    case = await b.help()
    author = staff_of(b.rig.desk, b.rig.wang.telegram_id, "王秀英")
    assert await refused(b.rig.use.kinds.fetch(author, case)) == "own-case"


async def test_another_team_of_the_same_desk_gets_it_or_the_desk_does() -> None:
    b = Brigade()
    rig = b.rig
    repairs = b.chat_of(Team.PROPERTY, Team.ENVIRONMENT)
    wrench = staff_of(repairs, 7011, "孙师傅")
    case = await rig.submitted(kind=Kind.SERVICE, parts=["请帮帮我"])
    await rig.use.claim(rig.liu, case)

    await rig.use.kinds.change_team(rig.liu, case, Team.PROPERTY)
    assert (b.standing(case, repairs), b.standing(case, rig.desk)) == (Standing.TEAM, Standing.WITH_TEAM)
    assert rig.case(case).handler is None
    await rig.use.claim(wrench, case)
    await rig.use.kinds.change_team(wrench, case, Team.ENVIRONMENT)
    handler = rig.case(case).handler
    assert (b.standing(case, repairs), handler and handler.name) == (Standing.TEAM, "孙师傅")

    await rig.use.kinds.change_team(wrench, case, Team.FIRE)
    assert [b.standing(case, chat) for chat in (repairs, b.chat, rig.desk)] == [
        Standing.RETURNED,
        Standing.TEAM,
        Standing.WITH_TEAM,
    ]
    assert "card-urgent-team" in b.said(b.chat)
    assert "urgent-with-team" in b.said(rig.desk)
    await rig.use.kinds.change_team(b.he, case, Team.DESK)
    assert [b.standing(case, chat) for chat in (b.chat, rig.desk)] == [Standing.RETURNED, Standing.HERE]
    await rig.use.claim(rig.chen, case)


async def test_sent_up_or_elsewhere_it_goes_to_a_desk() -> None:
    b = Brigade()
    rig = b.rig
    case = await b.help()
    await rig.use.flow.escalate(b.he, case, words("要街道的车"))
    assert [b.standing(case, chat) for chat in (b.chat, rig.desk, rig.other_desk)] == [
        Standing.RETURNED,
        Standing.RETURNED,
        Standing.HERE,
    ]
    await rig.use.flow.object(rig.stranger, case, words("社区自己办"))
    assert (b.standing(case, rig.desk), rig.case(case).unit_id) == (Standing.HERE, rig.unit.id)


async def test_a_case_of_a_unit_served_by_the_desk_goes_to_the_desks_team() -> None:
    b = Brigade()
    group = a_group_below(b.rig)
    del b.rig.tables.staff_chats[group.chat_id]
    case = await b.help()
    assert (b.standing(case, b.chat), b.standing(case, b.rig.desk)) == (Standing.TEAM, Standing.WITH_TEAM)


async def test_from_the_counter_it_goes_to_the_team_too() -> None:
    b = Brigade()
    said = {"name": "王大爷", "phone": "", "room": "", "text": "楼上着火了"}
    form = Intake(id="f", chat_id=b.rig.desk.chat_id, code="WXYZ", kind=Kind.SERVICE, said=said)
    case = (await b.rig.use.people.file_walk_in(b.rig.liu, form)).id
    assert (b.standing(case, b.chat), b.standing(case, b.rig.desk)) == (Standing.TEAM, Standing.WITH_TEAM)
    assert len(b.cards(b.chat)) == 1
    assert b.cards(b.rig.desk) == []


@pytest.mark.parametrize("desk_out", [True, False])
async def test_a_teams_chat_that_puts_us_out_gives_its_cases_back(*, desk_out: bool) -> None:
    b = Brigade()
    rig = b.rig
    case = await b.help()
    await rig.use.claim(b.he, case)
    if desk_out:
        await rig.use.seat_cases(rig.desk.chat_id, able=False, occasion="k1")
        assert b.standing(case, b.chat) is Standing.TEAM  # the team goes on
    await rig.use.seat_cases(b.chat.chat_id, able=False, occasion="k2")

    works = rig.other_desk if desk_out else rig.desk
    assert b.standing(case, works) is (Standing.STAND_IN if desk_out else Standing.HERE)
    assert rig.case(case).handler is None
    new = await b.help()
    assert b.standing(new, b.chat) is None
    await rig.use.claim(rig.stranger if desk_out else rig.liu, case)


def facts(chat_id: int) -> ChatFacts:
    return ChatFacts(chat_id=ChatId(chat_id), title="消防队", is_supergroup=True, is_forum=False)


async def test_a_group_is_bound_to_a_team_and_one_group_to_each() -> None:
    rig = CoreRig()
    admin = TelegramUserId(1)
    code = await rig.use.issue_bind_code(rig.unit.id, Purpose.TEAM, team=Team.FIRE)
    chat, _ = await rig.use.bind(code, facts(-77), admin, Language.ZH_CN, tell=True)
    assert (chat.teams, chat.purposes) == ({"fire"}, {Purpose.TEAM})
    told = rig.items[-1].spec
    assert told is not None
    assert [line.key for line in told.more] == ["purpose-team", "bind-team", "bind-topics-off"]
    more = await rig.use.issue_bind_code(rig.unit.id, Purpose.TEAM, team=Team.EMERGENCY)
    chat, _ = await rig.use.bind(more, facts(-77), admin, Language.ZH_CN)
    assert chat.teams == {"fire", "emergency"}
    second = await rig.use.issue_bind_code(rig.unit.id, Purpose.TEAM, team=Team.FIRE)
    assert await refused(rig.use.bind(second, facts(-78), admin, Language.ZH_CN)) == "bind-taken"
    other = await rig.use.issue_bind_code(rig.unit.id, Purpose.TEAM, team=Team.MEDICAL)
    await rig.use.bind(other, facts(-78), admin, Language.ZH_CN)

    case = await rig.submitted(kind=Kind.SERVICE, parts=["楼上着火了"])
    await rig.use.note(
        StaffActor(user_id=TelegramUserId(5), name="甲", chat_id=ChatId(-77), language=Language.ZH_CN),
        case,
        words("看过"),
    )
    instead = await rig.use.issue_bind_code(rig.unit.id, Purpose.TEAM, team=Team.FIRE, replaces=True)
    await rig.use.bind(instead, facts(-79), admin, Language.ZH_CN)
    assert rig.tables.cards[case, ChatId(-79)].standing is Standing.TEAM
    assert "staff-noted-before" in rig.said(-79)
