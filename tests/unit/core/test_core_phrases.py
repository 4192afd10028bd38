"""Chinese wordings of days and times, read on Monday 23 November 2026 unless a case says otherwise."""

from datetime import date, time

import pytest

from bot.adapters.calendar import ChineseCalendar
from core.shared.feasts import FEASTS
from core.shared.phrases import Kind, Lean, Part, meant, phrases, time_in

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 23)
ONE_DAY = """
今天|2026-11-23
今日|2026-11-23
今儿个|2026-11-23
今晚8:30|2026-11-23T20:30
今早有人来过|2026-11-23
昨天同事帮我登的|2026-11-22
尋日|2026-11-22
前天补交的|2026-11-21
大前天|2026-11-20
明天|2026-11-24
明早八点|2026-11-24T08:00
聽日下晝三點|2026-11-24T15:00
后天14：30|2026-11-25T14:30
后日早上|2026-11-25
大后天行吗|2026-11-26
三天后再来|2026-11-26
三天前交的|2026-11-20
再过两天|2026-11-25
周四的号|2026-11-26
周一|2026-11-23
礼拜天|2026-11-29
星期日上午|2026-11-29
这周五下午3点|2026-11-27T15:00
本周3|2026-11-25
上周五|2026-11-20
下周二|2026-12-01
下个星期三|2026-12-02
下週二下午兩點半|2026-12-01T14:30
下禮拜三|2026-12-02
下下周二上午十点半留给我|2026-12-08T10:30
上上周日|2026-11-15
15号有律师吗|2026-12-15
15號|2026-12-15
23号|2026-11-23
30号代表接待|2026-11-30
31号|2026-12-31
二十九号|2026-11-29
廿八号|2026-11-28
２５号上午９：３０|2026-11-25T09:30
25日|2026-11-25
本月15号|2026-11-15
这个月15日|2026-11-15
下个月3号上午|2026-12-03
下月三号|2026-12-03
上个月20号|2026-10-20
三月五日|2027-03-05
11月30号晚上七点一刻|2026-11-30T19:15
10月8号交的|2026-10-08
12月1|2026-12-01
十二月二十五号|2026-12-25
12月1号（周二）上午九点|2026-12-01T09:00
12月1号星期二，上午九点过五分|2026-12-01T09:05
2026-12-01|2026-12-01
2027年1月3日|2027-01-03
2026.11.30|2026-11-30
明年1月3号|2027-01-03
去年10月8日|2025-10-08
11/30|2026-11-30
元旦|2027-01-01
冬天端午|2026-06-19
清明节|2027-04-05
国庆后第一个工作日|2026-10-08
元旦节后第一个工作日|2027-01-04
明年春节当天|2027-02-06
国庆前一天|2026-09-30
国庆后一天|2026-10-08
下个工作日|2026-11-24
下个月第一个周二|2026-12-01
12月第三个星期五|2026-12-18
本月最后一天|2026-11-30
本月最后一个工作日|2026-11-30
每周二有律师，那明天呢|2026-11-24
上个月的事，我后天来|2026-11-25
明天三点|2026-11-24
明天09:30|2026-11-24T09:30
明天中午一点|2026-11-24T13:00
明天中午12点|2026-11-24T12:00
明天晚上12点|2026-11-24
明天凌晨两点|2026-11-24T02:00
明天半夜12点|2026-11-24
今天第八天了|2026-11-23
"""
NO_DAY = """
|
三天没人清
第3天
两点建议
15号楼的电梯
3号线
中山路15号
我住2号
排到15号
XF-2026-000123
今后日子怎么过
最后天色
每周二的律师
逢周二
每月15号
周一到五
周一三五
每周一次
一周三次
周末
下周有空吗
上个月电梯维修花了多少
十月份的值班公示
月底
去年第三季度
过年
元旦晚会几点
五一路
1/2的业主
2月30号
13月1号
45号
14:30的号
3.5元
"""


def rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


@pytest.mark.parametrize(("text", "iso"), rows(ONE_DAY))
def test_one_day_is_understood(text: str, iso: str) -> None:
    day = meant(text, TODAY, is_workday=ChineseCalendar().is_workday).day

    assert day is not None
    assert day.iso == iso


