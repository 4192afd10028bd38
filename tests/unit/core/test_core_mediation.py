"""Mediation: both willing, a mediator, sessions, an agreement both confirm; nobody reads the other's words."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

import pytest

from core.duty.model import Colleague
from core.figures.model import Kept
from core.jobs import TakeTurn
from core.mediation.leaving import exported
from core.mediation.model import Mediation, Side, State, confirm_until, replayed
from core.mediation.reminding import RemindConfirmation
from core.petitions.model import Event, Kind, Stage
from core.privacy.model import Reason
from core.shared.actor import ResidentActor
from core.shared.errors import AppError
from core.shared.ids import MessageId, PetitionId, TelegramUserId
from tests.core_rig import CoreRig, a_draft, actor_of, staff_of, words
from tests.factories.cases import a_resident
from tests.fakes.figures import FakeFiguresReader
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START

pytestmark = pytest.mark.unit
SESSION = "下周三下午3点 社区二楼调解室"


def mediator(rig: CoreRig, user_id: int = 7009, name: str = "孙调解") -> TelegramUserId:
    who = Colleague(unit_id=rig.unit.id, user_id=TelegramUserId(user_id), name=name)
    rig.database.committed.desk_people[who.unit_id, who.user_id] = who
    return who.user_id


def neighbour(rig: CoreRig, name: str = "邻居") -> ResidentActor:
    resident = a_resident(rig.unit, name=name).agrees(START).agrees_to_transfer(START)
    rig.database.committed.residents[resident.id] = resident
    return actor_of(resident)


async def asked(rig: CoreRig) -> tuple[PetitionId, str]:
    draft = a_draft(kind=Kind.MEDIATION, parts=["楼上漏水一直不赔"], other="楼上老赵")
    case = (await rig.use.submit(rig.wang, draft)).petition_id
    await rig.use.mediation.parties.invite(rig.wang, case, "漏水赔偿的事")
    return case, of(rig, case).invite or ""


def of(rig: CoreRig, case: PetitionId) -> Mediation:
    return rig.database.committed.mediations[case]


def told(rig: CoreRig, who: ResidentActor) -> list[str]:
    return [item.spec.key for item in rig.sent_to(who) if item.spec]


async def refused(awaited: Awaitable[object]) -> str:
    with pytest.raises(AppError) as caught:
        await awaited
    return caught.value.code


async def test_whoever_asks_for_it_reads_in_the_receipt_how_the_other_party_is_invited(rig: CoreRig) -> None:
    await rig.use.submit(rig.wang, a_draft(kind=Kind.MEDIATION, parts=["楼上漏水一直不赔"]))
    await rig.submitted()

    receipts = [item.spec for item in rig.sent_to(rig.wang) if item.dedupe.startswith("receipt") and item.spec]
    assert [[line.key for line in spec.more] for spec in receipts] == [["receipt-mediation"], []]


async def willing_with(rig: CoreRig, other: ResidentActor) -> PetitionId:
    case, invite = await asked(rig)
    await rig.use.mediation.parties.consent(other, invite)
    return case


async def willing(rig: CoreRig) -> PetitionId:
    return await willing_with(rig, rig.zhao)


async def taken_along(rig: CoreRig, who: ResidentActor) -> dict[str, Any]:
    async with InMemoryUnitOfWorkFactory(rig.database).reading() as uow:
        (found,) = await exported(uow, who.resident_id)
    return found


async def drafted(rig: CoreRig) -> PetitionId:
    case = await willing(rig)
    await rig.use.mediation.desk.mediator(rig.liu, case, mediator(rig))
    await rig.use.mediation.session(rig.liu, case, words(SESSION, message_id=MessageId(1)))
    await rig.use.mediation.draft(rig.liu, case, words("老赵赔八百元，五天内付清", message_id=MessageId(2)))
    return case


async def test_from_the_invitation_to_an_agreement_both_have_confirmed() -> None:
    rig = CoreRig()
    case = await drafted(rig)
    parties = rig.use.mediation.parties
    assert await parties.confirm(rig.wang, case, 1) is State.DRAFTED
    assert await parties.confirm(rig.wang, case, 1) is State.DRAFTED
    assert rig.case(case).open
    assert await parties.confirm(rig.zhao, case, 1) is State.AGREED
    assert rig.case(case).stage is Stage.CLOSED
    until = confirm_until(rig.clock.now(), rig.clock.zone)
    assert until - rig.clock.now().astimezone(rig.clock.zone).date() == timedelta(days=30)
    for who in (rig.wang, rig.zhao):
        agreed = [i.spec for i in rig.sent_to(who) if i.spec and i.spec.key == "gm-agreed"]
        assert [spec.args["until"] for spec in agreed] == [until]
        assert {"gm-mediator", "gm-session", "gm-agreement"} <= set(told(rig, who))
    assert (await parties.see(rig.zhao, case)).until == until
    assert replayed(rig.history(case)) is State.AGREED


async def test_a_link_works_for_one_other_party_and_not_for_whoever_asked() -> None:
    rig = CoreRig()
    case, invite = await asked(rig)
    parties, late = rig.use.mediation.parties, neighbour(rig)
    assert await refused(parties.consent(rig.wang, invite)) == "mediation-own-link"
    assert await refused(parties.consent(rig.zhao, "nothing")) == "mediation-link-unknown"
    sheet = await parties.invited(rig.zhao, invite)
    assert (sheet.side, sheet.asker_name, sheet.mediation.line) == (None, "王秀英", "漏水赔偿的事")
    assert await parties.consent(rig.zhao, invite) == await parties.consent(rig.zhao, invite) == case
    assert await refused(parties.invited(late, invite)) == "mediation-link-unknown"
    assert await refused(parties.consent(late, invite)) == "mediation-link-unknown"
    assert await refused(parties.see(late, case)) == "case-unknown"
    assert [each.id for each in await parties.mine(rig.zhao)] == [case]
    assert told(rig, rig.wang)[-1] == "gm-willing"
    assert await refused(parties.invite(rig.wang, case, "另一句")) == "mediation-willing"


async def test_whoever_declines_ends_it_and_leaves_no_name() -> None:
    rig = CoreRig()
    case, invite = await asked(rig)
    await rig.use.mediation.parties.decline(rig.zhao, invite)
    assert (rig.case(case).stage, of(rig, case).state, of(rig, case).other_id) == (Stage.CLOSED, State.DECLINED, None)
    assert told(rig, rig.wang)[-1] == "gm-declined"
    assert rig.zhao.resident_id not in {row.actor_id for row in rig.history(case)}
    assert await refused(rig.use.mediation.parties.invited(rig.zhao, invite)) == "mediation-link-unknown"


async def test_before_both_are_willing_there_is_no_mediator_and_no_session() -> None:
    rig = CoreRig()
    case, _ = await asked(rig)
    use, who = rig.use.mediation, mediator(rig)
    assert await refused(use.desk.mediator(rig.liu, case, who)) == "mediation-asked"
    assert await refused(use.session(rig.liu, case, words(SESSION))) == "mediation-no-mediator"
    await use.desk.willing_on_paper(rig.liu, case)
    assert await refused(use.session(rig.liu, case, words(SESSION))) == "mediation-no-mediator"
    assert (await use.desk.mediator(rig.liu, case, who)).mediation.mediator_name == "孙调解"
    await use.session(rig.liu, case, words(SESSION))
    session = of(rig, case).session
    assert session is not None
    assert (session.place, session.at.astimezone(rig.clock.zone).hour) == ("社区二楼调解室", 15)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("社区二楼", "mediation-session-when"),
        ("下周三 社区二楼", "mediation-session-when"),
        ("下周三下午3点", "mediation-session-where"),
        ("2020年1月5日下午3点 社区二楼", "mediation-session-past"),
    ],
)
async def test_a_session_needs_day_time_and_place(typed: str, code: str) -> None:
    rig = CoreRig()
    case = await willing(rig)
    await rig.use.mediation.desk.mediator(rig.liu, case, mediator(rig))
    assert await refused(rig.use.mediation.session(rig.liu, case, words(typed))) == code


async def test_parties_and_whoever_keeps_out_of_it_do_not_mediate() -> None:
    rig = CoreRig()
    case = await willing(rig)
    own, chen = mediator(rig, rig.zhao.telegram_id, "赵强"), mediator(rig, rig.chen.user_id, "陈杰")
    desk = rig.use.mediation.desk
    assert [each.user_id for each in (await desk.see(rig.liu, case)).people] == [chen]
    assert await refused(desk.mediator(rig.liu, case, own)) == "mediator-unfit"
    await desk.mediator(rig.liu, case, chen)
    await rig.use.flow.recuse(rig.chen, case)
    assert of(rig, case).mediator_id is None
    assert await refused(desk.mediator(rig.liu, case, chen)) == "mediator-unfit"


async def test_either_may_leave_until_it_is_over() -> None:
    rig = CoreRig()
    case = await drafted(rig)
    assert await refused(rig.use.mediation.parties.leave(rig.wang, case)) == "case-unknown"
    await rig.use.mediation.parties.leave(rig.zhao, case)
    assert (rig.case(case).stage, of(rig, case).state) == (Stage.WITHDRAWN, State.LEFT)
    assert told(rig, rig.wang)[-1] == "gm-left"
    assert await refused(rig.use.mediation.parties.confirm(rig.wang, case, 1)) == "case-stage-withdrawn"
    other = await drafted(rig)
    await rig.use.withdraw(rig.wang, other)
    assert (of(rig, other).state, told(rig, rig.zhao)[-1]) == (State.LEFT, "gm-left")
    assert replayed(rig.history(other)) is State.LEFT


async def test_another_text_is_confirmed_anew() -> None:
    rig = CoreRig()
    case = await drafted(rig)
    parties = rig.use.mediation.parties
    await parties.confirm(rig.wang, case, 1)
    await rig.use.mediation.draft(rig.liu, case, words("老赵赔六百元", message_id=MessageId(3)))
    assert await refused(parties.confirm(rig.zhao, case, 1)) == "mediation-text-changed"
    assert await parties.confirm(rig.zhao, case, 2) is State.DRAFTED
    await rig.use.mediation.desk.signed_on_paper(rig.liu, case, Side.ASKER, 2)
    await rig.use.mediation.desk.signed_on_paper(rig.liu, case, Side.ASKER, 2)
    assert of(rig, case).state is State.AGREED


async def test_what_ends_without_an_agreement_says_what_comes_next() -> None:
    rig = CoreRig()
    case = await drafted(rig)
    await rig.use.mediation.failed(rig.liu, case, words("差距太大", message_id=MessageId(5)))
    await rig.use.mediation.failed(rig.liu, case, words("差距太大", message_id=MessageId(5)))
    assert (rig.case(case).stage, of(rig, case).state) == (Stage.CLOSED, State.FAILED)
    assert "gm-failed" in told(rig, rig.wang)
    assert "gm-failed" in told(rig, rig.zhao)
    assert [row.reason for row in rig.history(case) if row.event is Event.GM_FAIL] == ["差距太大"]


async def test_of_a_mediation_nothing_is_answered_asked_or_reopened() -> None:
    rig = CoreRig()
    case = await willing(rig)
    assert await refused(rig.use.answer(rig.liu, case, words("答复"))) == "never-mediation"
    assert await refused(rig.use.ask(rig.liu, case, words("请补充"))) == "never-mediation"
    assert await refused(rig.use.close(rig.liu, case)) == "answer-first"


async def test_the_other_party_works_at_no_desk_of_it() -> None:
    rig = CoreRig()
    case = await willing(rig)
    as_staff = staff_of(rig.desk, rig.zhao.telegram_id, "赵强")
    assert await refused(rig.use.claim(as_staff, case)) == "own-case"
    look = rig.use.privacy.look
    for tried in (look.may(as_staff, case), look(as_staff, case, Reason.CALL)):
        assert await refused(tried) == "own-case"


async def test_whoever_is_erased_is_not_willing_any_more_and_takes_their_words_along() -> None:
    rig = CoreRig()
    case = await drafted(rig)
    await rig.use.add_to_case(rig.zhao, case, "对方的话", [], source="s2")
    theirs = await taken_along(rig, rig.zhao)
    assert (theirs["side"], theirs["other"]) == ("other", None)
    assert [each["text"] for each in theirs["messages"]] == ["对方的话"]
    assert (await taken_along(rig, rig.wang))["messages"] == []
    await rig.use.privacy.erase(rig.zhao, {})
    assert (of(rig, case).state, of(rig, case).other_id, rig.case(case).stage) == (State.LEFT, None, Stage.WITHDRAWN)
    assert told(rig, rig.wang)[-1] == "gm-left"
    assert {m.author_name for m in rig.messages(case) if m.text == "对方的话"} == {""}

    other = await willing_with(rig, neighbour(rig))
    assert await rig.use.privacy.erase.prepare(rig.wang) == []
    await rig.use.privacy.erase(rig.wang, {})
    assert (of(rig, other).state, rig.case(other).resident_id) == (State.LEFT, None)


async def test_the_record_that_stays_for_ever_names_no_party() -> None:
    rig = CoreRig()
    case = await willing(rig)
    await rig.use.mediation.parties.leave(rig.zhao, case)
    (row,) = [each for each in rig.database.committed.audit if each.action == "petition.mediated"]
    assert (row.actor, row.subject, row.detail) == ("resident", case, State.LEFT)


async def test_a_week_before_the_last_day_both_are_reminded_once() -> None:
    rig = CoreRig()
    case = await drafted(rig)
    for who in (rig.wang, rig.zhao):
        await rig.use.mediation.parties.confirm(who, case, 1)
    uow, job = InMemoryUnitOfWorkFactory(rig.database), RemindConfirmation(clock=rig.clock)
    take = TakeTurn(uow=uow, clock=rig.clock)
    until = confirm_until(of(rig, case).ended_at or START, rig.clock.zone)
    counts = []
    for _ in range(32):
        rig.clock.move(timedelta(days=1))
        await take(job)
        today = rig.clock.now().astimezone(rig.clock.zone).date()
        counts.append(((until - today).days, told(rig, rig.zhao).count("gm-remind")))
    assert [count for left, count in counts if left > 7] == [0] * 22
    assert {count for left, count in counts if left <= 7} == {1}
    assert told(rig, rig.wang).count("gm-remind") == 1


async def test_what_ended_is_no_promise_missed_and_no_days_are_pledged_for_it() -> None:
    rig = CoreRig()
    case = await drafted(rig)
    assert not rig.case(case).promises.pledges_reply
    await rig.use.mediation.failed(rig.liu, case, words("差距太大", message_id=MessageId(5)))
    late = START + timedelta(days=200)
    counts = await FakeFiguresReader(rig.database).count([rig.unit.id], START - timedelta(days=1), late, late)
    assert (counts.law, counts.pledge) == (Kept(), Kept())
    assert "gm-staff-mediator" in rig.said(rig.desk.chat_id)
