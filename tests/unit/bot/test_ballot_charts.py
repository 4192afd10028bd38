"""The picture of a result: it is one, fits what Telegram shows, and says what the numbers say in three languages."""

from io import BytesIO

import pytest
from PIL import Image

from bot.adapters.charts import COLOURS, GREY, draw_chart
from core.ballots.counting import count
from core.ballots.paper import Paper, Scale
from core.shared.language import Language
from tests.factories.ballots import a_body, a_motion, a_paper, a_subject, some_slips

pytestmark = pytest.mark.unit


def drawn(paper: Paper, votes: list[str], language: Language = Language.ZH_CN) -> Image.Image:
    result = count(paper, some_slips(paper, votes), 40, len(votes))
    return Image.open(BytesIO(draw_chart(paper, result.to_json(), language))).convert("RGB")


def widths(image: Image.Image) -> dict[str, int]:
    """How many pixels of the first bar have which colour."""
    line = [image.getpixel((x, 170)) for x in range(image.width)]
    names = {tuple(bytes.fromhex(colour[1:])): colour for colour in (*COLOURS, GREY)}
    found: dict[str, int] = {}
    for pixel in line:
        if pixel in names:
            found[names[pixel]] = found.get(names[pixel], 0) + 1
    return found


@pytest.mark.parametrize("language", Language)
def test_bars_are_as_long_as_the_numbers_are_large(language: Language) -> None:
    found = widths(drawn(a_motion(), ["yes"] * 12 + ["no"] * 6 + ["abstain"] * 6, language))
    yes, no, abstained = found[COLOURS[0]], found[COLOURS[-1]], found[GREY]
    assert 1.8 < yes / no < 2.2
    assert 0.8 < no / abstained < 1.2


def test_thirty_subjects_fit_into_a_picture() -> None:
    bodies = (a_body(f"b{n}", scale=(Scale.BODY, Scale.PERSON, Scale.SATISFACTION)[n % 3]) for n in range(30))
    image = drawn(a_paper(title="很长的标题" * 12, subjects=tuple(bodies)), ["abstain"] * 5)
    assert image.width + image.height < 10_000
    assert max(image.size) / min(image.size) < 20


def test_a_name_too_long_for_its_place_is_cut() -> None:
    long = drawn(a_paper(subjects=(a_subject(name="某" * 60),)), ["abstain"] * 5)
    short = drawn(a_paper(subjects=(a_subject(name="某"),)), ["abstain"] * 5)
    assert long.size == short.size
    assert widths(long) == widths(short)
