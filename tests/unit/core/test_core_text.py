import re
import string

import pytest
from aiogram_dialog.utils import REPLY_CALLBACK_SYMBOLS
from hypothesis import given
from hypothesis import strategies as st

from core.shared.text import (
    INVISIBLE,
    excerpt,
    fold,
    is_blank,
    split_text,
    strip_invisible_end,
    typed_number,
    utf16_len,
)

pytestmark = pytest.mark.unit

MIXED = st.text(alphabet=[*"ab \n。！?字😀👵🏽", "\u200d", "\U00020000"], max_size=400)
ANY = st.text(max_size=300) | MIXED


@given(ANY, st.integers(2, 40))
def test_pieces_join_to_the_original_and_fit(text: str, limit: int) -> None:
    pieces = split_text(text, limit)

    assert "".join(pieces) == text
    assert all(utf16_len(piece) <= limit for piece in pieces)
    assert len(pieces) == 1 or all(pieces)


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("", 10, [""]),
        ("灯坏了。请修", 6, ["灯坏了。请修"]),
        ("灯坏了！！请修理一下", 8, ["灯坏了！！", "请修理一下"]),
        ("one two three", 9, ["one two ", "three"]),
        ("短\n\n后面很长的一句话啊", 8, ["短\n\n后面很长的", "一句话啊"]),
        ("😀😀😀", 4, ["😀😀", "😀"]),
        ("😀😀", 3, ["😀", "😀"]),
    ],
)
def test_text_is_cut_at_ends_of_sentences_where_that_is_not_too_early(text: str, limit: int, pieces: list[str]) -> None:
    assert split_text(text, limit) == pieces


@given(ANY, st.integers(3, 60))
def test_an_excerpt_fits_and_says_that_something_is_missing(text: str, limit: int) -> None:
    short = excerpt(text, limit)

    assert utf16_len(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
    assert (short == text) is (utf16_len(text) <= limit)


@given(ANY)
def test_folding_twice_changes_nothing_and_leaves_letters_and_digits(text: str) -> None:
    once = fold(text)

    assert all(char.isalnum() for char in once)
    assert once.casefold() == once


@pytest.mark.parametrize("typed", ["ABCD-EFGH", "abcd efgh", "ＡＢＣＤ＿ＥＦＧＨ", "  AbCd—eFgH。", "AB\u200bCD👍EFGH"])
def test_spellings_of_one_code_fold_to_one(typed: str) -> None:
    assert fold(typed) == "abcdefgh"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *[(spelling, 1) for spelling in ("1", " 1 ", "１", "1.", "1、", "(1)", "①", "⒈", "1️⃣", "一", "第一", "第1")],
        *[(spelling, 2) for spelling in ("第二个", "第二個", "二、", "2项", "第2項", "٢", "02")],
        *[("零", 0), ("十", 10), ("⑩", 10), ("十一", 11), ("第十二个", 12), ("二十", 20), ("二十二", 22), ("20.", 20)],
    ],
)
def test_a_menu_number_is_read_as_people_type_it(typed: str, number: int) -> None:
    assert typed_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "个", "第", "one", "1 灯坏了", "一二", "十十", "1a", "👍", "13800138000", "9" * 4096, "⑩" * 4096, "-x"],
)
def test_what_is_no_menu_number_is_none(typed: str) -> None:
    """A message of 4096 circled tens once was a number of 8192 digits, which Python refuses to read."""
    assert typed_number(typed) is None


@given(ANY)
def test_whatever_is_typed_is_a_small_number_or_none(text: str) -> None:
    number = typed_number(text)

    assert number is None or 0 <= number < 10**9


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b\ufeff", "\u0301", "\u3164", "\u2800\u2800", "\u3000"])
def test_nothing_to_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "。", "字", "😀", " x ", "\u200b1"])
def test_anything_to_see_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_every_character_aiogram_dialog_reads_as_a_press_is_taken_off_the_end() -> None:
    assert set(REPLY_CALLBACK_SYMBOLS) <= set(INVISIBLE)
    assert strip_invisible_end("同意" + REPLY_CALLBACK_SYMBOLS) == "同意"


@given(st.text(alphabet=[*string.ascii_letters, *INVISIBLE, " "]))
def test_only_the_end_of_a_text_is_stripped(text: str) -> None:
    stripped = strip_invisible_end(text)

    assert text.startswith(stripped)
    assert not stripped or stripped[-1] not in INVISIBLE
    assert re.fullmatch(f"[{INVISIBLE}]*", text.removeprefix(stripped))


def test_length_counts_what_telegram_counts() -> None:
    assert [utf16_len(text) for text in ("", "a", "字", "😀", "👵🏽", "\ud83d")] == [0, 1, 1, 2, 4, 1]
