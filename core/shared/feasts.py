"""The days of the feasts people name. Lunar ones are a table up to 2040, made once with an astronomical calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

_NEW_YEAR, _LANTERN, _DRAGON_BOAT, _SEVENTH, _MID_AUTUMN, _DOUBLE_NINTH = range(6)
_LUNAR = {
    2025: "0129 0212 0531 0829 1006 1029",
    2026: "0217 0303 0619 0819 0925 1018",
    2027: "0206 0220 0609 0808 0915 1008",
    2028: "0126 0209 0528 0826 1003 1026",
    2029: "0213 0227 0616 0816 0922 1016",
    2030: "0203 0217 0605 0805 0912 1005",
    2031: "0123 0206 0624 0824 1001 1024",
    2032: "0211 0225 0612 0812 0919 1012",
    2033: "0131 0214 0601 0801 0908 1001",
    2034: "0219 0305 0620 0820 0927 1020",
    2035: "0208 0222 0610 0810 0916 1009",
    2036: "0128 0211 0530 0828 1004 1027",
    2037: "0215 0301 0618 0817 0924 1017",
    2038: "0204 0218 0607 0807 0913 1007",
    2039: "0124 0207 0527 0826 1002 1026",
    2040: "0212 0226 0614 0814 0920 1014",
}


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast, and how many days it is celebrated: one of several days names a time, not a day."""

    month: int = 0
    day: int = 0
    lunar: int = -1
    offset: int = 0
    days: int = 1

    def begins(self, year: int) -> date | None:
        """Return its first day; None for a lunar feast of a year the table does not know."""
        if self.month == QINGMING.month and not self.day:
            return date(year, 4, int((year % 100) * 0.2422 + 4.81) - (year % 100) // 4)
        if self.lunar < 0:
            return date(year, self.month, self.day)
        if year not in _LUNAR:
            return None
        known = _LUNAR[year].split()[self.lunar]
        return date(year, int(known[:2]), int(known[2:])) + timedelta(days=self.offset)


QINGMING = Feast(month=4)
FEASTS = {
    "元旦": Feast(1, 1),
    "除夕": Feast(lunar=_NEW_YEAR, offset=-1),
    "年三十": Feast(lunar=_NEW_YEAR, offset=-1),
    "春节": Feast(lunar=_NEW_YEAR, days=7),
    "过年": Feast(lunar=_NEW_YEAR, days=7),
    "大年初一": Feast(lunar=_NEW_YEAR),
    "元宵": Feast(lunar=_LANTERN),
    "正月十五": Feast(lunar=_LANTERN),
    "清明": QINGMING,
    "五一": Feast(5, 1, days=5),
    "劳动节": Feast(5, 1, days=5),
    "端午": Feast(lunar=_DRAGON_BOAT),
    "七夕": Feast(lunar=_SEVENTH),
    "中秋": Feast(lunar=_MID_AUTUMN),
    "重阳": Feast(lunar=_DOUBLE_NINTH),
    "国庆": Feast(10, 1, days=7),
    "妇女节": Feast(3, 8),
    "三八节": Feast(3, 8),
    "植树节": Feast(3, 12),
    "青年节": Feast(5, 4),
    "儿童节": Feast(6, 1),
    "教师节": Feast(9, 10),
    "圣诞": Feast(12, 25),
    "平安夜": Feast(12, 24),
}
"""By the name people use, without 节 at its end."""
