"""Files of figures: numbers are numbers, nothing is a formula, each form in every language."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from PIL import Image

from bot.adapters.figure_files import harmless, make
from bot.adapters.figure_words import KEYWORDS, find_hot_words
from core.answers.ratings import Grade
from core.figures.hot_words import HotWord
from core.figures.model import Counts, Kept, Measure, Received, Said
from core.figures.outcome_lines import outcome_lines, volunteer_lines
from core.figures.outcomes import Fate, Outcomes, Proposal, Rated, Several
from core.figures.report import Report, lines_of
from core.figures.spans import Span
from core.figures.usecases import Form
from core.shared.ids import TelegramUserId
from core.shared.language import Language
from tests.factories.cases import a_unit
from tests.fakes.world import SHANGHAI
from tests.paper import words_of_pdf

pytestmark = pytest.mark.unit
EVIL = '=HYPERLINK("http://x")'
FEW: dict[str, Any] = {"category": "labour", "grade": Grade.UNSATISFIED, "count": 2}


def a_report() -> Report:
    top = a_unit(name="幸福社区")
    units = [top, *(a_unit(name=name, parent_id=top.id) for name in (EVIL, "二组"))]

    def year(received: int) -> Counts:
        sorts = [Received("complaint", "environment", unit.id, False, received) for unit in units]
        by_unit = {(Measure.ANSWERED, unit.id): received for unit in units}
        staff = [("+1", top.id, 30), ("刘敏", top.id, 8)]
        told = {"pledge": Kept(2, 1), "law": Kept(3), "days": {2: 1, 3: 1}, "by_staff": staff}
        return Counts(received=sorts, handled={Measure.ANSWERED: 3 * received}, by_unit=by_unit, **told)  # type: ignore[arg-type] # by name

    ratings = [
        Rated(month=2, unit_id=top.id, staff_id=TelegramUserId(1), staff_name="刘敏", proposal=False, **sort)
        for sort in ({"category": "environment", "grade": Grade.SATISFIED, "count": 5}, FEW)
    ]
    waits = Proposal("XF-2026-000007", datetime(2026, 12, 31, tzinfo=UTC), Fate.OPEN)
    came = Outcomes(several=Several(6, 80), proposals=[waits], rated=ratings)
    lines = lines_of((year(19), year(39)), units, yearly=True)
    lines += outcome_lines((came, Outcomes(several=Several(9, 70))), units, Span(2026), SHANGHAI)
    lines += volunteer_lines({"residents": (6, 48), "party": (2, 3)})
    ends = {"until": date(2026, 12, 31), "before_until": date(2025, 12, 31)}
    return Report(unit=top, span=Span(2026), lines=lines, **ends)


def test_commas_for_excel() -> None:
    made = make(a_report(), [], Form.CSV, Language.ZH_CN)
    assert made.startswith(b"\xef\xbb\xbf")
    rows = [*csv.reader(io.StringIO(made.decode("utf-8-sig")))]
    assert rows[1] == ["来信办理", "收到", "57", "117", "-51.3", "件"]
    assert ["按时答复", "按自己的承诺答复", "66.7", "66.7", "", "%"] in rows
    labels = [row[1] for row in rows]
    assert f"'{EVIL}" in labels
    assert "'+1" in labels
    assert not any(label.startswith(("=", "+", "-", "@")) for label in labels)


def test_satisfaction_collective_and_proposals_stand_in_the_table() -> None:
    made = make(a_report(), [], Form.CSV, Language.ZH_CN)
    rows = [*csv.reader(io.StringIO(made.decode("utf-8-sig")))]
    for row in (
        ["满意度（本级的答复，去年是整段）", "满意率（满意和基本满意）", "71.4", "", "", "%"],
        ["满意度（本级的答复，去年是整段）", "评价", "7", "0", "", "件"],
        ["满意度，按内容", "劳动和社会保障", "太少，不单列", "", "", "%"],
        ["满意度，按工作人员", "刘敏", "71.4", "", "", "%"],
        ["集体来信", "集体来信", "6", "9", "-33.3", "件"],
        ["集体来信", "联名人数", "80", "70", "14.3", "人"],
        ["议案提案", "答复率（目标 100%）", "0.0", "", "", "%"],
        ["还没答复的议案提案，最晚答复日", "XF-2026-000007", "2026-12-31", "", "", "日期"],
        ["志愿者参与率（现在）", "用机器人的居民", "12.5", "", "", "%"],
        ["志愿者参与率（现在）", "党员", "太少，不单列", "", "", "%"],
    ):
        assert row in rows, row


def test_a_spreadsheet_with_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make(a_report(), [], Form.XLSX, Language.ZH_CN)))
    rows = [*book["2026"].iter_rows(values_only=True)]
    assert rows[2] == ("来信办理", "收到", 57, 117, -51.3, "件")
    assert not any(cell.data_type == "f" for row in book["2026"].iter_rows() for cell in row)


def test_harmless_words_stay_as_they_are() -> None:
    assert [harmless(text) for text in ("二组", "@x", "\tx", "-1", "a=b")] == ["二组", "'@x", "'\tx", "'-1", "a=b"]


@pytest.mark.parametrize("language", Language)
def test_a_chart_and_a_page_in_every_language(language: Language) -> None:
    picture = Image.open(io.BytesIO(make(a_report(), [], Form.PICTURE, language)))
    assert picture.width + picture.height < 10_000
    assert picture.height < 20 * picture.width
    text = words_of_pdf(make(a_report(), [HotWord("电梯", 6)], Form.PDF, language))
    assert "57" in text
    assert "51.3%" in text
    assert "电梯 6" in text
    assert "33.3%" in text
    assert "71.4%" in text
    assert "14.3%" in text


async def test_hot_words_by_jieba_in_either_script() -> None:
    texts = ["小区电梯坏了，请问什么时候修", "電梯又停了", "电梯按钮失灵", "三号楼电梯困人", "电梯噪音大", "垃圾"]
    found = await find_hot_words(Said(texts, frozenset()))
    assert [(each.word, each.petitions) for each in found] == [("电梯", 5)]
    assert KEYWORDS.weight("电梯") > KEYWORDS.weight("工作")
