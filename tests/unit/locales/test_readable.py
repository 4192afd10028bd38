"""What a resident of 75 is promised can be read at one glance on a phone."""

from datetime import date

import pytest

from core.shared.language import Language
from core.shared.messages import Arg
from delivery.pieces import visible
from locales.catalogue import ROOT, default_catalogue
from locales.render import Renderer
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

RENDERER = Renderer(default_catalogue(), SHANGHAI, lambda: START)
LINE = {Language.ZH_CN: 32, Language.ZH_TW: 32, Language.EN: 75}
DAY = date(2026, 12, 30)
PROMISES: dict[str, tuple[str, ...]] = {
    "case-promise-claim": ("claim", "accept"),
    "case-promise-answer": ("reply", "answer"),
    "case-promise-answer-from-submission": ("reply",),
    "receipt": ("claim", "reply", "accept", "answer"),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", PROMISES)
def test_a_promise_is_short_and_says_one_date_a_line(key: str, language: Language) -> None:
    args: dict[str, Arg] = dict.fromkeys(PROMISES[key], DAY)
    if key == "receipt":
        args |= {"number": "XF-2026-000123", "unit": "幸福社区", "kind": "意见建议"}
    day = RENDERER.html("format-day", {"year": "2026", "month": 12, "day": 30, "weekday": 3}, language)

    said = visible(RENDERER.html(key, args, language))

    assert said.count(day) == len(PROMISES[key])
    for line in said.splitlines():
        assert line.count(day) <= 1
        assert len(line) <= LINE[language], line


def test_what_the_office_keeps_is_kept_and_not_stored_in_traditional_chinese() -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "zh-TW").glob("*.ftl"))

    assert "依法保存" in texts
    assert "儲存" not in texts
