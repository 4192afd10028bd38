"""Slips for people without Telegram: A5 as PDF, with a QR code that opens their case in the bot."""

import asyncio
import io
from typing import Any

from bot.adapters.sheets import qr_drawing, words_of_sheet
from core.people.walk_in import Slip

_QR_CM = 3.6
_MARGIN_CM = 1.2


class PdfSlips:
    """SlipMaker on reportlab. Nothing of it is kept: the code word is in it."""

    async def make(self, slip: Slip) -> bytes:
        return await asyncio.to_thread(draw_slip, slip)


def draw_slip(slip: Slip) -> bytes:
    from reportlab.lib.pagesizes import A5  # noqa: PLC0415 - only where a slip is made
    from reportlab.lib.units import cm  # noqa: PLC0415 - as above
    from reportlab.platypus import SimpleDocTemplate, Spacer  # noqa: PLC0415 - as above

    kept, margin = io.BytesIO(), _MARGIN_CM * cm
    page = SimpleDocTemplate(
        kept, pagesize=A5, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin
    )
    page.title, page.author = slip.number, ""
    story: list[Any] = [
        words_of_sheet(slip.title, 17, centred=True),
        words_of_sheet(slip.number, 20, centred=True),
        words_of_sheet(slip.code, 20, centred=True),
        Spacer(1, 0.2 * cm),
        qr_drawing(slip.link, _QR_CM * cm),
        Spacer(1, 0.2 * cm),
    ]
    story += [words_of_sheet(line, 11) for line in slip.lines]
    story.append(words_of_sheet(slip.foot, 10, centred=True))
    page.build(story)
    return kept.getvalue()
