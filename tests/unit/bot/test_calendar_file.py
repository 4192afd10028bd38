"""A year's holidays from a file: what it may say, and what it is told where it says something else."""

from datetime import date
from pathlib import Path

import pytest

from bot.calendar_file import CalendarFileError, read_calendar
from bot.terminal import speak
from core.shared.calendar import ArrangedDay, Off
from core.shared.language import Language

pytestmark = pytest.mark.unit

GOOD = "day,kind,name\n2027-10-01..2027-10-03,holiday,国庆节\n2027-10-09,workday,\n"


@pytest.fixture(autouse=True)
def _english() -> None:
    speak(Language.EN)


def read(folder: Path, text: str, encoding: str = "utf-8") -> list[ArrangedDay]:
    file = folder / "2027.csv"
    file.write_bytes(text.encode(encoding))
    return read_calendar(file)


def problems(folder: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(CalendarFileError) as found:
        read(folder, text)
    return [(problem.line, problem.text) for problem in found.value.problems]


def test_days_spans_and_weekends_that_are_worked(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == [
        *(ArrangedDay(day=date(2027, 10, n), kind=Off.HOLIDAY, name="国庆节") for n in (1, 2, 3)),
        ArrangedDay(day=date(2027, 10, 9), kind=Off.WORKDAY),
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GOOD, "utf-8-sig"),
        (GOOD, "gb18030"),
        (GOOD.replace(",", ";"), "utf-8"),
        (GOOD.replace(",", "\t"), "utf-8"),
        (GOOD.replace(",", "，"), "utf-8"),
        (GOOD.replace("\n", "\r\n\r\n"), "utf-8"),
        (GOOD.replace("holiday", "放假").replace("workday", "上班"), "utf-8"),
        (GOOD.replace("2027-10-0", "2027/10/").replace("2027-10-09", "2027.10.9"), "utf-8"),
        ("# 2027\n" + GOOD.partition("\n")[2], "utf-8"),
        (GOOD.replace("2027", "２０２７"), "utf-8"),
    ],
)
def test_however_a_spreadsheet_writes_it(tmp_path: Path, text: str, encoding: str) -> None:
    assert read(tmp_path, text, encoding) == read(tmp_path, GOOD)


def test_everything_that_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    text = GOOD + (
        "2027-13-01,holiday\n\n2027-12-31,party\n2027-10-02,holiday\n2027-10-08,workday\n2027-05-05..2027-05-01,holiday\n"
        "2027-05-01\n1927-05-01,holiday\n" + f"2027-01-01,holiday,{'长' * 101}\n"
    )
    found = problems(tmp_path, text)

    assert [line for line, _ in found] == [4, 6, 7, 8, 9, 10, 11, 12]
    said = ["no date", "unknown", "twice", "Monday to Friday", "backwards", "two columns", "no date", "too long"]
    assert all(word in text for word, (_, text) in zip(said, found, strict=True)), found


def test_half_a_year_is_no_year(tmp_path: Path) -> None:
    [(line, text)] = problems(tmp_path, GOOD + "2028-01-01,holiday,元旦\n")
    assert line == 0
    assert "2028" in text


@pytest.mark.parametrize("text", ["", "day,kind,name\n", "\n\n"])
def test_a_file_that_says_nothing(tmp_path: Path, text: str) -> None:
    [(line, _)] = problems(tmp_path, text)
    assert line == 0


def test_what_is_no_text_at_all(tmp_path: Path) -> None:
    file = tmp_path / "2027.xlsx"
    file.write_bytes(b"PK\x03\x04\x00\x00\xff\xff")
    with pytest.raises(CalendarFileError):
        read_calendar(file)
