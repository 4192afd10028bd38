"""Voting as a resident meets it: every page, by press alone where grades are given, and nothing that is left behind."""

import json
from dataclasses import replace

import pytest

from core.ballots.model import BallotState
from tests.ballot_people import at_the_review, gives, voter
from tests.ballot_rig import Hall
from tests.dialog_rig import DialogRig
from tests.factories.ballots import a_body, a_motion, a_paper, a_subject, an_entry

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def hall(rig: DialogRig) -> Hall:
    return Hall(rig.core, a_paper(subjects=(a_body(), a_subject("group", name="三组", debrief=""))))


async def test_without_ballots_the_door_is_not_offered(rig: DialogRig) -> None:
    person = rig.resident()
    await person.says("/start")
    assert not any("测评" in label for label in person.labels)
    await person.says("/vote")
    assert "现在没有测评" in person.shown


async def test_from_the_menu_to_the_box(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await person.says("/help")
    assert "/vote" in person.shown
    await person.says("/start")
    await person.presses("测评、投票")
    assert person.labels[0].endswith("年终测评 · 等您投")
    await at_the_review(person)
    for words in ("德 好 · 能 较好 · 勤 一般 · 绩 差 · 廉 弃权", "<b>三组</b>：德 优秀 · 能 优秀", "回执码"):
        assert words in person.shown
    await person.presses("确定投出")
    assert "已经投进票箱" in person.shown
    assert "已投 1 票，应投 7 票" in person.shown
    assert len(rig.core.tables.register) == 1
    assert len(rig.core.tables.box) == 10
    await person.presses("打开看看")
    assert "已经投过票了" in person.shown
    assert not any("去投票" in label for label in person.labels)


async def test_grades_are_pressed_and_never_typed(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await person.says("/vote")
    await person.presses("年终测评")
    await person.presses("去投票")
    await person.presses("看完了")
    for typed in ("1", "好", "三", "我觉得他很差"):
        await person.says(typed)
        assert "打字不算票" in person.shown
    assert rig.core.tables.vote_drafts == {}
    assert (person.draft, person.words) == (None, None)
    assert "德（品德作风）" in person.shown


async def test_buttons_and_dialog_state_say_nothing(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await person.says("/vote")
    await person.presses("年终测评")
    await person.presses("去投票")
    await person.presses("看完了")
    for button in person.buttons[:5]:
        shape = button["callback_data"].rpartition(".")[2]
        assert len(shape) >= 12
        assert set(shape) <= set("0123456789abcdef")
    await gives(person, "好")
    kept = json.dumps(rig.core.tables.state, ensure_ascii=False)
    assert "VoteSG" not in kept
    assert "good" not in kept


async def test_back_and_change(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await at_the_review(person)
    await person.presses("改一改")
    await person.presses("居委会")
    for _ in range(5):
        await gives(person, "好")
    assert "德 好 · 能 好 · 勤 好 · 绩 好 · 廉 好" in person.shown
    await person.presses("改一改")
    await person.presses("三组")
    await gives(person, "优秀")
    await person.presses("上一步")
    assert "德（品德作风）" in person.shown
    assert "✓ 德（品德作风）：优秀" in person.shown
    await person.presses("先放着")
    await person.says("/vote")
    await person.presses("年终测评")
    await person.presses("去投票")
    assert "回执码" in person.shown


async def test_two_presses_cast_once(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await at_the_review(person)
    await person.presses_twice("确定投出")
    assert len(rig.core.tables.register) == 1


async def test_killed_after_the_vote_was_in(rig: DialogRig, hall: Hall) -> None:
    """The update is handled again: the vote is in, and once."""
    person = voter(rig, hall)
    await hall.opens()
    await at_the_review(person)
    rig.dies = True
    await person.presses("确定投出")
    await rig.repeat()
    assert len(rig.core.tables.register) == 1
    await person.says("/vote")
    assert person.labels[0].endswith("· 已投")


async def test_closed_meanwhile(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await at_the_review(person)
    rig.core.clock.move(hall.ballot.closes_at - rig.core.clock.now())
    await person.presses("确定投出")
    assert rig.core.tables.register == {}
    assert "正在计票" in person.shown


async def test_an_old_window_after_the_vote(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await at_the_review(person)
    (cast,) = [each for each in person.buttons if "确定投出" in each["text"]]
    old = person.windows[-1]
    await person.presses("确定投出")
    await person.forges(cast["callback_data"], old)
    assert len(rig.core.tables.register) == 1


async def test_showing_who_one_is(rig: DialogRig, hall: Hall) -> None:
    person = rig.resident()
    entry = replace(an_entry(hall.rig.unit), phone_hash=rig.core.secrets.keyed_hash("phone", "+8613800001001"))
    rig.core.tables.roster[entry.id] = entry
    await hall.opens()
    await person.says("/vote")
    assert "先核对身份" in person.labels[0]
    await person.presses("年终测评")
    await person.presses("核对身份")
    await person.presses("出示我的手机号")
    assert "最下面的按钮" in person.shown
    card = {"phone_number": "8613800001001", "first_name": "王"}
    for wrong in (card, {**card, "user_id": 99}):
        await person.says(contact=wrong)
        assert "您自己的手机号" in person.shown
    await person.says(contact={**card, "user_id": person.telegram_id, "phone_number": "+8613811111111"})
    assert "没有这个手机号" in person.shown
    await person.says(contact={**card, "user_id": person.telegram_id})
    assert person.labels[0].endswith("年终测评 · 等您投")
    assert person.draft is None


async def test_not_on_the_roll(rig: DialogRig, hall: Hall) -> None:
    await hall.opens()
    person = voter(rig, hall)
    await person.says("/vote")
    await person.presses("年终测评")
    assert "名单上没有您" in person.shown


async def test_the_result_is_read_by_everybody_of_the_unit(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await at_the_review(person)
    await person.presses("确定投出")
    for who in hall.people:
        fill = rig.core.use.ballots.fill_in
        for question in hall.ballot.paper.questions:
            paper = await fill.look(who, hall.ballot_id, question)
            await fill.choose(who, hall.ballot_id, question, next(iter(paper.tokens)))
        token = next(iter((await fill.look(who, hall.ballot_id)).tokens))
        await rig.core.use.ballots.cast(who, hall.ballot_id, token)
    await hall.closes()
    assert hall.ballot.state is BallotState.PUBLISHED
    await person.says("/vote")
    assert person.labels[0].endswith("看结果")
    await person.presses("年终测评")
    assert "<b>居委会</b>：好，满意率 94.1%" in person.shown
    await person.presses("看“居委会”的分布")
    assert "· 德（品德作风）：好 7，较好 0，一般 0，差 0，弃权 0" in person.shown
    await person.presses("回到总结果")
    await person.presses("票单")
    assert "sendDocument" in rig.session.called


async def test_a_motion(rig: DialogRig) -> None:
    hall = Hall(rig.core, a_motion(branch_study="建议表决"))
    person = voter(rig, hall)
    await hall.opens()
    await person.says("/vote")
    await person.presses("装电梯")
    assert "党支部先研究过：建议表决" in person.shown
    await person.presses("去投票")
    await person.presses("看完了")
    await gives(person, "同意")
    await person.presses("确定投出")
    for who in hall.people[:4]:
        await hall.votes(who, "yes")
    await hall.closes()
    await person.presses("打开看看")
    assert "5 × 2 = 10 &gt; 7 = 7 × 1，够了" in person.shown
    assert "通过" in person.shown


async def test_what_was_withheld_shows_turnout_and_why(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await at_the_review(person)
    await person.presses("确定投出")
    await hall.closes()
    await person.presses("打开看看")
    assert "已投 1 票" in person.shown
    assert "不到 5 个" in person.shown
    assert not any("分布" in label or "票单" in label for label in person.labels)


async def test_a_forged_ballot_is_unknown(rig: DialogRig, hall: Hall) -> None:
    person = voter(rig, hall)
    await hall.opens()
    await person.forges("l1:vot:nothing:0", {"message_id": 1})
    assert "没有找到这次投票" in person.shown
