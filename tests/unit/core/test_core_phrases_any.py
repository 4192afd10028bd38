"""What holds of wordings of time whatever the text, and whatever today is."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shared.phrases import Kind, Lean, Phrase, is_weekday, meant, phrases, time_in

pytestmark = pytest.mark.unit

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
WEEKS = st.sampled_from([("上", -1), ("", 0), ("这", 0), ("下", 1), ("下下", 2)])
WORDS = """
周 星期 礼拜 下 下下 上 这 本 个 月 号 日 天 年 点 半 刻 : 到 至 、 改 从 原来 每 逢 一 二 三 十 廿 两 31 30 29 2 0 9999
上午 下午 晚 晚上 今 明 后 大后 前 国庆 春节 元旦 节后第一个工作日 最后一天 季度 第 - / . ， 楼 Ⅷ ㋀ ﷺ
"""
PIECES = st.sampled_from(WORDS.split())


@given(pieces=st.lists(PIECES | st.text(max_size=3), max_size=12), today=st.dates(), lean=st.sampled_from(Lean))
def test_any_text_on_any_day_gives_ordered_phrases_inside_the_text(pieces: list[str], today: date, lean: Lean) -> None:
    text = "".join(pieces)
    found = phrases(text, today, lean=lean)
    ends = [0, *(one.end for one in found)]

    assert all(before <= one.start < one.end <= len(text) for before, one in zip(ends, found, strict=False))
    assert all(one.first <= one.last for one in found)
    assert all(one.first == one.last for one in found if one.kind is Kind.DAY)
    both = meant(text, today, lean=lean)
    assert both.moved_from is None or both.day is not None


@given(day=DAYS, today=DAYS, around=st.sampled_from(["", "我想", "，"]))
def test_a_full_date_is_that_day_whatever_today_is(day: date, today: date, around: str) -> None:
    for text in (f"{day:%Y-%m-%d}", f"{day.year}年{day.month}月{day.day}日"):
        assert meant(f"{around}{text}{around}", today).day == one_day(day, len(around), len(text))


def one_day(day: date, start: int, length: int) -> Phrase:
    return Phrase(kind=Kind.DAY, start=start, end=start + length, first=day, last=day)


@given(today=DAYS, number=st.integers(1, 31))
def test_a_number_is_the_next_such_day_at_most_two_months_off(today: date, number: int) -> None:
    day = meant(f"{number}号", today).day

    assert day is not None
    assert day.first.day == number
    assert timedelta(0) <= day.first - today <= timedelta(days=62)


@given(today=DAYS, weekday=st.integers(0, 6), week=WEEKS)
def test_a_weekday_is_of_the_week_that_is_named(today: date, weekday: int, week: tuple[str, int]) -> None:
    day = meant(f"{week[0]}周{'一二三四五六日'[weekday]}", today).day
    monday = today - timedelta(days=today.weekday())

    assert day is not None
    assert day.first == monday + timedelta(days=7 * week[1] + weekday)


@given(day=DAYS, ahead=st.integers(-180, 180))
def test_a_date_without_a_year_is_the_nearest(day: date, ahead: int) -> None:
    today = day - timedelta(days=ahead)
    found = meant(f"{day.month}月{day.day}号", today).day

    assert found is not None
    assert found.first == day or (day.month, day.day) == (2, 29)


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_clock_time_of_twenty_four_hours_is_read_where_it_is_clear(hour: int, minute: int) -> None:
    found = time_in(f"{hour:02}:{minute:02}")

    assert found == (time(hour, minute) if hour > 12 or hour < 10 else None)


@given(today=DAYS)
def test_the_next_working_day_is_one_and_nothing_lies_between(today: date) -> None:
    day = meant("下个工作日", today).day

    assert day is not None
    assert is_weekday(day.first)
    assert 1 <= (day.first - today).days <= 3
