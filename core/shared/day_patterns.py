"""The wordings of days and stretches of time, in which everything `core.shared.phrases` knows is listed."""

import re
from enum import StrEnum

from core.shared import day_words as words
from core.shared.day_words import MONTH_WORD, NOT_A_DAY, WEEK_WORD, YEAR_WORD, Resolver
from core.shared.feasts import FEASTS
from core.shared.hours import NUMBER


class Kind(StrEnum):
    """What a wording names: one day, a stretch of days, or days that come again and again."""

    DAY = "day"
    SPAN = "span"
    RECURRING = "recurring"


_WEEK = "(?:周|星期|礼拜)"
_WEEKDAY = "(?P<weekday>[一二三四五六日天末1-7](?![0-9岁年次趟回期封份条篇]))"
_YEAR = "(?<!\\d)(?P<year>\\d{4})"
_MONTH, _DAY = f"(?P<month>{NUMBER})", f"(?P<day>{NUMBER})"
_NO_PLACE = "(?<![路街巷弄道第住排叫领拿院\\d\\-])(?<!排到)(?<!排在)(?<!叫到)"
_FEAST = f"(?P<feast>{'|'.join(sorted(FEASTS, key=len, reverse=True))})"
_MORE = "(?P<more>节?(?:(?:假期|长假|放假)?(?:以?后|完|过后)的?第?一?个?工作日|当[天日]|那天|的?[前后]一天))?"
_NAMED_MONTH = f"(?:{MONTH_WORD}|{_MONTH}月份?)"
_ROWS: tuple[tuple[Kind, str, Resolver], ...] = (
    (Kind.DAY, f"{_YEAR}[年\\-/.](?P<month>\\d{{1,2}})[月\\-/.](?P<day>\\d{{1,2}})(?!\\d)[日号]?", words.month_day),
    (
        Kind.DAY,
        f"{YEAR_WORD}?的?{_MONTH}月{_DAY}(?:[日号](?![楼栋线])|(?![\\d个天块元年月份]))",
        words.month_day,
    ),
    (
        Kind.DAY,
        "(?<![\\d./\\-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\\d|0?[1-9])(?![\\d./\\-%元块米的以])",
        words.month_day,
    ),
    (Kind.DAY, f"{MONTH_WORD}的?{_DAY}[日号]{NOT_A_DAY}", words.day_of_month),
    (Kind.DAY, f"{_NO_PLACE}{_DAY}(?:号{NOT_A_DAY}|(?<=\\d)日(?![内游以间]))", words.day_of_month),
    (Kind.DAY, f"(?<![一二两三四五六七八九十几\\d]){WEEK_WORD}?{_WEEK}{_WEEKDAY}", words.weekday),
    (
        Kind.RECURRING,
        f"{WEEK_WORD}?{_WEEK}{_WEEKDAY}(?:[到至\\-~—、和]?[一二三四五六日天](?![个次点两十百]))+",
        words.weekday,
    ),
    (
        Kind.DAY,
        (
            "(?<![今然以之最])(?P<relative>大前|大后|前|昨|今|明|后)(?:天|儿个?)(?!数)"
            "|(?<![今然以之最前])(?P<relative2>前|昨|寻|琴|今|明|听|后)(?:日(?!子|期|报)|(?=[晚早](?![就已点些])))"
        ),
        words.relative,
    ),
    (Kind.DAY, f"(?<!第)(?P<days>{NUMBER})天(?:之|以)?(?P<way>[前后])", words.in_days),
    (Kind.DAY, f"再?过(?P<days>{NUMBER})天(?P<way>)", words.in_days),
    (Kind.DAY, "下一?个工作日", words.next_workday),
    (Kind.DAY, f"{YEAR_WORD}?(?<![周星期]){_FEAST}(?![路街巷广大村]){_MORE}", words.feast),
    (
        Kind.DAY,
        (
            f"{_NAMED_MONTH}的?(?P<ordinal>最后一?|第[一二三四五])"
            f"(?:个(?:{_WEEK}(?P<weekday>[一二三四五六日天])|(?P<workday>工作日))|天)"
        ),
        words.nth,
    ),
    (Kind.SPAN, f"{WEEK_WORD}{_WEEK}(?![一二三四五六日天末])", words.whole_week),
    (Kind.SPAN, "(?P<month_word>上上|上|这|本|下下|下)?个?月(?P<third>[初中底])", words.recent_part),
    (Kind.SPAN, MONTH_WORD, words.month_span),
    (Kind.SPAN, f"{_YEAR}年{_MONTH}月份?", words.month_span),
    (Kind.SPAN, f"{YEAR_WORD}?的?(?<![个\\d]){_MONTH}月份?", words.month_span),
    (
        Kind.SPAN,
        f"(?:{YEAR_WORD}|{_YEAR}年)?的?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)",
        words.year_part,
    ),
    (Kind.SPAN, f"(?:{YEAR_WORD}|{_YEAR}年)(?P<quarter>)(?P<half>)", words.year_part),
)
RULES = tuple((kind, re.compile(pattern), resolver) for kind, pattern, resolver in _ROWS)
APPOSED = re.compile("[（(,，\\s]*(?:周|星期|礼拜)[一二三四五六日天][)）]?")
"""The weekday beside a date: "12月1号（周二）"."""
