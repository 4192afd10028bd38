"""The parts of an answer in what people type; pure functions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.wording import CatalogueWording
from core.answers.parts import Part, compose, headings_of, missing, read_parts, required
from core.people.model import Level
from core.petitions.model import Kind
from core.shared.language import Language
from core.shared.marks import Mark, Marked
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.fakes.world import FakeClock

pytestmark = pytest.mark.unit
WORDING = CatalogueWording(Renderer(default_catalogue(), FakeClock().zone, FakeClock().now))
FULL = "诉求：修灯\n查明的事实：灯坏了\n依据：物业条例第三条\n处理决定：明天修好"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FULL, ["claim", "facts", "rule", "decision"]),
        ("一、诉求\n修灯\n二、【查明情况】灯坏了\n三、處理決定：修", ["claim", "facts", "decision"]),
        ("**事實：** 燈壞了\n（四）處理意見\n修", ["facts", "decision"]),
        ("# Facts found\nThe lamp is broken.\nDecision - we will", ["facts"]),
        ("1. The claim: a lamp\n2) Legal basis: art. 3", ["claim", "rule"]),
        ("事实上灯坏了。\n决定书在附件里\n依据我们的了解", []),
        ("诉求：\n\n事实：", []),
        ("", []),
    ],
)
def test_headings_are_found_as_people_write_them(text: str, found: list[str]) -> None:
    assert list(read_parts(Marked(text), WORDING.headings).parts) == found


def test_what_a_part_says_keeps_its_marks_and_what_stands_before_is_kept() -> None:
    said = Marked("您好\n事实：灯坏了\n事实：又坏了", (Mark("bold", 6, 1), Mark("italic", 13, 1)))

    read = read_parts(said, WORDING.headings)

    assert read.before.text == "您好"
    assert read.parts[Part.FACTS] == Marked("灯坏了\n又坏了", (Mark("bold", 0, 1), Mark("italic", 4, 1)))


LINES = st.text(alphabet="甲乙丙，。😀 x", min_size=1, max_size=12).filter(lambda line: bool(line.strip()))


@given(st.dictionaries(st.sampled_from(Part), LINES.map(str.strip), min_size=1))
def test_what_is_put_together_is_found_again(parts: dict[Part, str]) -> None:
    titles = WORDING.titles(Language.ZH_CN)
    whole = compose({part: Marked(text) for part, text in parts.items()}, titles)

    read = read_parts(whole, WORDING.headings)

    assert {part: text.text for part, text in read.parts.items()} == parts
    assert not read.before.text
    for mark in whole.marks:
        assert whole.part(mark.start, mark.end).text in titles.values()


@given(st.lists(st.one_of(LINES, st.sampled_from(["事实：甲", "二、决定", "【诉求】乙"])), max_size=8))
def test_no_word_is_lost(lines: list[str]) -> None:
    read = read_parts(Marked("\n".join(lines)), WORDING.headings)
    kept = "".join([read.before.text, *(words.text for words in read.parts.values())])

    for line in lines:
        if WORDING.headings.get(line.strip("二、【】：甲乙")) is None:
            assert "".join(line.split()) in "".join(kept.split())


def test_only_the_street_must_have_all_parts_of_a_complaint() -> None:
    assert [level for level in Level if required(Kind.COMPLAINT, level)] == [Level.STREET]
    assert not any(required(kind, level) for kind in set(Kind) - {Kind.COMPLAINT} for level in Level)
    assert missing({Part.CLAIM, Part.RULE}) == [Part.FACTS, Part.DECISION]
    assert headings_of({Part.RULE: ["依 据", ""]}) == {"依据": Part.RULE}
