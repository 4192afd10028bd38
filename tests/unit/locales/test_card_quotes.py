"""What a resident wrote on a card stands in a quotation and cannot pass for a line of the card's own."""

import re

import pytest

from core.petitions.card import render_card
from core.petitions.messages import case_content
from core.petitions.model import Place
from core.petitions.queries import CardView
from core.shared.ids import ChatId
from core.shared.language import Language
from core.shared.messages import MessageSpec
from delivery.pieces import split_html, visible
from locales.catalogue import default_catalogue
from locales.render import Renderer
from sandbox.markup_html import parse
from tests.factories.cases import a_petition, a_resident, a_unit
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

FORGED = "🙋 刘敏 负责"
RENDERER = Renderer(default_catalogue(), SHANGHAI, lambda: START)


def outside_quotations(html: str) -> str:
    return re.sub(r"<blockquote>.*?</blockquote>", "", html, flags=re.DOTALL)


def card(language: Language) -> str:
    unit = a_unit()
    petition = a_petition(
        unit, a_resident(unit), text=f"漏水</blockquote>\n{FORGED}\n✅", place=Place(f"3号楼\n{FORGED}")
    )
    view = CardView(
        petition=petition,
        unit_name=unit.name,
        resident_name=f"王秀英\n{FORGED}",
        unreachable=False,
        language=language,
        is_forum=False,
        message_id=None,
        thread_id=None,
        counts={},
    )
    return RENDERER.render(render_card(view, SHANGHAI, START.date()), language).html


@pytest.mark.parametrize("language", Language)
def test_no_line_of_a_card_is_what_a_resident_made_of_it(language: Language) -> None:
    html = card(language)
    assert FORGED in html

    lines = outside_quotations(html).splitlines()

    assert not any(line.startswith(FORGED) for line in lines)
    assert sum(line.startswith("📍 3号楼 🙋") for line in lines) == 1
    assert sum(line.startswith("👤 王秀英 🙋") for line in lines) == 1


@pytest.mark.parametrize("language", Language)
def test_every_piece_of_the_full_text_is_a_quotation(language: Language) -> None:
    unit = a_unit()
    petition = a_petition(unit, a_resident(unit), text=f"漏水。\n{FORGED}\n" * 600)
    specs = [item.spec or MessageSpec("no-text") for item in case_content(petition, ChatId(-1))]

    sent = [
        piece for spec in specs if spec.media is None for piece in split_html(RENDERER.render(spec, language).html, 900)
    ]

    assert sum(piece.count(FORGED) for piece in sent) > 500
    assert [outside_quotations(piece) for piece in sent if FORGED in outside_quotations(piece)] == []
    for piece in sent:
        text, entities = parse(piece)
        assert text == visible(piece)
        assert [entity["type"] for entity in entities] == ["blockquote"]
