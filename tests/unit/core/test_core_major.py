"""Major matters: who leads, who looks into it, what is found, what the level above reads and answers."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.petitions import major_pages as pages
from core.petitions.briefs import DailyBrief
from core.petitions.card import render_card
from core.petitions.intent import Intent
from core.petitions.major import Member, code_of, user_of
from core.petitions.model import Author, Event
from core.shared.actions import Action, ActionCode
from core.shared.errors import AppError
from core.shared.ids import MessageId, PetitionId, TelegramUserId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.periods import Period, Turn
from tests.core_rig import CoreRig, a_claimed_case, words
from tests.factories.cases import an_attachment
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit
LIU, CHEN, HE = (TelegramUserId(n) for n in (7001, 7002, 7003))


async def a_case(**given: Any) -> tuple[CoreRig, PetitionId]:
    """A claimed case; two work in the community's desk, one in the street's."""
    rig = CoreRig()
    for desk, user, name in ((rig.desk, LIU, "刘敏"), (rig.desk, CHEN, "陈杰"), (rig.other_desk, HE, "何主任")):
        await rig.use.duty.know(desk.chat_id, user, name)
    if given:
        case = await rig.submitted(**given)
        await rig.use.claim(rig.liu, case)
        return rig, case
    return rig, await a_claimed_case(rig)


async def a_major(**given: Any) -> tuple[CoreRig, PetitionId]:
    rig, case = await a_case(**given)
    await rig.use.major.handle.mark(rig.liu, case, HE)
    return rig, case


def last(rig: CoreRig, case: PetitionId) -> tuple[Event, str]:
    row = rig.history(case)[-1]
    return row.event, row.reason


def said(rig: CoreRig, chat: int, key: str) -> MessageSpec:
    return [item.spec for item in rig.items if item.chat_id == chat and item.spec and item.spec.key == key][-1]


async def test_a_major_case_has_a_lead_who_is_told_and_stands_on_the_card() -> None:
    rig, case = await a_case()
    sheet = await rig.use.major.handle.see(rig.liu, case)
    assert [each.name for each in sheet.people] == ["刘敏", "陈杰", "何主任"]
    await rig.use.major.handle.mark(rig.liu, case, HE)
    assert last(rig, case) == (Event.MAJOR, "何主任")
    told = next(item for item in rig.items if item.spec and item.spec.key == "major-you-lead")
    assert (told.chat_id, told.role) == (rig.other_desk.chat_id, LinkRole.UPWARD)
    assert "notice-major" in [item.spec.key for item in rig.sent_to(rig.wang) if item.spec]
    view = await rig.cards.card(case, rig.desk.chat_id)
    assert view is not None
    assert (view.lead, view.team) == ("何主任", ())
    with pytest.raises(AppError, match="major-already"):
        await rig.use.major.handle.mark(rig.chen, case, LIU)


async def test_only_people_of_this_level_and_above_can_lead() -> None:
    rig, case = await a_case()
    with pytest.raises(AppError, match="duty-person-unknown"):
        await rig.use.major.handle.mark(rig.liu, case, TelegramUserId(1))
    with pytest.raises(AppError, match="case-unknown"):
        await rig.use.major.handle.mark(rig.stranger, case, HE)
    assert rig.tables.majors == {}


async def test_a_team_is_told_one_by_one() -> None:
    rig, case = await a_major()
    await rig.use.major.handle.team(rig.liu, case, CHEN)
    sheet = await rig.use.major.handle.team(rig.liu, case, HE)
    assert sheet.major is not None
    assert [each.name for each in sheet.major.team] == ["陈杰", "何主任"]
    left = await rig.use.major.handle.team(rig.liu, case, CHEN)
    assert left.major is not None
    assert [each.name for each in left.major.team] == ["何主任"]
    assert [row.reason for row in rig.history(case) if row.event is Event.TEAM] == ["+ 陈杰", "+ 何主任", "- 陈杰"]
    assert rig.said(rig.desk.chat_id)[-1] == "major-you-leave"
    assert rig.said(rig.other_desk.chat_id) == ["major-you-lead", "major-you-join"]


async def test_another_lead_needs_a_reason_and_stays_in_the_history() -> None:
    rig, case = await a_major()
    with pytest.raises(AppError, match="major-lead-unchosen"):
        await rig.use.major.change_lead(rig.liu, case, words("轮岗"))
    await rig.use.prompt(rig.liu, case, LinkRole.PROMPT_LEAD, press="1", subject=code_of(CHEN))
    with pytest.raises(AppError, match="reason-empty"):
        await rig.use.major.change_lead(rig.liu, case, words(" "))
    said_once = words("何主任调走了")
    await rig.use.major.change_lead(rig.liu, case, said_once)
    await rig.use.major.change_lead(rig.liu, case, said_once)
    assert last(rig, case) == (Event.LEAD, "陈杰: 何主任调走了")
    assert rig.tables.majors[case].lead == Member(user_id=CHEN, name="陈杰", unit_id=rig.unit.id)
    assert not [each for each in rig.tables.intents.values() if isinstance(each, Intent) and not each.album]


async def test_a_finding_reaches_the_author_as_words_of_the_case() -> None:
    rig, case = await a_case()
    with pytest.raises(AppError, match="major-not"):
        await rig.use.major.finding(rig.liu, case, words("查明了"))
    await rig.use.major.handle.mark(rig.liu, case, HE)
    await rig.use.major.finding(rig.liu, case, words("查明是线路老化"))
    assert last(rig, case)[0] is Event.FINDING
    told = rig.sent_to(rig.wang)[-1]
    assert told.spec is not None
    assert told.spec.key == "case-finding"
    assert [(each.author, each.text) for each in rig.messages(case)][-1] == (Author.STAFF, "查明是线路老化")


TELLTALE = "我是13800138000，住3号楼2单元501，身份证11010119900307457X，楼道着火"


async def test_the_level_above_reads_a_summary_without_numbers_and_answers_it() -> None:
    rig, case = await a_major(parts=[TELLTALE], place="3号楼2单元501")
    shown = await rig.use.major.report_up.look(rig.liu, case)
    text = str([shown.args, *(line.args for line in shown.more)])
    assert "楼道着火" in text
    assert not any(part in text for part in ("138", "1990", "501", "王秀英"))
    await rig.use.major.report_up(rig.liu, case, words("请派消防来看，联系13900139000"))
    sent = said(rig, rig.other_desk.chat_id, "upward")
    assert "139" not in str([line.args for line in sent.more])
    assert "请派消防来看" in str(sent.more[-1].args)
    assert last(rig, case)[0] is Event.REPORT_UP
    answer = words("明天去", message_id=77)
    await rig.use.major.from_above(rig.stranger, case, answer)
    await rig.use.major.from_above(rig.stranger, case, answer)
    assert last(rig, case)[0] is Event.FROM_ABOVE
    assert said(rig, rig.desk.chat_id, "upward-answer").args["text"] is not None
    assert [(each.author, each.text) for each in rig.messages(case)][-1] == (Author.NOTE, "明天去")
    assert len([row for row in rig.history(case) if row.event is Event.FROM_ABOVE]) == 1
    await rig.use.flow.recuse(rig.liu, case)
    with pytest.raises(AppError, match="you-recused"):
        await rig.use.major.handle.team(rig.liu, case, CHEN)


@pytest.mark.parametrize("text", ["看附件", ""])
async def test_files_from_above_reach_the_desk(text: str) -> None:
    rig, case = await a_major()
    await rig.use.major.from_above(rig.stranger, case, words(text, attachments=(an_attachment(), an_attachment())))
    sent = [i.spec for i in rig.items if i.chat_id == rig.desk.chat_id and i.spec and i.spec.key == "upward-answer"]
    assert len([spec for spec in sent if spec.media]) == 2
    assert [spec.args["name"] for spec in sent] == [rig.stranger.name] * len(sent)


async def test_only_levels_above_write_from_above() -> None:
    rig, case = await a_major()
    outside = rig.stranger.__class__(
        user_id=HE, name="外人", chat_id=type(rig.stranger.chat_id)(-5), language=rig.stranger.language
    )
    with pytest.raises(AppError, match="chat-not-bound"):
        await rig.use.major.from_above(outside, case, words("看看"))


async def test_the_street_has_nobody_above() -> None:
    rig, case = await a_major()
    del rig.tables.staff_chats[rig.other_desk.chat_id]
    with pytest.raises(AppError, match="major-nobody-above"):
        await rig.use.major.report_up(rig.liu, case, words("请帮忙"))


async def test_a_lead_is_reminded_where_they_work() -> None:
    rig, _ = await a_major()
    async with InMemoryUnitOfWorkFactory(rig.database)() as work:
        daily = DailyBrief(clock=rig.clock, calendar=rig.calendar)
        await daily.run(work, Turn(period=Period.of("2026-11-23T08:30")))
        await work.commit()
    briefs = [item for item in rig.items if item.purge_at_once and item.dedupe.startswith("brief:")]
    assert [(item.chat_id, [line.key for line in item.spec.more]) for item in briefs if item.spec] == [
        (rig.other_desk.chat_id, ["duty-brief-lead"])
    ]


async def test_pages_offer_what_can_be_done_and_buttons_fit() -> None:
    rig, case = await a_case()
    use = rig.use.major.handle
    first = pages.page(await use.see(rig.liu, case))
    assert (first.key, len(first.buttons)) == ("major-choose-lead", 4)
    sheet = await use.mark(rig.liu, case, LIU)
    assert pages.page(sheet).key == "major"
    assert len(pages.leads(sheet).buttons) == 3
    assert len(pages.team(sheet).buttons) == 4
    look = pages.look(sheet, await rig.use.major.report_up.look(rig.liu, case))
    assert look.key == "upward-look"
    for user in (0, 7001, 2**52):
        assert user_of(code_of(TelegramUserId(user))) == user
        assert len(code_of(TelegramUserId(user))) <= 11
    assert user_of("!") is None
    assert MessageId(1)


async def test_whoever_keeps_out_cannot_lead_nor_look_into_it() -> None:
    rig, case = await a_case()
    await rig.use.flow.recuse(rig.chen, case)
    with pytest.raises(AppError, match="major-recused") as refused:
        await rig.use.major.handle.mark(rig.liu, case, CHEN)
    assert refused.value.args_for_text["name"] == "陈杰"
    await rig.use.major.handle.mark(rig.liu, case, HE)
    with pytest.raises(AppError, match="major-recused"):
        await rig.use.major.handle.team(rig.liu, case, CHEN)
    await rig.use.prompt(rig.liu, case, LinkRole.PROMPT_LEAD, press="1", subject=code_of(CHEN))
    with pytest.raises(AppError, match="major-recused"):
        await rig.use.major.change_lead(rig.liu, case, words("轮岗"))
    assert rig.tables.majors[case].lead == Member(user_id=HE, name="何主任", unit_id=rig.street.id)


async def test_a_lead_who_keeps_out_leads_no_more_and_another_is_asked_for() -> None:
    rig, case = await a_case()
    use = rig.use.major.handle
    await use.mark(rig.liu, case, CHEN)
    await use.team(rig.liu, case, CHEN)
    await use.team(rig.liu, case, HE)
    since = rig.tables.majors[case].since
    rig.clock.move(timedelta(days=1))

    await rig.use.flow.recuse(rig.chen, case)

    major = rig.tables.majors[case]
    assert (major.lead, [each.name for each in major.team]) == (None, ["何主任"])
    rows = [(row.event, row.reason, row.actor_name) for row in rig.history(case)][-3:]
    assert rows == [(Event.RECUSE, "XF 28", "陈杰"), (Event.TEAM, "- 陈杰", "陈杰"), (Event.LEAD, "- 陈杰", "陈杰")]
    asked = said(rig, rig.desk.chat_id, "major-needs-lead")
    code = ActionCode.parse(asked.buttons[0][0].action)
    assert code is not None
    assert (code.action, code.subject) == (Action.MAJOR, case)
    view = await rig.cards.card(case, rig.desk.chat_id)
    assert view is not None
    card = render_card(view, rig.clock.zone, date(2026, 11, 24))
    assert "card-lead-none" in [line.key for line in card.more]
    assert pages.page(await use.see(rig.liu, case)).key == "major-choose-lead"
    assert pages.leads(await use.see(rig.liu, case)).key == "major-choose-other"
    assert ("upward-lead", "—") in [
        (line.key, line.args.get("name")) for line in (await rig.use.major.report_up.look(rig.liu, case)).more
    ]

    await use.mark(rig.liu, case, LIU)
    assert (rig.tables.majors[case].lead or HE) == Member(user_id=LIU, name="刘敏", unit_id=rig.unit.id)
    assert rig.tables.majors[case].since == since
    assert last(rig, case) == (Event.LEAD, "刘敏")


async def test_somebody_who_neither_leads_nor_looks_into_it_leaves_it_as_it_is() -> None:
    rig, case = await a_major()
    await rig.use.flow.recuse(rig.chen, case)
    assert rig.tables.majors[case].lead is not None
    assert last(rig, case) == (Event.RECUSE, "XF 28")
    assert "major-needs-lead" not in rig.said(rig.desk.chat_id)
