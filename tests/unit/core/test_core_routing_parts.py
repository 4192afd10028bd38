"""The parts of the router, each by itself."""

from datetime import date

import pytest

from core.routing.features import Concepts, kinds, pieces
from core.routing.hints import hinted, parse_hints
from core.routing.knowledge import load, rows
from core.routing.lexicon import Lexicon
from core.routing.model import Decision, Intent, Route, Team
from core.routing.normal import Normaliser
from core.routing.scores import Wanted, score
from core.routing.slots import slots_of

pytestmark = pytest.mark.unit

KNOWN = load()
MONDAY = date(2026, 11, 23)
LEXICON = Lexicon.parse("a\tb\n0.5\t0\n律师\t1:400\n你\t0:100 1:-100\n")


def test_a_lexicon_adds_weights_and_shares_one_among_its_names() -> None:
    assert LEXICON.scores({"律师": 1}) == pytest.approx([0.0293, 0.9707], abs=1e-3)
    assert sum(LEXICON.scores({})) == pytest.approx(1)
    assert LEXICON.best({"你": 1}).name == "a"


def test_a_known_word_among_unknown_ones_is_less_sure() -> None:
    alone, among = LEXICON.scores({"律师": 1}), LEXICON.scores({"律师": 1, "未": 1, "知": 1})

    assert 0.5 < among[1] < alone[1]
    assert LEXICON.scores({"律师": 3, "未": 1})[1] > LEXICON.scores({"律师": 1, "未": 1})[1]


def test_of_words_within_one_another_the_longest_voice_is_shown() -> None:
    lexicon = Lexicon.parse("a\n0\n律师\t0:200\n找律师\t0:300\n费\t0:900\n不\t0:-1\n")

    assert lexicon.words_for("a", {word: word for word in ("律师", "找律师", "费", "不")}) == ("找律师",)


def test_pieces_are_runs_of_characters_long_words_and_both_ends() -> None:
    assert pieces("找人", []) == {"找", "人", "找人", "^找", "^找人", "人$", "找人$"}
    assert {"法律援助", "call", "0"} <= pieces("call 法律援助 0", ["法律援助"])
    assert pieces("，。", []) == set()


def test_kinds_take_the_longest_word_and_follow_one_another() -> None:
    concepts = Concepts({"who": ["主任", "副主任"], "where": ["在哪"]})

    assert kinds(concepts.found("副主任他在哪")) == {"#who": "副主任", "#where": "在哪", "#who>where": "副主任+在哪"}


def test_normalising_folds_width_dialect_slips_digits_and_fillers() -> None:
    normal = Normaliser({"唔": "不", "投拆": "投诉", "lvshi": "律师"})

    assert normal("嗯，投拆  １２３号，唔好，LVSHI") == "投诉 0号,不好,律师"


def test_hints_say_what_they_saw() -> None:
    hints = parse_hints("# a comment\nhuman\t3\t真人\n")

    assert hinted("找真人", hints) == [(Intent.HUMAN, 3.0, "真人")]
    assert hinted("找人", hints) == []


def test_every_file_of_knowledge_is_read_whole() -> None:
    assert set(KNOWN.intents.names) == {intent.value for intent in Intent}
    assert len(KNOWN.categories.names) == 7
    assert len(KNOWN.hints) >= 15
    assert set(KNOWN.slots.by_name) == {"case_no", "count", "place", "callback", "no_callback"}
    assert rows("# no\na\tb\n") == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("XF-2026-000905 怎么样", Intent.STATUS, {"case_no": "XF-2026-000905"}),
        ("xf 2025 77号", Intent.STATUS, {"case_no": "XF-2025-000077"}),
        ("XF905", Intent.STATUS, {"case_no": "XF-2026-000905"}),
        ("我们两个人", Intent.EVENT, {"count": 2}),
        ("两大一小", Intent.EVENT, {"count": 3}),
        ("一家三口", Intent.EVENT, {"count": 3}),
        ("他俩", Intent.MEDIATION, {"count": 2}),
        ("三户人家", Intent.MEDIATION, {"count": 3}),
        ("报三个名额", Intent.EVENT, {"count": 3}),
        ("几十人", Intent.EVENT, {}),
        ("第三个人", Intent.EVENT, {}),
        ("评两个人", Intent.VOTE, {}),
        ("3号楼2单元电梯坏了", Intent.COMPLAINT, {"place": "3号楼2单元电梯"}),
        ("东门堵了", Intent.COMPLAINT, {"place": "东门"}),
        ("东门在哪", Intent.HUMAN, {}),
        ("明天天气", Intent.NONE, {}),
        ("周三改到周五", Intent.MANAGE, {"date": "2026-11-27", "date_from": "2026-11-25"}),
    ],
)
def test_slots(text: str, intent: Intent, slots: dict[str, str | int]) -> None:
    assert slots_of(text, intent, MONDAY, KNOWN.slots) == slots


def test_teams_by_intent_and_by_words() -> None:
    assert KNOWN.teams.for_text(Intent.REPORT, "着火") is Team.SUPERVISION
    assert KNOWN.teams.for_text(Intent.SERVICE, "着火冒烟了") is Team.FIRE
    assert KNOWN.teams.for_text(Intent.SERVICE, "帮个忙") is Team.DESK
    assert KNOWN.teams.for_text(Intent.VOTE, "着火") is None


def a_route(intent: Intent, decision: Decision, *others: Intent, slots: dict[str, str | int] | None = None) -> Route:
    return Route(decision=decision, intent=intent, score=0.9, alternatives=others, slots=slots or {})


def test_scores_tell_wrong_and_confident_from_wrong_and_asked() -> None:
    vote, human = Wanted(intent=Intent.VOTE, slots={}), Wanted(intent=Intent.HUMAN, also=frozenset({Intent.ACCOUNT}))
    scores = score(
        [
            (vote, a_route(Intent.VOTE, Decision.ACT)),
            (vote, a_route(Intent.VOTE, Decision.ACT, slots={"count": 2})),
            (vote, a_route(Intent.HUMAN, Decision.ASK, Intent.VOTE)),
            (human, a_route(Intent.ACCOUNT, Decision.ACT)),
            (human, a_route(Intent.VOTE, Decision.ACT)),
        ]
    )

    assert (scores.accuracy, scores.acted, scores.act_precision) == (0.6, 0.8, 0.75)
    assert (scores.wrong_and_confident, scores.offered, scores.slots_exact) == (0.2, 0.8, 0.5)
    assert scores.by_intent[Intent.ACCOUNT].f1 == 1
    assert scores.by_intent[Intent.HUMAN].f1 == 0
    assert score([]).accuracy == 0