@pytest.mark.parametrize("text", [line.rstrip("|") for line in NO_DAY.strip().splitlines()])
def test_what_names_no_day_gives_none(text: str) -> None:
    assert meant(text, TODAY).day is None


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("本来下周一的，调成下周三，还是张老师", "2026-11-30", "2026-12-02"),
        ("从周三改到周五", "2026-11-25", "2026-11-27"),
        ("周四改周五", "2026-11-26", "2026-11-27"),
        ("把25号的换到27号上午十点", "2026-11-25", "2026-11-27T10:00"),
        ("周三去不了，周五行吗", "2026-11-25", "2026-11-27"),
        ("改到12月1号，原来是11月30号", "2026-11-30", "2026-12-01"),
        ("想改成下周五，原定下周二", "2026-12-01", "2026-12-04"),
        ("明天上午九点改到明天下午三点", "2026-11-24T09:00", "2026-11-24T15:00"),
    ],
)
def test_of_a_change_both_days_are_understood(text: str, old: str, new: str) -> None:
    both = meant(text, TODAY)

    assert both.day is not None
    assert both.moved_from is not None
    assert (both.moved_from.iso, both.day.iso) == (old, new)


@pytest.mark.parametrize("text", ["明天，就是24号", "下周二、周四都可以", "周三报的，今天还没来"])
def test_two_days_without_a_change_have_no_old_one(text: str) -> None:
    assert meant(text, TODAY).moved_from is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("下周有空吗", "2026-11-30", "2026-12-06"),
        ("上个月花了多少", "2026-10-01", "2026-10-31"),
        ("本月", "2026-11-01", "2026-11-30"),
        ("周末", "2026-11-28", "2026-11-29"),
        ("下周末", "2026-12-05", "2026-12-06"),
        ("十月份的值班公示", "2026-10-01", "2026-10-31"),
        ("去年3月", "2025-03-01", "2025-03-31"),
        ("2025年3月份", "2025-03-01", "2025-03-31"),
        ("去年第三季度", "2025-07-01", "2025-09-30"),
        ("一季度", "2026-01-01", "2026-03-31"),
        ("下半年", "2026-07-01", "2026-12-31"),
        ("今年", "2026-01-01", "2026-12-31"),
        ("2025年", "2025-01-01", "2025-12-31"),
        ("月底", "2026-11-21", "2026-11-30"),
        ("下个月初", "2026-12-01", "2026-12-10"),
        ("25号到27号", "2026-11-25", "2026-11-27"),
        ("下周二到周四", "2026-12-01", "2026-12-03"),
        ("国庆", "2026-10-01", "2026-10-07"),
    ],
)
def test_a_stretch_of_time_has_its_first_and_last_day(text: str, first: str, last: str) -> None:
    (found,) = phrases(text, TODAY)

    assert (found.kind, str(found.first), str(found.last)) == (Kind.SPAN, first, last)


@pytest.mark.parametrize("text", ["每周二", "每个周二", "逢星期二", "周二四六", "每月24号", "周二到六"])
def test_what_comes_again_is_recurring_from_its_next_day_on(text: str) -> None:
    (found,) = phrases(text, TODAY)

    assert (found.kind, found.first) == (Kind.RECURRING, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("15号", "2026-11-15", "2026-12-15"),
        ("三月", "2026-03-01", "2027-03-01"),
        ("3月5号", "2026-03-05", "2027-03-05"),
    ],
)
def test_a_door_says_which_way_it_leans(text: str, back: str, ahead: str) -> None:
    found = [phrases(text, TODAY, lean=lean)[0] for lean in (Lean.BACK, Lean.AHEAD)]

    assert [str(one.first) for one in found] == [back, ahead]


def test_the_second_weekday_of_a_list_is_of_the_same_week() -> None:
    assert [str(one.first) for one in phrases("下周二、周四，或者周五", TODAY)] == [
        "2026-12-01",
        "2026-12-03",
        "2026-11-27",
    ]


def test_a_part_of_the_day_without_an_hour_is_kept() -> None:
    assert [one.part for one in phrases("明天下午，后天晚上", TODAY)] == [Part.AFTERNOON, Part.EVENING]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("下午三点行吗", time(15)),
        ("15点", time(15)),
        ("九点", None),
        ("9点还是上午9点三刻", time(9, 45)),
        ("08:05", time(8, 5)),
        ("上午零点", time(0)),
        ("25点", None),
        ("晚上八点零五", time(20, 5)),
        ("下午三点七十", None),
        ("", None),
    ],
)
def test_a_time_alone_is_understood(text: str, found: time | None) -> None:
    assert time_in(text) == found


def test_lunar_feasts_agree_with_the_holidays_as_they_were_arranged() -> None:
    arranged = ChineseCalendar()

    for name in ("春节", "端午", "中秋", "清明", "除夕", "元旦", "国庆", "劳动节"):
        for year in (2025, 2026):
            day = FEASTS[name].begins(year)
            assert day is not None
            assert not arranged.is_workday(day), (name, day)


def test_a_feast_beyond_the_table_is_not_guessed() -> None:
    assert phrases("明年春节当天", date(2040, 5, 1)) == ()
