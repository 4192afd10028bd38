"""What a desk above the community does not read: numbers of people, and where they live (DOMAIN §8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shared.marks import CONTACT, Mark, Marked
from core.shared.masking import HIDDEN, hidden_in, masked, masked_words
from core.shared.text import utf16_len

NUMBERS = [
    "13812345678",
    "138-1234-5678",
    "138 1234 5678",
    "+86 138 1234 5678",
    "008613812345678",
    "１３８１２３４５６７８",
    "138\u200b12345678",
    "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    "一三八一二三四五六七八",
    "幺三八〇〇〇〇五六七八",
    "0351-5550101",
    "(010)55501012",
    "+44 20 7946 0958",
    "110101199003071234",
    "11010119900307123X",
    "11010119900307123x",
    "110101 19900307 1234",
    "110101900307123",
    "6222 0212 3456 7890 123",
    "E12345678",
    "H1234567890",
    "1 3 8 1 2 3 4 5 6 7 8",
    "1 1 0 1 0 1 1 9 9 0 0 3 0 7 1 2 3 X",
    "一三八 一二三四 五六七八",
    "壹叁捌壹贰叁肆伍陆柒捌",
    "010-87654321转802",
    "87654321",
    "8765-4321",
    "6543210",
]
DOORS = [
    ("3号楼2单元501室", "*号楼*单元***室", "3号楼*单元***室"),
    ("三号楼二单元五零一", "*号楼*单元***", "三号楼*单元***"),
    ("3號樓2單元501室", "*號樓*單元***室", "3號樓*單元***室"),
    ("幸福路12号3号楼2单元501", "幸福路**号*号楼*单元***", "幸福路12号3号楼*单元***"),
    ("人民路二百一十号", "人民路****号", "人民路二百一十号"),
    ("3-2-501", "*-*-***", "*-*-***"),
    ("5栋301", "*栋***", "5栋***"),
    ("3#2-501", "*#*-***", "3#*-***"),
    ("A座1203", "*座****", "A座****"),
    ("房间501", "房间***", "房间***"),
    ("3号楼电梯坏了", "*号楼电梯坏了", "3号楼电梯坏了"),
    ("Building 3, Unit 2, Room 501", "Building *, Unit *, Room ***", "Building 3, Unit *, Room ***"),
    ("12 Happy Road", "** Happy Road", "12 Happy Road"),
]
HARMLESS = [
    "2026年3月12日，12号来修过，第3天",
    "2026-11-29 10:30",
    "XF-2026-000123",
    "12345热线，110，120",
    "费用1200元，一共3户人家50人",
    "水表号12345678",
    "400-800-1234",
    "楼里5个人，那栋楼",
    "订单20261129123456",
    "20261129",
    "花了23456789元",
    "共有 8654321 人次",
    "一共 2,345,678.90",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_that_names_somebody_is_hidden_however_it_is_written(number: str) -> None:
    for text in (number, f"请打{number}找我", f"my number {number}, thanks"):
        hidden = masked(text)

        assert not any(char.isdecimal() for char in hidden)
        assert HIDDEN * 7 in hidden.replace(" ", "")
        assert masked(text, place=True) == hidden


@pytest.mark.parametrize(("told", "hidden", "of_a_place"), DOORS)
def test_an_address_keeps_what_kind_of_thing_it_names_and_a_place_where_to_go(
    told: str, hidden: str, of_a_place: str
) -> None:
    assert masked(f"我住{told}") == f"我住{hidden}"
    assert masked(told, place=True) == of_a_place


@pytest.mark.parametrize("text", HARMLESS)
def test_days_sums_and_numbers_of_cases_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize("told", ["电话 5550101", "微信：zhang_san88", "手机号是1381234567", "QQ: 12345678"])
def test_what_is_named_as_a_number_is_hidden_though_it_looks_like_none(told: str) -> None:
    assert not any(char.isdecimal() for char in masked(told))


@given(st.text(max_size=80), st.sampled_from(NUMBERS), st.text(max_size=80))
def test_marks_stay_in_their_place(before: str, number: str, after: str) -> None:
    text = before + number + after

    assert utf16_len(masked(text)) == utf16_len(text)
    assert masked(masked(text)) == masked(text)


def test_links_to_people_and_hidden_numbers_go_and_the_rest_of_what_was_marked_stays() -> None:
    text = "张三 +1 23 45 看这里"
    marks = (
        Mark("bold", 12, 3),
        Mark("text_mention", 0, 2, "700"),
        Mark(CONTACT, 0, 11, "+12345\t张三\t"),
        Mark("text_link", 12, 3, "tel:13812345678"),
        Mark("text_link", 12, 3, "https://example.org/a"),
    )

    assert masked_words(Marked(text, marks)) == Marked(
        "张三 +* ** ** 看这里", (Mark("bold", 12, 3), Mark("text_link", 12, 3, "https://example.org/a"))
    )


def test_what_was_hidden_can_be_told_to_whoever_has_a_reason() -> None:
    text = "我叫张三，１３８１２３４５６７８，住3号楼2单元501室，再说一遍13812345678"

    assert hidden_in(text) == ["１３８１２３４５６７８", "3号楼2单元501室", "13812345678"]
    assert hidden_in("路灯坏了三天") == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_that_is_called_one_is_hidden_to_its_end(number: str) -> None:
    """What is named by a word in front was hidden for twenty signs only, and the rest of it stayed."""
    left = masked(f"电话：{number}。我的号码 {number} ，急")
    assert not any(char.isdecimal() or char in "〇零一二三四五六七八壹叁捌" for char in left), left
