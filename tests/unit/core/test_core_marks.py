"""Marks go with their words through every cut and every join."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shared.marks import (
    Mark,
    Marked,
    joined,
    read_back,
    short,
    split_marked,
    without_people,
    write_down,
)
from core.shared.messages import MessageSpec
from core.shared.text import utf16_len

pytestmark = pytest.mark.unit

WORDS = Marked("看😀这里", (Mark("bold", 1, 2), Mark("italic", 0, 5)))


def test_a_part_keeps_what_lies_in_it() -> None:
    assert WORDS.part(1, 4) == Marked("😀这", (Mark("bold", 0, 2), Mark("italic", 0, 3)))
    assert WORDS.only("这里") == Marked("这里", (Mark("italic", 0, 2),))
    assert WORDS.only("别处") == Marked("别处")


def test_words_behind_others_move() -> None:
    assert WORDS.behind("✏️ ").marks == (Mark("bold", 4, 2), Mark("italic", 3, 5))
    assert Marked("").behind("✏️ ") == Marked("✏️")


def test_parts_stand_below_each_other() -> None:
    assert joined([Marked("一"), Marked("二", (Mark("code", 0, 1),))]) == Marked("一\n二", (Mark("code", 2, 1),))


def test_what_is_shortened_keeps_what_is_left() -> None:
    assert short(WORDS, 4) == Marked("看😀…", (Mark("bold", 1, 2), Mark("italic", 0, 4)))


@given(st.text("ab😀\n。 ", max_size=60), st.integers(2, 20), st.data())
def test_pieces_together_are_the_whole(text: str, limit: int, data: st.DataObject) -> None:
    length = utf16_len(text)
    start = data.draw(st.integers(0, length))
    mark = Mark("bold", start, data.draw(st.integers(0, length - start)))
    pieces = split_marked(Marked(text, (mark,) if mark.length else ()), limit)

    assert "".join(piece.text for piece in pieces) == text
    assert sum(kept.length for piece in pieces for kept in piece.marks) == mark.length


def test_marks_can_be_written_down() -> None:
    marks = (Mark("text_link", 0, 2, 'https://a.cn/"x"'), Mark("text_mention", 3, 1, "7"))

    assert read_back(write_down(marks)) == marks
    assert (write_down(()), read_back("")) == ("", ())
    assert without_people(marks) == marks[:1]
    spec = MessageSpec("case-reply", {"text": Marked("看这 里", marks)})
    assert MessageSpec.from_json(spec.to_json()).args == spec.args
