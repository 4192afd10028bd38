"""How alike two texts are, and from where on staff are asked: measured on pairs written for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.words import case_cutter
from core.together.similar import ALIKE, likeness, nearest, weights
from storage.case_search import tokens_of

pytestmark = pytest.mark.unit
SAME = (
    ("3号楼电梯坏了三天没人修", "我们3号楼的电梯坏了，没人来修"),
    ("小区北门的路灯不亮了", "北门路灯好几天不亮，晚上看不见"),
    ("楼下烧烤店油烟太大", "烧烤店的油烟熏得楼上开不了窗"),
    ("自来水发黄有味道", "水龙头放出来的自来水发黄"),
    ("垃圾桶三天没清运，臭得很", "垃圾没人清运，垃圾桶都满了很臭"),
)
OTHER = (
    "广场舞半夜音乐太吵",
    "希望增设电动车充电桩",
    "停车位被外来车辆占用",
    "2号楼楼道堆放杂物",
    "5号楼电梯维修费用怎么分摊",
    "公园的健身器材坏了",
    "幼儿园门口堵车",
    "楼上漏水把天花板泡了",
)
TEXTS = [text for pair in SAME for text in pair] + list(OTHER)
TOKENS = {text: frozenset(tokens_of(case_cutter(text)).split()) for text in TEXTS}


def test_the_same_matter_is_found_and_others_are_not() -> None:
    worth = weights(TOKENS)
    alike = {(a, b) for a in TEXTS for b in TEXTS if a < b and likeness(TOKENS[a], TOKENS[b], worth) >= ALIKE}
    assert alike == {(min(pair), max(pair)) for pair in SAME}
    for one, two in SAME:
        assert nearest(one, TOKENS, 5) == [two]


def test_a_line_is_not_drowned_by_a_long_text_it_was_written_about() -> None:
    texts = {"own": frozenset("abc"), "long": frozenset("defghijklmnopqrstuvwxyz"), "other": frozenset("123")}
    assert nearest("own", texts, 5) == []
    assert nearest("own", texts, 5, also={"long": frozenset("abc!")}) == ["long"]
    assert nearest("own", texts, 5, also={"long": frozenset("456")}) == []


@given(st.frozensets(st.text(max_size=3)), st.frozensets(st.text(max_size=3)))
def test_likeness_is_symmetric_and_between_none_and_all(one: frozenset[str], two: frozenset[str]) -> None:
    there, back = likeness(one, two, {}), likeness(two, one, {})
    assert there == pytest.approx(back)
    assert 0 <= there <= 1
    assert likeness(one, one, {}) == pytest.approx(1 if one else 0)
