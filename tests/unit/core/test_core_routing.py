"""The router with the lexicon it ships, as the program puts it together."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.router import make_router
from core.routing.model import Decision, Intent, Team
from core.routing.router import OFFERED, Router

pytestmark = pytest.mark.unit

MONDAY = date(2026, 11, 23)
ROUTER = make_router()


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("下周二想找律师问遗产", Intent.LEGAL, {"date": "2026-12-01"}),
        ("垃圾桶三天没人清", Intent.COMPLAINT, {}),
        ("上个月电梯维修花了多少", Intent.QUERY, {}),
        ("我那个事怎么样了", Intent.STATUS, {}),
        ("我要举报主任收红包", Intent.REPORT, {}),
        ("建议在门口加一个红绿灯", Intent.SUGGESTION, {}),
        ("我和楼上因为漏水吵起来了，想请人调解", Intent.MEDIATION, {}),
        ("我妈摔倒了，快来人", Intent.SERVICE, {}),
        ("书记哪天接待", Intent.LEADER, {}),
        ("怎么投票", Intent.VOTE, {}),
        ("退订", Intent.SUBSCRIBE, {}),
        ("转人工", Intent.HUMAN, {}),
        ("谢谢你们", Intent.GREETING, {}),
        ("换手机号了怎么改", Intent.ACCOUNT, {}),
        ("明天的预约取消", Intent.MANAGE, {"date": "2026-11-24"}),
        ("书法班还能报名吗，我们两个人", Intent.EVENT, {"count": 2}),
    ],
)
def test_a_plain_wish_goes_through_its_door(text: str, intent: Intent, slots: dict[str, str | int]) -> None:
    route = ROUTER.route(text, MONDAY)

    assert (route.decision, route.intent, route.slots) == (Decision.ACT, intent, slots)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\u200b", "…", "😂", "红烧肉怎么做", "播放周杰伦的歌", "北京天气怎么样", "asdfgh"],
)
def test_what_is_none_of_our_business_is_not_acted_on(text: str) -> None:
    route = ROUTER.route(text, MONDAY)

    assert (route.decision, route.intent, route.alternatives, route.slots) == (Decision.FALLBACK, Intent.NONE, (), {})


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("我不想告他，就想让他道个歉", Intent.LEGAL),
        ("不用律师，我自己跟他谈", Intent.LEGAL),
        ("谢谢你们，不过路灯又坏了", Intent.GREETING),
        ("谢谢，但问题还没解决", Intent.GREETING),
        ("主任很好，没收过钱", Intent.REPORT),
        ("主任没拿过一分钱", Intent.REPORT),
        ("书记没贪钱，大家别乱说", Intent.REPORT),
        ("书记的亲戚住几楼", Intent.REPORT),
        ("主任小舅子开的饭店好吃吗", Intent.REPORT),
        ("我不参加合唱团了", Intent.EVENT),
        ("这个机器人真笨", Intent.HUMAN),
        ("我不要人工，我要投诉", Intent.HUMAN),
        ("南京路垃圾怎么没人管", Intent.NONE),
    ],
)
def test_what_is_denied_does_not_open_its_door(text: str, wrong: Intent) -> None:
    route = ROUTER.route(text, MONDAY)

    assert route.intent is not wrong or route.decision is Decision.ASK


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("谢谢你们，不过路灯又坏了", Intent.COMPLAINT),
        ("主任说没收过钱，其实收了红包", Intent.REPORT),
        ("不请律师能起诉吗", Intent.LEGAL),
        ("不要机器人，转人工", Intent.HUMAN),
        ("XF-2026-000012", Intent.STATUS),
    ],
)
def test_but_what_only_looks_like_a_denial_does(text: str, intent: Intent) -> None:
    assert (ROUTER.route(text, MONDAY).intent, ROUTER.route(text, MONDAY).decision) == (intent, Decision.ACT)


@pytest.mark.parametrize("text", ["我想死", "不想活了，谁也别管我", "我要自杀", "活着没意思了", "我想跳楼"])
def test_whose_life_is_at_stake_is_never_fobbed_off(text: str) -> None:
    route = ROUTER.route(text, MONDAY)

    assert (route.decision, route.intent, route.team) == (Decision.ACT, Intent.SERVICE, Team.EMERGENCY)


def test_who_misses_the_neighbours_is_in_no_danger() -> None:
    assert ROUTER.route("想死你们了，社区的好朋友", MONDAY).team is not Team.EMERGENCY


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("请律师看看合同", "請律師看看合同"),
        ("怎么投票", "怎麼投票"),
        ("我要投诉电梯", "我要投拆電提"),
        ("取消预约", "quxiao yuyue"),
        ("XF-2026-000317 进展如何", "ｘｆ２０２６－３１７ 进展如何"),
        ("我要投诉垃圾没人清", "嗯，那个那个，我要投诉垃圾没人清"),
    ],
)
def test_another_way_of_writing_goes_the_same_way(plain: str, other: str) -> None:
    first, second = ROUTER.route(plain, MONDAY), ROUTER.route(other, MONDAY)

    assert (first.intent, first.decision, first.slots) == (second.intent, second.decision, second.slots)


def test_a_petition_has_its_category_and_team() -> None:
    route = ROUTER.route("幼儿园乱收费，老师天天体罚孩子", MONDAY)

    assert (route.intent, route.category) == (Intent.COMPLAINT, "教育文体")
    assert ROUTER.route("厨房着火了，快来人", MONDAY).team is Team.FIRE
    assert ROUTER.route("怎么投票", MONDAY).team is None


def test_the_words_that_decided_are_words_of_the_text() -> None:
    assert ROUTER.route("想约律师问问遗产", MONDAY).words[0] == "律师"


def test_a_doubtful_text_offers_at_most_three_doors_and_never_the_wrong_chat() -> None:
    route = ROUTER.route("电梯", MONDAY)

    assert route.decision is Decision.ASK
    assert len({route.intent, *route.alternatives}) == 1 + len(route.alternatives) <= OFFERED
    assert not {Intent.NONE, Intent.GREETING} & set(route.alternatives)


def test_a_door_near_a_weak_none_is_offered_and_not_opened() -> None:
    knowledge = ROUTER.knowledge
    text, surest = "奶奶走丢两个钟头了，穿红棉袄", replace(knowledge.thresholds, gate=0.0)
    strict = Router(replace(knowledge, thresholds=surest), ROUTER.tokenizer, ROUTER.simplifier).route(text, MONDAY)
    offered = ROUTER.route(text, MONDAY)

    assert (strict.decision, strict.intent) == (Decision.FALLBACK, Intent.NONE)
    assert strict.score < knowledge.thresholds.gate
    assert (offered.decision, offered.intent) == (Decision.ASK, Intent.SERVICE)


@given(st.text(max_size=200))
def test_any_text_has_a_route_and_always_the_same(text: str) -> None:
    route = ROUTER.route(text, MONDAY)

    assert route == ROUTER.route(text, MONDAY)
    assert 0 <= route.score <= 1
    assert len(route.alternatives) < OFFERED
    assert route.intent not in route.alternatives


def test_a_very_long_text_is_routed_by_its_beginning() -> None:
    assert ROUTER.route("我要投诉电梯坏了没人修。" + "，" * 4000, MONDAY).intent is Intent.COMPLAINT


CALLS = (
    "给我打个电话好嗎",
    "打電話俾我",
    "覆我電話",
    "能打给我吗",
    "能不能给我回个电活",
    "麻煩回電",
    "qing gei wo hui dianhua",
)
NO_CALLS = (
    "不要打电话给我",
    "骗子打电话给我",
    "你们给我打的电话我没接到",
    "為什麼不給我回電話",
    "don't call me",
    "急，来人接电话",
)


@pytest.mark.parametrize(("texts", "wanted"), [(CALLS, True), (NO_CALLS, False)])
def test_a_call_back_is_asked_for_in_many_ways_and_the_intent_stays(texts: tuple[str, ...], wanted: bool) -> None:
    for text in texts:
        assert ROUTER.route(text, MONDAY).call is wanted, text
