"""A text that is nothing but a day or a time, as people answer when they are asked for one."""

from datetime import date

import pytest

from core.shared.phrases import only_day, only_time

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("三点半", ["03:30", "15:30"]),
        ("下午三点半吧", ["15:30"]),
        ("那就15:30", ["15:30"]),
        ("14:00–14:30", ["14:00"]),
        ("九点到十点", ["09:00", "21:00"]),
        ("12点", ["12:00"]),
        ("三点建议", []),
        ("晚一点吧", []),
        ("早一点", []),
        ("下午一点", ["13:00"]),
        ("三点半水管爆了", []),
        ("3", []),
        ("", []),
    ],
)
def test_a_text_may_be_nothing_but_a_time(text: str, times: list[str]) -> None:
    assert [f"{each:%H:%M}" for each in only_time(text)] == times


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12月1号", date(2026, 12, 1)),
        ("那就12月1日吧", date(2026, 12, 1)),
        ("12月1号停水吗", None),
        ("12月1号和12月3号", None),
        ("你好", None),
        ("周一", date(2026, 11, 30)),
        ("星期三吧", date(2026, 11, 25)),
        ("这周一", date(2026, 11, 23)),
        ("5月20号", date(2027, 5, 20)),
    ],
)
def test_a_text_may_be_nothing_but_a_day(text: str, day: date | None) -> None:
    found = only_day(text, date(2026, 11, 24))
    assert (found.first if found else None) == day
