"""The slip of a walk-in: one page, with everything on it that is needed to come back."""

import pytest

from bot.adapters.slips import PdfSlips
from core.people.walk_in import Slip
from tests.paper import words_of_pdf

pytestmark = pytest.mark.unit


async def test_a_slip_is_one_page_with_number_and_code_word() -> None:
    slip = Slip(
        title="幸福社区来信单",
        number="XF-2026-000012",
        code="WXYZ-2345-6789",
        lines=["王大爷 <b>：投诉", "电话 010-5550-0008"],
        foot="请收好",
        link="https://t.me/x?start=c_WXYZ-2345-6789",
    )
    made = await PdfSlips().make(slip)
    words = words_of_pdf(made)
    assert made.count(b"/Type /Page\n") == 1
    for wanted in (slip.title, slip.number, slip.code, *slip.lines, slip.foot):
        assert wanted in words
